"""UIMA CAS, read by cassis."""

from pathlib import Path

import cassis
import pytest

from memcon.exchange import cas, cas_reading
from memcon.exchange.cas_types import type_system
from memcon.exchange.errors import ExchangeError
from memcon.record import Record

TYPES = "memcon.type."


def test_the_files_are_read_by_cassis_alone(tmp_path: Path, talks: Record, empty: Record):
    assert cas.write([talks, empty], tmp_path) == 2
    types = cassis.load_typesystem(tmp_path / "TypeSystem.xml")
    read = cassis.load_cas_from_xmi(tmp_path / "talks.xmi", typesystem=types)
    assert read.sofa_string == talks.text
    first, *_ = read.select(TYPES + "Attribution")
    words = [link.target.get_covered_text() for link in first.spans.elements]
    assert words == ["Dara Quill, the harbour minister,", "told", "“The lamps 𝔏 stay lit,”",
                     "“Every night.”"]  # fmt: skip
    assert read.document_language == "en"
    assert list(cas_reading.read(tmp_path)) == [empty, talks]


def test_offsets_in_the_file_are_those_of_java(talks: Record):
    # 𝔏 is two units of UTF-16 and stands in the first content, 0 to 23 in code points.
    xmi = cas.cas(talks).to_xmi()
    assert 'begin="0" end="24" role="content"' in xmi or 'end="24" begin="0"' in xmi


def test_layers_are_such_as_inception_takes_for_spans():
    """Only primitive features, arrays of strings, and links of a role and a target."""
    types = type_system()
    for type in types.get_types():
        if type.name.startswith(TYPES) and type.supertype.name == "uima.tcas.Annotation":
            for feature in type.features:
                range = feature.rangeType.name
                assert range in {f"uima.cas.{name}" for name in (
                    "String", "Integer", "Double", "Boolean", "StringArray", "FSArray")}  # fmt: skip
                if range == "uima.cas.FSArray":
                    assert {f.name for f in feature.elementType.features} == {"role", "target"}


def test_what_an_annotator_adds_is_read(talks: Record):
    edited = cas.cas(talks)
    made = edited.typesystem.get_type(TYPES + "Attribution")
    begin = talks.text.index("fog was near")
    edited.add(made(begin=begin, end=begin + 12))
    *_, added = cas_reading.parse(edited.to_xmi(), "a.xmi").attributions
    assert (added.id, talks.words(added.content), added.confidence) == ("new1", "fog was near", 1)


def test_layers_of_others_are_left_alone(talks: Record):
    xmi = cas.cas(talks).to_xmi()
    strange = '<x:Thing xmlns:x="http:///other.ecore" xmi:id="9999" sofa="1" begin="0" end="1"/>'
    at = xmi.index("<cas:View")
    assert cas_reading.parse(xmi[:at] + strange + xmi[at:], "a.xmi") == talks


@pytest.mark.parametrize(
    "xmi", ["", "nonsense", "<a/>", "<xmi:XMI xmlns:xmi='http://www.omg.org/XMI'/>"]
)
def test_other_files_are_refused(xmi: str):
    with pytest.raises(ExchangeError, match=r"a.xmi"):
        cas_reading.parse(xmi, "a.xmi")


def test_entities_are_not_expanded(talks: Record):
    bomb = (
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '"
        + "&a;" * 200
        + "'><!ENTITY c '"
        + ("&b;" * 200 + "'><!ENTITY d '" + "&c;" * 200 + "'>]>")
    )
    xmi = cas.cas(talks).to_xmi().replace("?>", "?>" + bomb, 1).replace("Lamps;", "&d;", 1)
    with pytest.raises(ExchangeError, match=r"a\.xmi"):
        cas_reading.parse(xmi, "a.xmi")


def test_no_other_file_is_read(tmp_path: Path, talks: Record):
    (tmp_path / "secret").write_text("SECRET")
    entity = f"<!DOCTYPE x [<!ENTITY a SYSTEM '{(tmp_path / 'secret').as_uri()}'>]>"
    xmi = cas.cas(talks).to_xmi().replace("?>", "?>" + entity, 1).replace(">the lamps<", ">&a;<")
    assert "&a;" in xmi
    with pytest.raises(ExchangeError, match="Entity 'a' not defined"):
        cas_reading.parse(xmi, "a.xmi")
