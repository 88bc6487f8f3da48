"""Turns: whose job is the next one, so that nobody's many jobs keep everybody else waiting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from memcon.web.store.tables import Job

#: After so long without a sign of its worker a job is taken by another.
SILENCE = timedelta(seconds=60)


def next_job(session: Session, most_each: int | None = None) -> Job | None:
    """The next job: of whoever has the fewest under way, then of whoever was served longest ago.

    :param most_each: jobs of one user that may be under way at once; None for any number.
    :returns: None if none waits, or all that wait must go on doing so.
    """
    now = datetime.now(UTC)
    heard = func.coalesce(Job.beat, "")
    # A sign of life from times to come was given before the clock was set back: it says nothing.
    lives = heard.between((now - SILENCE).isoformat(), (now + SILENCE).isoformat())
    running = (
        select(Job.author, func.count()).where(Job.state == "running", lives).group_by(Job.author)
    )
    under_way: dict[str, int] = {row[0]: row[1] for row in session.execute(running)}
    waiting = session.execute(
        select(Job.author, Job.id)
        .where(or_(Job.state == "waiting", (Job.state == "running") & ~lives))
        .order_by(Job.added, Job.id)
    )
    oldest: dict[str, str] = {}
    for author, id in waiting:
        oldest.setdefault(author, id)
    served = {
        author: at or ""
        for author, at in session.execute(
            select(Job.author, func.max(Job.beat))
            .where(Job.author.in_(oldest))
            .group_by(Job.author)
        )
    }
    may = [a for a in oldest if most_each is None or under_way.get(a, 0) < most_each]
    if not may:
        return None
    # Of those who are equal the one whose job is the oldest: dictionaries keep their order.
    chosen = min(may, key=lambda author: (under_way.get(author, 0), served[author]))
    return session.get(Job, oldest[chosen])
