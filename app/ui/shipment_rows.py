"""How the lists of shipments and of the bin show a shipment."""

from __future__ import annotations

import datetime

from app.kinds.date import MONTHS
from app.store.values import Listed
from app.ui.desk import Desk
from app.ui.widgets.shipment_table import ShipmentRow
from app.ui.widgets.states import State
from app.words import say


def shown_row(desk: Desk, row: Listed) -> ShipmentRow:
    """A row in the language of the screen; the day of a shipment in the bin is the one it was put there."""
    language = desk.language
    state, lacking = State.DONE, say("window.complete", language)
    if row.missing is None or row.missing > 0:
        state = State.PART
        count = {"count": str(row.missing)}
        lacking = say("window.lacking", language, **count) if row.missing else say("window.begun", language)
    return ShipmentRow(
        row.id,
        row.number or say("tasks.unnumbered", language),
        row.title or "",
        row.buyer or "",
        _country(desk, row.country),
        state,
        lacking,
        _day(desk, row.binned or row.changed),
    )


def _country(desk: Desk, code: str | None) -> str:
    if not code or desk.program is None:
        return code or ""
    return desk.ready.lists.countries.named(code).into(desk.language)


def _day(desk: Desk, at: datetime.datetime) -> str:
    local, today = at.astimezone(), desk.today()
    if local.date() == today:
        time = f"{local:%H.%M}" if desk.language == "id" else f"{local:%H:%M}"
        return say("window.today_at", desk.language, time=time)
    month = MONTHS[local.month - 1].into(desk.language)
    return f"{local.day} {month}" if local.year == today.year else f"{local.day} {month} {local.year}"
