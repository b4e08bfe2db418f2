"""Every numbered check of the notes on Incoterms, papers and letters of credit has its place in the program."""

from __future__ import annotations

from itertools import chain

import pytest

from app.checks.destination_rules import EU
from app.checks.rule_books import SHARED
from app.domain.all_derived import DERIVED
from app.domain.declaration_goods import NOT_OF_WOOD
from app.domain.fields import fields
from app.services.program import Program

# Number -> the rules that look after it, the ticks of a person, the derived value that makes it true by itself, or:
KIND = "the kind of value"
ONCE = "told once, so it cannot differ"
SAID = "said where it matters, not checked: it gives no reason to change a paper"
PLACES: dict[str, tuple[str, ...]] = {
    "INC-01": (KIND, "place_without_its_term"),
    "INC-02": ("incoterm_fits_mode",),
    "INC-03": ("incoterm_fits_container",),
    "INC-04": ("exworks_exporter_declares",),
    "INC-05": ("named_place_on_its_side",),
    "INC-06": ("freight_terms_fit_incoterm",),
    "INC-07": ("insured_for_enough", "insured_in_invoice_currency", "cover_fits_incoterm", "credit_review.insurance"),
    "INC-08": ("invoice_lines_fit_incoterm",),
    "INC-09": ("totals.fob",),
    "INC-10": ("duty_paid_needs_importer",),
    "INC-11": ("edition_is_of_2020",),
    "INC-12": ("credit_has_the_same_term",),
    "INC-13": (KIND, "term_is_of_today"),
    "X-01": (ONCE, "account_in_the_exporters_name", "nik_is_the_npwp_of_a_person", "owner_is_somebody_else"),
    "X-02": ("one_firm_one_spelling", "consigned_as_credit_asks"),
    "X-03": ("packed_equals_invoiced", "line_weights_match_packages", "package_numbers_once"),
    "X-04": ("net_not_above_gross",),
    "X-05": ("first_six_digits_agree",),
    "X-06": (ONCE, "account_takes_the_currency", "edition_is_of_2020"),
    "X-07": (ONCE, "marks_count_the_packages"),
    "X-08": ("goods_leave_from_here", "places_of_the_journey_differ", "final_place_is_abroad"),
    "X-09": (ONCE,),
    "X-10": ("dates_usual", "dates_possible", "origin_certified_in_time", "papers_dated_before_presentation"),
    "X-11": ("goods_are_of_here",),
    "X-12": ("wood_names_its_species",),
    "X-13": ("shoes_are_counted_in_pairs",),
    "X-14": ("description_is_no_bare_word",),
    "X-15": (KIND,),
    "X-16": (KIND,),
    "X-17": ("totals.fob", "price_parts_below_total"),
    "LC-01": ("credit_lives_at_shipment", "time_to_present"),
    "LC-02": ("time_to_present",),
    "LC-03": ("shipped_by_the_latest_day",),
    "LC-04": ("credit_review.agree",),
    "LC-05": ("invoice_says_the_credits_goods",),
    "LC-06": ("credit_in_invoice_currency", "credit_names_the_parties"),
    "LC-07": ("invoice_within_credit",),
    "LC-08": ("credit_review.quantity",),
    "LC-09": ("invoice_near_credit",),
    "LC-10": ("invoice_within_credit",),
    "LC-11": ("credit_review.titles",),
    "LC-12": (SAID,),
    "LC-13": (SAID,),
    "LC-14": ("papers_dated_before_presentation",),
    "LC-15": ("one_firm_one_spelling", "credit_review.agree"),
    "LC-16": (SAID,),
    "LC-17": ("credit_has_the_same_ports", "credit_review.carrier_signed", "credit_review.on_board"),
    "LC-18": ("consigned_as_credit_asks", "freight_as_credit_asks"),
    "LC-19": ("transhipment_allowed", "credit_review.one_shipment"),
    "LC-20": ("credit_review.one_shipment",),
    "LC-21": ("credit_review.carrier_signed",),
    "LC-22": ("credit_review.receipt",),
    "LC-23": (
        *("insured_from_shipment", "cover_as_credit_asks", "insured_for_enough", "insured_as_credit_asks"),
        "credit_review.insurance",
    ),
    "LC-24": ("originals_as_credit_asks", "credit_review.full_set"),
    "LC-25": ("draft_on_a_bank", "draft_as_paid", "credit_review.draft"),
    "LC-26": ("credit_review.origin",),
    "LC-27": (ONCE, "credit_review.agree"),
    "LC-28": ("packed_equals_invoiced",),
    "LC-29": ("credit_review.certificates",),
    "LC-30": ("credit_review.corrections",),
    "LC-31": (SAID,),
    "LC-32": ("expiry_on_a_banking_day",),
    "LC-33": ("totals.invoice_in_words", "totals.invoice"),
    "LC-34": ("credit_has_the_same_term",),
    "LC-35": ("invoice_within_credit", "credit_knows_the_discount"),
    "LC-36": ("credit_review.clean",),
    "LC-37": ("credit_review.language",),
    "LC-38": ("credit_review.carrier_signed", "credit_review.certificates", "credit_review.draft"),
    "LC-39": ("credit_review.legalised",),
    "LC-40": (SAID,),
}


def test_every_number_is_placed_and_no_tick_stands_for_nothing() -> None:
    numbers = chain.from_iterable([f"{head}-{n:02}" for n in range(1, last + 1)] for head, last in LAST.items())
    assert list(PLACES) == list(numbers)
    ticks = {path for path in fields() if path.startswith("credit_review.")}
    assert ticks == {place for places in PLACES.values() for place in places if place.startswith("credit_review.")}


LAST = {"INC": 13, "X": 17, "LC": 40}


@pytest.mark.parametrize("number", PLACES)
def test_each_place_is_there(number: str) -> None:
    known = SHARED | fields().keys() | DERIVED.keys() | {KIND, ONCE, SAID}
    assert set(PLACES[number]) <= known


def test_checks_and_advice_mean_the_same_european_union(program: Program) -> None:
    assert program.advice.areas["EU"] == EU


@pytest.mark.parametrize("question", ["wood", "eudr_wood", "protected"])
def test_checks_and_advice_leave_the_same_goods_out_of_wood(question: str, program: Program) -> None:
    assert program.advice.questions[question].hs_not == NOT_OF_WOOD
