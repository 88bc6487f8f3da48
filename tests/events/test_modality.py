"""Whether it occurred, or is intended, demanded, denied or supposed."""

import pytest


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Germany attacked Poland.", "attacked", "occurred"),
        ("Germany will attack Poland.", "attack", "intended"),
        ("Germany is determined to occupy Poland.", "occupy", "intended"),
        ("Germany must release the Polish prisoners.", "release", "demanded"),
        ("Kenya urged Germany to withdraw from Poland.", "withdraw", "demanded"),
        ("Germany did not attack Poland.", "attack", "denied"),
        ("Germany has no cooperation with Poland.", "cooperation", "denied"),
        ("Germany might attack Poland.", "attack", "hypothetical"),
        ("Did Germany promise Poland a date?", "promise", "hypothetical"),
        ("Why did Germany promise Poland a date?", "promise", "occurred"),
        ("“If Germany attacks Poland, we shall go,” President Quill said.", "attacks", "hypothetical"),
        ("“We would like to thank Poland,” President Ana Quill said.", "thank", "occurred"),
    ],
)  # fmt: skip
def test_the_words_around_it_tell(told, text, word, wanted):
    assert told(text, word)[2] == wanted


def test_the_may_of_a_clause_says_nothing_of_a_deed_named_in_it(told):
    text = "The council may discuss the invasion of Poland by Germany."
    assert told(text, "invasion")[2] == "occurred"
