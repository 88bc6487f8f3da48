"""Neighbours: texts that are nearly the same, such as one wire story in two papers.


A text is the set of its runs of five words. Of its MinHash signature (Broder 1997) of 100 numbers each
five make a band; texts that share one of the 20 bands are compared, which finds of those that share 0.6
of their runs four in five, of those that share 0.7 of them 97 in a hundred (Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, 3.4).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.tables import Band, Text
from memcon.archive.terms import words_of

if TYPE_CHECKING:
    from datasketch import MinHash

#: Share of common runs from which on two texts are linked.
ALIKE = 0.6
_NUMBERS = 100
_IN_A_BAND = 5
_RUN = 5
#: Of a longer text its beginning is compared.
_WORDS = 20_000
#: Texts of one band that a new one is compared with: a form letter may be there ten thousand times.
_MOST = 50
#: Keys of one question to the database.
_TOGETHER = 5_000


def signature(text: str) -> bytes | None:
    """The signature of a text; None if it has not even two runs."""
    words = words_of(text)[:_WORDS]
    count = len(words) - _RUN + 1
    if count < 2:
        return None
    if len(_HASHES) > _KEPT:
        _HASHES.clear()
    hashed = np.array([*map(_HASHES.__getitem__, words)], dtype=np.uint64)
    runs = np.zeros(count, dtype=np.uint64)
    for start in range(_RUN):
        # Knuth's multiplier; with 64 bits nothing of a run is lost before it is cut to 32.
        runs = runs * np.uint64(2654435761) + hashed[start : start + count]
    runs = np.unique(runs >> np.uint64(16) & np.uint64(0xFFFFFFFF))
    if len(runs) < 2:
        return None
    made = _blank().copy()
    made.update_batch(runs.tolist())
    return made.hashvalues.astype("<u4").tobytes()


class _Hashes(dict[str, int]):
    """Numbers of words, made when first asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = made = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return made


_HASHES = _Hashes()
#: Words whose numbers are kept, about.
_KEPT = 200_000


@cache
def _blank() -> MinHash:
    """The signature of nothing, which takes a while to make, and is copied.

    Signatures are kept, so the scheme is named: another one's could not be compared with them.
    """
    from datasketch import MinHash

    # What it is given are numbers already.
    return MinHash(_NUMBERS, seed=1, hashfunc=int, scheme="affine32")


def bands(signature: bytes) -> list[int]:
    """A number for each band, of 63 bits; the same band of the same numbers has the same."""
    numbers = _numbers(signature).reshape(-1, _IN_A_BAND).astype(np.uint64)
    mixed = np.arange(len(numbers), dtype=np.uint64)
    for column in numbers.T:
        # FNV-1a (Fowler, Noll and Vo), a number at a time.
        mixed = (mixed ^ column) * np.uint64(1099511628211)
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(1)).tolist()


def likeness(left: bytes, right: bytes) -> float:
    """Estimated share of the runs of either text that are in both (Jaccard)."""
    return float(np.mean(_numbers(left) == _numbers(right)))


def find_neighbours(session: Session, new: Mapping[str, bytes]) -> list[tuple[str, str, float]]:
    """Pairs of a new text and another, new or kept, that are alike: `(smaller, greater, likeness)`.

    :param new: signatures of texts of which no bands are kept yet.
    """
    sharing: dict[int, set[str]] = {}
    for sha256, made in new.items():
        for value in bands(made):
            sharing.setdefault(value, set()).add(sha256)
    values = sorted(sharing)
    for first in range(0, len(values), _TOGETHER):
        # Numbers written out: SQLAlchemy takes longer over thousands of parameters than the database.
        asked = ",".join(map(str, values[first : first + _TOGETHER]))
        found = session.connection().exec_driver_sql(
            f"SELECT value, text_sha256 FROM {Band.__tablename__} WHERE value IN ({asked})"  # noqa: S608 (numbers of our own)
        )
        for value, sha256 in found:
            sharing[value].add(sha256)
    pairs = {
        (min(a, b), max(a, b))
        for together in sharing.values()
        if len(together) > 1
        for a in together & new.keys()
        for b in sorted(together)[:_MOST]
        if a != b
    }
    kept = _signatures(session, {sha for pair in pairs for sha in pair} - new.keys())
    known = {**kept, **new}
    alike = ((a, b, likeness(known[a], known[b])) for a, b in sorted(pairs))
    return [pair for pair in alike if pair[2] >= ALIKE]


def _signatures(session: Session, of: set[str]) -> dict[str, bytes]:
    out: dict[str, bytes] = {}
    asked = sorted(of)
    for first in range(0, len(asked), _TOGETHER):
        rows = session.execute(
            select(Text.sha256, Text.signature).where(
                Text.sha256.in_(asked[first : first + _TOGETHER])
            )
        )
        out.update((sha256, made) for sha256, made in rows if made)
    return out


def _numbers(signature: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(signature, dtype="<u4")
