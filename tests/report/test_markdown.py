from memcon.report import render
from memcon.report.markdown import escaped


def test_the_whole_report(talks):
    assert render(talks, "md") == (
        "# talks.txt\n"
        "\n"
        "report · language en  \n"
        "3 attributions: 1 direct, 2 indirect · 1 speaker · 1 of low confidence\n"
        "\n"
        "## The meeting\n"
        "\n"
        "- Participants: Dara Quill\n"
        "- Place: the Lamp Room\n"
        "- Gifts: a wick; a map\n"
        "\n"
        "## Dara Quill\n"
        "\n"
        "harbour minister, XK\n"
        "\n"
        "- “The lamps stay lit,” … “Every night.”  \n"
        "  a1 · cue “said” · source “Dara Quill, the harbour minister,” · direct · line 1, "
        "characters 0–76\n"
        "\n"
        "- that the keeper had warned her that fog was near  \n"
        "  a2 · cue “added” · source “She” · indirect · line 3, characters 88–136\n"
        "  - **the keeper**  \n"
        "    that fog was near  \n"
        "    a3 · cue “had warned” · to Dara Quill · indirect · line 3, characters 119–136 · "
        "**? low confidence (0.40)**\n"
        "\n"
        "## Actors\n"
        "\n"
        "- **Dara Quill** · XK · harbour minister (beside the name, line 1)  \n"
        "  p1 · named once, by title once (“the harbour minister”), by pronoun once · "
        "first in line 1\n"
    )


def test_nothing_in_the_words_acts_as_markup():
    assert escaped("[x](javascript:y) *a* <b> `c` &amp; ~~d~~ |") == (
        "\\[x\\](javascript:y) \\*a\\* \\<b\\> \\`c\\` \\&amp; \\~\\~d\\~\\~ \\|"
    )
    assert escaped("- a") == "\\- a"
    assert escaped("12. a") == "12\\. a"
    assert escaped("# a") == "\\# a"
    assert escaped("==") == "\\=="
    assert escaped("in 1781. A chart") == "in 1781. A chart"


def test_malicious_words_stay_words(malice):
    out = render(malice, "md")
    assert "\\<script\\>alert" in out
    assert "<script>" not in out and "\u202e" not in out and "\x1b" not in out


def test_a_record_without_attributions_says_so(empty):
    assert render(empty, "md") == "# empty.txt\n\nNo attributions found\n"
