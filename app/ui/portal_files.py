"""*Berkas untuk CEISA*: a chosen document as a file for an office's portal, and what that file still lacks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.catalog.form import Form
from app.exchange.formats import Exported
from app.services.chosen_papers import row_of
from app.services.portal_files import PortalFile, portal_file, write_portal_file
from app.ui.desk import Desk
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, section_title
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.states import Kind
from app.ui.widgets.summary_box import SummaryBox
from app.words import say


class PortalFiles(QWidget):
    """One quiet button a format, the sentence on what is not proven, and under them what came out."""

    fill_wanted = Signal(str)
    """The person wants to fill in what a file lacks; the path."""

    def __init__(self, desk: Desk, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.form = desk, form
        language = desk.language
        self.buttons = {name: quiet(_called(name, desk), "save") for name in form.also_as}
        self.unproven = Label(say("exchange.unproven", language), QUIET, "quiet", wrap=True)
        self.said = Label(size=QUIET, tone="quiet", wrap=True)
        self.lacking = SummaryBox(language)
        self.dialog: QFileDialog | None = None
        self._lay_out()
        for button in self.buttons.values():
            button.clicked.connect(self._on_clicked)
        self.lacking.change_wanted.connect(self._on_wanted)

    def renew(self) -> None:
        """Be seen where the document is chosen; what was said of other answers is not true any more."""
        self.setVisible(row_of(self.desk.shipment, self.form.id) is not None)
        self.lacking.hide()

    def make(self, name: str) -> None:
        """Make the file in a format, then ask where to; or say what it lacks."""
        desk = self.desk
        self.said.setText(say("window.file_making", desk.language))
        self.lacking.hide()
        work = partial(portal_file, desk.ready, desk.shipment, self.form, name, desk.circumstances())
        desk.worker.ask("portal", work, self._on_made, self._on_failed)

    def save_as(self, made: Exported, path: str) -> None:
        """Write a finished file."""
        work = partial(write_portal_file, made, Path(path))
        self.desk.worker.ask("portal", work, partial(self._on_written, made), self._on_failed)

    def _lay_out(self) -> None:
        title = say("window.portal_files", self.desk.language, title=self.form.title.into(self.desk.language))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(section_title(title))
        row = FlowLayout(gap=4, below=0)
        for button in self.buttons.values():
            row.addWidget(button)
        column.addLayout(row)
        for widget in (self.unproven, self.said, self.lacking):
            column.addWidget(widget)
        self.unproven.setVisible(any("xlsx" in name for name in self.form.also_as))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.make(next(name for name, known in self.buttons.items() if known is button))

    def _on_made(self, file: PortalFile) -> None:
        if file.made.data is None:
            self._tell_lacking(file)
            return
        self.said.setText("")
        self.dialog = dialog = QFileDialog(self, _called(file.name, self.desk))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is written over: a name that is taken gets a number, so there is nothing to confirm.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(file.suffix)
        dialog.setNameFilter(f"{self.form.title.into(self.desk.language)} (*{file.suffix})")
        dialog.selectFile(file.stem + file.suffix)
        dialog.fileSelected.connect(partial(self.save_as, file.made))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _tell_lacking(self, file: PortalFile) -> None:
        desk, language = self.desk, self.desk.language
        home, rows = desk.homes(), []
        for path, label in {label: (path, label) for path, label in file.lacking}.values():
            page = home(path)
            place = page.title.text.into(language) if page else ""
            sentence = say("window.file_lacks", language, label=label.into(language))
            rows.append(Remark(path if page else None, Kind.PROBLEM, sentence, place))
        self.said.setText(say("window.file_not_yet", language))
        self.lacking.show_remarks(rows)
        self.lacking.show()

    def _on_written(self, made: Exported, path: Path) -> None:
        language = self.desk.language
        remarks = [remark.into(language) for remark in made.remarks]
        self.said.setText("\n".join([say("window.saved_as", language, names=path.name), *remarks]))

    def _on_failed(self, error: Exception) -> None:
        self.said.setText("")
        self.desk.trouble.emit(error)

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_wanted(self, path: object) -> None:
        self.fill_wanted.emit(str(path))


def _called(name: str, desk: Desk) -> str:
    return say(f"window.file_{name.replace('-', '_')}", desk.language)
