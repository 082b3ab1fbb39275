"""Finsam-formulär: shared paper forms that save themselves, add up and print."""

__version__ = "0.1.0"
