"""One of every widget, filled as a person would see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets.accepted_rows import Accepted, AcceptedRows
from app.ui.widgets.answer_rows import Answer, AnswerGroup, AnswerRows, AnswerState
from app.ui.widgets.buttons import Button, ButtonKind, icon_button, normal, primary, quiet, tab
from app.ui.widgets.cell_edit import CellEdit
from app.ui.widgets.choices import Choices
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.combo import Combo
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.hit_list import FoundCode, HitList
from app.ui.widgets.labels import FieldLabel, Heading, IconLabel, Label, hint, section_title
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.message_line import MessageLine
from app.ui.widgets.pane import Gap, Hairline, Pane
from app.ui.widgets.paper_row import PaperRow
from app.ui.widgets.paper_rows import PaperRows
from app.ui.widgets.problem_list import ProblemList, Remark
from app.ui.widgets.readiness_list import Readiness, ReadinessList
from app.ui.widgets.ready_line import ReadyLine
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.shipment_table import ShipmentRow, ShipmentTable
from app.ui.widgets.states import Kind, State
from app.ui.widgets.summary_box import SummaryBox
from app.ui.widgets.task_list import Task, TaskGroup, TaskList
from app.ui.widgets.text_edit import TextEdit
from app.ui.widgets.tick import Tick
from app.ui.widgets.word_row import WordRow
from app.words import say
from tests.ui.widgets.ports import port_source

REMARKS = (
    Remark("fca", Kind.WARNING, "FOB dengan peti kemas penuh: pertimbangkan FCA", "Syarat penyerahan"),
    Remark("hs", Kind.PROBLEM, "Kode HS harus 8 angka, sekarang 6", "Barang dan harga, baris 3"),
    Remark("etd", Kind.PROBLEM, "Isi perkiraan berangkat", "Kapal dan jadwal"),
)

GROUPS = (
    TaskGroup("Data dasar", (Task("exporter", "Eksportir", State.DONE), Task("buyer", "Pembeli", State.PART))),
    TaskGroup("Barang dan kemasan", (Task("goods", "Barang dan harga", State.PROBLEM),)),
    TaskGroup("Dokumen", (Task("check", "Periksa", icon="search"), Task("papers", "Dokumen", icon="page"))),
)

SHIPMENTS = (
    ShipmentRow(
        41, "LJ/INV/2026/041", "Sepatu, 3 barang", "VOORBEELD B.V.", "Rotterdam", State.PART, "4 bagian", "10.42"
    ),
    ShipmentRow(
        40, "LJ/INV/2026/040", "Sandal, 1 barang", "VOORBEELD B.V.", "Rotterdam", State.DONE, "Lengkap", "18 Nov"
    ),
    ShipmentRow(39, "Belum bernomor", "Sepatu kanvas", "MUSTER GMBH", "Hamburg", State.PROBLEM, "1 perlu", "12 Nov"),
)

ANSWERS = (
    AnswerGroup("Pembeli", (Answer("name", "Nama", "VOORBEELD B.V."), Answer("eori", "EORI", "", AnswerState.NONE))),
    AnswerGroup(
        "Barang dan harga",
        (
            Answer("hs", "Baris 3", "Kode HS harus 8 angka, sekarang 6", AnswerState.PROBLEM),
            Answer("total", "Total", "30.360,00 USD", AnswerState.COUNTED),
        ),
    ),
)

_LANGUAGES = tuple((code, say(f"window.paper_in_{code}", "id")) for code in ("en", "id", "both"))
_SHEETS = (("a4", "A4"), ("f4", "F4"))
_YES, _NO = True, False
PAPERS = (
    PaperRow("invoice", "Faktur komersial", State.DONE, "Siap", _YES, "en", "a4", _LANGUAGES, _SHEETS),
    PaperRow("vgm", "Berat kotor", State.PART, "Isi metode timbang", _NO, "id", "f4", _LANGUAGES, _SHEETS),
    PaperRow("si", "Instruksi", State.PROBLEM, "1 perlu diperbaiki", _YES, "en", "a4", _LANGUAGES, _SHEETS),
)


def code_edit() -> CodeEdit:
    """A field for a port."""
    edit = CodeEdit(port_source())
    edit.set_code("NLRTM")
    edit.setAccessibleName("Pelabuhan bongkar")
    return edit


def hit_list() -> HitList:
    """Codes that were found, under a heading."""
    made = HitList("Kode yang mungkin cocok")
    shoes = FoundCode("64039990", "6403.99.90", "Alas kaki lainnya", "Cukup yakin")
    ankle = FoundCode("640391", "6403.91", "Footwear; covering the ankle", "Hanya cocok kata-katanya")
    made.show_groups([("Terakhir dipakai", [shoes, ankle])])
    return made


def field_box() -> FieldBox:
    """A field with everything around it."""
    label = FieldLabel("Kode HS", "HS code", optional=True, fixed=True)
    box = FieldBox(label, LineEdit("640419"), hint_text="Delapan angka.", beside=(normal("Belum tahu"),))
    box.set_problem("Kode HS harus 8 angka, sekarang 6")
    box.set_warning("Kode ini tidak ada di daftar per 31 Juli 2026")
    box.set_reading("640419 = alas kaki")
    return box


def task_list() -> TaskList:
    """The tasks at the left."""
    tasks = TaskList("id")
    tasks.setAccessibleName("Bagian")
    tasks.show_groups(GROUPS)
    tasks.set_current("buyer")
    return tasks


def problem_list() -> ProblemList:
    """Two problems, one warning."""
    problems = ProblemList("id")
    problems.show_remarks(REMARKS)
    return problems


def summary_box() -> SummaryBox:
    """The same, on top of Periksa."""
    box = SummaryBox("id")
    box.show_remarks(REMARKS)
    return box


def shipment_table() -> ShipmentTable:
    """Three shipments."""
    table = ShipmentTable("id")
    table.show_rows(SHIPMENTS)
    return table


def answer_rows() -> AnswerRows:
    """Two groups of answers."""
    rows = AnswerRows("id")
    rows.show_groups(ANSWERS)
    return rows


def readiness_list() -> ReadinessList:
    """Two papers."""
    rows = ReadinessList("Dokumen")
    rows.show_rows(
        [Readiness("invoice", "Faktur", State.DONE, "Siap"), Readiness("vgm", "Berat", State.PART, "Isi cara")]
    )
    return rows


def accepted_rows() -> AcceptedRows:
    """One warning that was left as it is."""
    rows = AcceptedRows("id")
    rows.show_rows([Accepted(1, "FOB dengan peti kemas: pertimbangkan FCA", "Incoterm", "Forwarder memuat sendiri")])
    return rows


def ready_line() -> ReadyLine:
    """Two of three papers, and what the third lacks."""
    line = ReadyLine("id")
    line.tell("2 dari 3 dokumen siap.", [(str(n), f"Isi nama pembeli {n}") for n in range(4)])
    return line


def paper_rows() -> PaperRows:
    """Three papers."""
    rows = PaperRows("id")
    rows.show_rows(PAPERS)
    return rows


def scroll_page() -> ScrollPage:
    """A page with a title and a field."""
    page = ScrollPage()
    page.column.addWidget(Heading("Kapal dan jadwal", "Salin dari konfirmasi pemesanan. " * 4))
    page.column.addWidget(Gap(16))
    page.column.addWidget(field_box())
    return page


def _warning() -> MessageLine:
    line = MessageLine()
    line.say(Kind.WARNING, "Peti kemas penuh: pertimbangkan FCA")
    return line


def _line_edit() -> LineEdit:
    edit = LineEdit("10-12-2026")
    edit.setAccessibleName("Tanggal")
    edit.set_icon("calendar")
    return edit


def _cell_edit() -> CellEdit:
    edit = CellEdit(6, second="Sandal wanita kulit sapi")
    edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)  # its table sizes it
    edit.setAccessibleName("Uraian barang")
    edit.fill("WOMEN LEATHER SANDALS")
    return edit


def _word_row() -> WordRow:
    row = WordRow()
    row.words.addWidget(Label("Isi perkiraan berangkat"))
    row.end_with(quiet("Ubah"))
    return row


def _text_edit() -> TextEdit:
    edit = TextEdit("MEN LEATHER SHOES, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER")
    edit.setAccessibleName("Uraian barang")
    return edit


def _combo() -> Combo:
    combo = Combo(_LANGUAGES)
    combo.setAccessibleName("Bahasa")
    combo.choose("id")
    return combo


def _choices() -> Choices:
    choices = Choices([("fob", "FOB"), ("cif", "CIF"), (None, "Belum tahu")], "Incoterm")
    choices.choose("fob")
    return choices


def _disabled() -> Button:
    button = primary("Cetak", "print")
    button.setEnabled(False)
    return button


EVERY_WIDGET: dict[str, Callable[[], QWidget]] = {
    "primary button": lambda: primary("Cetak 14 lembar", "print"),
    "normal button": lambda: normal("Simpan PDF", "save"),
    "quiet button": lambda: quiet("Ubah"),
    "plain button": lambda: Button("Faktur komersial", ButtonKind.PLAIN, "down"),
    "faint button": lambda: Button("Inggris", ButtonKind.FAINT),
    "choice button": lambda: Button("FOB", ButtonKind.CHOICE),
    "tab": lambda: tab("Isian"),
    "icon button": lambda: icon_button("Lipat daftar", "down"),
    "disabled button": _disabled,
    "tick": lambda: Tick("Bagian ini sudah saya periksa"),
    "line edit": _line_edit,
    "cell edit": _cell_edit,
    "text edit": _text_edit,
    "combo": _combo,
    "choices": _choices,
    "code field": code_edit,
    "field box": field_box,
    "message": _warning,
    "field label": lambda: FieldLabel("Perkiraan berangkat", "Estimated departure", optional=True, fixed=True),
    "row of words": _word_row,
    "heading": lambda: Heading("Periksa", "Baca sekali lagi seperti pembeli membacanya."),
    "hint": lambda: hint("Dengan kata sendiri. Kode HS dicari nanti."),
    "section title": lambda: section_title("Pembeli"),
    "icon": lambda: IconLabel("lock"),
    "pane": lambda: Pane("ground"),
    "hairline": Hairline,
    "gap": lambda: Gap(16),
    "scrolling page": scroll_page,
    "task list": task_list,
    "hit list": hit_list,
    "problem list": problem_list,
    "summary box": summary_box,
    "shipment table": shipment_table,
    "answer rows": answer_rows,
    "readiness list": readiness_list,
    "accepted rows": accepted_rows,
    "ready line": ready_line,
    "paper rows": paper_rows,
}
