"""The detailed budget: what it is made of, its sums, its years, its wages."""
