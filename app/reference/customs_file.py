"""A list of Indonesian customs as CSV: a line of headings, a column of codes, a column of names, perhaps an office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.reference.code_list import CodeList, Entry, folded
from app.reference.refused import Refused
from app.reference.table_rows import Row
from app.words import Text

SHAPES: Mapping[str, str] = {
    "customs_ports": r"[A-Z]{2}[A-Z0-9]{3}",
    "customs_offices": r"[0-9]{6}",
    "areas": r"[0-9]{4}",
    "container_sizes": r"[0-9]{2}",
}
"""What a code looks like in the lists where it is not a number of up to three digits."""
IMPORTABLE = frozenset(SHAPES) | {
    *("export_types", "export_categories", "trade_methods", "payment_methods", "transport_modes", "carriage_types"),
    *("customs_documents", "inspection_places", "container_kinds", "container_statuses", "identity_types"),
    *("party_roles", "consolidator_categories", "exporter_statuses", "export_banks"),
}
"""The lists that can be taken from such a file."""


def customs_list_from(rows: Iterable[Row], own: CodeList) -> dict[str, Entry]:
    """The codes of the file. What ``own`` knows of a code besides (English name, synonyms, mode) is kept; a new code is
    called alike in both languages. Raises Refused.
    """
    lines = iter(rows)
    head = next(lines, None)
    if head is None:
        raise Refused("empty")
    columns = _columns(head, own)
    shape = SHAPES.get(own.id, r"[0-9]{1,3}")
    found: dict[str, Entry] = {}
    for row in lines:
        entry = _entry(row, columns, own)
        if not re.fullmatch(shape, entry.code):
            raise Refused("odd_code", row.line, text=entry.code[:40], list=own.title)
        if not entry.name.id:
            raise Refused("no_name", row.line, code=entry.code)
        if entry.code in found:
            raise Refused("twice", row.line, code=entry.code)
        found[entry.code] = entry
    if not found:
        raise Refused("empty")
    return found


def _columns(head: Row, own: CodeList) -> dict[str, int]:
    """Where code, name, English name and office stand, by the words people head such columns with."""
    names = [cell.strip().casefold().replace(" ", "_") for cell in head.cells]
    headings = [(what, pattern) for what, pattern in _HEADINGS if what != "office" or what in _facts_of(own)]
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        what = next((what for what, pattern in headings if re.match(pattern, name)), None)
        if what is not None:
            columns.setdefault(what, at)
    for what in ("code", "name"):
        if what not in columns:
            raise Refused("no_column", head.line, name=_WORDS[what])
    return columns


def _entry(row: Row, columns: Mapping[str, int], own: CodeList) -> Entry:
    code, name = row.cell(columns["code"]).upper(), row.cell(columns["name"])
    known = own.find(code)
    english = row.cell(columns["en"]) if "en" in columns else ""
    facts = dict(known.facts) if known else dict.fromkeys(_facts_of(own), "")
    if "office" in columns:
        facts["office"] = row.cell(columns["office"]).zfill(6)
    # Offices write in capitals; where only they differ our own spelling stays.
    if known and folded(known.name.id) == folded(name):
        name = known.name.id
    return Entry(code, Text(name, english or (known.name.en if known else name)), facts)


def _facts_of(own: CodeList) -> Iterable[str]:
    return next(iter(own.entries.values())).facts


# The office first: in a table of ports "kode_kantor" is no port's code.
_HEADINGS = (
    ("office", r"(kode_)?kantor$|office"),
    ("en", r"en$|english|(nama|uraian|description)_en"),
    ("code", r"kode|code|kd_"),
    ("name", r"uraian|nama|name|keterangan|description|id$|ur_"),
)
_WORDS = {"code": Text("kode", "code"), "name": Text("nama atau uraian", "name or description")}
