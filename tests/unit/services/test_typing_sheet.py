"""The sheet to type from says what the declaration says: the same description, the code that the portal wants."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.cost_parts import CostPart
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.exchange.ceisa_json import ceisa_json
from app.kinds.circumstances import Circumstances
from app.render.context import roots
from app.render.fonts import Fonts
from app.services.papers import Paper, PaperMaker
from app.services.program import Program
from app.services.typing_sheet import Fact, screens
from tests.conftest import TODAY, sample_named
from tests.unit.exchange.bc30 import read_exactly

FOOTWEAR = sample_named("footwear_rotterdam")


@pytest.fixture
def facts(program: Program, at: Circumstances) -> dict[str, Fact]:
    return facts_of(FOOTWEAR, program, at)


def facts_of(shipment: Shipment, program: Program, at: Circumstances) -> dict[str, Fact]:
    shown = screens(program.catalog, program.catalog.forms["peb_sheet"], shipment, at)
    return {fact.key: fact for screen in shown for fact in screen.facts}


@pytest.mark.parametrize("left_out", ["own_description", "description"])
def test_paper_sheet_and_file_say_the_one_description_there_is(
    left_out: str, program: Program, at: Circumstances
) -> None:
    told = with_value(FOOTWEAR, "goods.g1.own_description", "Sepatu kulit\npria")
    told = with_value(told, f"goods.g1.{left_out}", None)
    said = "Sepatu kulit pria" if left_out == "description" else (told.goods or ())[0].description
    row = roots(program.catalog, program.catalog.forms["peb"], told, at, "id")["d"]["declaration.goods"][0]
    assert said is not None
    assert row["told"].startswith(said.upper())
    assert facts_of(told, program, at)["declaration.goods.0.declared_description"].copied == said
    assert read_exactly(ceisa_json(told, at).data or b"")["barang"][0]["uraian"] == said


def test_what_the_portal_lists_is_copied_by_its_code(facts: dict[str, Fact]) -> None:
    assert facts["customs.insurance_market"].copied == "DN"
    assert (facts["customs.store_kind"].copied, facts["customs.store_kind"].shown) == ("2", "2 - pabrik")
    assert facts["customs.oil_and_gas"].copied == "tidak"
    assert facts["declaration.goods.0.origin_area"].copied == "3576"


def test_every_day_is_written_alike(facts: dict[str, Fact]) -> None:
    days = [fact.shown for fact in facts.values() if fact.key.endswith(("_date", ".date"))]
    assert len(days) >= 5
    assert [day for day in days if not re.fullmatch(r"\d\d-\d\d-\d{4}", day)] == []


def test_on_paper_codes_stand_before_their_words_in_the_goods_table_too(program: Program) -> None:
    maker = PaperMaker(program, Fonts(fallback=False))
    made = maker.make(FOOTWEAR, [Paper(program.catalog.forms["peb_sheet"], "id", "A4")], TODAY)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages).split())
    for shown in ("CT - karton", "ID - INDONESIA", "3576 - Kota Mojokerto", "DN - dalam negeri", "03-12-2026"):
        assert shown in text, shown


def test_the_sheet_for_certificates_of_origin_tells_goods_costs_and_uploads(
    program: Program, at: Circumstances
) -> None:
    costs = (CostPart(id="c", kind="foreign_material", text="GLUE", amount=Decimal("12.50")),)
    form = program.catalog.forms["eska_sheet"]
    shown = screens(program.catalog, form, replace(FOOTWEAR, costs=costs), at)
    facts = {fact.key: fact for screen in shown for fact in screen.facts}
    assert facts["goods.0.hs_code"].copied == "64039990"
    assert facts["goods.0.quantity"].copied == f"{(FOOTWEAR.goods or ())[0].quantity:f}"
    assert (facts["costs.0.text"].copied, facts["costs.0.amount"].copied) == ("GLUE", "12.50")
    assert facts["references.invoice_no"].copied == FOOTWEAR.references.invoice_no
