"""What stands under a grid: what was counted, and what it comes to."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.domain.derived import Figures
from app.domain.goods_totals import common_unit, goods_total, total_quantity
from app.domain.packing_totals import gross_weight, net_weight, package_count, package_word, volume
from app.kinds.coded import Unit
from app.kinds.kind import Kind
from app.kinds.measures import Count, Quantity, Volume, Weight
from app.kinds.money import Amount
from app.services.review import on_screen
from app.words import say


class GridTotals(NamedTuple):
    """Ready texts, "" where something is still open."""

    counted: str
    summed: str


def grid_totals(list_path: str, figures: Figures) -> GridTotals:
    """Under the goods: quantity and amount. Under the packages: their number, and weights and volume."""
    if list_path == "goods":
        return GridTotals(_goods_counted(figures), _goods_summed(figures))
    return GridTotals(_packages_counted(figures), _packages_summed(figures))


def _goods_counted(figures: Figures) -> str:
    unit = common_unit(figures)
    counted = _shown(Quantity(), total_quantity(figures), figures)
    return f"{counted} {Unit().show(unit, figures.at)}" if counted and unit else ""


def _goods_summed(figures: Figures) -> str:
    amount = _shown(Amount(), goods_total(figures), figures)
    said = say("window.grid_total", figures.at.language)
    return f"{said} {amount} {figures.shipment.currency or ''}".strip() if amount else ""


def _packages_counted(figures: Figures) -> str:
    counted = _shown(Count(), package_count(figures), figures)
    return f"{counted} {package_word(figures) or ''}".strip() if counted else ""


def _packages_summed(figures: Figures) -> str:
    net, gross = (_shown(Weight(), total(figures), figures) for total in (net_weight, gross_weight))
    cube = _shown(Volume(), volume(figures), figures)
    language = figures.at.language
    parts = [
        say("window.grid_net", language, weight=net) if net else "",
        say("window.grid_gross", language, weight=gross) if gross else "",
        f"{cube} m³" if cube else "",
    ]
    return "   ".join(part for part in parts if part)


def _shown(kind: Kind[Decimal], value: Decimal | None, figures: Figures) -> str:
    return "" if value is None else on_screen(kind, value, figures.at)
