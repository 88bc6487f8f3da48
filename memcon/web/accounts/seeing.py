"""Seeing: who is told of a job or a coding; everybody else hears that there is none."""

from __future__ import annotations

from collections.abc import Collection

from memcon.web.accounts.names import folded, reserved
from memcon.web.accounts.visitors import Visitor
from memcon.web.errors import NotFoundError


def sees(visitor: Visitor, author: str, takers: Collection[str] = ()) -> bool:
    """Whether it is the visitor's own, one that they take part in, or they are an admin.

    :param author: the name of who asked for it.
    :param takers: the names of those who take part.
    """
    if visitor.may("admin"):
        return True
    if not visitor.role or reserved(visitor.name):
        # An old account of that name owns nothing of what was done before there were accounts.
        return False
    own = folded(visitor.name)
    return own == folded(author) or own in {folded(name) for name in takers}


def check_sees(visitor: Visitor, author: str, takers: Collection[str], what: str) -> None:
    """Let whoever sees it pass.

    :param what: what it is called.
    :raises NotFoundError: the same as if there were none, for all others.
    """
    if not sees(visitor, author, takers):
        raise NotFoundError(f"There is no such {what}.")
