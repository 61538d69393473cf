"""The office of the demonstration: legajos of the cast, who keeps those of Azángaro, and what people ask of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from central.legajo.archive import Archive
from central.legajo.papers import PaperOrder
from central.legajo.people import Clerk, person_of
from central.legajo.sealing import sealed_papers
from central.papers import demo_sealer
from central.publishing import Publisher
from central.records import Oficina, Person
from central.samples.careers import Identity, Sex
from central.samples.cast import CAST, cast_career
from central.samples.facts import identity
from central.samples.identifiers import payslip_id
from central.samples.legajos import sample_legajo
from central.samples.places import place
from central.samples.solicitudes import Asking, Course, noon
from central.store import Store
from central.store.accounts import person_document
from central.store.requests import note_seat
from documents.legajo_catalogue import bundled
from documents.seal.issued_check import broken_promise

WITH_HOJA = (0, 8)  # not the pensioner: hers was never made
OFFICE = "210002"  # UGEL Azángaro, where the first of the cast teaches
CLERK = identity(9_990, ("CHOQUEHUANCA", "ÑACA"), "RUTH MARISOL", Sex.FEMALE, date(1980, 3, 19))
CLERK_PASSWORD = "archivo-tambo-9"  # noqa: S105 (invented, as everything here)
COLLEAGUES = (
    identity(9_991, ("MAMANI", "CALSIN"), "EDGAR RAÚL", Sex.MALE, date(1979, 6, 2)),
    identity(9_992, ("QUISPE", "ZAPANA"), "LIDIA", Sex.FEMALE, date(1988, 9, 14)),
    identity(9_993, ("HUANCA", "ÑAUPA"), "SANTOS WILBER", Sex.MALE, date(1991, 1, 25)),
    identity(9_994, ("TICONA", "APAZA"), "NELLY ROXANA", Sex.FEMALE, date(1975, 12, 8)),
    identity(9_995, ("LIMACHI", "PARI"), "JULIO CÉSAR", Sex.MALE, date(1983, 4, 30)),
    identity(9_996, ("CCAPA", "MACHACA"), "FLOR DE MARÍA", Sex.FEMALE, date(1994, 7, 21)),
)
STAFF = (  # who else works there, and as what
    (identity(9_980, ("YANA", "HUANCA"), "MARIO ENRIQUE", Sex.MALE, date(1977, 11, 5)), ("escalafon",)),
    (identity(9_981, ("CONDORI", "ÑAUPARI"), "SILVIA", Sex.FEMALE, date(1986, 2, 17)), ("planillas",)),
    (identity(9_982, ("PARI", "CHAMBI"), "JHON WILFREDO", Sex.MALE, date(1992, 8, 23)), ("mesa_partes",)),
    (identity(9_983, ("ZEVALLOS", "TITO"), "GLADYS NOEMÍ", Sex.FEMALE, date(1972, 5, 30)), ("administrador",)),
)  # fmt: skip
_SUBJECTS = (
    "Matemática con materiales del entorno", "Escritura en quechua collao", "Tutoría y convivencia",
    "Primeros auxilios en la escuela", "Planificación curricular",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Times:
    """Courses that ended some months before today."""

    today: date

    def course(self, number: int, months: int = 3) -> Course:
        ended = self.today - timedelta(days=30 * months + 4 * number)
        return Course(_SUBJECTS[number % len(_SUBJECTS)], "DRE Puno", 40 + 20 * number, ended)


def seed_escalafon(store: Store, publisher: Publisher, seed: int, today: date) -> None:
    """Legajos, the office's account, colleagues and requests. The cast is published already."""
    file_legajos(store, seed, today)
    publish_hojas(store, seed, today)
    clerk = _open_office(store, publisher)
    asking, times = Asking(store, seed, today), _Times(today)
    _ask_as_cast(asking, times, clerk)
    for number, colleague in enumerate(COLLEAGUES[:-1]):  # in the order they came, like their codes
        asking.course(colleague, 1, times.course(number), days_ago=8 - number)
    asking.paper(COLLEAGUES[-1], 1, "hoja_de_vida", days_ago=1, note="La necesito para el concurso de encargatura.")


def file_legajos(store: Store, seed: int, today: date) -> None:
    """Those of the cast."""
    archive = Archive(store)
    for index in range(len(CAST)):
        legajo = sample_legajo(index, seed, today)
        if legajo is not None:
            archive.file_records(legajo.dni, legajo.records, legajo.files)


def publish_hojas(store: Store, seed: int, today: date) -> None:
    """The hoja de vida of two of the cast, made half a year ago: a request would make it anew.

    Sealing one takes most of a second, and the others of the cast are nobody's login in the demonstration.
    """
    archive, maker = Archive(store), sealed_papers(lambda now: demo_sealer(now, check=broken_promise))
    made_on = today - timedelta(days=180)
    for index in WITH_HOJA:
        legajo = sample_legajo(index, seed, made_on)
        if legajo is None:
            continue
        with store.reading() as db:
            person = person_of(person_document(db, legajo.dni))
        office = Oficina(legajo.codigo_ugel, place(legajo.codigo_ugel).ugel)
        order = PaperOrder(
            id=payslip_id(seed, "hoja", index), kind="hoja_de_vida", number="", request="", note="", person=person,
            records=legajo.records, catalogue=bundled(), office=office, who="", now=noon(made_on),
        )  # fmt: skip
        made = maker(order)
        archive.publish_paper(legajo.dni, made.paper, made.pdf)


def _open_office(store: Store, publisher: Publisher) -> Clerk:
    where = place(OFFICE)
    office = Oficina(where.codigo_ugel, where.ugel)
    publisher.add_person(_person(CLERK, office), CLERK.dni, CLERK_PASSWORD)
    for who, roles in STAFF:
        publisher.add_person(replace(_person(who, office), roles=roles), who.dni, f"{CLERK_PASSWORD}-{roles[0]}")
    for number, colleague in enumerate(COLLEAGUES):
        publisher.add_person(_person(colleague), colleague.dni, f"{CLERK_PASSWORD}-{number}")
    with store.writing() as db:
        for colleague in COLLEAGUES:
            note_seat(db, colleague.dni, OFFICE, "2020-01")
    return Clerk(feed=CLERK.dni, name=f"{CLERK.nombres} {CLERK.apellidos}", office=office)


def _ask_as_cast(asking: Asking, times: _Times, clerk: Clerk) -> None:
    """One granted, one observed; and, in Sullana, one rejected."""
    teacher, other = cast_career(0).identity, cast_career(8).identity
    granted = asking.course(teacher, 1, times.course(0, months=5), days_ago=48)
    asking.decide(granted, clerk, "atender", days_ago=41)
    sullana = place("200010")
    there = Clerk(feed="", name="PEDRO PABLO SEMINARIO RÍOS", office=Oficina("200010", sullana.ugel))
    rejected = asking.course(other, 1, times.course(2), days_ago=20)
    asking.decide(
        rejected, there, "rechazar", days_ago=12,
        reason="El certificado está a nombre de otra persona. Si es un error de quien lo emitió, pida que lo corrija.",
    )  # fmt: skip
    observed = asking.course(teacher, 2, times.course(1), days_ago=9)
    asking.decide(
        observed, clerk, "observar", days_ago=3,
        reason="El certificado no se lee completo. Vuelva a escanearlo por ambas caras.",
    )  # fmt: skip


def _person(who: Identity, office: Oficina | None = None) -> Person:
    return Person(
        doc_tipo="DNI", doc_numero=who.dni, apellidos=who.apellidos, nombres=who.nombres,
        correo=f"persona.{who.index}@correo.example", oficina=office,
    )  # fmt: skip
