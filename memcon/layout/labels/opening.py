"""Whether a line may begin with a label, by its first characters alone: such lines are never joined.

Quick and generous; what a label is in truth is told in `shape`.
"""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w.'’/-]*"
_ASIDE = r"[(\[][^()\[\]\n]{1,80}[)\]]"
_BEFORE = rf"(?:>+\s*|[\[(]?\d{{1,2}}(?::\d{{2}}){{1,2}}[\])]?\s+|Q\d{{1,3}}\.?\s+|{_ASIDE}\s+)?"
_OPENING = re.compile(
    rf"{_BEFORE}(?:"
    # “Minister Orlev (Kestria) (spoke in French):”, “Anna Berg, Minister for Trade:”
    rf"{_WORD},?\s?(?:(?:(?:{_WORD}|of|for|the|and|pro|to|de|van|von|al|bin),?\s){{0,12}}{_WORD},?\s?)?(?:{_ASIDE}\s?){{0,3}}:(?:\s|$)"
    # “Mr. ORLEV. Thank you”, “Ms. VARGO (during the reading). No”, “The SPEAKER pro tempore. Order”
    rf"|(?:The|[A-Z][a-z]{{1,8}}\.?)\s(?:[A-Z][a-z]{{0,2}})?[A-Z'’-]{{3,}}(?:\s[\w.'’-]+){{0,4}}\s?(?:{_ASIDE})?\.\s"
    r"|[QA]\s?[.:–-]\s)"
)


def may_open(text: str, place: int) -> bool:
    """Whether a label may begin at the place."""
    return bool(_OPENING.match(text, place))
