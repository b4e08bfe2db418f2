"""Tables: rows bound to data, page breaks, carried sums, nested rows, figures that fit."""

import re
from pathlib import Path
from typing import Any

import pytest

from app.render.sheet import TemplateError
from tests.unit.render.bench import Bench, baselines, pages, text

TABLE = """<document frame="yes">
<continued><band><p>AGAIN</p></band></continued>
<table each="goods" carried="Carried forward" brought="Brought forward">
  <side width="35" head="Marks" again="as on page {page}">{{ d.marks }}</side>
  <col width="10" value="no" head="No."/><col width="*" value="text" head="Text" carry-text="yes" second="species"/>
  <col width="30" value="amount" align="right" head="Amount" unit="USD" carry="sum"/>
</table>
<tail><sums table="goods" top="heavy" bottom="heavy" min-height="10" first="6.3"><line><cell at="text">TOTAL</cell>
<cell at="amount" style="amount">{{ d.total }}</cell></line></sums>
<band min-height="72"><p>SIGN HERE</p></band></tail></document>"""


def goods(count: int, lines: int = 3) -> dict[str, Any]:
    rows = [
        {
            "no": str(n),
            "text": "\n".join(f"t{n}" for _ in range(lines)),
            "species": "",
            "amount": f"{n}.00",
            "sum": f"S{n}",
        }
        for n in range(1, count + 1)
    ]
    return {"goods": rows, "marks": "MARK A\nMARK B", "total": "99.00"}


def test_the_first_baseline_of_a_row_stands_five_under_its_top_and_the_lead_is_four(tmp_path: Path) -> None:
    rows = goods(2)
    rows["goods"][0]["text"] = "one\ntwo\nthree"
    places = baselines(Bench(tmp_path, TABLE).draw(rows))
    assert (places["No."], places["USD"]) == (19.4, 22.6)
    assert (places["one"], places["two"], places["three"]) == (30.0, 34.0, 38.0)
    assert places["t2"] == 25 + 16 + 5
    assert places["TOTAL"] == 25 + 32 + 6.3


def test_a_short_table_is_one_page_and_carries_nothing(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, TABLE).draw(goods(3))
    assert drawn.pages == (1,)
    assert "forward" not in text(drawn)
    assert "AGAIN" not in text(drawn)


@pytest.mark.parametrize("count", [*range(9, 22), 40, 75])
def test_sums_are_carried_and_brought_forward_and_the_tail_takes_two_rows_along(tmp_path: Path, count: int) -> None:
    drawn = Bench(tmp_path, TABLE).draw(goods(count))
    found = pages(drawn)
    on_page = [list(map(int, dict.fromkeys(re.findall(r"\bt(\d+)\b", page)))) for page in found]
    assert [number for rows in on_page for number in rows] == list(range(1, count + 1))
    for page, rows, following in zip(found, on_page, found[1:], strict=False):
        assert f"Carried forward S{rows[-1]}" in page
        assert f"Brought forward S{rows[-1]}" in following
        assert "AGAIN" in following
        assert "as on page 1" in following
    assert ("TOTAL" in found[-1]) and ("SIGN HERE" in found[-1])
    assert len(found) == 1 or len(on_page[-1]) >= 2
    assert "Carried forward" not in found[-1]
    assert all("MARK" not in page.replace("Marks", "") for page in found[1:])


@pytest.mark.parametrize(("lines", "first", "later"), [(3, 14, 13), (2, 19, 18)])
def test_a_page_holds_as_many_rows_as_the_measures_say(tmp_path: Path, lines: int, first: int, later: int) -> None:
    found = pages(Bench(tmp_path, TABLE).draw(goods(120, lines)))
    counts = [len(dict.fromkeys(re.findall(r"\bt(\d+)\b", page))) for page in found]
    assert counts[0] == first
    # The continued band here is eight high, four less than an invoice's.
    assert counts[1] == later


def test_sums_that_are_not_known_are_not_carried(tmp_path: Path) -> None:
    rows = goods(40)
    for row in rows["goods"]:
        row["sum"] = ""
    said = text(Bench(tmp_path, TABLE).draw(rows))
    assert "forward" not in said
    assert "t40" in said


def test_a_row_is_never_torn_from_its_amount(tmp_path: Path) -> None:
    for page in pages(Bench(tmp_path, TABLE).draw(goods(60))):
        for number in dict.fromkeys(re.findall(r"\bt(\d+)\b", page)):
            assert len(re.findall(rf"\bt{number}\b", page)) == 3
            assert f" {number}.00" in page


def test_a_row_taller_than_a_page_is_split_and_loses_no_word(tmp_path: Path) -> None:
    rows = goods(2)
    words = [f"word{number}" for number in range(2000)]
    rows["goods"][0]["text"] = " ".join(words)
    drawn = Bench(tmp_path, TABLE).draw(rows)
    assert [word for word in text(drawn).split() if word.startswith("word")] == words
    assert drawn.pages[0] > 2
    assert drawn.troubles == ((),)


def test_marks_longer_than_the_rows_make_room_for_themselves(tmp_path: Path) -> None:
    rows = goods(1)
    rows["marks"] = "\n".join(f"M{number}" for number in range(12))
    drawn = Bench(tmp_path, TABLE).draw(rows)
    places = baselines(drawn)
    assert places["TOTAL"] > places["M11"]


def test_marks_longer_than_a_page_run_on(tmp_path: Path) -> None:
    rows = goods(40)
    rows["marks"] = "\n".join(f"M{number}x" for number in range(70))
    said = text(Bench(tmp_path, TABLE).draw(rows))
    assert [mark for mark in said.split() if re.fullmatch(r"M\d+x", mark)] != []
    assert {f"M{number}x" for number in range(70)} <= set(said.split())


@pytest.mark.parametrize("count", [6, 13])
@pytest.mark.parametrize("above", [0, 60, 120, 175, 190, 200])
def test_marks_that_one_page_can_hold_are_never_torn(tmp_path: Path, count: int, above: int) -> None:
    rows = goods(count, 2)
    rows["marks"] = "\n".join(f"M{number}x" for number in range(9))
    body = TABLE.replace("<table", f'<gap h="{above}"/><table', 1)
    found = pages(Bench(tmp_path, body).draw(rows))
    marks_on = [re.findall(r"\bM\dx", page) for page in found]
    assert [marks for marks in marks_on if marks] == [[f"M{number}x" for number in range(9)]]
    number = next(index for index, marks in enumerate(marks_on, 1) if marks)
    assert "t1 " in found[number - 1]
    for later in found[number:]:
        assert f"as on page {number}" in later
    assert all("as on page" not in page for page in found[:number])


def test_marks_beside_fewer_rows_reach_down_to_carried_forward(tmp_path: Path) -> None:
    rows = goods(2, 20)
    rows["marks"] = "\n".join(f"M{number}x" for number in range(30))
    rows["goods"][1]["text"] = "\n".join("t2" for _ in range(45))
    drawn = Bench(tmp_path, TABLE).draw(rows)
    places = baselines(drawn)
    assert places["M29x"] == 30.0 + 29 * 4
    assert "t2" not in places
    assert places["Carried forward"] > places["M29x"]


def test_a_figure_too_wide_for_its_column_shrinks_and_is_never_torn(tmp_path: Path) -> None:
    rows = goods(1)
    rows["goods"][0]["amount"] = "999,999,999,999.99"
    assert "999,999,999,999.99" in text(Bench(tmp_path, TABLE).draw(rows))


def test_a_figure_far_too_wide_is_reported(tmp_path: Path) -> None:
    rows = goods(1)
    rows["goods"][0]["amount"] = "9" * 60
    [[trouble]] = Bench(tmp_path, TABLE).draw(rows).troubles
    assert (trouble.kind, trouble.box, trouble.text) == ("overflow", "Amount", "9" * 60)


@pytest.mark.parametrize(("weight", "told"), [("12.5", []), ("123456789012.5", ["123456789012.5"])])
def test_a_part_of_a_cell_that_reaches_into_its_neighbour_is_reported(
    tmp_path: Path, weight: str, told: list[str]
) -> None:
    parts = '<part text="-" at="0"/><part value="weight" at="14" align="right"/><part text="kg" at="15"/>'
    column = f'<col width="40" head="Weight"><item>{parts}</item></col><col width="*" value="no" head="No."/>'
    body = f'<document><table each="lines">{column}</table></document>'
    drawn = Bench(tmp_path, body).draw({"lines": [{"weight": weight, "no": "1"}]})
    assert [(trouble.kind, trouble.text) for trouble in drawn.troubles[0]] == [("overflow", text) for text in told]


def test_a_second_line_stands_under_the_text(tmp_path: Path) -> None:
    rows = goods(1, 1)
    rows["goods"][0]["species"] = "Tectona grandis"
    places = baselines(Bench(tmp_path, TABLE).draw(rows))
    assert places["Tectona grandis"] == places["t1"] + 4.0


def test_a_table_without_rows_is_left_out(tmp_path: Path) -> None:
    body = '<document><table each="goods"><col width="*" value="a" head="HEAD"/></table><p>END</p></document>'
    assert "HEAD" not in text(Bench(tmp_path, body).draw({"goods": []}))


def test_marks_and_signature_after_a_kept_summary_take_its_last_two_rows_along(tmp_path: Path) -> None:
    body = """<document frame="yes"><table each="goods"><col width="*" value="text"/></table>
    <keep><sums table="goods"><line><cell at="text">TOTAL</cell></line></sums>
    <table each="summary"><col width="*" value="text"/></table></keep>
    <tail><band min-height="70"><p>SIGN HERE</p></band></tail></document>"""
    summary = [{"text": f"sum{number}"} for number in range(4)]
    for count in range(16, 26):
        found = pages(Bench(tmp_path, body).draw(goods(count, 1) | {"summary": summary}))
        page = next(page for page in found if "SIGN HERE" in page)
        assert "sum2" in page
        assert "sum3" in page
        assert " ".join(found).count("TOTAL") == 1


NESTED = """<document frame="yes"><table each="rows" nested="contents" continued="(continued)">
  <col width="20" value="numbers"/>
  <col width="*" value="text" parent="Mixed:" nested="text" nested-indent="2.5" parent-style="cell-medium"/>
  <col width="20" value="each" align="right" nested="each" parent-style="cell-medium"/></table></document>"""


def mixed(articles: int) -> dict[str, Any]:
    inner = [{"text": f"article{n}", "each": f"e{n}"} for n in range(articles)]
    return {"rows": [{"numbers": "1 – 2", "text": "", "each": "9", "contents": inner}]}


def test_nested_rows_stand_under_their_row(tmp_path: Path) -> None:
    places = baselines(Bench(tmp_path, NESTED).draw(mixed(2)))
    assert places["Mixed:"] == places["9"] == 20.0
    assert places["article0"] == places["e0"] == 25.0
    assert places["article1"] == 30.0


def test_what_stands_over_nested_rows_can_name_a_text_of_the_row(tmp_path: Path) -> None:
    body = NESTED.replace("Mixed:", "In each {kind}:")
    rows = mixed(1)
    rows["rows"].append(rows["rows"][0] | {"kind": "crate"})
    rows["rows"][0]["kind"] = "box"
    said = text(Bench(tmp_path, body).draw(rows))
    assert said.index("In each box:") < said.index("In each crate:")
    with pytest.raises(TemplateError, match="the rows have no 'kind'"):
        Bench(tmp_path, body).draw(mixed(1))


def test_a_long_mixed_row_is_broken_between_articles_and_says_so(tmp_path: Path) -> None:
    found = pages(Bench(tmp_path, NESTED).draw(mixed(80)))
    assert len(found) == 2
    assert "Mixed: (continued)" in found[1]
    assert "1 – 2" in found[1]
    assert re.findall(r"article\d+", " ".join(found)) == [f"article{n}" for n in range(80)]


def test_a_forms_field_keeps_its_height_and_the_rest_goes_to_a_further_page(tmp_path: Path) -> None:
    body = """<document frame="yes"><table each="goods" room="60" grid="yes" row-rule="none">
    <col width="20" value="no" head="5."/><col width="*" head="7."><item value="text" bullet="-"/>
    <item><part text="Gross" at="0"/><part value="amount" at="26" align="right"/></item></col></table>
    <band><p>BOX 11</p></band></document>"""
    for count in (1, 20):
        drawn = Bench(tmp_path, body).draw(goods(count, 1))
        assert baselines(drawn)["BOX 11"] == 15 + 8 + 60 + 4.5
        assert "Gross" in text(drawn)
        assert {f"t{n}" for n in range(1, count + 1)} <= set(text(drawn).split())
    assert drawn.pages[0] > 1


def test_heads_over_several_columns_and_a_closing_line(tmp_path: Path) -> None:
    body = """<document><table each="goods"><group head="Weights"><col width="20" value="no" head="each"/>
    <col width="20" value="amount" align="right" head="in all"/></group>
    <col width="*" value="text" head="Text" unit="from"/>
    <lead from="text">{{ d.marks }}</lead>
    <closing from="no" to="amount"><cell at="amount">TOTAL 7</cell></closing></table></document>"""
    places = baselines(Bench(tmp_path, body).draw(goods(1, 1)))
    assert (places["Weights"], places["each"], places["in all"], places["from"]) == (19.4, 23.6, 23.6, 23.6)
    assert places["MARK A"] < places["t1"] < places["TOTAL 7"]
