"""Killed at any moment and started again, the window shows what was typed, the half-typed field included."""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.opened import open_document
from app.services.program import Program
from app.services.shipment_list import add_shipment, summariser
from app.services.storage_thread import store_path
from app.store.store import open_store
from app.ui.look.theme import Theme
from app.ui.widgets.line_edit import LineEdit
from tests.conftest import TODAY, sample_named
from tests.ui.window.person import Person
from tests.ui.window.typist import FIELDS, key

_CHILD = "import sys; from tests.ui.window.typist import main; main(*sys.argv[1:])"
_STARTED = 60.0
"""Seconds until a window that does not open is given up."""

Texts = dict[str, str]
"""What each field says."""


class Killed(NamedTuple):
    """A typist's end: when it came, and when each key was done."""

    at: float
    keys: tuple[float, ...]

    def keys_before(self, seconds: float) -> int:
        """How many keys had been done that long before the end."""
        return sum(1 for key_at in self.keys if key_at < self.at - seconds)


@pytest.mark.bar("P5")
@pytest.mark.parametrize(
    ("kills", "lost"), [pytest.param(5, 2.0, id="5"), pytest.param(200, 1.0, id="200", marks=pytest.mark.soak)]
)
def test_after_a_kill_only_the_last_moments_typing_is_lost(
    kills: int, lost: float, tmp_path: Path, program: Program, qtbot: QtBot, theme: Theme
) -> None:
    chance, most, keys = random.Random(kills), 0.0, 0
    for kill in range(kills):
        folder = tmp_path / str(kill)
        document = _begun(folder, program)
        killed = _typed_and_killed(folder, document, chance.uniform(0.3, 1.8))
        stored = _stored(folder, document)
        number = _keys_in(stored, len(killed.keys) + 1)
        gone = killed.at - killed.keys[number] if number < len(killed.keys) else 0.0
        assert number >= killed.keys_before(lost), f"{gone:.2f} s of typing are gone"
        most, keys = max(most, gone), keys + len(killed.keys)
        if kill < 5:
            assert _shown(Person(qtbot, folder, theme), document) == stored
    print(f"P5: {kills} kills, {keys} keys, at most {most:.2f} s of typing lost, {lost} s allowed")


def test_the_keys_are_told_by_their_numbers() -> None:
    assert [key(number) for number in (0, 4, 5, 7, 8)] == [
        (FIELDS[0], "A"),
        (FIELDS[0], "E"),
        (FIELDS[1], "F"),
        (FIELDS[1], "H"),
        (FIELDS[2], "I"),
    ]


def _begun(folder: Path, program: Program) -> str:
    """A shipment whose buyer is not told yet; its id."""
    store = open_store(store_path(folder), lambda: datetime.datetime.now(datetime.UTC))
    file = ShipmentFile(replace(sample_named("footwear_rotterdam"), buyer=Shipment().buyer))
    document = add_shipment(store, file, None, summariser(program, program.circumstances(TODAY, "id")))
    store.close()
    return document


def _typed_and_killed(folder: Path, document: str, seconds: float) -> Killed:
    """Have a window typed into in another process, and kill that ``seconds`` after the first key."""
    log = folder / "keys.log"
    command = [sys.executable, "-c", _CHILD, str(folder), document, str(log)]
    with subprocess.Popen(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}) as typist:
        try:
            begun = time.monotonic()
            while not log.exists() or not log.stat().st_size:
                assert time.monotonic() < begun + _STARTED
                _runs_on(typist, 0.02)
            _runs_on(typist, seconds)
        finally:
            at = time.monotonic()
            typist.kill()
    return Killed(at, tuple(float(line) for line in log.read_text(encoding="ascii").split("\n")[:-1]))


def _runs_on(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait while it runs; if it ends by itself, something is wrong."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(seconds)


def _stored(folder: Path, document: str) -> Texts:
    """What the fields say by the store, the half-typed text included."""
    store = open_store(store_path(folder), lambda: datetime.datetime.now(datetime.UTC))
    opened = open_document(store, document)
    store.close()
    texts = {field: _text(opened.file.shipment, field) for field in FIELDS}
    if opened.scratch is not None:
        texts[opened.scratch.path] = opened.scratch.text
    return texts


def _text(shipment: Shipment, field: str) -> str:
    return shipment.typed.get(field) or value_at(shipment, field) or ""


def _shown(person: Person, document: str) -> Texts:
    """What the fields say in a window that is opened again."""
    person.begin()
    person.open(document)
    person.screen.go_to(FIELDS[0])
    editors = {field: person.question(field).editor for field in FIELDS}
    shown = {field: editor.text() for field, editor in editors.items() if isinstance(editor, LineEdit)}
    person.window.close()
    return shown


def _keys_in(texts: Texts, most: int) -> int:
    """After how many keys the fields say this; no other state than one that was typed may come back."""
    typed = dict.fromkeys(FIELDS, "")
    if typed == texts:
        return 0
    for number in range(most):
        field, letter = key(number)
        typed[field] += letter
        if typed == texts:
            return number + 1
    raise AssertionError(f"nobody typed {texts}")
