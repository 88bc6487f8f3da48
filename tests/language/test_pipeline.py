"""Words and passages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.language.pipeline import RUN, parse, passages

REPORT = "TALKS IN OSSEL\nMinister Ludovic Harnes met his guest.\r\n\r\n“We agree,” he said."


def test_words_have_sentences_paragraphs_and_syntax():
    words = parse(REPORT)
    assert [words[i] for i in words.paragraph_words(0)] == ["TALKS", "IN", "OSSEL"]
    said = [words[i] for i in range(len(words))].index("said")
    assert words[words.head[said]] == "said"
    assert words.dep[said] == "ROOT"
    assert {words[i] for i in words.inside((15, 29))} >= {"Minister", "Ludovic"}


def test_a_line_break_begins_a_sentence():
    words = parse("Talks in Ossel\nThe envoys met")
    assert list(words.sentence) == [0, 0, 0, 1, 1, 1]


def test_empty_and_blank_texts_have_no_words():
    assert len(parse("")) == 0
    assert len(parse(" \n\t ")) == 0


@given(st.text(alphabet="ab. \n”", max_size=200), st.integers(min_value=5, max_value=40))
def test_passages_cover_the_text(text, size):
    parts = list(passages(text, size))
    assert "".join(text[a:b] for a, b in parts) == text
    assert all(b - a <= size for a, b in parts)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_words_are_in_order_and_hold_no_white_space(text):
    words = parse(text)
    for i in range(len(words)):
        assert words[i].strip() == words[i] != ""
        assert i == 0 or words.start[i] >= words.end[i - 1]


@pytest.mark.parametrize(
    "dateline", ["SALTMERE, 14 May –", "OSSEL (Lamp News) —", "OSSEL, K.R., May 3 --"]
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(dateline):
    words = parse(f"{dateline} Ana Quill received the envoys. They left.")
    first = next(i for i in range(len(words)) if words[i] == "Ana")
    assert words.sentence[first] == 1 + words.sentence[first - 1]
    assert words.sentence[-1] == 1 + words.sentence[first]


def test_a_dash_within_a_sentence_ends_none():
    words = parse("The NATO envoys – all of them – left.")
    assert set(words.sentence.tolist()) == {0}


@pytest.mark.parametrize("mark", ['"', "(", "[", "_", "!", "…", "—", "a"])
def test_no_run_without_white_space_is_tokenised_at_once(mark: str) -> None:
    text = "A word. " + mark * 2_000 + " and another. " + mark * RUN + " end"
    parts = [text[a:b] for a, b in passages(text)]
    assert "".join(parts) == text
    assert max(len(run) for part in parts for run in part.split()) == RUN
    assert parse(text).text == text


@pytest.mark.parametrize("text", [" –  –  –  –  –  –  – \t", "\n–  –  –  –  – \n", " a  b\n"])
def test_whoever_goes_up_from_head_to_head_comes_to_a_root(text: str) -> None:
    """A word may hang on white space, which is no word of ours."""
    heads = parse(text).head.tolist()
    for word in range(len(heads)):
        seen: set[int] = set()
        while word not in seen:
            assert 0 <= word < len(heads)
            seen.add(word)
            if heads[word] == word:
                break
            word = heads[word]
        assert heads[word] == word
