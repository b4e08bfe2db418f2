"""Breaking text into lines: the least number, among those ends after a comma and even lengths. Knows no fonts."""

import re
from collections.abc import Callable, Sequence
from typing import Final

NO_BREAK: Final = "\u00a0"

# MEASURES "Words": what must not be torn apart at a line's end.
_JOINS = re.compile(
    r"(?<=\b[NnKkJj][oO]\.) (?=\S)|(?<=\bK[Ee][CcLl]\.) (?=\S)|(?<=\bJ[Ll]\.) (?=\S)|(?<=\bA[Rr][Tt]\.) (?=\S)"
    r"|(?<=\d) (?=[Xx×] \d)|(?<=\d [Xx×]) (?=\d)"
    r"|(?<=\d) (?=(?:[CMcm]?[Mm]|[Kk]?[Gg]|[Mm]?[Ll]|KGS?|PCS|M[23²³]|IN|%)\b)"
)
_TOKENS = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
    "|[^\\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+(?:\u00a0[^\\s\u2e80-\u9fff]*)*"
)
_LINE: Final = 1e6
_COMMA: Final = 0.035
_WIDOW: Final = 4.0

Width = Callable[[str], float]


def wrap(text: str, width: float, measure: Width, *, even: bool = True) -> list[str]:
    """The lines of `text` in `width` (same unit as `measure`); newlines in the text are kept as breaks."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph) <= width:
            lines.append(paragraph)
            continue
        words, spaced = tokens(paragraph, width, measure)
        space = measure(" ")
        widths = [measure(word) for word in words]
        gaps = [space if gap else 0.0 for gap in spaced]
        start = 0
        for end in break_points(words, widths, gaps, width, even=even):
            lines.append(_joined(words[start:end], spaced[start:end]))
            start = end
    return lines


def tokens(text: str, width: float, measure: Width) -> tuple[list[str], list[bool]]:
    """The pieces a line may end after, and whether a space stands before each. Pieces wider than `width` are cut."""
    joined = _JOINS.sub(NO_BREAK, text)
    if joined.isascii() or not _has_wide(joined):
        words = joined.split(" ") if NO_BREAK in joined else joined.split()
        words = [word for word in words if word]
        spaced = [True] * len(words)
    else:
        found = list(_TOKENS.finditer(joined))
        words = [match.group() for match in found]
        spaced = [match.start() > 0 and joined[match.start() - 1].isspace() for match in found]
    if any(measure(word) > width for word in words):
        return _cut_wide(words, spaced, width, measure)
    return words, spaced


def break_points(
    words: Sequence[str], widths: Sequence[float], gaps: Sequence[float], limit: float, *, even: bool = True
) -> list[int]:
    """Where each line ends (index after its last word).

    Costs add up line by line and a line's price is far above all else, so the least total is the least number of
    lines first; the search looks back over one line's words only and is linear in the text.
    """
    count = len(words)
    position = [0.0] * (count + 1)
    for index in range(count):
        position[index + 1] = position[index] + gaps[index] + widths[index]
    best = [0.0] * (count + 1)
    came_from = [0] * (count + 1)
    for end in range(1, count + 1):
        cheapest, start = _cheapest(position, gaps, best, end, limit, free=not even and end == count)
        if end < count:
            cheapest -= _COMMA if even and words[end - 1][-1] in ",;" else 0.0
        best[end] = cheapest
        came_from[end] = start
    ends = []
    while count:
        ends.append(count)
        count = came_from[count]
    return ends[::-1]


def _cheapest(
    position: list[float], gaps: Sequence[float], best: list[float], end: int, limit: float, *, free: bool
) -> tuple[float, int]:
    last = end == len(position) - 1
    cheapest, chosen = float("inf"), end - 1
    reach = position[end]
    for start in range(end - 1, -1, -1):
        slack = limit - (reach - position[start] - gaps[start])
        if slack < -0.001 and start < end - 1:
            break
        ratio = slack / limit
        cost = best[start] + _LINE + (0.0 if free else ratio * ratio)
        if last and start == end - 1:
            cost += _WIDOW
        if cost < cheapest:
            cheapest, chosen = cost, start
    return cheapest, chosen


def _joined(words: Sequence[str], spaced: Sequence[bool]) -> str:
    line = "".join(" " + word if gap else word for word, gap in zip(words, spaced, strict=True))
    return line.replace(NO_BREAK, " ").strip(" ")


def _has_wide(text: str) -> bool:
    return max(text) >= "\u2e80"


def _cut_wide(
    words: list[str], spaced: list[bool], width: float, measure: Width
) -> tuple[list[str], list[bool]]:
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
    while len(word) > 1 and measure(word) > width:
        keep = max(1, int(len(word) * width / measure(word)))
        while keep > 1 and measure(word[:keep]) > width:
            keep -= 1
        parts.append(word[:keep])
        word = word[keep:]
    return [*parts, word]
