"""What desktop tests are made of: a still clock, invented payslips, the office's side, a program under test.

The fixtures that hand them out are in conftest.
"""

import hashlib
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QApplication

from central.faults import Faults
from central.publishing import Publisher
from central.server import Server
from central.store import Store
from desktop.bootstrap import Program
from desktop.custody import Custody
from desktop.windows.main_window import MainWindow
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage.records import Fact, FactPage, PayDay, PayslipFact, PdfReference, PersonFact, Session

NOW = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)
PASSWORD = "cuatro palabras sueltas nevado"


@dataclass
class StillClock:
    """A clock that moves only when told."""

    at: datetime = NOW
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds


SESSION = Session(
    server="http://127.0.0.1:9", user="rosa.ejemplo", access_token="a" * 43, access_expires_at=NOW + timedelta(hours=1),
    refresh_token="r" * 43,
)  # fmt: skip


CAPTCHA = "H4KE7"
USER, ACCOUNT_PASSWORD = "rosa.ejemplo", "maestra-de-lampa"


def make_payslip(periodo: Period, *, net: int = 304618, number: int = 1, **changes: Any) -> Payslip:
    """A plausible monthly payslip of a person who does not exist; lines and totals agree."""
    discounts = (ConceptLine("dl25897_afp", 42140), ConceptLine("derrmag", 2750), ConceptLine("bco_nacion", 62887))
    off = sum(line.monto for line in discounts)
    gains = (ConceptLine("rim_ley29944", net + off - 24000), ConceptLine("asig_rural", 24000))
    facts: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{periodo.year:04d}{periodo.month:02d}{number:06d}",
        "clase": PayslipClass.MONTHLY, "periodo": periodo, "secuencia": 0, "tipo_planilla": "ACT/NOMB/TIT",
        "estado": "(1) Habilitado", "centro_pago": "CF0000A", "numero_boleta": f"{number:06d}-45",
        "fecha_pago": date(periodo.year, periodo.month, 20), "dre": "DRE PUNO", "ugel": "UGEL SAN ROMÁN",
        "codigo_ugel": "210011", "ruc_entidad": "20999900001", "apellidos": "MAMANI ÑAUPARI",
        "nombres": "ROSA ÁNGELA",
        "fecha_nacimiento": date(1984, 3, 9), "doc_tipo": "DNI", "doc_numero": "99900017",
        "codigo_modular_servidor": "1099900017-1", "establecimiento": "IEP 70 999",
        "codigo_establecimiento": "0999001", "cargo": "PROFESOR",
        "tipo_servidor": "DOCENTE", "regimen_laboral": "LEY 29944",
        "nivel_magisterial": "2", "horas": 30, "tiempo_servicio": "12-03-07", "essalud_autogenerado": "8403091MANAR001",
        "fecha_registro_ingreso": date(2013, 3, 1), "fecha_registro_termino": None, "cuenta": "CTA- 04099900017",
        "leyenda_permanente": "", "leyenda_mensual": "", "regimen_pensionario": "AFP INTEGRA", "cuspp": "599900RMNAP1",
        "f_afiliacion": date(2013, 3, 1), "f_devengue": date(2013, 3, 1), "afp_cfija": 38000, "afp_cvariable": 0,
        "afp_seguro": 4140, "haberes": gains, "descuentos": discounts, "total_haberes": net + off,
        "total_descuentos": off, "liquido": net, "monto_imponible": net + off, "mensajes": (),
    }  # fmt: skip
    return Payslip(**{**facts, **changes})


def sample_page(payslips: tuple[Payslip, ...], pdfs: dict[str, bytes]) -> FactPage:
    """One page of the feed with these payslips, a person and a pay day."""
    references = {key: PdfReference(hashlib.sha256(pdf).hexdigest(), len(pdf)) for key, pdf in pdfs.items()}
    facts: tuple[Fact, ...] = (
        PersonFact("DNI", "99900017", "MAMANI ÑAUPARI", "ROSA ÁNGELA", "rosa@ejemplo.pe"),
        PayDay(Period(2026, 12), date(2026, 12, 11), "Incluye aguinaldo por Navidad", "R.VM. de ejemplo"),
        *(PayslipFact(payslip, references.get(payslip.id)) for payslip in payslips),
    )
    return FactPage(
        epoch="e1", cursor="c1", more=False, etag="e1.1.1", facts=facts, server_time=NOW, next_sync_after=None
    )


@dataclass
class Central:
    """The office's side: a real API on loopback."""

    server: Server
    store: Store
    publisher: Publisher
    faults: Faults

    @property
    def url(self) -> str:
        return self.server.url

    def publish(self, payslips: Sequence[Payslip]) -> None:
        self.publisher.publish_payslips(list(payslips), draw=lambda one: draw_payslip(one, seal=reference_payload(one)))


@dataclass
class Lived:
    """A program under test, and how often it would have become a new process."""

    program: Program
    restarts: list[str]

    def custody(self) -> Custody:
        assert self.program.custody is not None
        return self.program.custody


def to_the_front(qtbot: Any, window: MainWindow) -> None:
    """Shortcuts belong to the active window; whatever another test left on the screen goes first."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.hide()
    window.show()
    # The offscreen platform has no window system that activates reliably, so Qt itself is told.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)
    qtbot.waitUntil(window.isActiveWindow)
