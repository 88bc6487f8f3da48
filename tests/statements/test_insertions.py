"""What an editor put into a quotation."""

from memcon.document import Document
from memcon.record import Attribution, Engine, Record
from memcon.statements.insertions import own_words

CONTENT = "“Any end [to the strike] must come (he means soon) from them.”"


def test_square_and_round_brackets_inside_the_marks(mean):
    meant = mean(f"{CONTENT} Talvik said.", ("said", CONTENT))
    assert meant.words(meant.first.insertions) == ["[to the strike]", "(he means soon)"]


def test_the_narrators_own_brackets_are_none(mean):
    content = "that the strike (of March) ends"
    meant = mean(f"Talvik said {content}.", ("said", content))
    assert meant.first.insertions == ()


def test_the_speakers_own_words(mean):
    text = f"{CONTENT} Talvik said."
    statement = mean(text, ("said", CONTENT)).first
    record = Record(
        document=Document(name="a", text=text),
        attributions=(
            Attribution(id="a1", content=((0, len(CONTENT)),), type="direct", confidence=1),
        ),
        statements=(statement,),
        engine=Engine(version="0", model="sha256:0"),
    )
    assert own_words(record, statement) == "“Any end must come from them.”"
