"""The bounds hold: each goal with its slack. Ratios of one run, so the machine's own speed does not matter."""

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.rows import GROUPS, Group, ratios

MEASURED = [group for group in GROUPS if not group.is_time]


@pytest.mark.alone
@pytest.mark.parametrize("group", MEASURED, ids=lambda group: group.ids[0])
def test_every_measured_ratio_is_within_its_bound(group: Group) -> None:
    found = {ratio.id: ratio for ratio in group.measure()}
    # A disturbance by other work on the machine passes; a real loss is there the second time, too.
    if not all(ratio.holds for ratio in found.values()):
        found |= {ratio.id: ratio for ratio in group.measure() if not found[ratio.id].holds}
    assert tuple(found) == group.ids
    assert not [ratio for ratio in found.values() if not ratio.holds]


def test_only_the_rows_asked_for_are_measured() -> None:
    assert list(ratios("no such row")) == []


def test_a_slow_row_does_not_make_the_command_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--only", "no such row"]) == 0
    assert capsys.readouterr().out == "[]\n"
