"""Identity: computed from the log alone; any order of judgements gives the same actors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import RegistryError
from memcon.registry.contradiction import refuse_contradiction, refuse_undoing
from memcon.registry.identity import Identity
from memcon.registry.judgements import Judgement, standing

ENTRIES = range(1, 8)


def judged(id: int, verdict: str, left: int, right: int) -> Judgement:
    """A judgement of two entries."""
    return Judgement(id, verdict, left, right, None, "a", "2024-07-03T00:00:00Z", "")  # type: ignore[arg-type]


def undoing(id: int, undoes: int) -> Judgement:
    """A judgement undone."""
    return Judgement(id, "undo", None, None, undoes, "a", "2024-07-03T00:00:00Z", "")


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    """Logs as the registry lets them come about: nothing in them contradicts what stood."""
    log: list[Judgement] = []
    entry = st.sampled_from(ENTRIES)
    for number in range(1, draw(st.integers(0, 25)) + 1):
        verdict = draw(st.sampled_from(["same", "same", "different", "unsure", "undo"]))
        try:
            if verdict == "undo":
                of = draw(st.integers(1, number))
                refuse_undoing(log or [judged(0, "unsure", 1, 2)], of)
                log.append(undoing(number, of))
            else:
                left, right = draw(entry), draw(entry)
                if left == right:
                    continue
                refuse_contradiction(Identity(log), verdict, left, right)
                log.append(judged(number, verdict, left, right))
        except RegistryError:
            continue
    return log


def actors(log: list[Judgement]) -> dict[int, int]:
    """The actor of each entry."""
    identity = Identity(log)
    return {entry: identity.actor(entry) for entry in ENTRIES}


def members(identity: Identity) -> list[list[int]]:
    """The entries of each entry's actor."""
    return [identity.members(entry) for entry in ENTRIES]


def reached(log: list[Judgement], entry: int) -> set[int]:
    """All entries that “same” leads to, found without union-find."""
    links = [j.pair for j in standing(log) if j.verdict == "same"]
    found, before = {entry}, set[int]()
    while found != before:
        before = set(found)
        found |= {e for pair in links if found & set(pair) for e in pair}
    return found


@given(logs())
def test_an_actor_is_all_that_same_leads_to(log: list[Judgement]) -> None:
    identity = Identity(log)
    for entry in ENTRIES:
        assert set(identity.members(entry)) == reached(log, entry)
        assert identity.actor(entry) == min(reached(log, entry))


@given(logs())
def test_judgements_taken_one_by_one_give_what_the_whole_log_gives(log: list[Judgement]) -> None:
    step = Identity()
    for judgement in standing(log):
        step.take(judgement)
    assert members(step) == members(Identity(log))


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_the_judgements_does_not_matter(log: list[Judgement], random) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert actors(shuffled) == actors(log)
    taken = standing(log)
    random.shuffle(taken)
    other = Identity()
    for judgement in taken:
        other.take(judgement)
    assert members(other) == members(Identity(log))


@given(logs())
def test_undoing_the_last_one_gives_back_what_was_before(log: list[Judgement]) -> None:
    if not log:
        return
    last = log[-1]
    after = [*log, undoing(last.id + 1, last.id)]
    assert standing(after) == standing(log[:-1])
    assert actors(after) == actors(log[:-1])


@given(logs())
def test_nothing_is_one_actor_and_two(log: list[Judgement]) -> None:
    identity = Identity(log)
    for judgement in standing(log):
        left, right = judgement.pair
        if judgement.verdict == "different":
            assert not identity.joined(left, right)
            assert identity.apart(left, right) is not None


@given(logs())
def test_a_chain_leads_from_the_one_to_the_other(log: list[Judgement]) -> None:
    identity = Identity(log)
    for left in ENTRIES:
        for right in ENTRIES:
            chain = identity.chain(left, right)
            assert bool(chain) == (identity.joined(left, right) and left != right)
            at = left
            for link in chain:
                assert at in link.pair
                at = sum(link.pair) - at
            assert at == (right if chain else left)


def test_different_keeps_all_of_both_sides_apart() -> None:
    log = [judged(1, "same", 1, 2), judged(2, "same", 3, 4), judged(3, "different", 2, 3)]
    assert Identity(log).apart(1, 4) == log[2]
    assert Identity(log).apart(1, 5) is None
