"""The text of an MT700, as it is sent and as banks print it, read into the credit's terms where it is plain."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fields import fields
from app.domain.shipment import Shipment
from app.exchange.mt700 import AskedFor, read_credit
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.credit_text import terms_told, with_credit_text
from app.services.program import Program
from tests.conftest import sample_named

SENT = """\
:27:1/1
:40A:IRREVOCABLE
:20:LC26-MB-004471
:31C:261130
:40E:UCP LATEST VERSION
:31D:270215INDONESIA
:51D:MUSTERBANK AG
HAMBURG
:50:MUSTER MOEBELHANDEL GMBH
MUSTERSTRASSE 5, 20095 HAMBURG
:59:/0885556667
PT CONTOH JATI MAJAPAHIT
MOJOKERTO
:32B:EUR30000,
:39A:05/10
:41D:ANY BANK IN INDONESIA
BY NEGOTIATION
:42C:SIGHT
:42D:MUSTERBANK AG, HAMBURG
:43P:NOT ALLOWED
:43T:ALLOWED
:44E:ANY PORT IN INDONESIA
:44F:HAMBURG
:44C:270125
:45A:TEAK WOOD FURNITURE AS PER PROFORMA INVOICE JM-PI-221
+ CIF HAMBURG, INCOTERMS 2020
:46A:
+ SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS
+ PACKING LIST IN TWO (2) ORIGINALS AND 1 COPY
+ FULL SET CLEAN ON BOARD BILLS OF LADING
 MADE OUT TO ORDER OF ISSUING BANK
:47A:ALL DOCUMENTS MUST SHOW THE L/C NUMBER.
:48:15/AFTER DATE OF SHIPMENT
:49:WITHOUT
-}
"""

PRINTED = """\
20: Documentary Credit Number
    LC26-MB-004471
31C: Date of Issue
    261130
32B: Currency Code, Amount
    EUR30000,50
43P : Partial Shipments
    PROHIBITED
46A: Documents Required
    1) SIGNED COMMERCIAL INVOICE
    2) PACKING LIST
"""


def test_a_message_as_it_is_sent_is_read_term_by_term() -> None:
    read = read_credit(SENT)
    assert read.terms == {
        "number": "LC26-MB-004471",
        "issued": datetime.date(2026, 11, 30),
        "expiry": datetime.date(2027, 2, 15),
        "expiry_place": "INDONESIA",
        "issuing_bank": "MUSTERBANK AG",
        "applicant": "MUSTER MOEBELHANDEL GMBH",
        "beneficiary": "PT CONTOH JATI MAJAPAHIT",
        "currency": "EUR",
        "amount": Decimal(30000),
        "tolerance_plus": Decimal(5),
        "tolerance_minus": Decimal(10),
        "available_with": "ANY BANK IN INDONESIA BY NEGOTIATION",
        "drafts_at": "SIGHT",
        "drawee": "MUSTERBANK AG, HAMBURG",
        "partial_shipments": "not_allowed",
        "transhipment": "allowed",
        "port_of_loading": "ANY PORT IN INDONESIA",
        "port_of_discharge": "HAMBURG",
        "latest_shipment": datetime.date(2027, 1, 25),
        "goods": "TEAK WOOD FURNITURE AS PER PROFORMA INVOICE JM-PI-221\n+ CIF HAMBURG, INCOTERMS 2020",
        "incoterm": "CIF HAMBURG, INCOTERMS 2020",
        "conditions": "ALL DOCUMENTS MUST SHOW THE L/C NUMBER.",
        "presentation_days": Decimal(15),
        "confirmed": "no",
    }
    assert read.documents == (
        AskedFor("SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS", Decimal(3)),
        AskedFor("PACKING LIST IN TWO (2) ORIGINALS AND 1 COPY", Decimal(2), Decimal(1)),
        AskedFor("FULL SET CLEAN ON BOARD BILLS OF LADING MADE OUT TO ORDER OF ISSUING BANK"),
    )
    assert read.unread == ()


def test_a_banks_print_with_the_names_of_the_tags_reads_alike() -> None:
    read = read_credit(PRINTED)
    assert read.terms == {
        "number": "LC26-MB-004471",
        "issued": datetime.date(2026, 11, 30),
        "currency": "EUR",
        "amount": Decimal("30000.5"),
        "partial_shipments": "not_allowed",
    }
    assert [asked.text for asked in read.documents] == ["SIGNED COMMERCIAL INVOICE", "PACKING LIST"]


@pytest.mark.parametrize(
    "line",
    [
        ":31C:261350",
        ":31C:30 NOV 2026",
        ":44C:270125 OR LATER",
        ":32B:EUR 30.000,00",
        ":32B:30000",
        ":39A:ABOUT 5",
        ":43P:CONDITIONAL",
        ":48:WITHIN 15 DAYS, NOT LATER THAN 21 DAYS",
        ":49:MAY ADD",
        ":44D:ONE SHIPMENT EACH MONTH",
        ":42P:AT 90 DAYS AFTER SIGHT",
        ":20:LC1:31C:261101:32B:EUR100,",
        f":20:{'A' * 36}",
        f":44E:{'A' * 501}",
        f":47A:{'A' * 20001}",
    ],
)
def test_what_is_not_plain_is_left_to_the_person_with_its_tag(line: str) -> None:
    read = read_credit(line)
    tag, said = line[1:].split(":", 1)
    assert (read.terms, read.unread) == ({}, ((tag, said),))


@pytest.mark.parametrize("goods", ["DATE SYRUP IN BOTTLES", "MIXED SPICES", "DOCUMENTS REQUIRED HOLDERS OF RATTAN"])
def test_goods_that_begin_like_a_tags_name_are_goods(goods: str) -> None:
    assert read_credit(f":45A:{goods}").terms["goods"] == goods


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        (":44C: Latest Date of Shipment 270125", "latest_shipment", datetime.date(2027, 1, 25)),
        (":31D: Date and Place of Expiry: 270215 JAKARTA", "expiry", datetime.date(2027, 2, 15)),
        (":43P: Partial Shipments: NOT ALLOWED", "partial_shipments", "not_allowed"),
        (":43T:TRANSHIPMENT ALLOWED", "transhipment", "allowed"),
        (":50: Applicant: MUSTER GMBH", "applicant", "MUSTER GMBH"),
        (":59:BENEFICIARY TRADING CV", "beneficiary", "BENEFICIARY TRADING CV"),
        (":20:\u202eLC\x001", "number", "LC1"),
        (":31C:261101\n-}{5:{CHK:123}}", "issued", datetime.date(2026, 11, 1)),
    ],
)
def test_a_tags_name_on_its_own_line_and_the_messages_end_are_no_text(line: str, name: str, said: object) -> None:
    assert read_credit(line).terms == ({name: said} | ({"expiry_place": "JAKARTA"} if name == "expiry" else {}))


@pytest.mark.parametrize("tags", [("46A", "46A"), ("46A", "46B")])
def test_a_list_that_goes_on_in_a_second_message_is_read_to_its_end(tags: tuple[str, str]) -> None:
    read = read_credit(f":{tags[0]}:+INVOICE\n+PACKING LIST\n:20:LC1\n:{tags[1]}:+HALAL CERTIFICATE")
    assert [asked.text for asked in read.documents] == ["INVOICE", "PACKING LIST", "HALAL CERTIFICATE"]


def test_a_text_without_tags_says_nothing() -> None:
    assert read_credit("Dear Sirs, we open our credit for EUR 30000 in your favour.") == ({}, (), ())


def test_a_tag_that_stands_twice_counts_once_and_two_terms_name_none() -> None:
    assert read_credit(":20:A1\n:20:B2").terms == {"number": "A1"}
    assert "incoterm" not in read_credit(":45A:CHAIRS CIF HAMBURG\nTABLES FOB SURABAYA").terms


def test_the_terms_have_fields_and_are_kept(program: Program, at: Circumstances) -> None:
    read, ids = read_credit(SENT), itertools.count()
    assert {f"letter_of_credit.{name}" for name in read.terms} <= fields().keys()
    taken = with_credit_text(sample_named("furniture_hamburg_lc"), read, lambda: f"n{next(ids)}")
    assert taken.letter_of_credit.tolerance_minus == Decimal(10)
    assert [row.id for row in taken.letter_of_credit.documents or ()] == ["n0", "n1", "n2"]
    assert read_shipment(write_shipment(ShipmentFile(taken))).shipment == taken
    told = {label.en: said for label, said in terms_told(program.catalog, read, at)}
    assert told["L/C amount"] == "30.000,00"
    assert told["Documents the L/C asks for"] == "3"


def test_what_the_text_does_not_say_stays_as_it_was_answered() -> None:
    before = sample_named("furniture_hamburg_lc")
    after = with_credit_text(before, read_credit(":20:NEW"), str)
    assert after.letter_of_credit.number == "NEW"
    assert after.letter_of_credit.documents == before.letter_of_credit.documents
    assert after.letter_of_credit.expiry == before.letter_of_credit.expiry


@given(st.text(alphabet=st.sampled_from(":\n 0123456789ABCDEF/,+)(-}é"), max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    read = read_credit(text)
    taken = with_credit_text(Shipment(), read, iter(f"n{n}" for n in range(500)).__next__)
    assert taken.letter_of_credit is not None


def test_of_a_list_without_end_the_first_hundred_are_taken_and_the_next_is_named() -> None:
    read = read_credit(":46A:" + "".join(f"+PAPER {n}\n" for n in range(9000)))
    assert (len(read.documents), read.documents[-1].text) == (100, "PAPER 99")
    assert read.unread == (("46A", "PAPER 100"),)
