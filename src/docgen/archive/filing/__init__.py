"""整理: which papers of a year make one 件, how long each is kept, and its number (DA/T 22-2015)."""
