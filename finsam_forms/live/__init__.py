"""The drafts that are open right now: working copies, who hears what, who is here."""
