"""What may not be imported before the first paint, because somebody would wait for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.start import filled, first_paint, ours

HEAVY = {"msgspec", "tomllib", "reportlab", "jinja2", "sqlite3", "sqlcipher3", "sqlalchemy", "PySide6.QtPdf"}
LATER = {"app.ui.menus", "app.ui.start_screen", "app.ui.desk", "app.catalog", "app.reference", "app.store"}


@pytest.mark.parametrize("made", [lambda _: None, filled], ids=["empty", "filled"])
def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path, made: Callable[[Path], None]) -> None:
    made(tmp_path / "data")
    found = first_paint(ours(tmp_path / "data"))
    assert "app.ui.main_window" in found.modules
    assert not found.modules & (HEAVY | LATER)


def test_an_unused_data_folder_is_not_made_before_the_first_paint(tmp_path: Path) -> None:
    first_paint(ours(tmp_path / "data"))
    assert not (tmp_path / "data").exists()
