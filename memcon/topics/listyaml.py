"""YAML of a list of topics, whose aliases may stand for words and for nothing larger."""

from __future__ import annotations

from typing import Any

from memcon.topics.listerror import TopicsError


def load(text: str) -> Any:
    """What the text holds.

    :raises TopicsError: if it is no YAML, or has an alias of a list.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            alias = self.peek_event() if self.check_event(yaml.AliasEvent) else None
            node = super().compose_node(parent, index)
            # Lists of aliases of lists of aliases grow tenfold with each line, merged ones at once.
            if alias is not None and not isinstance(node, yaml.ScalarNode):
                raise TopicsError(
                    f"line {alias.start_mark.line + 1}: *{alias.anchor} stands for a list; write out "
                    "what it holds"
                )
            return node

    try:
        return yaml.load(text, Loader)  # noqa: S506 (a kind of SafeLoader)
    except TopicsError:
        raise
    except yaml.YAMLError as problem:
        raise TopicsError(f"this is not YAML: {_where(problem)}") from problem
    except RecursionError as problem:
        raise TopicsError("this is not YAML that can be read: it is nested too deep") from problem
    except Exception as problem:
        # Tags such as !!int before words: PyYAML raises what comes, an AttributeError or an IndexError.
        raise TopicsError(
            f"this is not YAML: a value is not what its tag says ({str(problem)[:100]})"
        ) from problem


def _where(problem: Exception) -> str:
    mark, what = getattr(problem, "problem_mark", None), getattr(problem, "problem", None)
    place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
    return f"{place}{what or problem}"
