"""Which problems are shown now, in which words. Missing answers and proposals only after *Periksa* or a page's tick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.catalog.pages import Page
from app.checks.labels import place_of
from app.domain.problems import Problem
from app.services.looking_over import Placed, placed
from app.services.tasks import pages_now
from app.ui.desk import Desk
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.states import Kind

NEEDED, REVIEW, DOCUMENTS = "needed", "review", "documents"
"""The pages that are always there."""

_MOST = 100
"""So many remarks of a kind are listed at once: who has corrected those sees the next ones."""

Shown = Sequence[tuple[Problem, Page | None]]


class Remarks(QObject):
    """The problems of the open shipment, as far as they are to be seen."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._placed: tuple[Sequence[Problem], Placed] | None = None
        self._seen: tuple[Shown, frozenset[str], Shown] | None = None
        self.ticked: frozenset[str] = frozenset()
        """The pages that the person says are looked over."""
        self._is_reviewed = False
        desk.opened.connect(self._on_opened)

    @property
    def checked(self) -> frozenset[str]:
        """The pages whose missing answers are told: those ticked, and all once *Periksa* was looked at."""
        if not self._is_reviewed:
            return self.ticked
        pages = pages_now(self.desk.ready.catalog, self.desk.pages, self.desk.shipment)
        return frozenset(page.id for page in pages)

    def review(self) -> None:
        """The person wants to know everything that is missing; no tick is set in his name."""
        self._is_reviewed = True
        self.changed.emit()

    def check_page(self, page_id: str, *, checked: bool) -> None:
        """A page was looked over, or its tick was taken away."""
        self.ticked = self.ticked | {page_id} if checked else self.ticked - {page_id}
        self.changed.emit()

    def lacking(self) -> frozenset[str]:
        """The ids of the pages on which something is wrong or missing."""
        return self._where().lacking

    def shown(self) -> Shown:
        """The problems to be seen now, with the page each is asked on. Looked up once, for all who ask."""
        found, checked = self._where().problems, self.checked
        if self._seen is None or self._seen[0] is not found or self._seen[1] != checked:
            after = ("missing", "hint")
            shown = [(p, page) for p, page in found if p.severity not in after or (page and page.id in checked)]
            self._seen = (found, checked, shown)
        return self._seen[2]

    def _where(self) -> Placed:
        """All problems on their pages, as the last check left them; anew where there are other pages since."""
        desk = self.desk
        asked = tuple(page.id for page in pages_now(desk.ready.catalog, desk.pages, desk.shipment))
        if self._placed is None or self._placed[0] is not desk.problems or self._placed[1].asked != asked:
            found = desk.placed
            if found is None or found.asked != asked:
                found = placed(desk.ready.catalog, desk.pages, desk.shipment, desk.problems)
            if desk.book:
                # What only a whole shipment could answer is no matter of an entry.
                found = found._replace(problems=[(problem, page) for problem, page in found.problems if page])
            self._placed = (desk.problems, found)
        return self._placed[1]

    def rows(self) -> Sequence[Remark]:
        """What the problem list shows: the first ones of each kind."""
        listed: Counter[Kind] = Counter()
        rows = []
        for problem, page in self.shown():
            kind = _kind(problem)
            listed[kind] += 1
            if listed[kind] <= _MOST:
                rows.append(self._remark(problem, page))
        return rows

    def beyond(self) -> Mapping[Kind, int]:
        """How many of each kind are not among the rows."""
        counts = Counter(_kind(problem) for problem, _ in self.shown())
        return {kind: max(count - _MOST, 0) for kind, count in counts.items()}

    def first(self) -> Remark | None:
        """The first of them; a long shipment has thousands, of which a low window shows one."""
        return next((self._remark(problem, page) for problem, page in self.shown()), None)

    def at_fields(self, page: Page) -> dict[str, Problem]:
        """The problems that turn fields of ``page`` red, by path; none before it was looked over."""
        if page.id not in self.checked:
            return {}
        here = [p for p, where in self.shown() if where is not None and where.id == page.id]
        return {p.path: p for p in here if p.severity in ("error", "missing")}

    def _remark(self, problem: Problem, page: Page | None) -> Remark:
        language = self.desk.language
        place = page.title.text.into(language) if page else ""
        if ".*." in problem.path or problem.path.count(".") > 1:
            place = place_of(self.desk.ready.catalog, self.desk.shipment, problem.path).into(language)
        return Remark(problem.path, _kind(problem), problem.message.into(language), place)

    def _on_opened(self) -> None:
        self.ticked, self._is_reviewed = frozenset(), False


def _kind(problem: Problem) -> Kind:
    return Kind.PROBLEM if problem.severity in ("error", "missing") else Kind.WARNING
