"""What a word makes of those it is said of."""

import pytest

from memcon.actors.reading import Reading
from memcon.clauses.whom import Whom
from memcon.language.pipeline import parse
from memcon.reading import read
from memcon.statements.connotations import Connotations


def shown(text: str) -> set[tuple[str, int]]:
    record = read(text)
    reading = Reading(parse(text))
    found = Connotations(Whom(reading, record.actors, record.attributions))
    names = {a.id: a.name for a in record.actors}
    return {(names[s.actor], s.sign) for s in found.find(range(len(reading)))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya wants to dominate Chad.", {("Kenya", -1)}),
        ("Kenya has no right to ignore Chad.", {("Kenya", -1)}),
        ("Kenya did not betray Chad.", {("Kenya", 1)}),
        ("Kenya's scheme is old.", {("Kenya", -1)}),
        ("Kenya is a reliable partner.", {("Kenya", 1)}),
        ("Kenya was never reliable.", {("Kenya", -1)}),
        ("Kenya does not follow an honest course.", {("Kenya", -1)}),
        ("The farmers have no trust in Kenya.", {("Kenya", -1)}),
        ("The farmers trust Kenya.", {("Kenya", 1)}),
        ("Kenya failed to help Chad.", {("Kenya", -1)}),
        ("Kenya exports wheat to Chad.", set()),
        ("Kenya will not forget its friends.", {("Kenya", 1)}),
    ],
)
def test_it_falls_on_who_does_it_or_whose_it_is(text, wanted):
    assert shown(text) == wanted


def test_whoever_it_is_said_of_it_is_the_same():
    one, other = shown("Kenya betrayed Chad."), shown("Chad betrayed Kenya.")
    assert one == {("Kenya", -1)}
    assert other == {("Chad", -1)}
