"""The tables of a Discourse Network Analyzer 3 file: those that DNA itself makes in SQLite.

Names, types, checks and defaults are DNA's (`createTables` in its `sql/Sql.java`), since it opens no
file that has others.
"""

from __future__ import annotations

import base64
import hashlib
import os
import sqlite3

#: The version of DNA that the file says it is of: the current one as this was written.
VERSION, DATE = "3.0.11.5", "2025-02-05"
#: Longest value of DNA's short texts, in characters.
LONGEST = 190

_KEY = "ID INTEGER NOT NULL PRIMARY KEY"
_PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements",
    "EditStatements", "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes",
    "EditCoders", "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments",
    "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip


def _short(name: str, rest: str = "NOT NULL") -> str:
    return f"{name} TEXT {rest} CHECK (LENGTH({name}) <= {LONGEST})"


def _between(name: str, low: int, high: int, default: int | None, null: str = "NOT NULL") -> str:
    preset = "" if default is None else f" DEFAULT {default}"
    return f"{name} INTEGER {null}{preset} CHECK ({name} BETWEEN {low} AND {high})"


def _refers(name: str, table: str) -> str:
    return f"FOREIGN KEY ({name}) REFERENCES {table}(ID) ON DELETE CASCADE"


def _colour(null: str = "NOT NULL") -> list[str]:
    default = 0 if null else None
    return [_between(name, 0, 255, default, null) for name in ("Red", "Green", "Blue")]


def _value(type: str) -> list[str]:
    return [
        _KEY, "StatementId INTEGER NOT NULL", "VariableId INTEGER NOT NULL", type,
        "UNIQUE (StatementId, VariableId)", _refers("StatementId", "STATEMENTS"),
        _refers("VariableId", "VARIABLES"),
    ]  # fmt: skip


_TABLES: dict[str, list[str]] = {
    "SETTINGS": ["Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"],
    "CODERS": [
        _KEY, _short("Name"), *_colour(), _between("Refresh", 0, 9999, 0),
        _between("FontSize", 1, 99, 14), _short("Password"),
        _between("PopupWidth", 100, 9999, 300, ""), _between("ColorByCoder", 0, 1, 0),
        _between("PopupDecoration", 0, 1, 0), _between("PopupAutoComplete", 0, 1, 1),
        *(_between(f"Permission{what}", 0, 1, 1) for what in _PERMISSIONS),
    ],
    "DOCUMENTS": [
        _KEY, _short("Title"), "Text TEXT NOT NULL", "Coder INTEGER",
        *(_short(name, "NOT NULL DEFAULT ''") for name in ("Author", "Source", "Section")),
        "Notes TEXT NOT NULL DEFAULT ''", _short("Type", "NOT NULL DEFAULT ''"),
        "Date INTEGER NOT NULL", _refers("Coder", "CODERS"),
    ],
    "STATEMENTTYPES": [_KEY, _short("Label"), *_colour()],
    "VARIABLES": [
        _KEY, _short("Variable"), "DataType TEXT NOT NULL DEFAULT 'short text' CHECK (DataType IN "
        "('boolean', 'integer', 'long text', 'short text'))", "StatementTypeId INTEGER",
        "UNIQUE (Variable, StatementTypeId)", _refers("StatementTypeId", "STATEMENTTYPES"),
    ],
    "VARIABLELINKS": [
        _KEY, "SourceVariableId INTEGER", "TargetVariableId INTEGER",
        "CHECK (TargetVariableId != SourceVariableId)", _refers("SourceVariableId", "VARIABLES"),
        _refers("TargetVariableId", "VARIABLES"),
    ],
    "REGEXES": [_short("Label", "PRIMARY KEY"), *_colour()],
    "CODERRELATIONS": [
        _KEY, "Coder INTEGER CHECK (Coder > 0)", "OtherCoder INTEGER CHECK (OtherCoder > 0)",
        *(_between(name, 0, 1, 1) for name in
          ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
        "CHECK (Coder != OtherCoder)", _refers("Coder", "CODERS"), _refers("OtherCoder", "CODERS"),
    ],
    "STATEMENTS": [
        _KEY, "StatementTypeId INTEGER", "DocumentId INTEGER",
        "Start INTEGER NOT NULL CHECK (Start >= 0)", "Stop INTEGER NOT NULL CHECK (Stop >= 0)",
        "Coder INTEGER", "CHECK (Start < Stop)", _refers("StatementTypeId", "STATEMENTTYPES"),
        _refers("Coder", "CODERS"), _refers("DocumentId", "DOCUMENTS"),
    ],
    "DATABOOLEAN": _value("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _value("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": [
        _KEY, "VariableId INTEGER NOT NULL", _short("Value", "NOT NULL DEFAULT ''"), *_colour(""),
        "ChildOf INTEGER CHECK (ChildOf > 0)", "UNIQUE (VariableId, Value)",
        _refers("ChildOf", "ENTITIES"), _refers("VariableId", "VARIABLES"),
    ],
    "DATASHORTTEXT": [*_value("Entity INTEGER NOT NULL"), _refers("Entity", "ENTITIES")],
    "DATALONGTEXT": _value("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": [
        _KEY, "VariableId INTEGER NOT NULL", _short("AttributeVariable"),
        "UNIQUE (VariableId, AttributeVariable)", _refers("VariableId", "VARIABLES"),
    ],
    "ATTRIBUTEVALUES": [
        _KEY, "EntityId INTEGER NOT NULL", "AttributeVariableId INTEGER NOT NULL",
        _short("AttributeValue", "NOT NULL DEFAULT ''"), "UNIQUE (EntityId, AttributeVariableId)",
        _refers("EntityId", "ENTITIES"), _refers("AttributeVariableId", "ATTRIBUTEVARIABLES"),
    ],
}  # fmt: skip

#: Variables of the one statement type, by id.
VARIABLES = {1: "person", 2: "organization", 3: "concept", 4: "agreement"}
SHORT_TEXTS = {name: id for id, name in VARIABLES.items() if name != "agreement"}
ATTRIBUTES = ("Type", "Alias", "Notes")


def create(connection: sqlite3.Connection, password: str) -> None:
    """Make the tables, the coder Admin with that password, and the type “DNA Statement”."""
    for table, parts in _TABLES.items():
        # Constraints of the whole table come behind the columns.
        columns = sorted(parts, key=lambda part: part.startswith(("UNIQUE", "CHECK", "FOREIGN")))
        connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
    settings = [("version", VERSION), ("date", DATE)]
    connection.executemany("INSERT INTO SETTINGS VALUES (?, ?)", settings)
    connection.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)",
        (hashed(password),),
    )
    connection.execute("INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51)")
    for id, name in VARIABLES.items():
        type = "short text" if name in SHORT_TEXTS else "boolean"
        connection.execute("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", (id, name, type))
    for attribute in ATTRIBUTES:
        for id in SHORT_TEXTS.values():
            connection.execute(
                "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)",
                (id, attribute),
            )


def hashed(password: str, salt: bytes | None = None) -> str:
    """A password as DNA keeps it: Jasypt's `StrongPasswordEncryptor`.

    SHA-256 a hundred thousand times over a salt of 16 bytes and the password; salt and digest in
    base 64.
    """
    salt = os.urandom(16) if salt is None else salt
    digest = salt + password.encode("utf-8")
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")
