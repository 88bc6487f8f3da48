"""Events: what one actor does to another, in PLOVER's terms.

`classify_relation` is loaded when it is first used: who reads events needs no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.events.plover import PloverCode

if TYPE_CHECKING:
    from memcon.events.classify import classify_relation

__all__ = ["PloverCode", "classify_relation"]


def __getattr__(name: str) -> object:
    if name != "classify_relation":
        raise AttributeError(f"module 'memcon.events' has no attribute {name!r}")
    from memcon.events.classify import classify_relation

    return classify_relation
