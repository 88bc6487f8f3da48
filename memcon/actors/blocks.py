"""Names and offices on lines of their own, one below the other, as letters and lists print them."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.offices import Office
from memcon.actors.reading import Reading
from memcon.actors.titled import Titled

_MARKS = {",", ".", ";", "(", ")", "–", "—", "-"}


def find_blocks(
    reading: Reading, offices: list[Office], names: list[Titled]
) -> Iterator[tuple[Office, Titled]]:
    """Each office that fills a line directly below a line that is a name, or first above one.

    Between a name above and another below, as in a list of participants, the one above has it.
    """
    lines = {reading.paragraph[n.first]: n for n in names if _fills(reading, n.first, n.name.last)}
    used = {office.first for name in names for office in name.offices}
    for office in offices:
        if office.first in used or not _fills(reading, office.first, office.last):
            continue
        paragraph = reading.paragraph[office.first]
        name = lines.get(paragraph - 1) or lines.get(paragraph + 1)
        if name is not None:
            yield office, name


def _fills(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing but marks stands on the line beside the words from first to last."""
    line = reading.of_paragraph(reading.paragraph[first])
    if line.stop <= last:
        return False
    # Up to the first word only: of a text on one line, every name would else look at all of it.
    beside = (i for i in line if not first <= i <= last)
    return all(reading.form[i] in _MARKS for i in beside)
