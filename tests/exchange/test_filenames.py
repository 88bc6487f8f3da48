import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.exchange.filenames import Stems


@pytest.mark.parametrize(
    ("name", "stem"),
    [("talks.txt", "talks"), ("a.b.html", "a.b"), ("Talks (1).txt", "Talks_(1)"),
     ("../../etc/passwd", "etc_passwd"), ("a;b \"c\"\n.txt", "a_b_c"), ("встреча.txt", "встреча"),
     ("", "document"), ("...", "document"), ("noend", "noend")],
)  # fmt: skip
def test_a_stem_is_the_name_as_far_as_it_can_be(name: str, stem: str):
    assert Stems().next(name) == stem


def test_a_stem_is_given_once():
    stems = Stems()
    names = ("a.txt", "A.txt", "a.html", "a-2.txt")
    assert [stems.next(name) for name in names] == ["a", "A-2", "a-3", "a-2-2"]


@settings(deadline=None)
@given(st.text())
def test_any_name_makes_a_file_name(name: str):
    stem = Stems().next(name)
    assert stem and "/" not in stem and "\0" not in stem and not stem.startswith(".")
    assert len(f"{stem}-1000.ann".encode()) < 255
