"""Documents that nobody would write: each gives a Record or a reason, in a gigabyte of memory."""

from __future__ import annotations

import io
import re
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAID, records
from tests.sources.made_files import docx, eml, pdf
from tests.sources.mail.test_eml import forwarded, in_each_other

LINE = SAID.strip()
#: For a line of a million characters.
TIMES = 1_000_000 // len(LINE)


def revised(kind: str) -> bytes:
    """A Word document whose only words were put in, or taken out, under tracking of changes."""
    words = "delText" if kind == "del" else "t"
    run = f'<w:{kind} w:id="1" w:author="a"><w:r><w:{words}>{LINE}</w:{words}></w:r></w:{kind}>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("X"))) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "word/document.xml":
                data = re.sub(rb"<w:r>.*?</w:r>", run.encode(), data, count=1, flags=re.DOTALL)
            made.writestr(name, data)
    return out.getvalue()


def nested(element: str, count: int) -> bytes:
    return f"<html><body>{f'<{element}>' * count}<p>{LINE}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.docx", revised("ins"), 1),
        ("a.docx", revised("del"), "there is no text in this Word document"),
        ("a.html", nested("blockquote", 50), 1),
        ("a.html", nested("div", 49_900), 1),
        ("a.html", nested("div", 50_000), "elements, and 50,000 are read"),
        ("a.eml", forwarded(forwarded(eml(LINE))), 1),
        ("a.eml", in_each_other(5000, "mail"), "they lie in each other more than 30 deep"),
        ("a.txt", "\r\n \r \n \u2028 \x85 \x0b \x0c ".join([LINE] * 3).encode(), 3),
        ("a.txt", (f"{LINE} " * TIMES).encode(), TIMES),
        ("a.txt", b"words" * 200_000, 0),
        ("a.pdf", pdf([]), "a scan|no words were recognised"),
        ("a.pdf", pdf([LINE] * 2000), 2000),
    ],
    ids=[
        "put in", "taken out", "blockquotes", "tags", "more tags", "mails", "mails without end",
        "line ends", "one line", "one word", "scan", "a long page",
    ],
)  # fmt: skip
def test_each_is_read_or_told_of(
    folder: Path, process: Callable, name: str, data: bytes, found: int | str
) -> None:
    (folder / name).write_bytes(data)
    most = 1024**3

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))

    run = process("read", name, "-f", "jsonl", preexec_fn=limit)
    out, err = run.communicate(timeout=600)
    if isinstance(found, str):
        assert re.search(found, err.decode()) and run.returncode == 1
        assert b"please report it" not in err
        return
    assert (err, run.returncode) == (b"", 0)
    assert sum(len(record["attributions"]) for record in records(out)) == found
