"""What holds of any accounts, whatever they say and in whatever order they are given."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.comparison import compare
from memcon.comparison.order import reordered
from tests.comparison.conftest import Writer, words_as_vectors

NAMES = ("Ana Quill", "Oren Halvard", "Helga Stroem")
WORDS = (
    "lamp", "harbour", "chart", "crew", "fee", "pilot", "border", "river", "dam", "storm", "treaty",
    "bridge", "grain", "toll",
)  # fmt: skip
CUES = (("said", "state"), ("urged", "urge"), ("demanded", "demand"), ("promised", "promise"))

sentence = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(CUES),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=5)
    .map(" and the ".join)
    .map("the ".__add__),
)
accounts = st.lists(sentence, min_size=1, max_size=5)
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(sentences, name):
    account = Writer(name).meet(*NAMES)
    for speaker, (cue, act), content in sentences:
        account.say(speaker, cue, content, act=act)
    return account.record()


def bare(comparison):
    """Without the summary, which calls the accounts by their place."""
    return comparison.model_copy(update={"summary": ""})


@QUICK
@given(accounts)
def test_a_text_agrees_with_itself_and_nothing_else_is_left(sentences):
    record = written(sentences, "a")
    comparison = compare(record, record, embed=words_as_vectors)
    assert comparison.only == ((), ())
    assert {pair.likeness for pair in comparison.pairs} == {1.0}
    assert all(pair.members[0] == pair.members[1] and not pair.changes for pair in comparison.pairs)
    assert {fact.verdict for fact in comparison.facts} <= {"same"}
    told = [id for pair in comparison.pairs for id in pair.members[0]]
    assert sorted(told) == sorted(s.id for s in record.statements)


@QUICK
@given(accounts, accounts)
def test_the_comparison_of_b_with_a_mirrors_that_of_a_with_b(one, other):
    a, b = written(one, "a"), written(other, "b")
    there = compare(a, b, embed=words_as_vectors)
    back = compare(b, a, embed=words_as_vectors)
    assert bare(reordered(back, (1, 0))) == bare(there)


@QUICK
@given(accounts, accounts, sentence)
def test_a_sentence_more_leaves_at_most_its_own_statements_alone(one, other, added):
    a, b = written(one, "a"), written(other, "b")
    longer = written([*other, added], "b")
    before = compare(a, b, embed=words_as_vectors)
    after = compare(a, longer, embed=words_as_vectors)
    assert set(after.only[0]) <= set(before.only[0])
    new = {s.id for s in longer.statements} - {s.id for s in b.statements}
    assert set(after.only[1]) - set(before.only[1]) <= new


@QUICK
@given(accounts, accounts, accounts)
def test_every_statement_of_three_accounts_is_in_one_place(one, other, third):
    records = [written(s, n) for s, n in ((one, "a"), (other, "b"), (third, "c"))]
    comparison = compare(*records, embed=words_as_vectors)
    for number, record in enumerate(records):
        told = [id for pair in comparison.pairs for id in pair.members[number]]
        told += comparison.only[number] + comparison.frames[number]
        assert sorted(told) == sorted(s.id for s in record.statements)
    turned = compare(*reversed(records), embed=words_as_vectors)
    assert bare(reordered(turned, (2, 1, 0))) == bare(comparison)
