import pytest

from memcon.report.place import Lines


def test_lines_and_columns_count_from_one():
    lines = Lines("one\ntwo\r\nthree\rfour")
    assert lines.place(0) == (1, 1)
    assert lines.place(4) == (2, 1)
    assert lines.place(6) == (2, 3)
    assert lines.place(9) == (3, 1)
    assert lines.place(15) == (4, 1)


def test_an_astral_character_is_one_column():
    assert Lines("😀a").place(1) == (1, 2)


def test_the_end_of_the_text_has_a_place():
    assert Lines("").place(0) == (1, 1)
    assert Lines("a\n").place(2) == (2, 1)


@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(ValueError, match="outside the text of 2 characters"):
        Lines("ab").place(offset)
