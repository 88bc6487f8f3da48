"""Bodies called after whom they work for."""

import pytest


@pytest.mark.parametrize(
    "phrase",
    ["The Quill campaign", "Quill’s campaign", "Quill’s team", "Her campaign", "The campaign"],
)
def test_all_words_for_a_campaign_mean_one_body(tell, phrase):
    told = tell(
        "Dara Quill spoke on Monday. The Quill campaign said that she was well. It rained.\n"
        f"Quill came home late. {phrase} denied that she was tired.",
        ("The Quill campaign", "said", "that she was well"),
        (phrase, "denied", "that she was tired"),
    )
    assert told.speakers == ["the Quill campaign"] * 2
    assert told.actor("the Quill campaign").kind == "organisation"


def test_two_campaigns_are_two_bodies(tell):
    told = tell(
        "Dara Quill met Ludovic Harnes. The Quill campaign said it rains. Harnes’s campaign denied it. "
        "The campaign added that the sun shone.",
        ("The Quill campaign", "said", "it rains"),
        ("Harnes’s campaign", "denied", "it"),
        ("The campaign", "added", "that the sun shone"),
    )
    assert told.speakers == ["the Quill campaign", "Harnes’s campaign", "Harnes’s campaign"]


def test_a_campaign_without_an_owner_is_described(tell):
    told = tell(
        "It rained on Monday. The campaign said that the lamps stay lit.",
        ("The campaign", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["the campaign"]


def test_an_administration_is_a_government(tell):
    told = tell(
        "Dara Quill spoke on Monday. The Quill administration said that the road is open.",
        ("The Quill administration", "said", "that the road is open"),
    )
    assert told.actor("the Quill administration").kind == "government"
