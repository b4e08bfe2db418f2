"""The way from the menus to the grid of the page that is shown. Imported when it is first gone."""

from __future__ import annotations

from app.ui.grid_block import GridBlock
from app.ui.page_view import PageView
from app.ui.shipment_screen import ShipmentScreen


def do_in_grid(screen: ShipmentScreen, command: str) -> None:
    """A command for the grid of the page; on a page without one nothing."""
    grid = _grid(screen)
    if grid is not None:
        grid.actions_.all[command].trigger()


def find_hs(screen: ShipmentScreen) -> None:
    """Find the HS code of the goods one is on; from another page, go to the goods first."""
    page = next((page for page in screen.tasks.pages if page.grid == "goods"), None)
    if page is not None and page.id != screen.page_id:
        screen.show_page(page.id)
    grid = _grid(screen)
    if grid is not None and grid.finding is not None:
        grid.finding.open()


def _grid(screen: ShipmentScreen) -> GridBlock | None:
    view = screen.view()
    return view.grid if isinstance(view, PageView) else None
