"""The export declaration's goods: one row a line, with its share of FOB value, weight, packages and volume."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from msgspec.structs import replace

from app.domain.declaration_rows import NOTHING, country_told, named
from app.domain.derived import Figures, derived_rows
from app.domain.goods import GoodsLine
from app.domain.goods_totals import goods_total, line_amount, line_net, line_number
from app.domain.packing import PackageRange
from app.domain.packing_totals import ANY_KIND, range_count, volume_each
from app.domain.price import fob_value
from app.domain.struct import Value
from app.kinds.arithmetic import EXACT, plus, rounded, times, total
from app.kinds.choice import RowId
from app.kinds.coded import Country, PackageKind
from app.kinds.customs_print import MOST_DECIMALS, DeclaredNumber
from app.kinds.measures import Count, Number, Percent
from app.kinds.money import Amount, currency_decimals
from app.kinds.number import decimals_of
from app.kinds.places import OriginArea
from app.kinds.text import Lines, PlainText
from app.reference.customs_pairs import customs_unit_of
from app.words import Message, same

MONEY_DECIMALS = 2
"""Customs' file holds no finer money (schema of BC 3.0 v0.5.28)."""
_PALM = ("1511", "15132", "1516", "1517", "1518", "2306", "3823", "3826")
_WOOD = ("440", "441", "4421")
NOT_OF_WOOD = ("440210", "440220", "440921", "441210", "441873", "441891", "44191", "442191")
"""Bamboo, and charcoal of shells, which stand in the chapter of wood."""
MAY_OWE = (*_PALM, *_WOOD, "41", "1801", "25", "26", "27", "7108", "13019090")
"""HS beginnings that may owe export duty (PMK 38/2024, 68/2025, 80/2025), palm levy or PPh 22: ask, never reckon."""


class DeclaredGoods(Value, frozen=True, kw_only=True):
    """A goods line in customs' codes. A text that the exporter answered with "none" is a dash."""

    line: Annotated[str | None, RowId()] = None
    number: Annotated[str | None, PlainText()] = None
    """From 1, without grouping."""
    hs_code: Annotated[str | None, PlainText()] = None
    """Eight digits without points."""
    declared_description: Annotated[str | None, PlainText()] = None
    """In one line, in the paper's language; where that is not told, in the other."""
    brand: Annotated[str | None, PlainText()] = None
    type: Annotated[str | None, PlainText()] = None
    size: Annotated[str | None, PlainText()] = None
    specification: Annotated[str | None, PlainText()] = None
    article_no: Annotated[str | None, PlainText()] = None
    packages: Annotated[Decimal | None, Count()] = None
    """The packages that hold the article; one that holds several counts for each."""
    package_kind: Annotated[str | None, PackageKind()] = None
    permits: Annotated[str | None, PlainText()] = None
    reference_price: Annotated[Decimal | None, Number()] = None
    export_duty_rate: Annotated[Decimal | None, Percent()] = None
    quantity: Annotated[Decimal | None, DeclaredNumber()] = None
    unit: Annotated[str | None, PlainText()] = None
    """Customs' code: NPR."""
    unit_told: Annotated[str | None, PlainText()] = None
    """Its name in English and its code, as the print has them: PAIR (NPR)."""
    net: Annotated[Decimal | None, DeclaredNumber()] = None
    volume: Annotated[Decimal | None, DeclaredNumber()] = None
    origin_country: Annotated[str | None, Country()] = None
    origin_told: Annotated[str | None, PlainText()] = None
    origin_area: Annotated[str | None, OriginArea()] = None
    area_told: Annotated[str | None, PlainText()] = None
    fob: Annotated[Decimal | None, Amount()] = None
    unit_price: Annotated[Decimal | None, Amount()] = None
    """FOB for one unit, rounded as customs' file wants it."""
    told: Annotated[str | None, Lines()] = None
    """Description, brand, type, size, specification and packages in one sentence, as the print has them."""


@derived_rows("declaration.goods", DeclaredGoods)
def declared_goods(figures: Figures) -> tuple[DeclaredGoods, ...]:
    """Every line; the shares of the FOB value come to the whole to the cent."""
    return figures.once(
        "declared_goods", lambda: tuple(replace(row, told=_told(figures, row)) for row in _rows(figures))
    )


def declared_nets(figures: Figures) -> Iterator[Decimal | None]:
    """Each line's net weight, not rounded: its own answer, else what its packages hold of it alone."""
    by_line = _ranges_by_line(figures)
    return (_net(figures, line, by_line.get(line.id, [])) for line in figures.goods)


def may_owe(hs_code: str) -> bool:
    """Whether goods of this tariff number may owe something at export."""
    return hs_code.startswith(MAY_OWE) and not hs_code.startswith(NOT_OF_WOOD)


def money(value: Decimal, figures: Figures) -> Decimal:
    """An amount with the currency's decimals, two at most."""
    return rounded(value, min(MONEY_DECIMALS, currency_decimals(figures.at)))


def fine(value: Decimal) -> Decimal:
    """A quantity, weight or volume with as many decimals as customs takes."""
    return value if decimals_of(value) <= MOST_DECIMALS else rounded(value, MOST_DECIMALS)


def _rows(figures: Figures) -> Iterator[DeclaredGoods]:
    by_line = _ranges_by_line(figures)
    for line, fob in zip(figures.goods, _fob_shares(figures), strict=True):
        yield _row(figures, line, fob, by_line.get(line.id, []))


def _row(figures: Figures, line: GoodsLine, fob: Decimal | None, ranges: list[PackageRange]) -> DeclaredGoods:
    net, kinds = _net(figures, line, ranges), {packages.kind for packages in ranges if packages.kind}
    return replace(
        _described(figures, line),
        packages=total(range_count(figures, packages) for packages in ranges),
        package_kind=kinds.pop() if len(kinds) == 1 else (ANY_KIND if kinds else None),
        quantity=None if line.quantity is None else fine(line.quantity),
        unit=customs_unit_of(figures.at.lists, line.unit) if line.unit else None,
        unit_told=_unit(figures, line.unit) if line.unit else None,
        net=None if net is None else fine(net),
        volume=_volume(figures, ranges),
        fob=fob,
        unit_price=rounded(fob / line.quantity, MONEY_DECIMALS) if fob is not None and line.quantity else None,
    )


def _described(figures: Figures, line: GoodsLine) -> DeclaredGoods:
    """What the goods are and where they come from, without any count."""
    duty_free = bool(line.hs_code) and not may_owe(line.hs_code or "")
    return DeclaredGoods(
        line=line.id,
        number=str(line_number(figures, line)),
        hs_code=line.hs_code,
        declared_description=_description(figures, line),
        permits=_permits(line),
        origin_country=line.origin_country,
        origin_told=country_told(figures, line.origin_country),
        origin_area=line.origin_area,
        area_told=named(_area(figures, line.origin_area), line.origin_area),
        reference_price=_or_none(figures, line, "reference_price", duty_free=duty_free),
        export_duty_rate=_or_none(figures, line, "export_duty_rate", duty_free=duty_free),
        brand=_text(figures, line, "brand"),
        type=_text(figures, line, "type"),
        size=_text(figures, line, "size"),
        specification=_text(figures, line, "specification"),
        article_no=_text(figures, line, "article_no"),
    )


def _ranges_by_line(figures: Figures) -> dict[str, list[PackageRange]]:
    found: dict[str, list[PackageRange]] = {}
    for packages in figures.ranges:
        for line in dict.fromkeys(content.line for content in packages.contents or () if content.line):
            found.setdefault(line, []).append(packages)
    return found


def _fob_shares(figures: Figures) -> list[Decimal | None]:
    """Each line's part of the FOB value by its amount; rounding the running sum keeps the whole exact."""
    fob, goods = fob_value(figures), goods_total(figures)
    if fob is None or not goods:
        return [None] * len(figures.goods)
    shares: list[Decimal | None] = []
    run = told = Decimal(0)
    for line in figures.goods:
        run = EXACT.add(run, line_amount(figures, line) or Decimal(0))
        up_to = money(EXACT.multiply(fob, run) / goods, figures) if run != goods else money(fob, figures)
        shares.append(up_to - told)
        told = up_to
    return shares


def _text(figures: Figures, line: GoodsLine, name: str) -> str | None:
    told: str | None = getattr(line, name)
    return told or (NOTHING if figures.shipment.answers.get(f"goods.{line.id}.{name}") == "none" else None)


def _or_none(figures: Figures, line: GoodsLine, name: str, *, duty_free: bool) -> Decimal | None:
    """What was answered; zero where there is none, or where goods of this number owe nothing at export."""
    told: Decimal | None = getattr(line, name)
    none = figures.shipment.answers.get(f"goods.{line.id}.{name}") == "none"
    if told is None:
        return Decimal(0) if none or duty_free else None
    return fine(told)


def _told(figures: Figures, row: DeclaredGoods) -> str | None:
    """The goods in one sentence, in capitals as customs prints them; its words stand in the paper's language."""
    described, language = row.declared_description, figures.at.language
    if not described:
        return None
    packages = " ".join(
        part for part in (None if row.packages is None else str(row.packages), row.package_kind) if part
    )
    texts = {name: same((getattr(row, name) or "").upper()) for name in ("brand", "type", "size", "specification")}
    gaps = {"description": same(described.upper()), "packages": same(packages), **texts}
    return Message("paper.declared_goods", gaps).into(language)


def _description(figures: Figures, line: GoodsLine) -> str | None:
    told = (line.own_description, line.description)
    first, second = told if figures.at.language == "id" else told[::-1]
    return " ".join((first or second or "").split()) or None


def _unit(figures: Figures, unit: str) -> str | None:
    """Name and code of the unit as customs has it: a sheet is counted in its pieces."""
    code, units = customs_unit_of(figures.at.lists, unit), figures.at.lists.units
    paired = (entry.name.en for entry in units.entries.values() if entry.facts["ceisa"] == code)
    return named(next(paired, units.named(unit).en), code)


def _area(figures: Figures, area: str | None) -> str | None:
    return figures.at.lists.areas.named(area).id if area else None


def _permits(line: GoodsLine) -> str | None:
    told = [" ".join(p for p in (permit.title, permit.number) if p) for permit in line.permits or ()]
    return ", ".join(text for text in told if text) or None


def _alone(ranges: list[PackageRange]) -> bool:
    return bool(ranges) and all(len(packages.contents or ()) == 1 for packages in ranges)


def _net(figures: Figures, line: GoodsLine, ranges: list[PackageRange]) -> Decimal | None:
    """The line's own answers where nothing is packed; else its weight as told, or what its packages hold of it alone:
    mixed ones were not weighed apart, and what one unit weighs says nothing against a scale.
    """
    if not figures.ranges:
        return line_net(line)
    if line.net_weight is not None or not _alone(ranges):
        return line.net_weight
    return total(times(range_count(figures, packages), packages.net_each) for packages in ranges)


def _volume(figures: Figures, ranges: list[PackageRange]) -> Decimal | None:
    found: Decimal | None = None
    if _alone(ranges):
        found = Decimal(0)
        for packages in ranges:
            found = plus(found, times(range_count(figures, packages), volume_each(figures, packages)))
    return None if found is None else fine(found)
