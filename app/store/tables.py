"""The store's tables, defined once for SQLite and for PostgreSQL."""

from __future__ import annotations

import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

SCHEMA = 1
"""The number of these tables' shape; what is stored in a document has its own number (app.records)."""
MIN_READER = 1
"""The oldest schema number whose programs may still read a store of this shape. Additions do not raise it."""


UNKNOWN_MOMENT = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""Stands for a time that a failing disk has spoilt: no reason to hold back the document, which has its hash."""


class Moment(TypeDecorator[datetime.datetime]):
    """A point in time with its zone, kept as UTC text: SQLite has no type for it, and texts sort alike everywhere."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:
        """As text. Raises ValueError for a time without a zone, which could mean any."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(datetime.UTC).isoformat(timespec="milliseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:
        """In UTC."""
        try:
            moment = None if value is None else datetime.datetime.fromisoformat(value)
            return moment.astimezone(datetime.UTC) if moment else None
        except (TypeError, ValueError, OverflowError):
            return UNKNOWN_MOMENT


METADATA = MetaData()


def _document() -> Column[str]:
    return Column("document", String(32), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


META = Table("meta", METADATA, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("exporter", String(32)),
    Column("title", Text),
    Column("number", Text),
    Column("buyer", Text),
    Column("country", String(2)),
    Column("missing", Integer),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("binned", Moment),
    # Last, so that a list is read without turning the pages of long documents.
    Column("body", Text, nullable=False),
)
Index("documents_by_exporter", DOCUMENTS.c.kind, DOCUMENTS.c.exporter, DOCUMENTS.c.changed)

FILES = Table(
    "files",
    METADATA,
    _document(),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("document", "sha256"),
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("seq", Integer, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("step", String(80), nullable=False),
    Column("params", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("before", String(64), nullable=False),
    Column("after", String(64), nullable=False),
    Column("forward", Text, nullable=False),
    Column("inverse", Text, nullable=False),
    UniqueConstraint("document", "seq"),
)

SCRATCH = Table(
    "scratch",
    METADATA,
    Column("document", String(32), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("cursor", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

SETTINGS = Table("settings", METADATA, Column("key", String(80), primary_key=True), Column("value", Text))

LINES = Table(
    "line_index",
    METADATA,
    _document(),
    Column("line", String(40), nullable=False),
    Column("position", Integer, nullable=False),
    Column("hs_code", String(12)),
    Column("product", Text),
    Column("country", String(2)),
    Column("month", String(7)),
    Column("rupiah", BigInteger),
    UniqueConstraint("document", "line"),
)
Index("lines_by_hs_code", LINES.c.hs_code)
