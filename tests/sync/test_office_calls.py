"""The office's calls with the real office: a person of the escalafón searches, reads, sees a document and decides."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from central.faults import status, wrong_digest
from central.legajo.catalogue import PublishedCatalogue
from central.records import Oficina, Person
from documents.legajo_catalogue import bundled, read_catalogue
from storage import cache, legajo
from storage.decision_records import Deed
from storage.profile import Vault
from storage.request_records import RequestState
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.errors import InterferenceError, RefusedError, SessionEndedError
from sync.office import OfficeCounter
from tests.sync.conftest import make_vault
from tests.sync.decisions import decision
from tests.sync.office import ANA, PASSWORD, Desk, Office, StillClock, make_payslip
from tests.sync.wishes import paper, pdf, queue, shown

ROSA = Person(
    doc_tipo="DNI", doc_numero="99900002", apellidos="ÑAHUI", nombres="ROSA", correo="rosa@correo.pe",
    oficina=Oficina(codigo="210011", nombre="UGEL SAN ROMÁN"),
)  # fmt: skip


@pytest.fixture
def counter(tmp_path_factory: pytest.TempPathFactory, office: Office, clock: StillClock) -> Iterator[OfficeCounter]:
    office.publisher.add_person(ROSA, "rosa", PASSWORD)
    with (
        make_vault(tmp_path_factory.mktemp("rosa") / "profile") as vault,
        vault.cache() as db,
        CentralClient(office.server.url, version="0", clock=clock) as client,
    ):
        cache.store_session(db, sign_in(client, "rosa", PASSWORD, None, None, "prueba").session)
        office.publisher.publish_payslips([make_payslip(0)], draw=lambda _: b"%PDF-1.7\n")
        yield OfficeCounter(client, db)


def test_a_request_is_found_read_taken_and_attended_and_its_fact_comes_home(
    desk: Desk, counter: OfficeCounter, vault: Vault
) -> None:
    content = pdf(3_000)
    name = queue(desk, 1, content)
    desk.run()
    (row,) = counter.search(text="ñaupari").rows
    assert (row.request.uuid, row.person.doc_numero) == (name, ANA.doc_numero)
    assert counter.search(text="nadie").rows == ()
    case = counter.case(name)
    assert case is not None
    assert case.current is None
    assert counter.document(paper(content).sha256, len(content)) == content
    taken = counter.decide(decision(71, case.request, Deed.TAKE))
    done = counter.decide(decision(72, taken, Deed.ATTEND))
    assert done.state is RequestState.ATTENDED
    assert counter.decide(decision(72, taken, Deed.ATTEND)) == done
    desk.run()
    assert shown(desk, name).state is RequestState.ATTENDED
    assert [one.confirmed is not None for one in desk.ask(legajo.shown_records, "II")] == [True]


def test_what_was_decided_meanwhile_is_said(desk: Desk, counter: OfficeCounter) -> None:
    name = queue(desk, 1)
    desk.run()
    case = counter.case(name)
    assert case is not None
    counter.decide(decision(71, case.request, Deed.OBSERVE, "Falta el reverso."))
    with pytest.raises(RefusedError) as caught:
        counter.decide(decision(72, case.request, Deed.REJECT, "No."))
    assert caught.value.problem.code == "changed-meanwhile"
    told = caught.value.problem.request
    assert told is not None
    assert told.history[-1].who == "ROSA ÑAHUI"
    desk.run()
    assert shown(desk, name).state is RequestState.OBSERVED


def test_a_token_that_ran_out_is_renewed_once_and_kept(
    counter: OfficeCounter, office: Office, clock: StillClock
) -> None:
    clock.pass_seconds(4000)
    office.faults.forget()
    assert counter.search().rows == ()
    assert counter.search().rows == ()
    assert office.routes == ["office_search", "refresh", "office_search", "office_search"]


def test_a_session_that_ended_and_a_spoiled_document_are_said(
    desk: Desk, counter: OfficeCounter, office: Office
) -> None:
    content = pdf(3_000)
    queue(desk, 1, content)
    desk.run()
    office.faults.add("office_blob", wrong_digest)
    with pytest.raises(InterferenceError):
        counter.document(paper(content).sha256, len(content))
    office.faults.add("office_search", status(401, problem="session-ended"))
    with pytest.raises(SessionEndedError):
        counter.search()


def test_a_person_without_the_role_is_refused(desk: Desk) -> None:
    with desk.client(desk.office.server.url) as client, desk.vault.cache() as db, pytest.raises(RefusedError) as caught:
        OfficeCounter(client, db).search()
    assert caught.value.problem.code == "not-yours"


def test_a_newer_catalogue_is_fetched_once_after_everything_else(desk: Desk, office: Office) -> None:
    newer = bundled().version + 1
    content = office.settings.legajo_catalogue.content
    assert desk.ask(legajo.legajo_catalogue).version == bundled().version
    changed = content.replace(f'"version": {bundled().version}'.encode(), f'"version": {newer}'.encode(), 1)
    assert changed != content
    publish_catalogue(office, changed)
    desk.run()
    assert office.routes == ["sync", "legajo_catalogue"]
    assert desk.ask(legajo.legajo_catalogue).version == newer
    desk.clock.pass_seconds(timedelta(hours=1).total_seconds())
    desk.run()
    assert office.routes.count("legajo_catalogue") == 1


def test_a_catalogue_that_cannot_be_read_is_not_asked_for_again_the_same_day(desk: Desk, office: Office) -> None:
    content = office.settings.legajo_catalogue.content
    newer = content.replace(f'"version": {bundled().version}'.encode(), f'"version": {bundled().version + 1}'.encode())
    publish_catalogue(office, newer)
    office.faults.add("legajo_catalogue", status(404))
    for _ in range(3):
        desk.run()
    assert office.routes.count("legajo_catalogue") == 1
    desk.clock.pass_seconds(timedelta(days=1, hours=1).total_seconds())
    desk.run()
    assert office.routes.count("legajo_catalogue") == 2
    assert desk.ask(legajo.legajo_catalogue).version == bundled().version + 1


def publish_catalogue(office: Office, content: bytes) -> None:
    object.__setattr__(office.settings, "legajo_catalogue", PublishedCatalogue(content, read_catalogue(content)))
