"""Packets from the office's service: asked once, kept encrypted, gone on with offline, and read by the person."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from central.legajo.sealing import demo_papers
from central.records import Oficina, Person
from desktop.tasks.packet_running import JobRunning, begin
from documents.batch.recipe import Arrangement, Part, Recipe
from documents.payslip import Period
from documents.people.records import ListedPerson
from storage import adoption, cache, packets
from storage.office import forget_office
from storage.office_papers import drop_papers, known_papers, paper_file
from storage.office_wishes import queued_looks
from storage.packet_records import PacketJob, PersonState
from storage.profile import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.office_papers import PapersAsked
from tests.sync.conftest import make_vault
from tests.sync.office import ANA, PASSWORD, Office, StillClock, make_payslip

PAZ = Person(
    doc_tipo="DNI", doc_numero="99900003", apellidos="CCORI", nombres="PAZ", correo="paz@correo.pe",
    oficina=Oficina(codigo="210011", nombre="UGEL SAN ROMÁN"), roles=("planillas",),
)  # fmt: skip
LISTED = ListedPerson(doc_numero=ANA.doc_numero, apellidos=ANA.apellidos, nombres=ANA.nombres)
RECIPE = Recipe(
    name="Boletas y constancia", parts=(Part.PAYSLIPS, Part.CONSTANCIA, Part.HOJA_DE_VIDA), reason="préstamo",
    desde=Period(2026, 9), hasta=Period(2026, 11), arrangement=Arrangement.FOLDERS,
)  # fmt: skip


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def office(tmp_path: Path, clock: StillClock) -> Iterator[Office]:
    made = Office(tmp_path, clock, make_paper=demo_papers())
    made.publisher.add_person(PAZ, "paz", PASSWORD)
    made.publisher.publish_payslips([make_payslip(number) for number in range(3)], draw=lambda one: one.id.encode())
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path, office: Office, clock: StillClock) -> Iterator[Vault]:
    """Paz of planillas, signed in."""
    with make_vault(tmp_path / "profile") as made:
        with made.cache() as db, CentralClient(office.server.url, version="0", clock=clock) as client:
            signed = sign_in(client, "paz", PASSWORD, None, None, "prueba")
            adoption.adopt_session(db, signed.session, signed.person)
        yield made


def run(vault: Vault, folder: Path, clock: StillClock) -> PacketJob:
    folder.mkdir()
    job = begin(vault, RECIPE, [LISTED], folder, "UGEL SAN ROMÁN", clock)
    return JobRunning(vault, job, clock).go()


def test_asked_once_kept_and_made_again_without_a_connection(
    vault: Vault, office: Office, clock: StillClock, tmp_path: Path
) -> None:
    first = run(vault, tmp_path / "uno", clock)
    assert first.ended_at is not None
    (folder,) = (tmp_path / "uno").iterdir()
    names = [path.name for path in sorted(folder.iterdir())]
    assert names == [
        "01_Boleta_de_setiembre_de_2026.pdf", "02_Boleta_de_octubre_de_2026.pdf", "03_Boleta_de_noviembre_de_2026.pdf",
        "04_Constancia_de_haberes_y_descuentos.pdf",
    ]  # fmt: skip
    assert (folder / names[0]).read_bytes() == make_payslip(2).id.encode()
    assert office.routes.count("office_papers") == 1

    office.server.stop()
    clock.pass_seconds(13 * 3600)
    again = run(vault, tmp_path / "dos", clock)
    assert again.ended_at is not None
    (copy,) = (tmp_path / "dos").iterdir()
    assert [(copy / name).read_bytes() for name in names] == [(folder / name).read_bytes() for name in names]
    with vault.outbox() as box:
        looks = queued_looks(box)
    assert [(look.doc_numero, look.why, look.what) for look in looks] == [
        (ANA.doc_numero, "paquete", "Boletas y constancia: préstamo")
    ]


def test_what_was_never_asked_is_told_and_a_job_that_waits_for_nobody_ends(
    vault: Vault, office: Office, clock: StillClock, tmp_path: Path
) -> None:
    office.server.stop()
    job = run(vault, tmp_path / "uno", clock)
    with vault.office() as db:
        (person,) = packets.job_people(db, job.number)
    assert person.state is PersonState.NOTHING
    told = {(each.part, each.code) for each in person.lacking}
    assert told >= {("boletas", "offline"), ("constancia", "offline"), ("hoja_de_vida", "role")}


def test_kept_documents_go_with_time_and_with_the_role(
    vault: Vault, office: Office, clock: StillClock, tmp_path: Path
) -> None:
    run(vault, tmp_path / "uno", clock)
    asked = PapersAsked(
        doc_numero=ANA.doc_numero, kinds=("boletas", "constancia"), desde=RECIPE.desde, hasta=RECIPE.hasta
    )
    with vault.office() as db:
        known = known_papers(db, ANA.doc_numero, asked.question)
        assert known is not None
        assert all(paper_file(db, paper.sha256) for paper in known[1])
        assert drop_papers(db, clock.now() - timedelta(days=1)) == 0
        assert drop_papers(db, clock.now() + timedelta(days=1)) == 4
        assert known_papers(db, ANA.doc_numero, asked.question) is None
        forget_office(db)
        assert packets.packet_jobs(db) == ()
    with vault.cache() as facts:
        assert cache.session(facts) is not None


def test_a_connection_that_goes_amid_a_job_stops_it_and_whoever_goes_on_without_is_told(
    vault: Vault, office: Office, clock: StillClock, tmp_path: Path
) -> None:
    """Not a thousand people who seem to lack everything. Gone on with offline, it says what is lacking."""
    other = ListedPerson(doc_numero="99900005", apellidos="MAMANI", nombres="JOSÉ")
    job = begin(vault, RECIPE, [LISTED, other], tmp_path, "UGEL SAN ROMÁN", clock)
    stopped = JobRunning(vault, job, clock).go(
        lambda step: office.server.stop() if step.name == other.apellidos_y_nombres else None
    )
    assert (stopped.ended_at, stopped.trouble, stopped.settled) == (None, "connection-lost", 1)
    made = [path.name for path in tmp_path.iterdir() if path.name.startswith(ANA.doc_numero)]
    assert len(made) == 1
    ended = JobRunning(vault, stopped, clock).go()
    assert ended.ended_at is not None
    with vault.office() as db:
        people = packets.job_people(db, ended.number)
    assert [each.state for each in people] == [PersonState.DONE, PersonState.NOTHING]
    assert {each.code for each in people[1].lacking} >= {"offline"}
