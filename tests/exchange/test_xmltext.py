from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memcon.exchange.xmltext import escaped, illegal, legal, restored, unescaped

#: Any characters, lone surrogates among them.
texts = st.text(st.characters(exclude_categories=()))


@settings(deadline=None)
@given(texts)
def test_legal_text_is_xml_of_the_same_length(text: str):
    element = etree.Element("a")
    element.text = legal(text)
    assert len(legal(text)) == len(text)
    # A parser makes CR an LF, unless it is written as a reference, which lxml does.
    assert (etree.fromstring(etree.tostring(element)).text or "") == legal(text)


@settings(deadline=None)
@given(texts)
def test_what_was_replaced_can_be_restored(text: str):
    assert restored(legal(text), illegal(text)) == text


@settings(deadline=None)
@given(texts | st.sampled_from(("\\u001b", "\\\\u005cu", "C:\\users", "a\x1b\\u0041")))
def test_escapes_can_be_undone(text: str):
    assert legal(escaped(text)) == escaped(text)
    assert unescaped(escaped(text)) == text


def test_plain_text_stays_as_it_is():
    assert escaped("a – b\n\\n") == legal("a – b\n\\n") == "a – b\n\\n"
    assert illegal("a\x1bb\ufffe") == "1:1b 3:fffe"
