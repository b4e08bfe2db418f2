"""``siap-ekspor pdf``: the papers on disk, what is printed about them, and how it ends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import SAMPLES, sample_named
from tests.unit.cli.conftest import Command, FileMaker

BOTH = ("--doc", "commercial_invoice", "--doc", "packing_list")
SIZES = {"A4": (595, 842), "F4": (609, 935), "LETTER": (612, 792)}


def text_of(path: Path) -> str:
    """The words on all pages, blanks made one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(path).pages)


def printed(out: str) -> list[Path]:
    """The paths that the command printed."""
    return [Path(line) for line in out.splitlines()]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_chosen_paper_of_a_sample_is_written_and_its_path_printed(
    command: Command, sample_file: FileMaker, tmp_path: Path, name: str
) -> None:
    code, out, _ = command("pdf", sample_file(name), "--out", tmp_path / "out")
    chosen = {row.form for row in sample_named(name).documents or ()}
    assert sorted(printed(out)) == sorted((tmp_path / "out").iterdir())
    assert len(printed(out)) == len(chosen)
    # The Japanese name of the batik sample is the one text that a machine without a fitting font cannot draw.
    assert code == 0 or name == "batik_tokyo"
    seller = "".join((sample_named(name).exporter.name or "").split())
    for path in printed(out):
        assert "DRAF" in text_of(path)
        assert seller in "".join(text_of(path).split())


def test_a_chosen_paper_that_nobody_knows_is_told_and_the_others_are_made(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    path = hand_made(documents=[{"id": "a", "form": "of_the_future"}, {"id": "b", "form": "packing_list"}])
    code, out, err = command("pdf", path, "--out", tmp_path / "out")
    assert (code, len(printed(out))) == (1, 1)
    assert "of_the_future" in err.splitlines()[0]


@pytest.mark.parametrize("charge", [{}, {"kind": "of_the_future"}, {"kind": "of_the_future", "text": "Fee"}])
def test_a_charge_of_no_known_kind_is_printed_all_the_same(
    command: Command, hand_made: FileMaker, tmp_path: Path, charge: dict[str, str]
) -> None:
    path = hand_made(charges=[{"id": "c", "amount": "12.34", "place": "on_invoice", **charge}])
    code, out, _ = command("pdf", path, "--out", tmp_path / "out", "--doc", "commercial_invoice")
    assert code == 0
    assert "12.34" in text_of(Path(out.strip()))


def test_doc_may_be_repeated_and_a_paper_named_twice_is_made_once(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    twice = (*BOTH, "--doc", "packing_list")
    _, out, _ = command("pdf", sample_file("footwear_rotterdam"), "--out", tmp_path / "out", *twice)
    assert [path.name[:3] for path in printed(out)] == ["INV", "PL-"]


def test_only_the_paper_named_is_made(command: Command, sample_file: FileMaker, tmp_path: Path) -> None:
    path = sample_file("footwear_rotterdam")
    _, out, _ = command("pdf", path, "--out", tmp_path / "out", "--doc", "packing_list")
    assert [path.name[:3] for path in printed(out)] == ["PL-"]
    assert [path.name[:3] for path in (tmp_path / "out").iterdir()] == ["PL-"]


def test_merged_papers_are_one_file_with_all_their_pages(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    path = sample_file("footwear_rotterdam")
    single = printed(command("pdf", path, "--out", tmp_path / "single", *BOTH).out)
    code, out, err = command("pdf", path, "--out", tmp_path / "merged", *BOTH, "--merge")
    (merged,) = printed(out)
    assert (code, err) == (0, "")
    assert merged.name.startswith("EKSPOR-")
    assert pages_of(merged) == sum(map(pages_of, single))
    assert [entry.title for entry in PdfReader(merged).outline if not isinstance(entry, list)]
    assert len(PdfReader(merged).outline) == 2


def test_a_paper_made_again_stands_beside_the_first_byte_for_byte(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    asked = ("pdf", sample_file("footwear_rotterdam"), "--out", tmp_path / "out", "--doc", "commercial_invoice")
    (first,), (second,) = printed(command(*asked).out), printed(command(*asked).out)
    assert second.name == f"{first.stem}-2.pdf"
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("size", SIZES)
def test_a_paper_has_the_size_asked_for(command: Command, sample_file: FileMaker, tmp_path: Path, size: str) -> None:
    asked = (sample_file("batik_tokyo"), "--out", tmp_path / "out", "--paper", size)
    for path in printed(command("pdf", *asked).out):
        for page in PdfReader(path).pages:
            assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(SIZES[size], abs=1)


def test_a_paper_speaks_the_language_asked_for(command: Command, sample_file: FileMaker, tmp_path: Path) -> None:
    asked = ("pdf", sample_file("footwear_rotterdam"), "--out", tmp_path / "out", "--doc", "packing_list", "--lang")
    said = {language: text_of(printed(command(*asked, language).out)[0]).upper() for language in ("id", "en", "both")}
    assert "PACKING LIST" in said["en"]
    assert "DAFTAR KEMASAN" not in said["en"]
    assert "DAFTAR KEMASAN" in said["id"]
    assert "PACKING LIST" in said["both"]
    assert "DAFTAR KEMASAN" in said["both"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_missing_goes_to_stderr_one_line_a_paper_and_ends_with_0(
    command: Command, hand_made: FileMaker, tmp_path: Path, language: str
) -> None:
    code, out, err = command("pdf", hand_made(), "--out", tmp_path / "out", *BOTH, SIAP_EKSPOR_LANG=language)
    assert (code, len(printed(out)), len(err.splitlines())) == (0, 2, 2)
    assert all({"id": "masih kurang", "en": "still lacking"}[language] in line for line in err.splitlines())


@pytest.mark.parametrize("language", ["id", "en", "both"])
@pytest.mark.parametrize("merge", [(), ("--merge",)])
def test_a_shipment_with_nothing_filled_in_gives_every_paper(
    command: Command, hand_made: FileMaker, tmp_path: Path, program: Any, language: str, merge: tuple[str, ...]
) -> None:
    every = [part for form in program.catalog.forms for part in ("--doc", form)]
    code, out, _ = command("pdf", hand_made(), "--out", tmp_path / "out", *every, "--lang", language, *merge)
    assert code == 0
    assert len(printed(out)) == (1 if merge else len(program.catalog.forms))
    assert all(pages_of(path) for path in printed(out))


def test_a_text_that_no_font_can_draw_is_told_and_ends_with_1(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    odd = chr(0x10FFFD)
    asked = (hand_made(buyer={"name": f"BUYER {odd}"}), "--out", tmp_path / "out", "--doc", "commercial_invoice")
    code, out, err = command("pdf", *asked)
    assert code == 1
    assert pages_of(printed(out)[0]) == 1
    assert odd in err


HOSTILE_TEXTS = (
    "{{ 7 * 7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{0} {title} %s %(x)d",
    "<b>bold</b> & </para> &amp; <br/>",
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">x</a>',
    "]]> <!-- --> <?php ?>",
    "$(rm) `ls` \\textbf{x}",
    "=1+1 'quoted' \"quoted\"",
)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_markup_braces_and_scripts_print_literally(
    command: Command, hand_made: FileMaker, tmp_path: Path, text: str
) -> None:
    path = hand_made(buyer={"name": text}, goods=[{"id": "a", "description": text}], packing={"marks": text})
    _, out, _ = command("pdf", path, "--out", tmp_path / "out", *BOTH)
    for paper in printed(out):
        assert "".join(text.split()) in "".join(text_of(paper).split())
        assert not any("/Annots" in page for page in PdfReader(paper).pages)


def test_a_word_of_300_letters_breaks_nothing(command: Command, hand_made: FileMaker, tmp_path: Path) -> None:
    word = "Wort" * 75
    path = hand_made(
        buyer={"name": word, "address": word}, goods=[{"id": "a", "description": word, "article_no": word}]
    )
    _, out, _ = command("pdf", path, "--out", tmp_path / "out", *BOTH)
    for paper in printed(out):
        assert "".join(text_of(paper).split()).count("Wort") >= 150


def test_a_description_of_2000_words_is_printed_to_its_end(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    words = " ".join(f"w{n}" for n in range(2_000))
    path = hand_made(goods=[{"id": "a", "description": words}, {"id": "b", "description": "THE NEXT LINE"}])
    code, out, _ = command("pdf", path, "--out", tmp_path / "out", "--doc", "commercial_invoice")
    said = text_of(printed(out)[0])
    assert code == 0
    assert pages_of(printed(out)[0]) > 1
    assert {f"w{n}" for n in range(2_000)} <= set(said.split())
    assert said.index("w1999") < said.index("THE NEXT LINE")


def test_5000_lines_are_all_there_and_the_pages_count_themselves(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    same = {"quantity": 2, "unit": "PCE", "unit_price": "1.25"}
    goods = [{"id": f"g{n}", "description": f"ARTICLE-{n}."} | same for n in range(1, 5_001)]
    path = hand_made(currency="USD", goods=goods)
    code, out, _ = command("pdf", path, "--out", tmp_path / "out", "--doc", "commercial_invoice")
    reader = PdfReader(printed(out)[0])
    pages = len(reader.pages)
    said = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert code == 0
    assert all(f"{n} of {pages}" in text for n, text in enumerate(said, start=1))
    assert re.findall(r"ARTICLE-([0-9]+)\.", " ".join(said)) == [str(n) for n in range(1, 5_001)]
    assert "12,500.00" in said[-1]


def test_today_is_printed_on_the_paper(command: Command, hand_made: FileMaker, tmp_path: Path) -> None:
    asked = ("pdf", hand_made(), "--out", tmp_path / "out", "--doc", "commercial_invoice")
    said = [
        text_of(printed(command(*asked, "--date", "2027-03-09").out)[0]),
        text_of(printed(command(*asked, "--date", "2027-03-09", SOURCE_DATE_EPOCH="0").out)[0]),
        text_of(printed(command(*asked, SOURCE_DATE_EPOCH="0").out)[0]),
        text_of(printed(command(*asked, SOURCE_DATE_EPOCH="86399").out)[0]),
    ]
    assert ["9 March 2027" in text for text in said] == [True, True, False, False]
    assert ["1 January 1970" in text for text in said] == [False, False, True, True]


def test_a_broken_logo_is_told_and_the_paper_made_all_the_same(
    command: Command, hand_made: FileMaker, tmp_path: Path
) -> None:
    logo = [{"id": "l", "name": "logo.png", "content": "bm90IGEgcGljdHVyZQ=="}]
    path = hand_made(exporter={"name": "X", "logo": "l"}, attachments=logo)
    code, out, err = command("pdf", path, "--out", tmp_path / "out", "--doc", "commercial_invoice")
    assert pages_of(printed(out)[0]) == 1
    assert code == 1
    assert "logo" in err
