"""Documents kept, listed, binned; versions; attached files; half-typed text; settings."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attachments import attach
from app.domain.goods import GoodsLine
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.samples import sample_bytes
from app.store.body import BodyMaker, body_of, encoded, file_of, hash_of
from app.store.driver import Driver
from app.store.open_document import OpenDocument
from app.store.store import Store
from app.store.trouble import Conflict, DocumentDamaged, DocumentGone, NewerDocument
from app.store.values import EXPORTER, SHIPMENT, Change, Line, Scratch, Summary
from tests.conftest import SAMPLES, sample_named
from tests.unit.store.stores import NOON, Opener, Ticking, called, kept, shipment_in, step, summary_of, titled


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_comes_out_as_it_went_in(store: Store, reopen: Opener, name: str) -> None:
    file = read_shipment(sample_bytes(name))
    document = kept(store, file)
    assert file_of(store.opened(document).body) == file
    store.close()
    again = reopen()
    assert write_shipment(file_of(again.opened(document).body)) == write_shipment(file)
    again.close()


def test_a_body_is_the_content_of_a_shipment_file(store: Store) -> None:
    file = read_shipment(sample_bytes("footwear_rotterdam"))
    tree = store.opened(kept(store, file)).body.tree
    assert tree["shipment"] == msgspec.json.decode(sample_bytes("footwear_rotterdam"))["shipment"]


def test_what_a_newer_program_wrote_survives_saving_and_undo(store: Store) -> None:
    raw = msgspec.json.decode(sample_bytes("footwear_rotterdam"))
    raw.pop("sha256")
    raw["from_the_future"] = {"list": [1, 2.5, None, {"a.b": True}]}
    raw["shipment"]["mood"] = 7
    raw["shipment"]["goods"][0]["colour.of"] = ["red", 1.50]
    raw["shipment"]["packing"]["ranges"][0]["contents"][0]["x"] = {"y": "z"}
    file = read_shipment(msgspec.json.encode(raw))
    assert len(file.unknown) == 3
    document = kept(store, file)
    opened = store.opened(document)
    assert file_of(opened.body) == file
    without_goods = file._replace(shipment=msgspec.structs.replace(file.shipment, goods=None))
    opened.keep([Change(body_of(without_goods), called("no goods"))], Summary())
    assert file_of(opened.body).unknown.keys() == {key for key in file.unknown if "goods" not in key}
    opened.undo(summary_of)
    assert file_of(opened.body) == file


def test_a_document_of_a_newer_program_is_refused_and_kept(store: Store) -> None:
    newer = ShipmentFile(titled("new").shipment, schema=9, min_reader=9)
    document = store.add(SHIPMENT, body_of(newer), Summary())
    with pytest.raises(NewerDocument):
        file_of(store.opened(document).body)


def test_a_step_raises_the_version_and_is_written_with_its_columns(store: Store) -> None:
    document = kept(store, titled("one"))
    saved = store.opened(document).keep([step("two")], Summary(title="two", buyer="B", country="NL", missing=4))
    assert saved.version == 2
    assert saved.at > NOON
    (listed,) = store.listed(SHIPMENT)
    assert (listed.title, listed.buyer, listed.country, listed.missing, listed.version) == ("two", "B", "NL", 4, 2)
    assert listed.changed == saved.at


def test_several_steps_are_one_version_and_stay_several_steps(store: Store) -> None:
    opened = store.opened(kept(store, titled("one")))
    assert opened.keep([step("two"), step("three")], Summary()).version == 2
    assert opened.undo(summary_of)
    assert file_of(opened.body).shipment.title == "two"
    assert opened.undo(summary_of)
    assert file_of(opened.body).shipment.title == "one"


def test_a_step_that_changes_nothing_is_none(store: Store) -> None:
    opened = store.opened(kept(store, titled("one")))
    assert opened.keep([step("one")], Summary()).version == 1
    assert opened.saved.undo is None


def test_a_document_changed_from_elsewhere_is_not_overwritten(store: Store) -> None:
    document = kept(store, titled("one"))
    mine = store.opened(document)
    elsewhere = OpenDocument(store._database, document, Ticking(), "other desk")
    elsewhere.keep([step("theirs")], Summary(title="theirs"))
    with pytest.raises(Conflict):
        mine.keep([step("mine")], Summary())
    with pytest.raises(Conflict):
        store.release(document)
    again = OpenDocument(store._database, document, Ticking(), "")
    assert file_of(again.body).shipment.title == "theirs"
    assert again.saved.version == 2
    mine._waiting.clear()


def test_attached_files_lie_beside_the_document_and_come_back_with_undo(store: Store, reopen: Opener) -> None:
    plain = titled("one")
    scan = attach("a1", "scan.pdf", "application/pdf", b"%PDF" + bytes(range(256)) * 50)
    attached = plain._replace(shipment=msgspec.structs.replace(plain.shipment, attachments=(scan,)))
    document = kept(store, plain)
    opened = store.opened(document)
    opened.keep([Change(body_of(attached), called("attach"))], Summary())
    assert len(opened.body.files) == 1
    assert b"application/pdf" in msgspec.json.encode(opened.body.tree)
    assert len(msgspec.json.encode(opened.body.tree)) < len(sample_bytes("footwear_rotterdam"))
    opened.undo(summary_of)
    assert file_of(opened.body) == plain
    store.close()
    again = reopen()
    again.opened(document).redo(summary_of)
    assert file_of(again.opened(document).body) == attached
    assert again.health().sound
    again.close()


def test_a_file_that_is_not_what_its_hash_says_is_never_kept(store: Store) -> None:
    wrong = body_of(titled("one"))._replace(files={hash_of(b"this"): b"that"})
    with pytest.raises(ValueError, match="hash"):
        store.add(SHIPMENT, wrong, Summary())
    assert store.listed(SHIPMENT) == ()


def test_shipments_are_listed_by_exporter_newest_change_first(store: Store) -> None:
    first, second = kept(store, titled("first"), "e1"), kept(store, titled("second"), "e1")
    other = kept(store, titled("other"), "e2")
    store.opened(first).keep([step("first again")], Summary(title="first again"))
    assert [row.id for row in store.listed(SHIPMENT, "e1")] == [first, second]
    assert {row.id for row in store.listed(SHIPMENT)} == {first, second, other}
    assert store.listed(EXPORTER) == ()
    assert store.exporter_of(other) == "e2"
    assert store.listed(SHIPMENT)[0].changed.tzinfo == NOON.tzinfo


def test_the_bin_gives_back_what_it_was_given_until_it_is_emptied(store: Store) -> None:
    one, two = kept(store, titled("one")), kept(store, titled("two"))
    store.bin(one)
    assert [row.id for row in store.listed(SHIPMENT)] == [two]
    assert [row.id for row in store.listed(SHIPMENT, binned=True)] == [one]
    store.restore(one)
    assert shipment_in(store, one).title == "one"
    store.bin(two)
    assert store.empty_bin() == 1
    assert [row.id for row in store.listed(SHIPMENT)] == [one]
    for gone in (two, "never there"):
        with pytest.raises(DocumentGone):
            store.opened(gone)
        with pytest.raises(DocumentGone):
            store.bin(gone)


def test_what_was_erased_cannot_be_read_in_the_files_any_more(store: Store, path: Path) -> None:
    canary = "NIK3515081204760002"
    document = kept(store, titled(canary))
    store.opened(document).keep([step(canary + "B")], Summary(title=canary))
    store.opened(document).keep(scratch=Scratch("title", canary, 3))
    store.bin(document)
    store.empty_bin()
    for file in path.parent.glob(f"{path.name}*"):
        assert canary.encode() not in file.read_bytes(), file.name
    store.close()
    assert canary.encode() not in path.read_bytes()


def test_half_typed_text_survives_until_it_is_settled_or_forgotten(store: Store, reopen: Opener) -> None:
    document = kept(store, titled("one"))
    store.opened(document).keep(scratch=Scratch("goods.g1.hs_code", "6403.9", 6))
    store.opened(document).keep([step("two")], Summary())
    store.close()
    again = reopen()
    assert again.opened(document).scratch == Scratch("goods.g1.hs_code", "6403.9", 6)
    again.opened(document).keep([step("three")], Summary(), None)
    assert again.opened(document).scratch is None
    again.close()
    last = reopen()
    assert last.opened(document).scratch is None
    assert shipment_in(last, document).title == "three"
    last.close()


def test_settings_are_kept_and_changed(store: Store, reopen: Opener) -> None:
    assert store.setting("colour") is None
    store.keep_setting("colour", "green")
    store.keep_setting("colour", "blue")
    store.close()
    again = reopen()
    assert again.setting("colour") == "blue"
    again.close()


def test_the_line_index_follows_the_document(store: Store) -> None:
    document = kept(store, titled("one"))
    lines = (Line("g1", "64039990", "Sepatu", "NL", "2026-11", 475_000_000), Line("g2"))
    store.opened(document).keep([step("two")], Summary(lines=lines))
    store.release(document)
    assert store.opened(document)._lines == lines
    store.opened(document).keep([step("three")], Summary(lines=lines[1:]))
    store.release(document)
    assert store.opened(document)._lines == lines[1:]


@pytest.mark.parametrize("column", ["body", "sha256"])
def test_content_that_changed_on_the_disk_is_never_opened_and_the_others_are(
    store: Store, path: Path, driver: Driver, reopen: Opener, column: str
) -> None:
    sound, rotten = kept(store, titled("sound")), kept(store, titled("rotten"))
    store.close()
    raw = driver.module.connect(str(path))
    raw.execute(f"UPDATE documents SET {column} = replace({column}, '6', '5') WHERE id = '{rotten}'")  # noqa: S608
    raw.commit()
    raw.close()
    again = reopen()
    with pytest.raises(DocumentDamaged):
        again.opened(rotten)
    assert shipment_in(again, sound).title == "sound"
    assert again.health() == (True, (rotten,), ())
    again.close()


def test_times_need_a_zone(store: Store) -> None:
    opened = OpenDocument(store._database, kept(store, titled("one")), lambda: NOON.replace(tzinfo=None), "")
    with pytest.raises(Exception, match="zone"):
        opened.keep([step("two")], Summary())


EDITS = st.sampled_from(("title", "text", "add", "remove", "move", "attach", "many"))


@given(st.lists(st.tuples(EDITS, st.integers(0, 9))))
def test_a_body_made_after_another_is_the_one_made_anew(edits: list[tuple[str, int]]) -> None:
    shipment, bodies = sample_named("footwear_rotterdam"), BodyMaker()
    for n, (edit, at) in enumerate(edits):
        shipment = edited(shipment, edit, at, n)
        body = bodies.body_of(ShipmentFile(shipment))
        assert encoded(body.tree) == encoded(body_of(ShipmentFile(shipment)).tree)
        assert file_of(body).shipment == shipment


def edited(shipment: Shipment, edit: str, at: int, n: int) -> Shipment:
    """One change of many kinds."""
    rows = list(shipment.goods or ())
    if edit == "title":
        return msgspec.structs.replace(shipment, title=str(n) if at else None)
    if edit == "attach":
        scans = tuple(attach(f"a{k}", "s.pdf", "application/pdf", b"%PDF" + bytes(k + 1)) for k in range(at % 3))
        return msgspec.structs.replace(shipment, attachments=scans)
    if edit == "text" and rows:
        rows[at % len(rows)] = msgspec.structs.replace(rows[at % len(rows)], description=str(n))
    if edit == "add":
        rows.insert(at, GoodsLine(id=f"n{n}"))
    if edit == "remove" and rows:
        rows.pop(at % len(rows))
    if edit == "move":
        rows = rows[at:] + rows[:at]
    if edit == "many":
        rows = [msgspec.structs.replace(row, brand=str(n)) for row in rows]
    return msgspec.structs.replace(shipment, goods=tuple(rows))
