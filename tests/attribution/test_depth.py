"""Quotations are looked into where the document tells of office-holders' talks."""

from __future__ import annotations

from memcon.attribution.depth import reads_quotations

MEETING = (
    "In a meeting with Premier Aino Talvik on Monday, President Maravel said the strait was open. "
    "The premier thanked her."
)
CAMPAIGN = "Candidate Reed told voters on Monday that his opponent would close the mill."


def test_a_report_of_a_meeting_is_read_to_the_bottom():
    assert reads_quotations(MEETING, "report")


def test_other_news_is_not():
    assert not reads_quotations(CAMPAIGN, "report")


def test_one_office_however_often_is_no_meeting():
    assert not reads_quotations("The president received the president of the club.", "report")


def test_foreign_affairs_without_a_meeting():
    text = "The foreign ministry summoned the ambassador. The envoy of Tavria was calm."
    assert reads_quotations(text, "report")


def test_readouts_joint_statements_and_transcripts_always_are():
    for genre in ("readout", "joint statement", "transcript"):
        assert reads_quotations(CAMPAIGN, genre)
