"""The domain: pure functions and frozen data. No Flask, no database, no clock, no files."""
