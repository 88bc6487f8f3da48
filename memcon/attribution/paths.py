"""The way through the sentence from a cue to each word, as features of the pair.

A far source is far in words but near in the tree: in “Referring to …, X described … and added: …”
the subject of “added” hangs on the verb that it is coordinated with.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memcon.language.words import Words

#: ClearNLP labels that mean the same for our purpose share a group.
GROUPS = {
    "nsubj": 1, "nsubjpass": 2, "csubj": 2, "csubjpass": 2, "expl": 2,
    "dobj": 3, "obj": 3, "dative": 4, "attr": 5, "oprd": 5, "acomp": 5,
    "ccomp": 6, "xcomp": 7, "advcl": 8, "pcomp": 9, "relcl": 10, "acl": 10,
    "conj": 11, "cc": 12, "prep": 13, "agent": 14, "pobj": 13, "punct": 15,
    "mark": 16, "aux": 17, "auxpass": 17, "neg": 17, "advmod": 18, "npadvmod": 18,
    "prt": 19, "poss": 20, "compound": 21, "amod": 21, "det": 21, "nmod": 21, "appos": 22,
    "parataxis": 23, "dep": 23, "intj": 23, "meta": 23, "ROOT": 24,
}  # fmt: skip
#: Steps up from the cue that are told apart, and the number of values of each feature.
STEPS = 5
FIRST = 26
OWN, ELSEWHERE = 25, 0
VALUES = {"up": STEPS * FIRST, "down": FIRST * FIRST, "place": 8, "distance": 40, "quotation": 4}


def groups(words: Words) -> NDArray[np.int64]:
    """Group of every word's dependency label, shape `(words,)`."""
    return np.array([GROUPS.get(label, 23) for label in words.dep], dtype=np.int64)


def cue_head(words: Words, cue: range) -> int:
    """The word of the cue that hangs outside it; of several the one nearest the root."""
    for i in cue:
        if words.head[i] not in cue or words.head[i] == i:
            return i
    return cue.start


def describe(
    words: Words,
    label: NDArray[np.int64],
    quoted: NDArray[np.int64],
    cue: range,
    start: int,
    stop: int,
) -> NDArray[np.int64]:
    """Features of the pairs (cue, word) for the words from start to stop, shape `(5, stop - start)`.

    In the order of `VALUES`: (steps up, first label down), (last label up, first label down),
    sentence of the word relative to the cue's, signed distance in words on a logarithmic scale,
    and whether both stand in the same quotation (`quoted`: its number, −1 outside).
    """
    size = stop - start
    out = np.zeros((5, size), dtype=np.int64)
    at = np.arange(start, stop)
    head = cue_head(words, cue)
    sentence = words.sentence[start:stop] - words.sentence[head]
    same_paragraph = words.paragraph[start:stop] == words.paragraph[head]
    out[2] = np.where(sentence == 0, 1, np.where(np.abs(sentence) == 1, 2, 3))
    out[2] += np.where(sentence > 0, 2, 0)
    out[2] = np.where(same_paragraph, out[2], np.where(sentence < 0, 6, 7))
    before, after = cue.start - at, at - (cue.stop - 1)
    gap = np.maximum(before, after)
    scale = np.minimum(np.where(gap < 6, gap, 3.5 * np.log(np.maximum(gap, 1)) / np.log(2) - 3), 19)
    out[3] = np.where(gap <= 0, 0, np.where(before > 0, 20 + scale.astype(int), scale.astype(int)))
    mine = quoted[head]
    theirs = quoted[start:stop]
    out[4] = (
        np.where(theirs < 0, 0, np.where(theirs == mine, 1, 2)) + (mine >= 0) * (theirs < 0) * 3
    )

    chain = {head: 0}
    last = [0]
    node = head
    while words.head[node] != node and len(chain) < STEPS:
        last.append(int(label[node]))
        node = int(words.head[node])
        chain[node] = len(chain)
    inside = range(
        max(start, int(np.searchsorted(words.sentence, words.sentence[head], side="left"))),
        min(stop, int(np.searchsorted(words.sentence, words.sentence[head], side="right"))),
    )
    up_of: dict[int, tuple[int, int]] = {n: (step, OWN) for n, step in chain.items()}
    for word in inside:
        trail = []
        node = word
        while node not in up_of:
            trail.append(node)
            parent = int(words.head[node])
            if parent == node:  # the chain stopped below the root
                up_of[node] = (STEPS - 1, ELSEWHERE)
                break
            node = parent
        step, group = up_of[node]
        for node in reversed(trail):
            if node in up_of:
                continue
            group = int(label[node]) if group == OWN else group
            up_of[node] = (step, group)
        step, group = up_of[word]
        out[0, word - start] = step * FIRST + group
        out[1, word - start] = (last[step] if step < len(last) else 0) * FIRST + group
    out[:2, :] *= sentence == 0
    return out
