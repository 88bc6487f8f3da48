"""A sound file of each kind that memcon collects from, as small as its parts allow."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from email.message import EmailMessage

WORDS = (
    "The foreign minister of Kestria said on Monday that the talks in Velmar would go on in May. "
    "“We agree,” President Quill answered."
)
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks in Velmar</title>'
    '<link rel="canonical" href="https://ossel.example/talks">'
    '<meta property="article:published_time" content="2031-03-03T10:00:00Z"></head>'
    f"<body><article><h1>Talks in Velmar</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
).encode()
_ENTRY = (
    "<item><title>Talks</title><link>https://ossel.example/1</link>"
    f"<pubDate>Mon, 03 Mar 2031 10:00:00 +0100</pubDate><description>{WORDS}</description></item>"
)
#: Kind to how the name of its files ends.
ENDS = {
    "pdf": ".pdf", "docx": ".docx", "eml": ".eml", "warc": ".warc", "warc.gz": ".warc.gz",
    "zip": ".zip", "wacz": ".wacz", "rss": ".rss", "html": ".html", "json": ".json", "txt": ".txt",
}  # fmt: skip


def original(kind: str) -> bytes:
    """A file of the kind."""
    return {
        "pdf": _pdf, "docx": _docx, "eml": _eml, "warc": _warc, "warc.gz": _warc_gz, "zip": _zip,
        "wacz": _wacz, "rss": _rss, "html": lambda: _PAGE, "json": _json, "txt": WORDS.encode,
    }[kind]()  # fmt: skip


def _pdf() -> bytes:
    from tests.sources.made_files import pdf

    return pdf([WORDS[:80], "President Quill answered."], ["Another page."], title="Talks")


def _docx() -> bytes:
    from tests.sources.made_files import docx

    whole = docx(WORDS, WORDS, title="Talks", table=[["a", "b"], ["c", "d"]])
    # What the template brings beside the text is left out, and what names it.
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if re.match(r"word/document|_rels|\[Content|docProps/core|word/_rels", name):
                named = (
                    rb"(?i)<(?:Relationship|Override)\b[^>]*(?:theme|styles|settings|font|custom"
                )
                named += rb"|numbering|app.xml|thumbnail)[^>]*/>"
                keep = name == "word/document.xml"
                new.writestr(name, old.read(name) if keep else re.sub(named, b"", old.read(name)))
    return out.getvalue()


def _eml() -> bytes:
    mail = EmailMessage()
    mail["From"] = "Press Office of Ossel <press@ossel.example>"
    mail["Subject"] = "Talks in Velmar – “Kestria”"
    mail["Date"] = "Mon, 03 Mar 2031 10:00:00 +0100"
    mail.set_content(WORDS)
    mail.add_alternative(_PAGE.decode(), subtype="html")
    mail.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="notes.txt")
    mail.add_attachment(_pdf(), maintype="application", subtype="pdf", filename="talks.pdf")
    return mail.as_bytes()


def _records() -> list[bytes]:
    from tests.sources.made_files import warc

    return warc(("https://ossel.example/1", _PAGE), ("https://ossel.example/2", _PAGE))


def _warc() -> bytes:
    return b"".join(_records())


def _warc_gz() -> bytes:
    return b"".join(map(gzip.compress, _records()))


def _packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def _zip() -> bytes:
    return _packed(a_txt=WORDS.encode(), b_html=_PAGE, c_pdf=_pdf(), d__e_json=_json())


def _wacz() -> bytes:
    about = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": []})
    return _packed(datapackage_json=about.encode(), archive__data_warc=_warc())


def _rss() -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ossel</title>'
    return f"{head}{_ENTRY}{_ENTRY.replace('/1', '/2')}</channel></rss>".encode()


def _json() -> bytes:
    about = {"name": "talks", "date": "2031-03-03", "url": "https://ossel.example/1"}
    return json.dumps([{"text": WORDS, **about}, {"text": WORDS, "title": "Talks"}]).encode()
