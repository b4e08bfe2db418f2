"""Breaking text into lines: the least number, among those ends after a comma and even lengths. Knows no fonts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import inf
from operator import add, sub
from typing import Final

NO_BREAK: Final = "\u00a0"

# MEASURES "Words": what must not be torn apart at a line's end.
# The pattern starts with the blank itself and what all of them have before it, which makes the search quick.
_JOINS = re.compile(
    r" (?<=[\d.Xx×] )(?:"
    r"(?:(?<=\b[NnKkJj][Oo]\. )|(?<=\b[Kk][Ee][CcLl]\. )|(?<=\b[Jj][Ll]\. )|(?<=\b[Aa][Rr][Tt]\. ))(?=\S)"
    r"|(?<=\d )(?=[Xx×] \d|(?:[CMcm]?[Mm]|[Kk]?[Gg]|[Mm]?[Ll]|KGS?|PCS|M[23²³]|IN|%)(?!\w))|(?<=\d [Xx×] )(?=\d))"
)
_TOKENS = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
    "|[^\\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+(?:\u00a0[^\\s\u2e80-\u9fff]*)*"
)
_COMMA: Final = 0.1
_WIDOW: Final = 4.0
# How far a line may reach over its width, in the unit of the widths; one measure wherever lines are compared with it.
_HAIR: Final = 0.001

Width = Callable[[str], float]


def wrap(text: str, width: float, measure: Width, *, even: bool = True) -> list[str]:
    """The lines of `text` in `width` (same unit as `measure`); newlines in the text are kept as breaks."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words, spaced, widths = tokens(paragraph, width, measure)
        if not words:
            lines.append("")
            continue
        space = measure(" ")
        apart = all(spaced)
        gaps = [space] * len(words) if apart else [space if gap else 0.0 for gap in spaced]
        start = 0
        for end in break_points(words, widths, gaps, width, even=even):
            lines.append(_spaced(words[start:end]) if apart else _joined(words[start:end], spaced[start:end]))
            start = end
    return lines


def tokens(text: str, width: float, measure: Width) -> tuple[list[str], list[bool], list[float]]:
    """The pieces a line may end after, whether a space stands before each, and their widths; wider ones are cut."""
    joined = _JOINS.sub(NO_BREAK, text)
    if text.isascii() or not _has_wide(joined):
        words = joined.split(" ")
        if "" in words:
            words = [word for word in words if word]
        spaced = [True] * len(words)
    else:
        found = list(_TOKENS.finditer(joined))
        words = [match.group() for match in found]
        spaced = [match.start() > 0 and joined[match.start() - 1].isspace() for match in found]
    widths = list(map(measure, words))
    if widths and max(widths) > width:
        words, spaced = _cut_wide(words, spaced, width, measure)
        widths = list(map(measure, words))
    return words, spaced, widths


def break_points(
    words: Sequence[str], widths: Sequence[float], gaps: Sequence[float], limit: float, *, even: bool = True
) -> list[int]:
    """Where each line ends (index after its last word).

    Filling lines from the front tells the least number of lines and how far each can reach; filling them from the back
    tells how early each may end. Between the two few places are left, and the best of them are chosen line by line, so
    the work grows with the text and not with its square.
    """
    lefts, rights = _edges(widths, gaps)
    room = limit + _HAIR
    if not rights:
        return []
    start = bisect_right(rights, lefts[0] + room, 1)
    latest = [start]
    if start < len(rights) and rights[-1] - lefts[start] <= room:
        early = bisect_left(lefts, rights[-1] - room, 1, len(rights) - 1)
        return [_halved(range(early, start + 1), words, lefts, rights, limit, even=even), len(rights)]
    while start < len(rights):
        start = bisect_right(rights, lefts[start] + room, start + 1)
        latest.append(start)
    if len(latest) < 2:
        return latest
    spans = [range(low, high + 1) for low, high in zip(_earliest(lefts, rights, room), latest, strict=False)]
    return _best([range(1), *spans], words, lefts, rights, limit, even=even)


def _earliest(lefts: list[float], rights: list[float], room: float) -> list[int]:
    """How early each line but the last may end."""
    found: list[int] = []
    end = len(rights)
    while end:
        end = bisect_left(lefts, rights[end - 1] - room, 0, end - 1)
        found.append(end)
    return found[-2::-1]


def _edges(widths: Sequence[float], gaps: Sequence[float]) -> tuple[list[float], list[float]]:
    rights = list(accumulate(map(add, widths, gaps)))
    return list(map(sub, rights, widths)), rights


def _halved(
    span: range, words: Sequence[str], lefts: list[float], rights: list[float], limit: float, *, even: bool
) -> int:
    """The cheapest end in `span` of the first of two lines: most texts of a table have two."""
    count, over = len(words), -1.01 * _HAIR / limit
    least, found = inf, span[-1]
    begin, reach = lefts[0], rights[-1] - limit
    for end in span:
        first, last = (begin - (rights[end - 1] - limit)) / limit, (lefts[end] - reach) / limit
        if (first < over and end > 1) or (last < over and end < count - 1):
            continue
        cost = first * first - (_COMMA if even and words[end - 1][-1] in ",;" else 0.0)
        cost += (last * last if even else 0.0) + (_WIDOW if end == count - 1 else 0.0)
        if cost < least:
            least, found = cost, end
    return found


def _best(
    spans: list[range], words: Sequence[str], lefts: list[float], rights: list[float], limit: float, *, even: bool
) -> list[int]:
    """The cheapest choice of one end out of each span; the last line ends with the text."""
    # A little more than was allowed before, since sums differ in their last digits; a single piece may be any width.
    count, over = len(words), -1.01 * _HAIR / limit
    costs = {0: 0.0}
    ways: list[dict[int, int]] = []
    for span in [*spans[1:], range(count, count + 1)]:
        found: dict[int, float] = {}
        way: dict[int, int] = {}
        for end in span:
            reach = rights[end - 1] - limit
            bonus = _COMMA if even and end < count and words[end - 1][-1] in ",;" else 0.0
            for start, before in costs.items():
                slack = (lefts[start] - reach) / limit
                if start >= end or (slack < over and end > start + 1):
                    continue
                cost = before - bonus + (slack * slack if even or end < count else 0.0)
                cost += _WIDOW if end == count == start + 1 else 0.0
                if end not in found or cost < found[end]:
                    found[end], way[end] = cost, start
        costs = found
        ways.append(way)
    return _walked_back(ways, count)


def _walked_back(ways: list[dict[int, int]], count: int) -> list[int]:
    ends = [count]
    for way in reversed(ways):
        ends.append(way[ends[-1]])
    return ends[-2::-1]


def _joined(words: Sequence[str], spaced: Sequence[bool]) -> str:
    if all(spaced):
        return _spaced(words)
    line = "".join(" " + word if gap else word for word, gap in zip(words, spaced, strict=True)).strip(" ")
    return line.replace(NO_BREAK, " ")


def _spaced(words: Sequence[str]) -> str:
    line = " ".join(words)
    return line if line.isascii() else line.replace(NO_BREAK, " ")


def _has_wide(text: str) -> bool:
    return max(text) >= "\u2e80"


def _cut_wide(words: list[str], spaced: list[bool], width: float, measure: Width) -> tuple[list[str], list[bool]]:
    pieces: list[str] = []
    gaps: list[bool] = []
    for word, gap in zip(words, spaced, strict=True):
        for index, part in enumerate(word.split(NO_BREAK) if measure(word) > width else [word]):
            cut = list(_cut(part, width, measure)) if part else []
            pieces.extend(cut)
            gaps.extend([gap or index > 0] + [False] * (len(cut) - 1) if cut else [])
    return pieces, gaps


def _cut(word: str, width: float, measure: Width) -> list[str]:
    parts = []
    # A word of marks that are not seen is no wider than nothing, however little room there is.
    while len(word) > 1 and measure(word) > max(width, 0.0):
        keep = max(1, int(len(word) * width / measure(word)))
        while keep > 1 and measure(word[:keep]) > width:
            keep -= 1
        parts.append(word[:keep])
        word = word[keep:]
    return [*parts, word]
