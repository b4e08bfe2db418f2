"""The goods lines of all shipments by HS code, product, country and month: derived, and rebuilt at will."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.store.tables import LINES
from app.store.values import Line


def write_lines(connection: Connection, document: str, lines: tuple[Line, ...]) -> None:
    """Replace the lines of one shipment."""
    connection.execute(_DROP, {"of": document})
    rows = [{"document": document, "position": n, **_columns(line)} for n, line in enumerate(lines)]
    if rows:
        connection.execute(_INSERT, rows)


def lines_of(connection: Connection, document: str) -> tuple[Line, ...]:
    """The lines of one shipment as they stand in the index."""
    rows = connection.execute(_OF_ONE, {"of": document})
    return tuple(Line(r.line, r.hs_code, r.product, r.country, r.month, r.rupiah) for r in rows)


def _columns(line: Line) -> dict[str, object]:
    fields = line._asdict()
    return {"line": fields.pop("id"), **fields}


_OF = LINES.c.document == bindparam("of")
_DROP = delete(LINES).where(_OF)
_INSERT = insert(LINES)
_OF_ONE = select(LINES).where(_OF).order_by(LINES.c.position)
