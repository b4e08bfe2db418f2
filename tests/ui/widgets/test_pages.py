"""What pages are made of: fields with their messages, scrolling, answers to be read again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.look.palette import colour
from app.ui.widgets.answer_rows import Answer, AnswerGroup, AnswerRows
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import FieldLabel, IconLabel, Label
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.scroll_page import BAR, ScrollPage
from app.ui.widgets.states import Kind
from app.ui.widgets.summary_box import SummaryBox
from tests.ui.audit import faults, shortened
from tests.ui.hands import press
from tests.ui.showing import Show
from tests.ui.widgets import every_widget

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


def test_a_warning_leaves_the_border_of_its_field_as_it_is(show: Show) -> None:
    box = FieldBox(FieldLabel("Incoterm"), LineEdit("FOB"))
    show(LineEdit(), box)
    before = box.editor.grab().toImage()
    box.set_warning("Peti kemas penuh: pertimbangkan FCA")
    line = box.line("warning")
    assert line is not None
    assert line.isVisible()
    assert not box.has_problem
    assert box.editor.grab().toImage() == before


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


@pytest.mark.parametrize("fixed", [True, False])
def test_the_english_term_makes_nothing_wider(show: Show, fixed: bool) -> None:
    plain = show(FieldLabel("Perkiraan tiba", optional=True, fixed=fixed))
    long = show(FieldLabel("Perkiraan tiba", "Estimated arrival (ETA)", optional=True, fixed=fixed))
    assert long.minimumSizeHint().width() <= plain.minimumSizeHint().width() + 6  # the gap before it
    assert long.sizeHint().width() <= plain.sizeHint().width() + 6


@pytest.mark.parametrize("fixed", [True, False])
def test_the_english_term_is_whole_where_there_is_room_and_said_by_a_tool_tip_where_not(
    show: Show, fixed: bool
) -> None:
    label = show(FieldLabel("Perkiraan tiba", "Estimated arrival (ETA)", optional=True, fixed=fixed), width=700)
    assert label.english.is_whole()
    assert label.english.toolTip() == ""
    label.setFixedWidth(label.sizeHint().width() + 90)
    _settle()
    assert shortened(label) == ["Estimated arrival (ETA)"]
    assert label.english.toolTip() == "Estimated arrival (ETA)"
    label.setFixedWidth(label.sizeHint().width() + 20)
    _settle()
    assert shortened(label) == []
    assert not label.english.is_whole()


def test_the_english_term_is_followed_at_once_by_the_mark_of_what_is_fixed(show: Show) -> None:
    label = show(FieldLabel("Kantor pabean", "Customs office", fixed=True), width=700)
    lock = label.findChild(IconLabel)
    assert lock is not None
    assert lock.x() - label.english.geometry().right() <= 8


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
    box.change_wanted.connect(changes.append)
    assert box.first is not None
    box.first.setFocus()
    for _ in range(3):
        press(_focused(box), KEYS.Key_Space)
        press(_focused(box), KEYS.Key_Tab)
    assert changes == ["hs", "etd", "fca"]
    box.show_remarks(())
    assert box.first is None


@pytest.mark.parametrize(
    ("width", "sentence", "place", "below"),
    [
        (700, "Isi perkiraan berangkat", "Kapal dan jadwal", False),
        (420, "Isi perkiraan berangkat sebelum tiba", "Kapal dan jadwal, baris 1", True),
        (420, "Jumlah karton di daftar kemasan dan di peti kemas tidak sama", "Peti kemas", True),
    ],
)
def test_the_place_stands_behind_the_sentence_or_under_it_and_never_squeezes_it(
    show: Show, width: int, sentence: str, place: str, below: bool
) -> None:
    box = SummaryBox("id")
    box.show_remarks([Remark("etd", Kind.PROBLEM, sentence, place)])
    show(box, width=width)
    first, second = (next(found for found in box.findChildren(Label) if found.text() == t) for t in (sentence, place))
    assert (second.y() >= first.geometry().bottom()) is below
    if first.sizeHint().width() <= box.width() - 150:
        assert first.height() == first.sizeHint().height()
    assert faults(box.window()) == []


def test_a_row_of_more_lines_begins_level_with_its_button(show: Show) -> None:
    rows = AnswerRows("id")
    rows.show_groups([AnswerGroup("Eksportir", [Answer(n, "Alamat", "Jl. Contoh " * n) for n in (1, 20)])])
    show(rows, width=500)
    texts = [label for label in rows.findChildren(Label) if label.text().startswith("Jl.")]
    assert texts[1].height() > texts[0].height()
    buttons = [rows.button_of(1), rows.button_of(20)]
    above = [text.y() - button.y() for text, button in zip(texts, buttons, strict=True) if button is not None]
    assert above == [above[0]] * 2


def test_the_same_answers_again_move_nothing_and_another_answer_is_shown(show: Show) -> None:
    rows = AnswerRows("id")
    groups = [AnswerGroup("Eksportir", [Answer(1, "Alamat", "Jl. Contoh 1")])]
    rows.show_groups(groups)
    show(rows, width=500)
    before = rows.button_of(1)
    rows.show_groups(list(groups))
    assert rows.button_of(1) is before
    rows.show_groups([AnswerGroup("Eksportir", [Answer(1, "Alamat", "Jl. Contoh 2")])])
    assert [label.text() for label in rows.findChildren(Label) if label.text().startswith("Jl.")][-1] == "Jl. Contoh 2"


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
