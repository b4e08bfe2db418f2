"""The start screen in each of its states, for tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor, QImage

from app.ui.start.backups_page import BackupRow
from app.ui.start.list_page import ListPage
from app.ui.start_screen import StartScreen
from app.ui.widgets.shipment_table import ShipmentRow
from app.ui.widgets.states import State
from app.words import Language


def _row(key: str, number: str, goods: str, buyer: str, destination: str, state: State, lacking: str) -> ShipmentRow:
    return ShipmentRow(key, number, goods, buyer, destination, state, lacking, "18 November")


ROWS = [
    _row(
        "a", "LJ/INV/2026/041", "Sepatu dan sandal kulit", "VOORBEELD B.V.", "Rotterdam", State.PART, "4 belum lengkap"
    ),
    _row("b", "LJ/INV/2026/040", "Sandal wanita", "VOORBEELD B.V.", "Rotterdam", State.DONE, "Lengkap"),
    _row("c", "LJ/INV/2026/039", "Sepatu kanvas", "MUSTER GMBH", "Hamburg", State.PROBLEM, "1 perlu diperbaiki"),
    _row("d", "Belum bernomor", "Batik", "MIHON CO., LTD.", "Tokyo, Jepang", State.PART, "7 belum lengkap"),
]
RECENT = ["/berkas/LJ-041 Rotterdam.ekspor", "/berkas/Mebel & kursi.ekspor"]
HAPPENED = (
    "Berkas simpanan C:\\Users\\Dewi\\AppData\\Roaming\\Siap Ekspor\\simpanan\\siap-ekspor.db rusak atau terpotong."
)
SAFE = "Berkas itu tidak diubah dan tidak dihapus."
ADVICE = "Salin dulu seluruh folder itu ke tempat lain."
ACTIONS = [("again", "Coba lagi"), ("backup", "Kembalikan cadangan...")]


def sheet() -> QImage:
    """A picture of a paper, A4 in its proportions."""
    picture = QImage(1240, 1754, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    return picture


def waiting(language: Language) -> StartScreen:
    """Before anything is known."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_waiting()
    return screen


def first(language: Language) -> StartScreen:
    """The very first start, its picture there."""
    screen = StartScreen(language, "A4", "exporter")
    screen.set_picture(sheet())
    screen.show_first()
    return screen


def listed(language: Language) -> StartScreen:
    """Four shipments, two in the bin."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_list(ROWS, 2, RECENT)
    return screen


def many(language: Language) -> StartScreen:
    """More shipments than fit."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_list([row._replace(id=i) for i, row in enumerate(ROWS * 10)], 0, RECENT)
    return screen


def no_match(language: Language) -> StartScreen:
    """A search that finds nothing."""
    screen = listed(language)
    page = screen.findChild(ListPage)
    assert page is not None
    page.table.typed.emit("xyz")
    return screen


def emptied(language: Language) -> StartScreen:
    """No shipment, all of them are in the bin."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_list([], 4, [])
    return screen


def binned(language: Language) -> StartScreen:
    """Three shipments in the bin."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_bin(ROWS[:3])
    return screen


def empty_bin(language: Language) -> StartScreen:
    """Nothing in the bin."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_bin([])
    return screen


def troubled(language: Language) -> StartScreen:
    """A store that cannot be opened."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_trouble(HAPPENED, SAFE, ADVICE, ACTIONS)
    return screen


def backed_up(language: Language) -> StartScreen:
    """More backups than fit."""
    screen = StartScreen(language, "A4", "exporter")
    days = [BackupRow(f"{n}.db", f"{n} November 2026, 16.{n:02}", f"{n * 41} pengiriman") for n in range(28, 1, -1)]
    screen.show_backups().show_rows(days)
    return screen


def not_backed_up(language: Language) -> StartScreen:
    """No backup yet."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_backups().show_rows([])
    return screen


def looked_over(language: Language) -> StartScreen:
    """While the backups are being looked over."""
    screen = StartScreen(language, "A4", "exporter")
    screen.show_backups()
    return screen


EVERY_START: Mapping[str, Callable[[Language], StartScreen]] = {
    make.__name__: make
    for make in (
        *(waiting, first, listed, many, no_match, emptied, binned, empty_bin, troubled),
        *(backed_up, not_backed_up, looked_over),
    )
}
