"""Who stands how towards whom: counted, and each with where it is told."""

from memcon.report import render
from memcon.report.standing import standing
from tests.report.meant import meant


def test_stances_are_counted_by_holder_and_target():
    rows = [(r.holder, r.target, [str(cell) for cell in r.cells]) for r in standing(meant())]
    assert rows == [
        ("Dara Quill", "Ossel", ["1: a1 “praised”", "", ""]),
        ("Jonas Talvik", "Velmar", ["", "", "1: a4? “no trust”"]),
        ("Jonas Talvik", "Ossel", ["", "1: a4", ""]),
    ]


def test_of_many_the_first_three_are_quoted():
    record = meant()
    own = record.statements[0]
    many = own.model_copy(update={"stances": own.stances * 5})
    (first, *_) = standing(record.model_copy(update={"statements": (many,)}))
    assert str(first.cells[0]) == "5: a1 “praised”, a1 “praised”, a1 “praised”, a1, a1"


def test_of_very_many_the_rest_is_counted():
    record = meant()
    own = record.statements[0]
    many = own.model_copy(update={"stances": own.stances * 12})
    (first, *_) = standing(record.model_copy(update={"statements": (many,)}))
    assert str(first.cells[0]).startswith("12: a1 “praised”")
    assert str(first.cells[0]).endswith("a1, and 4 more")


def test_towards_whom_one_is_only_neutral_comes_last():
    record = meant()
    last = record.statements[3]
    turned = last.model_copy(update={"stances": last.stances[::-1]})
    rows = standing(record.model_copy(update={"statements": (turned,)}))
    assert [(row.target, row.neutral) for row in rows] == [("Velmar", False), ("Ossel", True)]


def test_a_holder_without_a_name_is_told_by_the_source():
    record = meant()
    nameless = tuple(a.model_copy(update={"speaker": None}) for a in record.attributions)
    rows = standing(record.model_copy(update={"attributions": nameless}))
    assert [row.holder for row in rows] == ["She", "Talvik", "Talvik"]


def test_every_form_has_the_table():
    assert "| Dara Quill | Ossel | 1: a1 “praised” |  |  |" in render(meant(), "md")
    html = render(meant(), "html")
    assert '<td>1: <a href="#e0">a1</a> <bdi>“praised”</bdi></td>' in html
    assert '<th scope="col">negative</th>' in html


def test_without_stances_there_is_no_table(talks):
    assert standing(talks) == ()
    assert "Who stands how" not in render(talks, "md") + render(talks, "html")
