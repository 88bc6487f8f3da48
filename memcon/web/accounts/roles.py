"""Roles: each may do what the one before may."""

from __future__ import annotations

from typing import Literal, get_args

#: A reader reads, searches and adds documents; a reviewer corrects and codes; an admin sees to users
#: and codings.
Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


def reaches(role: str, needed: Role) -> bool:
    """Whether who has the one role may do what needs the other."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)
