"""Coreference on GUM: clusters, and the named actors of pronouns and offices.

    python -m benchmarks.coreference [--gum FOLDER] [--all] [--show]

*CoNLL*: mean F1 of MUC, B³ and CEAFe by scorch, over all documents together, on mentions that memcon
finds in the plain text, with singletons and without. Of persons whom the text names before,
*pronouns*: every form of “he” and “she”; *offices*: every description that an office heads (“the
minister”); *others*: every other one, of several persons too (“the parents”). Right if memcon's actor
has the person's name, wrong if it has another one or is not there. Beside it stands what spaCy's
entities give with the nearest name before that agrees. Ten documents were kept out of the training;
`--all` adds the others. Needs `../shared`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scorch.scores import b_cubed, ceaf_e, muc

from benchmarks.nearest import Nearest
from benchmarks.shared import SHARED
from memcon.actors.titles import OFFICES
from memcon.coreference.finding import find_clusters
from memcon.document import Document
from memcon.language.pipeline import parse
from memcon.language.words import Words
from memcon.reading import read_document
from memcon.record import Actor, Record
from training.corpora.gum import CoreferenceGold, MentionGold, read_gum, split

KINDS = ("pronouns", "offices", "others")
PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
OTHER_PRONOUNS = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "you", "your", "yours", "who",
    "whom", "whose", "that", "which", "it", "its", "they", "them",
})  # fmt: skip


def conll(gold: Iterable[list[set]], found: Iterable[list[set]]) -> tuple[float, list[float]]:
    """CoNLL score and its three parts, in per cent."""
    key = [c for clusters in gold for c in clusters]
    response = [c for clusters in found for c in clusters]
    parts = [100 * score(key, response)[2] for score in (muc, b_cubed, ceaf_e)]
    return float(np.mean(parts)), parts


def entity_of_actor(gold: CoreferenceGold, actor: Actor) -> str | None:
    """The annotated person whom most of the names of an actor mention."""
    names = [s for s, form in zip(actor.mentions, actor.forms, strict=True) if form == "name"]
    counts = Counter(e for span in names if (e := gold.person_at(span)))
    return counts.most_common(1)[0][0] if counts else None


def asked(gold: CoreferenceGold, words: Words) -> dict[str, list[MentionGold]]:
    """Pronouns and descriptions of persons whom the text names before."""
    named: set[str] = set()
    out: dict[str, list[MentionGold]] = {kind: [] for kind in KINDS}
    for mention in gold.mentions:
        if mention.kind != "person":
            continue
        low = gold.text[slice(*mention.span)].lower()
        if mention.entity in named and not mention.proper:
            if low in PRONOUNS:
                out["pronouns"].append(mention)
            elif low not in OTHER_PRONOUNS:
                head = words[words.head_of(words.inside(mention.span))].lower()
                out["offices" if head in OFFICES else "others"].append(mention)
        if mention.proper:
            named.add(mention.entity)
    return out


def named_by(
    gold: CoreferenceGold, record: Record, words: Words, mention: MentionGold
) -> str | None:
    """Entity of the actor that memcon gives for a mention: by its very words, or by their head."""
    head = words.head_of(words.inside(mention.span))
    found = None
    for actor in record.actors:
        if actor.kind != "person":
            continue
        for span in actor.mentions:
            if span == mention.span:
                return entity_of_actor(gold, actor)
            if words.head_of(words.inside(span)) == head:
                found = actor
    return entity_of_actor(gold, found) if found else None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gum", type=Path, default=SHARED / "corpora" / "gum" / "dep")
    parser.add_argument("--all", action="store_true", help="the documents trained on too")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    documents = read_gum(options.gum)
    if not options.all and options.gum == parser.get_default("gum"):
        documents = split(documents)[1]
    counts: Counter[tuple[str, str]] = Counter()
    gold: dict[bool, list[list[set]]] = {True: [], False: []}
    found: dict[tuple[str, bool], list[list[set]]] = {}
    for number, document in enumerate(documents):
        words = parse(document.text)
        record = read_document(Document(name=document.name, text=document.text))
        nearest = Nearest(words)
        clusters = {"memcon": find_clusters(document.text), "nearest": nearest.clusters()}
        for alone in (True, False):
            gold[alone].append(
                [{(number, s) for s in c} for c in document.clusters(singletons=alone)]
            )
            for name, groups in clusters.items():
                kept = [c for c in groups if alone or len(c) > 1]
                found.setdefault((name, alone), []).append([{(number, s) for s in c} for c in kept])
        for kind, mentions in asked(document, words).items():
            for mention in mentions:
                counts["asked", kind] += 1
                told = named_by(document, record, words, mention)
                counts["memcon", kind] += told == mention.entity
                counts["memcon other", kind] += told not in {None, mention.entity}
                name = nearest.name_of(mention.span)
                near = document.person_at(name) if name else None
                counts["nearest", kind] += near == mention.entity
                counts["nearest other", kind] += near not in {None, mention.entity}
                if options.show and told != mention.entity:
                    print(document.name, kind, document.text[slice(*mention.span)], mention.span)
    print(f"{len(documents)} documents, {sum(len(d.text) for d in documents)} characters")
    print(f"{'':24}{'CoNLL':>8}{'MUC':>8}{'B³':>8}{'CEAFe':>8}")
    for alone in (True, False):
        for name in ("memcon", "nearest"):
            total, parts = conll(gold[alone], found[name, alone])
            label = f"{name}, {'with' if alone else 'no'} singletons"
            print(f"{label:24}{total:8.1f}" + "".join(f"{part:8.1f}" for part in parts))
    print(f"{'':24}{'asked':>8}{'right':>8}{'':>8}{'another':>8}")
    for kind in KINDS:
        for name in ("memcon", "nearest"):
            total, right = counts["asked", kind], counts[name, kind]
            other = counts[f"{name} other", kind]
            share = 100 * right / max(total, 1)
            print(f"{kind + ', ' + name:24}{total:8}{right:8}{share:7.1f}%{other:8}")


if __name__ == "__main__":
    main()
