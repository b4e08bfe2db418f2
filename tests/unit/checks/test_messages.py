"""Every message of every rule: in both languages, says what to do, has no gap left open, and speaks plainly."""

from __future__ import annotations

import re

import pytest

from app.checks.check import rule_problems
from app.checks.labels import label_of
from app.checks.side_by_side import COMPARED, figures_of
from app.domain.derived import Figures
from app.domain.paths import declared_path, with_value
from app.domain.problems import RULES
from app.domain.report import open_problems
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.words import LANGUAGES, catalogue
from tests.conftest import TODAY, sample_named
from tests.unit.checks.rule_cases import CASES

# What ui.md bans; "error" also in Indonesian.
BANNED = ("tidak valid", "harap", "maaf", "silakan", "wajib diisi", "error", "gagal", "invalid", "please", "sorry")
# The word that asks somebody to do something, somewhere in the sentence.
ASKS = {
    "id": re.compile(
        r"\b(Ubah|Isi|Pilih|Samakan|Cocokkan|Pakai|Minta|Tanyakan|Tulis|Hapus|Salin|Perbaiki|Kurangi|Kirim|Keluarkan"
        r"|Siapkan|Majukan|Bandingkan|[Pp]ertimbangkan|menanyakan|tanyakan|isikan|Ambil|seharusnya|terima)\b"
    ),
    "en": re.compile(
        r"\b(Change|[Ff]ill|Choose|Make|Use|Ask|Write|Delete|Copy|Mend|Lower|Send|Take|Remove|Prepare|Ship|Compare|Spell|[Cc]onsider"
        r"|ask|should|take)\b"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_message_says_what_to_do_in_plain_words(name: str, program: Program, at: Circumstances) -> None:
    broken = CASES[name][0]
    for problem in rule_problems(program.catalog, [RULES[name]], Figures(broken, at)):
        for language in LANGUAGES:
            said = problem.message.into(language)
            assert "{" not in said
            assert "}" not in said
            assert not said.endswith(".")
            assert ASKS[language].search(said), said
            assert not [word for word in BANNED if re.search(rf"\b{word}\b", said.lower())]


@pytest.mark.parametrize("name", CASES)
def test_the_message_uses_words_of_the_label_of_its_field_or_of_one_it_is_compared_with(
    name: str, program: Program, at: Circumstances
) -> None:
    broken = CASES[name][0]
    for problem in rule_problems(program.catalog, [RULES[name]], Figures(broken, at)):
        paths = {declared_path(broken, problem.path), *RULES[name].reads} & program.catalog.words.keys()
        for language in LANGUAGES:
            said = problem.message.into(language).casefold()
            labels = " ".join(label_of(program.catalog, path).into(language) for path in paths).casefold()
            assert [word for word in re.findall(r"[\w/]{3,}", labels) if word in said], said


def test_both_languages_have_the_same_gaps() -> None:
    for rule, text in catalogue("rules").items():
        gaps = [sorted(set(re.findall(r"\{(\w+)\}", text.into(language)))) for language in LANGUAGES]
        assert gaps[0] == gaps[1], rule


def test_no_message_is_of_no_rule() -> None:
    assert {f"rules.{key}" for key in catalogue("rules")} == {rule.message for rule in RULES.values()}


@pytest.mark.parametrize("name", CASES)
def test_both_sides_of_a_comparison_have_their_words_and_differ(name: str, program: Program, at: Circumstances) -> None:
    for problem in rule_problems(program.catalog, [RULES[name]], Figures(CASES[name][0], at)):
        for language in LANGUAGES:
            sides = [(side.label.into(language), side.value.into(language)) for side in figures_of(problem)]
            assert len({label for label, _ in sides}) == len({value for _, value in sides}) == len(sides)
            assert bool(sides) is (problem.message.id in COMPARED)
            assert all(value in problem.message.into(language) for _, value in sides)


def test_the_report_puts_both_sides_beside_each_other(program: Program) -> None:
    order = with_value(sample_named("furniture_hamburg_lc"), "letter_of_credit.currency", "USD")
    (first, *_) = open_problems(Figures(order, program.circumstances(TODAY, "id")))
    assert (first.sentence, first.compared) == (
        "Faktur dalam EUR, L/C dalam USD. Samakan keduanya",
        "Di faktur: EUR | Di L/C: USD",
    )


def test_only_messages_of_rules_are_compared() -> None:
    assert set(COMPARED) <= {rule.message for rule in RULES.values()}
