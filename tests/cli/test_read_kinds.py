"""`memcon read` takes whatever `memcon add` takes; what holds several documents gives several Records."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAID, names, records
from tests.collecting.conftest import Site, site
from tests.sources.made_files import atom, docx, eml, packed, page, pdf, warc

__all__ = ["site"]
LINE = SAID.strip()
PAGE = page(LINE)
FILES = {
    "a.pdf": pdf([LINE]), "b.docx": docx(LINE), "c.eml": eml(LINE), "d.html": PAGE,
    "e.zip": packed(inner_txt=SAID.encode(), other_pdf=pdf([LINE])),
    "f.warc": b"".join(warc(("https://ossel.example/1", PAGE), ("https://ossel.example/2", PAGE))),
    "g.xml": atom(f"<entry><title>T</title><id>urn:1</id><content>{LINE}</content></entry>"),
    "h.jsonl": json.dumps({"text": SAID}).encode(),
}  # fmt: skip
NAMES = ["a.pdf", "b.docx", "c.eml", "d.html", "inner.txt", "other.pdf", "1", "2", "T", "h.jsonl:1"]


@pytest.fixture
def made(folder: Path) -> Path:
    """A folder of files of all kinds."""
    (folder / "in").mkdir()
    for name, data in FILES.items():
        (folder / "in" / name).write_bytes(data)
    return folder / "in"


def test_a_folder_of_all_kinds(made: Path, memcon: Callable) -> None:
    result = memcon("read", "in", "--offline", "-f", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(result.stdout) == NAMES
    assert all(len(record["attributions"]) == 1 for record in records(result.stdout))


def test_several_documents_of_one_file_are_told_one_after_the_other(
    made: Path, memcon: Callable
) -> None:
    text = memcon("read", "in/e.zip").stdout
    assert text.index("inner.txt") < text.index("other.pdf")
    assert text.count("“The lamps stay lit,”") == 2
    refused = memcon("read", "in/e.zip", "-f", "json")
    assert refused.exit_code == 2 and "--format json holds one document" in refused.stderr


@pytest.mark.parametrize("name", FILES)
def test_standard_input_is_told_by_how_it_begins(made: Path, process: Callable, name: str) -> None:
    run = process("read", "-", "--offline", "-f", "jsonl", stdin=subprocess.PIPE)
    out, err = run.communicate(FILES[name], timeout=60)
    assert (run.returncode, err) == (0, b"")
    assert all(len(record["attributions"]) == 1 for record in records(out))


def test_what_is_wrong_in_a_file_costs_itself(folder: Path, memcon: Callable) -> None:
    pages = [("https://ossel.example/1", PAGE * 9), ("https://ossel.example/2", PAGE)]
    one, two = map(gzip.compress, warc(*pages))
    (folder / "a.warc.gz").write_bytes(one[:-90] + two)
    (folder / "b.zip").write_bytes(packed(bad_pdf=b"%PDF-1.4", good_txt=SAID.encode()))
    (folder / "c.eml").write_bytes(
        eml(LINE, attached={"bad.docx": b"words", "good.pdf": pdf([LINE])})
    )
    result = memcon("read", "a.warc.gz", "b.zip", "c.eml", "-f", "jsonl")
    assert names(result.stdout) == ["2", "good.txt", "c.eml", "good.pdf"]
    *told, summary = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == [
        "a.warc.gz (https://ossel.example/1)", "b.zip!/bad.pdf", "c.eml!/bad.docx",
    ]  # fmt: skip
    assert (result.exit_code, summary) == (1, "memcon: 3 of 7 documents failed")


def test_addresses_of_pages_feeds_and_sitemaps(site: Site, memcon: Callable) -> None:
    pages = [site.page(f"/{n}", page(LINE, str(n))) for n in range(3)]
    entries = "".join(
        f'<entry><title>T{n}</title><id>{n}</id><link href="{at}"/></entry>'
        for n, at in enumerate(pages[:2])
    )
    feed = site.page("/feed", atom(entries), "application/atom+xml")
    urls = "".join(f"<url><loc>{at}</loc></url>" for at in pages)
    sitemap = site.page("/map.xml", f"<urlset>{urls}</urlset>".encode(), "text/xml")
    result = memcon("read", pages[2], feed, sitemap, "--pause", "0", "--most", "2", "-f", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(result.stdout) == ["2", "0", "1", "0", "1"]
    assert [record["document"]["url"] for record in records(result.stdout)][:2] == [
        pages[2],
        pages[0],
    ]


def test_an_address_that_cannot_be_had(site: Site, folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID)
    result = memcon("read", f"{site.address}/none", "a.txt", "--pause", "0", "-f", "jsonl")
    assert names(result.stdout) == ["a.txt"]
    assert "the server answers 404" in result.stderr
    assert result.exit_code == 1
    offline = memcon("read", site.address, "--offline")
    assert offline.exit_code == 1 and "--offline was given" in offline.stderr


def test_only_what_the_user_names_is_asked_on_this_machine(
    site: Site, folder: Path, memcon: Callable
) -> None:
    """A feed that leads to a private network gets an answer only if the user allows it."""
    link = site.page("/talks", PAGE)
    (folder / "feed.xml").write_bytes(
        atom(f'<entry><title>T</title><id>1</id><link href="{link}"/></entry>')
    )
    refused = memcon("read", "feed.xml", "-f", "jsonl")
    assert "in a private network" in refused.stderr and refused.exit_code == 1
    assert site.paths() == []
    assert names(memcon("read", "feed.xml", "--private", "-f", "jsonl").stdout) == ["talks"]
