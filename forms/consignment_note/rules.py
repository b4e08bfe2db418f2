"""Which parcels travel with a consignment note, and which need an export declaration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.derived import Figures
from app.domain.packing_totals import gross_weight
from app.domain.problems import Finding, rule
from app.domain.transport import MODE
from app.kinds.number import decimals_of, printed
from app.words import Text

HEAVIEST = Decimal(30)
"""Kilograms, gross, up to which a firm may export by consignment note; persons also above."""
SOURCE = "PMK 96/2023 jo PMK 4/2025; ruling 31"


@rule(
    "note_for_parcels",
    severity="warning",
    message="rules.note_for_parcels",
    reads=("transport.mode",),
    source=SOURCE,
    looked_at="2026-11-24",
)
def note_for_parcels(figures: Figures) -> Iterator[Finding]:
    """Cargo by sea, air or road is declared by PEB; the note is what post and couriers send for parcels."""
    mode = figures.shipment.transport.mode
    if mode in ("sea", "air", "road"):
        yield Finding("transport.mode", {"mode": MODE.named(mode)}, {"label": "transport.mode"})


@rule(
    "note_of_a_firm_up_to_30_kg",
    severity="warning",
    message="rules.note_too_heavy",
    reads=(
        *("transport.mode", "exporter.nib", "packing.ranges.*.first", "packing.ranges.*.last"),
        "packing.ranges.*.gross_each",
    ),
    source=SOURCE,
    looked_at="2026-11-24",
)
def note_of_a_firm_up_to_30_kg(figures: Figures) -> Iterator[Finding]:
    """A firm's parcel above 30 kg goes by PEB; customs refuses its note."""
    shipment, gross = figures.shipment, gross_weight(figures)
    by_parcel = shipment.transport.mode in ("courier", "post")
    if by_parcel and shipment.exporter.nib and gross is not None and gross > HEAVIEST:
        weight = Text(*(printed(gross, decimals_of(gross), language) for language in ("id", "en")))
        yield Finding("packing.ranges", {"gross": weight}, {"label": "totals.gross_weight"})
