"""The short codes of Indonesian customs (CEISA 4.0), each from its own list and printed as its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.kinds.identifiers import Shaped
from app.reference.code_list import CodeList


@dataclass(frozen=True)
class CustomsCode(Coded):
    """A number of up to three digits, kept as text and without zeros before it, as customs' lists have it."""

    shape = r"[0-9]{1,3}"
    list_id: ClassVar[str] = ""

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.named(self.list_id)

    def compact(self, text: str) -> str:
        return re.sub(r"^0+(?=[0-9])", "", text)


@dataclass(frozen=True)
class ExportType(CustomsCode):
    """Jenis ekspor: 1 is an ordinary export."""

    name = "export_type"
    list_id = "export_types"


@dataclass(frozen=True)
class ExportCategory(CustomsCode):
    """Kategori ekspor: 10 is general."""

    name = "export_category"
    list_id = "export_categories"


@dataclass(frozen=True)
class TradeMethod(CustomsCode):
    """Cara perdagangan: 3 is advance payment."""

    name = "trade_method"
    list_id = "trade_methods"


@dataclass(frozen=True)
class CustomsPayment(CustomsCode):
    """Cara pembayaran: 15 is advance payment."""

    name = "customs_payment"
    list_id = "payment_methods"


@dataclass(frozen=True)
class CustomsMode(CustomsCode):
    """Cara pengangkutan: 1 is by sea, 4 by air."""

    name = "customs_mode"
    list_id = "transport_modes"


@dataclass(frozen=True)
class CarriageType(CustomsCode):
    """Jenis pengangkutan: 1 is one means of transport."""

    name = "carriage_type"
    list_id = "carriage_types"


@dataclass(frozen=True)
class CustomsDocument(CustomsCode):
    """Kode dokumen: 380 is the invoice."""

    name = "customs_document"
    list_id = "customs_documents"


@dataclass(frozen=True)
class InspectionPlace(CustomsCode):
    """Lokasi pemeriksaan: 2 is the exporter's warehouse."""

    name = "inspection_place"
    list_id = "inspection_places"


@dataclass(frozen=True)
class ContainerSize(CustomsCode):
    """Ukuran peti kemas in feet: 20, 40, 45, 60."""

    name = "container_size"
    list_id = "container_sizes"


@dataclass(frozen=True)
class CustomsContainerKind(CustomsCode):
    """Tipe peti kemas: 1 is for dry cargo."""

    name = "container_kind"
    list_id = "container_kinds"


@dataclass(frozen=True)
class CustomsContainerStatus(CustomsCode):
    """Jenis peti kemas: 8 is FCL, 7 LCL, 4 empty."""

    name = "customs_container_status"
    list_id = "container_statuses"


@dataclass(frozen=True)
class IdentityType(CustomsCode):
    """Jenis identitas: 6 is an NPWP of 16 digits."""

    name = "identity_type"
    list_id = "identity_types"


@dataclass(frozen=True)
class PartyRole(CustomsCode):
    """Jenis entitas: 2 is the exporter, 8 the consignee."""

    name = "party_role"
    list_id = "party_roles"


@dataclass(frozen=True)
class ConsolidatorCategory(CustomsCode):
    """Kategori konsolidator: 2 is the exporter itself."""

    name = "consolidator_category"
    list_id = "consolidator_categories"


@dataclass(frozen=True)
class ExporterStatus(CustomsCode):
    """Status eksportir: 9 is a micro, small or medium business. The list is unofficial."""

    name = "exporter_status"
    list_id = "exporter_statuses"


@dataclass(frozen=True)
class ExportBank(CustomsCode):
    """Bank devisa hasil ekspor: 9 is BNI; typed 009 too."""

    name = "export_bank"
    list_id = "export_banks"


@dataclass(frozen=True)
class SubmissionNumber(Shaped):
    """Nomor aju: 26 letters and digits, given by the portal."""

    name = "submission_number"
    shape = r"[A-Z0-9]{26}"
    complaint = "kinds.submission_shape"


CUSTOMS_CODES: tuple[type[CustomsCode], ...] = (
    *(ExportType, ExportCategory, TradeMethod, CustomsPayment, CustomsMode, CarriageType, CustomsDocument),
    *(InspectionPlace, ContainerSize, CustomsContainerKind, CustomsContainerStatus, IdentityType, PartyRole),
    *(ConsolidatorCategory, ExporterStatus, ExportBank),
)
