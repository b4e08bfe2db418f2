"""Paragraphs of several styles: runs, their words, and their lines."""

import re
from typing import NamedTuple

from app.render.blocks import SHIFT, Lines, Piece, mark_width
from app.render.geometry import MM
from app.render.markup import Node
from app.render.measure import Measure
from app.render.styles import FaceName, Style
from app.render.template import LINE_BREAK, PAGE, PAGES
from app.render.wrap import NO_BREAK, break_points, tokens

_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_FACES: dict[str, FaceName] = {"b": "bold", "m": "medium", "i": "italic"}
_MARKS = ("arrow", "check", "box-mark")
_TERM_GAP = 1.0 * MM
# Stands before a term, which follows its label at a fixed distance.
_TERM_SIGN = "\u2002"


class Run(NamedTuple):
    """A stretch of one style. A mark has no text."""

    text: str
    style: Style
    mark: str = ""


class Word(NamedTuple):
    """What a line may end after."""

    text: str
    style: Style
    mark: str
    width: float
    gap: float


def runs_of(measure: Measure, node: Node, style: Style) -> list[Run]:
    """The runs of an element's content, white space collapsed, its ends stripped; "\\n" is a new line."""
    if not node.children:
        text = _spaced(node.text).strip(" ")
        return [Run(text, style)] if text else []
    runs: list[Run] = []
    _collect(measure, node, style, runs)
    if runs and not runs[0].mark:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip(" "))
    if runs and not runs[-1].mark:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
    return [run for run in runs if run.text or run.mark]


def text_of(node: Node) -> str:
    """An element's content as plain text, "\\n" for a new line."""
    return _spaced(node.content()).strip()


def _collect(measure: Measure, node: Node, style: Style, runs: list[Run]) -> None:
    runs.append(Run(_spaced(node.text), style))
    for child in node.children:
        if child.tag == "br":
            runs.append(Run("\n", style))
        elif child.tag in ("page", "pages"):
            runs.append(Run(PAGE if child.tag == "page" else PAGES, style))
        elif child.tag in _MARKS:
            runs.append(Run("", style, child.tag))
        else:
            at = len(runs)
            _collect(measure, child, _styled(measure, child, style), runs)
            if child.tag == "term":
                runs[at] = runs[at]._replace(text=_TERM_SIGN + runs[at].text)
        runs.append(Run(_spaced(child.tail), style))


def _styled(measure: Measure, node: Node, style: Style) -> Style:
    if node.tag in _FACES:
        return style._replace(face=_FACES[node.tag])
    if node.tag == "term":
        return measure.styles["term"]
    return measure.style(node, "value")


def _spaced(text: str) -> str:
    return (
        _WHITE.sub(" ", text)
        .replace(" " + LINE_BREAK, LINE_BREAK)
        .replace(LINE_BREAK + " ", LINE_BREAK)
        .replace(LINE_BREAK, "\n")
    )


def with_term(measure: Measure, main: str, term: str, style: Style, term_style: str = "term") -> list[Run]:
    """A label and the Indonesian term beside it."""
    runs = [Run(main, style)] if main else []
    return [*runs, Run((_TERM_SIGN if main else "") + term, measure.styles[term_style])] if term else runs


def lay(measure: Measure, runs: list[Run], x: float, width: float, style: Style) -> Lines:
    """The lines of `runs` in `width`; the paragraph's style gives line height, baseline and alignment."""
    if len(runs) == 1 and not runs[0].mark:
        found = _plain(measure, runs[0], x, width, style)
        if found is not None:
            return Lines(found, style.lead, style.base)
    lines: list[list[Word]] = [[]]
    for line in _paragraphs(runs):
        words = _words(measure, line, width)
        if not words:
            lines.append([])
            continue
        start = 0
        ends = break_points(
            [word.text or "x" for word in words], [word.width for word in words], [word.gap for word in words],
            width, even=style.even,
        )  # fmt: skip
        for end in ends:
            lines.append(words[start:end])
            start = end
    return Lines([_placed(measure, line, x, width, style) for line in lines[1:]], style.lead, style.base)


def _plain(measure: Measure, run: Run, x: float, width: float, style: Style) -> list[list[Piece]] | None:
    """The lines of a single run, one piece a line; None where a term's distance makes it several."""
    face, size = measure.face(run.style), run.style.size
    text = run.text
    if "\n" not in text and (wide := face.word_width(text) * size) <= width:
        text = text.replace(NO_BREAK, " ").lstrip(_TERM_SIGN)
        return [[Piece(x + SHIFT[style.align] * (width - wide), text, run.style)]]
    if _TERM_SIGN in text:
        return None
    lines: list[list[Piece]] = []
    for line in face.lines(text, width / size, even=style.even):
        said = line.lstrip(" ")
        shift = SHIFT[style.align] and SHIFT[style.align] * (width - face.word_width(said) * size)
        lines.append([Piece(x + shift, said, run.style)] if said else [])
    return lines


def _paragraphs(runs: list[Run]) -> list[list[Run]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        for index, part in enumerate(run.text.split("\n")):
            if index:
                found.append([])
            if part or run.mark:
                found[-1].append(run._replace(text=part))
    return found


def _words(measure: Measure, runs: list[Run], width: float) -> list[Word]:
    words: list[Word] = []
    space_before = False
    for run in runs:
        face, size = measure.face(run.style), run.style.size
        if run.mark:
            words.append(Word("", run.style, run.mark, mark_width(run.mark, size), 0.6 * size if words else 0.0))
            space_before = True
            continue
        term_gap = _TERM_GAP if run.text.startswith(_TERM_SIGN) else 0.0
        parts, spaced, _ = tokens(run.text.strip(_TERM_SIGN), width / size, face.word_width)
        for index, part in enumerate(parts):
            gap = face.word_width(" ") * size if (spaced[index] if index else _opens(run, space_before)) else 0.0
            gap = term_gap if term_gap and not index else gap
            text = part.replace(NO_BREAK, " ")
            words.append(Word(text, run.style, "", face.word_width(text) * size, gap if words else 0.0))
        space_before = run.text[-1:] == " "
    return words


def _opens(run: Run, space_before: bool) -> bool:
    return space_before or run.text[:1] == " "


def _bare(measure: Measure, word: Word) -> Word:
    # Of a wide gap, which is a blank and a no-break blank, the second must not stand at the line's start.
    text = word.text.lstrip(" ")
    if text == word.text:
        return word
    return word._replace(text=text, width=measure.face(word.style).word_width(text) * word.style.size)


def _placed(measure: Measure, words: list[Word], x: float, width: float, style: Style) -> list[Piece]:
    if not words:
        return []
    words = [_bare(measure, words[0]), *words[1:]]
    total = sum(word.width + word.gap for word in words) - words[0].gap
    if style.align == "right":
        x += width - total
    elif style.align == "center":
        x += (width - total) / 2
    pieces: list[Piece] = []
    text, start, current = "", x, words[0].style
    for index, word in enumerate(words):
        gap = word.gap if index else 0.0
        plain = gap == 0.0 or abs(gap - measure.face(word.style).word_width(" ") * word.style.size) < 0.001
        if word.mark or word.style != current or not plain or not text:
            if text:
                pieces.append(Piece(start, text, current))
            text, start, current = "", x + gap, word.style
        if word.mark:
            pieces.append(Piece(start, "", word.style, word.mark))
        else:
            text += (" " if text and gap else "") + word.text
        x += gap + word.width
    return [*pieces, Piece(start, text, current)] if text else pieces
