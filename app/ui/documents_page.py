"""*Dokumen*: the papers with their readiness, language and size; saved as PDF, and opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.form import Form
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.render.fonts import Fonts
from app.services.chosen_papers import row_of, with_chosen, with_setting
from app.services.editing import new_id
from app.services.made_papers import remember_papers
from app.services.paper_files import Written, write_beside, write_papers
from app.services.papers import Paper, own_language, papers_asked
from app.services.settings import read_settings
from app.ui.desk import Desk
from app.ui.look.scale import QUIET, px
from app.ui.made_papers import MadePapers
from app.ui.portal_files import PortalFiles
from app.ui.readiness_pane import paper_state
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.pane import Hairline, Pane
from app.ui.widgets.paper_row import PaperRow
from app.ui.widgets.paper_rows import PaperRows
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.states import State
from app.ui.widgets.tick import Tick
from app.words import Message, say

if TYPE_CHECKING:
    from app.store.store import Store
    from app.ui.shipment_screen import ShipmentScreen

SHEETS = (("A4", "A4"), ("F4", "F4"), ("LETTER", "Letter"))
LANGUAGES = ("en", "id", "both")
_NAMED = 2
"""So many saved files are named one by one."""


class DocumentsPage(QWidget):
    """The papers, and the row of what can be done with them. *Simpan PDF* is the filled button."""

    shown = Signal(str)
    """The person stands on a paper; its id."""
    fill_wanted = Signal(str)
    """The person wants to fill in what a paper lacks; the path."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        language = desk.language
        self.rows = PaperRows(language)
        self.save = primary(say("window.save_pdf", language), "save")
        self.merge = Tick(say("window.merge", language))
        self.beside = Tick(say("window.beside", language))
        # On a desk that many firms share nobody's data is laid about unasked.
        self.beside.setChecked(read_settings(desk.data).settings.role == "exporter")
        self.folder = quiet(say("window.open_folder", language), "folder")
        self.opened = normal(say("window.open_pdf", language))
        self.said = Label(size=QUIET, tone="quiet", wrap=True)
        self.portal = [PortalFiles(desk, form) for form in desk.ready.catalog.forms.values() if form.also_as]
        self.made = MadePapers(desk)
        self.made.field_wanted.connect(self.fill_wanted)
        self.page = ScrollPage()
        self._files: list[Path] = []
        self._lacking: dict[str, str] = {}
        self._lay_out()
        self._connect()
        self.rows.setEnabled(desk.may_change)
        self.renew()

    def _connect(self) -> None:
        self.rows.changed.connect(self._on_changed)
        self.rows.remark_wanted.connect(self._on_remark)
        self.rows.current_changed.connect(self._on_current)
        self.save.clicked.connect(self._on_save)
        self.opened.clicked.connect(self._on_open)
        self.folder.clicked.connect(self._on_folder)
        self.desk.changed.connect(self.renew)
        self.desk.problems_changed.connect(self.renew)

    def renew(self) -> None:
        """Read the shipment again."""
        desk = self.desk
        rows = [self._row(form_id) for form_id in desk.ready.catalog.forms]
        self.rows.show_rows(rows)
        for files in self.portal:
            files.renew()
        self.save.setEnabled(any(row.chosen for row in rows))
        for button in (self.opened, self.folder):
            button.setVisible(bool(self._files))

    def focus_first(self) -> None:
        """Begin at the papers."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_into(self, folder: Path) -> None:
        """Write the chosen papers into ``folder``; what came out is said when it is done."""
        desk = self.desk
        chosen = [row.form for row in desk.shipment.documents or () if row.form in desk.ready.catalog.forms]
        papers = papers_asked(desk.ready, desk.shipment, [form for form in chosen if form], None, None)
        file = desk.editing.file if desk.editing is not None and self.beside.isChecked() else None
        work = partial(_write, desk, desk.shipment, papers, folder, self.merge.isChecked(), file)
        self._say(say("window.saving", desk.language))
        if desk.editing is not None and desk.may_change:
            keep = partial(remember_papers, document=desk.editing.id, shipment=desk.shipment, papers=papers)
            done = partial(_remember, desk, keep, self.made.on_remembered, self._on_written)
            desk.worker.ask("write", work, done, self._on_not_written)
        else:
            desk.worker.ask("write", work, self._on_written, self._on_not_written)

    def _row(self, form_id: str) -> PaperRow:
        desk = self.desk
        form = desk.ready.catalog.forms[form_id]
        chosen = row_of(desk.shipment, form_id)
        state, remark = self._state(form, waits=form.on_choice and chosen is None)
        languages = [(code, say(f"window.paper_in_{code}", desk.language)) for code in LANGUAGES]
        return PaperRow(
            form_id,
            form.title.into(desk.language),
            state,
            remark,
            chosen is not None,
            own_language(form, desk.shipment),
            (chosen.paper if chosen else None) or "A4",
            languages,
            SHEETS,
        )

    def _state(self, form: Form, *, waits: bool) -> tuple[State, str]:
        """How far a paper is, and what to do for it; of one that waits to be chosen, who asks for it."""
        desk, self._lacking[form.id] = self.desk, ""
        if waits:
            return State.TODO, form.asked_by.into(desk.language)
        state, remark, self._lacking[form.id] = paper_state(desk, form.id)
        return state, remark

    def _lay_out(self) -> None:
        language = self.desk.language
        page = self.page
        page.column.addWidget(Heading(say("window.documents", language), say("window.documents_intro", language)))
        page.column.addSpacing(px(12))
        # Above the papers: under a long list nobody would see it.
        page.column.addWidget(self.made)
        page.column.addWidget(self.rows)
        page.column.addSpacing(px(16))
        page.column.addWidget(self.merge)
        page.column.addWidget(self.beside)
        for files in self.portal:
            page.column.addSpacing(px(16))
            page.column.addWidget(files)
            files.fill_wanted.connect(self.fill_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(Hairline())
        column.addWidget(self._actions())

    def _actions(self) -> QWidget:
        """The buttons, and over them what came of the last one: there it is seen however far the page is scrolled."""
        actions = Pane()
        rows = QVBoxLayout(actions)
        rows.setContentsMargins(px(32), px(7), px(32), px(7))
        rows.setSpacing(px(6))
        rows.addWidget(self.said)
        row = QHBoxLayout()
        for widget in (self.save, self.opened, self.folder):
            row.addWidget(widget)
        row.addStretch(1)
        rows.addLayout(row)
        self._say("")
        return actions

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _on_changed(self, form: object, name: str, value: object) -> None:
        if self.desk.editing is None:
            return
        step = Message("window.step_paper", {"name": self.desk.ready.catalog.forms[str(form)].title})
        if name == "chosen":
            self.desk.editing.replace(with_chosen(self.desk.shipment, str(form), bool(value), new_id()), step)
        elif row_of(self.desk.shipment, str(form)) is not None:
            self.desk.editing.replace(with_setting(self.desk.shipment, str(form), name, value), step)

    def _on_remark(self, form: object) -> None:
        if path := self._lacking.get(str(form)):
            self.fill_wanted.emit(path)

    def _on_current(self, form: object) -> None:
        self.shown.emit(str(form))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, say("window.save_where", self.desk.language))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_folder_chosen(self, folder: str) -> None:
        self.save_into(Path(folder))

    def _on_written(self, done: _Done) -> None:
        written, beside = done
        self._files = list(written.paths)
        names = [path.name for path in (*written.paths, *([beside] if beside else []))]
        text = say("window.saved_as", self.desk.language, names=", ".join(names))
        if len(names) > _NAMED:
            folder = str(written.paths[0].parent)
            text = say("window.saved_many", self.desk.language, count=str(len(names)), folder=folder)
        remarks = [message.into(self.desk.language) for message in written.remarks]
        self._say("\n".join([text, *remarks]))
        self.renew()

    def _on_not_written(self, error: Exception) -> None:
        self._say("")
        self.desk.trouble.emit(error)

    def _on_open(self) -> None:
        for path in self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_folder(self) -> None:
        if self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0].parent)))


_Done = tuple[Written, Path | None]
"""The papers, and the shipment's file beside them."""


def _remember(
    desk: Desk, keep: Callable[[Store], str], look: Callable[[str], None], told: Callable[[_Done], None], done: _Done
) -> None:
    """Papers were made: that is remembered whether or not their page is still there to say it."""
    desk.ask(keep, look)
    desk.relay.put(partial(told, done))


def _write(
    desk: Desk, shipment: Shipment, papers: tuple[Paper, ...], folder: Path, merge: bool, file: ShipmentFile | None
) -> _Done:
    at, fonts = desk.circumstances(), Fonts(fallback=True)
    written = write_papers(desk.ready, shipment, papers, folder, at, fonts, merge=merge)
    return written, write_beside(file, folder) if file is not None else None


def show_changes(screen: ShipmentScreen) -> None:
    """*Apa yang berubah*, over the papers."""
    screen.show_documents()
    if isinstance(view := screen.view(), DocumentsPage):
        view.made.show_changes()
