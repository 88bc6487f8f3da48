"""When an event is told to have been: date words that hang on the word that tells it."""

from __future__ import annotations

from datetime import date

from memcon.actors.reading import Reading
from memcon.events.modality import Modality
from memcon.meeting.dates import resolve
from memcon.meeting.datewords import DateWords, find_date_words


class Times:
    """The date words of a text, sentence by sentence.

    :param today: the document's date, from which “on Monday” is reckoned; None if it has none.
    """

    def __init__(self, reading: Reading, today: date | None) -> None:
        self.reading = reading
        self.today = today
        self._of: dict[int, list[tuple[range, DateWords]]] = {}
        for found in find_date_words(reading.words.text):
            inside = reading.inside(found.span)
            if len(inside):
                self._of.setdefault(reading.sentence[inside.start], []).append((inside, found))

    def of(self, word: int, modality: Modality) -> str | None:
        """ISO 8601, the words as written where they cannot be resolved, or None."""
        for inside, found in self._of.get(self.reading.sentence[word], ()):
            if self._hangs(inside, word):
                future = modality in {"intended", "demanded"}
                return resolve(found, self.today, future=future) or " ".join(found.words.split())
        return None

    def _hangs(self, inside: range, word: int) -> bool:
        """Whether the date words hang on the word, a preposition between them at most."""
        head = self.reading.head
        top = next((i for i in inside if head[i] not in inside), inside.start)
        at = head[top]
        return at == word or (self.reading.dep[at] == "prep" and head[at] == word)
