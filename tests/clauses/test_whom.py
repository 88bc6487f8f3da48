"""Whom each word means."""

from memcon.actors.reading import Reading
from memcon.clauses.whom import Whom
from memcon.language.pipeline import parse
from memcon.reading import read


def whom(text: str):
    record = read(text)
    reading = Reading(parse(text))
    names = {a.id: a.name for a in record.actors}
    found = Whom(reading, record.actors, record.attributions)

    def of(word: str, nth: int = 0) -> str | None:
        at = [i for i, form in enumerate(reading.form) if form == word][nth]
        mention = found.headed(at)
        return names[mention[1]] if mention else None

    return of, found, {name: id for id, name in names.items()}


def test_a_mention_is_known_by_its_head():
    of, *_ = whom("President Ana Quill of Kenya met Jon Farrow.")
    assert of("Quill") == "Ana Quill"
    assert of("Kenya") == "Kenya"
    assert of("met") is None


def test_i_am_the_speaker_and_we_are_the_speakers_state():
    of, *_ = whom("Chad is calm. “I know that we want peace,” said President Ana Quill of Chad.")
    assert of("I") == "Ana Quill"
    assert of("we") == "Chad"


def test_you_are_the_one_to_whom_it_is_said():
    of, *_ = whom(
        "President Ana Quill met President Jon Farrow on Monday. Quill told Farrow: “You are brave.”"
    )
    assert of("You") == "Jon Farrow"


def test_a_persons_side_is_their_state_if_the_text_names_it():
    _, found, ids = whom("President Ana Quill of Kenya slept. President Jon Farrow slept.")
    assert found.side(ids["Ana Quill"]) == ids["Kenya"]
    assert found.side(ids["Jon Farrow"]) == ids["Jon Farrow"]
