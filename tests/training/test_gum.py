"""GUM's form of CoNLL-U."""

from pathlib import Path

import pytest

from training.corpora.gum import read_conllu, read_gum, split

ROWS = """# newdoc id = GUM_news_lamp
# newpar
# text = Ivo Talvik slept.
1\tIvo\tIvo\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref
2\tTalvik\tTalvik\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# text = He's old.
1-2\tHe's\t_\t_\t_\t_\t_\t_\t_\t_
1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)|SpaceAfter=No
2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_
3\told\told\tADJ\tJJ\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "GUM_news_lamp.conllu").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_the_text_is_put_together_again(folder):
    assert read_gum(folder)[0].text == "Ivo Talvik slept.\nHe's old."


def test_mentions_have_spans_entities_and_proper_heads(folder):
    gold = read_conllu(folder / "GUM_news_lamp.conllu")
    told = [(gold.text[slice(*m.span)], m.entity, m.kind, m.proper) for m in gold.mentions]
    assert told == [("Ivo Talvik", "1", "person", True), ("He", "1", "person", False)]
    assert gold.clusters() == [[(0, 10), (18, 20)]]


def test_an_empty_folder_is_told_of(tmp_path):
    with pytest.raises(FileNotFoundError, match="GUM"):
        read_gum(tmp_path)


def test_none_is_both_trained_on_and_held(folder):
    documents = read_gum(folder) * 12
    training, held = split(documents)
    assert not {d.name for d in training} & {d.name for d in held}
