"""The type table of the papers as named styles; a template may add its own."""

from typing import Final, Literal, NamedTuple

from app.render.geometry import MM

FaceName = Literal["regular", "medium", "bold", "italic"]
Align = Literal["left", "center", "right"]

SMALLEST: Final = 6.5


class Style(NamedTuple):
    """How a run of text looks. `size`, `lead` (line height) and `base` (line's top to baseline) are points."""

    face: FaceName
    size: float
    lead: float
    base: float
    grey: float = 0.0
    align: Align = "left"
    even: bool = True

    def at_size(self, size: float) -> "Style":
        """The same style in another size, its line height in proportion."""
        scale = size / self.size
        return self._replace(size=size, lead=self.lead * scale, base=self.base * scale)


def style(face: FaceName, size: float, *, lead: float = 4.0, base: float = 0.0, grey: float = 0.0) -> Style:
    """A style whose lead and base are given in mm; without a base the baseline stands at three quarters."""
    return Style(face, size, lead * MM, (base or lead * 0.75) * MM, grey)


BUILT_IN: Final[dict[str, Style]] = {
    "title": style("bold", 15, lead=12, base=7),
    "title-term": style("italic", 8.5, grey=0.42),
    "name": style("bold", 8.5),
    "own": style("medium", 8.5),
    "value": style("regular", 8.5),
    "label": style("regular", 6.5, grey=0.40),
    "term": style("italic", 6.5, grey=0.42),
    "form-label": style("regular", 6.5, grey=0.28),
    "section": style("medium", 6.5, grey=0.10),
    "head": style("medium", 6.5, lead=3.1),
    "head-term": style("italic", 6.5, lead=3.1),
    "head-unit": style("regular", 6.5, lead=3.1),
    "cell": style("regular", 8),
    "cell-medium": style("medium", 8),
    "cell-bold": style("bold", 8),
    "cell-italic": style("italic", 8),
    "text": style("regular", 8)._replace(even=False),
    "total": style("bold", 8.5),
    "amount": style("bold", 10),
    "marks": style("bold", 14, lead=7.4, base=5.5),
    "note": style("regular", 6.5, grey=0.40),
    "form-title": style("bold", 11, lead=8.2, base=5.7),
    "form-head": style("bold", 6.5, lead=3.4, base=2.6),
    "form-value": style("regular", 7.5, lead=3.4, base=2.6),
    "form-own": style("medium", 7.5, lead=3.4, base=2.6),
    "form-small": style("regular", 6.5, lead=3.4, base=2.6, grey=0.28),
    "form-cell": style("regular", 7.5, lead=3.3, base=2.5),
    "form-cell-medium": style("medium", 7.5, lead=3.3, base=2.5),
    "statement": style("regular", 7.5, lead=3.6),
    "tick": style("regular", 7, lead=3.4, base=2.6),
    "letter": style("regular", 10, lead=5)._replace(even=False),
    "letter-own": style("medium", 10, lead=5),
    "letter-name": style("bold", 10, lead=5),
    "letter-title": style("bold", 13, lead=8, base=6),
    "giant": style("bold", 40, lead=17, base=13.5),
}
