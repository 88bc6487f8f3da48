"""A text as a web page: with headings, paragraphs and lists, or as old pages are, laid out in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from benchmarks.clothes.form import Line, blocks

_HEAD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
)
_MENU = '<a href="/">Home</a> <a href="/news">News</a> <a href="/contact">Contact</a>'
_TAGS = {"title": "h1", "heading": "h2", "paragraph": "p"}


def page(text: str) -> bytes:
    """With the elements that say what each part is."""
    body = "\n".join(_part(kind, lines) for kind, lines in _runs(text))
    return (
        f"{_HEAD.format(title=escape(_title(text)))}<nav>{_MENU}</nav><main><article>\n{body}\n"
        "</article></main><footer>© Press Service</footer></body></html>"
    ).encode()


def old_page(text: str) -> bytes:
    """In the cell of a table, lines broken by `br`, headings in bold, the signs of items as written."""
    body = "\n".join(
        "<p>" + "<br>\n".join(map(_old_line, block)) + "</p>" for block in blocks(text)
    )
    return (
        f"{_HEAD.format(title=escape(_title(text)))}<table width='100%'><tr><td>{_MENU}</td>"
        f"<td>\n{body}\n</td></tr></table></body></html>"
    ).encode()


def _title(text: str) -> str:
    return text.split("\n", 1)[0]


def _runs(text: str) -> Iterator[tuple[str, list[Line]]]:
    for block in blocks(text):
        for kind, run in groupby(block, key=lambda line: line.kind):
            yield kind, list(run)


def _part(kind: str, lines: list[Line]) -> str:
    if kind == "bullet":
        return f"<ul>{_items(lines)}</ul>"
    if kind == "number":
        return f'<ol start="{lines[0].number}">{_items(lines)}</ol>'
    tag = _TAGS[kind]
    return "\n".join(f"<{tag}>{_inline(line)}</{tag}>" for line in lines)


def _items(lines: Iterable[Line]) -> str:
    return "".join(f"<li>{_inline(line)}</li>" for line in lines)


def _inline(line: Line) -> str:
    return "".join(
        f"<b>{escape(words)}</b>" if bold else escape(words) for words, bold in line.bold_parts()
    )


def _old_line(line: Line) -> str:
    if line.kind in ("title", "heading"):
        return f"<b>{_inline(line)}</b>"
    sign = {"bullet": "• ", "number": f"{line.number}. "}.get(line.kind, "")
    return sign + _inline(line)
