"""Statements: attributions read for what they mean."""

from __future__ import annotations

from memcon.statements.stance import stance_towards

__all__ = ["stance_towards"]
