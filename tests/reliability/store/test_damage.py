"""Bit rot, and files that are cut, zeroed, foreign, or lie beside another's log."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services.backups import list_backups
from app.store.file_header import beside
from app.store.store import Store
from app.store.trouble import Damaged, StoreTrouble
from app.store.values import SHIPMENT
from tests.reliability.store.conftest import Figures
from tests.reliability.store.damage import flip
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import JAKARTA, kept, opener, shipment_in, step, titled

NAME = "siap-ekspor.db"


def begun(folder: Path) -> dict[str, str]:
    """A store with five shipments and a backup; their titles by id."""
    store = opener(folder / NAME)()
    documents = {}
    for n in range(5):
        document = kept(store, titled("first"))
        store.opened(document).keep([step(f"number {n}")])
        documents[document] = f"number {n}"
    store.back_up()
    store.close()
    return documents


def readable(store: Store, documents: dict[str, str]) -> set[str]:
    """Those that open, after seeing that they are what was saved."""
    found = set()
    for document, title in documents.items():
        try:
            shipment = shipment_in(store, document)
        except StoreTrouble:
            continue
        assert shipment == titled(title).shipment
        found.add(document)
    return found


@pytest.mark.bar("S5")
@sizes("count", 100, 1000)
def test_rotten_bits_are_found_named_and_cost_no_other_shipment(memory: Path, count: int, figures: Figures) -> None:
    documents, dice = begun(memory / "before"), random.Random(count)
    bits = (memory / "before" / NAME).stat().st_size * 8
    told = Counter[str]()
    for _ in range(count):
        shutil.copytree(memory / "before", memory / "now")
        flip(memory / "now" / NAME, dice.randrange(bits))
        told[after_rot(memory / "now", documents)] += 1
        shutil.rmtree(memory / "now")
    figures(flips=count, **told)
    assert told["unharmed"] + told["named"] > told["refused"]


def after_rot(folder: Path, documents: dict[str, str]) -> str:
    """What a flipped bit came to. Fails where anything that was saved is another, and nobody says so."""
    try:
        store = opener(folder / NAME)()
    except StoreTrouble:
        # The whole file is refused; the backup is there.
        assert list(list_backups(folder, JAKARTA))
        return "refused"
    try:
        found = readable(store, documents)
        listed = {row.id for row in store.listed(SHIPMENT)}
        health = store.health()
        assert health.sound or not health.whole or set(health.damaged) <= documents.keys()
        if found == documents.keys() == listed:
            return "unharmed"
        assert not health.readable
        return "named" if documents.keys() - found <= set(health.damaged) else "told"
    except StoreTrouble:
        return "told"
    finally:
        store.close()


def cut_short(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def zeroed(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    begin = dice.choice((0, dice.randrange(len(data))))
    data[begin : begin + 4096] = bytes(len(data[begin : begin + 4096]))
    path.write_bytes(data)


def foreign(path: Path, dice: random.Random) -> None:
    path.write_bytes(dice.choice((b"", b"PK\x03\x04", b"%PDF-1.7", dice.randbytes(9000))))


def pages_swapped(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    one, two = (4096 * dice.randrange(1, len(data) // 4096) for _ in range(2))
    data[one : one + 4096], data[two : two + 4096] = data[two : two + 4096], data[one : one + 4096]
    path.write_bytes(data)


def another_log(path: Path, dice: random.Random) -> None:
    """The log of another store, with work in it."""
    elsewhere = path.parent.parent / f"elsewhere{dice.random()}" / NAME
    store = opener(elsewhere)()
    for n in range(dice.randrange(1, 4)):
        kept(store, titled(f"of another {n}"))
    shutil.copy(beside(elsewhere, "-wal"), beside(path, "-wal"))
    store.close()
    shutil.rmtree(elsewhere.parent)


def garbage_log(path: Path, dice: random.Random) -> None:
    beside(path, "-wal").write_bytes(dice.randbytes(dice.randrange(1, 20_000)))


@pytest.mark.bar("S6")
@pytest.mark.parametrize("spoil", [cut_short, zeroed, foreign, pages_swapped, another_log, garbage_log])
@sizes("count", 9, 84)
def test_no_spoilt_file_is_replaced_or_passed_over(
    memory: Path, spoil: Callable[[Path, random.Random], None], count: int, figures: Figures
) -> None:
    documents, dice = begun(memory / "before"), random.Random(spoil.__name__)
    told = Counter[str]()
    for _ in range(count):
        path = memory / "now" / NAME
        shutil.copytree(memory / "before", path.parent)
        spoil(path, dice)
        before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        outcome = after_rot(path.parent, documents)
        if outcome == "refused":
            after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
            assert after == before
        told[outcome] += 1
        assert path.exists()
        assert [backup.shipments for backup in list_backups(path.parent, JAKARTA)] == [5]
        shutil.rmtree(path.parent)
    figures(spoilt=spoil.__name__, files=count, **told)


@pytest.mark.bar("S6")
def test_the_log_of_another_store_is_not_written_into_a_sound_one(memory: Path) -> None:
    documents, path = begun(memory / "now"), memory / "now" / NAME
    another_log(path, random.Random(1))
    with pytest.raises(Damaged):
        opener(path)()
    beside(path, "-wal").unlink()
    store = opener(path)()
    assert readable(store, documents) == documents.keys()
    store.close()


@pytest.mark.bar("S6")
def test_a_store_whose_log_is_gone_is_an_older_one_and_never_an_empty_one(memory: Path) -> None:
    path = memory / NAME
    store = opener(path)()
    document = kept(store, titled("first"))
    store.close()
    store = opener(path)()
    store.opened(document).keep([step("second")])
    (memory / "cut").mkdir()
    shutil.copy(path, memory / "cut" / NAME)
    store.close()
    again = opener(memory / "cut" / NAME)()
    assert shipment_in(again, document).title == "first"
    assert again.health().sound
    again.close()


@pytest.mark.bar("P2")
def test_a_first_page_that_a_cut_tore_is_mended_from_the_log(memory: Path) -> None:
    path, cut = memory / "now" / NAME, memory / "cut" / NAME
    store = opener(path)()
    documents = {kept(store, titled(f"number {n}")): f"number {n}" for n in range(5)}
    shutil.copytree(path.parent, cut.parent)
    store.close()
    cut.write_bytes(random.Random(1).randbytes(512) + cut.read_bytes()[512:])
    again = opener(cut)()
    assert readable(again, documents) == documents.keys()
    assert again.health().sound
    again.close()


@pytest.mark.bar("S6")
@pytest.mark.parametrize("content", [b"PK\x03\x04" * 3000, bytes(8192), b"%PDF-1.7 " + bytes(9000)])
def test_another_programs_file_is_not_written_into_by_a_log_beside_it(memory: Path, content: bytes) -> None:
    path = memory / "now" / NAME
    path.parent.mkdir()
    path.write_bytes(content)
    another_log(path, random.Random(2))
    beside(path, "-wal").write_bytes(beside(path, "-wal").read_bytes()[:9000])
    with pytest.raises(StoreTrouble):
        opener(path)()
    assert path.read_bytes() == content
