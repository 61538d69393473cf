"""The program tests itself, in the source tree and in the package: each step does the real thing with its own parts.

Not the test suite: a minute at most, no network unless a server is named, and everything in a folder that is removed.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from resources import path

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.records import PersonFact

PASSWORD = "cuatro palabras bien raras"  # noqa: S105 - of a profile that lives for a second
NAME = "ÑAHUI QUISPE"
LONG_AGO = datetime(2020, 5, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StepResult:
    """How one step went. `passed` None = not done, with the reason in `detail`."""

    name: str
    passed: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class SkippedError(Exception):
    """A step that cannot be done here says so; it never counts as passed."""

    reason: str


@dataclass(frozen=True, slots=True)
class Service:
    """A central API to exchange with; without an account it is only asked whether it is there."""

    url: str
    user: str = ""
    password: str = ""


def run_steps(service: Service | None) -> Iterator[StepResult]:
    """Every step in order; a failed one does not stop the others."""
    with tempfile.TemporaryDirectory(prefix="chasqui-self-test-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("recursos", _resources),
            ("boleta impresa", _printed_payslip),
            ("bóveda y caché", lambda: _vault(home / "boveda")),
            ("perfil anterior", lambda: _old_profile(home)),
            ("sello", _seal),
            ("expediente", lambda: _packet(home / "expediente")),
            ("ventanas", lambda: _windows(home / "ventanas")),
            ("páginas", lambda: _pages(home / "paginas")),
            ("servicio central", lambda: _service(service, home / "servicio")),
        )
        for name, step in steps:
            yield _attempt(name, step)


def _attempt(name: str, step: Callable[[], str]) -> StepResult:
    try:
        return StepResult(name, passed=True, detail=step())
    except SkippedError as skipped:
        return StepResult(name, passed=None, detail=skipped.reason)
    except Exception as fault:  # noqa: BLE001 - a self-test reports whatever is wrong and goes on
        return StepResult(name, passed=False, detail=f"{type(fault).__name__}: {fault}")


def _resources() -> str:
    from documents import concepts

    for wanted in ("fonts/ChasquiSans-Regular.ttf", "icons/house.svg", "catalogues/ugel.csv"):
        if path(*wanted.split("/")).stat().st_size == 0:
            raise RuntimeError(f"{wanted} is empty")
    told = concepts.load().explain("Derr Magisteria", Period(2026, 11))
    return f"catálogo de conceptos: {told.nombre}"


def sample_payslip() -> Payslip:
    """An invented payslip, enough to draw, store and find."""
    return Payslip(
        id="00000000-0000-5000-8000-000000000001", clase=PayslipClass.MONTHLY, periodo=Period(2026, 11), secuencia=0,
        tipo_planilla="ACT/NOMB/TIT", estado="(1) Habilitado", centro_pago="CF0000A", numero_boleta="000001-01",
        fecha_pago=None, dre="DRE PUNO", ugel="UGEL SAN ROMÁN", codigo_ugel="210011", ruc_entidad="20000000001",
        apellidos=NAME, nombres="MARÍA", fecha_nacimiento=None, doc_tipo="DNI", doc_numero="99900001",
        codigo_modular_servidor="1099900001-1", establecimiento="IE 70001", codigo_establecimiento="0512",
        cargo="PROFESOR", tipo_servidor="DOCENTE NOMBRADO", regimen_laboral="LEY 29944", nivel_magisterial="2",
        horas=30, tiempo_servicio="12-03-07", essalud_autogenerado="", fecha_registro_ingreso=None,
        fecha_registro_termino=None, cuenta="CTA- 04000000001", leyenda_permanente="", leyenda_mensual="",
        regimen_pensionario="ONP", cuspp="", f_afiliacion=None, f_devengue=None, afp_cfija=None, afp_cvariable=None,
        afp_seguro=None, haberes=(ConceptLine("RIM_Ley 29944", 385077),),
        descuentos=(ConceptLine("Derr Magisteria", 2750),), total_haberes=385077, total_descuentos=2750,
        liquido=382327, monto_imponible=250300, mensajes=(),
    )  # fmt: skip


def _printed_payslip() -> str:
    from documents.page_image import render
    from documents.payslip_pdf import draw_payslip, reference_payload

    payslip = sample_payslip()
    pdf = draw_payslip(payslip, seal=reference_payload(payslip))
    if pdf != draw_payslip(payslip, seal=reference_payload(payslip)):
        raise RuntimeError("the same payslip gave other bytes")
    image = render(pdf, 0, 1.0)
    if len(set(image.bgrx)) < 2:
        raise RuntimeError("the page came out blank")
    return f"{len(pdf)} bytes, {image.width}x{image.height} px"


def _vault(home: Path) -> str:
    from storage import payslips
    from storage.errors import WrongPasswordError
    from storage.payslips import PayslipQuery
    from storage.profile import new_profile, open_profile

    with new_profile(home, "Prueba", PASSWORD) as vault, vault.cache() as db:
        directory = vault.directory
        _store(db, sample_payslip())
    try:
        open_profile(directory, PASSWORD + "x", now=LONG_AGO).close()
    except WrongPasswordError:
        pass
    else:
        raise RuntimeError("a wrong password opened the vault")
    with open_profile(directory, PASSWORD, now=LONG_AGO) as vault, vault.cache() as db:
        if len(payslips.search_payslips(db, PayslipQuery(text="ñahui"))) != 1:
            raise RuntimeError("the payslip is not found after opening again")
    _look_for_plaintext(directory)
    return "cifrado, abierto de nuevo, nada legible en el disco"


def _store(db: "Connection", payslip: Payslip, *others: "PersonFact") -> None:
    """The payslip and its PDF, as they would come by sync."""
    import hashlib

    from documents.payslip_pdf import draw_payslip, reference_payload
    from storage import cache
    from storage.records import FactPage, PayslipFact, PdfReference

    pdf = draw_payslip(payslip, seal=reference_payload(payslip))
    reference = PdfReference(hashlib.sha256(pdf).hexdigest(), len(pdf))
    page = FactPage(
        epoch="self-test", cursor="1", more=False, etag="1", facts=(PayslipFact(payslip, reference), *others),
        server_time=LONG_AGO, next_sync_after=None,
    )  # fmt: skip
    cache.store_page(db, page, etag=page.etag)
    cache.append_pdf(db, reference.sha256, 0, pdf)
    if not cache.finish_pdf(db, reference.sha256):
        raise RuntimeError("the stored PDF is not the one that was given")


def _look_for_plaintext(directory: Path) -> None:
    marks = [NAME.encode(coding) for coding in ("utf-8", "utf-16-le", "latin-1")] + [b"99900001", b"%PDF"]
    for file in directory.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        if any(mark in content for mark in marks):
            raise RuntimeError(f"{file.name} holds readable content")


def _windows(home: Path) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.selftest_windows import every_window
    from storage.profile import new_profile

    new_profile(home, "Prueba", PASSWORD).close()
    return every_window(home)


def _old_profile(home: Path) -> str:
    from desktop.selftest_papers import old_profile

    return old_profile(home, PASSWORD, LONG_AGO)


def _seal() -> str:
    from desktop.selftest_papers import verdicts
    from sync.clock import SystemClock

    return verdicts(SystemClock().now())


def _packet(folder: Path) -> str:
    from desktop.selftest_papers import packet

    return packet(folder)


def _pages(home: Path) -> str:
    from desktop.selftest_windows import every_page
    from storage.profile import new_profile

    vault = new_profile(home, "Prueba", PASSWORD)
    with vault.cache() as db:
        _store(db, sample_payslip(), _clerk(sample_payslip()))
    return every_page(home, vault)


def _clerk(payslip: Payslip) -> "PersonFact":
    """Somebody who works for an office in every way there is: all pages are there for her."""
    from desktop.windows.pages import OFFICE_ROLES
    from storage.records import Office, PersonFact

    roles = ("servidor", *sorted(OFFICE_ROLES))
    office = Office(payslip.codigo_ugel, payslip.ugel)
    return PersonFact("DNI", payslip.doc_numero, payslip.apellidos, payslip.nombres, "maria@ejemplo.pe", roles, office)


def _service(service: Service | None, home: Path) -> str:
    if service is None:
        raise SkippedError("no se indicó --server")
    from desktop.selftest_service import exchange, health

    if not service.user:
        return f"{health(service.url)}; sin --user no se sincroniza"
    return exchange(service.url, service.user, service.password, home)
