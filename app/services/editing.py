"""A shipment (or an exporter's profile) open on the screen: its fields and rows changed by path, each change a step.

Belongs to the screen's thread. Knows no widget; texts are read by the kinds, steps are called by the fields' labels.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.catalog.catalog import Catalog
from app.checks.labels import label_of, lowered
from app.domain.fields import fields
from app.domain.paths import declared_path, value_at
from app.domain.shipment import OpenAnswer, Shipment
from app.domain.struct import Row
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread, Reading, tidied
from app.kinds.number import normal
from app.records.normal_form import normalised
from app.services import shipment_changes as changes
from app.services.grid_edits import Cells
from app.services.open_value import Edit, OpenValue
from app.services.opened import Opened
from app.services.storage_thread import StorageThread, Summarise
from app.words import Message, same

Read = Reading[Any] | Misread | None
"""How a typed text was read; None where nothing was typed."""


def new_id() -> str:
    """An id for a row: short, and never given twice, also not to a row that comes after a deleted one."""
    return secrets.token_hex(5)


class Editing(OpenValue):
    """One open document, changed by path."""

    def __init__(
        self,
        opened: Opened,
        storage: StorageThread,
        catalog: Catalog,
        at: Circumstances,
        summarise: Summarise,
        changed: Callable[[Shipment], None],
        status_changed: Callable[[], None],
    ) -> None:
        """See :class:`OpenValue` for ``changed`` and ``status_changed``."""
        super().__init__(opened, storage, summarise, changed, status_changed)
        self._catalog, self.at = catalog, at

    def apply(self, edit: Edit, step: Message, paths: Collection[str] = ()) -> None:
        """As every change; what was compared with an answer that changes now is open again, in the same step."""

        def told(shipment: Shipment) -> Shipment:
            return self._still_compared(shipment, edit(shipment))

        super().apply(told, step, paths)

    def _still_compared(self, before: Shipment, after: Shipment) -> Shipment:
        for form_id, answers in before.own.items():
            form = self._catalog.forms.get(form_id)
            for name, answer in answers.items() if form is not None else ():
                of = form.own[name][1].of if form is not None and name in form.own else ()
                is_other = any(value_at(before, path) != value_at(after, path) for path in of)
                if is_other and after.own.get(form_id, {}).get(name) == answer:
                    after = changes.with_answer_value(after, f"own.{form_id}.{name}", None)
        return after

    def change_text(self, path: str, text: str, step: Message | None = None) -> Read:
        """What was typed becomes the value at ``path``, or is kept as typed where it cannot be read; "" empties.

        ``path`` may be ``own.<document>.<field>``. Raises KeyError where it leads nowhere.
        """
        return self.change_many({path: text}, step or self._named("change", path))[path]

    def change_many(self, texts: Mapping[str, str], step: Message) -> dict[str, Read]:
        """Several texts as one step: fill down, a paste over rows that are there. Raises KeyError."""
        read = {path: self._read(path, text) for path, text in texts.items()}

        def edit(shipment: Shipment) -> Shipment:
            for path, text in texts.items():
                shipment = self._with_text(shipment, path, text, read[path])
            return shipment

        self.apply(edit, step, texts.keys())
        return read

    def change_value(self, path: str, value: Any, step: Message | None = None) -> None:
        """A ready value, of a choice or a list of codes; None empties. Raises KeyError."""
        ready = normal(value) if isinstance(value, Decimal) else tidied(value) if isinstance(value, str) else value
        named = step or self._named("change", path)
        self.apply(lambda shipment: changes.with_answer_value(shipment, path, ready), named, [path])

    def change_around(self, path: str, edit: Callable[[Shipment], Shipment]) -> None:
        """Another value at ``path`` and what goes with it elsewhere, as a picture does; one step. Raises KeyError."""
        self.apply(edit, self._named("change", path), [path])

    def answer(self, path: str, answer: OpenAnswer | None) -> None:
        """Answer with "there is none" or "not known yet", or take that back. Raises KeyError."""
        step = self._named("answer", path)
        self.apply(lambda shipment: changes.with_open_answer(shipment, path, answer), step, [path])

    def add_row(self, path: str, before: str | None = None) -> str:
        """A new empty row of the list at ``path``, before another or at the end; its id. Raises KeyError."""
        (row_id,) = self.add_rows(path, [{}], before, self._named("add_row", path))
        return row_id

    def add_rows(
        self, path: str, texts: Sequence[Mapping[str, str]], before: str | None = None, step: Message | None = None
    ) -> list[str]:
        """New rows with the texts of their fields, typed or pasted, as one step; their ids. Raises KeyError."""
        struct = fields()[declared_path(self.value, path)].rows
        if struct is None:
            raise KeyError(path)
        rows = [struct(id=new_id()) for _ in texts]
        typed = {f"{path}.{r.id}.{name}": t for r, row in zip(rows, texts, strict=True) for name, t in row.items()}
        empty = changes.with_rows_added(self.value, path, rows, before)
        read = {at: self._kind(empty, at).parse(text, self._in_currency()) for at, text in typed.items()}

        def edit(shipment: Shipment) -> Shipment:
            shipment = changes.with_rows_added(shipment, path, rows, before)
            for at, text in typed.items():
                shipment = self._with_text(shipment, at, text, read[at])
            return shipment

        self.apply(edit, step or Message("editing.paste_rows", {"n": same(str(len(rows)))}))
        return [row.id for row in rows]

    def insert_rows(self, path: str, rows: Sequence[Row], before: str | None, step: Message) -> None:
        """Ready rows, whose ids are from :func:`new_id`. Raises KeyError."""
        ready = [normalised(row) for row in rows]
        self.apply(lambda shipment: changes.with_rows_added(shipment, path, ready, before), step)

    def duplicate_rows(self, path: str, ids: Sequence[str]) -> list[str]:
        """Copies of rows under new ids, after the last of them; their ids. Raises KeyError."""
        there = changes.rows_at(self.value, path)
        places = [n for n, row in enumerate(there) if row.id in ids]
        if not places:
            raise KeyError(path)
        copies = [changes.renewed(there[n], new_id) for n in places]
        before = there[places[-1] + 1].id if places[-1] + 1 < len(there) else None
        self.insert_rows(path, copies, before, self._named("duplicate_rows", path, len(copies)))
        return [row.id for row in copies]

    def remove_rows(self, path: str, ids: Sequence[str], step: Message | None = None) -> None:
        """The rows are gone; a list without rows is not answered. Raises KeyError."""
        named = step or self._named("remove_row" if len(ids) == 1 else "remove_rows", path, len(ids))
        self.apply(lambda shipment: changes.with_rows_removed(shipment, path, ids), named)

    def move_rows(self, path: str, ids: Sequence[str], place: int) -> None:
        """The rows stand together at ``place``, counted from 0 among the others. Raises KeyError."""
        step = self._named("move_row" if len(ids) == 1 else "move_rows", path, len(ids))
        self.apply(lambda shipment: changes.with_rows_moved(shipment, path, ids, place), step)

    def put_cells(self, cells: Cells, step: Message) -> None:
        """Cells of a list that were read before, as one step. Raises KeyError where a row has gone."""
        self.apply(cells.into, step, cells.unread.keys())

    def replace(self, shipment: Shipment, step: Message) -> None:
        """Another value as a whole, as one step: an import. Raises Unreadable for one that could not be kept."""
        ready = normalised(shipment)
        self.apply(lambda _: ready, step)

    def _read(self, path: str, text: str) -> Read:
        return self._kind(self.value, path).parse(text, self._in_currency())

    def _with_text(self, shipment: Shipment, path: str, text: str, read: Read) -> Shipment:
        if isinstance(read, Misread):
            return changes.with_unread_text(shipment, path, tidied(text))
        value = read.value if read else None
        if value is not None and path.startswith("own."):
            value = self._kind(shipment, path).write(value, self.at)
        return changes.with_answer_value(shipment, path, value)

    def _kind(self, shipment: Shipment, path: str) -> Kind[Any]:
        if path.startswith("own."):
            _, form, name = path.split(".", 2)
            return self._catalog.forms[form].own[name][0]
        kind = fields()[declared_path(shipment, path)].kind
        if kind is None:
            raise KeyError(path)
        return kind

    def _in_currency(self) -> Circumstances:
        return self.at.in_currency(self.value.currency)

    def _named(self, action: str, path: str, n: int = 1) -> Message:
        declared = path if path.startswith("own.") else declared_path(self.value, path)
        label = lowered(label_of(self._catalog, declared))
        return Message(f"editing.{action}", {"label": label, "n": same(str(n))})
