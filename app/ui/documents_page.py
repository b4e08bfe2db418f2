"""*Dokumen*: the papers with their readiness, language and size; saved as PDF, and opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.checks.check import readiness
from app.render.fonts import Fonts
from app.services.chosen_papers import row_of, with_chosen, with_setting
from app.services.editing import new_id
from app.services.paper_files import Written, write_papers
from app.services.papers import Paper, papers_asked
from app.ui.desk import Desk
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.pane import Hairline, Pane
from app.ui.widgets.paper_row import PaperRow
from app.ui.widgets.paper_rows import PaperRows
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.states import State
from app.ui.widgets.tick import Tick
from app.words import Message, say

SHEETS = (("A4", "A4"), ("F4", "F4"), ("LETTER", "Letter"))
LANGUAGES = ("en", "id", "both")


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
        self.folder = quiet(say("window.open_folder", language), "folder")
        self.opened = normal(say("window.open_pdf", language))
        self.said = Label(size=QUIET, tone="quiet", wrap=True)
        self._files: list[Path] = []
        self._lacking: dict[str, str] = {}
        self._lay_out()
        self.rows.changed.connect(self._on_changed)
        self.rows.remark_wanted.connect(self._on_remark)
        self.rows.current_changed.connect(self._on_current)
        self.save.clicked.connect(self._on_save)
        self.opened.clicked.connect(self._on_open)
        self.folder.clicked.connect(self._on_folder)
        desk.changed.connect(self.renew)
        desk.problems_changed.connect(self.renew)
        self.rows.setEnabled(desk.may_change)
        self.renew()

    def renew(self) -> None:
        """Read the shipment again."""
        desk = self.desk
        rows = [self._row(form_id) for form_id in desk.ready.catalog.forms]
        self.rows.show_rows(rows)
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
        work = partial(_write, desk, papers, folder, self.merge.isChecked())
        self.said.setText(say("window.saving", desk.language))
        desk.worker.ask("write", work, self._on_written, self._on_not_written)

    def _row(self, form_id: str) -> PaperRow:
        desk = self.desk
        form = desk.ready.catalog.forms[form_id]
        chosen = row_of(desk.shipment, form_id)
        ready = readiness(desk.ready.catalog, form, desk.shipment, desk.circumstances(), off=desk.ready.rules_off)
        first = next(iter((*ready.problems, *ready.missing)), None)
        self._lacking[form_id] = first.path if first else ""
        remark = first.message.into(desk.language) if first else say("window.ready", desk.language)
        state = State.DONE if first is None else State.PROBLEM if ready.problems else State.PART
        languages = [(code, say(f"window.paper_in_{code}", desk.language)) for code in LANGUAGES]
        return PaperRow(
            form_id,
            form.title.into(desk.language),
            state,
            remark,
            chosen is not None,
            (chosen.language if chosen else None) or form.language,
            (chosen.paper if chosen else None) or "A4",
            languages,
            SHEETS,
        )

    def _lay_out(self) -> None:
        language = self.desk.language
        page = ScrollPage()
        page.column.addWidget(Heading(say("window.documents", language), say("window.documents_intro", language)))
        page.column.addSpacing(px(12))
        page.column.addWidget(self.rows)
        page.column.addSpacing(px(16))
        page.column.addWidget(self.merge)
        page.column.addSpacing(px(8))
        page.column.addWidget(self.said)
        actions = Pane()
        row = QHBoxLayout(actions)
        row.setContentsMargins(px(32), px(7), px(32), px(7))
        for widget in (self.save, self.opened, self.folder):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(Hairline())
        column.addWidget(actions)

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

    def _on_written(self, written: Written) -> None:
        self._files = list(written.paths)
        names = ", ".join(path.name for path in written.paths)
        text = say("window.saved_as", self.desk.language, names=names)
        remarks = [message.into(self.desk.language) for message in written.remarks]
        self.said.setText("\n".join([text, *remarks]))
        self.renew()

    def _on_not_written(self, error: Exception) -> None:
        self.said.setText("")
        self.desk.trouble.emit(error)

    def _on_open(self) -> None:
        for path in self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_folder(self) -> None:
        if self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0].parent)))


def _write(desk: Desk, papers: tuple[Paper, ...], folder: Path, merge: bool) -> Written:
    return write_papers(
        desk.ready, desk.shipment, papers, folder, desk.circumstances(), Fonts(fallback=True), merge=merge
    )
