"""A text as a Word document, with the styles that its program gives to headings and items."""

from __future__ import annotations

import io

import docx

from benchmarks.clothes.form import blocks

_STYLES = {
    "title": "Title", "heading": "Heading 1", "bullet": "List Bullet", "number": "List Number",
}  # fmt: skip


def word(text: str) -> bytes:
    """Each line a paragraph."""
    made = docx.Document()
    for block in blocks(text):
        for line in block:
            paragraph = made.add_paragraph(style=_STYLES.get(line.kind))
            for words, bold in line.bold_parts():
                paragraph.add_run(words).bold = bold or None
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
