"""Rules about what several papers say of the same goods and the same journey."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.names import same_place
from app.checks.weight_rules import number
from app.domain.derived import Figures
from app.domain.packing_totals import package_count
from app.domain.problems import Finding, rule
from app.kinds.date import long_date
from app.words import Text, same

ISSUED_AT_ONCE = datetime.timedelta(days=3)
"""How long after departure a certificate of origin is issued without the mark "issued retroactively"."""
_NUMBERS = re.compile(r"(?:\b(?:C/?NO|CTN|CASE|NO|PKG)S?\b\.?\s*:?\s*|^)1\s*[-–—/]\s*(\d{1,6})\b(.*)", re.MULTILINE)
_GOES_ON = re.compile(r"\b\d{1,6}\s*[-–—]\s*(\d{1,6})\b")
_IN_PAIRS = ("PR", "DPR", "NPR")


@rule(
    "first_six_digits_agree",
    severity="warning",
    message="rules.hs_differ",
    reads=("goods.*.hs_code", "goods.*.destination_hs_code"),
    source="Harmonized System: six digits are common to all countries (X-05)",
    looked_at="2026-11-24",
)
def first_six_digits_agree(figures: Figures) -> Iterator[Finding]:
    """Countries differ behind the sixth digit of an HS code, not before."""
    for line in figures.goods:
        ours, theirs = line.hs_code or "", line.destination_hs_code or ""
        shared = min(len(ours), len(theirs), 6)
        if shared >= 4 and ours[:shared] != theirs[:shared]:
            yield Finding(f"goods.{line.id}.destination_hs_code", {"ours": same(ours), "theirs": same(theirs)})


@rule(
    "marks_count_the_packages",
    severity="warning",
    message="rules.marks_count_other",
    reads=("packing.marks", "packing.ranges.*.first", "packing.ranges.*.last"),
    source="trade documents notes 5: marks identical on all papers and packages (X-07)",
    looked_at="2026-11-24",
)
def marks_count_the_packages(figures: Figures) -> Iterator[Finding]:
    """Marks that say "C/NO. 1-190" name the last package; where several numbers run so, one of them has to."""
    found, count = _NUMBERS.findall((figures.shipment.packing.marks or "").upper()), package_count(figures)
    ends = [end for last, behind in found for end in (last, *_GOES_ON.findall(behind))]
    if ends and count is not None and count not in map(Decimal, ends):
        yield Finding("packing.marks", {"marks": same(ends[-1]), "count": number(count)}, {"label": "packing.marks"})


@rule(
    "goods_leave_from_here",
    severity="warning",
    message="rules.loads_abroad",
    reads=("transport.port_of_loading_code",),
    source="UN/LOCODE: the first two letters are the country (X-08)",
    looked_at="2026-11-24",
)
def goods_leave_from_here(figures: Figures) -> Iterator[Finding]:
    """An export begins in Indonesia; a foreign port is one of transhipment."""
    port = figures.shipment.transport.port_of_loading_code
    if port and port[:2].isalpha() and not port.startswith("ID"):
        yield Finding("transport.port_of_loading_code", {"port": same(port)})


@rule(
    "places_of_the_journey_differ",
    severity="error",
    message="rules.same_port_twice",
    reads=("transport.port_of_loading_code", "transport.transhipment_port_code", "transport.port_of_discharge_code"),
    source="a journey has two ends (X-08)",
    looked_at="2026-11-24",
)
def places_of_the_journey_differ(figures: Figures) -> Iterator[Finding]:
    """Goods are not unloaded where they were loaded, nor change ships at either end."""
    go = figures.shipment.transport
    ends = [("transport.port_of_loading_code", go.port_of_loading_code)]
    others = [
        ("transport.transhipment_port_code", go.transhipment_port_code),
        ("transport.port_of_discharge_code", go.port_of_discharge_code),
    ]
    for path, port in others:
        twice = next((earlier for earlier, known in ends if port and known == port), None)
        if twice and port:
            yield Finding(path, {"port": same(port)}, {"other": twice})
        ends.append((path, port))


@rule(
    "final_place_is_abroad",
    severity="warning",
    message="rules.final_place_is_loading",
    reads=("transport.port_of_loading", "transport.place_of_delivery"),
    source="trade documents notes 5: ports equal on all papers (X-08)",
    looked_at="2026-11-24",
)
def final_place_is_abroad(figures: Figures) -> Iterator[Finding]:
    """The carrier's place of delivery is at the buyer's end."""
    loading, final = figures.shipment.transport.port_of_loading, figures.shipment.transport.place_of_delivery
    if same_place(loading, final):
        yield Finding(
            "transport.place_of_delivery", {"place": same(str(final))}, {"other": "transport.port_of_loading"}
        )


@rule(
    "origin_certified_in_time",
    severity="warning",
    message="rules.certified_late",
    reads=("references.certificate_of_origin_date", "transport.departure"),
    source="trade documents notes 2.1: ATIGA and others, three days after shipment (X-10)",
    looked_at="2026-11-24",
)
def origin_certified_in_time(figures: Figures) -> Iterator[Finding]:
    """A certificate of origin that comes later says that it was issued retroactively."""
    issued, left = figures.shipment.references.certificate_of_origin_date, figures.shipment.transport.departure
    if issued and left and issued - left > ISSUED_AT_ONCE:
        days = Text(str((issued - left).days), str((issued - left).days))
        told = {"days": days, "left": Text(long_date(left, "id"), long_date(left, "en"))}
        yield Finding("references.certificate_of_origin_date", told)


@rule(
    "goods_are_of_here",
    severity="warning",
    message="rules.goods_of_elsewhere",
    reads=("goods.*.origin_country",),
    source="trade documents notes 2.1: Indonesian certificates are for goods of Indonesian origin (X-11)",
    looked_at="2026-11-24",
)
def goods_are_of_here(figures: Figures) -> Iterator[Finding]:
    """Goods from elsewhere get no Indonesian certificate of origin, and customs calls their export a re-export."""
    for line in figures.goods:
        if line.origin_country and line.origin_country != "ID":
            entry = figures.at.lists.countries.find(line.origin_country)
            country = entry.name if entry else same(line.origin_country)
            yield Finding(f"goods.{line.id}.origin_country", {"country": country})


@rule(
    "shoes_are_counted_in_pairs",
    severity="warning",
    message="rules.shoes_not_in_pairs",
    reads=("goods.*.hs_code", "goods.*.unit"),
    source="trade documents notes 5: one unit on all papers, pairs against pieces (X-13); tariff unit of 6401 to 6405",
    looked_at="2026-11-24",
)
def shoes_are_counted_in_pairs(figures: Figures) -> Iterator[Finding]:
    """Customs counts footwear in pairs; 1,200 pieces and 1,200 pairs are not the same shoes."""
    for line in figures.goods:
        is_footwear = (line.hs_code or "")[:4] in ("6401", "6402", "6403", "6404", "6405")
        if is_footwear and line.unit and line.unit not in _IN_PAIRS:
            entry = figures.at.lists.units.find(line.unit)
            yield Finding(f"goods.{line.id}.unit", {"unit": entry.name if entry else same(line.unit)})
