"""Mails: lines that a program broke, replies that quote, and days with slashes."""

from __future__ import annotations

from memcon.sources.days import day
from memcon.sources.mail.eml import read_eml


def text(words: str, form: str = "; format=flowed") -> str:
    head = f"From: a@ossel.example\nSubject: Talks\nContent-Type: text/plain; charset=utf-8{form}\n"
    return read_eml("a.eml", f"{head}Content-Transfer-Encoding: 8bit\n\n{words}".encode()).text


def test_lines_that_go_on() -> None:
    assert text("Ossel will \nnot sign.\n From here.\n-- \nPress\n") == (
        "Ossel will not sign.\nFrom here.\n--\nPress"
    )
    assert text("Os \nsel signs.\n", "; format=flowed; delsp=yes") == "Ossel signs."
    assert text("Ossel will \nnot sign.\n", "") == "Ossel will\nnot sign."


def test_quoted_replies_stand_apart() -> None:
    assert text("We agree.\n> Will you \n> sign?\n>> When?\nYes.\n") == (
        "We agree.\n\n> Will you sign?\n>> When?\n\nYes."
    )
    assert text("We agree.\n> Will you sign?\nYes.\n", "") == (
        "We agree.\n\n> Will you sign?\n\nYes."
    )


def test_days_with_the_year_first() -> None:
    assert day("2024/6/29 15:07:41") == "2024-06-29"
    assert [day(words) for words in ("02/07/2024 09:00", "2024/13/1", "0000/1/1")] == [None] * 3
