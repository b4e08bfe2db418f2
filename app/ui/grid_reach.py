"""The way from the menus to the grid of the page that is shown. Imported when it is first gone."""

from __future__ import annotations

from app.ui.page_view import PageView
from app.ui.shipment_screen import ShipmentScreen


def do_in_grid(screen: ShipmentScreen, command: str) -> None:
    """A command for the grid of the page; on a page without one nothing."""
    view = screen.view()
    if isinstance(view, PageView) and view.grid is not None:
        view.grid.actions_.all[command].trigger()
