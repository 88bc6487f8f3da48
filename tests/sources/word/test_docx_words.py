"""DOCX: tracked changes, content controls, text boxes and notes."""

from __future__ import annotations

import io
import zipfile

import pytest

from memcon.errors import EmptyError
from memcon.sources.word.docx import read_docx
from tests.sources.made_files import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(words: str, element: str = "t") -> str:
    return f'<w:r><w:{element} xml:space="preserve">{words}</w:{element}></w:r>'


def par(*inside: str, mark: str = "") -> str:
    form = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{form}{''.join(inside)}</w:p>"


def noted(kind: str, **notes: str) -> str:
    """A part of notes; `n2="words"` is the note with the number 2."""
    name = kind.removesuffix("s")
    inside = "".join(
        f'<w:{name} w:id="{number[1:]}">{par(run(words))}</w:{name}>'
        for number, words in notes.items()
    )
    return f'<w:{kind} xmlns:w="{W}">{inside}</w:{kind}>'


def made(*blocks: str, footnotes: str = "", endnotes: str = "") -> bytes:
    """A Word document of these blocks, with parts of notes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("X"))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                start, end = part.index("<w:body>") + 8, part.index("<w:sectPr")
                part = part[:start] + "".join(blocks) + part[end:]
            if name == "word/_rels/document.xml.rels":
                for kind, content in (("footnotes", footnotes), ("endnotes", endnotes)):
                    link = (
                        f'<Relationship Id="x{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
                    )
                    if content:
                        part = part.replace("</Relationships>", link + "</Relationships>")
                        new.writestr(f"word/{kind}.xml", content)
            new.writestr(name, part.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def text(*blocks: str, **notes: str) -> str:
    return read_docx("a.docx", made(*blocks, **notes)).text


def test_tracked_changes_are_taken_as_accepted() -> None:
    changed = par(
        run("Ossel will "),
        f'<w:ins w:id="1" w:author="a">{run("not ")}</w:ins>',
        f'<w:del w:id="2" w:author="a">{run("gladly ", "delText")}</w:del>',
        f'<w:moveFrom w:id="3" w:author="a">{run("today ")}</w:moveFrom>',
        run("sign"),
        f'<w:moveTo w:id="4" w:author="a">{run(" today")}</w:moveTo>',
        run("."),
    )
    assert text(changed) == "Ossel will not sign today."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = par(run("Ossel "), mark='<w:del w:id="1" w:author="a"/>')
    assert text(first, par(run("signs.")), par(run("Kestria waits."))) == (
        "Ossel signs.\n\nKestria waits."
    )


def test_rows_that_were_deleted_are_left_out() -> None:
    def row(words: str, form: str = "") -> str:
        return f"<w:tr>{form}<w:tc>{par(run(words))}</w:tc></w:tr>"

    gone = row("Velmar", '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>')
    assert text(f"<w:tbl>{row('Ossel')}{gone}{row('Kestria')}</w:tbl>") == "Ossel\nKestria"


def test_a_document_of_deletions_only_has_no_words() -> None:
    gone = par(f'<w:del w:id="2" w:author="a">{run("all", "delText")}</w:del>')
    with pytest.raises(EmptyError):
        text(gone)


def test_content_controls() -> None:
    def control(inside: str, form: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{form}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{par(run('Ossel'))}</w:tc>")
    words = text(
        control(par(run("Talks in Velmar"))),
        par(run("On "), control(run("3 March")), run(" they met.")),
        control(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"),
        par(run("End."), control(run("Click here"), "<w:showingPlcHdr/>")),
    )
    assert words == "Talks in Velmar\n\nOn 3 March they met.\n\nOssel\n\nEnd."


def test_a_text_box_once_behind_its_paragraph() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{par(run('In the box.'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert text(par(run("Before "), both, run("and after."))) == "Before and after.\n\nIn the box."
    old = f"<w:r><w:pict>{box}</w:pict></w:r>"
    assert text(par(old, run("Beside."))) == "Beside.\n\nIn the box."


def test_notes_stand_apart_at_the_end() -> None:
    foot = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    words = text(
        par(run("“The light"), end, run(" stays,”"), foot, run(" she said.")),
        par('<w:del w:id="1" w:author="a"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'),
        footnotes=noted("footnotes", n2="Said in Velmar.", n3="Struck out."),
        endnotes=noted("endnotes", n5="That of Corran."),
    )
    assert words == "“The light stays,” she said.\n\n[1] That of Corran.\n[2] Said in Velmar."


def test_a_note_that_is_not_there() -> None:
    foot = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    assert text(par(run("Words."), foot)) == "Words."
    assert text(par(run("Words."), foot), footnotes=noted("footnotes", n2="No.")) == "Words."


def test_controls_in_controls_without_end_end_in_words_or_an_error() -> None:
    deep = "<w:sdt><w:sdtContent>" * 100 + par(run("deep")) + "</w:sdtContent></w:sdt>" * 100
    assert text(deep) == "deep"
