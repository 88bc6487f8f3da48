"""Training: what reviewers corrected and accepted, as examples for those who train the model.

One JSON object a line and text: the text, the Record as the engine made it, the Record as it is
corrected, the corrections that stand, and which statements somebody accepted as they are.
`training/corpora/corrections.py` reads them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from memcon.archive import Archive, Corrected, DamagedError
from memcon.archive.corrections import standing, written
from memcon.archive.errors import OnDamage
from memcon.archive.tables import Correction
from memcon.web.review.log import judgements
from memcon.web.store.tables import Judgement


def examples(archive: Archive, damaged: OnDamage | None = None) -> Iterator[str]:
    """The lines, in the order of the texts' digests; in ASCII, so that no text is in the way.

    :param damaged: is told of each Record that is damaged, and left out; None to raise `DamagedError`.
    """
    with archive.database.reading() as session:
        # An archive that was never served has corrections, and none of the web app's tables.
        served = inspect(session.connection()).has_table(Judgement.__tablename__)
        texts = set(session.scalars(select(Correction.text_sha256)))
        if served:
            of_all = Judgement.coding_id.is_(None)
            texts |= set(session.scalars(select(Judgement.text_sha256).where(of_all)))
    for sha256 in sorted(texts):
        rows = standing(archive.corrections(sha256))
        with archive.database.reading() as session:
            accepted = _accepted(session, sha256) if served else []
        if not rows and not accepted:
            continue
        try:
            example = _example(archive, sha256, rows, accepted)
        except DamagedError as error:
            if damaged is None:
                raise
            damaged(error)
        else:
            yield json.dumps(example) + "\n"


def _accepted(session: Session, sha256: str) -> list[Corrected]:
    return standing(judgements(session, sha256, None))


def _example(
    archive: Archive, sha256: str, rows: list[Corrected], accepted: list[Corrected]
) -> dict[str, Any]:
    read = archive.record(sha256, corrected=False)
    return {
        "sha256": sha256,
        "text": read.text,
        "read": json.loads(read.to_json()),
        "corrected": json.loads(archive.record(sha256).to_json()),
        "corrections": [
            {
                "spans": written(r.spans), "field": r.field, "old": r.old, "new": r.new,
                "author": r.author, "at": r.at, "why": r.why,
            }
            for r in rows
        ],
        "accepted": [
            {"spans": written(a.spans), "author": a.author, "at": a.at} for a in accepted
        ],
    }  # fmt: skip
