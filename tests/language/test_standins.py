"""Names that the encoder never reads."""

from memcon.language.model import shipped_model
from memcon.language.pipeline import parse
from memcon.language.standins import _lists, stand_ins_of


def as_read(text: str) -> str:
    words = parse(text)
    instead = stand_ins_of(words)
    return " ".join(instead.get(i, words[i]) for i in range(len(words)))


def test_whoever_they_are_they_are_read_alike():
    one = as_read("Germany condemned Poland. Germany was angry with Poland.")
    assert one == as_read("Poland condemned Germany. Poland was angry with Germany.")
    assert one == as_read("Chad condemned Kenya. Chad was angry with Kenya.")
    assert "Germany" not in one


def test_the_same_name_has_the_same_stand_in_and_another_has_another():
    words = parse("Kenya met Chad. Chad thanked Kenya.")
    said = stand_ins_of(words)
    assert said[0] == said[6]
    assert said[2] == said[4]
    assert said[0] != said[2]


def test_offices_and_all_other_words_stay():
    text = as_read("The foreign minister of Kenya met the president of Chad on Monday.")
    assert "foreign minister of" in text
    assert "Monday" in text


def test_every_stand_in_is_one_wordpiece():
    tokenizer = shipped_model().tokenizer
    for names in _lists().values():
        assert len(names) == len(set(names))
        for name in names:
            assert len(tokenizer.encode(name, add_special_tokens=False).ids) == 1
