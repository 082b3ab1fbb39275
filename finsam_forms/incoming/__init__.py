"""Reading files back: what a file says is understood first, compared with the draft, and taken in only when a person has said so."""
