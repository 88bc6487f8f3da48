"""Attributions that the form of a publication gives, not a sentence."""
