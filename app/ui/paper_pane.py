"""The paper being drafted, live, at the right of the page. Shows pictures; draws none itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, px
from app.ui.look.theme import restyled
from app.ui.look.tokens import LIGHT
from app.ui.widgets.buttons import Button, ButtonKind, icon_button
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Pane
from app.words import Language, say

_HEAD, _EDGE, _BELOW, _SHADOW, _READABLE = 50, 20, 16, 6, 560
_TALLEST = 16_000
"""Qt draws no taller widget."""


class PaperPane(Pane):
    """Head with the paper's name, language, size and zoom; under it the sheet on its desk."""

    paper_wanted = Signal(str)
    """The person wants to see another paper; its id."""
    page_wanted = Signal(int)
    resized = Signal()
    """There is another width to draw for."""
    clicked_at = Signal(float, float)
    """The person clicked on the sheet; where, in points from its top left."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("desk", parent)
        self._language: Language = language
        self._papers: Sequence[tuple[str, str]] = ()
        self._page, self._pages = 0, 1
        self._points = 595.0
        self.name = Button("", ButtonKind.PLAIN, "down")
        self.name.clicked.connect(self._on_name_clicked)
        self.manner = Label(size=QUIET, tone="quiet")
        self.zoom = Label(size=QUIET, tone="quiet")
        self.back = icon_button(say("window.page_back", language), "up")
        self.forth = icon_button(say("window.page_forth", language), "down")
        self.which = Label(size=QUIET, tone="quiet")
        self.sheet = _Sheet()
        self.sheet.clicked_at.connect(self.clicked_at)
        self.sheet.setAccessibleName(say("window.paper", language))
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)
        self._lay_out()

    def offer(self, papers: Sequence[tuple[str, str]], current: str) -> None:
        """The papers to look at, as (id, name), and the one that is shown."""
        self._papers = papers
        self.name.setText(next((name for paper, name in papers if paper == current), ""))

    def show_picture(self, image: QImage, page: int, pages: int, manner: str) -> None:
        """Show a page; ``manner`` is its language and size in words."""
        self._page, self._pages = page, pages
        self.sheet.show_image(image)
        self.manner.setText(manner)
        self.zoom.setText(f"{round(self.sheet.sheet_width() / self._points * 100)} %")
        self.which.setText(say("window.page_of", self._language, page=str(page + 1), pages=str(pages)))
        for widget in (self.back, self.forth, self.which):
            widget.setVisible(pages > 1)
        self.back.setEnabled(page > 0)
        self.forth.setEnabled(page + 1 < pages)

    def mark(self, boxes: Sequence[tuple[float, float, float, float]]) -> None:
        """Mark boxes of the sheet (x, y, width, height in points), and bring the first into sight."""
        self.sheet.mark(boxes, self._points)
        if boxes:
            place = self.sheet.box_of(boxes[0])
            self._scroll.ensureVisible(round(place.center().x()), round(place.center().y()), 0, round(place.height()))

    def wanted_width(self) -> int:
        """How wide a picture should be, in device pixels."""
        return round(self.sheet.sheet_width() * self.devicePixelRatioF())

    def set_points(self, width: float) -> None:
        """How wide the sheet is in points, for the zoom."""
        self._points = width

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _lay_out(self) -> None:
        self._head = QWidget()
        row = self._row = QHBoxLayout(self._head)
        row.setSpacing(px(12))
        row.addWidget(self.name)
        row.addStretch(1)
        for widget in (self.back, self.which, self.forth, self.manner, self.zoom):
            row.addWidget(widget)
        self._scroll = _Desk(self.sheet)
        self._scroll.resized.connect(self.resized)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self._dress()

    def _dress(self) -> None:
        self._head.setFixedHeight(px(_HEAD))
        self._row.setContentsMargins(px(10), 0, px(20), 0)

    def _on_name_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for paper, name in self._papers:
            menu.addAction(name).setData(paper)
        menu.triggered.connect(self._on_paper_chosen)
        menu.popup(self.name.mapToGlobal(QPoint(0, self.name.height())))

    def _on_paper_chosen(self, action: object) -> None:
        self.paper_wanted.emit(str(action.data()))  # type: ignore[attr-defined]  # Qt passes a QAction

    def _on_back(self) -> None:
        self.page_wanted.emit(self._page - 1)

    def _on_forth(self) -> None:
        self.page_wanted.emit(self._page + 1)


class _Sheet(QWidget):
    """The sheet itself, white in light and dark, with its shadow, as large as the desk allows."""

    clicked_at = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: Sequence[tuple[float, float, float, float]] = ()
        self._points = 595.0
        self._image: QImage | None = None
        self.room = QSize(px(448), px(620))
        """What the pane has for the sheet."""
        self.ratio = 2**0.5
        """Height to width of the sheet."""

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.ratio = image.height() / max(image.width(), 1)
        self.fit(self.room)
        self.update()

    def mark(self, boxes: Sequence[tuple[float, float, float, float]], points: float) -> None:
        self._boxes, self._points = boxes, points
        self.update()

    def box_of(self, box: tuple[float, float, float, float]) -> QRectF:
        place, scale = self._place(), self.sheet_width() / self._points
        x, y, wide, high = (side * scale for side in box)
        return QRectF(place.left() + x, place.top() + y, wide, high).adjusted(-3, -2, 3, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, scale = self._place(), self._points / self.sheet_width()
        at = event.position()
        if place.contains(at.toPoint()):
            self.clicked_at.emit((at.x() - place.left()) * scale, (at.y() - place.top()) * scale)

    def fit(self, room: QSize) -> None:
        """Take the size that the room gives."""
        self.room = room
        self.setMinimumHeight(min(round(self.sheet_width() * self.ratio) + 2 * px(_BELOW), _TALLEST))

    def sheet_width(self) -> int:
        """Beside the page the whole sheet is seen; where the paper has the room to itself it is read, and scrolls."""
        wide = self.room.width() - 2 * px(_EDGE)
        if wide >= px(_READABLE):
            return px(_READABLE)
        high = self.room.height() - 2 * px(_BELOW)
        return max(min(wide, round(high / self.ratio)), px(160))

    def sizeHint(self) -> QSize:
        return QSize(px(448), px(620))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("desk"))
        place = self._place()
        if self._image is None:
            return
        shade = QColor(0, 0, 0, 8)
        for step in range(_SHADOW, 0, -1):
            painter.fillRect(QRectF(place).adjusted(-step / 2, step / 2, step / 2, step), shade)
        painter.fillRect(place, QColor("white"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        """The paper stays white in the dark, and so does the accent of its mark."""
        accent = QColor(LIGHT.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._boxes:
            painter.setPen(QPen(accent, 2))
            shade = QColor(accent)
            shade.setAlpha(26)
            painter.setBrush(shade)
            painter.drawRoundedRect(self.box_of(box), 2, 2)

    def _place(self) -> QRect:
        wide = self.sheet_width()
        return QRect((self.width() - wide) // 2, px(_BELOW), wide, round(wide * self.ratio))


class _Desk(QScrollArea):
    """Where the sheet lies; scrolls where it is larger than the pane."""

    resized = Signal()

    def __init__(self, sheet: _Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheet.fit(self.viewport().size())
        self.resized.emit()
