"""Whole texts: which words mention the same."""

from memcon.coreference.finding import find_clusters

TEXT = (
    "Minister Ivo Talvik met President Dara Quill on Monday. Talvik gave her a lamp."
    " The president said that she liked the lamp."
)


def clusters_of(text: str) -> list[set[str]]:
    return [{text[a:b] for a, b in cluster} for cluster in find_clusters(text)]


def test_names_pronouns_and_things_come_together():
    found = clusters_of(TEXT)
    assert any({"Minister Ivo Talvik", "Talvik"} <= c for c in found)
    assert any({"President Dara Quill", "her", "The president", "she"} <= c for c in found)
    assert any({"a lamp", "the lamp"} <= c for c in found)


def test_every_mention_is_in_one_cluster():
    spans = [span for cluster in find_clusters(TEXT) for span in cluster]
    assert len(spans) == len(set(spans))


def test_no_words_no_mentions():
    assert find_clusters("") == []
    assert find_clusters("…") == []
