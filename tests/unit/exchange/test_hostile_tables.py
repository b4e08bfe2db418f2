"""300 messy tables: taken as they were meant, or refused with the cell named; never half of one."""

from __future__ import annotations

import pytest

from app.domain.shipment import Shipment
from app.exchange.proposal import Proposal
from app.exchange.table import TableRefused
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.table_import import proposal_for, taken_over
from tests.unit.exchange.hostile import Order, case

TABLES = 300
_AT_ONCE = 50


@pytest.mark.parametrize("first", range(0, TABLES, _AT_ONCE))
def test_a_messy_table_is_taken_rightly_or_refused_with_its_cell(
    first: int, program: Program, at: Circumstances
) -> None:
    for seed in range(first, first + _AT_ONCE):
        table, order, refused = case(seed)
        _, proposal = proposal_for(Shipment(), [table], program.catalog, at, {})
        if refused is None:
            assert told(proposal) == order.expected(), seed
            assert not proposal.stops, seed
        else:
            assert any(refused in stop.message.into("en").replace(":", " ").split() for stop in proposal.stops), seed
            with pytest.raises(TableRefused):
                taken_over(Shipment(), proposal, "add")


def told(proposal: Proposal) -> list[tuple[object, ...]]:
    """What a proposal says of each article, as :meth:`Order.expected` does."""
    lines = {line.id: line for line in proposal.part.goods or ()}
    found: list[tuple[object, ...]] = []
    for packages in proposal.part.packing.ranges or ():
        (content,) = packages.contents or ()
        line = lines[content.line or ""]
        of_line = (line.description, line.quantity, line.unit, line.unit_price)
        found.append((*of_line, packages.first, packages.last, content.each, packages.net_each))
    return found


def test_the_tables_are_of_many_sorts() -> None:
    cases = [case(seed) for seed in range(TABLES)]
    assert sum(found.refused is not None for found in cases) > 60
    assert len({type(found.order) for found in cases}) == 1 and isinstance(cases[0].order, Order)
