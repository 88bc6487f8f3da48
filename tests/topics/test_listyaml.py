"""Small YAML that stands for millions of values, and values that no message can write out."""

import pytest

from memcon.topics import Topics, TopicsError

BOMB = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, r"line 2: \*a stands for a list; write out"),
        ("- &a {name: A, terms: [a]}\n- {<<: *a, name: B}", "line 2: .*a stands for a list"),
        ("- {name: A, terms: [0x" + "f" * 5000 + "]}", "topic “A” is a long number, not words"),
        ("- {name: 0x" + "f" * 5000 + "}", "the name of entry 1 is a long number"),
        ("- {name: A, terms: [" + "[" * 50 + "]" * 50 + "]}", "is a list, not words"),
        ("- {0x" + "f" * 500 + ": A}", "has a field a long number"),
        ("- {name: A, terms: [!!int '']}", "a value is not what its tag says"),
        ("- {name: A, terms: [!!timestamp x]}", "a value is not what its tag says"),
        ("[" * 5000, "nested too deep|line 1"),
    ],
)
def test_what_is_refused_in_one_short_line(text: str, message: str) -> None:
    with pytest.raises(TopicsError, match=message) as raised:
        Topics.parse(text)
    assert len(str(raised.value)) < 300


def test_an_alias_may_stand_for_a_word() -> None:
    topics = Topics.parse("- {name: &s Sea, terms: [sea]}\n- {name: B, terms: [b], parent: *s}")
    assert topics.line("B") == ("B", "Sea")
