"""T2, P12: while a hostile template is being ended, the screen's thread is not held up for a tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.services.obstacle import Obstacle
from app.services.papers import Made
from app.services.program import Program
from app.ui.relay import Relay
from app.ui.worker import Worker
from app.worker.kept_process import KeptProcess
from tests.reliability.templates.hostile import ENDED, HOSTILE
from tests.reliability.templates.own import Own, document

pytestmark = pytest.mark.alone
LONGEST_BLOCK = 0.1


class Screen(QObject):
    """The screen's thread, which looks at the clock every few milliseconds, and the thread that draws for it."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.answers: list[object] = []
        self.worker = Worker(Relay(self))
        self._last = time.perf_counter()
        timer = QTimer(self)
        timer.timeout.connect(self._on_tick)
        timer.start(5)

    def ask(self, qtbot: QtBot, own: Own) -> object:
        """What the drawing thread answers; the screen goes on meanwhile."""
        before = len(self.answers)
        self.gaps.clear()
        self.worker.ask("paper", own.draw, self.take, self.take)
        qtbot.waitUntil(lambda: len(self.answers) > before, timeout=10_000)
        return self.answers[-1]

    def take(self, answer: object) -> None:
        """What the drawing thread answered."""
        self.answers.append(answer)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    """A screen that ends its thread before it goes."""
    made = Screen()
    yield made
    made.worker.stop(5.0)
    made.deleteLater()


@pytest.mark.bar("T2")
@pytest.mark.parametrize("name", ["loops in loops", "a number without end", "a text doubled"])
def test_the_screen_goes_on_while_a_template_is_ended(
    qtbot: QtBot, screen: Screen, program: Program, tmp_path: Path, name: str
) -> None:
    own = Own(program, tmp_path, KeptProcess(seconds=0.7))
    own.write(HOSTILE[name])
    longest = []
    # Another program may hold up this machine; it does not do so three times, and this one would.
    for _ in range(3):
        assert isinstance(screen.ask(qtbot, own), Obstacle)
        longest.append(max(screen.gaps))
        if longest[-1] < LONGEST_BLOCK:
            break
    print(f"T2: {name}: the screen waited {min(longest) * 1000:.0f} ms at most")
    assert min(longest) < LONGEST_BLOCK
    assert name in ENDED or name == "a text doubled"


@pytest.mark.bar("P12")
def test_after_a_dead_worker_the_next_paper_comes_by_the_same_way(
    qtbot: QtBot, screen: Screen, program: Program, tmp_path: Path
) -> None:
    own = Own(program, tmp_path, KeptProcess(seconds=0.7))
    for body in (HOSTILE["loops in loops"], document("fine"), HOSTILE["a text doubled"], document("fine")):
        own.write(body)
        screen.ask(qtbot, own)
    assert [type(answer) for answer in screen.answers] == [Obstacle, Made, Obstacle, Made]
