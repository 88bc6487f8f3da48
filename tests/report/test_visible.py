from memcon.report.visible import line, paragraphs, visible, writable


def test_what_acts_on_a_screen_is_spelt_out():
    assert visible("a\x1b[31mb") == "a⟨U+001B⟩[31mb"
    assert visible("yes \u202eon\u202c") == "yes ⟨U+202E⟩on⟨U+202C⟩"
    assert visible("\x00\u2028\ufeff\ud800") == "⟨U+0000⟩⟨U+2028⟩⟨U+FEFF⟩⟨U+D800⟩"


def test_ordinary_words_of_any_script_stay():
    words = "Übersee – “naïve” שלום 👩\u200d🚒 e\u0301\tx"
    assert visible(words) == words


def test_every_line_break_is_the_same():
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_paragraphs_have_single_spaces_and_none_is_empty():
    assert paragraphs("One  day.\r\n\r\n \tAnother\u00a0day.\n") == ("One day.", "Another day.")
    assert line("One\nday.") == "One day."


def test_only_lone_surrogates_cannot_be_written():
    assert writable("a\udfffb\u202e") == "a⟨U+DFFF⟩b\u202e"
