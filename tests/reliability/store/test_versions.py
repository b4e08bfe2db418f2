"""Files of older, newer and other programs: opened, read, refused, and the way back."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.attachments import ATTACHMENT_LIMIT
from app.records import shipment_file
from app.records.shipment_file import read_shipment, write_shipment
from app.services.samples import sample_bytes
from app.store import opening
from app.store.backup import backup_folder, verified_backups
from app.store.body import Body, body_of, decoded, encoded, file_of
from app.store.driver import best_driver
from app.store.restoring import restore_store
from app.store.store import Store
from app.store.tables import SCHEMA
from app.store.trouble import NewerReadable, NewerStore, NotAStore
from app.store.values import SHIPMENT
from tests.conftest import SAMPLES
from tests.museum.exhibits import content_of, shipments, stores
from tests.reliability.store import later_schema
from tests.unit.store.stores import JAKARTA, Ticking, kept, opener, refused, shipment_in, titled

EVERY_STORE = pytest.mark.parametrize("exhibit", stores(), ids=lambda path: path.stem)


def accepted(path: Path, content: Any) -> Any:
    """What is expected; ``ACCEPT=1`` writes it anew, when a later program reads an old file differently on purpose."""
    if os.environ.get("ACCEPT"):
        path.write_bytes(msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n")
    return msgspec.json.decode(path.read_bytes())


def copied(exhibit: Path, folder: Path) -> Path:
    return Path(shutil.copy(exhibit, folder / "siap-ekspor.db"))


@pytest.mark.bar("V1")
@EVERY_STORE
def test_the_store_of_every_version_opens_with_everything_in_it(exhibit: Path, tmp_path: Path) -> None:
    store = opener(copied(exhibit, tmp_path))()
    assert store.read_only is None
    assert store.health().sound
    content = content_of(store)
    assert content == accepted(exhibit.with_suffix(".json"), content)
    assert any(len(document["states"]) > 1 for document in content.values())
    store.close()


@pytest.mark.bar("V1")
@pytest.mark.parametrize("exhibit", shipments(), ids=lambda path: path.stem)
def test_the_shipment_file_of_every_version_opens(exhibit: Path) -> None:
    content = msgspec.json.decode(write_shipment(read_shipment(exhibit.read_bytes())))
    assert content == accepted(exhibit.with_suffix(".json"), content)


@pytest.mark.bar("V1")
def test_the_museum_has_a_store_and_a_file_of_every_schema() -> None:
    assert [path.name for path in stores()] == [f"store-v{n}.db" for n in range(1, SCHEMA + 1)]
    wanted = [f"shipment-v{n}.ekspor" for n in range(1, shipment_file.SCHEMA + 1)]
    assert [path.name for path in shipments()] == wanted


@pytest.mark.bar("V2")
@EVERY_STORE
@pytest.mark.parametrize(("min_reader", "readable"), [(1, True), (99, False)])
def test_a_newer_store_is_read_or_refused_and_not_a_byte_changed(
    exhibit: Path, tmp_path: Path, min_reader: int, readable: bool
) -> None:
    path = copied(exhibit, tmp_path)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE meta SET value = ? WHERE key = 'min_reader'", (str(min_reader),))
    raw.execute("PRAGMA user_version = 99")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    if not readable:
        refused(opener(path), path, NewerStore)
        return
    store = opener(path)()
    assert isinstance(store.read_only, NewerReadable)
    assert store.listed(SHIPMENT)
    assert store.back_up_changes() is None
    store.close()
    assert path.read_bytes() == before


@pytest.mark.bar("V3")
@pytest.mark.parametrize("seed", range(20))
def test_the_database_of_another_program_is_refused_and_not_a_byte_changed(tmp_path: Path, seed: int) -> None:
    path, dice = tmp_path / "siap-ekspor.db", random.Random(seed)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"PRAGMA page_size = {dice.choice((512, 1024, 4096, 65536))}")
    raw.execute(f"PRAGMA journal_mode = {dice.choice(('wal', 'delete'))}")
    raw.execute(f"PRAGMA application_id = {dice.randrange(2**31) if seed else 0}")
    raw.execute(f"PRAGMA user_version = {dice.randrange(3)}")
    raw.execute(f"CREATE TABLE {dice.choice(('documents', 'meta', 'notes'))} (id INTEGER, body TEXT)")
    raw.close()
    refused(opener(path), path, NotAStore)


@pytest.mark.bar("V4")
def test_before_a_store_is_brought_up_it_is_backed_up_and_an_older_program_goes_back_to_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "siap-ekspor.db"
    store = opener(path)()
    document = kept(store, titled("one"))
    store.close()
    with monkeypatch.context() as later:
        later.setattr(opening, "SCHEMA", later_schema.SCHEMA)
        later.setattr(opening, "STEPS", later_schema.STEPS)
        opener(path)().close()
    (made,) = verified_backups(backup_folder(path), best_driver(), JAKARTA)
    assert made.schema == SCHEMA
    newer = opener(path)()
    assert isinstance(newer.read_only, NewerReadable)
    newer.close()
    before = path.read_bytes()
    done = restore_store(path, made.path, Ticking())
    assert done.set_aside is not None
    assert done.set_aside.name == "siap-ekspor.db.lebih-baru-2026-11-24"
    assert done.set_aside.read_bytes() == before
    again: Store = opener(path)()
    assert again.read_only is None
    assert shipment_in(again, document).title == "one"
    again.close()


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
# Reading a file brings all texts into this form.
NAMES = st.text(LETTERS, min_size=1, max_size=8).map(lambda text: unicodedata.normalize("NFC", f"x{text}"))
TEXTS = st.text(LETTERS, max_size=8).map(lambda text: unicodedata.normalize("NFC", text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(NAMES, inside, max_size=3),
    max_leaves=6,
)


@pytest.mark.bar("V5")
@settings(max_examples=500)
@given(st.sampled_from(SAMPLES), st.dictionaries(NAMES, VALUES, min_size=1, max_size=3), st.integers(0, 10**6))
def test_what_a_newer_program_wrote_is_kept_through_the_store_an_edit_and_a_new_file(
    sample: str, unknown: dict[str, Any], place: int
) -> None:
    raw = msgspec.json.decode(sample_bytes(sample))
    raw.pop("sha256")
    homes = list(homes_of(raw))
    home = homes[place % len(homes)]
    home.update(unknown)
    file = read_shipment(msgspec.json.encode(raw))
    tree = decoded(encoded(body_of(file).tree))
    edited = file_of(Body(tree))
    edited = edited._replace(shipment=msgspec.structs.replace(edited.shipment, title="edited"))
    written = msgspec.json.decode(write_shipment(edited))
    home_after = list(homes_of(written))
    assert sum(all(other.get(key, ...) == value for key, value in unknown.items()) for other in home_after) == 1
    assert written["shipment"]["title"] == "edited"


def homes_of(tree: Any) -> list[dict[str, Any]]:
    """All objects in which a newer program could have written more: the document, the shipment, what is inside it."""
    found = [tree, tree["shipment"]]
    for name in ("exporter", "buyer", "transport", "references"):
        if isinstance(tree["shipment"].get(name), dict):
            found.append(tree["shipment"][name])
    return [*found, *tree["shipment"].get("goods", ())]


def test_the_museum_stays_small() -> None:
    """It grows with every release."""
    assert sum(path.stat().st_size for path in (*stores(), *shipments())) < min(ATTACHMENT_LIMIT, 4_000_000)
