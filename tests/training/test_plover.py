"""The tables of Zero-Shot-PLOVER."""

from pathlib import Path

import pytest

from training.corpora.plover import (
    QUAD,
    ROOTS,
    RelationGold,
    folds,
    read_other_events,
    read_plover,
    unmark,
)


def table(path: Path, *rows: dict[str, str]) -> Path:
    lines = ["\t".join(rows[0]), *("\t".join(r.values()) for r in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_there_are_fifteen_root_codes_in_four_quad_classes():
    assert len(ROOTS) == 15
    assert set(QUAD.values()) == {1, 2, 3, 4}


def test_marks_become_spans_of_the_plain_sentence():
    text, source, target = unmark("<t>Ossel</t> was warned by <s>the king of Kestria </s>today.")
    assert text == "Ossel was warned by the king of Kestria today."
    assert source and target
    assert (text[slice(*source)], text[slice(*target)]) == ("the king of Kestria", "Ossel")


def test_marks_may_stand_inside_one_another():
    text, source, target = unmark("<s>Guards of <t>Harnes</t></s> fled.")
    assert source and target
    assert (text[slice(*source)], text[slice(*target)]) == ("Guards of Harnes", "Harnes")


def test_a_side_without_a_mark_has_no_span():
    assert unmark("<s>Ana Quill</s> resigned.") == ("Ana Quill resigned.", (0, 9), None)


def test_a_row_has_its_root_code(tmp_path):
    marked = '<s>Ossel</s> called the claim of <t>Kestria</t> "empty".'
    path = table(tmp_path / "PLV.tsv", {"marked_sentence": marked, "gold_root": "REJECT"})
    assert read_plover(path) == [
        RelationGold('Ossel called the claim of Kestria "empty".', (0, 5), (26, 33), "REJECT")
    ]


def test_a_code_that_plover_lacks_is_an_error(tmp_path):
    path = table(tmp_path / "PLV.tsv", {"marked_sentence": "<s>A</s>", "gold_root": "PRAISE"})
    with pytest.raises(ValueError, match="PRAISE"):
        read_plover(path)


def test_other_events_are_taken_where_type_and_half_agree(tmp_path):
    row = {
        "marked_sentence": "<s>Rebels</s> shelled <t>Harnes</t>.",
        "event_type": "",
        "gold_binary": "",
    }
    rows = [
        row | {"event_type": "Conflict:Attack", "gold_binary": "1"},
        row | {"event_type": "Conflict.Attack.Unspecified", "gold_binary": "0"},
        row | {"event_type": "Contact.Contact.Meet", "gold_binary": "0"},
        row | {"event_type": "Medical.Intervention.Unspecified", "gold_binary": "0"},
    ]
    found = read_other_events(table(tmp_path / "AW.tsv", *rows))
    assert [r.root for r in found] == ["ASSAULT", "CONSULT"]


def test_folds_share_no_sentence_and_have_some_of_each_code():
    rows = [
        RelationGold(f"Sentence {i // 2}.", (0, 8), None, ROOTS[i // 2 % 3]) for i in range(120)
    ]
    parts = folds(rows)
    assert sorted(i for part in parts for i in part) == list(range(120))
    for part in parts:
        others = {rows[i].text for other in parts if other is not part for i in other}
        assert others.isdisjoint(rows[i].text for i in part)
        assert {rows[i].root for i in part} == set(ROOTS[:3])
