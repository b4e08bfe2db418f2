"""The two sizes of a bar: what runs with every commit, and the soak."""

from __future__ import annotations

import pytest


def sizes(name: str, each_commit: int, soak: int) -> pytest.MarkDecorator:
    """Runs a test with the first number; with the second where ``-m soak`` asks for it."""
    return pytest.mark.parametrize(name, [each_commit, pytest.param(soak, marks=pytest.mark.soak)])
