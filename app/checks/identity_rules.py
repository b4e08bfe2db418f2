"""Rules about who is who: one firm is spelled one way, an identity belongs to one party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.names import same_firm
from app.checks.party_rules import is_own_person
from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.words import same

_QQ = re.compile(r"\bQQ\b", re.IGNORECASE)


@rule(
    "nik_is_the_npwp_of_a_person",
    severity="warning",
    message="rules.nik_and_npwp_differ",
    reads=("exporter.name", "exporter.npwp", "exporter.nik"),
    source="PMK 112/2022 art. 2: a resident person's NPWP is the NIK; ruling 8",
    looked_at="2026-11-24",
)
def nik_is_the_npwp_of_a_person(figures: Figures) -> Iterator[Finding]:
    """A UD is its owner: identity card and tax card bear one number."""
    exporter = figures.shipment.exporter
    if is_own_person(figures) and exporter.nik and exporter.npwp and exporter.nik != exporter.npwp:
        yield Finding("exporter.nik", {"nik": same(exporter.nik), "npwp": same(exporter.npwp)})


@rule(
    "owner_is_somebody_else",
    severity="warning",
    message="rules.owner_is_exporter",
    reads=("owner.who", "owner.npwp", "exporter.npwp"),
    source="export declaration boxes 5 to 7: the owner only where it is not the exporter (identity)",
    looked_at="2026-11-24",
)
def owner_is_somebody_else(figures: Figures) -> Iterator[Finding]:
    """An owner with the exporter's own NPWP is the exporter."""
    owner, exporter = figures.shipment.owner, figures.shipment.exporter
    if owner.who == "other" and owner.npwp and owner.npwp == exporter.npwp:
        yield Finding("owner.npwp", {"npwp": same(owner.npwp)})


@rule(
    "account_in_the_exporters_name",
    severity="warning",
    message="rules.account_name_differs",
    reads=("exporter.name", "bank.account_name"),
    source="trade documents notes 5: name identical on all papers (X-01); banks compare name and account",
    looked_at="2026-11-24",
)
def account_in_the_exporters_name(figures: Figures) -> Iterator[Finding]:
    """Money sent to another name than the invoice's is often sent back."""
    name, account = figures.shipment.exporter.name, figures.shipment.bank.account_name
    # "BUDI QQ UD JAYA": a person's account that is kept for the firm.
    if name and account and not any(same_firm(name, part) for part in _QQ.split(account)):
        yield Finding("bank.account_name", {"account": same(account), "name": same(name)})


@rule(
    "one_firm_one_spelling",
    severity="warning",
    message="rules.spelled_two_ways",
    reads=("buyer.name", "consignee.who", "consignee.name", "notify.*.who", "notify.*.name"),
    source="trade documents notes 5: consignee identical on all papers (X-02, LC-15)",
    looked_at="2026-11-24",
)
def one_firm_one_spelling(figures: Figures) -> Iterator[Finding]:
    """The buyer named again as consignee or notify party, in other letters."""
    shipment, buyer = figures.shipment, figures.shipment.buyer.name
    named = [("consignee.name", shipment.consignee.who, shipment.consignee.name)]
    named += [(f"notify.{row.id}.name", row.who, row.name) for row in shipment.notify or ()]
    for path, who, name in named:
        if who == "other" and name and buyer and name != buyer and same_firm(name, buyer):
            yield Finding(path, {"name": same(name), "buyer": same(buyer)})


@rule(
    "account_takes_the_currency",
    severity="warning",
    message="rules.account_in_other_currency",
    reads=("currency", "bank.account_currency"),
    source="trade documents notes 5: one currency on all papers (X-06)",
    looked_at="2026-11-24",
)
def account_takes_the_currency(figures: Figures) -> Iterator[Finding]:
    """A bank changes what comes in another currency than the account's, at its own rate."""
    ours, account = figures.shipment.currency, figures.shipment.bank.account_currency
    if ours and account and ours != account:
        yield Finding("bank.account_currency", {"ours": same(ours), "account": same(account)})
