"""I3: whatever stands in a shipment, its papers' files have names that every system takes, in a path of 240 letters."""

from __future__ import annotations

import random
import re
from pathlib import Path, PureWindowsPath

import pytest

from app.domain.party import Buyer
from app.domain.references import References
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.files import write_numbered
from app.services.paper_names import merged_stem, paper_stem
from app.services.program import Program

pytestmark = pytest.mark.bar("I3")
LONGEST_PATH = 240
_FOLDER = r"C:\Users\Siti Nurhaliza Contoh\Documents\Ekspor 2026"
_VALID = re.compile(r"[A-Za-z0-9_-]+")
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\..*)?", re.IGNORECASE)
_PIECES = (
    "..", "/", "\\", ":", "*", "?", '"', "<", ">", "|", "\x00", "\n", "\t", " ", ".", "CON", "nul", "LPT1", "~", "%",
    "$(x)", "C:", "\\\\server\\share", "\u202e", "\ufeff", "\ud800", "商", "é", "ß", "ا", "\U0001f600",
    "INV", "2026", "-", "_",
)  # fmt: skip


def some_text(source: random.Random) -> str:
    """Anything a person, or an attacker, may write as a name or a number."""
    return "".join(source.choices(_PIECES, k=source.randint(0, 30))) * source.choice((1, 1, 1, 10))


@pytest.mark.parametrize("count", [100_000])
def test_random_names_are_safe_on_every_system(program: Program, at: Circumstances, count: int) -> None:
    source = random.Random(3)
    forms = list(program.catalog.forms.values())
    bad, longest = [], 0
    for n in range(count):
        number, buyer = some_text(source), some_text(source)
        shipment = Shipment(title=number, buyer=Buyer(name=buyer), references=References(invoice_no=number))
        stem = merged_stem(shipment) if n % 3 == 0 else paper_stem(forms[n % len(forms)], shipment, at)
        name = f"{stem}-9999.pdf"
        longest = max(longest, len(str(PureWindowsPath(_FOLDER, name))))
        if not _VALID.fullmatch(stem) or _RESERVED.fullmatch(name) or PureWindowsPath(name).name != name:
            bad.append(number)
    print(f"I3: {count} random names, {len(bad)} bad, longest path {longest}")
    assert not bad
    assert longest <= LONGEST_PATH


def test_a_thousand_papers_of_the_same_name_stand_beside_each_other(tmp_path: Path) -> None:
    names = {write_numbered(tmp_path, "INV-1_DRAFT", ".pdf", str(n).encode()).name for n in range(200)}
    assert len(names) == 200
    assert {path.name for path in tmp_path.iterdir()} == names
