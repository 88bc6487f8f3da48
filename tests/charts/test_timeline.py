from datetime import date

import pytest

from memcon.charts.periods import begin, through
from memcon.charts.timeline import busiest, timeline
from memcon.charts.topics import topics


@pytest.mark.parametrize(
    ("day", "period", "first"),
    [("2024-03-05", "day", "2024-03-05"), ("2024-03-07", "week", "2024-03-04"),
     ("2024-03-05", "month", "2024-03-01"), ("2024-03-05", "quarter", "2024-01-01"),
     ("2024-12-31", "quarter", "2024-10-01"), ("2024-03-05", "year", "2024-01-01"),
     ("2024-W10", "day", "2024-03-04"), ("2024-03", "day", "2024-03-01"),
     ("2024", "month", "2024-01-01"), ("2024-03-03/2024-03-05", "day", "2024-03-03")],
)  # fmt: skip
def test_a_period_begins_on_its_first_day(day: str, period, first: str):
    assert begin(day, period) == date.fromisoformat(first)


@pytest.mark.parametrize("day", [None, "", "on Monday", "0000-01-01", "2024-13-01"])
def test_no_date_is_in_no_period(day):
    assert begin(day, "month") is None


def test_periods_follow_each_other():
    first, last = date(2023, 11, 1), date(2024, 2, 1)
    assert [d.month for d in through(first, last, "month")] == [11, 12, 1, 2]
    assert len(list(through(date(2024, 1, 1), date(2024, 12, 30), "week"))) == 53


def test_statements_and_scores_by_dyad_and_month(told):
    line = timeline([
        told(("Ossel", "x", {"Kestria": 1}), ("Ossel", "Kestria waits", {}), date="2024-03-05",
             events=(("Ossel", "Kestria", 4.0, None, "occurred"),
                     ("Ossel", "Kestria", -2.0, "2024-03-30", "occurred"),
                     ("Kestria", "Ossel", 1.0, "2024-02-01", "occurred"))),
        told(("Ossel", "x", {"Kestria": -1}), date="2024-04-01"),
    ])  # fmt: skip
    assert [(p.period.month, p.source.name, p.statements, p.positive, p.negative, p.events, p.score)
            for p in line.points] == [
        (2, "Kestria", 0, 0, 0, 1, 1.0), (3, "Ossel", 2, 1, 0, 2, 1.0),
        (4, "Ossel", 1, 0, 1, 0, None),
    ]  # fmt: skip
    assert [(a.name, b.name) for a, b in busiest(line, 5)] == [
        ("Ossel", "Kestria"), ("Kestria", "Ossel"),
    ]  # fmt: skip


@pytest.mark.parametrize("modality", ["intended", "demanded", "denied", "hypothetical"])
def test_what_did_not_happen_has_no_score(told, modality: str):
    record = told(events=(("Ossel", "Kestria", -9.0, None, modality),))
    assert timeline([record]).points == ()


def test_what_no_date_places_is_counted_apart(told):
    record = told(("Ossel", "x", {"Kestria": 1}), date=None,
                  events=(("Ossel", "Kestria", 1.0, "2024-03-05", "occurred"),))  # fmt: skip
    line = timeline([record])
    assert (len(line.points), line.undated) == (1, 1)


def test_topics_over_time(told):
    found = topics([
        told(("Ossel", "x", {}, None, ("Lamps", "fog")), ("Ossel", "y", {}, None, ("lamps",))),
        told(("Ossel", "z", {}, None, ("lamps",)), date="2024-04-30"),
        told(("Ossel", "z", {}, None, ("pilots",)), date=None),
    ])  # fmt: skip
    assert found.topics == ("Lamps", "fog")
    assert [(s.period.month, s.topic, s.statements, s.documents) for s in found.shares] == [
        (3, "fog", 1, 1), (3, "Lamps", 2, 1), (4, "Lamps", 1, 1),
    ]  # fmt: skip
    assert found.undated == 1
    assert topics([told(("Ossel", "x", {}, None, ("a", "b", "c")))], count=2).topics == ("a", "b")
