"""A user's own list of topics: names, the terms that show each, and which lies in which.

The list is YAML, a list of entries:

    - name: Fishing
      terms: [fishing, fishery]
    - name: Landing permits
      terms: [landing permit, permit to land]
      parent: Fishing
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from memcon.topics.listerror import TopicsError, shown


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the list.

    :param name: what the topic is called in Records and reports.
    :param terms: words or phrases, any form of which shows it; one in capitals only is an acronym.
    :param parent: name of the topic that it is a part of.
    """

    name: str
    terms: tuple[str, ...]
    parent: str | None = None


@dataclass(frozen=True)
class Topics:
    """A list of topics that is sound: names differ, parents exist, none lies within itself.

    :raises TopicsError: if it is not; the message names the entry and says what to do.
    """

    entries: tuple[Topic, ...]

    def __post_init__(self) -> None:
        """Check what no entry can tell by itself."""
        names: set[str] = set()
        for topic in self.entries:
            if topic.name.casefold() in names:
                raise TopicsError(f"there are two topics “{topic.name}”: name each of them once")
            names.add(topic.name.casefold())
        for topic in self.entries:
            if topic.parent is not None and topic.parent not in self.by_name:
                raise TopicsError(
                    f"topic “{topic.name}” has the parent “{topic.parent}”, which the list does not "
                    "hold: add an entry of that name, or correct the parent"
                )
        for topic in self.entries:
            self._check_ancestors(topic)

    @cached_property
    def by_name(self) -> dict[str, Topic]:
        """The entries by their names."""
        return {topic.name: topic for topic in self.entries}

    def line(self, name: str) -> tuple[str, ...]:
        """The topic and those that it lies in, the innermost first."""
        out, parent = [name], self.by_name[name].parent
        while parent is not None:
            out.append(parent)
            parent = self.by_name[parent].parent
        return tuple(out)

    def _check_ancestors(self, topic: Topic) -> None:
        seen, parent = [topic.name], topic.parent
        while parent is not None:
            seen.append(parent)
            if parent == topic.name:
                chain = " in ".join(f"“{name}”" for name in seen)
                raise TopicsError(f"a topic cannot lie within itself: {chain}; leave out a parent")
            if len(seen) > len(self.entries) + 1:
                return  # a ring further up, which its own members tell of
            parent = self.by_name[parent].parent

    @classmethod
    def load(cls, path: str | Path) -> Topics:
        """The list in a file.

        :raises TopicsError: if the file cannot be read or holds no sound list.
        """
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as problem:
            raise TopicsError(f"{path} is not UTF-8 text: save it as UTF-8") from problem
        except OSError as problem:
            why = (problem.strerror or str(problem)).lower()
            raise TopicsError(f"the topics in {path} cannot be read: {why}") from problem
        try:
            return cls.parse(text)
        except TopicsError as problem:
            raise TopicsError(f"{path}: {problem}") from problem

    @classmethod
    def parse(cls, text: str) -> Topics:
        """The list that a text in YAML holds.

        :raises TopicsError: if it is no YAML, or no sound list.
        """
        from memcon.topics.listyaml import load

        data = load(text)
        if not isinstance(data, list) or not data:
            raise TopicsError(
                "this is no list of topics: begin each with “- name: …”, and give it “terms: [ … ]”"
            )
        return cls(tuple(_topic(item, number) for number, item in enumerate(data, start=1)))


def _topic(item: Any, number: int) -> Topic:
    if not isinstance(item, dict):
        raise TopicsError(f"entry {number} is not a topic: write “- name: …” and “terms: [ … ]”")
    unknown = [key for key in item if key not in ("name", "terms", "parent")]
    if unknown:
        raise TopicsError(
            f"entry {number} has a field {shown(unknown[0])}; a topic has name, terms and parent"
        )
    name = _words(item.get("name"), f"the name of entry {number}")
    terms = item.get("terms")
    if isinstance(terms, str):
        terms = [terms]
    if not isinstance(terms, list) or not terms:
        raise TopicsError(
            f"topic “{name}” has no terms: give the words that show it, as terms: [ … ]"
        )
    parent = item.get("parent")
    return Topic(
        name,
        tuple(dict.fromkeys(_words(term, f"a term of topic “{name}”") for term in terms)),
        None if parent is None else _words(parent, f"the parent of topic “{name}”"),
    )


def _words(value: Any, what: str) -> str:
    if isinstance(value, str) and any(c.isalnum() for c in value):
        return " ".join(value.split())
    if value is None or isinstance(value, str):
        raise TopicsError(f"{what} is empty: write a word, or leave it out")
    raise TopicsError(f"{what} is {shown(value)}, not words: put it in quotation marks")
