"""Labels: who is printed to speak, at the beginning of a line."""
