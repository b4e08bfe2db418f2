"""A pytest plugin: no test, and nothing that a test runs in this process, may touch the network.

It hears Python's audit events, refuses what would connect, listen or look up a name, and lets the test fail even where
the program swallowed the refusal.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

EVENTS: Final = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "socket.sendmsg"})
FAMILIES: Final = frozenset({socket.AF_INET, socket.AF_INET6})


class NetworkTouched(Exception):
    """A test reached for the network; the text is the audit event."""


class Watch:
    """What was refused since it was last asked."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self.count = 0

    def take(self) -> list[str]:
        """The events since the last time."""
        taken, self.refused = self.refused, []
        return taken

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        """An audit hook. Raises NetworkTouched."""
        if not event.startswith("socket."):
            return
        if event in EVENTS or (event == "socket.__new__" and args[1] in FAMILIES):
            self.count += 1
            self.refused.append(event)
            raise NetworkTouched(event)

    @contextmanager
    def expected(self) -> Iterator[list[str]]:
        """For the plugin's own tests: what is refused meanwhile is theirs."""
        found: list[str] = []
        before = self.take()
        try:
            yield found
        finally:
            found += self.take()
            self.refused = before


WATCH = Watch()
sys.addaudithook(WATCH.hear)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test that touched the network."""
    WATCH.take()
    yield
    if touched := WATCH.take():
        pytest.fail(f"H9: {item.name} touched the network: {', '.join(touched)}", pytrace=False)
