"""Accepting a warning from the problem list, with the reason one has for it, and taking that back on *Periksa*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from app.checks.accepting import may_be_accepted, with_acceptance, without_acceptance
from app.checks.labels import place_of
from app.domain.problems import Problem
from app.ui.desk import Desk
from app.ui.widgets.accepted_rows import Accepted
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.row_list import value_at
from app.words import Message, say

if TYPE_CHECKING:
    from app.ui.shipment_screen import ShipmentScreen


def warning_shown(screen: ShipmentScreen) -> Problem | None:
    """The warning one is on in the problem list; else the first that is seen."""
    language = screen.desk.language
    warnings = [problem for problem, _ in screen.remarks.shown() if may_be_accepted(problem)]
    row = value_at(screen.problems.list.currentIndex())
    for problem in warnings:
        if isinstance(row, Remark) and (row.id, row.sentence) == (problem.path, problem.message.into(language)):
            return problem
    return warnings[0] if warnings else None


def ask_reason(screen: ShipmentScreen) -> QInputDialog | None:
    """Ask why the warning is left as it is; nothing is asked where there is none."""
    problem, language = warning_shown(screen), screen.desk.language
    if problem is None or not screen.desk.may_change:
        return None
    dialog = QInputDialog(screen)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(say("window.accept_title", language))
    dialog.setLabelText(say("window.accept_why", language, warning=problem.message.into(language)))
    dialog.setOkButtonText(say("window.accept", language))
    dialog.setCancelButtonText(say("window.cancel", language))
    dialog.textValueSelected.connect(lambda reason: accept(screen, problem, reason))
    dialog.open()
    return dialog


def accept(screen: ShipmentScreen, problem: Problem, reason: str) -> None:
    """Accept it as one step that can be undone; without a reason nothing is accepted."""
    desk = screen.desk
    if desk.editing is not None and reason.strip():
        accepted = with_acceptance(desk.shipment, problem, " ".join(reason.split()), desk.today())
        desk.editing.replace(accepted, Message("window.step_accept"))


def accepted_now(desk: Desk) -> list[Accepted]:
    """The warnings that are left as they are, with what one said about it."""
    catalog, shipment, language = desk.ready.catalog, desk.shipment, desk.language
    return [
        Accepted(
            problem,
            problem.message.into(language),
            place_of(catalog, shipment, problem.path).into(language),
            problem.accepted,
        )
        for problem in desk.problems
        if problem.accepted
    ]


def take_back(desk: Desk, problem: object) -> None:
    """Be warned again, as one step that can be undone."""
    if desk.editing is not None and desk.may_change and isinstance(problem, Problem):
        desk.editing.replace(without_acceptance(desk.shipment, problem), Message("window.step_take_back"))
