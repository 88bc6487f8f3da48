"""Comparison: two or more accounts of one meeting side by side, and one speaker over time."""

from __future__ import annotations

from memcon.comparison.comparing import ComparisonError, compare
from memcon.comparison.model import Comparison

__all__ = ["Comparison", "ComparisonError", "compare"]
