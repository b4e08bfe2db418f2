"""A page that scrolls up and down: one column, left-aligned, with the margins of every page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.pane import Pane

BAR = 12
"""How wide the scroll bar is."""
MOST = 720
"""How wide the column of a page of questions is at most, at 100 %."""
_REVEAL = 24


class ScrollPage(QScrollArea):
    """A column of at most ``most`` pixels. The bar takes its 12 from the right margin, so nothing moves."""

    def __init__(
        self,
        ground: str = "surface",
        *,
        most: int = MOST,
        margins: tuple[int, int, int, int] = (32, 14, 32, 24),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most, self._margins = most, margins
        self._body = _Body(ground)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        """Where the page's widgets go."""
        self._lay_out()
        self.verticalScrollBar().rangeChanged.connect(self._dress)
        self.horizontalScrollBar().valueChanged.connect(self._stay_left)
        self._dress()

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Other margins, in pixels at 100 %; small windows have smaller ones."""
        self._margins = (left, top, right, bottom)
        self._dress()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to ``widget`` and give it the focus."""
        self.ensureWidgetVisible(widget, 0, px(_REVEAL))
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        whole = QVBoxLayout(self._body)
        whole.addLayout(row)
        whole.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)

    def _stay_left(self) -> None:
        # Where a page is too narrow for a field, going to the field would shift everything sideways, for good.
        self.horizontalScrollBar().setValue(0)

    def _dress(self) -> None:
        left, top, right, bottom = (px(margin) for margin in self._margins)
        taken = BAR if self.verticalScrollBar().maximum() > 0 else 0
        layout = self._body.layout()
        if layout is not None:
            layout.setContentsMargins(left, top, max(right - taken, 0), bottom)
        self._inner.setMaximumWidth(px(self._most))


class _Body(Pane):
    """The page's ground, with a bar beside every field that has a problem."""

    def event(self, event: QEvent) -> bool:
        """A bar stands outside its field, so Qt does not know that it has to move."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the bars."""
        super().paintEvent(event)
        painter = QPainter(self)
        for box in self.findChildren(FieldBox):
            if box.has_problem and box.isVisible():
                at = box.mapTo(self, QPoint(0, 0))
                painter.fillRect(QRectF(at.x() - 12, at.y() + 2, 3, box.height() - 2), colour("problem"))
