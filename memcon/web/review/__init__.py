"""Review: statements accepted, corrected, added and rejected; coded blind by several, and settled."""
