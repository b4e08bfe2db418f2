"""What pages are made of: fields with their messages, scrolling, answers to be read again, papers to be ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.palette import colour
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import FieldLabel, Label
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.paper_rows import PaperRows
from app.ui.widgets.scroll_page import BAR, ScrollPage
from app.words import LANGUAGES, Language
from tests.ui.audit import shortened
from tests.ui.hands import click, press, type_into
from tests.ui.showing import Show
from tests.ui.widgets import every_widget
from tests.ui.widgets.every_widget import PAPERS

KEYS = Qt.Key


def test_a_field_is_named_by_its_label_and_described_by_its_problem(show: Show) -> None:
    edit = LineEdit()
    box = show(FieldBox(FieldLabel("Nomor segel", "Seal number", optional=True), edit, hint_text="Pada pintu."))
    assert edit.accessibleName() == "Nomor segel"
    assert edit.accessibleDescription() == "Pada pintu."
    box.set_problem("Isi nomor segel")
    assert edit.accessibleDescription() == "Isi nomor segel"
    box.set_problem("")
    assert edit.accessibleDescription() == "Pada pintu."


@pytest.mark.parametrize("sentence", ["Isi nomor segel", ""])
def test_a_field_knows_whether_it_has_a_problem_even_before_it_is_seen(show: Show, sentence: str) -> None:
    box = FieldBox(FieldLabel("Nomor segel"), LineEdit())
    box.set_problem("Isi nomor segel")
    box.set_problem(sentence)
    assert box.has_problem is bool(sentence)


def test_messages_take_room_only_while_there_is_something_to_say(show: Show) -> None:
    box = show(FieldBox(FieldLabel("Jumlah"), LineEdit("1.250")), QWidget())
    quiet = box.sizeHint().height()
    box.set_reading("1.250 = seribu dua ratus lima puluh")
    assert box.sizeHint().height() > quiet
    box.set_reading("")
    assert box.sizeHint().height() == quiet


def test_a_warning_can_be_accepted(qtbot: QtBot, show: Show) -> None:
    box = show(FieldBox(FieldLabel("Incoterm"), LineEdit("FOB")))
    box.set_warning("Peti kemas penuh: pertimbangkan FCA")
    line = box.line("warning")
    assert line is not None
    with qtbot.waitSignal(box.accepted):
        click(line.action)


def test_messages_stand_in_their_order_whichever_came_first(show: Show) -> None:
    box = show(FieldBox(FieldLabel("Kode HS"), LineEdit(), hint_text="Delapan angka."), width=500)
    box.set_reading("640419 = alas kaki")
    box.set_problem("Kode HS harus 8 angka, sekarang 6")
    box.set_warning("Tidak ada di daftar per 31 Juli 2026")
    _settle()
    lines = [box.line(name) for name in ("problem", "warning", "reading")]
    heights = [line.y() for line in lines if line is not None]
    assert len(heights) == 3
    assert heights == sorted(heights)


def test_what_people_typed_is_never_read_as_html(show: Show) -> None:
    plain = show(Label("<b>PT Maju</b> & Co"))
    assert plain.sizeHint().width() > Label("PT Maju & Co").sizeHint().width() + 20


def test_the_english_term_can_be_hidden(show: Show) -> None:
    label = show(FieldLabel("Nama kapal", "Vessel"))
    label.show_english(shown=False)
    assert not label.english.isVisible()
    label.show_english(shown=True)
    assert label.english.isVisible()


def test_a_page_keeps_its_column_when_the_bar_appears(show: Show) -> None:
    page = ScrollPage()
    first, filler = LineEdit(), QWidget()
    page.column.addWidget(first)
    page.column.addWidget(filler)
    show(page, width=500)
    wide = first.width()
    filler.setFixedHeight(3000)
    _settle()
    assert page.verticalScrollBar().isVisible()
    assert first.width() == wide
    assert page.viewport().width() - first.mapTo(page.viewport(), QPoint(first.width(), 0)).x() == 32 - BAR


def test_a_column_is_never_wider_than_its_most(show: Show) -> None:
    page = ScrollPage(most=300)
    edit = LineEdit()
    page.column.addWidget(edit)
    show(page, width=900)
    assert edit.width() == 300
    assert edit.mapTo(page, QPoint(0, 0)).x() == 32


def test_going_to_a_field_scrolls_and_focuses(show: Show) -> None:
    page, box = ScrollPage(), every_widget.field_box()
    filler = QWidget()
    filler.setFixedHeight(2000)
    page.column.addWidget(filler)
    page.column.addWidget(box)
    show(page, width=700)
    page.reveal(box)
    assert box.editor.hasFocus()
    assert page.viewport().rect().contains(box.mapTo(page.viewport(), box.rect().bottomLeft()))


def test_going_to_a_field_that_is_too_wide_does_not_shift_the_page(show: Show) -> None:
    page, edit = ScrollPage(), LineEdit()
    edit.set_width(900)
    page.column.addWidget(edit)
    show(page, width=500)
    page.reveal(edit)
    assert edit.mapTo(page, QPoint(0, 0)).x() == 32


def test_a_problem_has_a_bar_in_the_margin_that_goes_with_it(show: Show) -> None:
    page, box, above = ScrollPage(), every_widget.field_box(), QWidget()
    page.column.addWidget(above)
    page.column.addWidget(box)
    show(page, width=700)
    for height in (10, 90):
        above.setFixedHeight(height)
        _settle()
        assert _has_bar(page, box)
    box.set_problem("")
    _settle()
    assert not _has_bar(page, box)


def test_arrows_and_tab_go_from_change_to_change(show: Show) -> None:
    rows = show(every_widget.answer_rows())
    wanted: list[object] = []
    rows.change_wanted.connect(wanted.append)
    rows.go_to("name")
    for key in (KEYS.Key_Down, KEYS.Key_Tab, KEYS.Key_Up):
        press(_focused(rows), key)
        press(_focused(rows), KEYS.Key_Return)
    assert wanted == ["eori", "hs", "eori"]


def test_every_change_says_of_what_and_what_is_counted_has_none(show: Show) -> None:
    rows = show(every_widget.answer_rows())
    button = rows.button_of("eori")
    assert button is not None
    assert button.accessibleName() == "Ubah EORI"
    assert rows.button_of("total") is None


def test_the_summary_begins_with_the_first_problem(show: Show) -> None:
    box = show(every_widget.summary_box())
    changes: list[object] = []
    accepts: list[object] = []
    box.change_wanted.connect(changes.append)
    box.accept_wanted.connect(accepts.append)
    assert box.first is not None
    box.first.setFocus()
    for _ in range(3):
        press(_focused(box), KEYS.Key_Space)
        press(_focused(box), KEYS.Key_Tab)
    assert (changes, accepts) == (["hs", "etd"], ["fca"])
    box.show_remarks(())
    assert box.first is None


def test_arrows_change_the_paper_space_ticks_it_and_f2_goes_to_its_copies(show: Show) -> None:
    rows = show(every_widget.paper_rows(), LineEdit(), width=700)
    changes, currents = _heard(rows)
    rows.setFocus()
    press(rows, KEYS.Key_Down)
    press(rows, KEYS.Key_Space)
    assert currents == ["vgm"]
    assert changes == [("vgm", "chosen", True)]
    press(rows, KEYS.Key_F2)
    originals = rows.widgets()[1].editors()[0]
    assert originals.hasFocus()
    type_into(originals, "4")
    press(originals, KEYS.Key_Return)
    assert changes[1:] == [("vgm", "originals", "4")]
    press(originals, KEYS.Key_Escape)
    assert rows.hasFocus()


def test_tab_goes_through_the_editors_of_the_row_and_then_on(show: Show) -> None:
    rows, after = every_widget.paper_rows(), LineEdit()
    show(rows, after, width=700)
    rows.setFocus()
    press(rows, KEYS.Key_Down)
    row = rows.widgets()[1]
    stops = []
    for _ in range(6):
        press(_focused(rows), KEYS.Key_Tab)
        stops.append(_focused(rows))
    assert stops == [*row.editors(), row.more, after]


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
    rows.show_rows([paper._replace(originals="9") for paper in PAPERS])
    assert _focused(rows) is kept
    assert rows.current() == "vgm"
    rows.show_rows(PAPERS[:1])
    assert rows.current() == "invoice"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heads_of_the_papers_fit(show: Show, language: Language) -> None:
    rows = PaperRows(language)
    rows.show_rows(PAPERS)
    show(rows, width=620)
    assert shortened(rows) == []


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def _has_bar(page: ScrollPage, box: FieldBox) -> bool:
    at = box.mapTo(page, QPoint(-11, box.height() // 2))
    return page.grab().toImage().pixelColor(at) == colour("problem")


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
