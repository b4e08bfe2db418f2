"""What the program proposes for the export declaration is looked at, confirmed in one step, and undone in one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.paths import value_at, with_value
from app.services.chosen_papers import with_chosen
from app.ui.proposal_dialog import ProposalDialog
from app.words import Message
from tests.ui.audit import faults
from tests.ui.hands import click
from tests.ui.window.person import Person, settle


@pytest.fixture
def dialog(person: Person) -> ProposalDialog:
    """Of the parcel, for which nothing was told to customs yet."""
    person.sample("wallet_post_us")
    person.editing.replace(with_chosen(person.shipment, "peb", chosen=True, row_id="s1"), Message("editing.begun"))
    person.turn_to("declaration")
    return opened(person)


def opened(person: Person) -> ProposalDialog:
    entry = person.page.proposals
    assert entry is not None
    click(entry.button)
    assert entry.dialog is not None
    settle()
    return entry.dialog


def test_every_proposal_is_told_in_words_and_what_is_ticked_is_filled_in(
    person: Person, dialog: ProposalDialog
) -> None:
    before = person.shipment
    assert faults(dialog) == []
    names = {path: tick.accessibleName() for path, tick in dialog.ticks.items()}
    assert names["customs.export_category"] == "Kategori ekspor: Barang kiriman (33)"
    assert names["customs.oil_and_gas"] == "Migas atau bukan: tidak"
    click(dialog.ticks["customs.oil_and_gas"])
    click(dialog.take)
    person.wait(lambda: person.shipment.customs.export_category == "33")
    assert person.shipment.customs.oil_and_gas is None
    assert person.page.question("customs.export_category") is not None
    entry = person.page.proposals
    assert entry is not None
    person.wait(lambda: entry.button.text() == "Lihat usulan (1)...")
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: person.shipment == before)


def test_without_a_tick_there_is_nothing_to_fill_in_and_cancel_changes_nothing(
    person: Person, dialog: ProposalDialog
) -> None:
    before = person.shipment
    for tick in dialog.ticks.values():
        click(tick)
    assert not dialog.take.isEnabled()
    click(dialog.cancel)
    assert person.shipment == before


def test_one_answer_for_many_goods_lines_is_one_tick(person: Person) -> None:
    person.sample("footwear_rotterdam")
    emptied = person.shipment
    for line in ("g1", "g2"):
        emptied = with_value(emptied, f"goods.{line}.origin_area", None)
    person.editing.replace(emptied, Message("editing.begun"))
    person.turn_to("goods")
    found = opened(person)
    assert [tick.text() for tick in found.ticks.values()] == ["Daerah asal barang (2 baris)"]
    click(found.take)
    person.wait(lambda: value_at(person.shipment, "goods.g2.origin_area") == "3576")


def test_a_page_that_lacks_nothing_likely_offers_nothing(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("declaration")
    assert person.page.proposals is None
