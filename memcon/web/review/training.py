"""Training: what reviewers corrected and accepted, as examples for those who train the model.

One JSON object a line and text: the text, the Record as the engine made it, the Record as it is
corrected, the corrections that stand, and which statements somebody accepted as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import select

from memcon.archive.corrections import standing, written
from memcon.archive.tables import Correction
from memcon.web.desk import Desk
from memcon.web.review.log import SharedLog
from memcon.web.store.tables import Judgement


def examples(desk: Desk) -> Iterator[str]:
    """The lines, in the order of the texts' digests."""
    with desk.database.reading() as session:
        texts = set(session.scalars(select(Correction.text_sha256).distinct()))
        texts |= set(
            session.scalars(
                select(Judgement.text_sha256).where(Judgement.coding_id.is_(None)).distinct()
            )
        )
    log = SharedLog(desk)
    for sha256 in sorted(texts):
        rows, accepted = standing(log.rows(sha256)), log.accepted(sha256)
        if not rows and not accepted:
            continue
        read = desk.as_read(sha256)
        yield json.dumps(
            {
                "sha256": sha256,
                "text": read.text,
                "read": json.loads(read.to_json()),
                "corrected": json.loads(desk.record(sha256).to_json()),
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
            },
            ensure_ascii=False,
        ) + "\n"  # fmt: skip
