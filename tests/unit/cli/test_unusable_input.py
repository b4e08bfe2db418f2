"""Input that cannot be used: exit code 2, one line on stderr, nothing on stdout, nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Command, FileMaker
from tests.unit.records.test_hostile_files import HOSTILE

LANGUAGES = ("id", "en")
MISTYPED = (
    ("bogus",),
    ("check",),
    ("check", "a", "b"),
    ("check", "a", "--bogus"),
    ("check", "a", "--date"),
    ("documents",),
    ("pdf", "a"),
    ("pdf", "--out", "x"),
    ("pdf", "a", "--out", "x", "--lang", "fr"),
    ("pdf", "a", "--out", "x", "--paper", "A3"),
    ("schema", "a"),
    ("sample", "a", "b"),
    ("--bogus",),
)


def one_line_and_2(command: Command, *arguments: object, **environment: str) -> str:
    """The line, after seeing that it is one and that nothing else was said."""
    code, out, err = command(*arguments, **environment)
    assert (code, out) == (2, "")
    assert err.endswith("\n")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("arguments", MISTYPED, ids=" ".join)
def test_a_mistyped_command_is_answered_with_its_usage(command: Command, arguments: tuple[str, ...]) -> None:
    said = {language: one_line_and_2(command, *arguments, SIAP_EKSPOR_LANG=language) for language in LANGUAGES}
    assert "Cara pakai: siap-ekspor" in said["id"]
    assert "Usage: siap-ekspor" in said["en"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("bogus",), "documents"),
        (("check", "a", "b"), "b"),
        (("check", "a", "--bogus"), "--bogus"),
        (("pdf", "a", "--out", "x", "--mer"), "--mer"),
        (("pdf", "a", "--out", "x", "--lang", "fr"), "id, en, both"),
        (("pdf", "a", "--out", "x", "--paper", "A3"), "A4, F4, LETTER"),
        (("pdf", "a"), "--out DIR"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_mistyped_command_is_named(
    command: Command, arguments: tuple[str, ...], named: str, language: str
) -> None:
    assert named in one_line_and_2(command, *arguments, SIAP_EKSPOR_LANG=language)


@pytest.mark.parametrize(
    "arguments", [("sample", "batik_tokyo"), ("sample", "--out", "x"), ("sample", "nobody", "--out", "x")]
)
def test_a_sample_needs_a_known_name_and_a_file(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = {one_line_and_2(command, *arguments, SIAP_EKSPOR_LANG=language) for language in LANGUAGES}
    assert len(said) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_by_every_command_and_nothing_is_written(
    command: Command, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "hostile.ekspor"
    path.write_bytes(HOSTILE[kind])
    said = {one_line_and_2(command, *arguments) for arguments in (
        ("check", path), ("documents", path, "--json"),
        ("pdf", path, "--out", tmp_path / "out", "--doc", "commercial_invoice"),
    )}  # fmt: skip
    assert len(said) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["hostile.ekspor"]


@pytest.mark.parametrize("name", ["missing.ekspor", ".", "hostile.ekspor/inside"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_cannot_be_opened_is_told_by_name(
    command: Command, tmp_path: Path, name: str, language: str
) -> None:
    (tmp_path / "hostile.ekspor").write_bytes(b"")
    assert str(tmp_path / name) in one_line_and_2(command, "check", tmp_path / name, SIAP_EKSPOR_LANG=language)


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-30", "2026-13-01", "1e9", "0000-00-00"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_is_none_is_refused(command: Command, sample_file: FileMaker, day: str, language: str) -> None:
    said = one_line_and_2(command, "check", sample_file("batik_tokyo"), "--date", day, SIAP_EKSPOR_LANG=language)
    assert "2026-12-02" in said


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", "1e9", "9" * 30, "\u0663", " 5"])
def test_an_epoch_that_is_none_is_refused(command: Command, sample_file: FileMaker, epoch: str) -> None:
    said = one_line_and_2(command, "check", sample_file("batik_tokyo"), SOURCE_DATE_EPOCH=epoch)
    assert "SOURCE_DATE_EPOCH" in said


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("forms/own_paper/form.toml", "title = ", "own_paper/form.toml"),
        ("forms/own_paper/form.toml", 'title = { id = "", en = "" }', "own_paper/form.toml"),
        ("forms/_fields/own.toml", "[x]\nlabel = 1", "_fields/own.toml"),
    ],
)
@pytest.mark.parametrize("name", ["check", "documents", "schema", "pdf"])
def test_a_mistake_in_a_form_of_ones_own_is_told_by_file(
    command: Command, sample_file: FileMaker, tmp_path: Path, name: str, file: str, text: str, named: str
) -> None:
    path = tmp_path / "data" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    rest = {"schema": (), "pdf": (sample_file("batik_tokyo"), "--out", tmp_path / "out")}
    said = one_line_and_2(command, name, *rest.get(name, (sample_file("batik_tokyo"),)))
    assert named in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["{{ d.nothing_of_this_name }}", "{% if %}", "<document><nonsense/></document>"])
def test_a_mistake_in_a_template_of_ones_own_is_told_by_file_and_leaves_no_half_set(
    command: Command, sample_file: FileMaker, tmp_path: Path, text: str
) -> None:
    template = tmp_path / "data" / "templates" / "packing_list.xml.j2"
    template.parent.mkdir(parents=True)
    template.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    for language in LANGUAGES:
        said = one_line_and_2(
            command, "pdf", sample_file("footwear_rotterdam"), "--out", out, SIAP_EKSPOR_LANG=language
        )
        assert "packing_list" in said
    assert not out.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_must_be_chosen_and_known(command: Command, hand_made: FileMaker, tmp_path: Path, language: str) -> None:
    out = tmp_path / "out"
    for asked in ((), ("--doc", "no_such"), ("--doc", ""), ("--doc", "commercial_invoice", "--doc", "no_such")):
        said = one_line_and_2(command, "pdf", hand_made(), "--out", out, *asked, SIAP_EKSPOR_LANG=language)
        assert "commercial_invoice" in said
    assert not out.exists()


def test_a_file_where_the_folder_should_be_is_told(command: Command, sample_file: FileMaker, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    said = one_line_and_2(command, "pdf", sample_file("batik_tokyo"), "--out", tmp_path / "out")
    assert str(tmp_path / "out") in said
    assert (tmp_path / "out").read_bytes() == b"mine"
