"""The packing plan under the packages: what is still to pack, how full containers get, proposals as one step each."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.ui.packing_panel import PackingPanel
from app.ui.widgets.fill_bar import FillBar
from app.ui.widgets.labels import Label
from app.words import Message
from tests.ui.hands import click
from tests.ui.window.person import Person

_CONTROL = Qt.KeyboardModifier.ControlModifier


def planned(person: Person, sample: str) -> PackingPanel:
    """The plan on the packing page."""
    person.sample(sample)
    person.turn_to("packing")
    assert person.page.plan is not None
    return person.page.plan


def said(panel: PackingPanel) -> list[str]:
    """What is read there."""
    return [label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


def test_a_packed_order_says_so_and_shows_how_full_containers_get(person: Person) -> None:
    panel = planned(person, "footwear_rotterdam")
    assert "Semua barang sudah masuk kemasan." in said(panel)
    bars = [bar.accessibleName() for bar in panel.findChildren(FillBar)]
    assert bars == ["20': muat, terisi 53%", "40': muat, terisi 26%", "40' HC: muat, terisi 23%"]
    assert not panel.propose.isEnabled()


def test_goods_that_go_by_air_show_the_weight_that_is_paid_for(person: Person) -> None:
    panel = planned(person, "silver_courier_sydney")
    assert panel.findChildren(FillBar) == []
    assert any("Berat tagih" in line for line in said(panel))


def test_a_proposal_is_one_step_and_marks_are_another(person: Person) -> None:
    panel = planned(person, "footwear_rotterdam")
    before = person.shipment
    line = (before.goods or ())[0]
    person.editing.remove_rows("packing.ranges", [row.id for row in before.packing.ranges or ()])
    person.editing.change_many(
        {f"goods.{line.id}.pack_{name}": text for name, text in (("each", "7"), ("net", "7"), ("gross", "8,2"))},
        Message("editing.begun"),
    )
    person.wait(panel.propose.isEnabled)
    person.wait(lambda: any("belum dikemas" in text for text in said(panel)))
    unpacked = person.shipment
    click(panel.propose)
    ranges = person.shipment.packing.ranges or ()
    assert [r.contents and r.contents[0].line for r in ranges] == [line.id] * len(ranges)
    assert sum((r.last or 0) - (r.first or 0) + 1 for r in ranges) == 172, "1,200 pairs, 7 in each"
    assert person.editing.undo_step is not None
    assert person.editing.undo_step.into("id") == f"usulan {len(ranges)} baris kemasan"
    person.wait(lambda: panel.propose_marks.isEnabled() and not panel.propose.isEnabled())
    click(panel.propose_marks)
    assert (person.shipment.packing.marks or "").endswith(f"C/NO. 1-{ranges[-1].last}")
    for _ in range(2):
        person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: person.shipment == unpacked)


def test_a_shipment_without_goods_has_no_plan_to_tell(person: Person) -> None:
    panel = planned(person, "wallet_post_us")
    person.editing.replace(replace(person.shipment, goods=None), Message("editing.begun"))
    person.wait(lambda: panel.summary is not None and not panel.summary.lines)
    assert not panel.propose.isEnabled()
