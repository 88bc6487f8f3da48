"""Documents as JSON objects."""

import json

import pytest

from memcon.document import Document
from memcon.errors import BinaryError, EmptyError, EncodingError, FormatError, SourceError
from memcon.sources.jsonl import read_json, read_json_lines


def of_line(line: str | bytes) -> Document | SourceError:
    data = line.encode() if isinstance(line, str) else line
    [(size, item)] = read_json_lines("a.jsonl", [data])
    assert size == len(data)
    return item


def test_the_fields_of_a_document() -> None:
    value = {
        "text": "“Yes,” said Mr Halvard.\r\n",
        "title": "Readout",
        "url": "https://norvane.example/1",
        "publisher": "Ministry of Norvane",
        "date": "Wed, 03 Aug 2022 19:49:23 +0000",
        "genre": "readout",
        "views": 7,
    }
    document = of_line(json.dumps(value))
    assert isinstance(document, Document)
    assert document.text == value["text"]
    assert document.name == "a.jsonl:1"
    assert document.date == "2022-08-03"
    assert (document.title, document.genre) == ("Readout", "readout")


def test_a_date_that_is_none_is_left_out() -> None:
    for words, day in [("2022-08-03T10:00:00Z", "2022-08-03"), ("last week", None)]:
        document = of_line(json.dumps({"text": "She said no.", "date": words}))
        assert isinstance(document, Document)
        assert document.date == day


def test_a_lone_surrogate_is_refused() -> None:
    error = of_line(r'{"text": "She said \ud83d and left."}')
    assert isinstance(error, EncodingError)
    assert r'"text" has half of a surrogate pair, \ud83d, at character 9' in str(error)
    assert isinstance(of_line(r'{"text": "Fine.", "title": "\udc00"}'), EncodingError)
    whole = of_line(r'{"text": "She said \ud83d\ude00."}')
    assert isinstance(whole, Document)
    assert whole.text == "She said 😀."


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        ("{text: 1}", FormatError, "the line is not JSON: .* column 2"),
        ("[1]", FormatError, 'a list where an object with a "text"'),
        ('{"title": "x"}', FormatError, 'has no "text"; name the field so'),
        ('{"attributions": [], "engine": {}}', FormatError, "a Record that memcon made"),
        ('{"text": 5}', FormatError, '"text" is a number; it must be a string'),
        ('{"text": null}', FormatError, '"text" is null'),
        ('{"text": "a", "title": ["b"]}', FormatError, '"title" is a list'),
        ('{"text": "a", "genre": "poem"}', FormatError, "'poem'; use one of report, readout"),
        ('{"text": " "}', EmptyError, "only white space"),
        (r'{"text": "a\u0000b"}', BinaryError, "NUL"),
        ("[" * 100_000, FormatError, "nested too deep"),
        (b'{"text": "caf\xe9"}', EncodingError, "byte 13 of the line is not UTF-8"),
    ],
)
def test_a_line_that_is_no_document_tells_why(
    line: str | bytes, kind: type[SourceError], message: str
) -> None:
    error = of_line(line)
    assert isinstance(error, kind)
    with pytest.raises(kind, match=message):
        raise error


def test_a_bad_line_does_not_stop_the_others() -> None:
    lines = [
        b'\xef\xbb\xbf{"text": "One."}\r\n',
        b"oops\n",
        b"\n",
        b'{"text": "Four\xe2\x80\xa8x."}',
    ]
    items = [item for _, item in read_json_lines("a.jsonl", lines)]
    assert [item.name for item in items] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:4"]
    assert isinstance(items[1], FormatError)


def test_json_holds_one_document_or_a_list() -> None:
    [one] = read_json("a.json", b'{"text": "One.", "name": "note"}')
    assert one.name == "note"
    two = list(read_json("a.json", b'[{"text": "One."}, {}]'))
    assert isinstance(two[0], Document)
    assert isinstance(two[1], FormatError)
    with pytest.raises(EmptyError):
        list(read_json("a.json", b"[]"))
    with pytest.raises(EmptyError):
        list(read_json_lines("a.jsonl", [b"\n"]))
