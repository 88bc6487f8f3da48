"""What statements are about: topics found in the text, and those of a user's own list."""

from __future__ import annotations

from memcon.topics.listed import Topic, Topics, TopicsError

__all__ = ["Topic", "Topics", "TopicsError"]
