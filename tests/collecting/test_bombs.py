"""Small files that unpack to no end: told of, and the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.sources import allowance
from tests.collecting.test_files import collect
from tests.sources.made_files import WORDS, eml, packed
from tests.sources.mail.test_eml import in_each_other
from tests.sources.pdf.test_pdf import listed
from tests.sources.test_zip import overlapping


def test_each_costs_itself(folder: Path) -> None:
    (folder / "a.zip").write_bytes(overlapping(2000))
    (folder / "b.eml").write_bytes(in_each_other(4000, "mail"))
    (folder / "c.pdf").write_bytes(listed(20_000))
    (folder / "d.html").write_bytes(b"<p>a" * 100_000)
    (folder / "e.zip").write_bytes(
        packed(
            bomb_zip=overlapping(2000),
            deep_eml=in_each_other(4000, "part"),
            good_txt=WORDS.encode(),
        )
    )
    (folder / "f.txt").write_text(WORDS)
    texts, reasons = collect("a.zip", "b.eml", "c.pdf", "d.html", "e.zip", "f.txt")
    assert list(texts) == ["e.zip!/good.txt", "f.txt"]
    assert "please report it" not in " ".join(reasons.values())
    assert {"a.zip", "b.eml", "c.pdf", "d.html", "e.zip!/bomb.zip", "e.zip!/deep.eml"} == set(
        reasons
    )


def test_archives_in_an_archive_have_one_limit_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "LEAST", 300_000)
    inner = packed(**{f"{n}_txt": WORDS.encode() * 1000 for n in range(2)})
    (folder / "a.zip").write_bytes(packed(**{f"{n}_zip": inner for n in range(9)}))
    (folder / "b.txt").write_text(WORDS)
    texts, reasons = collect("a.zip", "b.txt")
    assert len(texts) == 4
    assert "comes to more than 300,000 bytes together" in reasons["a.zip"]


def test_mails_attached_to_mails(folder: Path) -> None:
    mail = eml(f"{WORDS} The first.")
    for number in range(9):
        mail = eml(f"{WORDS} Number {number}.", attached={"in.eml": mail})
    (folder / "a.eml").write_bytes(mail)
    texts, reasons = collect("a.eml")
    assert len(texts) == 6
    [reason] = reasons.values()
    assert "mails in mails again and again" in reason
