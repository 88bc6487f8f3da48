"""The same text in other clothes: how much of what is read in it stays the same."""
