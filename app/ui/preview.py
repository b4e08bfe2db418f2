"""Keeps the paper beside the page true: asks the worker for a new picture whenever the shipment or the text changes."""

from __future__ import annotations

import datetime
from collections.abc import Container, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.render.spots import Spot
from app.render.template import TemplateError
from app.services.papers import Paper, papers_asked
from app.services.tasks import documents_now
from app.ui.desk import Desk
from app.ui.live_paper import LivePaper, Picture
from app.ui.paper_pane import PaperPane
from app.words import say


class Preview(QObject):
    """Between the desk and the pane with the paper."""

    field_wanted = Signal(str)
    """The person clicked on an answer on the paper; its path."""

    def __init__(self, desk: Desk, pane: PaperPane) -> None:
        super().__init__(pane)
        self.desk, self.pane = desk, pane
        self.form = ""
        self._chosen = ""
        """The paper that the person wants to look at, where it says anything of the page."""
        self._page = 0
        self._live = LivePaper(desk.ready)
        self.drawn: Picture | None = None
        self._marked = ""
        desk.changed.connect(self.renew)
        desk.typing.connect(self.renew)
        pane.resized.connect(self.renew)
        pane.paper_wanted.connect(self._on_paper_wanted)
        pane.page_wanted.connect(self._on_page_wanted)
        pane.clicked_at.connect(self._on_clicked)

    def renew(self) -> None:
        """Have the paper drawn anew; a picture asked for before and not begun is dropped."""
        paper = self.paper()
        if paper is None or not self.pane.isVisible():
            return
        today: datetime.date = self.desk.today()
        shipment = self.desk.shown_shipment()
        draw = partial(self._live.picture, shipment, paper, today, self._page, self.pane.wanted_width())
        self.desk.worker.ask("paper", draw, self._on_drawn, self._on_failed)

    def mark(self, path: str) -> None:
        """Mark where the answer at ``path`` stands, on whatever page that is."""
        self._marked = path
        spots = self._spots_of(path)
        if spots and self.drawn is not None and all(spot.page != self.drawn.page for spot in spots):
            self._on_page_wanted(spots[0].page)
            return
        self._show_mark()

    def show_for(self, asked: Container[str]) -> None:
        """A page was opened that asks for these paths: look at the chosen paper, or at the first that wants any. Where
        none does, the one that is shown stays.
        """
        catalog, forms = self.desk.ready.catalog, documents_now(self.desk.ready.catalog, self.desk.shipment)
        fit = [form for form in forms if any(_path(form, use.path) in asked for use in catalog.forms[form].uses())]
        chosen = self._chosen if self._chosen in forms else next(iter(forms), "")
        wanted = chosen if chosen in fit else next(iter(fit), self.form)
        if wanted != self.form:
            self.form, self._page = wanted, 0
            self.renew()

    def show_form(self, form: str) -> None:
        """Look at another paper."""
        self._on_paper_wanted(form)

    def paper(self) -> Paper | None:
        """The paper that is shown: the one chosen to look at, else the first of the shipment."""
        forms = documents_now(self.desk.ready.catalog, self.desk.shipment)
        if not forms:
            return None
        if self.form not in forms:
            self.form = forms[0]
        titles = [(form, self.desk.ready.catalog.forms[form].title.into(self.desk.language)) for form in forms]
        self.pane.offer(titles, self.form)
        return papers_asked(self.desk.ready, self.desk.shipment, [self.form], None, None)[0]

    def _on_drawn(self, picture: Picture) -> None:
        self.drawn = picture
        paper = self.paper()
        if paper is not None:
            self._page = picture.page
            self.pane.set_points(picture.width)
            spoken = say(f"window.paper_in_{paper.language}", self.desk.language)
            self.pane.show_picture(picture.image, picture.page, picture.pages, f"{spoken}   {paper.size}")

            self._show_mark()

    def _show_mark(self) -> None:
        spots = [
            spot for spot in self._spots_of(self._marked) if self.drawn is not None and spot.page == self.drawn.page
        ]
        self.pane.mark([(spot.x, spot.y, spot.w, spot.h) for spot in spots])

    def _spots_of(self, path: str) -> Sequence[Spot]:
        """Where an answer stands; a block that holds it (the buyer's) where it has no place of its own."""
        places = self.drawn.places if self.drawn is not None else {}
        while path:
            if found := places.get(path):
                return found
            path = path.rpartition(".")[0]
        return ()

    def _on_clicked(self, x: float, y: float) -> None:
        if self.drawn is None:
            return
        here = [
            s for s in self.drawn.spots if s.page == self.drawn.page and s.x <= x <= s.x + s.w and s.y <= y <= s.y + s.h
        ]
        if here:
            self.field_wanted.emit(min(here, key=_area).path)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, TemplateError):
            self.pane.manner.setText(str(error))
        else:
            self.desk.trouble.emit(error)

    def _on_paper_wanted(self, form: str) -> None:
        self.form, self._chosen, self._page = form, form, 0
        self.renew()

    def _on_page_wanted(self, page: int) -> None:
        self._page = max(page, 0)
        self.renew()


def _area(spot: Spot) -> float:
    return spot.w * spot.h


def _path(form: str, declared: str) -> str:
    """Where a document's own field stands in a shipment; others as they are declared."""
    return declared.replace("own.", f"own.{form}.", 1) if declared.startswith("own.") else declared
