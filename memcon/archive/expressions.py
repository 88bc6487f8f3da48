"""What is asked of the index, as SQLite's FTS5 and as PostgreSQL's text search write it.

Terms are made of small letters, digits, `:`, `@` and `-` only (`memcon.archive.terms`): nothing that a
user types can act on either language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term; with `prefix`, all that begin so."""

    term: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that follow each other."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Every:
    """What has every one of the parts, and none of `without`."""

    parts: tuple[Expression, ...]
    without: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """What has one of the parts at least."""

    parts: tuple[Expression, ...]


Expression = Term | Phrase | Every | Some


def fts5(asked: Expression) -> str:
    """The expression in the language of SQLite's FTS5."""
    match asked:
        case Term(term, prefix):
            return f'"{term}"' + (" *" if prefix else "")
        case Phrase(terms):
            return f'"{" ".join(terms)}"'
        case Some(parts):
            return "(" + " OR ".join(map(fts5, parts)) + ")"
        case Every(parts, without):
            wanted = "(" + " AND ".join(map(fts5, parts)) + ")"
            return f"({wanted} NOT {fts5(Some(without))})" if without else wanted


def tsquery(asked: Expression) -> str:
    """The expression in the language of PostgreSQL's text search."""
    match asked:
        case Term(term, prefix):
            return f"'{term}'" + (":*" if prefix else "")
        case Phrase(terms):
            return "(" + " <-> ".join(f"'{term}'" for term in terms) + ")"
        case Some(parts):
            return "(" + " | ".join(map(tsquery, parts)) + ")"
        case Every(parts, without):
            wanted = [*map(tsquery, parts), *(f"!{tsquery(part)}" for part in without)]
            return "(" + " & ".join(wanted) + ")"
