"""Changes: what is otherwise where two accounts say the like.

Each is found by the same rule in every account, and only what the words themselves show is told: an
act by the word that shows it, a hedge, a condition, a number. Nothing says which account is right.
"""

from __future__ import annotations

from memcon.comparison.changes.finding import find_changes

__all__ = ["find_changes"]
