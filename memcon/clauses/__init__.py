"""Clauses: who does what to whom in a sentence, for all that is read off statements and events."""
