"""The libraries that draw, as old and as tame as the program relies on; looked at once, when drawing begins."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any, Final

from reportlab import rl_config

LEAST: Final = {"reportlab": (4, 2), "Jinja2": (3, 1, 6), "pillow": (11,)}
"""The oldest versions without the known holes: colours that are evaluated, escapes from the sandbox."""

SETTINGS: Final[dict[str, Any]] = {
    "toColorCanUse": "",  # no text is ever evaluated to become a colour
    "trustedHosts": [],
    "trustedSchemes": [],  # no picture is ever fetched
}


class UnfitLibrary(Exception):
    """A library is too old to be trusted; the text says which, and what to install."""


@cache
def settle() -> None:
    """Give reportlab our settings. Raises UnfitLibrary."""
    for name, least in LEAST.items():
        found = version(name)
        if release(found) < least:
            wanted = ".".join(map(str, least))
            raise UnfitLibrary(f"{name} {found} is too old: install {wanted} or newer (pip install '{name}>={wanted}')")
    for setting, value in SETTINGS.items():
        setattr(rl_config, setting, value)


def release(text: str) -> tuple[int, ...]:
    """The numbers of a version: (3, 1, 6) of "3.1.6.post1".

    >>> release("3.1.6.post1"), release("4.2rc1")
    ((3, 1, 6), (4, 2))
    """
    numbers: list[int] = []
    for part in text.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
        if digits != part:
            break
    return tuple(numbers)
