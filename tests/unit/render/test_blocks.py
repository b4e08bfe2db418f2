"""Bands, pairs, fields and paragraphs: baselines, what is left out, what stays together."""

from pathlib import Path

import pytest

from app.render.geometry import MM
from app.render.sheet import TemplateError
from tests.unit.render.bench import Bench, baselines, pages, text, written

BAND = """<document frame="yes"><band>
  <column width="*"><label>Seller</label><p style="name">NAME</p><p>{{ d.address }}</p></column>
  <column width="90" rule="yes"><title>TITLE</title><pairs>
    <pair label="Number">{{ d.number }}</pair><pair label="Date">{{ d.date }}</pair>
    <pair label="Order">{{ d.order }}</pair><pair label="Contract">{{ d.contract }}</pair></pairs></column>
</band><band><p>NEXT</p></band></document>"""
FULL = {
    "address": "line one\nline two\nline three",
    "number": "N-1",
    "date": "2 May",
    "order": "O-1",
    "contract": "C-1",
}


def test_addresses_and_pairs_share_their_baselines(tmp_path: Path) -> None:
    places = baselines(Bench(tmp_path, BAND).draw(FULL))
    assert places["Seller"] == 19.5
    assert places["NAME"] == places["TITLE"] == 23.5
    assert places["line three"] == places["N-1"] == places["2 May"] == 35.5
    assert places["O-1"] == 47.5
    assert places["NEXT"] == 51 + 4.5


def test_a_pair_without_a_value_is_left_out_and_the_next_takes_its_place(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, BAND).draw(FULL | {"date": "", "order": ""})
    places = baselines(drawn)
    assert "Date" not in text(drawn)
    assert "Order" not in text(drawn)
    assert places["C-1"] == places["N-1"] == 35.5


def test_a_form_keeps_a_field_without_a_value_when_it_is_always_printed(tmp_path: Path) -> None:
    body = (
        '<document><fields number="4.8" value="30" colon="1.6">'
        '<field no="8." label="NPWP" always="yes"/><field label="Nama"/></fields></document>'
    )
    said = text(Bench(tmp_path, body).draw())
    assert "8. NPWP :" in said
    assert "Nama" not in said


def test_a_label_and_its_value_stand_on_one_line(tmp_path: Path) -> None:
    body = '<document><fields value="17.5"><field label="Bank" right="02-12">Bank Contoh</field></fields></document>'
    places = baselines(Bench(tmp_path, body).draw())
    assert places["Bank"] == places["Bank Contoh"] == places["02-12"]


def test_the_signature_stands_at_the_foot_of_its_column(tmp_path: Path) -> None:
    body = (
        '<document><band min-height="48"><p>top</p><bottom><rule width="57.5"/><p>Name</p>'
        "<p>Position</p></bottom></band></document>"
    )
    places = baselines(Bench(tmp_path, body).draw())
    assert places["Name"] == 15 + 40.5
    assert places["Position"] == 15 + 44.5


def test_a_term_stands_beside_its_label_only_where_there_is_one(tmp_path: Path) -> None:
    body = '<document><label term="{{ d.term }}">Seller</label><title term="{{ d.term }}">INVOICE</title></document>'
    assert "Seller Penjual INVOICE Penjual" in text(Bench(tmp_path, body).draw({"term": "Penjual"}))
    assert "Seller INVOICE CV" in text(Bench(tmp_path, body).draw({"term": ""}))


def test_runs_of_several_faces_wrap_in_one_paragraph(tmp_path: Path) -> None:
    body = (
        "<document margin-right='130'>"
        "<p>one <b>two</b> three <i>four five</i> six <m>seven</m>, eight<br/>nine</p></document>"
    )
    assert "one two three four five six seven, eight nine" in text(Bench(tmp_path, body).draw())


def test_what_is_kept_together_goes_to_the_next_page_whole(tmp_path: Path) -> None:
    body = '<document><gap h="225"/><keep><p>first</p><gap h="30"/><p>last</p></keep></document>'
    drawn = Bench(tmp_path, body).draw()
    assert drawn.pages == (2,)
    assert "first last" in pages(drawn)[1]


def test_a_long_letter_breaks_between_lines_and_never_leaves_one_alone(tmp_path: Path) -> None:
    body = (
        '<document margin-right="100">{% for n in range(40) %}<p style="letter">{{ d.v }}</p>'
        '<gap h="3"/>{% endfor %}</document>'
    )
    words = [f"w{number}" for number in range(24)]
    drawn = Bench(tmp_path, body).draw({"v": " ".join(words)})
    said = " ".join(page.split("CV CONTOH")[0] for page in pages(drawn)).split()
    assert said == words * 40
    assert drawn.pages[0] > 1


def test_an_error_in_a_shared_part_names_the_parts_own_file(tmp_path: Path) -> None:
    (tmp_path / "_parts").mkdir()
    (tmp_path / "_parts" / "head.xml.j2").write_text(
        "{% macro head() %}\n{{ d.nobody }}{% endmacro %}", encoding="utf-8"
    )
    body = '{% import "_parts/head.xml.j2" as parts with context %}<document>{{ parts.head() }}</document>'
    with pytest.raises(TemplateError) as caught:
        Bench(tmp_path, body).draw()
    assert caught.value.where == "_parts/head.xml.j2:2"


@pytest.mark.parametrize("words", [30, 2000])
def test_a_value_longer_than_a_page_runs_over_and_loses_nothing(tmp_path: Path, words: int) -> None:
    body = (
        '<document frame="yes"><band><pairs><pair label="L">{{ d.v }}</pair></pairs></band><band>'
        "<p>END</p></band></document>"
    )
    value = [f"word{number}" for number in range(words)]
    drawn = Bench(tmp_path, body).draw({"v": " ".join(value)})
    said = text(drawn).split()
    assert [word for word in said if word.startswith("word")] == value
    assert "END" in said
    assert drawn.pages[0] > 1 or words == 30


def test_the_frame_fills_its_column_and_centres_its_text(tmp_path: Path) -> None:
    body = (
        '<document><band min-height="60"><p>above</p><frame dash="yes">'
        '<p style="marks" align="center">MARK</p></frame></band></document>'
    )
    assert 40 < baselines(Bench(tmp_path, body).draw())["MARK"] < 55


FILLED = """<document frame="yes"><band fill="yes">
  <column width="*"><pairs><pair label="A">{{ d.a }}</pair><pair label="B">{{ d.b }}</pair>
    <pair label="C">{{ d.c }}</pair></pairs></column>
  <column width="90" rule="yes"><pairs><pair label="R">{{ d.r }}</pair></pairs><gap h="2"/></column>
</band><band fill="yes"><pairs><pair label="N">{{ d.n }}</pair></pairs></band><band><p>NEXT</p></band></document>"""
NONE = dict.fromkeys("abcrn", "")


@pytest.mark.parametrize(
    ("values", "starts"),
    [
        ({"a": "a1", "b": "b1", "r": "r1"}, {"a1": 17.5, "b1": 62.5, "r1": 107.5}),
        ({"a": "a1", "b": "b1"}, {"a1": 17.5, "b1": 107.5}),
        ({"a": "a1", "b": "b1", "c": "c1"}, {"a1": 17.5, "b1": 62.5, "c1": 107.5}),
        ({"r": "r1"}, {"r1": 17.5}),
    ],
)
def test_a_column_that_says_nothing_gives_its_width_to_the_other(
    tmp_path: Path, values: dict[str, str], starts: dict[str, float]
) -> None:
    drawn = Bench(tmp_path, FILLED).draw(NONE | values)
    found = {said: round(x / MM, 1) for x, _, said in written(drawn)}
    assert {said: found[said] for said in starts} == starts
    assert baselines(drawn)["NEXT"] == 15 + (14 if "r" in values else 12) + 4.5


def test_a_band_that_says_nothing_is_left_out_where_it_may_fill(tmp_path: Path) -> None:
    assert baselines(Bench(tmp_path, FILLED).draw(NONE))["NEXT"] == 15 + 4.5
    kept = baselines(Bench(tmp_path, FILLED.replace(' fill="yes"', "")).draw(NONE))
    assert kept["NEXT"] > 15 + 4.5


def test_a_column_without_words_that_holds_a_rule_keeps_its_place(tmp_path: Path) -> None:
    body = FILLED.replace('<gap h="2"/>', '<rule width="30"/>')
    drawn = Bench(tmp_path, body).draw(NONE | {"a": "a1", "b": "b1"})
    found = {said: round(x / MM, 1) for x, _, said in written(drawn)}
    assert (found["a1"], found["b1"]) == (17.5, 62.5)


def test_a_line_never_starts_with_the_blank_of_a_wide_gap(tmp_path: Path) -> None:
    body = '<document margin-right="165"><p align="{{ d.align }}">{{ d.v }}</p></document>'
    value = "first\u00a0words, \u00a0second\u00a0words, \u00a0third\u00a0words"
    for align in ("left", "right"):
        found = written(Bench(tmp_path, body).draw({"v": value, "align": align}))
        lines = {said: x for x, _, said in found if "words" in said}
        assert set(lines) == {"first words,", "second words,", "third words"}
    plain = Bench(tmp_path, body).draw({"v": "third words", "align": "right"})
    assert lines["third words"] == {said: x for x, _, said in written(plain)}["third words"]
