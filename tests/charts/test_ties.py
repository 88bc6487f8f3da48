from memcon.charts.people import party
from memcon.charts.ties import ties
from memcon.record import Actor, Attribution


def test_a_stance_is_a_tie_with_its_sign(told):
    (tie,) = ties([told(("Ossel", "it is a friend", {"Kestria": 1}, "praise"))])
    assert (tie.source.name, tie.target.name, tie.polarity) == ("Ossel", "Kestria", 1)
    assert (tie.date, tie.document, tie.act) == ("2024-03-05", "a.txt", "praise")


def test_who_is_only_named_is_spoken_of_without_a_side(told):
    record = told(("Ossel", "Kestria keeps lamps", {}), ("Kestria", "so it does", {}))
    (tie,) = ties([record])
    assert (tie.source.name, tie.target.name, tie.polarity) == ("Ossel", "Kestria", 0)


def test_several_stances_of_one_statement_are_one_tie(told):
    """They are summed, and stance and mention do not count twice."""
    record = told(("Ossel", "Kestria is a friend", {"Kestria": 1}))
    more = record.statements[0].stances * 2
    statement = record.statements[0].model_copy(update={"stances": more})
    (tie,) = ties([record.model_copy(update={"statements": (statement,)})])
    assert tie.polarity == 1


def test_of_himself_nobody_speaks(told):
    assert not list(ties([told(("Ossel", "Ossel is great", {"Ossel": 1}))]))


def test_without_a_speaker_there_is_no_tie(told):
    assert not list(ties([told((None, "Kestria keeps lamps", {"Kestria": 1}))]))


def test_what_somebody_else_is_quoted_with_is_that_ones_tie(told):
    record = told(("Ossel", "Velmar says that Kestria sleeps", {"Velmar": 0, "Kestria": 0}))
    ids = {actor.name: actor.id for actor in record.actors}
    inner = Attribution(id="a2", content=((17, 31),), type="indirect", confidence=1, parent="a1",
                        speaker=ids["Velmar"])  # fmt: skip
    plain = record.statements[0].model_copy(update={"stances": ()})
    record = record.model_copy(
        update={"attributions": (*record.attributions, inner), "statements": (plain,)}
    )
    assert [(t.source.name, t.target.name) for t in ties([record])] == [
        ("Ossel", "Velmar"), ("Velmar", "Kestria"),
    ]  # fmt: skip


def test_one_name_is_one_actor_and_an_identifier_goes_before_it():
    def actor(name: str, **about) -> Actor:
        return Actor(id="p1", name=name, kind="person", mentions=(), **about)

    assert party(actor("Dara  Quill")).key == party(actor("dara quill")).key
    assert party(actor("Dara Quill")).key != party(actor("Ana Quill")).key
    known = {"identifiers": {"wikidata": "Q0"}}
    assert party(actor("D. Quill", **known)).key == party(actor("Dara Quill", **known)).key
