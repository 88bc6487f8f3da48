"""Readers of PDF compared on documents that are made here, so that it is known what they say."""
