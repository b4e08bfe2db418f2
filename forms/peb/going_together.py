"""Choices of the declaration that have to go together: kind of export, category, facility, place, payment."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.words import same

PARCELS, BONDED, OTHER_PAYMENT, WITH_FACILITY = "33", "4", "9", "3"
KITE = ("21", "22", "23")


@rule(
    "peb_parcel_category",
    severity="warning",
    message="rules.peb_parcel_category",
    reads=("customs.as_parcel", "customs.export_category"),
    source="PMK 96/2023 jo 4/2025; customs' export category 33, barang kiriman",
    looked_at="2026-11-24",
)
def parcel_category(figures: Figures) -> Iterator[Finding]:
    """Parcels have a category of their own, and nothing else has it."""
    customs = figures.shipment.customs
    if (
        customs.as_parcel
        and customs.export_category
        and (customs.export_category == PARCELS) != (customs.as_parcel == "yes")
    ):
        yield Finding("customs.export_category", {"code": same(PARCELS)}, {"label": "customs.as_parcel"})


@rule(
    "peb_bonded_place",
    severity="warning",
    message="rules.peb_bonded_place",
    reads=("customs.inspection_place", "customs.export_category"),
    source="customs' list of inspection places: 6 is a bonded place (TPB); export categories 41 to 46",
    looked_at="2026-11-24",
)
def bonded_place(figures: Figures) -> Iterator[Finding]:
    """Only goods from a bonded place are inspected there."""
    customs = figures.shipment.customs
    if customs.inspection_place == "6" and not (customs.export_category or BONDED).startswith(BONDED):
        yield Finding("customs.inspection_place")


@rule(
    "peb_facility_named",
    severity="warning",
    message="rules.peb_facility",
    reads=("customs.facility", "customs.export_type", "customs.export_category"),
    source="customs' kinds of export (3, with a facility) and categories (21 to 23 KITE, 41 to 46 TPB); our reading",
    looked_at="2026-11-24",
)
def facility_named(figures: Figures) -> Iterator[Finding]:
    """Who exports under a facility says which: customs asks for its decision, and it cannot be corrected later."""
    customs = figures.shipment.customs
    category = customs.export_category or ""
    under_facility = customs.export_type == WITH_FACILITY or category in KITE or category.startswith(BONDED)
    if under_facility and not customs.facility:
        yield Finding("customs.facility", labels={"label": "customs.facility"})


@rule(
    "peb_payment_named",
    severity="warning",
    message="rules.peb_payment",
    reads=("customs.payment_method",),
    source="BC 3.0 schema v0.5.28: payment 9 needs a second code whose list is not public",
    looked_at="2026-11-24",
)
def payment_named(figures: Figures) -> Iterator[Finding]:
    """Payment "other" needs one more code, which only the portal shows."""
    if figures.shipment.customs.payment_method == OTHER_PAYMENT:
        yield Finding("customs.payment_method")
