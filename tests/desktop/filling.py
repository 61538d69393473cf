"""Real profiles for the tests of payslips:
a vault on disk, pages of facts stored as sync stores them, PDFs as they arrive.
"""

import functools
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import cache
from storage.connection import Connection
from storage.kdf import KdfCost
from storage.profile import new_profile, open_profile
from storage.records import Fact, FactPage, PayDay, PayslipFact, PdfReference, PersonFact
from storage.vault import Vault

QUICK = KdfCost(memory_kib=19 * 1024, iterations=2, lanes=1)
NEWEST = Period(2026, 11)
PASSWORD = "cuatro palabras sueltas nevado"
WHEN = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)
PERSON = PersonFact("DNI", "99900017", "MAMANI ÑAUPARI", "ROSA ÁNGELA", "rosa@correo.example")
CHRISTMAS = PayDay(Period(2026, 12), date(2026, 12, 11), "Incluye aguinaldo por Navidad", "RVM 001-2026-EF/52.01")


def payslip_of(
    periodo: Period, *, extra: int = 0, late: int = 0, bonus: int = 0, post: int = 1, **changes: Any
) -> Payslip:
    """A payslip whose lines, totals and net agree:
    `extra`, `late` and `bonus` in céntimos add a loan, lateness, a bonus.
    """
    gains = [ConceptLine("rim_ley29944", 385077), ConceptLine("asig_multig", 14000), ConceptLine("asig_rural", 10000)]
    if bonus:
        gains.append(ConceptLine("aguinaldo", bonus))
    off = [ConceptLine("dl25897_afp", 42140), ConceptLine("derrmag", 2750), ConceptLine("ipssvida", 500)]
    off += [ConceptLine(codigo, monto) for codigo, monto in (("prderrmag", extra), ("tardanzas", late)) if monto]
    return finished(periodo, gains, off, post=post, **changes)


def finished(
    periodo: Period, gains: Sequence[ConceptLine], off: Sequence[ConceptLine], *, post: int = 1, **changes: Any
) -> Payslip:
    """A payslip of these lines, of a person who does not exist."""
    plus, minus = sum(line.monto for line in gains), sum(line.monto for line in off)
    facts: dict[str, Any] = {
        "clase": PayslipClass.MONTHLY, "periodo": periodo, "secuencia": 0, "tipo_planilla": "ACT/NOMB/TIT",
        "estado": "(1) Habilitado", "centro_pago": "CF0000A", "numero_boleta": f"{periodo.month:06d}-45",
        "fecha_pago": date(periodo.year, periodo.month, 20), "dre": "DRE PUNO", "ugel": "UGEL SAN ROMÁN",
        "codigo_ugel": "210011", "ruc_entidad": "20999900001", "apellidos": PERSON.apellidos, "nombres": PERSON.nombres,
        "fecha_nacimiento": date(1984, 3, 9), "doc_tipo": "DNI", "doc_numero": PERSON.doc_numero,
        "codigo_modular_servidor": f"1099900017-{post}", "establecimiento": "IEP 70 999 SAN MARTÍN",
        "codigo_establecimiento": "0999001", "cargo": "PROFESOR" if post == 1 else "AUXILIAR DE EDUCACION",
        "tipo_servidor": "DOCENTE NOMBRADO", "regimen_laboral": "LEY 29944", "nivel_magisterial": "2", "horas": 30,
        "tiempo_servicio": "12-03-07", "essalud_autogenerado": "8403091MANAR001",
        "fecha_registro_ingreso": date(2013, 3, 1), "fecha_registro_termino": None, "cuenta": "CTA- 04099904312",
        "leyenda_permanente": "", "leyenda_mensual": "", "regimen_pensionario": "AFP INTEGRA", "cuspp": "599900RMNAP1",
        "f_afiliacion": date(2013, 3, 1), "f_devengue": date(2013, 3, 1), "afp_cfija": 38000, "afp_cvariable": 0,
        "afp_seguro": 4140, "haberes": tuple(gains), "descuentos": tuple(off), "total_haberes": plus,
        "total_descuentos": minus, "liquido": plus - minus, "monto_imponible": 250300, "mensajes": (),
    }  # fmt: skip
    facts.update(changes)
    clase = list(PayslipClass).index(facts["clase"])
    order = f"{periodo.year:04d}{periodo.month:02d}{clase}{facts['secuencia']}{post:04d}"
    facts.setdefault("id", f"00000000-0000-4000-8000-{order}")
    return Payslip(**facts)


def months(count: int, last: Period = NEWEST) -> tuple[Period, ...]:
    """So many periods, the newest first."""
    return tuple(last.earlier(back) for back in range(count))


def career(count: int = 79) -> tuple[Payslip, ...]:
    """Payslips of one person back from November 2026: bonuses, a loan that ended, lateness, an additional payroll."""
    made = [
        payslip_of(
            periodo,
            bonus=30000 if periodo.month in {7, 12} else 0,
            extra=10000 if Period(2025, 3) < periodo < Period(2026, 11) else 0,
            late=2675 if periodo == Period(2026, 11) else 0,
        )
        for periodo in months(count)
    ]
    if count > 2:
        made.append(
            finished(
                Period(2026, 9),
                [ConceptLine("reint_manual", 21200)],
                [ConceptLine("dl25897_afp", 2756)],
                clase=PayslipClass.ADDITIONAL,
                secuencia=1,
            )
        )
    return tuple(made)


@dataclass(frozen=True)
class Filed:
    """A payslip and its PDF."""

    payslip: Payslip
    pdf: bytes

    @property
    def reference(self) -> PdfReference:
        return PdfReference(hashlib.sha256(self.pdf).hexdigest(), len(self.pdf))


@functools.cache
def drawn(payslip: Payslip) -> Filed:
    return Filed(payslip, draw_payslip(payslip, seal=reference_payload(payslip)))


def store(db: Connection, facts: Iterable[Fact], cursor: str = "1", epoch: str = "e") -> None:
    """One page of the feed, as sync stores it."""
    page = FactPage(
        epoch=epoch, cursor=cursor, more=False, etag=f"{epoch}.{cursor}", facts=tuple(facts), server_time=WHEN,
        next_sync_after=None,
    )  # fmt: skip
    cache.store_page(db, page, etag=page.etag)


def file(db: Connection, filed: Iterable[Filed], *, held: float = 1.0, cursor: str = "1") -> None:
    """Store payslips and so much of each PDF."""
    kept = tuple(filed)
    store(db, [PayslipFact(one.payslip, one.reference) for one in kept], cursor)
    for one in kept:
        receive(db, one, held)


def receive(db: Connection, one: Filed, held: float = 1.0) -> None:
    """Bytes of a PDF arrive: from the beginning, so much of it."""
    upto = round(len(one.pdf) * held)
    if upto:
        cache.append_pdf(db, one.reference.sha256, 0, one.pdf[:upto])
    if held >= 1.0:
        assert cache.finish_pdf(db, one.reference.sha256)


def file_career(db: Connection, count: int = 26, *, without_pdf: Iterable[Period] = ()) -> tuple[Filed, ...]:
    """A person, a pay day and a career with its PDFs; some periods still wait for theirs."""
    waiting = set(without_pdf)
    filed = tuple(drawn(payslip) for payslip in career(count))
    store(db, [PERSON, CHRISTMAS, *(PayslipFact(one.payslip, one.reference) for one in filed)])
    for one in filed:
        receive(db, one, 0.0 if one.payslip.periodo in waiting else 1.0)
    cache.exchange_succeeded(db, WHEN)
    return filed


def open_career(template: Path, home: Path) -> Vault:
    """A copy of a profile that was filled before, opened: a career is drawn and stored once for many tests."""
    home.mkdir(exist_ok=True)
    directory = home / template.name
    shutil.copytree(template, directory)
    return open_profile(directory, PASSWORD, now=WHEN)


def make_vault(home: Path) -> Vault:
    """An empty profile, quickly made."""
    home.mkdir(exist_ok=True)
    return new_profile(home, "Mi perfil", PASSWORD, cost=QUICK)
