"""Attributions that the form of a publication gives, not a sentence.

One file a form: `turns` of a transcript; `statements` under a heading or a sentence that hands over
the word; `signatures` beside a quotation.
"""

from __future__ import annotations

from bisect import bisect_right

from memcon.attribution.frames.signatures import find_signatures
from memcon.attribution.frames.statements import find_statements
from memcon.attribution.frames.stretches import quoted_stretches
from memcon.attribution.frames.turns import as_relation
from memcon.attribution.relation import Relation
from memcon.document import Genre
from memcon.language.quotations import Quotation
from memcon.layout.reading import Layout


def find_frames(layout: Layout, quotations: list[Quotation], genre: Genre) -> list[Relation]:
    """Frames in the order of the text; the content of one is inside another's or apart from it.

    The words of a conversation are its turns and nothing else; where there are none, a statement
    gives its speaker all that follows. Quotations signed by a name stand outside turns only.

    :param genre: of a transcript one label is believed, of a report nothing but strong signs.
    """
    text, lines = layout.text, layout.rows
    turns = layout.turns(known=genre == "transcript")
    if turns:
        return [as_relation(turn) for turn in turns]
    quoted = quoted_stretches(quotations, text)
    statements = find_statements(text, lines, quoted, genre)
    signed = find_signatures(text, lines, quoted)
    starts = [s.content[0][0] for s in statements]
    frames = list(statements)
    for signature in signed:
        # The statements lie one behind the other: only the two around it can cross the signature.
        at = bisect_right(starts, signature.content[0][0])
        if not any(_cross(signature, s) for s in statements[max(0, at - 1) : at + 1]):
            frames.append(signature)
    return sorted(frames, key=lambda r: (r.content[0][0], -r.content[-1][1]))


def _cross(signature: Relation, statement: Relation) -> bool:
    """Whether the signature lies across an end of the statement, or repeats it."""
    start, end = statement.content[0]
    spans = signature.source + signature.cue + signature.content
    inside = [start <= a and b <= end for a, b in spans]
    return signature.content == statement.content or (
        not all(inside) and any(a < end and start < b for a, b in spans)
    )
