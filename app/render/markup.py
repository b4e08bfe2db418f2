"""Block XML to nodes: only declared elements, typed attributes, no entities; every node knows its template's line."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree

from app.render.elements import ELEMENTS, Type
from app.render.geometry import MM
from app.render.template import TemplateError, last_mark

DEEPEST: Final = 40
_READINGS: Final = 2048
"""How many different lengths and texts are kept: papers write the same few again and again."""

WEIGHTS: Final[dict[str, tuple[float, float]]] = {
    "none": (0.0, 0.0),
    "thin": (0.4, 0.22),
    "row": (0.4, 0.62),
    "black": (0.4, 0.0),
    "heavy": (0.8, 0.0),
}
_FORBIDDEN = re.compile(r"<!(?!--)|<\?")
_BREAK = re.compile(r"[^\S\n]+")


class Node:
    """An element: its tag, its converted attributes, its text and what stands in it."""

    __slots__ = ("children", "tag", "tail", "text", "values", "where")

    def __init__(self, tag: str, where: str, values: dict[str, Any], text: str, tail: str) -> None:
        self.tag = tag
        self.where = where
        self.values = values
        self.text = text
        self.tail = tail
        self.children: list[Node] = []

    def string(self, name: str, default: str = "") -> str:
        """A text attribute."""
        value: str = self.values.get(name, default)
        return value

    def length(self, name: str, default: float = 0.0) -> float:
        """A length or size in points, or a plain number."""
        value: float = self.values.get(name, default)
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A yes or no."""
        value: bool = self.values.get(name, default)
        return value

    def weight(self, name: str, default: str) -> tuple[float, float]:
        """A rule's weight and grey."""
        value: tuple[float, float] = self.values.get(name, WEIGHTS[default])
        return value

    def has(self, name: str) -> bool:
        """Whether the attribute was written."""
        return name in self.values

    def fail(self, message: str) -> TemplateError:
        """The error to raise for a mistake in this element."""
        return TemplateError(self.where, message)

    def content(self) -> str:
        """All text inside, without its elements."""
        return self.text + "".join(child.content() + child.tail for child in self.children)


def parse(xml: str, file: str) -> Node:
    """The nodes of marked block XML, made by the template `file`. Raises TemplateError for what is not declared."""
    forbidden = _FORBIDDEN.search(xml)
    if forbidden:
        raise TemplateError(last_mark(xml[: forbidden.start()], file), "DOCTYPE, ENTITY, CDATA and <? are not allowed")
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314  entities and document types are refused above
    except ElementTree.ParseError as error:
        where = last_mark(_before(xml, error.position), file)
        raise TemplateError(where, f"not well-formed near here: {str(error).partition(':')[0]}") from None
    if root.tag != "document":
        raise TemplateError(root.get("_l", file), f"a paper starts with <document>, not with <{root.tag}>")
    return _node(root, frozenset({"document"}), 1)


def _node(element: ElementTree.Element, allowed: frozenset[str], depth: int, parent: str = "") -> Node:
    where = element.attrib.pop("_l", "?")
    known = _KNOWN.get(element.tag)
    if known is None:
        raise TemplateError(where, f"unknown element <{element.tag}>; known: {' '.join(sorted(ELEMENTS))}")
    if element.tag not in allowed:
        raise TemplateError(where, f"<{element.tag}> cannot stand in <{parent}>; it holds: {' '.join(sorted(allowed))}")
    if depth > DEEPEST:
        raise TemplateError(where, f"elements stand in each other more than {DEEPEST} deep")
    values: dict[str, Any] = {}
    readers = known.readers
    for name, text in element.items():
        try:
            values[name] = readers[name](text)
        except (ValueError, KeyError):
            raise TemplateError(where, _refusal(element.tag, name, text)) from None
    node = Node(element.tag, where, values, element.text or "", element.tail or "")
    inside = known.children
    node.children = children = [_node(child, inside, depth + 1, element.tag) for child in element]
    if not known.inline and "".join([node.text, *[child.tail for child in children]]).strip():
        raise TemplateError(where, f"<{element.tag}> holds no text of its own")
    return node


def _refusal(tag: str, name: str, text: str) -> str:
    known = ELEMENTS[tag].attributes
    if name not in known:
        return f"<{tag}> has no attribute '{name}'; it knows: {' '.join(sorted(known)) or 'none'}"
    return f"'{text}' is no {known[name]} ({name} of <{tag}>); write {_HINTS[known[name]]}"


@lru_cache(_READINGS)
def _text(text: str) -> str:
    return _BREAK.sub(" ", text).strip() if "  " in text or not text.isprintable() else text.strip()


@lru_cache(_READINGS)
def _length(text: str) -> float:
    if text.endswith("pt"):
        return _finite(text[:-2])
    return _finite(text.removesuffix("mm")) * MM


def _finite(text: str) -> float:
    number = float(text)
    if not -10_000 < number < 10_000:
        raise ValueError(text)
    return number


def _flag(text: str) -> bool:
    return {"yes": True, "no": False, "True": True, "False": False}[text]


def _one_of(*words: str) -> Callable[[str], str]:
    return {word: word for word in words}.__getitem__


_READ: Final[dict[Type, Callable[[str], Any]]] = {
    "length": _length,
    "size": lambda text: _finite(text.removesuffix("pt")),
    "number": _finite,
    "flag": _flag,
    "text": _text,
    "align": _one_of("left", "center", "right"),
    "face": _one_of("regular", "medium", "bold", "italic"),
    "weight": WEIGHTS.__getitem__,
    "source": _one_of("d", "code"),
}


class _Known(NamedTuple):
    """What reading wants to know of an element, ready at hand."""

    inline: bool
    children: frozenset[str]
    readers: dict[str, Callable[[str], Any]]


_KNOWN: Final = {
    tag: _Known(
        element.content == "inline",
        frozenset(element.children),
        {name: _READ[kind] for name, kind in element.attributes.items()},
    )
    for tag, element in ELEMENTS.items()
}
_HINTS: Final[dict[Type, str]] = {
    "length": "12mm, 12 (mm) or 8pt",
    "size": "8.5 (points)",
    "number": "a number",
    "flag": "yes or no",
    "text": "text",
    "align": "left, center or right",
    "face": "regular, medium, bold or italic",
    "weight": "none, thin, row, black or heavy",
    "source": "d or code",
}


def _before(xml: str, position: tuple[int, int]) -> str:
    lines = xml.split("\n")
    return "\n".join([*lines[: position[0] - 1], lines[position[0] - 1][: position[1]]])
