"""What limits a statement, to the character."""

import pytest

CONDITIONS = [
    (
        "“If the dam, which is old, is not mended, the town will drown.”",
        ["If the dam, which is old, is not mended"],
    ),
    ("“We will sign, provided that the port stays open.”", ["provided that the port stays open"]),
    ("“No talks unless the ships leave.”", ["unless the ships leave"]),
    ("“We asked if it rains.”", []),
    ("“It looks as if it rains.”", []),
    ("“If they think we are weak, they are wrong.”", ["If they think we are weak"]),
]
EXCEPTIONS = [
    ("“We have no talks, except for the water issue (which is old).”",
     ["except for the water issue (which is old)"]),
    ("“All ports, with the exception of Norvane, will open.”", ["with the exception of Norvane"]),
    ("“Nobody other than the pilots may go.”", ["other than the pilots may go"]),
    ("“We accept this.”", []),
]  # fmt: skip


@pytest.mark.parametrize(("content", "found"), CONDITIONS)
def test_conditions(mean, content, found):
    meant = mean(f"{content} Talvik said.", ("said", content))
    assert meant.words(meant.first.conditions) == found


@pytest.mark.parametrize(("content", "found"), EXCEPTIONS)
def test_exceptions(mean, content, found):
    meant = mean(f"{content} Talvik said.", ("said", content))
    assert meant.words(meant.first.exceptions) == found


def test_a_refusal_with_an_exception_has_both(mean):
    content = (
        "“Except for the water issue, we do not have, and will not have, any talks with Ossel.”"
    )
    meant = mean(f"{content} Talvik said.", ("said", content)).first
    assert meant.act == "refuse" and meant.exceptions and meant.negations


def test_by_what_who_speaks_is_bound(mean):
    content = "“We will sign, and we are committed to the accord; they will not.”"
    meant = mean(f"{content} Talvik said.", ("said", content))
    assert meant.words(meant.first.commitments) == ["will sign", "are committed"]


def test_negations_of_cue_and_content(mean):
    meant = mean("Talvik did not say that nobody came.", ("did not say", "that nobody came"))
    assert meant.words(meant.first.negations) == ["not", "nobody"]
