"""What a rule says that it reads is all it reads; after a change nothing else makes it run again."""

from __future__ import annotations

import pytest

from app.domain.derived import Figures
from app.domain.problems import RULES
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import SAMPLES, sample_named
from tests.unit.checks.rule_cases import CASES
from tests.unit.checks.told import only


@pytest.mark.parametrize("name", CASES)
def test_the_rule_reads_nothing_that_it_does_not_name(name: str, program: Program, at: Circumstances) -> None:
    for shipment in (CASES[name][0], CASES[name][2], *map(sample_named, SAMPLES)):
        whole, bare = Figures(shipment, at), Figures(only(shipment, RULES[name].reads), at)
        assert list(RULES[name].check(bare)) == list(RULES[name].check(whole))
