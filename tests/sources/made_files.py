"""Files of many kinds, made here, about states that do not exist."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

WORDS = (
    "The foreign minister of Kestria said on Monday that the talks in Velmar would go on in May."
)


def pdf(*pages: list[str], title: str | None = None) -> bytes:
    """A PDF of pages of lines."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for number, lines in enumerate(pages):
        content = "BT /F1 12 Tf 14 TL 50 750 Td " + " ".join(
            f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines
        )
        stream = (content + " ET").encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title or ''}) /CreationDate (D:20310303120000+01'00') >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(objects), len(out),
    )  # fmt: skip
    return out + head + table + trailer


def docx(*paragraphs: str, title: str = "", table: list[list[str]] | None = None) -> bytes:
    """A Word document."""
    from docx import Document

    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if table:
        rows = made.add_table(len(table), len(table[0]))
        for row, cells in zip(rows.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    made.core_properties.title = title
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def eml(words: str, *, html: str | None = None, attached: dict[str, bytes] | None = None) -> bytes:
    """A mail."""
    mail = EmailMessage()
    mail["From"] = "Press Office of Ossel <press@ossel.example>"
    mail["Subject"] = "Talks in Velmar"
    mail["Date"] = "Mon, 03 Mar 2031 10:00:00 +0100"
    if words:
        mail.set_content(words)
    if html:
        if words:
            mail.add_alternative(html, subtype="html")
        else:
            mail.set_content(html, subtype="html")
    for name, content in (attached or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def page(*paragraphs: str, title: str = "Talks in Velmar", canonical: str | None = None) -> bytes:
    """A web page."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{link}'
        f"</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def packed(**files: bytes) -> bytes:
    """A ZIP archive; `a_txt` is the file `a.txt`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def warc(*pages: tuple[str, bytes], media: str = "text/html", status: int = 200) -> list[bytes]:
    """The records of a web archive, one for each address and page."""
    out = []
    for number, (address, body) in enumerate(pages):
        http = (
            f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\nETag: \"{number}\"\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body  # fmt: skip
        out.append(
            (
                "WARC/1.1\r\nWARC-Type: response\r\n"
                f"WARC-Target-URI: {address}\r\nWARC-Date: 2031-03-03T10:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n"
            ).encode()
            + http
            + b"\r\n\r\n"
        )
    return out


def atom(*entries: str) -> bytes:
    """An Atom feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        "<title>Ministry of Ossel</title><id>urn:ossel</id>" + "".join(entries) + "</feed>"
    ).encode()
