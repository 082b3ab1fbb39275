"""Tables of counts: what they are made of, their figures, their pictures, their exchange format."""
