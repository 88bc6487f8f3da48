"""What statements are about."""


def test_one_matter_by_several_words_is_one_topic(mean):
    meant = mean(
        "Talvik raised the issue of Norway. He called the Norway crisis grave."
        " He urged a resolution of the Norwegian issue.",
        ("raised", "the issue of Norway"),
        ("called", "the Norway crisis grave"),
        ("urged", "a resolution of the Norwegian issue"),
    )
    assert [s.topics for s in meant.statements] == [("Norway",)] * 3


def test_plural_and_singular_and_a_longer_phrase(mean):
    meant = mean(
        "Talvik praised the water accord. Quill signed the water accords."
        " He hailed the renewal of the water accord.",
        ("praised", "the water accord"),
        ("signed", "the water accords"),
        ("hailed", "the renewal of the water accord"),
    )
    assert len({s.topics[0] for s in meant.statements}) == 1


def test_pronouns_and_persons_are_no_topics(mean):
    meant = mean("Talvik praised her and Dara Quill.", ("praised", "her and Dara Quill"))
    assert meant.first.topics == ()
