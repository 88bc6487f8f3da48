from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.exchange.utf16 import Units


@settings(deadline=None)
@given(st.text(st.sampled_from("aé😀𝔏\n")), st.data())
def test_offsets_are_those_of_the_encoded_text(text: str, data: st.DataObject):
    units = Units(text)
    point = data.draw(st.integers(0, len(text)))
    unit = len(text[:point].encode("utf-16-le")) // 2
    assert units.of(point) == unit
    assert units.back(unit) == point


def test_the_middle_of_a_pair_counts_as_its_begin():
    assert [Units("a😀b").back(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
