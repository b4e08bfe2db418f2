"""What the export declaration proposes where an answer is open, and what its goods may owe."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.declaration_goods import may_owe
from app.domain.derived import Figures
from app.domain.paths import declared_path
from app.domain.problems import Finding, rule
from app.domain.proposals import READS, proposals, proposed_in_words
from app.words import same
from forms.peb import agreeing, filing, going_together  # noqa: F401 - importing registers


@rule(
    "customs_proposals",
    severity="hint",
    message="rules.customs_proposal",
    reads=READS,
    source="peb_ceisa 2 and rulings 3, 7, 18: what most small exporters answer",
    looked_at="2026-11-24",
)
def customs_proposals(figures: Figures) -> Iterator[Finding]:
    """Where an answer is open and one is likely, it is proposed; a person confirms it by filling it in."""
    for path, value in proposals(figures):
        declared = declared_path(figures.shipment, path)
        yield Finding(path, {"value": proposed_in_words(figures, path, value)}, {"label": declared})


@rule(
    "levies_may_apply",
    severity="warning",
    message="rules.levies_may_apply",
    reads=("goods.*.hs_code", "goods.*.reference_price", "goods.*.export_duty_rate"),
    source="PMK 38/2024, 68/2025 and 80/2025 (export duty), PPh 22 on coal and minerals, palm levy",
    looked_at="2026-11-24",
)
def levies_may_apply(figures: Figures) -> Iterator[Finding]:
    """Goods of some tariff numbers may owe export duty, PPh 22 or palm levy: to be asked, never reckoned here."""
    for line in figures.goods:
        if line.hs_code and may_owe(line.hs_code) and line.reference_price is None:
            yield Finding(f"goods.{line.id}.hs_code", {"hs": same(line.hs_code)})
