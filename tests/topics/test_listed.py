"""A user's own list of topics: what it may say, and what is wrong with it in words."""

import pytest

from memcon.errors import MemconError
from memcon.topics import Topic, Topics, TopicsError

SEA = """\
- name: Sea
  terms: [sea lane, pilot]
- name: Fishing
  terms: [fishing, catch]
  parent: Sea
- name: Permits
  terms: landing permit
  parent: Fishing
"""


def test_a_list_has_names_terms_and_parents():
    topics = Topics.parse(SEA)
    assert topics.entries[1] == Topic("Fishing", ("fishing", "catch"), "Sea")
    assert topics.entries[2].terms == ("landing permit",)
    assert topics.line("Permits") == ("Permits", "Fishing", "Sea")


def test_a_parent_may_stand_behind_its_child():
    topics = Topics.parse("- {name: A, terms: [a], parent: B}\n- {name: B, terms: [b]}")
    assert topics.line("A") == ("A", "B")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- name: [", "this is not YAML: line 1, column"),
        ("", "this is no list of topics"),
        ("name: Sea", "this is no list of topics"),
        ("- Sea", "entry 1 is not a topic"),
        ("- terms: [sea]", "the name of entry 1 is empty"),
        ("- {name: ' ', terms: [sea]}", "the name of entry 1 is empty"),
        ("- {name: Sea}", "topic “Sea” has no terms"),
        ("- {name: Sea, terms: []}", "topic “Sea” has no terms"),
        ("- {name: Sea, terms: ['  ']}", "a term of topic “Sea” is empty"),
        ("- {name: Sea, terms: ['...']}", "a term of topic “Sea” is empty"),
        (
            "- {name: Sea, terms: [12]}",
            "a term of topic “Sea” is 12, not words: put it in quotation",
        ),
        ("- {name: no, terms: [no]}", "the name of entry 1 is False, not words"),
        ("- {name: Sea, words: [sea]}", "entry 1 has a field “words”"),
        ("- {name: Sea, terms: [sea]}\n- {name: sea, terms: [x]}", "there are two topics “sea”"),
        ("- {name: Sea, terms: [sea], parent: Water}", "has the parent “Water”, which the list"),
        ("- {name: Sea, terms: [sea], parent: Sea}", "cannot lie within itself: “Sea” in “Sea”"),
        (
            "- {name: A, terms: [a], parent: B}\n- {name: B, terms: [b], parent: A}",
            "cannot lie within itself: “A” in “B” in “A”",
        ),
        (
            "- {name: C, terms: [c], parent: A}\n- {name: A, terms: [a], parent: B}\n"
            "- {name: B, terms: [b], parent: A}",
            "cannot lie within itself: “A” in “B” in “A”",
        ),
        ("- !!python/object:os.system x", "this is not YAML"),
    ],
)
def test_what_is_wrong_is_told(text, message):
    with pytest.raises(TopicsError) as raised:
        Topics.parse(text)
    assert message in str(raised.value)
    assert isinstance(raised.value, MemconError)


def test_the_file_is_named_in_the_message(folder):
    (folder / "topics.yaml").write_text("- Sea", "utf-8")
    with pytest.raises(TopicsError, match=r"topics\.yaml: entry 1 is not a topic"):
        Topics.load("topics.yaml")
    with pytest.raises(TopicsError, match=r"the topics in gone\.yaml cannot be read: no such file"):
        Topics.load("gone.yaml")
    (folder / "latin.yaml").write_bytes(b"- name: Caf\xe9")
    with pytest.raises(TopicsError, match="is not UTF-8"):
        Topics.load("latin.yaml")


def test_the_sample_is_sound():
    from pathlib import Path

    topics = Topics.load(Path(__file__).parents[2] / "samples/topics.yaml")
    assert topics.line("Landing permits") == ("Landing permits", "Fishing")
