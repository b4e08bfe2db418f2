"""Newer lists from files: what is understood, and what is refused with its line."""

from __future__ import annotations

import pytest

from app.reference.customs_file import IMPORTABLE, customs_list_from
from app.reference.lists import Lists
from app.reference.refused import Refused
from app.reference.table_rows import MOST_ROWS, csv_rows, printable
from app.reference.tariff_file import tariff_from
from app.reference.unlocode_file import ports_from
from app.words import LANGUAGES, Text

LISTS = Lists()

UNECE = """"","ID","",".INDONESIA","","","","","","","",""
"","ID","SUB","Surabaya","Surabaya","JI","1--45---","AF","0901","","0715S 11245E",""
"+","ID","QQQ","Pelabuhan Báru","Pelabuhan Baru","JI","1-------","RQ","2401","","",""
"","ID","ROD","Jalan Raya","Jalan Raya","JI","--3-----","RL","0201","","",""
"X","ID","TPP","Tanjung Priok","Tanjung Priok","JK","1-------","AF","0901","","",""
"=","ID","","Ujung Pandang = Makassar","Ujung Pandang = Makassar","","","","","","",""
"""
OTHER_ORDER = """Change,Country,Location,Name,NameWoDiacritics,Subdivision,Status,Function,Date,IATA,Coordinates,Remarks
,NL,RTM,Rotterdam,Rotterdam,ZH,AF,12345---,0907,,5155N 00430E,
,DE,MUC,M\u00fcnchen,Munchen,BY,AF,-2345---,9601,,,
"""


def test_unece_ports_and_airports_are_taken_and_other_places_left_out() -> None:
    ports = ports_from(csv_rows(UNECE.encode()), LISTS.ports)
    assert ports["IDSUB"].name == Text("Surabaya", "Surabaya")
    assert ports["IDSUB"].facts["modes"] == "sea|air"
    assert "Tanjung Perak" in ports["IDSUB"].facts["synonyms"]
    assert ports["IDQQQ"].name.en == "Pelabuhan B\u00e1ru"
    assert ports["IDQQQ"].facts == {"country": "ID", "modes": "sea", "synonyms": "Pelabuhan Baru"}
    assert not {"IDROD", "IDTPP", "IDMAK"} & set(ports)
    assert next(iter(ports)) == "IDSUB"


def test_of_countries_that_a_part_of_unece_leaves_out_our_own_ports_stay() -> None:
    ports = ports_from(csv_rows(UNECE.encode()), LISTS.ports)
    assert ports["NLRTM"] == LISTS.ports.entries["NLRTM"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_columns_in_the_other_order_and_old_encodings_are_understood(encoding: str) -> None:
    ports = ports_from(csv_rows(OTHER_ORDER.encode(encoding)), LISTS.ports)
    assert ports["NLRTM"].facts["modes"] == "sea|air"
    assert ports["DEMUC"].facts["modes"] == "air"
    assert "M\u00fcnchen" in ports["DEMUC"].facts["synonyms"]


WITH_DASHES = """kode,uraian,description
64.03,Alas kaki dari kulit.,Footwear of leather.
,- Alas kaki olahraga :,- Sports footwear :
6403.12.00,- - Sepatu ski,- - Ski-boots
6403.19,- - Lain-lain :,- - Other :
6403.19.10,- - - Dilengkapi paku,- - - Fitted with spikes
,- Alas kaki lainnya :,- Other footwear :
6403.99,- - Lain-lain :,- - Other :
6403.99.90,- - - Lain-lain,- - - Other
"""


def test_a_tariff_with_lines_without_code_keeps_what_stands_above_each_code() -> None:
    tariff = tariff_from(csv_rows(WITH_DASHES.encode()))
    assert list(tariff) == ["64031200", "64031910", "64039990"]
    assert tariff["64039990"].name == Text("Lain-lain", "Other")
    assert tariff["64039990"].facts == {
        "heading_id": "Alas kaki dari kulit",
        "heading_en": "Footwear of leather",
        "under_id": "Alas kaki lainnya > Lain-lain",
        "under_en": "Other footwear > Other",
    }
    assert tariff["64031910"].facts["under_id"] == "Alas kaki olahraga > Lain-lain"


def test_a_tariff_without_such_lines_keeps_only_what_surely_stands_above() -> None:
    lines = [line for line in WITH_DASHES.splitlines() if not line.startswith(",")]
    tariff = tariff_from(csv_rows("\n".join(lines).encode()))
    assert list(tariff) == ["64031200", "64031910", "64039990"]
    assert tariff["64031200"].facts["under_id"] == ""
    assert tariff["64039990"].facts["under_id"] == "Lain-lain"


def test_a_tariff_may_have_english_first_semicolons_and_a_number_column() -> None:
    text = "no;hs_code;description_en;description_id;bm\n1;4419.11.00;Bread boards;Papan roti, talenan;10\n"
    assert tariff_from(csv_rows(text.encode()))["44191100"].name == Text("Papan roti, talenan", "Bread boards")


BANKS = "kode,uraian\n2,BANK RAKYAT INDONESIA\n99,Bank Baru\n114,BANK JATIM\n"


def test_unicode_text_of_excel_with_tabs_between_is_just_read() -> None:
    text = BANKS.replace(",", "\t").encode("utf-16")
    assert set(customs_list_from(csv_rows(text), LISTS.export_banks)) == {"2", "99", "114"}


def test_letters_that_turn_the_direction_are_taken_out_of_names() -> None:
    turning = [chr(number) for number in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)]
    banks = customs_list_from(csv_rows(f"kode,uraian\n2,{'B'.join(turning)}\n".encode()), LISTS.export_banks)
    assert banks["2"].name.id == "B" * (len(turning) - 1)
    assert printable(f"a{''.join(turning)}b") == "ab"


def test_more_rows_than_a_list_can_have_are_refused_before_all_are_read() -> None:
    rows = csv_rows(b"kode,uraian\n" + b"\n" * MOST_ROWS)
    with pytest.raises(Refused, match="more than 300 000 rows"):
        list(rows)


@pytest.mark.parametrize("page", ["<html><body><table>", "\ufeff\n<!DOCTYPE html>\n<HTML>", "<table border=1><tr>"])
def test_a_web_page_that_is_named_xls_is_told_what_it_is(page: str) -> None:
    with pytest.raises(Refused) as caught:
        list(csv_rows(f"{page}<tr><td>6403.99.90</td></tr>".encode()))
    assert "halaman web" in caught.value.into("id")
    assert "CSV" in caught.value.into("id")


def test_a_list_of_customs_keeps_what_we_know_of_its_codes_besides() -> None:
    banks = customs_list_from(csv_rows(BANKS.encode()), LISTS.export_banks)
    assert banks["2"].name == Text("BANK RAKYAT INDONESIA", "BRI")
    assert banks["99"].name == Text("Bank Baru", "Bank Baru")
    assert banks["114"].name == Text("Bank Jatim", "Bank Jatim")
    assert banks["114"].facts == LISTS.export_banks.entries["114"].facts


def test_a_table_of_ports_tells_the_office_from_the_code_of_the_port() -> None:
    text = "kode_kantor;kode_pelabuhan;uraian_pelabuhan\n70100;IDTPE;Tanjung Perak\n070300;IDXYZ;Baru\n"
    ports = customs_list_from(csv_rows(text.encode()), LISTS.customs_ports)
    assert ports["IDTPE"].facts["office"] == "070100"
    assert ports["IDTPE"].facts["modes"] == "sea"
    assert ports["IDXYZ"].facts == {"office": "070300", "modes": "", "synonyms": ""}


@pytest.mark.parametrize("list_id", sorted(IMPORTABLE))
def test_every_importable_list_takes_itself_back(list_id: str) -> None:
    own = LISTS.named(list_id)
    rows = "".join(f'{code},"{entry.name.id}"\n' for code, entry in own.entries.items())
    office = {code: entry.facts["office"] for code, entry in own.entries.items() if "office" in entry.facts}
    assert customs_list_from(csv_rows(f"code,name\n{rows}".encode()), own) == dict(own.entries)
    assert all(office.values())


@pytest.mark.parametrize(
    ("kind", "text", "line", "part"),
    [
        ("ports", "a,b,c\n1,2,3\n", 1, "11 columns"),
        ("ports", UNECE + '"","Indonesia","SUB","x","x","","1","","","","",""\n', 7, "2 letters of a country"),
        ("ports", UNECE.replace('"QQQ"', '"QQ"'), 3, "3 letters or digits"),
        ("ports", UNECE[: UNECE.index("\n") + 1], None, "no port or airport"),
        ("ports", "", None, "no port or airport"),
        ("tariff", BANKS, None, "no 8-digit HS code"),
        ("tariff", WITH_DASHES + "6403.99.90,- - - Lain-lain,- - - Other\n", 10, "stands twice"),
        ("tariff", WITH_DASHES + "6403.99.9x,- - - Lain-lain,- - - Other\n", 10, "is no HS code"),
        ("tariff", WITH_DASHES + "6403.99.91,,\n", 10, "has no name"),
        ("tariff", WITH_DASHES + "1012100,- - Bibit,- - Breeding\n", 10, "lost the 0"),
        ("export_banks", "", None, "not a single code"),
        ("export_banks", "kode,uraian\n", None, "not a single code"),
        ("export_banks", "2,BRI\n", 1, "no column for code"),
        ("export_banks", "kode,apa\n2,BRI\n", 1, "no column for name"),
        ("export_banks", BANKS + "XX,Bank\n", 5, "is no code of the list of banks"),
        ("export_banks", BANKS + "3,\n", 5, "has no name"),
        ("export_banks", BANKS + "2,BRI\n", 5, "stands twice"),
        ("export_banks", "PK\0\0\0", None, "is no CSV"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(kind: str, text: str, line: int | None, part: str) -> None:
    with pytest.raises(Refused) as caught:
        _read(kind, text)
    assert caught.value.line == line
    assert part in caught.value.into("en")
    assert all(caught.value.into(language) for language in LANGUAGES)
    assert line is None or f"Baris {line}: " in caught.value.into("id")


def _read(kind: str, text: str) -> None:
    rows = csv_rows(text.encode())
    if kind == "ports":
        ports_from(rows, LISTS.ports)
    elif kind == "tariff":
        tariff_from(rows)
    else:
        customs_list_from(rows, LISTS.named(kind))
