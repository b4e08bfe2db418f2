"""What measuring needs: fonts, ink, styles, the data of tables; and the troubles found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from app.render.fonts import Face, Fonts
from app.render.geometry import Page
from app.render.ink import Ink
from app.render.markup import Node
from app.render.spots import Shown
from app.render.styles import BUILT_IN, SMALLEST, Style
from app.render.trouble import Trouble

if TYPE_CHECKING:
    from app.render.columns import Pads
    from app.render.table_spec import TableSpec


class Measure:
    """One sheet being measured."""

    def __init__(
        self, page: Page, fonts: Fonts, ink: Ink, roots: Mapping[str, Any], images: Mapping[str, bytes],
        *, spots: bool = False,
    ) -> None:  # fmt: skip
        self.page = page
        self.fonts = fonts
        self.ink = ink
        self.roots = roots
        self.images = images
        self.spots = spots
        self.styles: dict[str, Style] = dict(BUILT_IN)
        self.tables: dict[str, TableSpec] = {}
        self.troubles: list[Trouble] = []
        self.leftovers: list[tuple[str, str]] = []
        self.pads: Pads | None = None
        self.rule_grey = 0.22

    def style(self, node: Node, default: str, name: str = "style") -> Style:
        """The style an element names."""
        wanted = node.string(name) or default
        found = self.styles.get(wanted)
        if found is None:
            raise node.fail(f"there is no style '{wanted}'; known: {' '.join(sorted(self.styles))}")
        align = node.values.get("align") if name == "style" else None
        return found._replace(align=align) if align else found

    def add_style(self, node: Node) -> None:
        """A <style> of the template; never under the smallest readable size."""
        like = self.style(node, "value", "like")
        values = node.values
        size = max(SMALLEST, values.get("size", like.size))
        scaled = like.at_size(size)
        lead = values.get("lead", scaled.lead)
        self.styles[node.string("name")] = Style(
            values.get("face", like.face),
            size,
            lead,
            values.get("base", lead * 0.75),
            values.get("grey", like.grey),
            values.get("align", like.align),
            like.even,
        )

    def face(self, style: Style) -> Face:
        """The face of a style."""
        return self.fonts.face(style.face)

    def shown(self, node: Node, x: float, width: float) -> Shown | None:
        """What an element says it shows, over `width` from `x`; None where it says nothing or nobody wants to know."""
        paths = node.string("path").split() if self.spots else []
        return Shown(tuple(paths), x, width) if paths else None

    def check(self, text: str, where: str, box: str = "") -> None:
        """Report the characters of `text` that nobody can draw."""
        bad = "" if text.isascii() else self.fonts.undrawable(text)
        if bad:
            self.trouble("undrawable", where, box, bad)

    def trouble(self, kind: Literal["overflow", "undrawable", "image"], where: str, box: str, text: str) -> None:
        """Note something a person must look at; the same thing is said once."""
        trouble = Trouble(kind=kind, where=where, box=box, text=text)
        if trouble not in self.troubles:
            self.troubles.append(trouble)
