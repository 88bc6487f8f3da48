"""Who holds which office, as far as this document says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.actors.cast import Figure
from memcon.actors.offices import Office

#: Of the many holders of one office in a long text, the latest so many are looked at.
_LATEST = 40
#: What the heads of states and of governments are called: of what, by which word, with which before it.
_HEADS = (
    ("state", "president", ()), ("state", "king", ()), ("state", "queen", ()), ("state", "emperor", ()),
    ("state", "emir", ()), ("state", "sultan", ()), ("government", "minister", ("prime",)),
    ("government", "chancellor", ()), ("government", "premier", ()),
)  # fmt: skip
#: Words in which a person is still fresh in the reader's mind.
_JUST_NOW = 25


class Holders:
    """Figures by office; what is learnt here is what titles and appositions of the text say.

    :param paragraph: of each word of the text, the number of its paragraph.
    """

    def __init__(self, paragraph: Sequence[int]) -> None:
        self._paragraph = paragraph
        self._by_head: dict[str, list[tuple[Figure, Office]]] = {}
        self._by_state: dict[str, list[Figure]] = {}
        self._unheard: set[tuple[str, frozenset[str]]] = set()

    def learn(self, figure: Figure, office: Office) -> None:
        """Note that the figure holds the office."""
        figure.offices.append(office)
        figure.gender = figure.gender or office.gender
        if office.state and figure.state is None:
            figure.state = office.state
            self._by_state.setdefault(office.state, []).append(figure)
        known = self._by_head.setdefault(office.head, [])
        if not any(
            f is figure and o.modifiers == office.modifiers and o.about == office.about
            for f, o in known[-_LATEST:]
        ):
            known.append((figure, office))

    def find(
        self, office: Office, place: int, excluded: tuple[Figure, ...] = (), spoken: bool = False
    ) -> Figure | None:
        """The figure that a definite phrase of office means, or None.

        One whose known state agrees goes before one of unknown state, then the one mentioned last
        before the place counts. One that is named only later is meant if no other could be.

        :param spoken: whether the words are somebody's own. A speaker may say “the president” of one
            whom nobody in the text has named; whoever is named later is then not meant.
        """
        if office.head == "counterpart":
            people = self._by_state.get(office.state or "", [])[-_LATEST:]
            people = [f for f in people if f not in excluded]
            return max(people, key=lambda f: f.before(place), default=None)
        if office.head == "head":
            found = self._head_of(office, place, excluded, spoken)
            if found is not None:
                return found
        key = (office.head, office.modifiers | office.about)
        if spoken and key in self._unheard:
            return None
        strong: list[Figure] = []
        weak: list[Figure] = []
        for figure, title in self._by_head.get(office.head, [])[-_LATEST:]:
            if figure in excluded or figure in strong or not office.fits(title, figure.state):
                continue
            known = office.state is None or office.state in {title.state, figure.state}
            (strong if known else weak).append(figure)
        if len({id(f) for f in weak}) > 1 or any(self._just_named(f, place) for f in weak):
            # Whoever was named a moment ago needs no new description: this is somebody else.
            weak = []
        candidates = strong or weak
        earlier = [f for f in candidates if f.before(place) >= 0]
        if earlier:
            return max(earlier, key=lambda f: f.before(place))
        if spoken and not office.state and not office.about:
            self._unheard.add(key)
            return None
        return candidates[0] if len(candidates) == 1 else None

    def _just_named(self, figure: Figure, place: int) -> bool:
        """Whether the paragraph named somebody a moment ago; a heading names for those who read on."""
        before = figure.before(place)
        same = before >= 0 and self._paragraph[before] == self._paragraph[place]
        return same and place - before < _JUST_NOW

    def _head_of(
        self, office: Office, place: int, excluded: tuple[Figure, ...], spoken: bool
    ) -> Figure | None:
        """“The Head of State” is the president, or the king, whom the text names, if it is only one."""
        found: list[Figure] = []
        for of, head, modifiers in _HEADS:
            if of in office.modifiers:
                other = replace(
                    office, head=head, modifiers=office.modifiers - {of} | frozenset(modifiers)
                )
                figure = self.find(other, place, excluded, spoken)
                # A company has a president as well, who heads no state.
                if figure is not None and any(
                    o.head == head and o.modifiers <= frozenset(modifiers)
                    and o.about <= {o.state, None}
                    for o in figure.offices
                ):  # fmt: skip
                    found.append(figure)
        return (
            found[0] if len({id(f) for f in found}) == 1 and not self._several(found[0]) else None
        )

    def _several(self, figure: Figure) -> bool:
        """Whether others hold an office of the same kind: two presidents met."""
        heads = {o.head for o in figure.offices}
        ranks = [rank for rank in _HEADS if rank[1] in heads]
        others = {
            id(f)
            for _, head, modifiers in ranks
            for f, o in self._by_head.get(head, [])[-_LATEST:]
            if f is not figure and o.modifiers == frozenset(modifiers)
        }
        return bool(others)
