"""A pytest plugin for the promises of CONTRIBUTING.md: ``--bar=P1`` runs one of them, and each is summed up at the end.

With ``-m soak`` the long size runs. A bar's own figures are printed by its tests (``-s`` shows those of them all).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable
from typing import Any

import pytest

_OUTCOMES: dict[str, Counter[str]] = defaultdict(Counter)
_SECONDS: dict[str, float] = defaultdict(float)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--bar``."""
    parser.addoption("--bar", action="append", default=[], metavar="ID", help="run the tests of this promise only")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the bars that were asked for."""
    wanted = set(config.getoption("--bar"))
    if wanted:
        config.hook.pytest_deselected(items=[item for item in items if not wanted & set(bars_of(item))])
        items[:] = [item for item in items if wanted & set(bars_of(item))]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    """Count what became of it."""
    report: pytest.TestReport = yield
    for bar in bars_of(item):
        _SECONDS[bar] += call.duration
        if report.when == "call" or report.outcome != "passed":
            _OUTCOMES[bar][report.outcome] += 1
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line for each bar that was asked for."""
    for bar in sorted(set(config.getoption("--bar")) & _OUTCOMES.keys()):
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(_OUTCOMES[bar].items()))
        terminalreporter.write_line(f"{bar}: {told} in {_SECONDS[bar]:.1f} s")


def bars_of(item: pytest.Item) -> Iterable[str]:
    """The ids that a test carries."""
    return dict.fromkeys(mark.args[0] for mark in item.iter_markers("bar"))
