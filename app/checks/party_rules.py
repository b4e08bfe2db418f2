"""Rules about who exports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.words import same

_BODIES = frozenset({"PT", "CV", "KOPERASI", "FIRMA", "FA", "YAYASAN"})
"""Words before or behind a name by which a firm is a taxpayer of its own."""
_OWNERS = frozenset({"UD", "PD", "TOKO"})
"""Words of a business that is its owner, who has the NIK as NPWP."""


@rule(
    "npwp_of_a_firm",
    severity="warning",
    message="rules.npwp_of_a_firm",
    reads=("exporter.name", "exporter.npwp"),
    source="PMK 112/2022 art. 2; ruling 8",
    looked_at="2026-11-24",
)
def npwp_of_a_firm(figures: Figures) -> Iterator[Finding]:
    """PT, CV and cooperatives have a 0 and their old 15 digits; newer ones may differ."""
    npwp, kind = figures.shipment.exporter.npwp, _kind(figures, _BODIES)
    if kind and npwp and not npwp.startswith("0"):
        yield Finding("exporter.npwp", {"kind": same(kind)})


@rule(
    "npwp_of_a_person",
    severity="warning",
    message="rules.npwp_of_a_person",
    reads=("exporter.name", "exporter.npwp"),
    source="PMK 112/2022 art. 2; ruling 8",
    looked_at="2026-11-24",
)
def npwp_of_a_person(figures: Figures) -> Iterator[Finding]:
    """A UD is its owner, whose NPWP is the NIK; no NIK begins with 0."""
    npwp, kind = figures.shipment.exporter.npwp, _kind(figures, _OWNERS)
    if kind and npwp and npwp.startswith("0"):
        yield Finding("exporter.npwp", {"kind": same(kind)})


def is_own_person(figures: Figures) -> bool:
    """Whether the exporter's name says that the business is its owner."""
    return _kind(figures, _OWNERS) is not None


def _kind(figures: Figures, known: frozenset[str]) -> str | None:
    """The kind of firm that the exporter's name begins or ends with; None where it says none of ``known``."""
    words = re.findall(r"\w+", (figures.shipment.exporter.name or "").upper().replace(".", ""))
    return next((word for word in (*words[:1], *words[-1:]) if word in known), None)
