"""What desktop tests share: the dressed application, a clock that stands still, an opened profile with
payslips, pictures, and the guard that makes file, socket and database work raise on the UI thread.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")

import hashlib
import shutil
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from PySide6.QtWidgets import QApplication, QWidget

from desktop.opened import Opened
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme, load_fonts, theme
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import cache
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile, open_profile
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


@pytest.fixture(scope="session")
def faces(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture(autouse=True)
def look(faces: None) -> Iterator[Theme]:
    """The light look at 100 %; whatever a test changes is put back."""
    plain = Look(Appearance.LIGHT, 100)
    theme().apply(plain)
    yield theme()
    theme().apply(plain)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures go: $CHASQUI_PICTURES, or .cache/pictures in the checkout (never committed)."""
    where = Path(os.environ.get("CHASQUI_PICTURES", Path(__file__).parents[2] / ".cache" / "pictures"))
    where.mkdir(parents=True, exist_ok=True)
    return where


@pytest.fixture
def grab(pictures: Path) -> Callable[..., Path]:
    """grab(widget, "name", 1366, 768): lays it out at that size, saves what it shows, checks it is not blank."""

    def take(widget: QWidget, name: str, width: int = 1366, height: int = 768) -> Path:
        widget.resize(width, height)
        widget.show()
        QApplication.processEvents()
        image = widget.grab().toImage()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 23) for y in range(0, image.height(), 19)}
        assert len(colours) > 2, f"{name} is blank"
        place = pictures / f"{name}.png"
        assert image.save(str(place))
        return place

    return take


# --- payslips and an opened profile -----------------------------------------------------------------------------------


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


# --- the guard of the UI thread ---------------------------------------------------------------------------------------


class UiThreadError(AssertionError):
    """Work that belongs to the pool was done on the UI thread."""


_FORBIDDEN = {
    "open",
    "socket.connect",
    "socket.getaddrinfo",
    "sqlite3.connect",
    "subprocess.Popen",
    "os.listdir",
    "os.remove",
}
_CODE = (".py", ".pyc", ".so", ".pyd", ".pth")
_guarding: list[threading.Thread] = []


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if not _guarding or event not in _FORBIDDEN or threading.current_thread() is not _guarding[-1]:
        return
    subject = str(arguments[0]) if arguments else ""
    if event in ("open", "os.listdir") and (subject.endswith(_CODE) or subject.startswith(_LIBRARIES)):
        return  # imports read code; the first use of a module is not what this looks for
    raise UiThreadError(f"{event} {subject} on the UI thread")


_LIBRARIES = (sysconfig.get_paths()["stdlib"], sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"])
sys.addaudithook(_listen)


@pytest.fixture
def ui_thread_guard(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    """`with ui_thread_guard():` raises where the main thread opens a file, a socket or a database.

    sqlcipher3 raises no audit events of its own, so its `connect` is wrapped to raise the event of sqlite3.
    """
    real = sqlcipher3.dbapi2.connect

    def connect(*given: Any, **named: Any) -> Any:
        sys.audit("sqlite3.connect", *given[:1])
        return real(*given, **named)

    monkeypatch.setattr(sqlcipher3.dbapi2, "connect", connect)
    monkeypatch.setattr(sqlcipher3, "connect", connect)

    @contextmanager
    def guarded() -> Iterator[None]:
        _guarding.append(threading.main_thread())
        try:
            yield
        finally:
            _guarding.pop()

    return guarded


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of profiles, empty."""
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def opened(vault: Vault, clock: StillClock) -> Iterator[Opened]:
    """What a page gets, over the vault with sample payslips."""
    made = Opened(vault, Desk(vault), clock)
    yield made
    made.desk.close()


# --- an opened profile ----------------------------------------------------------------------------------------------


SESSION = Session(
    server="http://127.0.0.1:9", user="rosa.ejemplo", access_token="a" * 43, access_expires_at=NOW + timedelta(hours=1),
    refresh_token="r" * 43,
)  # fmt: skip


@pytest.fixture(scope="session")
def payslips() -> tuple[Payslip, ...]:
    """Fourteen months, the newest in November 2026, and one additional payslip in September."""
    newest = Period(2026, 11)
    monthly = tuple(
        make_payslip(newest.earlier(months), net=304618 - 130 * months, number=100 - months) for months in range(14)
    )
    extra = make_payslip(Period(2026, 9), net=90000, number=300, clase=PayslipClass.ADDITIONAL, secuencia=1)
    return (*monthly, extra)


@pytest.fixture(scope="session")
def filled_profile(tmp_path_factory: pytest.TempPathFactory, payslips: tuple[Payslip, ...]) -> Path:
    """A profile on disk with payslips, two PDFs that are here, a session and a last exchange. Copied for each test."""
    home = tmp_path_factory.mktemp("filled")
    with new_profile(home, "Mi perfil", PASSWORD, cost=FLOOR) as made, made.cache() as db:
        cache.store_session(db, SESSION)
        pdfs = {payslip.id: draw_payslip(payslip, seal=reference_payload(payslip)) for payslip in payslips[:2]}
        cache.store_page(db, sample_page(payslips, pdfs), etag="e")
        for pdf in pdfs.values():
            digest = hashlib.sha256(pdf).hexdigest()
            cache.append_pdf(db, digest, 0, pdf)
            assert cache.finish_pdf(db, digest)
        cache.exchange_succeeded(db, NOW - timedelta(hours=5))
        cache.add_traffic(db, Period(NOW.year, NOW.month), 412_000, 9_000, 31)
        return made.directory


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


@pytest.fixture
def vault(home: Path, filled_profile: Path) -> Iterator[Vault]:
    """The filled profile, opened, in the folder of profiles of this test."""
    directory = home / filled_profile.name
    shutil.copytree(filled_profile, directory)
    made = open_profile(directory, PASSWORD, now=NOW)
    yield made
    made.close()
