"""Identifiers: what is taken as typed, what is kept, what is doubted."""

from __future__ import annotations

from typing import Any

import pytest
from lokal import wilayah

from app.kinds.bank_numbers import Iban
from app.kinds.choice import RowId
from app.kinds.digits import ForeignHsCode, HsCode, Nib, Nitku
from app.kinds.identifiers import Email, Eori, FormId, Phone, Swift
from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.kinds.npwp import Nik, Npwp
from app.kinds.places import CustomsOffice, CustomsPort, OriginArea, Port
from app.kinds.text import Lines, PlainText
from app.kinds.transport_numbers import AirWaybillNumber, ContainerNumber, ImoNumber
from tests.unit.kinds.every_kind import AT


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Npwp(), "01.312.166.0-091.000", "0013121660091000"),
        (Npwp(), "013121660091000", "0013121660091000"),
        (Npwp(), "0013 1216 6009 1000", "0013121660091000"),
        (Nik(), "3171 0130 0190 0001", "3171013001900001"),
        (Nib(), "9120 0012 34567", "9120001234567"),
        (Nitku(), "000000", "000000"),
        (HsCode(), "6403.99.90", "64039990"),
        (HsCode(), "64.03.99.90", "64039990"),
        (HsCode(), "64039990", "64039990"),
        (ForeignHsCode(), "6403.99.98.31", "6403999831"),
        (ContainerNumber(), "CSQU 305438-3", "CSQU3054383"),
        (ContainerNumber(), "csqu305438/3", "CSQU3054383"),
        (AirWaybillNumber(), "126-12345675", "12612345675"),
        (AirWaybillNumber(), "126 1234 5675", "12612345675"),
        (Swift(), "cena id ja", "CENAIDJA"),
        (Swift(), "BRINIDJA xxx", "BRINIDJAXXX"),
        (Eori(), "nl 000099998", "NL000099998"),
        (Eori(), "GB123456789000", "GB123456789000"),
        (Port(), "id sub", "IDSUB"),
        (Port(), "Surabaya", "IDSUB"),
        (CustomsPort(), "Tanjung Perak", "IDTPE"),
        (Port(), "USLA2", "USLA2"),
        (CustomsPort(), "idtpe", "IDTPE"),
        (CustomsPort(), "ID001", "ID001"),
        (CustomsOffice(), "07.01.00", "070100"),
        (OriginArea(), "35.76", "3576"),
        (Phone(), "+62 321 555 0101", "+62 321 555 0101"),
        (Phone(), "(0321)  555-0101", "(0321) 555-0101"),
        (Phone(), "0812-3456-7890", "0812-3456-7890"),
        (Phone(), "021 5790123 Ext. 12", "021 5790123 Ext. 12"),
        (Phone(), "\u202a+62 812-3456-7890\u202c", "+62 812-3456-7890"),
        (Email(), "Ekspor@usaha.co.id", "Ekspor@usaha.co.id"),
        (Email(), " budi.s+ekspor@xn--mller-kva.de ", "budi.s+ekspor@xn--mller-kva.de"),
        (FormId(), "packing_list", "packing_list"),
        (RowId(), "Row-1_a", "Row-1_a"),
        (PlainText(), "Jl. Raya 5\nMojokerto", "Jl. Raya 5 Mojokerto"),
        (Lines(), "A/1\r\n\r\nB/2 \r", "A/1\n\nB/2"),
        (PlainText(), "Cafe\u200b\u0301", "Café"),
    ],
)
def test_an_identifier_is_kept_in_its_one_form(kind: Kind[str], text: str, value: str) -> None:
    assert kind.parse(text, AT) == Reading(value)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (Npwp(), "01312166009100", "npwp_length"),
        (Npwp(), "0013121660091000000000", "npwp_with_nitku"),
        (Npwp(), "01.312.166.O-091.000", "digits_only"),
        (Nik(), "317101300190000", "wrong_length"),
        (Nik(), "٣١٧١٠١٣٠٠١٩٠٠٠٠١", "digits_only"),
        (Nib(), "912000123456", "wrong_length"),
        (HsCode(), "640399", "wrong_length"),
        (HsCode(), "6403.99.9²", "digits_only"),
        (HsCode(), ".-/", "digits_only"),
        (ForeignHsCode(), "64039", "wrong_length"),
        (ContainerNumber(), "CSQ3054383", "container_shape"),
        (ImoNumber(), "907472", "imo_shape"),
        (Iban(), "1234567890", "iban_shape"),
        (AirWaybillNumber(), "126-1234567", "awb_shape"),
        (Swift(), "CENAIDJ", "swift_shape"),
        (Swift(), "CENA1DJA1", "swift_shape"),
        (Eori(), "12345", "eori_shape"),
        (Eori(), "NL1234567890123456", "eori_shape"),
        (Port(), "IDSU1", "not_in_list"),
        (Port(), "Kota Antah", "not_in_list"),
        (CustomsPort(), "IDTP", "not_in_list"),
        (Phone(), "tanya Pak Budi", "phone_shape"),
        (Phone(), "123", "phone_shape"),
        (Email(), "ekspor@usaha", "email_shape"),
        (Email(), "ekspor usaha@x.id", "email_shape"),
        (Email(), "a@b.id, c@d.id", "email_shape"),
        (FormId(), "Packing list", "form_shape"),
        (RowId(), "a b", "not_an_id"),
        (RowId(), "a" * 41, "not_an_id"),
        (PlainText(limit=5), "enam e", "text_too_long"),
        (Lines(limit=5), "a\nb\nc\n d", "text_too_long"),
    ],
)
def test_what_has_another_shape_is_told_what_the_shape_is(kind: Kind[str], text: str, message: str) -> None:
    read = kind.parse(text, AT)
    assert isinstance(read, Misread)
    assert read.message.id == f"kinds.{message}"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Npwp(), "0013121660091000"),
        (Npwp(), "01.312.166.0-091.000"),
        (Npwp(), "3171013001900001"),
        (Nik(), "3171013001900001"),
        (Nik(), "3171.0130.0190.0001"),
        (Nik(), "3171017001900001"),
        (Nik(), "3171012902000001"),
        (Nik(), "9501013001900001"),
        (Nik(), "6501013001900001"),
        (Nik(), "5401013001700001"),
        (ContainerNumber(), "CSQU3054383"),
        (ContainerNumber(), "csqu 305438-3"),
        (AirWaybillNumber(), "12612345675"),
        (ContainerNumber(), "MSKU0383250"),
        (ImoNumber(), "IMO 9074729"),
        (ImoNumber(), "9319466"),
        (Iban(), "NL91 ABNA 0417 1643 00"),
        (Iban(), "DE89370400440532013000"),
        (Iban(), "GB29NWBK60161331926819"),
        (Swift(), "CENAIDJA"),
        (Swift(), "BRINIDJAXXX"),
        (Eori(), "NL000099998"),
        (Eori(), "XI123456789000"),
        (Phone(), "021-5790123"),
        (Phone(), "0812-3456-7890"),
        (Phone(), "+31 10 252 1010"),
        (Phone(), "(0321) 555-0101 ext. 5"),
    ],
)
def test_a_number_with_the_right_inside_is_not_doubted(kind: Kind[str], value: str) -> None:
    assert kind.check(value, AT) is None


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (Npwp(), "0013121661091000", "npwp_check"),
        (Npwp(), "0000000000000000", "npwp_zeros"),
        (Npwp(), "1091031210912281", "npwp_unusual"),
        (Nik(), "3171013002900001", "nik_birth"),
        (Nik(), "3171010001900001", "nik_birth"),
        (Nik(), "3171017201900001", "nik_birth"),
        (Nik(), "3171014001900001", "nik_birth"),
        (Nik(), "3171012902010001", "nik_birth"),
        (Nik(), "3171013001900000", "nik_serial"),
        (Nik(), "1071013001900001", "nik_province"),
        (Nik(), "3299013001900001", "nik_area"),
        (ContainerNumber(), "CSQU3054384", "check_digit"),
        (ContainerNumber(), "ABCD1234560", "container_letter"),
        (AirWaybillNumber(), "12612345676", "check_digit"),
        (ImoNumber(), "9074728", "check_digit"),
        (Iban(), "NL92ABNA0417164300", "iban_check"),
        (Iban(), "NL58ABNA041716430", "iban_length"),
        (Iban(), "NL91ABNA041716430", "iban_length"),
        (Iban(), "NL91ABN10417164300", "iban_structure"),
        (Iban(), "ZZ91ABNA0417164300", "iban_structure"),
        (Nib(), "0000000000000", "nib_zeros"),
        (Swift(), "CENAQQJA", "swift_country"),
        (Eori(), "US123456789", "eori_country"),
        (Phone(), "14000", "phone_unusual"),
        (Phone(), "+62 321 55", "phone_unusual"),
        (Phone(), "+999 12345678", "phone_unusual"),
    ],
)
def test_a_number_with_an_odd_inside_is_doubted_but_kept(kind: Kind[str], value: str, message: str) -> None:
    assert kind.parse(value, AT) == Reading(value)
    found = kind.check(value, AT)
    assert isinstance(found, Doubt)
    assert found.message.id == f"kinds.{message}"
    assert value in found.message.into("id") or message.endswith("_zeros")


@pytest.mark.parametrize(
    ("kind", "value", "digit"),
    [
        (ContainerNumber(), "CSQU3054384", "3"),
        (AirWaybillNumber(), "12612345671", "5"),
        (Npwp(), "0013121661091000", "0"),
        (ImoNumber(), "9074720", "9"),
        (Iban(), "GB00NWBK60161331926819", "29"),
    ],
)
def test_a_wrong_check_digit_is_told_with_the_right_one(kind: Kind[str], value: str, digit: str) -> None:
    found = kind.check(value, AT)
    assert isinstance(found, Doubt)
    assert found.message.into("en").endswith(f"should be {digit}")


def test_a_short_iban_is_told_how_long_it_should_be_and_no_other_check_digits() -> None:
    found = Iban().check("NL91ABNA041716430", AT)
    assert isinstance(found, Doubt)
    assert found.message.into("id").endswith("IBAN dari NL punya 18 huruf dan angka, di sini 17")


@pytest.mark.parametrize("kind", [Npwp(), Nik(), ContainerNumber(), AirWaybillNumber(), HsCode(), Swift()], ids=repr)
@pytest.mark.parametrize("value", ["", " ", "x", "3171.01", "٣" * 16, "\ud800", "²" * 16, "-" * 16])
def test_a_stored_value_of_another_shape_is_a_misread(kind: Kind[Any], value: str) -> None:
    if value.strip() or not isinstance(kind, HsCode | Swift):
        assert isinstance(kind.check(value, AT), Misread) or kind.parse(value, AT) is None


def test_hs_codes_and_air_waybills_are_shown_with_their_marks() -> None:
    assert HsCode().show("64039990", AT) == "6403.99.90"
    assert HsCode().show("640399", AT) == "640399"
    assert AirWaybillNumber().show("12612345675", AT) == "126-12345675"


def test_of_a_whole_nitku_the_last_six_digits_are_taken_and_told() -> None:
    read = Nitku().parse("0013121660091000 000123", AT)
    assert isinstance(read, Reading)
    assert read.value == "000123"
    assert read.note is not None
    assert read.note.into("en") == "Of 0013121660091000000123 the last 6 digits are used: 000123"


def test_a_nik_of_every_regency_and_city_is_taken() -> None:
    areas = [
        area.code.replace(".", "")
        for province in wilayah.list_wilayah()
        for area in wilayah.list_wilayah(province.code)
    ]
    assert len(areas) == 514
    assert [area for area in areas if Nik().check(f"{area}017001900001", AT) is not None] == []


def test_an_account_is_shown_in_fours_and_a_ship_with_its_mark() -> None:
    assert Iban().show("NL91ABNA0417164300", AT) == "NL91 ABNA 0417 1643 00"
    assert ImoNumber().show("9074729", AT) == "IMO 9074729"
