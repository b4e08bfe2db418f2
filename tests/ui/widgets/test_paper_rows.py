"""The papers of *Dokumen*: ticked by Space, their language and sheet chosen in the row one stands on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.paper_rows import PaperRows
from app.words import LANGUAGES, Language, say
from tests.ui.audit import faults, shortened
from tests.ui.hands import click, press
from tests.ui.showing import Show
from tests.ui.widgets import every_widget
from tests.ui.widgets.every_widget import PAPERS

KEYS = Qt.Key


def test_arrows_change_the_paper_space_ticks_it_and_f2_goes_to_its_language(show: Show) -> None:
    rows = show(every_widget.paper_rows(), LineEdit(), width=700)
    changes, currents = _heard(rows)
    rows.setFocus()
    press(rows, KEYS.Key_Down)
    press(rows, KEYS.Key_Space)
    assert currents == ["vgm"]
    assert changes == [("vgm", "chosen", True)]
    press(rows, KEYS.Key_F2)
    language = rows.widgets()[1].editors()[0]
    assert language.hasFocus()
    press(language, KEYS.Key_Down)
    assert changes[1:] == [("vgm", "language", "both")]
    press(language, KEYS.Key_Escape)
    assert rows.hasFocus()


def test_tab_goes_through_the_editors_of_the_row_and_then_on(show: Show) -> None:
    rows, after = every_widget.paper_rows(), LineEdit()
    show(rows, after, width=700)
    rows.setFocus()
    press(rows, KEYS.Key_Down)
    row = rows.widgets()[1]
    stops = []
    for _ in range(3):
        press(_focused(rows), KEYS.Key_Tab)
        stops.append(_focused(rows))
    assert stops == [*row.editors(), after]


def test_only_the_row_one_stands_on_has_editors(show: Show) -> None:
    rows = show(every_widget.paper_rows(), width=700)
    rows.go_to("si")
    assert [any(editor.isVisible() for editor in row.editors()) for row in rows.widgets()] == [False, False, True]


def test_a_click_beside_everything_stands_on_the_row_and_one_on_what_it_lacks_goes_there(show: Show) -> None:
    rows = show(every_widget.paper_rows(), width=700)
    wanted: list[object] = []
    rows.remark_wanted.connect(wanted.append)
    vgm = rows.widgets()[1]
    click(vgm, QPoint(300, 10))
    assert (rows.current(), wanted) == ("vgm", [])
    click(vgm, QPoint(80, 36))
    assert wanted == ["vgm"]


def test_showing_the_same_papers_again_keeps_row_and_focus(show: Show) -> None:
    rows = show(every_widget.paper_rows(), width=700)
    rows.setFocus()
    press(rows, KEYS.Key_Down)
    press(rows, KEYS.Key_F2)
    kept = _focused(rows)
    rows.show_rows([paper._replace(remark="9") for paper in PAPERS])
    assert _focused(rows) is kept
    assert rows.current() == "vgm"
    rows.show_rows(PAPERS[:1])
    assert rows.current() == "invoice"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_papers_fit(show: Show, language: Language) -> None:
    rows = PaperRows(language)
    languages = [(code, say(f"window.paper_in_{code}", language)) for code in ("en", "id", "both")]
    rows.show_rows([paper._replace(languages=languages, language="both") for paper in PAPERS])
    show(rows, width=620)
    assert shortened(rows) == []
    assert faults(rows.window()) == []


def _focused(widget: QWidget) -> QWidget:
    found = widget.window().focusWidget()
    assert found is not None
    return found


def _heard(rows: PaperRows) -> tuple[list[tuple[object, ...]], list[object]]:
    changes = _Changes()
    rows.setProperty("kept", changes)
    rows.changed.connect(changes.note)
    currents: list[object] = []
    rows.current_changed.connect(currents.append)
    return changes.noted, currents


class _Changes:
    def __init__(self) -> None:
        self.noted: list[tuple[object, ...]] = []

    def note(self, paper: object, what: str, value: object) -> None:
        self.noted.append((paper, what, value))
