"""The maker of papers that the tests of forms share."""

from __future__ import annotations

import pytest

from app.render.fonts import Fonts
from app.services.papers import PaperMaker
from app.services.program import Program


@pytest.fixture(scope="module")
def maker(program: Program) -> PaperMaker:
    return PaperMaker(program, Fonts(fallback=False))
