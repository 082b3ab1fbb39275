"""The parts that can be printed of every document, by name. Those that a kind of answer belongs to are in kinds/."""

ALL, REVIEW = "allt", "granskning"
