"""The look follows the system and the person, everywhere at once and fast."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look import scale
from app.ui.look.palette import colour
from app.ui.look.scale import Panes, is_low, next_factor, panes, px
from app.ui.look.theme import Theme, restyled
from app.ui.look.tokens import DARK, LIGHT
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import FieldLabel, Label
from app.ui.widgets.line_edit import LineEdit


def test_dark_changes_palette_sheet_and_painted_colours(qapp: QApplication, theme: Theme) -> None:
    theme.set_scheme("dark")
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.surface.lower()
    assert DARK.edge in qapp.styleSheet()
    assert LIGHT.edge not in qapp.styleSheet()
    assert colour("text").name() == DARK.text.lower()


def test_the_system_is_followed_while_the_person_leaves_it_so(theme: Theme, system: _System) -> None:
    theme.set_scheme("system")
    system.become(Qt.ColorScheme.Dark)
    assert theme.is_dark
    assert colour("surface").name() == DARK.surface.lower()
    system.become(Qt.ColorScheme.Light)
    assert colour("surface").name() == LIGHT.surface.lower()


def test_the_choice_of_the_person_stands_above_the_system(theme: Theme, system: _System) -> None:
    theme.set_scheme("light")
    system.become(Qt.ColorScheme.Dark)
    assert colour("surface").name() == LIGHT.surface.lower()
    theme.set_scheme("system")
    assert colour("surface").name() == DARK.surface.lower()


def test_a_selection_keeps_its_colour_in_a_window_behind(qapp: QApplication, theme: Theme) -> None:
    shown = qapp.palette()
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
        assert shown.color(QPalette.ColorGroup.Inactive, role) == shown.color(QPalette.ColorGroup.Active, role)


def test_a_placeholder_is_not_half_transparent(qtbot: QtBot, theme: Theme) -> None:
    edit = LineEdit(placeholder="Cari")
    qtbot.addWidget(edit)
    edit.ensurePolished()
    assert edit.palette().color(QPalette.ColorRole.PlaceholderText).name() == LIGHT.quiet.lower()
    assert edit.palette().color(QPalette.ColorRole.PlaceholderText).alpha() == 255


def test_larger_text_makes_labels_and_fields_larger(qtbot: QtBot, theme: Theme) -> None:
    label, edit = Label("Kapal", 9.0), LineEdit("148W")
    edit.set_width(100)
    whole = _column(qtbot, label, edit)
    before = label.font().pointSizeF(), edit.sizeHint().height(), edit.width()
    theme.set_factor(1.5)
    whole.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(before[0] * 1.5)
    assert edit.sizeHint().height() == before[1] + px(32) - 32
    assert edit.width() == 150


@pytest.mark.parametrize("seen", [True, False])
def test_every_change_is_told_once_even_to_what_was_never_shown(qtbot: QtBot, theme: Theme, seen: bool) -> None:
    listener = _Listener()
    qtbot.addWidget(listener)
    listener.setVisible(seen)
    listener.told = 0
    with qtbot.waitSignal(theme.changed):
        theme.step(1)
    assert listener.told == 1
    assert theme.factor == 1.1


def test_choosing_what_is_already_chosen_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme("light")
        theme.set_factor(1.0)


@pytest.mark.alone
def test_forty_fields_change_their_look_in_less_than_a_tenth_of_a_second(qtbot: QtBot, theme: Theme) -> None:
    _column(qtbot, *(FieldBox(FieldLabel(f"Isian {n}", "Field"), LineEdit(), hint_text="Contoh") for n in range(40)))
    took = []
    for scheme in ("dark", "light", "dark"):
        started = time.perf_counter()
        theme.set_scheme(scheme)
        took.append(time.perf_counter() - started)
    assert min(took) < 0.1


def test_text_sizes_stay_within_what_can_be_chosen(theme: Theme) -> None:
    assert next_factor(-9) == scale.FACTORS[0]
    assert next_factor(9) == scale.FACTORS[-1]
    theme.set_factor(1.25)
    assert (next_factor(-1), next_factor(1)) == (1.1, 1.5)


@pytest.mark.parametrize(
    ("factor", "width", "wanted"),
    [(1.0, 1366, Panes.THREE), (1.0, 1239, Panes.TWO), (1.5, 1366, Panes.TWO), (1.5, 1024, Panes.ONE)],
)
def test_panes_are_counted_in_units_of_text(theme: Theme, factor: float, width: int, wanted: Panes) -> None:
    theme.set_factor(factor)
    assert panes(width) is wanted


def test_a_window_is_low_in_units_of_text(theme: Theme) -> None:
    assert not is_low(700)
    theme.set_factor(1.25)
    assert is_low(700)


def test_the_look_and_the_widgets_load_nothing_the_first_window_cannot_wait_for() -> None:
    heavy = ("msgspec", "tomllib", "reportlab", "jinja2", "sqlalchemy", "PySide6.QtPdf", "PySide6.QtSvg")
    code = (
        "import sys, pkgutil, importlib, app.ui.look, app.ui.widgets\n"
        "for package in (app.ui.look, app.ui.widgets):\n"
        "    for found in pkgutil.iter_modules(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(found.name)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class _System:
    """The system's colour scheme; the display of the tests has none that could be changed."""

    def __init__(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hints = qapp.styleHints()
        self.scheme = Qt.ColorScheme.Light
        monkeypatch.setattr(self._hints, "colorScheme", self._now)

    def become(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self._hints.colorSchemeChanged.emit(scheme)

    def _now(self) -> Qt.ColorScheme:
        return self.scheme


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> _System:
    return _System(qapp, monkeypatch)


class _Listener(QWidget):
    told = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.told += restyled(event)


def _column(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    whole = QWidget()
    rows = QVBoxLayout(whole)
    for widget in widgets:
        rows.addWidget(widget)
    qtbot.addWidget(whole)
    whole.show()
    return whole
