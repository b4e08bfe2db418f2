"""Files of code lists: what they must say, and how a wrong one is refused."""

from __future__ import annotations

import datetime
from importlib.resources import files
from pathlib import Path

import pytest

from app.reference.code_list import CodeList, list_from, read_list
from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.words import Text, same

TITLE = Text("kayu", "woods")
HEAD = "# source: a book\n# edition: 2026-11-24\n"
GOOD = f"{HEAD}code,id,en,synonyms\nTEK,jati,teak,kayu jati|tectona\nMHG,mahoni,mahogany,\n"


def test_a_list_is_read_with_its_head_its_names_and_its_other_columns() -> None:
    woods = list_from(GOOD, "woods", TITLE)
    assert (woods.id, woods.title, woods.source, woods.edition) == ("woods", TITLE, same("a book"), "2026-11-24")
    assert list(woods.entries) == ["TEK", "MHG"]
    assert woods.entries["TEK"].name == Text("jati", "teak")
    assert woods.entries["TEK"].facts == {"synonyms": "kayu jati|tectona"}


@pytest.mark.parametrize("text", ["TEK", "tek", "Jati", "TEAK", "kayu  jati", "Tectona"])
def test_a_code_is_meant_by_code_name_or_synonym(text: str) -> None:
    assert list_from(GOOD, "woods", TITLE).meant_by(text) == "TEK"


def test_a_code_goes_before_the_name_of_another() -> None:
    woods = list_from(f"{HEAD}code,id,en\nA,b,c\nB,x,y\n", "woods", TITLE)
    assert woods.meant_by("b") == "B"


def test_the_first_of_two_equal_names_is_meant() -> None:
    woods = list_from(f"{HEAD}code,id,en\nA,kayu,wood\nB,kayu,timber\n", "woods", TITLE)
    assert woods.meant_by("kayu") == "A"


def test_commas_inside_quotes_and_windows_line_ends_are_understood() -> None:
    text = f'{HEAD}code,id,en\nA,"kayu, gergajian","wood, sawn"\n'.replace("\n", "\r\n")
    assert list_from(text, "woods", TITLE).named("A") == Text("kayu, gergajian", "wood, sawn")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "lacks source, edition, code, en, id"),
        (GOOD.replace("# source: a book\n", ""), "lacks source"),
        (GOOD.replace("a book", ""), "lacks source"),
        (GOOD.replace("# edition: 2026-11-24\n", "# of 2026\n"), "lacks edition"),
        (GOOD.replace("code,id,en", "code,id,english"), "lacks en"),
        (GOOD + "TEK,jati,teak,\n", "has the code TEK twice"),
        (GOOD + "SNK,sonokeling\n", "too few or too many entries"),
        (GOOD + "SNK,sonokeling,rosewood,,more\n", "too few or too many entries"),
        (GOOD + "SNK,,rosewood,\n", "without code, id or en"),
        (GOOD + ",sonokeling,rosewood,\n", "without code, id or en"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        list_from(text, "woods", TITLE)
    assert str(caught.value).startswith("woods.csv ")


def test_a_list_that_is_not_there_is_no_list() -> None:
    with pytest.raises(FileNotFoundError):
        read_list("woods", TITLE)


def test_the_lists_of_the_program_are_read_from_its_own_files() -> None:
    units = read_list("units", Text("satuan", "units"))
    assert isinstance(units, CodeList)
    assert units.named("PR") == Text("pasang", "pair")


@pytest.mark.parametrize("list_id", sorted(set(TITLES) - {"countries", "currencies", "hs6", "tariff"}))
def test_a_list_of_the_program_says_its_date_count_and_checksum_in_its_head(list_id: str) -> None:
    text = (files("resources") / "reference" / f"{list_id}.csv").read_text(encoding="utf-8")
    codes = list_from(text, list_id, TITLES[list_id])
    assert datetime.date.fromisoformat(codes.date) <= datetime.date(2026, 11, 24)
    assert f"# count: {len(codes.entries)}\n# checksum: {codes.checksum}\n" in text


def test_a_changed_row_or_a_lost_one_is_noticed() -> None:
    checksum = list_from(GOOD, "woods", TITLE).checksum
    whole = GOOD.replace(HEAD, f"{HEAD}# count: 2\n# checksum: {checksum}\n")
    assert list_from(whole, "woods", TITLE).checksum == checksum
    for changed in (whole.replace("mahoni", "mahony"), whole.replace("MHG,mahoni,mahogany,\n", "")):
        with pytest.raises(ValueError, match="has been changed: its count is"):
            list_from(changed, "woods", TITLE)


def test_an_imported_list_goes_before_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(f"{HEAD}code,id,en,en_many,ceisa\nXXX,baru,new,news,XXX\n", encoding="utf-8")
    lists = Lists(tmp_path)
    assert list(lists.units.entries) == ["XXX"]
    assert lists.units.imported
    assert not lists.packages.imported
    assert lists.damaged == {}


@pytest.mark.parametrize("data", [b"", b"code,id\n", b"\xff\xfe\x00", f"{HEAD}code,id,en\nA,b\n".encode()])
def test_a_damaged_imported_list_is_noted_and_the_programs_own_stands_in(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "units.csv").write_bytes(data)
    lists = Lists(tmp_path)
    assert lists.units == Lists().units
    assert lists.damaged["units"].id.startswith("isinya berubah atau rusak")


def test_only_known_lists_can_be_asked_for() -> None:
    assert Lists().named("units").id == "units"
    for unknown in ("folder", "tariff", "woods"):
        with pytest.raises(KeyError):
            Lists().named(unknown)
