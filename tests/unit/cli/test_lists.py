"""The lists on the command line: their passport, newer ones from files, and the way back."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import openpyxl
import pytest

from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.services.list_import import KINDS, preview
from app.services.list_words import changes
from tests.unit.cli.conftest import Command, FileMaker

TODAY = datetime.date(2026, 11, 24)
BANKS = "kode,uraian\n2,BRI\n99,Bank Baru\n"
TARIFF = [
    ["Kode", "Uraian", "Description"],
    ["64.03", "Alas kaki.", "Footwear."],
    ["6403.99.90", "- - Lain", "- - Other"],
]


def test_every_list_says_source_edition_date_rows_and_checksum(command: Command) -> None:
    code, out, err = command("lists", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["schema"] == 1
    assert told["damaged"] == {}
    assert [entry["id"] for entry in told["lists"]] == [name for name in TITLES if name != "tariff"]
    for entry in told["lists"]:
        codes = Lists().named(entry["id"])
        assert (entry["rows"], entry["checksum"]) == (len(codes.entries), codes.checksum)
        assert entry["source"] and entry["edition"] and entry["date"]
        assert entry["imported"] is False


@pytest.mark.parametrize(("language", "rows"), [("id", "124 kode"), ("en", "124 codes")])
def test_the_passport_is_readable_in_both_languages(command: Command, language: str, rows: str) -> None:
    code, out, err = command("lists", SIAP_EKSPOR_LANG=language)
    assert (code, err) == (0, "")
    line = next(line for line in out.splitlines() if line.startswith("customs_offices:"))
    assert rows in line
    assert Lists().customs_offices.source.into("id" if language == "id" else "en") in line


def test_check_names_the_lists_it_used(command: Command, sample_file: FileMaker) -> None:
    told = json.loads(command("check", sample_file("footwear_rotterdam"), "--json").out)
    lists = Lists()
    assert {"countries", "currencies", "units", "packages", "incoterms"} <= set(told["lists"])
    assert told["lists"] == {name: lists.named(name).edition for name in told["lists"]}
    # Only a PEB's HS codes are looked up.
    assert "hs6" in told["lists"]
    assert "hs6" not in json.loads(command("check", sample_file("wallet_post_us"), "--json").out)["lists"]


def test_a_list_is_taken_from_a_file_used_and_given_back(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    file = _file(tmp_path, "banks.csv", BANKS)
    path = hand_made(customs={"proceeds_bank": "99"})
    assert "99 is not in the list" in command("check", path).out
    code, out, err = command("lists", "import", "export_banks", file)
    assert (code, err) == (0, "")
    assert out.startswith(
        "banks for export proceeds: 2 codes, 1 new, 29 gone, 0 renamed\nNew: 99 Bank Baru\nGone: 0 Cash"
    )
    assert "99 is not in the list" not in command("check", path).out
    told = json.loads(command("lists", "--json").out)
    banks = next(entry for entry in told["lists"] if entry["id"] == "export_banks")
    assert (banks["rows"], banks["imported"], banks["date"], banks["source"]) == (2, True, "2026-11-24", "banks.csv")
    assert command("lists", "undo", "export_banks").out.startswith("The list of banks for export proceeds is as before")
    assert "99 is not in the list" in command("check", path).out
    assert list((tmp_path / "data" / "lists").iterdir()) == []


def test_one_import_after_another_can_be_taken_back_once(command: Command, tmp_path: Path) -> None:
    first, second = _file(tmp_path, "a.csv", BANKS), _file(tmp_path, "b.csv", BANKS + "98,Bank Lain\n")
    for file in (first, second):
        assert command("lists", "import", "export_banks", file).code == 0
    assert command("lists", "undo", "export_banks").code == 0
    assert len(Lists(tmp_path / "data" / "lists").export_banks.entries) == 2
    code, out, err = command("lists", "undo", "export_banks")
    assert (code, out) == (2, "")
    assert "nothing to go back to" in err


def test_a_preview_changes_nothing(command: Command, tmp_path: Path) -> None:
    file = _file(tmp_path, "banks.csv", BANKS)
    code, out, _ = command("lists", "import", "export_banks", file, "--preview", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["taken"], told["added"], told["renamed"]) == (False, ["99"], [])
    assert len(told["dropped"]) == 29
    assert not (tmp_path / "data").exists()


def test_a_preview_leaves_nothing_long_to_do_for_who_shows_it(tmp_path: Path) -> None:
    rows = "".join(f"{n},Bank {n}\n" for n in range(1, 1000))
    new = preview(Lists(), "export_banks", [Path(_file(tmp_path, "b\u202eanks.csv", f"kode,uraian\n{rows}"))], TODAY)
    assert "checksum" in vars(new.codes)
    assert new.codes.source.en == "banks.csv"
    said = "\n".join(changes(new, "en"))
    assert "and 960 more" in said
    assert len(said) < 1200


def test_a_tariff_comes_from_a_workbook_and_from_csv_alike(command: Command, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in TARIFF:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    (tmp_path / "btki.xlsx").write_bytes(packed.getvalue())
    text = "\n".join(",".join(row) for row in TARIFF)
    checksums = []
    for file in (tmp_path / "btki.xlsx", _file(tmp_path, "btki.csv", text)):
        told = json.loads(command("lists", "import", "btki", file, "--json").out)
        assert (told["taken"], told["added"]) == (True, ["64039990"])
        checksums.append(told["list"]["checksum"])
        assert command("lists", "undo", "tariff").code == 0
    assert checksums[0] == checksums[1]


def test_unece_parts_are_one_list_whose_edition_stands_in_their_names(command: Command, tmp_path: Path) -> None:
    line = '"","{}","{}","{}","{}","","1--4----","AF","0901","","",""\n'
    parts = [
        _file(tmp_path, "2025-1 UNLOCODE CodeListPart1.csv", line.format("AU", "ZZZ", "Zed", "Zed")),
        _file(tmp_path, "2025-1 UNLOCODE CodeListPart2.csv", line.format("NL", "ZZZ", "Zed aan Zee", "Zed aan Zee")),
    ]
    told = json.loads(command("lists", "import", "unlocode", *parts, "--json").out)
    assert told["added"] == ["AUZZZ", "NLZZZ"]
    assert told["list"]["edition"] == "2025-1 (2026-11-24)"
    assert "NLRTM" in told["dropped"]
    assert "DEHAM" not in told["dropped"]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["import", "woods", "x.csv"], "Choose one of: areas, btki,"),
        (["import"], "Name the list: siap-ekspor lists import LIST. Choose one of: areas, btki,"),
        (["undo"], "Name the list: siap-ekspor lists undo LIST. Choose one of: areas, btki,"),
        (["undo", "units"], "Choose one of: areas, btki,"),
        (["import", "ports"], "Name the file: siap-ekspor lists import ports FILE"),
        (["import", "ports", "missing.csv"], "There is no file missing.csv"),
        (["burn", "ports"], "Choose one of: import, undo"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(command: Command, arguments: list[str], part: str) -> None:
    code, out, err = command("lists", *arguments)
    assert (code, out) == (2, "")
    assert part in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"PK\x03\x04 broken", "workbook cannot be opened"),
        (b"kode,uraian\n2,BRI\n2,BRI\n", "Line 3: The code 2 stands twice"),
        (b"", "not a single code"),
        (b"\0k\0o", "is no CSV"),
        (b"\xff\xfek", "is no CSV"),
        (b"<html><table>", "is a web page"),
    ],
)
def test_a_wrong_file_changes_nothing(command: Command, tmp_path: Path, data: bytes, part: str) -> None:
    (tmp_path / "wrong.csv").write_bytes(data)
    code, out, err = command("lists", "import", "export_banks", tmp_path / "wrong.csv")
    assert (code, out) == (2, "")
    assert part in err
    assert not (tmp_path / "data").exists()


def test_a_damaged_imported_list_is_told(command: Command, tmp_path: Path) -> None:
    file = _file(tmp_path, "banks.csv", BANKS)
    command("lists", "import", "export_banks", file)
    kept = tmp_path / "data" / "lists" / "export_banks.csv"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Bank Baru", "Bank Palsu"), encoding="utf-8")
    out = command("lists").out
    assert "export_banks taken from a file cannot be read" in out
    own = command("lists", SIAP_EKSPOR_LANG="id").out
    assert "daftar bawaan yang dipakai: isinya berubah atau rusak" in own
    assert "changed" not in own
    assert "has been changed" in json.loads(command("lists", "--json").out)["damaged"]["export_banks"]


def test_only_known_lists_can_be_imported() -> None:
    assert set(KINDS) <= set(TITLES)


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
