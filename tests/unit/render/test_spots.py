"""Where each value stands on the paper: the place really holds it, on the right page, and asking changes nothing."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from PIL import Image

from app.catalog.catalog import Catalog, built_in_forms, read_catalog
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.reference.lists import Lists
from app.render.context import roots
from app.render.sheet import Drawn, Sheet, block_xml, draw
from tests.benchmarks.papers import TEMPLATES
from tests.conftest import TODAY, sample_named
from tests.unit.render.bench import FONTS, Bench, inside

PAPERS = ("commercial_invoice", "packing_list")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog([built_in_forms()])


def sheet_of(catalog: Catalog, shipment: Shipment, form: str) -> Sheet:
    told = roots(catalog, catalog.forms[form], shipment, Circumstances(TODAY, "en", Lists()), "en")
    return Sheet(
        template=form, roots=told, language="en", name="Paper", firm="Firm", data_hash="ab" * 32,
        printed="24 November 2026",
    )  # fmt: skip


def drawn_with_spots(sheet: Sheet) -> Drawn:
    return draw([sheet], size="A4", templates=TEMPLATES, fonts=FONTS, spots=True)


def value_of(sheet: Sheet, path: str) -> str:
    """What the template was given for a row's path, in readable ASCII and without white space."""
    d: Any = sheet.roots["d"]
    for each in ("goods", "packing.rows", "packing.summary"):
        number, _, key = path.removeprefix(each + ".").partition(".")
        if path.startswith(each + ".") and number.isdecimal():
            return "".join(re.findall(r"[!-~]", d[each][int(number)][key]))
    raise ValueError(path)


def elements(sheet: Sheet) -> ElementTree.Element:
    """The block XML of a sheet with its tables' rows."""
    return ElementTree.fromstring(block_xml(sheet, TEMPLATES))  # noqa: S314  our own


def cells(document: ElementTree.Element) -> list[str]:
    """The paths of all cells of the tables; their rows stand after them."""
    found = []
    for parent in document.iter():
        each, keys, n = "", [], 0
        for child in parent:
            if child.tag == "table":
                each, n = child.get("each", ""), 0
                keys = [col.get("value", "") for col in child.iter("col") if col.get("value")]
            elif child.tag == "row":
                found += [f"{each}.{n}.{key}" for key in keys]
                n += 1
    return found


@pytest.mark.parametrize("form", PAPERS)
def test_every_pair_and_every_cell_has_a_spot_that_holds_its_text(catalog: Catalog, form: str) -> None:
    sheet = sheet_of(catalog, sample_named("footwear_rotterdam"), form)
    drawn = drawn_with_spots(sheet)
    texts: dict[str, list[str]] = {}
    for spot in drawn.spots[0]:
        texts.setdefault(spot.path, []).append(inside(drawn, spot))
    document = elements(sheet)
    pairs = [pair for pair in document.iter("pair") if "".join(pair.itertext()).strip()]
    assert len(pairs) > 10
    for pair in pairs:
        said = "".join(re.findall(r"[!-~]", pair.get("label", "") + "".join(pair.itertext())))
        assert all(any(said in text for text in texts[path]) for path in pair.get("path", "none").split()), said
    paths = cells(document)
    assert len(paths) >= 18
    assert [path for path in paths if value_of(sheet, path) not in texts[path][0]] == []


@pytest.mark.parametrize("form", PAPERS)
def test_asking_for_spots_changes_no_byte_and_not_asking_tells_none(catalog: Catalog, form: str) -> None:
    sheet = sheet_of(catalog, sample_named("footwear_rotterdam"), form)
    plain = draw([sheet], size="A4", templates=TEMPLATES, fonts=FONTS)
    assert plain.pdf == drawn_with_spots(sheet).pdf
    assert plain.spots == ((),)


@pytest.mark.parametrize(("form", "each", "key"), [("commercial_invoice", "goods", "description"),
                                                   ("packing_list", "packing.rows", "numbers")])  # fmt: skip
def test_long_lists_have_their_spots_on_the_page_where_the_row_stands(
    catalog: Catalog, form: str, each: str, key: str
) -> None:
    sample = sample_named("footwear_rotterdam")
    goods, ranges = sample.goods or (), sample.packing.ranges or ()
    replace = msgspec.structs.replace
    many = replace(
        sample,
        goods=tuple(replace(goods[n % 3], id=f"g{n}", description=f"ARTICLE {n} OF LEATHER") for n in range(60)),
        packing=replace(sample.packing, ranges=tuple(
            replace(ranges[n % 3], id=f"p{n}", first=Decimal(n + 1), last=Decimal(n + 1)) for n in range(60)
        )),
    )  # fmt: skip
    sheet = sheet_of(catalog, many, form)
    drawn = drawn_with_spots(sheet)
    found = [spot for spot in drawn.spots[0] if spot.path.startswith(f"{each}.") and spot.path.endswith(f".{key}")]
    assert [spot.path for spot in found] == [f"{each}.{n}.{key}" for n in range(60)]
    assert [spot.page for spot in found] == sorted(spot.page for spot in found)
    assert {spot.page for spot in found} > {0, 1}
    assert all(value_of(sheet, spot.path) in inside(drawn, spot) for spot in found)


def test_a_value_that_runs_over_two_pages_has_a_spot_on_each(tmp_path: Path) -> None:
    body = '<document margin-right="150"><p path="a">{{ d.v }}</p></document>'
    drawn = Bench(tmp_path, body).spots({"v": " ".join(f"word{n}" for n in range(400))})
    first, second = drawn.spots[0]
    assert (first.path, first.page, second.path, second.page) == ("a", 0, "a", 1)
    assert inside(drawn, first).startswith("word0")
    assert inside(drawn, second).endswith("word399")


def test_a_row_taller_than_a_page_has_a_spot_on_each_of_its_pages(tmp_path: Path) -> None:
    body = '<document><table each="g"><col width="30" value="v" head="H"/></table></document>'
    drawn = Bench(tmp_path, body).spots({"g": [{"v": " ".join(f"word{n}" for n in range(300))}]})
    assert {(spot.path, spot.page) for spot in drawn.spots[0]} == {("g.0.v", page) for page in range(drawn.pages[0])}
    assert drawn.pages[0] > 1


def test_a_party_is_one_box_and_several_paths_share_a_place(tmp_path: Path) -> None:
    body = """<document><band><column path="buyer consignee" width="90"><p>NAME</p></column>
    <column width="*"><p path="a">OTHER</p></column></band></document>"""
    drawn = Bench(tmp_path, body).spots()
    buyer, consignee, other = drawn.spots[0]
    assert (buyer.path, consignee.path, buyer[2:]) == ("buyer", "consignee", consignee[2:])
    assert (inside(drawn, buyer), inside(drawn, other)) == ("NAME", "OTHER")


def test_boxes_texts_and_ticks_of_a_form_have_their_places(tmp_path: Path) -> None:
    body = """<document><form h="60">
    <box path="box" x="10" y="5" w="40" h="20" label="Label">VALUE</box>
    <text path="text" x="100" y="10" align="right">RIGHT</text><tick path="tick" x="60" y="30" on="yes">TICK</tick>
    </form><fields value="30"><field path="field" label="Name">FIELD</field></fields></document>"""
    drawn = Bench(tmp_path, body).spots()
    spots = {spot.path: spot for spot in drawn.spots[0]}
    found = {path: inside(drawn, spot) for path, spot in spots.items()}
    assert found == {"box": "LabelVALUE", "text": "RIGHT", "tick": "TICK", "field": "NameFIELD"}
    assert (spots["box"].w, spots["box"].h) == pytest.approx((40 / 25.4 * 72, 20 / 25.4 * 72))
    assert spots["tick"].x == pytest.approx(75 / 25.4 * 72)
    assert spots["text"].w < 40


def test_a_tables_side_lead_items_and_closing_line_have_their_places(tmp_path: Path) -> None:
    body = """<document><table each="g"><side path="marks" width="30">MARK</side>
    <col name="x" width="60"><item value="v"><part value="u" at="30"/></item></col>
    <col width="20" value="w" second="z" path="amount"/><lead path="lead">LEAD</lead>
    <closing><cell path="closing" at="x">END</cell></closing></table></document>"""
    drawn = Bench(tmp_path, body).spots({"g": [{"v": "V", "u": "U", "w": "W", "z": "Z"}]})
    found = {spot.path: inside(drawn, spot) for spot in drawn.spots[0]}
    assert found == {
        "marks": "MARK", "lead": "LEAD", "g.0.v": "UV", "g.0.u": "UV", "g.0.amount": "WZ", "closing": "END",
    }  # fmt: skip


def test_a_picture_has_its_place(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 20), 128).save(file, "PNG")
    body = '<document><image path="exporter.logo" name="logo" w="30" h="10"/></document>'
    [spot] = Bench(tmp_path, body).spots(images={"logo": file.getvalue()}).spots[0]
    assert (spot.w, spot.h) == pytest.approx((20 / 25.4 * 72, 10 / 25.4 * 72))


def test_an_empty_cell_has_a_place_and_an_empty_pair_has_none(tmp_path: Path) -> None:
    body = """<document><pairs><pair path="a" label="L">{{ d.v }}</pair></pairs>
    <table each="g"><col width="20" value="v"/></table></document>"""
    assert [spot.path for spot in Bench(tmp_path, body).spots({"v": "", "g": [{"v": ""}]}).spots[0]] == ["g.0.v"]


def test_every_paper_of_several_has_its_own_spots(tmp_path: Path) -> None:
    bench = Bench(tmp_path, '<document><pagebreak/><p path="a">{{ d.v }}</p></document>')
    sheets = [bench.sheet({"v": "one"}), bench.sheet({"v": "two"})]
    drawn = draw(sheets, size="A4", templates=bench.templates, fonts=FONTS, spots=True)
    assert [[(spot.path, spot.page) for spot in spots] for spots in drawn.spots] == [[("a", 1)], [("a", 1)]]
