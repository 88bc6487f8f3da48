"""ZIP: the files inside, and those that are bombs, encrypted or broken."""

from __future__ import annotations

import io
import zipfile
from copy import copy

import pytest

from memcon.errors import FormatError, SourceError, UnreadableError
from memcon.sources import allowance
from memcon.sources.allowance import Allowance
from memcon.sources.limits import TooLargeError
from memcon.sources.zip import files_of_zip
from tests.sources.made_files import packed


def files(data: bytes) -> dict[str, bytes | SourceError]:
    return dict(files_of_zip("a.zip", io.BytesIO(data)))


def test_each_file_is_given() -> None:
    assert files(packed(a_txt=b"one", b_txt=b"two")) == {"a.txt": b"one", "b.txt": b"two"}


def test_hidden_files_and_folders_are_left_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (".hidden", "__MACOSX/a.txt", "folder/", "folder/a.txt"):
            archive.writestr(name, "x")
    assert files(out.getvalue()) == {"folder/a.txt": b"x"}


def test_a_bomb_is_told_of_and_the_rest_is_given() -> None:
    found = files(packed(bomb_txt=bytes(50_000_000), b_txt=b"two"))
    assert isinstance(found["bomb.txt"], TooLargeError)
    assert "as only a ZIP bomb does" in found["bomb.txt"].reason
    assert found["b.txt"] == b"two"


def test_a_bomb_that_lies_about_its_size() -> None:
    data = bytearray(packed(bomb_txt=bytes(90_000_000)))
    # The size stands in the directory at the end, and in front of the file.
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(mark) + place
        data[at : at + 4] = (1000).to_bytes(4, "little")
    found = files(bytes(data))["bomb.txt"]
    assert isinstance(found, SourceError)


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.sources.zip.MOST_FILES", 1)
    with pytest.raises(TooLargeError, match="there are 2 files in it"):
        files(packed(a_txt=b"one", b_txt=b"two"))


def test_an_encrypted_file() -> None:
    data = bytearray(packed(a_txt=b"one"))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= 1
    found = files(bytes(data))["a.txt"]
    assert isinstance(found, UnreadableError)
    assert "it is encrypted; unpack it" in found.reason


def test_broken_ones() -> None:
    with pytest.raises(FormatError, match="this ZIP archive is broken"):
        files(b"PK\x03\x04 cut")
    data = bytearray(packed(a_txt=b"one " * 1000, b_txt=b"two"))
    data[40] ^= 255
    found = files(bytes(data))
    assert isinstance(found["a.txt"], FormatError)
    assert found["b.txt"] == b"two"


def overlapping(times: int, size: int = 900_000) -> bytes:
    """An archive that lists the same bytes under many names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(size))
        [member] = archive.infolist()
        for number in range(1, times):
            again = copy(member)
            again.filename = again.orig_filename = f"{number}.txt"
            archive.filelist.append(again)
    return out.getvalue()


@pytest.mark.parametrize("times", [2, 2000])
def test_files_over_the_same_bytes_are_refused(times: int) -> None:
    with pytest.raises(FormatError, match="lie over each other, as only those of a ZIP bomb do"):
        files(overlapping(times))


def test_all_files_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "LEAST", 2_500_000)
    data = packed(**{f"{n}_txt": bytes(900_000) for n in range(5)})
    found = []
    with pytest.raises(TooLargeError, match="comes to more than 2,500,000 bytes together"):
        for name, _ in files_of_zip("a.zip", io.BytesIO(data), Allowance(len(data))):
            found.append(name)
    assert found == ["0.txt", "1.txt"]


def test_an_allowance_that_is_used_up_stays_so() -> None:
    left = Allowance(10**9)
    assert left.most == 20 * 10**9
    left.take("a", left.most)
    for _ in range(2):
        with pytest.raises(TooLargeError):
            left.take("a", 1)
