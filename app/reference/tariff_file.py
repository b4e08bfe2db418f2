"""The Indonesian tariff (BTKI) with eight digits, from a table of codes and texts; duties in it are not looked at.

Two layouts are met: with the lines that have dashes but no code, which say what the lines under them have in common,
and without. What stands above a code is kept beside its own text, because "Lain-lain" alone says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.reference.code_list import Entry
from app.reference.refused import Refused
from app.reference.table_rows import Row
from app.words import Text


def tariff_from(rows: Iterable[Row]) -> dict[str, Entry]:
    """All codes of eight digits. Facts: ``heading_id``, ``heading_en``, the text of the four digits, and ``under_id``,
    ``under_en``, what stands between it and the code, outermost first, with ">" between. Raises Refused.
    """
    lines = list(rows)
    columns = _columns(lines)
    above: list[_Line] = []
    found: dict[str, Entry] = {}
    for row in lines:
        line = _line(row, columns)
        if line is None:
            continue
        if line.depth == 0:
            above = [line]
            continue
        above = [higher for higher in above if higher.depth < line.depth and _over(higher, line)]
        if len(line.code) == _WHOLE:
            if line.code in found:
                raise Refused("twice", row.line, code=row.cell(columns.code))
            found[line.code] = _entry(line, above)
        else:
            above.append(line)
    if not found:
        raise Refused("no_tariff")
    return found


class _Columns(NamedTuple):
    code: int
    id: int
    en: int
    head: int
    """How many lines stand before the first code."""


class _Line(NamedTuple):
    code: str
    depth: int
    """0 for a heading, then the dashes before the text; a code of six digits or more without dashes counts as one."""
    text: Text


_WHOLE = 8
_CODE = re.compile(r"[0-9]{2}\.?[0-9]{2}(?:\.?[0-9]{2}(?:\.?[0-9]{2})?)?")
_DASHES = re.compile(r"^[\s\-–—]*")


def _columns(lines: Sequence[Row]) -> _Columns:
    """Where the codes and the texts stand: in the first row that begins with a code, the two longest texts behind it;
    Indonesian first, unless the headings say otherwise.
    """
    for at, row in enumerate(lines):
        code = next((n for n in range(min(len(row.cells), 4)) if _is_code(row.cell(n))), None)
        texts = [n for n in range(len(row.cells)) if code is not None and n > code and _is_text(row.cell(n))][:2]
        if code is not None and texts:
            own, english = texts[0], texts[-1]
            heads = [line.cell(own).casefold() for line in lines[:at]]
            if own != english and any(re.search(r"english|_en$|description of goods", head) for head in heads):
                own, english = english, own
            return _Columns(code, own, english, at)
    raise Refused("no_tariff")


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and len(text) > 3


def _is_text(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) > 2


def _line(row: Row, columns: _Columns) -> _Line | None:
    """A row as a line of the tariff; None for headings of the table, notes and empty rows. Raises Refused."""
    code, own, english = row.cell(columns.code), row.cell(columns.id), row.cell(columns.en)
    text = own or english
    if not text or (not code and not text.startswith(("-", "–", "—"))):
        if code and _is_code(code):
            raise Refused("no_name", row.line, code=code)
        return None
    if code and not _is_code(code):
        if not any(letter.isdigit() for letter in code):
            return None
        lost = re.fullmatch(r"[0-9]{5}|[0-9]{7}", code)
        raise Refused("lost_zero" if lost else "odd_tariff_code", row.line, code=code[:40])
    dashes = _DASHES.match(text)
    depth = sum(letter in "-–—" for letter in dashes.group()) if dashes else 0
    digits = code.replace(".", "")
    if len(digits) > 4 or not digits:
        depth = max(depth, 1)
    return _Line(digits, 0 if len(digits) == 4 else depth, Text(_bare(own or english), _bare(english or own)))


def _over(higher: _Line, line: _Line) -> bool:
    """Whether a line may stand above another: where lines without code were dropped, depth alone would deceive."""
    return not line.code or line.code.startswith(higher.code)


def _bare(text: str) -> str:
    """A text without its dashes and the colon or full stop at its end."""
    return " ".join(_DASHES.sub("", text).split()).rstrip(" :.;")


def _entry(line: _Line, above: Sequence[_Line]) -> Entry:
    heading = next((higher.text for higher in above if higher.depth == 0), Text("", ""))
    between = [higher.text for higher in above if higher.depth > 0]
    facts = {"heading_id": heading.id, "heading_en": heading.en}
    facts["under_id"] = " > ".join(text.id for text in between)
    facts["under_en"] = " > ".join(text.en for text in between)
    return Entry(line.code, line.text, facts)
