"""The cells of a row as pieces of text: x from the table's left, y from the row's first baseline."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.render.blocks import SHIFT
from app.render.fonts import FILES
from app.render.geometry import MM
from app.render.measure import Measure
from app.render.styles import SMALLEST, Style
from app.render.table_spec import ColumnSpec, ItemSpec, PartSpec, TableSpec
from app.render.template import clean

CellPiece = tuple[float, float, str, Style]

_MANY = 4.0
"""Letters for each width of their size: beyond that no text stands on one line."""
_NESTED_GAP = 5.0 * MM
_KEY = re.compile(r"\{(\w+)\}")


class Cells:
    """Lays the cells of one table's rows."""

    def __init__(self, measure: Measure, spec: TableSpec) -> None:
        self._measure = measure
        self._spec = spec
        self._lead = spec.lead
        self._where = spec.node.where
        self._shown = [column for column in spec.columns if column.value or column.items]
        self._faces = {name: measure.fonts.face(name) for name in FILES}
        self._continued = spec.node.string("continued")

    def row(
        self, row: Mapping[str, Any], codes: Mapping[str, Any], nested: Sequence[Mapping[str, Any]]
    ) -> tuple[list[CellPiece], list[float]]:
        """A row's pieces, and the y where it may be torn (the first lines of its nested rows)."""
        pieces: list[CellPiece] = []
        for column in self._shown:
            if column.items:
                self._items(pieces, column, row, codes)
                continue
            found = (codes if column.from_code else row).get(column.value)
            if nested and column.nested and column.nested.parent:
                found = self._parent(column, column.nested.parent, row)
            if found is None:
                raise column.node.fail(f"the rows have no '{column.value}'")
            found = found.upper() if column.upper else found
            style = column.nested.parent_style if nested and column.nested else column.style
            y = self._cell(pieces, column, found, style) if found else 0.0
            if column.second:
                self._second(pieces, column, row, y)
        return pieces, self._nested(pieces, nested)

    def _cell(self, pieces: list[CellPiece], column: ColumnSpec, found: str, style: Style) -> float:
        """One text of a cell; the next line's y."""
        text = found if found.isascii() and found.isprintable() else self._checked(found)
        inner = column.inner
        # A text that is far too long need not be measured to know that it has several lines.
        if len(text) * style.size > _MANY * inner and " " in text:
            return self._wrapped(pieces, column, text, style, 0.0)
        width = self._faces[style.face].width(text) * style.size
        if width <= inner and "\n" not in text:
            spare = 0.0 if style.align == "left" else inner - width
            x = column.left + column.pad_left + (spare / 2 if style.align == "center" else spare)
            pieces.append((x, 0.0, text, style))
            return self._lead
        if style.align == "right" and " " not in text and "\n" not in text:
            pieces.append(self._figure(column, text, style, width))
            return self._lead
        return self._wrapped(pieces, column, text, style, 0.0)

    def _second(
        self, pieces: list[CellPiece], column: ColumnSpec, row: Mapping[str, Any], y: float, indent: float = 0.0
    ) -> float:
        """The lines under a text; the next line's y."""
        for key in column.second:
            if row.get(key):
                text = self._checked(f"{column.second_bullet} {row[key]}" if column.second_bullet else row[key])
                y = self._wrapped(pieces, column, text, column.second_style, y, indent)
        return y

    def continued(self, first: list[CellPiece]) -> list[CellPiece]:
        """The first line of a torn row again, with "(continued)" after its text."""
        words = [piece for piece in first if piece[3].align == "left"]
        if not words or not self._continued:
            return first
        x, y, text, style = words[-1]
        return [piece for piece in first if piece is not words[-1]] + [(x, y, f"{text} {self._continued}", style)]

    def _parent(self, column: ColumnSpec, text: str, row: Mapping[str, Any]) -> str:
        """What stands over nested rows; "{key}" in it is the row's own text."""

        def own(match: re.Match[str]) -> str:
            found: str | None = row.get(match.group(1))
            if found is None:
                raise column.node.fail(f"the rows have no '{match.group(1)}'")
            return found

        return _KEY.sub(own, text) if "{" in text else text

    def _checked(self, text: str) -> str:
        cleaned = "\n".join(" ".join(line.split()) for line in clean(text).split("\n"))
        self._measure.check(cleaned, self._where)
        return cleaned

    def _figure(self, column: ColumnSpec, text: str, style: Style, width: float) -> CellPiece:
        """A figure is never torn: it shrinks, and if that is not enough it is reported and reaches to the left."""
        size = max(SMALLEST, style.size * column.inner / width)
        width *= size / style.size
        if width > column.inner + 0.01:
            self._measure.trouble("overflow", column.node.where, column.node.string("head"), text)
        return (column.right - width, 0.0, text, style._replace(size=size))

    def _wrapped(
        self, pieces: list[CellPiece], column: ColumnSpec, text: str, style: Style, y: float, indent: float = 0.0
    ) -> float:
        face, size = self._measure.face(style), style.size
        inner = column.inner - indent
        left = column.left + column.pad_left + indent
        for line in face.lines(text, inner / size):
            x = left
            if style.align != "left":
                room = inner - face.width(line) * size
                x += room if style.align == "right" else room / 2
            pieces.append((x, y, line, style))
            y += self._lead
        return y

    def _nested(self, pieces: list[CellPiece], rows: Sequence[Mapping[str, Any]]) -> list[float]:
        if not rows:
            return []
        y = max([piece[1] for piece in pieces], default=0.0)
        stops = []
        for row in rows:
            y += _NESTED_GAP
            stops.append(y)
            deepest = y
            for column in self._spec.columns:
                nested = column.nested
                if nested is None or not nested.value or not row.get(nested.value):
                    continue
                text = self._checked(row[nested.value])
                end = self._wrapped(pieces, column, text, nested.style, y, nested.indent)
                if nested.value == column.value:
                    end = self._second(pieces, column, row, end, nested.indent)
                deepest = max(deepest, end - self._lead)
            y = deepest
        return stops

    def _items(
        self, pieces: list[CellPiece], column: ColumnSpec, row: Mapping[str, Any], codes: Mapping[str, Any]
    ) -> None:
        y = 0.0
        for item in column.items:
            source = codes if item.from_code else row
            text = self._checked(source.get(item.value, "")) if item.value else ""
            if item.coded and text and codes[item.value] != text:
                text = f"{codes[item.value]} - {text}"
            parts = [(part, self._checked(part.text or row.get(part.value, ""))) for part in item.parts]
            if not text and not any(said for part, said in parts if part.value) and not item.always:
                continue
            if y:
                y += item.gap
            y = self._item(pieces, column, item, text, parts, y)

    def _parts(
        self, pieces: list[CellPiece], column: ColumnSpec, parts: Sequence[tuple[PartSpec, str]], y: float
    ) -> None:
        """Each at its place; what does not fit between its neighbours is reported, and printed all the same."""
        left, taken = column.left + column.pad_left, -column.pad_left
        for part, said in parts:
            wide = self._measure.face(part.style).width(said) * part.style.size
            start = part.at - SHIFT[part.align] * wide
            if start < taken - 0.01 or start + wide > column.inner + column.pad_right + 0.01:
                self._measure.trouble("overflow", column.node.where, column.node.string("head"), said)
            pieces.append((left + start, y, said, part.style))
            taken = start + wide

    def _item(
        self, pieces: list[CellPiece], column: ColumnSpec, item: ItemSpec, text: str,
        parts: Sequence[tuple[PartSpec, str]], y: float,
    ) -> float:  # fmt: skip
        left = column.left + column.pad_left
        if item.bullet and item.hang:
            pieces.append((left, y, item.bullet, item.style))
        elif item.bullet:
            text = f"{item.bullet} {text}"
        self._parts(pieces, column, [(part, said) for part, said in parts if said], y)
        end = self._wrapped(pieces, column, text, item.style, y, item.hang) if text else y
        return max(end, y + self._lead)
