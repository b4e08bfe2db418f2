"""The block language: every element and attribute, declared once for the reader, the errors and the README."""

from typing import Final, Literal, NamedTuple

Type = Literal["length", "size", "number", "flag", "text", "align", "face", "weight", "source"]
Content = Literal[
    "blocks",
    "inline",
    "columns",
    "pairs",
    "fields",
    "table",
    "cols",
    "column",
    "item",
    "lines",
    "cells",
    "placed",
    "none",
]

INLINE: Final = ("b", "m", "i", "term", "s", "br", "page", "pages", "arrow", "check", "box-mark")
BLOCKS: Final = (
    "band", "keep", "tail", "table", "sums", "form", "pagebreak", "leftovers", "p", "title", "label", "pairs",
    "fields", "gap", "rule", "frame", "tick", "image", "bottom",
)  # fmt: skip

CHILDREN: Final[dict[Content, tuple[str, ...]]] = {
    "blocks": BLOCKS,
    "inline": INLINE,
    "columns": ("column", *BLOCKS),
    "pairs": ("pair",),
    "table": ("side", "col", "group", "lead", "closing"),
    "fields": ("field",),
    "cols": ("col",),
    "column": ("item",),
    "item": ("part",),
    "lines": ("line",),
    "cells": ("cell",),
    "placed": ("box", "text", "stroke", "tick", "image"),
    "none": (),
}


class Element(NamedTuple):
    """What an element is for, what may stand in it, and its attributes with their types."""

    meaning: str
    content: Content
    attributes: dict[str, Type]
    more: tuple[str, ...] = ()

    @property
    def children(self) -> tuple[str, ...]:
        """The elements that may stand inside this one."""
        return CHILDREN[self.content] + self.more


_PADS: Final[dict[str, Type]] = {"pad": "length", "pad-top": "length", "pad-bottom": "length"}
_TEXT: Final[dict[str, Type]] = {"style": "text", "align": "align"}
_PLACE: Final[dict[str, Type]] = {"x": "length", "y": "length", "w": "length", "h": "length"}
# The paths whose values the element shows, for the mark on the paper on the screen.
_PATH: Final[dict[str, Type]] = {"path": "text"}
_FIT: Final[dict[str, Type]] = {"fit": "flag", "lines": "number", "least": "size", "instead": "text"}

ELEMENTS: Final[dict[str, Element]] = {
    "document": Element(
        "the paper; frame: a heavy rule round each page's body; width, height: a size of its own (labels)",
        "blocks",
        {
            "frame": "flag", "margin": "length", "margin-left": "length", "margin-right": "length",
            "width": "length", "height": "length", "rules": "number", **_PADS,
        },
        more=("style", "continued"),
    ),
    "style": Element(
        "a named style of the template's own, from another one (like) or from the start",
        "none",
        {
            "name": "text", "like": "text", "face": "face", "size": "size", "lead": "length", "base": "length",
            "grey": "number", "align": "align",
        },
    ),
    "continued": Element("what stands at the head of every page but the first", "blocks", {}),
    "band": Element(
        "a strip over the full width with a rule above; columns beside each other, or blocks; fill: a column that "
        "says nothing gives its width to the others, and a band that says nothing is left out",
        "columns",
        {"top": "weight", "bottom": "weight", "min-height": "length", "tint": "flag", "grey": "number",
         "fill": "flag", **_PADS, **_PATH},
    ),
    "column": Element(
        "a column of a band; rule: a rule at its left; width '*' shares what is left; no, label: an official box",
        "blocks",
        {"width": "text", "rule": "flag", "no": "text", "label": "text", "label-style": "text", **_PADS, **_PATH},
    ),
    "bottom": Element("blocks that stand at the foot of their column (signature)", "blocks", {}),
    "keep": Element("blocks that stay on one page if one page holds them", "blocks", {}),
    "tail": Element("blocks that are never torn and take the table's last two rows along", "blocks", {}),
    "pagebreak": Element("the next block starts a new page; what is in it stands at the head of that page and of those "
                         "after it, under 'continued', until the next break", "blocks", {}),
    "leftovers": Element("the full text of all boxes that showed their 'instead'; nothing if there are none",
                         "inline", dict(_TEXT)),
    "p": Element("a paragraph; fit: shrinks to 6.5 pt before it takes more than `lines` lines",
                 "inline", {**_TEXT, "indent": "length", **_FIT, "no": "text", "label": "text", **_PATH}),
    "title": Element("the paper's title, its term beside it", "inline", {"term": "text", **_PATH}),
    "label": Element("a small label, its term beside it", "inline",
                     {"term": "text", "style": "text", "right": "text", "right-style": "text", **_PATH}),
    "pairs": Element(
        "labels over values in a grid; a pair without a value is left out; cols: else 2, or 4 if there are more than "
        "two over a full width", "pairs", {"cols": "number", "gap": "length"},
    ),
    "pair": Element(
        "one label and its value; span: columns it takes; always: printed without a value too", "inline",
        {"label": "text", "term": "text", "style": "text", "span": "number", "always": "flag", **_FIT, "no": "text",
         **_PATH},
    ),
    "fields": Element(
        "labels left of their values, one a line; number: place of labels; colon: how far before the value", "fields",
        {"value": "length", "number": "length", "colon": "length", "style": "text", "label-style": "text",
         "right": "length"},
    ),
    "field": Element(
        "one label and its value; right: a second value at the right; always: printed without a value too", "inline",
        {"no": "text", "label": "text", "term": "text", "right": "text", "always": "flag", "style": "text",
         "label-style": "text", "indent": "length", **_FIT, **_PATH},
    ),
    "gap": Element("empty height", "none", {"h": "length"}),
    "rule": Element("a rule; after: room under it; dots: a dotted one", "none",
                    {"width": "length", "weight": "number", "grey": "number", "after": "length", "dots": "flag",
                     "indent": "length"}),
    "frame": Element("a frame that fills its column, its blocks centred in it, at least `room` above and below",
                     "blocks", {"dash": "flag", "weight": "number", "min-height": "length", "pad": "length",
                                "room": "length"}),
    "tick": Element("a tick box and its text", "inline",
                    {"on": "flag", **_TEXT, **_PLACE, "indent": "length", **_PATH}),
    "image": Element("a picture given by the program", "none",
                     {"name": "text", "align": "align", "x": "length", "y": "length", "w": "length", "h": "length",
                      **_PATH}),
    "table": Element(
        "rows of the data under a head; nested: rows within a row; room: height of the rows on the form's first page",
        "table",
        {
            "each": "text", "name": "text", "nested": "text", "first": "length", "lead": "length",
            "under": "length", "pad": "length", "pad-right": "length", "carried": "text", "brought": "text",
            "continued": "text", "row-rule": "weight", "grid": "flag", "room": "length",
            "head-height": "length", "head-lead": "length", "head-style": "text",
        },
    ),
    "side": Element(
        "a column at the left that spans all rows (marks); again: under its head on later pages, {page} in it is the "
        "page the column stands on", "inline",
        {"width": "text", "head": "text", "term": "text", "again": "text", "style": "text", **_PATH},
    ),
    "group": Element("a head over several columns, with a thin rule under it", "cols",
                     {"head": "text", "term": "text"}),
    "col": Element(
        "a column: value names the row's key; second: a line under it, also of nested rows; "
        "carry: key of its running sum; carry-text: holds the words 'carried forward'; nested: key in the nested "
        "rows, parent: what stands over them, {key} in it is the row's own text; upper: in capitals",
        "column",
        {
            "name": "text", "value": "text", "width": "text", "align": "align", "style": "text", "head": "text",
            "term": "text", "unit": "text", "carry": "text", "carry-text": "flag", "second": "text",
            "second-style": "text", "second-bullet": "text", "nested": "text", "nested-style": "text",
            "nested-indent": "length", "parent-style": "text", "parent": "text", "pad": "length",
            "pad-right": "length", "source": "source", "head-rule": "flag", "upper": "flag",
            **_PATH,
        },
    ),
    "item": Element("one text of a cell with several; bullet: before it; hang: indent of what follows; "
                    "coded: its code before its words", "item",
                    {"value": "text", "style": "text", "bullet": "text", "hang": "length", "source": "source",
                     "coded": "flag", "gap": "length", "always": "flag"}),
    "part": Element("a text at a fixed place of an item's line; right: its end stands at `at`", "none",
                    {"value": "text", "at": "length", "align": "align", "style": "text", "text": "text"}),
    "closing": Element("a last row of the table, under a rule over the columns from and to (a certificate's total)",
                       "cells", {"from": "text", "to": "text"}),
    "lead": Element("a first row over the text columns (an L/C's description of the goods)", "inline",
                    {"style": "text", "from": "text", "height": "length", **_PATH}),
    "sums": Element("lines on a table's column edges: totals", "lines",
                    {"table": "text", "first": "length", "lead": "length", "under": "length", "top": "weight",
                     "bottom": "weight", "style": "text", "min-height": "length", "tint": "flag", "side-rule": "flag"}),
    "line": Element("one line of sums", "cells", {}),
    "cell": Element("a text in the column called `at` (side: the side column); span: columns it may use", "inline",
                    {"at": "text", "style": "text", "align": "align", "span": "number", **_PATH}),
    "form": Element("boxes at fixed places, measured from the form's own top left corner", "placed",
                    {"h": "length", "top": "weight"}),
    "box": Element("a box with number, label and a value that shrinks to fit, else an overflow is reported", "inline",
                   {"no": "text", "label": "text", "border": "flag", "tint": "flag", "least": "size", "instead": "text",
                    "label-style": "text", "value-top": "length", "middle": "flag", "pad": "length", "weight": "number",
                    **_TEXT, **_PLACE, **_PATH}),
    "text": Element("a text at a fixed place: its baseline at y", "inline",
                    {"x": "length", "y": "length", "w": "length", **_TEXT, **_PATH}),
    "stroke": Element("a rule from x, y to x2, y2", "none",
                      {"x": "length", "y": "length", "x2": "length", "y2": "length", "weight": "number",
                       "grey": "number", "dots": "flag"}),
    "b": Element("bold", "inline", {}),
    "m": Element("medium", "inline", {}),
    "i": Element("italic", "inline", {}),
    "term": Element("an Indonesian term beside the English", "inline", {}),
    "s": Element("a run in a named style", "inline", {"style": "text"}),
    "br": Element("a new line", "none", {}),
    "page": Element("the page's number", "none", {}),
    "pages": Element("how many pages the paper has", "none", {}),
    "arrow": Element("an arrow to the right", "none", {}),
    "check": Element("a check mark", "none", {}),
    "box-mark": Element("an empty tick box in a line of text", "none", {}),
}  # fmt: skip
