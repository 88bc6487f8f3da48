"""The meeting that a document is about: who, when, where, for how long; what was given and agreed."""

from __future__ import annotations

from memcon.meeting.finding import find_meeting

__all__ = ["find_meeting"]
