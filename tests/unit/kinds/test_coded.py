"""Codes and choices: typed as code, name or synonym, kept as the code."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.goods import CONDITION
from app.domain.packing import CONTAINER_STATUS
from app.kinds.choice import Choice, YesNo
from app.kinds.coded import Coded, ContainerType, Country, Currency, Incoterm, PackageKind, Unit
from app.kinds.customs_codes import ExportBank, ExportCategory, TradeMethod
from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.kinds.places import CustomsOffice, CustomsPort, OriginArea, Port
from app.kinds.registry import KINDS, kind_named
from tests.unit.kinds.every_kind import AT, BOTH, every_kind

CODED = [kind for kind in every_kind().values() if isinstance(kind, Coded)]
CHOICES = {name: kind for name, kind in every_kind().items() if isinstance(kind, Choice)}


@pytest.mark.parametrize("kind", CODED, ids=lambda kind: kind.name)
def test_every_code_fits_the_shape_of_its_kind_and_is_read_by_all_its_names(kind: Coded) -> None:
    for code, entry in kind.codes(AT).entries.items():
        assert not isinstance(kind.check(code, AT), Misread | Doubt)
        for name in (code.lower(), *entry.name, entry.name.id.upper()):
            assert kind.parse(name, AT) == Reading(code), name


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Country(), "belanda", "NL"),
        (Country(), "Netherlands", "NL"),
        (Country(), "USA", "US"),
        (Country(), "amerika serikat", "US"),
        (Country(), "Inggris", "GB"),
        (Country(), "UK", "GB"),
        (Country(), "Cina", "CN"),
        (Country(), "Hongkong", "HK"),
        (Country(), "Korea Selatan", "KR"),
        (Country(), "Cote d'Ivoire", "CI"),
        (Country(), "AS", "AS"),
        (Currency(), "rupiah indonesia", "IDR"),
        (Currency(), "usd", "USD"),
        (Unit(), "PCS", "H87"),
        (Unit(), "pasang", "PR"),
        (Unit(), "pairs", "PR"),
        (Unit(), "m³", "MTQ"),
        (Unit(), "kg", "KGM"),
        (PackageKind(), "Kardus", "CT"),
        (PackageKind(), "cartons", "CT"),
        (PackageKind(), "koli", "PK"),
        (Incoterm(), "free  on board", "FOB"),
        (ContainerType(), "40HC", "45G1"),
        (ContainerType(), "40' HC", "45G1"),
        (ContainerType(), "40’ hq", "45G1"),
        (ContainerType(), "40 ft HC", "45G1"),
        (ContainerType(), "20 ft", "22G1"),
        (ContainerType(), "20'", "22G1"),
        (CustomsOffice(), "Tanjung Perak", "070100"),
        (CustomsOffice(), "KPPBC Juanda", "070500"),
        (OriginArea(), "kota mojokerto", "3576"),
        (OriginArea(), "Kab. Mojokerto", "3516"),
        (OriginArea(), "Mojokerto Regency", "3516"),
        (ExportBank(), "009", "9"),
        (ExportBank(), "bank jatim", "114"),
        (ExportCategory(), "sampel", "37"),
        (TradeMethod(), "konsinyasi", "10"),
    ],
)
def test_a_code_is_found_by_what_people_call_it(kind: Kind[str], text: str, code: str) -> None:
    assert kind.parse(text, AT) == Reading(code)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Country(), "xk"),
        (Currency(), "XYZ"),
        (Unit(), "B22"),
        (PackageKind(), "Z9"),
        (Incoterm(), "DAT"),
        (Port(), "NLXYZ"),
        (CustomsPort(), "IDZZZ"),
        (CustomsOffice(), "071236"),
        (OriginArea(), "3599"),
        (ExportBank(), "999"),
    ],
)
def test_a_code_that_the_list_lacks_is_kept_and_doubted_with_the_lists_day(kind: Coded, text: str) -> None:
    assert kind.parse(text, AT) == Reading(text.upper())
    found = kind.check(text.upper(), AT)
    assert isinstance(found, Doubt)
    assert "(daftar per 24-11-2026)" in found.message.into("id")
    assert "(as of 24-11-2026)" in found.message.into("en")
    assert kind.show(text.upper(), AT) == text.upper()


@pytest.mark.parametrize("kind", CODED, ids=lambda kind: kind.name)
def test_a_word_that_is_no_code_is_told_with_the_name_of_the_list(kind: Coded) -> None:
    for found in (kind.parse("entahlah", AT), kind.check("entahlah", AT)):
        assert isinstance(found, Misread)
        assert kind.codes(AT).title.id in found.message.into("id")
        assert kind.codes(AT).title.en in found.message.into("en")


@pytest.mark.parametrize(
    ("kind", "code", "id_form", "en_form"),
    [
        (Country(), "NL", "BELANDA", "NETHERLANDS"),
        (Currency(), "USD", "USD", "USD"),
        (Unit(), "PR", "pasang", "pairs"),
        (PackageKind(), "CT", "karton", "cartons"),
        (Incoterm(), "FOB", "FOB", "FOB"),
        (ContainerType(), "22G1", "22G1", "22G1"),
        (YesNo(), "no", "tidak", "no"),
        (CONDITION, "used", "bekas", "used"),
        (CONDITION, "mended", "mended", "mended"),
    ],
)
def test_papers_show_words_where_people_read_words(kind: Kind[str], code: str, id_form: str, en_form: str) -> None:
    assert [kind.show(code, at) for at in BOTH] == [id_form, en_form]


@pytest.mark.parametrize("kind", CHOICES.values(), ids=CHOICES)
def test_every_choice_is_read_by_its_wording_in_both_languages(kind: Choice) -> None:
    for code in kind.codes:
        for text in (code, code.upper(), *kind.named(code)):
            assert kind.parse(text, AT) == Reading(code)


def test_a_choice_that_does_not_exist_is_told_with_all_that_do() -> None:
    read = CONTAINER_STATUS.parse("setengah", AT)
    assert isinstance(read, Misread)
    assert read.message.into("en") == "Choose one of: full load (FCL), shared load (LCL). Typed: setengah"
    assert isinstance(CONTAINER_STATUS.check("HALF", AT), Doubt)


def test_a_declaration_names_kinds_with_their_settings() -> None:
    assert kind_named("choice", of="x", codes=("a",)) == Choice(of="x", codes=("a",))
    assert {name: type(kind_named(name)) for name in KINDS} == KINDS
    with pytest.raises(KeyError):
        kind_named("colour")
    with pytest.raises(TypeError):
        _named_with("weight", colour="red")


def _named_with(name: str, **settings: Any) -> None:
    kind_named(name, **settings)
