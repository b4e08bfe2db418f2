"""What the pages of a shipment ask: nothing for the sake of a document that waits to be chosen."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.catalog.pages import Pages
from app.checks.check import check
from app.domain.shipment import Shipment
from app.domain.transport import MODE, Transport
from app.kinds.circumstances import Circumstances
from app.services.chosen_papers import with_chosen
from app.services.program import Program
from app.services.tasks import asked_now, documents_now, first_documents, pages_now, wanted_paths
from tests.conftest import SAMPLES, sample_named

NEW = {mode: Shipment(transport=Transport(mode=mode, load="FCL")) for mode in MODE.codes}
SHIPMENTS = {**NEW, **{name: sample_named(name) for name in SAMPLES}, "empty": Shipment()}


def asked(catalog: Catalog, pages: Pages, shipment: Shipment) -> dict[str, list[str]]:
    """The paths that each page asks now, lists among them."""
    wanted = wanted_paths(catalog, pages, shipment)
    found = {}
    for page in pages_now(catalog, pages, shipment):
        rows = [block.rows for block in page.blocks if block.rows in wanted]
        single = [a.path for block in page.blocks for row in asked_now(block, shipment, wanted) for a in row]
        found[page.id] = [*rows, *single]
    return found


def ordinary(catalog: Catalog) -> Catalog:
    """The catalog as if the documents that wait to be chosen did not exist."""
    return replace(catalog, forms={name: form for name, form in catalog.forms.items() if not form.on_choice})


def without_waiting(catalog: Catalog, shipment: Shipment) -> Shipment:
    documents = tuple(row for row in shipment.documents or () if not catalog.forms[str(row.form)].on_choice)
    return replace(shipment, documents=documents or None)


@pytest.mark.parametrize("name", SHIPMENTS)
def test_a_document_that_is_not_chosen_asks_warns_and_misses_nothing(
    name: str, program: Program, at: Circumstances
) -> None:
    catalog, pages = program.catalog, program.pages
    shipment = without_waiting(catalog, SHIPMENTS[name])
    assert asked(catalog, pages, shipment) == asked(ordinary(catalog), pages, shipment)
    assert check(catalog, shipment, at) == check(ordinary(catalog), shipment, at)
    assert documents_now(catalog, shipment) == documents_now(ordinary(catalog), shipment)


def test_no_page_asks_what_customs_alone_wants_before_its_declaration_is_chosen(program: Program) -> None:
    for shipment in NEW.values():
        paths = [path for page in asked(program.catalog, program.pages, shipment).values() for path in page]
        alone = [path for path in paths if path.startswith(("customs.", "owner."))]
        assert set(alone) <= {path for page in program.pages.pages for path in page.always()}
        assert set(first_documents(program.catalog)) == {"commercial_invoice", "packing_list"}


def test_choosing_the_declaration_brings_its_pages_and_taking_it_away_removes_them(program: Program) -> None:
    before = asked(program.catalog, program.pages, NEW["courier"])
    chosen = with_chosen(NEW["courier"], "peb", chosen=True, row_id="d1")
    after = asked(program.catalog, program.pages, chosen)
    assert set(after) - set(before) == {"declaration", "inspection", "own.peb"}
    assert "transport.port_of_discharge_code" in after["transport"]
    assert "transport.port_of_discharge_code" not in before["transport"]
    assert asked(program.catalog, program.pages, with_chosen(chosen, "peb", chosen=False, row_id="")) == before


def test_every_document_that_a_question_is_asked_for_is_there(program: Program) -> None:
    every = [a for page in program.pages.pages for block in page.blocks for row in block.asked for a in row]
    assert {name for a in every for name in a.also_for} <= set(program.catalog.forms)


def test_the_sheet_to_type_from_asks_what_the_declaration_asks(program: Program) -> None:
    catalog, pages = program.catalog, program.pages
    sheet = with_chosen(NEW["courier"], "peb_sheet", chosen=True, row_id="d1")
    both = with_chosen(sheet, "peb", chosen=True, row_id="d2")
    assert asked(catalog, pages, sheet) == asked(catalog, pages, both)
    assert {form.asks_with for form in catalog.forms.values()} - {""} <= set(catalog.forms)
