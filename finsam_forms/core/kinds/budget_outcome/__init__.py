"""Budget against outcome: the definition, its figures, its words, its pictures, its exchange format."""
