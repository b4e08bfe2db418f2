"""The PDF around the pages: an invariant reportlab canvas with embedded fonts only, its properties and bookmarks."""

import io
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.render.pen import Pen

PRODUCER: Final = "Siap Ekspor"
_START_FONT: Final = "Roboto-Regular"


class Pdf:
    """One PDF file under way."""

    def __init__(self, language: str, size: tuple[float, float]) -> None:
        # ASCII85 in pure Python was the top line of the profile and makes the file larger.
        rl_config.useA85 = 0
        self._file = io.BytesIO()
        # The start font stands in every page's resources; reportlab's own would be a Helvetica that is not embedded.
        self.canvas: Any = Canvas(self._file, pagesize=size, invariant=1, lang=language, initialFontName=_START_FONT)
        self.document: Any = self.canvas._doc
        self._papers = 0

    def describe(self, *, title: str, author: str, subject: str) -> None:
        """Title, author and subject; viewers show the title."""
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(subject)
        self.canvas.setCreator(PRODUCER)
        self.canvas.setProducer(PRODUCER)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def bookmark(self, name: str) -> None:
        """A bookmark to the page that starts now."""
        self._papers += 1
        key = f"paper-{self._papers}"
        self.canvas.bookmarkPage(key, fit="Fit")
        self.canvas.addOutlineEntry(name, key, level=0)

    def start_page(self, size: tuple[float, float]) -> None:
        """The next page, in its size."""
        self.canvas.setPageSize(size)

    def put(self, pen: Pen) -> None:
        """The page's operators, then what lies over them."""
        self.canvas._code.extend(pen.operators())
        for draw in pen.over:
            draw(self.canvas)

    def end_page(self) -> None:
        """The page is complete."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The file."""
        if self._papers > 1:
            self.canvas.showOutline()
        self.canvas.save()
        return self._file.getvalue()
