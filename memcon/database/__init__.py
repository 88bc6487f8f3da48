"""Databases: what the archive and the registry of actors have in common.

Where one is, how SQLite is set up so that readers go on while somebody writes, sessions in which writers
take turns, and what the databases' own messages mean. What is in a database is its owner's affair:
`memcon.archive.database` and `memcon.registry.database`.
"""
