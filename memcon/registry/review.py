"""Review: candidates one after the other, with all that helps to judge them; no terminal in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.errors import RegistryError
from memcon.registry.actors import RegisteredActor, registered
from memcon.registry.citation import Citation
from memcon.registry.comparison import Comparison
from memcon.registry.entries import Entry
from memcon.registry.identity import Identity
from memcon.registry.judgements import Judgement, Verdict
from memcon.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the actor, the entry of it that is compared, and a sentence that names it."""

    actor: RegisteredActor
    entry: Entry
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two one actor?

    :param number: from 1, and `of` how many there were at the start.
    """

    number: int
    of: int
    comparison: Comparison
    left: Side
    right: Side


class Review:
    """One person's way through the candidates.

    What is judged may answer later questions too: those are not asked any more.

    :param by: who judges.
    :param of: entries of whose actors one must be in each question; None for all.
    :param unsure: whether to ask again what somebody was unsure of.
    """

    def __init__(
        self,
        registry: Registry,
        by: str,
        *,
        of: Iterable[int] | None = None,
        unsure: bool = False,
    ) -> None:
        self._registry = registry
        self._by = by
        self._unsure = unsure
        self._entries = {entry.id: entry for entry in registry.entries()}
        self._found = registry.candidates(of=of, unsure=unsure).found
        self._at = 0
        self._skipped: set[int] = set()
        self._made: list[tuple[int, Judgement]] = []

    @property
    def judged(self) -> int:
        """How many judgements of this review stand."""
        return len(self._made)

    @property
    def left(self) -> int:
        """How many questions were skipped or not come to."""
        return len(self._found) - self._at + sum(at < self._at for at in self._skipped)

    def questions(self) -> Iterator[Question]:
        """The questions that are open when their turn comes; ends behind the last."""
        while self._at < len(self._found):
            # Read anew for each question: somebody else may be judging too.
            identity = self._registry.identity()
            question = None
            while question is None and self._at < len(self._found):
                question = self._question(identity)
                self._at += question is None
            if question is not None:
                yield question

    def judge(self, verdict: Verdict, why: str = "") -> Judgement | None:
        """Answer the question and go on.

        :param why: the reason; what the comparison found if it is left out.
        :returns: the judgement; None if somebody else said the same meanwhile.
        :raises ContradictionError: if it contradicts what stands; the question stays.
        """
        pair = self._found[self._at]
        judgement = self._registry.judge(
            pair.left, pair.right, verdict, by=self._by, why=why or _reason(pair, verdict)
        )
        if judgement is not None:
            self._made.append((self._at, judgement))
        self._skipped.discard(self._at)
        self._at += 1
        return judgement

    def skip(self) -> None:
        """Leave the question for another time."""
        self._skipped.add(self._at)
        self._at += 1

    def undo(self) -> Judgement:
        """Undo the last judgement of this review that stands, and ask its question again.

        :raises RegistryError: if there is none.
        """
        if not self._made:
            raise RegistryError("nothing was judged in this review; memcon actors log has the rest")
        at, judgement = self._made[-1]
        undoing = self._registry.undo(judgement.id, by=self._by, why="undone in review")
        self._made.pop()
        self._at = at
        return undoing

    def _question(self, identity: Identity) -> Question | None:
        comparison = self._found[self._at]
        pair = comparison.left, comparison.right
        if identity.joined(*pair) or identity.apart(*pair):
            return None
        if identity.unsure(*pair) and not self._unsure:
            return None
        left, right = (self._side(entry, identity) for entry in pair)
        if {e.reading for e in left.actor.entries} & {
            e.reading for e in right.actor.entries if e.reading is not None
        }:
            return None
        return Question(self._at + 1, len(self._found), comparison, left, right)

    def _side(self, entry: int, identity: Identity) -> Side:
        # An entry of a document that was read anew since is there in the log only.
        members = [self._entries[e] for e in identity.members(entry) if e in self._entries]
        [actor] = registered(members, identity)
        own = self._entries[entry]
        return Side(actor, own, self._registry.citation(own))


def _reason(pair: Comparison, verdict: Verdict) -> str:
    """What was found, as the reason for a verdict: all that does not speak for it is a “though”."""
    if verdict == "same":
        found, though = pair.reasons, pair.against
    else:
        found, though = pair.against, pair.reasons
    return "; ".join([*found, *([f"though {', '.join(though)}"] if though else [])])
