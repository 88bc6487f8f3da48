"""The tables, the index of words and the documented views, as memcon 0.1 makes them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

#: Who said what to whom: a row a statement.
STATEMENTS = """
CREATE VIEW archive_view_statements AS
SELECT s.id AS statement_id, r.text_sha256 AS text_sha256, v.document_id AS document_id,
       v.name AS name, v.title AS title, v.publisher AS publisher, v.url AS url, s.date AS date,
       r.genre AS genre, r.current AS is_current,
       s.speaker_id AS speaker_id, p.name AS speaker, p.identity AS speaker_identity,
       p.kind AS speaker_kind, p.country AS speaker_country,
       s.addressee_id AS addressee_id, a.name AS addressee, a.identity AS addressee_identity,
       a.country AS addressee_country,
       s.type AS type, s.act AS act, s.speech_act AS speech_act, s.words AS words,
       s.begins AS begins, s.ends AS ends, s.line AS line, s.confidence AS confidence
FROM archive_statements s
JOIN archive_records r ON r.id = s.record_id
JOIN archive_versions v ON v.id = r.version_id
LEFT JOIN archive_actors p ON p.id = s.speaker_id
LEFT JOIN archive_actors a ON a.id = s.addressee_id
"""
#: How a speaker stands towards whom: a row a stance, so that a statement may have several.
STANCES = """
CREATE VIEW archive_view_stances AS
SELECT s.statement_id AS statement_id, s.text_sha256 AS text_sha256, s.document_id AS document_id,
       s.date AS date, s.publisher AS publisher, s.is_current AS is_current,
       s.speaker_id AS speaker_id, s.speaker AS speaker, s.speaker_identity AS speaker_identity,
       s.speaker_kind AS speaker_kind, s.speaker_country AS speaker_country,
       t.id AS target_id, t.name AS target, t.identity AS target_identity, t.kind AS target_kind,
       t.country AS target_country, x.polarity AS polarity, x.confidence AS confidence,
       s.act AS act
FROM archive_stances x
JOIN archive_view_statements s ON s.statement_id = x.statement_id
JOIN archive_actors t ON t.id = x.target_id
"""
#: What statements are about: a row a topic.
TOPICS = """
CREATE VIEW archive_view_topics AS
SELECT s.statement_id AS statement_id, s.text_sha256 AS text_sha256, s.document_id AS document_id,
       s.date AS date, s.publisher AS publisher, s.is_current AS is_current,
       s.speaker AS speaker, s.speaker_identity AS speaker_identity,
       s.speaker_country AS speaker_country, t.topic AS topic, t.identity AS topic_identity
FROM archive_topics t
JOIN archive_view_statements s ON s.statement_id = t.statement_id
"""
#: What happened between whom: a row for each source and target of an event.
EVENTS = """
CREATE VIEW archive_view_events AS
SELECT e.id AS event_id, e.statement_id AS statement_id, r.text_sha256 AS text_sha256,
       v.document_id AS document_id, COALESCE(e.date, r.date) AS date, e.date AS event_date,
       v.publisher AS publisher, r.current AS is_current,
       e.type AS type, e.mode AS mode, e.modality AS modality, e.score AS score,
       e.place AS place, e.words AS words, e.confidence AS confidence,
       p.id AS source_id, p.name AS source, p.identity AS source_identity,
       p.country AS source_country,
       t.id AS target_id, t.name AS target, t.identity AS target_identity,
       t.country AS target_country
FROM archive_events e
JOIN archive_records r ON r.id = e.record_id
JOIN archive_versions v ON v.id = r.version_id
LEFT JOIN archive_event_actors es ON es.event_id = e.id AND es.role = 'source'
LEFT JOIN archive_actors p ON p.id = es.actor_id
LEFT JOIN archive_event_actors et ON et.event_id = e.id AND et.role = 'target'
LEFT JOIN archive_actors t ON t.id = et.actor_id
"""
#: What was published: a row a version of a document.
DOCUMENTS = """
CREATE VIEW archive_view_documents AS
SELECT v.document_id AS document_id, v.number AS version, v.text_sha256 AS text_sha256,
       d.address AS address, v.name AS name, v.title AS title, v.publisher AS publisher,
       v.url AS url, v.date AS date, r.genre AS genre, v.added AS added,
       CASE WHEN v.number = (SELECT MAX(n.number) FROM archive_versions n
                             WHERE n.document_id = v.document_id) THEN 1 ELSE 0 END AS is_newest,
       r.version AS engine_version, r.model AS engine_model
FROM archive_versions v
JOIN archive_documents d ON d.id = v.document_id
JOIN archive_records r ON r.text_sha256 = v.text_sha256
"""


def upgrade() -> None:
    """Make them."""
    _tables()
    op.execute("INSERT INTO archive_settings (key, value) VALUES ('writer', '')")
    if op.get_context().dialect.name == "sqlite":
        # The terms are made by memcon.archive.terms, the same for both databases: no tokenizer of
        # the database's own changes them. The sizes of columns are only for its own ranking.
        op.execute(
            "CREATE VIRTUAL TABLE archive_index USING fts5(terms, columnsize=0, "
            "tokenize=\"ascii tokenchars ':@-'\")"
        )
    else:
        op.execute(
            "CREATE TABLE archive_index (rowid INTEGER PRIMARY KEY, terms TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX ix_archive_index_terms ON archive_index USING gin (terms)")
    for view in (STATEMENTS, STANCES, TOPICS, EVENTS, DOCUMENTS):
        op.execute(view)


def _tables() -> None:
    op.create_table(
        "archive_documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "archive_originals",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "archive_settings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "archive_texts",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "archive_bands",
        sa.Column("value", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("value", "text_sha256"),
    )
    op.create_index(
        op.f("ix_archive_bands_text_sha256"), "archive_bands", ["text_sha256"], unique=False
    )
    op.create_table(
        "archive_corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("spans", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["text_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["undoes"],
            ["archive_corrections.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_archive_corrections_text_sha256"),
        "archive_corrections",
        ["text_sha256"],
        unique=False,
    )
    op.create_table(
        "archive_likenesses",
        sa.Column("left_sha256", sa.String(), nullable=False),
        sa.Column("right_sha256", sa.String(), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["left_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["right_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("left_sha256", "right_sha256"),
    )
    op.create_index(
        op.f("ix_archive_likenesses_right_sha256"),
        "archive_likenesses",
        ["right_sha256"],
        unique=False,
    )
    op.create_table(
        "archive_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["archive_documents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["text_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document_id", "number"),
    )
    op.create_index(op.f("ix_archive_versions_date"), "archive_versions", ["date"], unique=False)
    op.create_index(
        op.f("ix_archive_versions_publisher"), "archive_versions", ["publisher"], unique=False
    )
    op.create_index(
        op.f("ix_archive_versions_text_sha256"), "archive_versions", ["text_sha256"], unique=False
    )
    op.create_table(
        "archive_captures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("original_sha256", sa.String(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("modified", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["original_sha256"],
            ["archive_originals.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["archive_versions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_archive_captures_key"), "archive_captures", ["key"], unique=False)
    op.create_index(
        op.f("ix_archive_captures_version_id"), "archive_captures", ["version_id"], unique=False
    )
    op.create_table(
        "archive_records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("genre", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("current", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_sha256"],
            ["archive_texts.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["archive_versions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("text_sha256"),
    )
    op.create_index(
        op.f("ix_archive_records_version_id"), "archive_records", ["version_id"], unique=False
    )
    op.create_table(
        "archive_actors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("titles", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["archive_records.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_archive_actors_identity"), "archive_actors", ["identity"], unique=False
    )
    op.create_index(
        op.f("ix_archive_actors_record_id"), "archive_actors", ["record_id"], unique=False
    )
    op.create_table(
        "archive_statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("addressee_id", sa.Integer(), nullable=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("speech_act", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("source_spans", sa.String(), nullable=False),
        sa.Column("cue_spans", sa.String(), nullable=False),
        sa.Column("content_spans", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["addressee_id"],
            ["archive_actors.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["archive_records.id"],
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["archive_actors.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_archive_statements_addressee_id"),
        "archive_statements",
        ["addressee_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_archive_statements_date"), "archive_statements", ["date"], unique=False
    )
    op.create_index(
        op.f("ix_archive_statements_record_id"), "archive_statements", ["record_id"], unique=False
    )
    op.create_index(
        "ix_archive_statements_speaker_date",
        "archive_statements",
        ["speaker_id", "date"],
        unique=False,
    )
    op.create_table(
        "archive_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("spans", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["archive_records.id"],
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["archive_statements.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_archive_events_date"), "archive_events", ["date"], unique=False)
    op.create_index(
        op.f("ix_archive_events_record_id"), "archive_events", ["record_id"], unique=False
    )
    op.create_index(
        op.f("ix_archive_events_statement_id"), "archive_events", ["statement_id"], unique=False
    )
    op.create_table(
        "archive_stances",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("polarity", sa.Integer(), nullable=False),
        sa.Column("evidence_spans", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["archive_statements.id"],
        ),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["archive_actors.id"],
        ),
        sa.PrimaryKeyConstraint("statement_id", "number"),
    )
    op.create_index(
        op.f("ix_archive_stances_target_id"), "archive_stances", ["target_id"], unique=False
    )
    op.create_table(
        "archive_topics",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["archive_statements.id"],
        ),
        sa.PrimaryKeyConstraint("statement_id", "number"),
    )
    op.create_index(
        op.f("ix_archive_topics_identity"), "archive_topics", ["identity"], unique=False
    )
    op.create_table(
        "archive_vectors",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["archive_statements.id"],
        ),
        sa.PrimaryKeyConstraint("statement_id"),
    )
    op.create_table(
        "archive_event_actors",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["archive_actors.id"],
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["archive_events.id"],
        ),
        sa.PrimaryKeyConstraint("event_id", "role", "actor_id"),
    )
    op.create_index(
        op.f("ix_archive_event_actors_actor_id"), "archive_event_actors", ["actor_id"], unique=False
    )
