"""The parts of a document that can be printed by themselves, by their names. A party's id is one too."""

ALL, TEXT, BUDGET, SHEETS, REVIEW = "allt", "text", "budget", "underskrifter", "granskning"
SCREEN = "lasning"
"""What is read on a screen: all but the sheets to sign."""
