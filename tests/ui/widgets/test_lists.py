"""The painted lists: every one works from the keyboard and by mouse, and says what was meant."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.row_list import RowList
from app.ui.widgets.shipment_table import ShipmentTable, action_places
from app.ui.widgets.states import Kind, State
from app.ui.widgets.task_list import Task, TaskGroup, TaskList
from app.words import LANGUAGES, Language
from tests.ui.audit import shortened
from tests.ui.hands import click, click_twice, press, type_into
from tests.ui.showing import Show
from tests.ui.widgets import every_widget
from tests.ui.widgets.every_widget import GROUPS, REMARKS, SHIPMENTS

KEYS = Qt.Key
TASKS = [task.id for group in GROUPS for task in group.tasks]


def test_arrows_pass_over_headings_and_enter_opens(show: Show) -> None:
    tasks = show(every_widget.task_list())
    opened = _opened(tasks)
    tasks.setFocus()
    tasks.set_current(TASKS[0])
    for _ in TASKS[1:]:
        press(tasks, KEYS.Key_Down)
        press(tasks, KEYS.Key_Return)
    assert opened == TASKS[1:]


def test_a_click_opens_a_task_and_a_click_on_a_heading_nothing(show: Show) -> None:
    tasks = show(every_widget.task_list())
    opened = _opened(tasks)
    for row in (0, 2):
        middle = tasks.visualRect(tasks.rows.index(row)).center()
        click(tasks.viewport(), middle)
    assert opened == [TASKS[1]]


def test_tasks_know_their_neighbours(show: Show) -> None:
    tasks = every_widget.task_list()
    assert [tasks.beside(before, 1) for before, _ in pairwise(TASKS)] == TASKS[1:]
    assert tasks.beside(TASKS[0], -1) is None
    assert tasks.beside(TASKS[-1], 1) is None
    assert tasks.beside("unknown", 1) is None


def test_the_ring_stays_when_the_states_change(show: Show) -> None:
    tasks = show(every_widget.task_list())
    tasks.setFocus()
    press(tasks, KEYS.Key_Down)
    row = tasks.currentIndex().row()
    done = [
        group._replace(tasks=[task._replace(state=State.DONE) if task.state else task for task in group.tasks])
        for group in GROUPS
    ]
    tasks.show_groups(done)
    assert tasks.currentIndex().row() in {row, 2}
    assert tasks.rows.rows[1].spoken == "Eksportir, Selesai"


def test_a_low_window_has_its_headings_closer(show: Show) -> None:
    tasks = show(every_widget.task_list())
    wide = tasks.height_of_all()
    tasks.set_close(True)
    assert tasks.height_of_all() == wide - 6 * len(GROUPS)


@pytest.mark.parametrize("factor", [1.0, 1.5])
@pytest.mark.parametrize(
    ("language", "title"), [("id", "Kemasan dan berat bersih"), ("en", "Packages and gross weight")]
)
@pytest.mark.parametrize("state", State)
def test_a_state_is_never_shortened_however_long_the_task(
    show: Show, theme: Theme, language: Language, title: str, factor: float, state: State
) -> None:
    theme.set_factor(factor)
    tasks = TaskList(language)
    tasks.show_groups([TaskGroup("Barang dan kemasan", [Task("packing", title, state)])])
    tasks.setFixedWidth(round(256 * factor))
    show(tasks)
    assert state.word(language) not in shortened(tasks)


def test_problems_come_first_and_enter_goes_to_one(show: Show) -> None:
    problems = show(every_widget.problem_list())
    chosen: list[object] = []
    problems.chosen.connect(chosen.append)
    problems.list.setFocus()
    problems.list.begin()
    for _ in REMARKS:
        press(problems.list, KEYS.Key_Return)
        press(problems.list, KEYS.Key_Down)
    assert chosen == ["hs", "etd", "fca"]
    assert problems.head.text() == "2 perlu diperbaiki"
    assert problems.warnings.text() == "1 perlu dilihat"


def test_walking_goes_round_in_both_directions(show: Show) -> None:
    problems = show(every_widget.problem_list())
    chosen: list[object] = []
    problems.chosen.connect(chosen.append)
    for step in (1, 1, 1, 1, -1, -1):
        problems.walk(step)
    assert chosen == ["hs", "etd", "fca", "hs", "fca", "etd"]


def test_walking_backwards_begins_at_the_end(show: Show) -> None:
    problems = show(every_widget.problem_list())
    with_chosen: list[object] = []
    problems.chosen.connect(with_chosen.append)
    problems.walk(-1)
    assert with_chosen == ["fca"]


def test_the_list_is_two_rows_high_and_can_be_folded(qtbot: QtBot, show: Show) -> None:
    problems = show(every_widget.problem_list())
    assert problems.list.height() == 2 * problems.list.sizeHintForRow(0)
    assert problems.list.verticalScrollBar().maximum() > 0
    high = problems.height()
    with qtbot.waitSignal(problems.folded, check_params_cb=bool):
        click(problems.fold)
    assert problems.is_folded()
    assert problems.height() < high
    assert problems.fold.accessibleName() == "Buka daftar"


def test_without_remarks_only_one_sentence_is_left(show: Show) -> None:
    problems = show(every_widget.problem_list())
    problems.show_remarks(())
    assert problems.head.text() == "Tidak ada yang perlu diperbaiki"
    assert not problems.fold.isVisible()
    problems.walk(1)


def test_the_word_for_warnings_goes_to_the_first_of_them(show: Show) -> None:
    problems = show(every_widget.problem_list())
    problems.set_folded(True)
    click(problems.warnings)
    assert problems.list.value() == REMARKS[0]
    assert problems.list.hasFocus()


def test_a_screen_reader_hears_what_kind_of_remark_it_is() -> None:
    assert {kind.word("id") for kind in Kind} == {"Perlu diperbaiki", "Perlu dilihat"}


def test_enter_goes_on_with_a_shipment_and_typing_means_the_search(show: Show) -> None:
    table = show(every_widget.shipment_table(), width=1200)
    opened, typed = _heard(table)
    table.setFocus()
    press(table.list, KEYS.Key_Return)
    press(table.list, KEYS.Key_Down)
    press(table.list, KEYS.Key_Return)
    type_into(table.list, "mu")
    press(table.list, KEYS.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert opened == [41, 40]
    assert typed == ["m", "u"]


def test_one_click_stands_on_a_shipment_two_open_it(show: Show) -> None:
    table = show(every_widget.shipment_table(), width=1200)
    opened, _ = _heard(table)
    row = table.list.visualRect(table.list.rows.index(2))
    at = QPoint(40, row.center().y())
    click(table.list.viewport(), at)
    assert (opened, table.list.value()) == ([], SHIPMENTS[2])
    click_twice(table.list.viewport(), at)
    assert opened == [39]


def test_the_word_opens_a_shipment_and_the_dots_its_menu(show: Show) -> None:
    table = show(every_widget.shipment_table(), width=1200)
    opened, _ = _heard(table)
    menus: list[object] = []
    row = table.list.visualRect(table.list.rows.index(0)).toRectF()
    dots, word = action_places(row, table.list.go_on)
    assert min(dots.width(), word.width(), dots.height()) >= 32
    kept = _Menus(menus)
    table.menu_wanted.connect(kept.note)
    click(table.list.viewport(), dots.center().toPoint())
    click(table.list.viewport(), word.center().toPoint())
    assert (menus, opened) == ([41], [41])


def test_the_menu_key_asks_for_the_menu_of_the_row(show: Show) -> None:
    table = show(every_widget.shipment_table(), width=1200)
    menus: list[object] = []
    kept = _Menus(menus)
    table.menu_wanted.connect(kept.note)
    table.go_to(40)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(table.list.viewport(), event)
    assert menus == [40]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heads_of_the_shipments_fit(show: Show, language: Language) -> None:
    table = ShipmentTable(language)
    table.show_rows(SHIPMENTS)
    show(table, width=960)
    assert shortened(table) == []


def test_a_paper_that_lacks_something_can_be_chosen(qtbot: QtBot, show: Show) -> None:
    papers = show(every_widget.readiness_list())
    with qtbot.waitSignal(papers.chosen) as caught:
        click(papers.viewport(), QPoint(20, papers.height() - 5))
    assert caught.args == ["vgm"]
    assert papers.verticalScrollBar().maximum() == 0


def test_the_rows_behind_a_list_are_a_proper_model(show: Show, qtmodeltester: ModelTester) -> None:
    tasks = show(every_widget.task_list())
    qtmodeltester.check(tasks.rows)  # type: ignore[no-untyped-call]
    tasks.show_groups(GROUPS[:1])
    assert isinstance(tasks, RowList)
    qtmodeltester.check(tasks.rows)  # type: ignore[no-untyped-call]


class _Menus:
    def __init__(self, into: list[object]) -> None:
        self._into = into

    def note(self, shipment_id: object, at: QPoint) -> None:
        self._into.append(shipment_id)


def _opened(tasks: TaskList) -> list[str]:
    opened: list[str] = []
    tasks.opened.connect(opened.append)
    return opened


def _heard(table: ShipmentTable) -> tuple[list[object], list[str]]:
    opened: list[object] = []
    typed: list[str] = []
    table.opened.connect(opened.append)
    table.typed.connect(typed.append)
    return opened, typed
