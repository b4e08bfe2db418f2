"""Messy and hostile tables by seed: an order after people, programs and the wicked had it in hand.

Each comes with what it must give: the same goods and packing as the clean table, or a refusal that names a cell.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.exchange.pasted import table_from_clipboard
from app.exchange.table import Cell, Span, Table, table_of

Grid = list[list[str]]


class Order(NamedTuple):
    """Articles that fill their own cartons."""

    names: list[str]
    prices: list[Decimal]
    each: list[int]
    cartons: list[int]
    net: list[Decimal]

    def expected(self) -> list[tuple[Any, ...]]:
        """What is told of each article: name, quantity, unit, price, first and last carton, each, net weight."""
        found, first = [], 1
        for name, price, each, count, net in zip(*self, strict=True):
            found.append((name, Decimal(each * count), "PR", price, first, first + count - 1, Decimal(each), net))
            first += count
        return found


class Case(NamedTuple):
    """A table, and the cell that its refusal must name; None where it must be taken."""

    table: Table
    order: Order
    refused: str | None


def case(seed: int) -> Case:
    """One table of its own for each seed."""
    rng = random.Random(seed)
    order = _order(rng)
    style = rng.choice(["id", "en"])
    heads = [rng.choice(words) for words in _HEADS]
    grid = [heads, *_rows(order, style, rng)]
    spoil = rng.choice([None, *_SPOILT]) if seed % 3 == 0 else None
    spoilt = spoil(grid, rng) if spoil else None
    for mess in rng.sample(_MESSES, rng.randrange(len(_MESSES))):
        mess(grid, order, style, rng)
    whole = [*[[""] for _ in range(rng.randrange(4))], *grid]
    row = next((n for n, row in enumerate(whole, 1) if spoilt and row is spoilt[1]), 0)
    return Case(_table(whole, rng), order, f"{spoilt[0]}{row}" if spoilt else None)


def _order(rng: random.Random) -> Order:
    n = rng.randrange(2, 9)
    prices = [Decimal(rng.randrange(100, 2_000_000)) / 100 for _ in range(n)]
    net = [Decimal(rng.randrange(1, 400)) / 10 for _ in range(n)]
    names = [f"{rng.choice(_ARTICLES)} ART. {rng.choice('ABC')}-{k}" for k in range(n)]
    return Order(names, prices, [rng.randrange(1, 60) for _ in range(n)], [rng.randrange(1, 99) for _ in range(n)], net)


def _rows(order: Order, style: str, rng: random.Random) -> Grid:
    unit = rng.choice(["prs", "pairs", "pasang", "PR", "Pair"])
    inside = rng.random() < 0.4
    rows = []
    for name, quantity, _, price, first, last, each, net in order.expected():
        counted = f"{_number(quantity, style)} {unit}" if inside else _number(quantity, style)
        money = rng.choice(["{}", "USD {}", "{} USD"]).format(_number(price, style, 2))
        numbers = f"{first}-{last}" if last > first else f"{first}"
        weight = _number(net, style, 1) + rng.choice(["", " kg", "KGS"])
        rows.append([numbers, name, counted, "" if inside else unit, money, _number(each, style), weight])
    return rows


def _number(value: Decimal, style: str, decimals: int = 0) -> str:
    english = f"{value:,.{decimals}f}"
    return english if style == "en" else english.translate(str.maketrans(",.", ".,"))


def _blank_rows(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    for _ in range(rng.randrange(1, 4)):
        grid.append([""] * 7)


def _total(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    word = rng.choice(["TOTAL", "Jumlah", "Grand Total:", "Total", "T O T A L"])
    grid.append(["", word, _number(sum((row[1] for row in order.expected()), Decimal(0)), style), "", "", "", ""])


def _notes(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    if any("total" in cell.lower().replace(" ", "") for row in grid for cell in row):
        grid.append([rng.choice(["Say: US DOLLARS ONLY", "Harga FOB Tanjung Perak", "Thank you"]), *[""] * 6])


def _extra_column(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    for n, row in enumerate(grid):
        row.append("Warna dalam" if not n else rng.choice(["merah", "#REF!", "=1+1", "1.234", ""]))


def _blanks_around(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    for row in grid:
        row[:] = [rng.choice(_AROUND).format(cell) if cell else "" for cell in row]


def _heads_again(grid: Grid, order: Order, style: str, rng: random.Random) -> None:
    grid.insert(rng.randrange(2, len(order.names) + 2), list(grid[0]))


def _spoil(column: int, *texts: str) -> Callable[[Grid, random.Random], tuple[str, list[str]]]:
    """Spoils one cell; its column and its row, which may move."""

    def spoilt(grid: Grid, rng: random.Random) -> tuple[str, list[str]]:
        row = rng.choice(grid[1:])
        row[column] = rng.choice(texts)
        return "ABCDEFG"[column], row

    return spoilt


def _table(grid: Grid, rng: random.Random) -> Table:
    """The same grid as tabs, as a web page, or as cells with rows far below."""
    way = rng.randrange(3)
    if way == 0:
        return table_from_clipboard("\n".join("\t".join(map(_quoted, row)) for row in grid))
    if way == 1:
        return table_from_clipboard("", _page(grid, rng))
    rows = [(n, {k: Cell(cell) for k, cell in enumerate(row)}) for n, row in enumerate(grid, 1)]
    return table_of([*rows, *((n, {}) for n in range(900_000, 900_100))], "", [Span(1, 0, 1, 6)])


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if {"\n", '"'} & set(cell) else cell


def _page(grid: Grid, rng: random.Random) -> str:
    """Markup as browsers copy it: scripts, styles, links, nested tags, a smaller table before it."""
    rows = []
    for row in grid:
        cells = [cell.replace("&", "&amp;").replace("<", "&lt;") for cell in row]
        tag = rng.choice(["td", "th"])
        rows.append("<tr>" + "".join(f"<{tag} style='x'><a href='javascript:x()'>{c}</a></{tag}>" for c in cells))
    return f"<style>td{{}}</style><table><tr><td>menu</table><script>1</script><TABLE>{''.join(rows)}</TABLE>"


_AROUND = ("{}", " {}", "{}  ", "\u00a0{}", "\u200e{}")
_ARTICLES = ("LEATHER SHOES", "SANDALS, WOMEN", 'CANVAS SHOES 5" HEEL', "TOTAL COMFORT CLOGS", "BOOTS <NEW> & MORE")
_HEADS: Sequence[Sequence[str]] = (
    ("No. karton", "Carton No.", "CTN NO", "Nomor kemasan", "C/No."),
    ("Uraian barang", "Description of Goods", "DESCRIPTION", "Nama barang", "Descripton of goods", "Goods / Barang"),
    ("Jumlah", "Qty", "Q'TY", "Quantity", "Jml", "Kuantitas"),
    ("Satuan", "Unit", "UOM"),
    ("Harga satuan", "Unit Price", "U/Price (USD)", "Harga", "Unit Price\nHarga Satuan"),
    ("Isi per karton", "Qty/ctn", "PCS / CTN", "Jumlah per kemasan"),
    ("Berat bersih per karton (kg)", "N.W./CTN (KGS)", "Net weight per carton"),
)
_MESSES = (_blank_rows, _total, _notes, _extra_column, _blanks_around, _heads_again)
_SPOILT = (
    _spoil(2, "#REF!", "#N/A", "#####", "#VALUE!"),
    _spoil(0, "lima", "1-2-3", "9-1", "2026-01-10 00:00:00"),
    _spoil(4, "#DIV/0!", "########"),
    _spoil(6, "#NAME?"),
)
