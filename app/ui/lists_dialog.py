"""*Daftar kode*: every code list's source, edition, date, rows and checksum, and newer ones taken from files.

Lists and files are read on the search thread; a file is shown with its differences before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.reference.code_list import CodeList
from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.reference.refused import Refused
from app.services.list_import import KINDS, Preview, can_undo, preview, take, undo
from app.services.list_words import changes, passport
from app.services.obstacle import Obstacle
from app.ui.code_source import counted
from app.ui.desk import Desk
from app.ui.layouts import empty, in_bands, on_screen
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.hit_list import FoundCode, HitList
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.pane import Hairline
from app.ui.widgets.scroll_page import ScrollPage
from app.words import say

T = TypeVar("T")
_SIZE = (940, 600)
_LIST = 400
_LEAST_DETAILS = 360
_FILES = "*.csv *.xlsx *.txt"


class ListsDialog(QDialog):
    """All lists at the left; about the one pointed at, or about a file for it, at the right."""

    settled = Signal()
    """What was asked of the other thread is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._read: dict[str, CodeList | None] = {}
        self._preview: Preview | None = None
        self._said = ""
        self.setWindowTitle(self._say("screen"))
        self.list = HitList(self._say("screen"))
        self.details = ScrollPage("ground", margins=(16, 12, 16, 12))
        self.choose, self.back = normal(self._say("choose_file"), "folder"), quiet(self._say("back"))
        self.use, self.leave, self.close_button = (
            primary(self._say("use")),
            normal(self._say("leave")),
            normal(self._say("close")),
        )
        self._lay_out()
        self._connect()
        self.resize(on_screen(self, _SIZE))
        self._tell([self._say("reading")])
        self._read_all()

    def list_id(self) -> str:
        """The list one points at; "" while they are read."""
        found = self.list.value()
        return found.code if isinstance(found, FoundCode) else ""

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what files would make of the list one points at. Several are parts of one, as UNECE publishes them."""
        self._tell([self._say("looking")])
        work = partial(preview, self.desk.ready.lists, self.list_id(), tuple(paths), self.desk.today())
        self._ask(work, self._on_previewed)

    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self.desk.searcher.ask("lists", work, done, self._on_failed)

    def _lay_out(self) -> None:
        top, middle, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(px(20), px(16), px(20), px(12))
        top.addWidget(Heading(self._say("screen"), self._say("screen_intro")))
        # The list gives way where letters are large and the screen is small.
        self.list.setMaximumWidth(px(_LIST))
        self.details.setMinimumWidth(px(_LEAST_DETAILS))
        middle.setSpacing(0)
        middle.addWidget(self.list, 1)
        middle.addWidget(Hairline(upright=True))
        middle.addWidget(self.details)
        foot.setContentsMargins(px(20), px(10), px(20), px(10))
        for button in (self.choose, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.setSpacing(px(10))
        for button in (self.leave, self.use, self.close_button):
            foot.addWidget(button)
        in_bands(self, top, middle, foot)

    def _connect(self) -> None:
        self.list.pointed.connect(self._on_pointed)
        self.choose.clicked.connect(self._on_choose)
        self.back.clicked.connect(self._on_back)
        self.use.clicked.connect(self._on_use)
        self.leave.clicked.connect(self._on_leave)
        self.close_button.clicked.connect(self.accept)

    def _read_all(self) -> None:
        self._ask(partial(_all_lists, self.desk.ready.lists), self._on_read)

    def _say(self, name: str) -> str:
        return say(f"lists.{name}", self.desk.language)

    def _tell(self, sentences: Sequence[str], tone: str = "text") -> None:
        """Say these at the right, and offer what can be done now."""
        empty(self.details.column)
        for sentence in sentences:
            self.details.column.addWidget(Label(sentence, tone=tone, wrap=True))
            self.details.column.addSpacing(px(8))
        list_id, is_preview = self.list_id(), self._preview is not None
        for button in (self.use, self.leave):
            button.setVisible(is_preview)
        self.list.setEnabled(not is_preview)
        self.close_button.setVisible(not is_preview)
        self.choose.setVisible(not is_preview)
        self.choose.setEnabled(list_id in KINDS)
        self.back.setVisible(not is_preview and can_undo(self.desk.ready.lists, list_id))

    def _tell_of_list(self) -> None:
        codes, language = self._read.get(self.list_id()), self.desk.language
        said = [self._said] if self._said else []
        if codes is None:
            self._tell([*said, self._say("no_tariff_yet")])
            return
        origin = [self._say("imported")] if codes.imported else []
        own = [] if self.list_id() in KINDS else [self._say("not_importable")]
        reason = self.desk.ready.lists.damaged.get(codes.id)
        title = codes.title.into(language)
        broken = [say("lists.damaged", language, list=title, reason=reason.into(language))] if reason else []
        self._tell([*said, *broken, *passport(codes, language), *origin, *own])

    def _shown(self, list_id: str, codes: CodeList | None) -> FoundCode:
        language = self.desk.language
        title = _begun(TITLES[list_id].into(language))
        if codes is None:
            return FoundCode(list_id, title, self._say("no_tariff_yet"), "")
        rows = say("lists.rows", language, n=counted(len(codes.entries), language))
        mark = self._say("imported") if codes.imported else ""
        return FoundCode(list_id, title, f"{rows}. {_begun(codes.source.into(language))}", mark or codes.day)

    def _title(self) -> str:
        return TITLES[self.list_id()].into(self.desk.language)

    def _on_read(self, found: dict[str, CodeList | None]) -> None:
        stood, self._read = self.list_id(), found
        self.list.show_groups([("", [self._shown(list_id, codes) for list_id, codes in found.items()])])
        if stood:
            self.list.go_to(self._shown(stood, found[stood]))
        self._tell_of_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _on_pointed(self, _: object) -> None:
        if self._read:
            self._tell_of_list()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self._say("choose_file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{self._say('files')} ({_FILES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, names: Sequence[str]) -> None:
        self._said = ""
        self.look_at([Path(name) for name in names])

    def _on_previewed(self, new: Preview) -> None:
        self._preview = new
        self._tell([*changes(new, self.desk.language), *passport(new.codes, self.desk.language)])
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _on_use(self) -> None:
        if self._preview is not None:
            self._said = say("lists.used", self.desk.language, title=self._title())
            self._ask(partial(take, self.desk.ready.lists, self._preview.codes), self._on_other_lists)

    def _on_back(self) -> None:
        self._said = say("lists.back_again", self.desk.language, title=self._title())
        self._ask(partial(undo, self.desk.ready.lists, self.list_id()), self._on_other_lists)

    def _on_other_lists(self, lists: Lists) -> None:
        self._preview = None
        self.desk.use_lists(lists)
        self._read_all()

    def _on_leave(self) -> None:
        self._preview, self._said = None, self._say("unchanged")
        self._tell_of_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self._preview = None
        if isinstance(error, Refused | Obstacle):
            why = say("lists.refused", self.desk.language, why=error.into(self.desk.language))
            self._tell([why, self._say("unchanged")])
        else:
            self.desk.trouble.emit(error)
        self.settled.emit()


def _begun(text: str) -> str:
    """A name at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _all_lists(lists: Lists) -> dict[str, CodeList | None]:
    """Every list, with the sum over its codes worked out, on the thread that has time for it."""
    found: dict[str, CodeList | None] = dict.fromkeys(TITLES) | {codes.id: codes for codes in lists.all()}
    for codes in found.values():
        _ = codes.checksum if codes is not None else ""
    return found
