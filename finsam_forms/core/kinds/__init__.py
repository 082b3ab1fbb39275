"""The kinds of answer, a module each; `registry` knows them all."""
