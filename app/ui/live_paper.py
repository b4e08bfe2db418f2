"""Draws the page that is being looked at, on the worker's thread: from shipment to picture by way of the real PDF."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from app.domain.shipment import Shipment
from app.records.shipment_file import read_shipment
from app.render.fonts import Fonts
from app.render.sheet import Trouble
from app.render.spots import Spot
from app.services.papers import Paper, PaperMaker, papers_asked
from app.services.program import Program
from app.services.samples import sample_bytes


class Picture(NamedTuple):
    """One page of a paper as a picture."""

    image: QImage
    page: int
    pages: int
    width: float
    """Of the sheet, in points."""
    troubles: tuple[Trouble, ...]
    spots: tuple[Spot, ...] = ()
    """Where the answers stand, on all pages."""
    places: Mapping[str, Sequence[Spot]] = {}
    """The same by path."""


class LivePaper:
    """Keeps templates and fonts between the pictures. All its work is done on the worker's thread."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._maker: PaperMaker | None = None

    def picture(self, shipment: Shipment, paper: Paper, today: datetime.date, page: int, width: int) -> Picture:
        """A page (from 0; the last where there are fewer), ``width`` device pixels wide. Raises TemplateError."""
        maker = self._maker = self._maker or PaperMaker(self._program, Fonts(fallback=True))
        made = maker.make(shipment, [paper], today, spots=True)
        places: dict[str, list[Spot]] = {}
        for spot in made.spots[0]:
            places.setdefault(spot.path, []).append(spot)
        drawn = rasterised(made.pdf, page, width, made.troubles[0])
        return drawn._replace(spots=made.spots[0], places=places)


def rasterised(pdf: bytes, page: int, width: int, troubles: tuple[Trouble, ...] = ()) -> Picture:
    """A page of a PDF as a picture on white."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    count = document.pageCount()
    page = min(page, count - 1)
    points = document.pagePointSize(page)
    image = document.render(page, QSize(width, round(width * points.height() / points.width())))
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    _paint_over(white, image)
    document.close()
    return Picture(white, page, count, points.width(), troubles)


def _paint_over(ground: QImage, image: QImage) -> None:
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()


def sample_picture(program: Program, today: datetime.date, width: int) -> Picture:
    """The sample invoice that shows a newcomer what comes out."""
    shipment = read_shipment(sample_bytes(SAMPLE)).shipment
    paper = papers_asked(program, shipment, [], None, None)[0]
    return LivePaper(program).picture(shipment, paper, today, 0, width)


SAMPLE = "footwear_rotterdam"
