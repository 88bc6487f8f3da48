"""Styles: a citation as Chicago, BibTeX, RIS and the W3C's Web Annotation write it.

No author is given: whoever published a page is not for us to guess. Chicago then puts the publisher
first (Chicago Manual of Style, 17th ed., 14.205–10). An address that memcon has not had the text from is
cited as what whoever added it says.
"""

from __future__ import annotations

import json
import re
from typing import Any

from memcon.archive.citation import Citation
from memcon.report.visible import line, writable

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
#: Said of an address that is only claimed.
CLAIMED = "address as stated by who added it"
_TEX_SPECIAL = re.compile(r"[\\{}$&#_%~^]")


def chicago(citation: Citation) -> str:
    """An entry of a bibliography, with the place of the words behind it."""
    title = _title(citation)
    stop = "" if title.endswith(("?", "!", ".")) else "."
    parts = [f"“{title}{stop}”"]
    if citation.publisher:
        parts.insert(0, citation.publisher.rstrip(".") + ".")
    parts.append(f"{_day(citation.date) or f'Accessed {_day(citation.accessed)}'}.")
    parts.append(f"{citation.source}{f' ({CLAIMED})' if citation.source_claimed else ''}.")
    return line(" ".join(parts) + f" {_where(citation)}.")


def bibtex(citation: Citation) -> str:
    """An entry of BibTeX's, of a kind that all styles know."""
    year, month, day = (*(citation.date or "").split("-"), "", "", "")[:3]
    fields = [
        ("title", f"{{{_tex(_title(citation))}}}"),
        ("author", f"{{{_tex(citation.publisher)}}}" if citation.publisher else ""),
        ("year", year),
        ("month", _MONTHS[int(month) - 1][:3].lower() if month else ""),
        ("day", str(int(day)) if day else ""),
        ("url", _address(citation)),
        ("urldate", citation.accessed),
        ("note", _tex(f"{_where(citation)}: {_quoted(citation)}{_doubt(citation)}")),
    ]
    key = "memcon" + re.sub(r"[^0-9a-z]", "x", citation.id)
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields if value)
    return f"@misc{{{key}{body}\n}}"


def ris(citation: Citation) -> str:
    """An entry of RIS's, as reference managers read it."""
    year, month, day = (*(citation.date or "").split("-"), "", "", "")[:3]
    fields = [
        ("TY", "ELEC"),
        ("TI", line(_title(citation))),
        ("PB", line(citation.publisher or "")),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("UR", _address(citation)),
        ("Y2", citation.accessed.replace("-", "/") + "/"),
        ("SP", str(citation.spans[0][0])),
        ("EP", str(citation.spans[-1][1])),
        ("N1", f"{_where(citation)}: {_quoted(citation)}{_doubt(citation)}"),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "])


def annotation(citation: Citation) -> dict[str, Any]:
    """A Web Annotation (W3C, 2017) whose targets select the words by quotation and by position.

    Positions are code points of the text of that SHA-256, as `memcon archive text` prints it. Of a source
    that is only claimed a comment says so.
    """
    targets = [
        {
            "type": "SpecificResource",
            "source": _address(citation),
            "selector": [
                {
                    "type": "TextQuoteSelector", "exact": writable(exact),
                    "prefix": writable(before), "suffix": writable(behind),
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        }
        for (start, end), exact, before, behind in zip(
            citation.spans, citation.words, citation.before, citation.behind, strict=True
        )
    ]  # fmt: skip
    said = {"type": "TextualBody", "purpose": "commenting", "value": f"Source: {CLAIMED}."}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:memcon:{citation.sha256}:{citation.spans[0][0]}-{citation.spans[-1][1]}",
        "type": "Annotation",
        **({"body": said} if citation.source_claimed else {}),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def w3c(citation: Citation) -> str:
    """The Web Annotation as JSON."""
    return json.dumps(annotation(citation), ensure_ascii=False, indent=2)


def _title(citation: Citation) -> str:
    return line(citation.title or citation.name)


def _address(citation: Citation) -> str:
    # In BibTeX and RIS a space or a brace would end it.
    return re.sub(r"[\s{}\\]", lambda m: f"%{ord(m[0]):02X}", citation.source)


def _doubt(citation: Citation) -> str:
    return f"; {CLAIMED}" if citation.source_claimed else ""


def _where(citation: Citation) -> str:
    begins, ends = citation.spans[0][0], citation.spans[-1][1]
    return f"Line {citation.place.line}, characters {begins}–{ends}"


def _quoted(citation: Citation) -> str:
    words = " … ".join(line(words) for words in citation.words)
    return f"“{words}”" + (f" ({line(citation.speaker)})" if citation.speaker else "")


def _day(date: str | None) -> str:
    """A day in words: `May 14, 2024`, `May 2024`, `2024`."""
    if not date:
        return ""
    year, month, day = (*date.split("-"), "", "")[:3]
    if not month:
        return year
    return f"{_MONTHS[int(month) - 1]} {f'{int(day)}, ' if day else ''}{year}"


def _tex(words: str) -> str:
    return _TEX_SPECIAL.sub(lambda m: _TEX[m[0]], line(words))
