"""A document being worked on: what of it is on the disk, what still waits, and the steps back and forth.

Knows JSON trees, not shipments.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from types import EllipsisType
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BindParameter, Connection, Row, bindparam, delete, insert, select, update

from app.store import journal
from app.store.body import Body, Tree, bytes_in, decoded, encoded, files_named, hash_of
from app.store.database import Database
from app.store.line_index import lines_of, write_lines
from app.store.patch import Patch, applied, difference
from app.store.tables import DOCUMENTS, FILES, SCRATCH, UNKNOWN_MOMENT
from app.store.trouble import Conflict, DocumentDamaged, DocumentGone
from app.store.values import Change, Line, Note, Saved, Scratch, Summary


class _Content(NamedTuple):
    """A tree with its bytes and their hash."""

    tree: Tree
    data: bytes
    sha256: str


class _Way(NamedTuple):
    """A patch with the hashes of the contents at both ends."""

    patch: Patch
    begin: str
    end: str


class OpenDocument:
    """One document of the store. Lives on the storage thread."""

    def __init__(self, database: Database, document: str, clock: Callable[[], datetime.datetime], actor: str) -> None:
        """Read it. Raises DocumentGone, DocumentDamaged."""
        self.id = document
        self._database, self._clock, self._actor = database, clock, actor
        self._waiting: list[Change] = []
        self._waiting_summary: Summary | None = None
        self._waiting_scratch: Note = ...
        self._tried: str | None = None
        """The hash of a content that may have reached the disk although its commit failed."""
        with database.reading() as connection:
            self._read(connection, _head(connection, document))

    @property
    def body(self) -> Body:
        """The content on the disk."""
        return Body(self._content.tree, {name: self._files[name] for name in files_named(self._content.tree)})

    @property
    def scratch(self) -> Scratch | None:
        """The half-typed text on the disk."""
        return self._scratch

    @property
    def saved(self) -> Saved:
        """Since when the content stands on the disk, and the steps around it."""
        return Saved(self._version, self._changed, self._ends.undo, self._ends.redo)

    def keep(self, changes: Sequence[Change] = (), summary: Summary | None = None, scratch: Note = ...) -> Saved:
        """Write the changes, each as a step, with the half-typed text, in one transaction.

        What cannot be written waits, and is written with the next call. Raises StoreTrouble.
        """
        self._waiting += changes
        self._waiting_summary = summary or self._waiting_summary
        self._waiting_scratch = self._waiting_scratch if scratch is ... else scratch
        self._make_sure()
        content, steps = self._drafted()
        if steps or self._waiting_scratch is not ...:
            self._tried = content.sha256
            self._write(content, steps)
            self._tried = None
        self._waiting, self._waiting_summary, self._waiting_scratch = [], None, ...
        return self.saved

    def as_of(self, moment: datetime.datetime) -> Body | None:
        """The content as it was before the first step after ``moment``; None where the history does not reach so far.

        Raises StoreTrouble.
        """
        tree, sha256 = self._content.tree, self._content.sha256
        with self._database.reading() as connection:
            for step in journal.steps_since(connection, self.id, moment):
                if step is None or step.after != sha256:
                    return None
                tree, sha256 = applied(tree, step.inverse), step.before
        return Body(tree) if _content(tree).sha256 == sha256 else None

    def undo(self, summarise: Callable[[Body], Summary | None]) -> Saved | None:
        """Take the last step back; None where there is none. Raises StoreTrouble."""
        return self._step(journal.next_undo, _backward, summarise, undone=True)

    def redo(self, summarise: Callable[[Body], Summary | None]) -> Saved | None:
        """Do the step again that was undone last; None where there is none. Raises StoreTrouble."""
        return self._step(journal.next_redo, _forward, summarise, undone=False)

    def _read(self, connection: Connection, row: Row[Any]) -> None:
        self._version: int = row.version
        self._changed: datetime.datetime = (row.changed or UNKNOWN_MOMENT).astimezone(self._clock().tzinfo)
        self._content = _checked(row.body, row.sha256)
        self._files = _read_files(connection, self.id, self._content.tree)
        self._ends = journal.ends_of(connection, self.id)
        self._lines: tuple[Line, ...] = lines_of(connection, self.id)
        self._scratch = _read_scratch(connection, self.id)

    def _make_sure(self) -> None:
        """After a commit that failed: what of it is on the disk is waited for no longer."""
        if self._tried is None:
            return
        with self._database.reading() as connection:
            row = _head(connection, self.id)
            if row.version == self._version + 1 and row.sha256 == self._tried:
                self._read(connection, row)
                kept = [n for n, change in enumerate(self._waiting) if _content(change.body.tree).sha256 == row.sha256]
                self._waiting = self._waiting[kept[-1] + 1 :] if kept else self._waiting
            self._scratch = _read_scratch(connection, self.id)
        self._tried = None

    def _drafted(self) -> tuple[_Content, list[journal.Step]]:
        content, steps = self._content, []
        for change in self._waiting:
            after = _content(change.body.tree)
            if after.sha256 != content.sha256:
                there, back = difference(content.tree, after.tree)
                steps.append(journal.Step(change.step, content.sha256, after.sha256, there, back))
                content = after
        return content, steps

    def _write(self, content: _Content, steps: list[journal.Step]) -> None:
        at, ends = self._clock(), self._ends
        files = {name: data for change in self._waiting for name, data in change.body.files.items()}
        with self._database.writing() as connection:
            if steps:
                self._add_files(connection, files)
                self._swap(connection, content, self._waiting_summary, at)
                ends = journal.write_steps(connection, self.id, ends, steps, self._actor, at)
            if self._waiting_scratch is not ...:
                _write_scratch(connection, self.id, self._scratch, self._waiting_scratch, at)
        if steps:
            self._settle(content, self._waiting_summary, at, ends)
            self._files |= files
        if not isinstance(self._waiting_scratch, EllipsisType):
            self._scratch = self._waiting_scratch

    def _step(
        self,
        find: Callable[[Connection, str], journal.Step | None],
        way_of: Callable[[journal.Step], _Way],
        summarise: Callable[[Body], Summary | None],
        undone: bool,
    ) -> Saved | None:
        self.keep()
        at = self._clock()
        with self._database.writing() as connection:
            step = find(connection, self.id)
            content = self._led_to(way_of(step)) if step else None
            if step is None or content is None:
                return None
            summary = summarise(Body(content.tree, self._files))
            self._tried = content.sha256
            self._swap(connection, content, summary, at)
            journal.mark(connection, step, undone)
            ends = journal.ends_of(connection, self.id)
        self._settle(content, summary, at, ends)
        self._tried = None
        return self.saved

    def _led_to(self, way: _Way) -> _Content | None:
        """The content at the end of a way; None where it does not lead from here to there: the history ends."""
        if way.begin != self._content.sha256:
            return None
        try:
            content = _content(applied(self._content.tree, way.patch))
        except (KeyError, TypeError, ValueError, IndexError):
            return None
        return content if content.sha256 == way.end else None

    def _swap(self, connection: Connection, content: _Content, summary: Summary | None, at: datetime.datetime) -> None:
        """Put the new content in the place of the version that was read, and of no other."""
        values = {"wanted": self.id, "expected": self._version, "raised": self._version + 1, "changed": at}
        values |= {"body": content.data.decode(), "sha256": content.sha256}
        if summary is None:
            result = connection.execute(_SWAP, values)
        else:
            columns = {name: value for name, value in summary._asdict().items() if name != "lines"}
            result = connection.execute(_SWAP_ALL, values | columns)
            if summary.lines != self._lines:
                write_lines(connection, self.id, summary.lines)
        if result.rowcount != 1:
            raise Conflict

    def _settle(self, content: _Content, summary: Summary | None, at: datetime.datetime, ends: journal.Ends) -> None:
        self._content, self._version, self._changed, self._ends = content, self._version + 1, at, ends
        if summary is not None:
            self._lines = summary.lines

    def _add_files(self, connection: Connection, files: Mapping[str, bytes]) -> None:
        add_files(connection, self.id, {name: data for name, data in files.items() if name not in self._files})


def add_files(connection: Connection, document: str, files: Mapping[str, bytes]) -> None:
    """Keep attached files. Raises ValueError where one is not what its hash says."""
    for name, data in files.items():
        if hash_of(data) != name:
            raise ValueError("an attachment has another hash than it says")
        connection.execute(_ADD_FILE, {"document": document, "sha256": name, "content": data})


def _head(connection: Connection, document: str) -> Row[Any]:
    row = connection.execute(_READ, {"wanted": document}).first()
    if row is None:
        raise DocumentGone
    return row


def _forward(step: journal.Step) -> _Way:
    return _Way(step.forward, step.before, step.after)


def _backward(step: journal.Step) -> _Way:
    return _Way(step.inverse, step.after, step.before)


def _content(tree: Tree) -> _Content:
    data = encoded(tree)
    return _Content(tree, data, hash_of(data))


def _checked(body: Any, sha256: str) -> _Content:
    data = bytes_in(body)
    if hash_of(data) != sha256:
        raise DocumentDamaged
    try:
        return _Content(decoded(data), data, sha256)
    except msgspec.DecodeError:
        raise DocumentDamaged from None


def _read_files(connection: Connection, document: str, tree: Tree) -> dict[str, bytes]:
    files = {row.sha256: bytes_in(row.content) for row in connection.execute(_READ_FILES, {"of": document})}
    needed = files_named(tree)
    if not needed <= files.keys() or any(hash_of(files[name]) != name for name in needed):
        raise DocumentDamaged
    return files


def _read_scratch(connection: Connection, document: str) -> Scratch | None:
    row = connection.execute(_READ_SCRATCH, {"of": document}).first()
    return Scratch(row.path, row.text, row.cursor) if row else None


def _write_scratch(
    connection: Connection, document: str, before: Scratch | None, after: Note, at: datetime.datetime
) -> None:
    if before is not None:
        connection.execute(_DROP_SCRATCH, {"of": document})
    if isinstance(after, Scratch):
        connection.execute(_ADD_SCRATCH, {"document": document, "at": at, **after._asdict()})


_READ = select(DOCUMENTS).where(DOCUMENTS.c.id == bindparam("wanted"))
_SAME = (DOCUMENTS.c.id == bindparam("wanted"), DOCUMENTS.c.version == bindparam("expected"))
_CONTENT: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in ("body", "sha256", "changed")}
_CONTENT["version"] = bindparam("raised")
_COLUMNS: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in Summary._fields if name != "lines"}
_SWAP = update(DOCUMENTS).where(*_SAME).values(_CONTENT)
_SWAP_ALL = update(DOCUMENTS).where(*_SAME).values(_CONTENT | _COLUMNS)
_ADD_FILE = insert(FILES)
_READ_FILES = select(FILES).where(FILES.c.document == bindparam("of"))
_READ_SCRATCH = select(SCRATCH).where(SCRATCH.c.document == bindparam("of"))
_DROP_SCRATCH = delete(SCRATCH).where(SCRATCH.c.document == bindparam("of"))
_ADD_SCRATCH = insert(SCRATCH)
