"""Kinds by name, for declarations that name one: what only one document asks."""

from __future__ import annotations

from typing import Any

from app.kinds.bank_numbers import Iban
from app.kinds.choice import Choice, YesNo
from app.kinds.clock_time import ClockTime
from app.kinds.coded import ContainerType, Country, Currency, Incoterm, PackageKind, Unit
from app.kinds.customs_codes import CUSTOMS_CODES, SubmissionNumber
from app.kinds.customs_print import DeclaredDate, DeclaredNumber
from app.kinds.date import Date
from app.kinds.digits import ForeignHsCode, HsCode, Nib, Nitku
from app.kinds.identifiers import Email, Eori, Phone, Swift
from app.kinds.kind import Kind
from app.kinds.measures import Count, Days, ExchangeRate, Length, Number, Percent, Quantity, Volume, Weight
from app.kinds.money import Amount, UnitPrice
from app.kinds.npwp import Nik, Npwp
from app.kinds.places import CustomsOffice, CustomsPort, OriginArea, Port, Province
from app.kinds.text import Lines, PlainText
from app.kinds.transport_numbers import AirWaybillNumber, ContainerNumber, ImoNumber

_CLASSES: tuple[type[Kind[Any]], ...] = (
    *(PlainText, Lines, YesNo, Date, Number, Quantity, Count, Days, Weight, Volume, Length, Percent, ExchangeRate),
    *(Amount, UnitPrice, Country, Currency, Unit, PackageKind, Incoterm, ContainerType, HsCode, ForeignHsCode),
    *(Nib, Nitku, OriginArea, CustomsOffice, Npwp, Nik, ContainerNumber, AirWaybillNumber, Port, CustomsPort, Swift),
    *(Province, Eori, Phone, Email, Iban, ImoNumber, ClockTime, SubmissionNumber, DeclaredDate, DeclaredNumber),
    *CUSTOMS_CODES,
)
KINDS: dict[str, type[Kind[Any]]] = {kind.name: kind for kind in _CLASSES}
"""Every kind that a declaration may name, choices with their own words apart (:func:`kind_named`)."""

if len(KINDS) != len(_CLASSES):
    raise ValueError("two kinds have the same name")


def kind_named(name: str, **settings: Any) -> Kind[Any]:
    """The kind called ``name``. Raises KeyError for an unknown name, TypeError for a setting it does not have."""
    return (Choice if name == Choice.name else KINDS[name])(**settings)
