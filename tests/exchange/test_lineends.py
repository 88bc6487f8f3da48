from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.exchange.lineends import Unified

texts = st.text(st.sampled_from("ab\r\n 😀"), min_size=1)


@settings(deadline=None)
@given(texts, st.data())
def test_words_stay_where_they_are(text: str, data: st.DataObject):
    unified = Unified(text)
    assert unified.text == text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    span = unified.span((start, end))
    if text[start - 1 : start + 1] == "\r\n" and start:
        # The second half of a line end is left out, as it is no character any more.
        words = words[1:]
    assert (unified.text[slice(*span)] if span else "") == words


def test_the_line_feed_of_a_pair_alone_is_nothing():
    assert Unified("a\r\nb").span((2, 3)) is None
    assert Unified("a\r\nb").spans(((0, 1), (2, 3), (3, 4))) == ((0, 1), (2, 3))
