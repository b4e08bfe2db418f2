"""Changes of many cells of a list at once: paste, fill down, empty. What is read here may be read on any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from app.domain.fields import fields
from app.domain.shipment import Shipment
from app.domain.struct import Row
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Misread, tidied
from app.services.cell_block import Block
from app.services.shipment_changes import with_cells, with_rows_added


class Cells(NamedTuple):
    """Values and unread texts for rows that are there, and new rows with theirs, to come at the list's end."""

    list_path: str
    values: Mapping[str, Mapping[str, Any]]
    """By row id, then by the attribute's name; None empties."""
    unread: Mapping[str, str]
    """What could not be read, as typed, by path."""
    added: Sequence[Row] = ()

    def into(self, shipment: Shipment) -> Shipment:
        """The shipment with these cells. Raises KeyError where a row has gone."""
        grown = with_rows_added(shipment, self.list_path, self.added) if self.added else shipment
        return with_cells(grown, self.list_path, self.values, self.unread)


class Target(NamedTuple):
    """Where a block is to go."""

    list_path: str
    declared: str
    rows: Sequence[str]
    """The ids of the rows from the first cell's on; what is beyond them makes new rows."""
    columns: Sequence[str | None]
    """The attributes from the first cell's on; None for a column that is worked out, whose texts are dropped."""


def read_block(target: Target, block: Block, new_id: Callable[[], str], at: Circumstances) -> Cells:
    """The texts of a block as cells; rows that are not there yet get new ids."""
    new_ids = [new_id() for _ in block[len(target.rows) :]]
    ids = [*target.rows[: len(block)], *new_ids]
    texts = {
        row_id: {name: text for name, text in zip(target.columns, row, strict=False) if name is not None}
        for row_id, row in zip(ids, block, strict=False)
    }
    struct = fields()[target.declared].rows
    read = read_cells(target.list_path, target.declared, texts, at)
    # New rows are made whole here, so that little is left to do on the screen's thread.
    added = [struct(id=row_id, **read.values[row_id]) for row_id in new_ids] if struct is not None else []
    return read._replace(values={row_id: read.values[row_id] for row_id in ids[: len(ids) - len(new_ids)]}, added=added)


def read_cells(list_path: str, declared: str, texts: Mapping[str, Mapping[str, str]], at: Circumstances) -> Cells:
    """Texts by row and attribute as cells; equal texts of a column are read once."""
    known: dict[tuple[str, str], Any] = {}
    values: dict[str, dict[str, Any]] = {}
    unread: dict[str, str] = {}
    for row_id, row in texts.items():
        values[row_id] = {}
        for name, text in row.items():
            if (name, text) not in known:
                kind = fields()[f"{declared}.*.{name}"].kind
                known[name, text] = kind.parse(text, at) if kind is not None else None
            read = known[name, text]
            values[row_id][name] = None if read is None or isinstance(read, Misread) else read.value
            if isinstance(read, Misread):
                unread[f"{list_path}.{row_id}.{name}"] = tidied(text)
    return Cells(list_path, values, unread)
