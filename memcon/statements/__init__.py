"""Statements: attributions read for what they mean.

`stance_towards` is loaded when it is first used: the reports read statements and need no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.statements.stance import stance_towards

__all__ = ["stance_towards"]


def __getattr__(name: str) -> object:
    if name != "stance_towards":
        raise AttributeError(f"module 'memcon.statements' has no attribute {name!r}")
    from memcon.statements.stance import stance_towards

    return stance_towards
