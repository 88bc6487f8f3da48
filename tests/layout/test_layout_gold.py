"""The benchmark of blocks, on a document invented for it."""

from __future__ import annotations

import hashlib

import pytest

from benchmarks.layout import (
    Annotated,
    Counts,
    Part,
    compare,
    documents,
    read_gold,
    trimmed,
)
from benchmarks.shared import SHARED

TEXT = """\
The lamp and the ladder

INTERVIEW
THE LAMP: Who lit you?
THE LADDER (sleepily): Nobody.

I was always dark.
(Laughter.)
They will meet again.
The Lamps:
1. regret the dark;
"""


def at(words: str) -> tuple[int, int]:
    """Where the words stand."""
    start = TEXT.index(words)
    return start, start + len(words)


SECOND = at("THE LADDER (sleepily): Nobody.\n\nI was always dark.")
DOCUMENT = Annotated(
    "ladder",
    TEXT,
    (
        Part(("title",), (at("The lamp and the ladder"),)),
        Part(("heading", "furniture"), (at("INTERVIEW"),)),
        Part(("turn",), (at("THE LAMP: Who lit you?"),), at("THE LAMP")),
        Part(("turn",), (SECOND,), at("THE LADDER")),
        Part(("interjection",), (at("(Laughter.)"),)),
        Part(("paragraph", "turn"), (at("They will meet again."),)),
        Part(("paragraph",), (at("The Lamps:"),)),
        Part(("item",), (at("1. regret the dark;"),), head=at("The Lamps:")[0]),
    ),
)


def rates(answer: tuple[Part, ...], figure: str, kind: str) -> tuple[float, ...]:
    """Recall and precision of an answer, in whole per cent."""
    counts = Counts()
    compare(DOCUMENT, answer, counts)
    return tuple(round(rate) for rate in counts.rates(figure, kind)[:2])


def changed(number: int, **other: object) -> tuple[Part, ...]:
    """The right answer with one block changed."""
    parts = list(DOCUMENT.parts)
    old = {name: getattr(parts[number], name) for name in ("kinds", "spans", "label", "head")}
    parts[number] = Part(**(old | other))
    return tuple(parts)


def test_what_is_annotated_is_all_right():
    for figure in ("extent", "label", "both"):
        assert rates(DOCUMENT.parts, figure, "all") == (100, 100)
    for kind in ("title", "heading", "paragraph", "item"):
        assert rates(DOCUMENT.parts, "line", kind) == (100, 100)
    assert rates(DOCUMENT.parts, "head", "item") == (100, 100)


def test_a_turn_cut_short_has_its_label_but_not_its_extent():
    answer = changed(3, spans=(at("THE LADDER (sleepily): Nobody."),))
    assert rates(answer, "extent", "turn") == (50, 50)
    assert rates(answer, "label", "turn") == (100, 100)
    assert rates(answer, "both", "turn") == (50, 50)


def test_a_label_with_its_note_is_another():
    answer = changed(3, label=at("THE LADDER (sleepily)"))
    assert rates(answer, "extent", "turn") == (100, 100)
    assert rates(answer, "label", "turn") == (50, 50)


def test_a_turn_that_is_none_costs_precision():
    answer = changed(7, kinds=("turn",))
    assert rates(answer, "both", "turn") == (100, 67)
    assert rates(answer, "line", "item") == (0, 0)


def test_a_turn_where_one_is_allowed_costs_nothing():
    assert rates(changed(5, kinds=("turn",)), "both", "turn") == (100, 100)


def test_another_kind_that_is_right_as_well():
    answer = changed(1, kinds=("furniture",))
    assert rates(answer, "line", "heading") == (100, 0)
    assert rates(answer, "line", "furniture") == (0, 100)


def test_an_item_without_its_head_and_a_head_too_many():
    assert rates(changed(7, head=None), "head", "item") == (0, 0)
    assert rates(changed(6, head=DOCUMENT.parts[0].begin), "head", "item") == (100, 50)


def test_what_no_block_holds_is_told_apart():
    counts = Counts()
    compare(DOCUMENT, DOCUMENT.parts[1:], counts)
    assert counts.told["line", "none"] == 1
    assert counts.found["line", "title"] == 0


def test_spans_are_trimmed_and_joined_over_white_space():
    assert trimmed([(0, 6), (7, 12)], "  one \n two ") == ((2, 11),)
    assert trimmed([(0, 3), (6, 9)], "one - two") == ((0, 3), (6, 9))


def test_annotations_are_read_for_the_text_that_was_annotated(tmp_path):
    digest = hashlib.sha256(TEXT.encode()).hexdigest()[:12]
    file = tmp_path / "ladder.tsv"
    row = (
        f"ladder\t{digest}\t{SECOND[0]}-{SECOND[1]}\tturn/note\t{SECOND[0]}-{SECOND[0] + 10}\t-\t-"
    )
    file.write_text("document\tsha256\tspans\tkinds\tlabel\tnote\thead\n" + row + "\n")
    (document,) = read_gold(file, {"ladder": TEXT})
    assert document.parts == (Part(("turn", "note"), (SECOND,), at("THE LADDER")),)
    with pytest.raises(ValueError, match="not the one that was annotated"):
        list(read_gold(file, {"ladder": TEXT + "!"}))


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the forms are not at {SHARED}")
@pytest.mark.parametrize("part", ["dev", "train"])
def test_annotated_blocks_hold_every_word_once(part):
    for document in documents(part):
        held = [i for p in document.parts for a, b in p.spans for i in range(a, b)]
        assert len(held) == len(set(held)), document.name
        outside = set(range(len(document.text))) - set(held)
        assert not [i for i in outside if not document.text[i].isspace()], document.name
        for block in document.parts:
            assert trimmed(block.spans, document.text) == block.spans
            assert block.label is None or block.begin <= block.label[0] < block.spans[0][1]
