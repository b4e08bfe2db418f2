"""The plan of the packages in words: what is still to pack, how full containers get, what could be proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.domain.container_fill import Fill, chargeable_weight, container_fills
from app.domain.derived import Figures
from app.domain.packing import PackageRange
from app.domain.packing_plan import PackedLine, packed_lines, proposed_marks, proposed_ranges
from app.kinds.coded import Unit
from app.kinds.date import Date
from app.kinds.measures import Count, Quantity, Weight
from app.reference.container_insides import insides_source
from app.services.editing import new_id
from app.services.review import on_screen
from app.words import say

_MOST = 6
"""So many lines are named; of the others it is told how many they are."""
_BY_WEIGHT = ("air", "courier")


class FillShown(NamedTuple):
    """One type of container: its name, the room that is taken as parts of the longest one, and what that means."""

    name: str
    said: str
    length: float
    stretches: Sequence[tuple[float, float]]
    """Where each range begins, and how long it is."""


class PackingSummary(NamedTuple):
    """Ready texts, "" and none where there is nothing to say."""

    lines: Sequence[str]
    is_open: bool
    """Whether something is still to be packed."""
    fills: Sequence[FillShown]
    weight: str
    note: str
    packages: Sequence[PackageRange]
    """Those one may take over."""
    marks: str
    """Those one may take over; "" where these stand there already."""


def packing_summary(figures: Figures) -> PackingSummary:
    """Everything that stands under the packages. Sea and land freight goes by room, air freight by weight."""
    by_weight = figures.shipment.transport.mode in _BY_WEIGHT
    fills = [] if by_weight else container_fills(figures)
    marks = proposed_marks(figures.shipment)
    return PackingSummary(
        lines=list(_lines(figures)),
        is_open=any(packed.open is not None and packed.open > 0 for packed in packed_lines(figures)),
        fills=[_shown(fill, fills[-1].inside.length, figures) for fill in fills],
        weight=_charged(figures) if by_weight else "",
        note=_note(figures) if fills else "",
        packages=proposed_ranges(figures, new_id),
        marks=marks if marks and marks != figures.shipment.packing.marks else "",
    )


def _lines(figures: Figures) -> Iterator[str]:
    language = figures.at.language
    lines = packed_lines(figures)
    if not lines:
        return
    told = [(n, line) for n, line in enumerate(lines, 1) if line.open != 0]
    if not told:
        yield say("plan.all_packed", language, n=str(len(lines)))
    for n, line in told[:_MOST]:
        yield _line(n, line, figures)
    if len(told) > _MOST:
        yield say("plan.and_more", language, n=str(len(told) - _MOST))


def _line(number: int, packed: PackedLine, figures: Figures) -> str:
    language, line = figures.at.language, packed.line
    own = line.own_description if language == "id" else None
    gaps = {"n": str(number), "goods": " ".join((own or line.description or "…").split())}
    if packed.open is None or packed.packed is None:
        return say("plan.open_unknown", language, **gaps)
    unit = Unit().show(line.unit, figures.at) if line.unit else ""
    amounts = {"open": abs(packed.open), "packed": packed.packed, "sold": packed.sold}
    shown = {name: on_screen(Quantity(), value, figures.at) for name, value in amounts.items()}
    said = say("plan.too_many" if packed.open < 0 else "plan.still_open", language, unit=unit, **gaps, **shown)
    # Without a unit its place in the sentence is no second blank.
    return " ".join(said.split())


def _shown(fill: Fill, longest: Decimal, figures: Figures) -> FillShown:
    language = figures.at.language
    if fill.containers is None:
        said = say("plan.does_not_fit", language)
    else:
        percent = str(round(fill.share / fill.containers * 100))
        count = on_screen(Count(), Decimal(fill.containers), figures.at)
        said = say("plan.fits_one" if fill.containers == 1 else "plan.needs", language, n=count, percent=percent)
    stretches = [(float(stretch.at / longest), float(stretch.length / longest)) for stretch in fill.first]
    return FillShown(fill.inside.name.into(language), said, float(fill.inside.length / longest), stretches)


def _charged(figures: Figures) -> str:
    weight = chargeable_weight(figures)
    if weight is None:
        return ""
    return say("plan.chargeable", figures.at.language, weight=on_screen(Weight(), weight, figures.at))


def _note(figures: Figures) -> str:
    source, looked_at = insides_source()
    language = figures.at.language
    return say("plan.note", language, source=source.into(language), date=on_screen(Date(), looked_at, figures.at))
