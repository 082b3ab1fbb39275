"""Grids of counts: what they are made of, their structure, their exchange format."""
