"""Forgetting: a document, or what a person said, taken out of the archive for good.

Nothing of it is left in tables, index, vectors or originals, nor in what the web app and the registry
keep in the same database. A tombstone tells when, by whom and why, and the digests by which the same text
is refused when it comes again; never the words.
"""
