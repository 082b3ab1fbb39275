"""Requests as values: WTForms read what a browser sends."""
