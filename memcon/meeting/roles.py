"""As what each was there: host or guest, caller, chair, member of a delegation; else a participant."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.meeting.choosing import Occasion
from memcon.meeting.delegations import members_of
from memcon.meeting.scene import Scene
from memcon.meeting.tellings import Tellings
from memcon.meeting.vocabulary import HOSTING, PHONING, VISITS
from memcon.record import Actor, Participant, ParticipantRole

_CHAIRING = {"chaired", "presided", "co-chaired", "chairs", "moderated"}
_HERE = {"here", "to"}
#: What a guest thanks for: “thank you for having us”, “for receiving me”.
_THANKED = {"having", "receiving", "hosting", "welcoming", "hospitality"}
_US = {"us", "me", "our", "my"}


class Roles:
    """Finds the roles; the first that the text gives a participant stays."""

    def __init__(self, scene: Scene, occasion: Occasion) -> None:
        self.scene = scene
        self.reading = scene.reading
        self.occasion = occasion
        self.found: dict[str, Participant] = {}

    def find(self) -> list[Participant]:
        """The participants in the order in which the tellings name them."""
        for telling in self.occasion.tellings:
            low = self.reading.low[telling.word]
            passive = any(
                self.reading.dep[c] == "nsubjpass" for c in self.reading.children[telling.word]
            )
            if (
                low in PHONING
                and not passive
                and self.reading.dep[telling.word] not in {"pobj", "dobj"}
            ):
                self._give(telling.ours, "caller", telling.word, telling.word)
            elif low in HOSTING:
                self._give(telling.ours, "host", telling.word, telling.word)
                self._give(telling.theirs, "guest", telling.word, telling.word)
            elif low in VISITS:
                self._give(telling.theirs, "host", telling.word, telling.word)
                self._give(telling.ours, "guest", telling.word, telling.word)
        for i in range(len(self.reading)):
            self._chair(i)
            self._delegation(i)
            self._called_so(i)
        if self.scene.turns:
            for turn in self.scene.turns:
                self._welcome(turn.speaker, turn.content)
        for actor in self.occasion.parties:
            if actor.id not in self.found and self._delegated(actor) is None:
                place = self._first_mention(actor)
                if place is not None:
                    self._give([actor], "participant", *place)
        order = {actor.id: n for n, actor in enumerate(self.occasion.parties)}
        return sorted(self.found.values(), key=lambda r: (order.get(r.actor, len(order)), r.span))

    def _give(
        self, actors: list[Actor] | tuple[Actor, ...], role: ParticipantRole, first: int, last: int
    ) -> None:
        span = self.scene.span(first, last)
        for actor in actors:
            self.found.setdefault(
                actor.id,
                Participant(actor=actor.id, role=role, words=self.scene.words(span), span=span),
            )

    def _delegated(self, actor: Actor) -> str | None:
        """A delegation stands for its members, once they are named."""
        if actor.kind != "group":
            return None
        members = [r.actor for r in self.found.values() if r.role == "delegation member"]
        return members[0] if members else None

    def _first_mention(self, actor: Actor) -> tuple[int, int] | None:
        """The mention nearest to a telling in the body, or the first one."""
        body = [t for t in self.occasion.tellings if not t.heading] or self.occasion.tellings
        own = [m for m in self.scene.mentions if m.actor is actor]
        if not own:
            return None
        near = min(own, key=lambda m: (abs(m.first - body[0].word) if body else m.first, m.first))
        return near.first, near.last

    def _chair(self, i: int) -> None:
        """The talks were chaired by N; N presided over the session."""
        reading = self.reading
        if reading.low[i] not in _CHAIRING or self.scene.spoken[i]:
            return
        agents = [
            n for c in reading.children[i] if reading.low[c] == "by" for n in reading.children[c]
        ]
        subject = self.scene.subject(i)
        heads = agents or ([subject] if subject is not None else [])
        passive = any(reading.dep[c] == "nsubjpass" for c in reading.children[i])
        if passive and not agents:
            return
        for head in heads:
            self._give([a for a in self.scene.phrase(head) if a.kind == "person"], "chair", i, i)

    def _delegation(self, i: int) -> None:
        """A delegation that included N and M; the Kestrian delegation included N and M."""
        if not self.scene.spoken[i]:
            members, word = members_of(self.scene, i)
            self._give(members, "delegation member", i, word)

    def _called_so(self, i: int) -> None:
        """Presented his host with …; the visiting minister N; hosted by N."""
        reading = self.reading
        low = reading.low[i]
        if self.scene.spoken[i]:
            return
        if low in {"host", "guest", "visitor"}:
            role: ParticipantRole = "host" if low == "host" else "guest"
            for mention in self.scene.covering[i]:
                if mention.actor in self.occasion.parties and mention.form != "list":
                    self._give([mention.actor], role, i, i)
        elif low == "visiting":
            for mention in self.scene.covering[min(i + 1, len(reading) - 1)]:
                if mention.actor in self.occasion.parties and mention.actor.kind == "person":
                    self._give([mention.actor], "guest", i, i)
        elif low == "hosted" and i + 1 < len(reading) and reading.low[i + 1] == "by":
            noun = reading.head[i] if reading.dep[i] in {"acl", "relcl"} else None
            passive = [c for c in reading.children[i] if reading.dep[c] == "nsubjpass"]
            told = {reading.low[t.word] for t in self.occasion.tellings}
            heads = [noun] if noun is not None else passive
            if any(reading.low[h] in told for h in heads):
                hosts = Tellings(self.scene).persons_from(i + 2) or [
                    a for agent in reading.children[i + 1] for a in self.scene.phrase(agent)
                ]
                self._give(hosts, "host", i, i + 1)

    def _welcome(self, speaker: str | None, content: tuple[tuple[int, int], ...]) -> None:
        """In a turn: “welcome N here” makes the speaker host, “thank you for having us” the guest."""
        parties = {a.id: a for a in self.occasion.parties}
        if speaker not in parties or len(parties) != 2:
            return
        other = next(a for id, a in parties.items() if id != speaker)
        for i in (i for span in content for i in self.reading.inside(span)):
            first = self._hosting(i, other)
            if first is not None:
                self._give([parties[speaker]], "host", first, i)
                self._give([other], "guest", first, i)
                return
            low = self.reading.low
            thanks = low[i] in _THANKED and low[i - 1 : i] in (["for"], ["your"])
            if thanks and (
                low[i] == "hospitality" or low[i + 1 : i + 2][0:1] in ([w] for w in _US)
            ):
                self._give([other], "host", i, min(i + 1, len(low) - 1))
                self._give([parties[speaker]], "guest", i, min(i + 1, len(low) - 1))
                return

    def _hosting(self, i: int, other: Actor) -> int | None:
        """Welcome N to …; have N here; great to have you here: the first word of it."""
        reading = self.reading
        if reading.low[i] not in {"here", "to", "back"}:
            return None
        begin = max(reading.of_sentence(reading.sentence[i]).start, i - 12)
        for j in range(begin, i):
            if reading.low[j] in {"welcome", "welcoming", "have", "having", "host", "hosting"}:
                aimed = any(
                    m.actor is other for k in range(j + 1, i) for m in self.scene.covering[k]
                )
                you = any(reading.low[k] == "you" for k in range(j + 1, i))
                if (reading.low[j].startswith("hav") and reading.low[i] != "here") or not (
                    aimed or you
                ):
                    continue
                return j
        return None


def delegates(roles: list[Participant]) -> Iterator[str]:
    """Ids of those who are there as members of a delegation."""
    return (role.actor for role in roles if role.role == "delegation member")
