"""Tables of counts: their definition, their figures, their pictures."""
