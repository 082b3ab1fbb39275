"""What leaves the program: paper, and files that can be read in again. Only lays out; every sum comes from core."""
