"""Sharing a width among columns."""

from collections.abc import Sequence

from app.render.geometry import MM
from app.render.markup import Node


def share(widths: Sequence[str], whole: float, node: Node) -> list[float]:
    """Widths in points; "*" takes an equal share of what the others leave."""
    try:
        fixed = [None if text == "*" else float(text.removesuffix("mm")) * MM for text in widths]
    except ValueError:
        raise node.fail(f"widths are numbers of millimetres or *, not '{' '.join(widths)}'") from None
    left = whole - sum(width for width in fixed if width is not None)
    if left < -0.01:
        raise node.fail(f"the columns are {-left / MM:.1f} mm wider than the page")
    open_columns = fixed.count(None)
    return [left / open_columns if width is None else width for width in fixed]
