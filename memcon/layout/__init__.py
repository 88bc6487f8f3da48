"""Layout: the form of a text, told before a word of it is understood."""
