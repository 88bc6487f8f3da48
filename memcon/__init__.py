"""memcon: who said what, cited to the character."""

__version__ = "0.1.0"
