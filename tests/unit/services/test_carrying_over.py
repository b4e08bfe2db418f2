"""A new shipment from an earlier one: every group keeps or empties what it names, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.domain.customs import CustomsPaper
from app.domain.fields import fields
from app.domain.paths import emptied, places
from app.domain.shipment import Shipment
from app.records.shipment_file import read_shipment
from app.services.carrying_over import Group, answered, carried_over, groups
from app.services.program import Program
from app.services.samples import sample_bytes, sample_titles

SAMPLES = {name: read_shipment(sample_bytes(name)).shipment for name in sample_titles()}
EVERY = frozenset(group.id for group in groups())
USUAL = frozenset(group.id for group in groups() if group.carried)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.id)
def test_every_path_of_a_group_leads_to_fields(group: Group, program: Program) -> None:
    forms = program.catalog.forms.values()
    declared = {*fields(), *(f"own.{form.id}.{name}" for form in forms for name in form.own)}
    for path in group.paths:
        assert any(f"{known}.".startswith(f"{path}.") for known in declared), path
    assert emptied(Shipment(), group.paths[0]) == Shipment()


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_kept_whole_is_the_same_but_for_the_title(name: str) -> None:
    assert places_of(carried_over(SAMPLES[name], EVERY)) == places_of(SAMPLES[name]) - {"title"}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("group", groups(), ids=lambda group: group.id)
def test_a_group_that_is_not_kept_empties_its_paths_and_no_other(group: Group, name: str) -> None:
    left = places_of(carried_over(SAMPLES[name], EVERY - {group.id}))
    gone = places_of(SAMPLES[name]) - left - {"title"}
    assert bool(gone) == answered(group, SAMPLES[name])
    assert {path for path in gone if not any(below(path, of) for of in group.paths)} == set()
    assert {path for path in left if any(below(path, of) for of in group.paths)} == set()


@pytest.mark.parametrize("name", SAMPLES)
def test_usually_no_number_no_date_and_no_vessel_goes_along(name: str) -> None:
    new = carried_over(SAMPLES[name], USUAL)
    gone = ("references.", "letter_of_credit.", "transport.vessel", "transport.departure", "customs.exchange_rate")
    assert not [path for path in places_of(new) if path.startswith(gone)]
    assert new.buyer == SAMPLES[name].buyer


def test_marks_do_not_carry_the_number_of_an_earlier_order_along() -> None:
    earlier = SAMPLES["footwear_rotterdam"]
    assert "PO-77120" in (earlier.packing.marks or "").split("\n")
    assert carried_over(earlier, USUAL).packing.marks == "VS BV\nROTTERDAM\nC/NO. 1-190\nMADE IN INDONESIA"
    assert carried_over(earlier, USUAL | {"numbers"}).packing.marks == earlier.packing.marks
    only = replace(earlier, packing=replace(earlier.packing, marks="PO-77120"))
    assert carried_over(only, USUAL).packing.marks is None


def test_half_typed_and_open_answers_go_with_their_fields() -> None:
    shipment = Shipment(
        typed={"references.invoice_date": "12 Ju", "buyer.phone": "x"},
        answers={"references.order_no": "none", "notify": "none"},
    )
    new = carried_over(shipment, USUAL)
    assert new.typed == {"buyer.phone": "x"}
    assert new.answers == {"notify": "none"}


def test_what_was_compared_or_typed_for_an_earlier_declaration_is_open_again() -> None:
    sheets = {sheet: {"done": "ab12cd"} for sheet in ("peb_sheet", "eska_sheet")}
    own = {"peb": {"name_checked": "checked"}, "other": {"remark": "x"}} | sheets
    shipment = replace(SAMPLES["footwear_rotterdam"], own=own)
    paper = CustomsPaper(id="u1", code="857", number="FUM-1")
    shipment = replace(shipment, customs=replace(shipment.customs, documents=(paper,)))
    new = carried_over(shipment, USUAL)
    assert new.own == {"other": {"remark": "x"}}
    assert (new.customs.documents, new.customs.signing_date, new.customs.readiness_date) == (None, None, None)
    assert carried_over(shipment, EVERY).own == own


def test_one_answer_of_a_document_is_emptied_and_its_others_stay() -> None:
    own = {"consignment_note": {"permits": "KT-9 No. 1", "marketplace": "Toko 7"}, "peb": {"done": "x"}}
    assert carried_over(Shipment(own=own), USUAL).own == {"consignment_note": {"marketplace": "Toko 7"}}
    assert emptied(Shipment(own=own), "own.peb.done").own == {"consignment_note": own["consignment_note"]}
    assert emptied(Shipment(own=own), "own.eska.done").own == own
    assert emptied(Shipment(own=own), "own").own == {}


def test_a_path_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(KeyError):
        emptied(Shipment(), "goods_of_the_moon")


def places_of(shipment: Shipment) -> set[str]:
    """Every answered path."""
    return {place.path for place in places(shipment)}


def below(path: str, declared: str) -> bool:
    """Whether a path stands at or below one in declarations."""
    steps, wanted = path.split("."), declared.split(".")
    return len(steps) >= len(wanted) and all(w in ("*", s) for s, w in zip(steps, wanted, strict=False))
