"""UNECE's UN/LOCODE as it is published, in one CSV file or its three parts: places that are ports or airports.

Columns: change, country, location, name, name without accents, subdivision, status and function (in either order),
date, IATA, coordinates, remarks; with a line of headings or without. Other places (roads, railways, post) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.reference.code_list import CodeList, Entry
from app.reference.refused import Refused
from app.reference.table_rows import Row
from app.words import same


def ports_from(rows: Iterable[Row], own: CodeList) -> dict[str, Entry]:
    """The ports and airports of the file; those of ``own`` first, with its names. Of countries that the file leaves
    out, as each of UNECE's parts does, ``own`` ports stay. Raises Refused.
    """
    found: dict[str, Entry] = {}
    countries: set[str] = set()
    for row in rows:
        country = row.cell(1).upper()
        if row.cell(0).lower() in {"change", "ch"} or country == "COUNTRY":
            continue
        _refuse_odd(row, country)
        countries.add(country)
        entry = _port(row, country, own)
        # Of a code that stands twice the later line is the newer name; UNECE marks the older with "X".
        if entry is not None:
            found[entry.code] = entry
    if not found:
        raise Refused("no_ports")
    kept = {code: entry for code, entry in own.entries.items() if code in found or code[:2] not in countries}
    return {code: found.get(code, entry) for code, entry in kept.items()} | dict(sorted(found.items()))


def _refuse_odd(row: Row, country: str) -> None:
    if len(row.cells) < _FEWEST_COLUMNS:
        raise Refused("unlocode_columns", row.line, n=str(len(row.cells)))
    if not re.fullmatch(r"[A-Z]{2}", country):
        raise Refused("unlocode_country", row.line, text=row.cell(1)[:_QUOTED])
    if row.cell(2) and not re.fullmatch(r"[A-Z0-9]{3}", row.cell(2)):
        raise Refused("unlocode_location", row.line, text=row.cell(2)[:_QUOTED])


def _port(row: Row, country: str, own: CodeList) -> Entry | None:
    """The port or airport in a row; None for a country's own line, an alias, a dropped place and a place of another
    kind.
    """
    function = next((row.cell(at) for at in (7, 6) if re.fullmatch(r"[-0-9B]{8}", row.cell(at))), "")
    modes = [mode for digit, mode in (("1", "sea"), ("4", "air")) if digit in function]
    name, plain = row.cell(3), row.cell(4)
    if not row.cell(2) or row.cell(0) == "X" or not modes or not name:
        return None
    code = country + row.cell(2)
    facts = {"country": country, "modes": "|".join(modes), "synonyms": plain if plain != name else ""}
    known = own.find(code)
    if known is None:
        return Entry(code, same(name), facts)
    synonyms = "|".join(dict.fromkeys(filter(None, (known.facts.get("synonyms", ""), name))))
    return Entry(code, known.name, facts | {"synonyms": synonyms})


_FEWEST_COLUMNS = 11
_QUOTED = 40
