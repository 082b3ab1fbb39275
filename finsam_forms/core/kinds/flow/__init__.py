"""Participants in, out by reason, left: the definition, its figures, its picture."""
