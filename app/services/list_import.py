"""Taking a newer code list from a file: a preview with the differences, then the list, and one way back.

Imported lists lie in the data folder as ``lists/<id>.csv``, the one before as ``lists/<id>.csv.before`` (empty where
the program's own list was in force).
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from app.reference.code_list import CodeList, Entry
from app.reference.customs_file import IMPORTABLE, customs_list_from
from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.reference.refused import Refused
from app.reference.table_rows import MOST_BYTES, Row, csv_rows, printable
from app.reference.tariff_file import tariff_from
from app.reference.unlocode_file import ports_from
from app.services.files import replace_file
from app.services.obstacle import Obstacle, obstacle
from app.words import Message, same

KINDS: tuple[str, ...] = ("ports", "tariff", *sorted(IMPORTABLE))
"""The lists that can be imported, by id."""


class Differences(NamedTuple):
    """What a new list changes: codes that come, that go, and whose names change."""

    added: tuple[Entry, ...]
    dropped: tuple[Entry, ...]
    renamed: tuple[tuple[Entry, Entry], ...]
    """Before and after."""


class Preview(NamedTuple):
    """A list that was read from a file and is not in force yet."""

    codes: CodeList
    differences: Differences


def preview(lists: Lists, list_id: str, paths: Sequence[Path], today: datetime.date) -> Preview:
    """What the files would make of the list; several are parts of one, as UNECE publishes them. Raises Obstacle where
    a file cannot be read, Refused with the line where it is not what it should be, KeyError for a list of another id.
    """
    if list_id not in KINDS:
        raise KeyError(list_id)
    rows = [row for path in paths for row in _rows_of(path)]
    before = getattr(lists, list_id)
    entries = _READERS.get(list_id, customs_list_from)(rows, before)
    # A file's name may hold anything, also letters that turn what stands behind them.
    names = printable(", ".join(path.name for path in paths))
    edition = f"{_edition_of(names) or printable(paths[0].stem)} ({today.isoformat()})"
    codes = CodeList(list_id, TITLES[list_id], same(names), edition, entries, today.isoformat(), imported=True)
    _ = codes.checksum  # worked out here, because who shows it has no time for it
    return Preview(codes, differences(before, codes))


def differences(before: CodeList | None, after: CodeList) -> Differences:
    """How two lists differ; before the first there was nothing."""
    old = before.entries if before else {}
    added = tuple(entry for code, entry in after.entries.items() if code not in old)
    dropped = tuple(entry for code, entry in old.items() if code not in after.entries)
    pairs = ((entry, after.entries[code]) for code, entry in old.items() if code in after.entries)
    return Differences(added, dropped, tuple((a, b) for a, b in pairs if a.name != b.name))


def take(lists: Lists, codes: CodeList) -> Lists:
    """Put a previewed list in force; the lists to work with from now on. Raises Obstacle."""
    target = _file_of(lists, codes.id)
    before = target.read_bytes() if target.is_file() else b""
    replace_file(_before(target), before)
    replace_file(target, as_csv(codes).encode())
    return Lists(lists.folder)


def can_undo(lists: Lists, list_id: str) -> bool:
    """Whether there is a list before the last import."""
    return lists.folder is not None and list_id in KINDS and _before(_file_of(lists, list_id)).is_file()


def undo(lists: Lists, list_id: str) -> Lists:
    """Put the list in force that was before the last import. Raises Obstacle where there was none."""
    target = _file_of(lists, list_id)
    kept = _before(target)
    if not kept.is_file():
        raise Obstacle(Message("lists.nothing_imported", {"list": same(list_id)}))
    data = kept.read_bytes()
    if data:
        replace_file(target, data)
    else:
        target.unlink(missing_ok=True)
    kept.unlink()
    return Lists(lists.folder)


def as_csv(codes: CodeList) -> str:
    """A list in the form that the program reads, with its checksum."""
    facts = tuple(dict.fromkeys(name for entry in codes.entries.values() for name in entry.facts))
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("code", "id", "en", *facts))
    for entry in codes.entries.values():
        writer.writerow((entry.code, *entry.name, *(entry.facts.get(name, "") for name in facts)))
    head = {"source": codes.source.en, "edition": codes.edition, "date": codes.date}
    head |= {"count": str(len(codes.entries)), "checksum": codes.checksum}
    return "".join(f"# {name}: {said}\n" for name, said in head.items()) + table.getvalue()


def _tariff(rows: Iterable[Row], _: CodeList | None) -> dict[str, Entry]:
    return tariff_from(rows)


_READERS: dict[str, Callable[[Iterable[Row], CodeList], dict[str, Entry]]] = {"ports": ports_from, "tariff": _tariff}


def _rows_of(path: Path) -> Iterable[Row]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise obstacle("cannot_read" if path.exists() else "no_such_file", path=str(path)) from None
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    if data.startswith(b"PK\x03\x04"):
        from app.exchange.workbook_rows import workbook_rows

        return workbook_rows(data)
    return csv_rows(data)


def _edition_of(names: str) -> str | None:
    """The edition that UNECE writes into its file names: "2025-1 UNLOCODE CodeListPart1.csv"."""
    found = re.search(r"(20[0-9]{2})[-_ ]?([12])\b", names)
    return f"{found[1]}-{found[2]}" if found else None


def _file_of(lists: Lists, list_id: str) -> Path:
    if lists.folder is None or list_id not in KINDS:
        raise KeyError(list_id)
    return lists.folder / f"{list_id}.csv"


def _before(target: Path) -> Path:
    return target.with_name(f"{target.name}.before")
