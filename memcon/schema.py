"""The JSON Schema of a Record's JSON form, published with the package as `record.schema.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from memcon.record import SCHEMA, Record

#: Name of the published file, in the package.
FILE = "record.schema.json"


def record_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12), as the Record's own definition gives it."""
    described = Record.model_json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:memcon:record:{SCHEMA}",
        **described,
    }


def schema_text() -> str:
    """The schema as it is written to the file."""
    return json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n"


def published_schema() -> dict[str, Any]:
    """The schema as the package holds it; `tests/test_schema.py` fails when the two differ."""
    return json.loads(files("memcon").joinpath(FILE).read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(schema_text(), end="")
