"""Countries with their English and Indonesian names: codes from pycountry, names from Babel (Unicode CLDR)."""

from __future__ import annotations

from importlib.metadata import version

from app.reference.code_list import CodeList, Entry
from app.reference.list_titles import TITLES
from app.words import Text, same

# Babel's Indonesian names that read oddly on a paper (compared 2026-11-24 with pycountry and trade usage).
_INDONESIAN_NAMES = {"HK": "Hong Kong", "MM": "Myanmar", "PS": "Palestina", "CI": "Pantai Gading"}

# What people here say and type instead (trade usage, looked at 2026-11-24).
_SYNONYMS = {
    "GB": "UK|Inggris|Britania Raya|Great Britain|England|Scotland|Skotlandia|Wales|The United Kingdom",
    "US": "Amerika|The United States",
    "AE": "UAE|UEA",
    "KR": "Korsel",
    "KP": "Korut",
    "PH": "The Philippines",
    "CN": "Cina|RRC|RRT",
    "NL": "Holland|The Netherlands",
    "MM": "Burma",
    "HK": "Hongkong",
    "TR": "Turkey",
    "CI": "Ivory Coast",
}

_DATE = "2026-11-24"
"""The day its names were last compared with usage."""


def country_list() -> CodeList:
    """All countries of ISO 3166-1."""
    import pycountry  # 50 ms, paid only where a country is named
    from babel import Locale

    indonesian, english = Locale("id").territories, Locale("en").territories
    entries = {}
    for country in pycountry.countries:
        code = country.alpha_2
        name = Text(_INDONESIAN_NAMES.get(code, indonesian.get(code, country.name)), english.get(code, country.name))
        synonyms = "|".join(filter(None, (country.alpha_3, country.name, _SYNONYMS.get(code))))
        entries[code] = Entry(code, name, {"synonyms": synonyms})
    edition = f"pycountry {version('pycountry')}, Babel {version('babel')}"
    return CodeList("countries", TITLES["countries"], same("ISO 3166-1"), edition, entries, _DATE)
