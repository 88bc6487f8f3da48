"""Events: what one actor does to another, in PLOVER's terms."""

from __future__ import annotations

from memcon.events.classify import classify_relation
from memcon.events.plover import PloverCode

__all__ = ["PloverCode", "classify_relation"]
