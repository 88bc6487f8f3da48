"""Texts of our own, and who does what to whom in them."""

import pytest

from memcon.actors.reading import Reading
from memcon.clauses.arguments import Places
from memcon.clauses.whom import Whom
from memcon.events.modality import modality
from memcon.events.triggers import codes, is_noun
from memcon.language.pipeline import parse
from memcon.reading import read


@pytest.fixture(scope="session")
def told():
    """`told(text, word)`: sources and targets by name, and the modality, of what the word tells."""

    def tell(text: str, word: str):
        record = read(text)
        reading = Reading(parse(text))
        whom = Whom(reading, record.actors, record.attributions)
        i = reading.form.index(word)
        places, known = Places(whom), codes(reading, i)
        found = places.of_noun(i, known) if is_noun(reading, i) else places.of_verb(i, known)
        names = {a.id: a.name for a in record.actors}
        hypothetical = {
            i for s in record.statements for span in s.conditions for i in reading.inside(span)
        }
        sources, targets = ([names[id] for _, id in m] for m in (found.sources, found.targets))
        return sources, targets, modality(reading, i, hypothetical)

    return tell
