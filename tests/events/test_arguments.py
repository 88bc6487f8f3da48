"""Who does it, and to whom."""

import pytest


@pytest.mark.parametrize(
    ("text", "word", "sources", "targets"),
    [
        ("Germany attacked Poland.", "attacked", ["Germany"], ["Poland"]),
        ("Poland was attacked by Germany.", "attacked", ["Germany"], ["Poland"]),
        ("Germany wants to occupy Poland.", "occupy", ["Germany"], ["Poland"]),
        ("Chad condemned Poland's raid on Kenya.", "condemned", ["Chad"], ["Poland"]),
        ("Germany's attack on Poland failed.", "attack", ["Germany"], ["Poland"]),
        ("The attack by Germany on Poland failed.", "attack", ["Germany"], ["Poland"]),
        ("Germany is at war. German strikes on Poland went on.", "strikes", ["Germany"], ["Poland"]),
        ("The invasion of Poland failed.", "invasion", [], ["Poland"]),
        ("Talks between Germany and Poland failed.", "Talks", ["Germany"], ["Poland"]),
        ("Germany held talks with Poland.", "talks", ["Germany"], ["Poland"]),
        ("Cooperation that exists between Kenya and Chad is old.", "Cooperation", ["Kenya"], ["Chad"]),
    ],
)  # fmt: skip
def test_the_subject_does_it_and_the_object_suffers_it(told, text, word, sources, targets):
    assert told(text, word)[:2] == (sources, targets)


def test_who_meets_in_a_country_does_not_meet_the_country(told):
    assert told("President Ana Quill met President Jon Farrow in Kenya.", "met")[:2] == (
        ["Ana Quill"],
        ["Jon Farrow"],
    )


def test_a_letter_is_no_aid(told):
    assert told("Germany delivered a letter to Poland.", "delivered")[:2] == ([], [])
    assert told("Germany delivered food to Poland.", "delivered")[:2] == (["Germany"], ["Poland"])


def test_we_are_the_speakers_side(told):
    text = "“We will never attack Kenya,” President Ana Quill of Chad said. Chad is calm."
    assert told(text, "attack")[:2] == (["Chad"], ["Kenya"])
