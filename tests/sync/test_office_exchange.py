"""The office's part of an exchange with the real office: offline decisions, conflicts, undo, the trace, lost roles."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from central.faults import cut_body_after, cut_request_after, lost_answer, status
from central.legajo.archive import Archive
from central.records import Oficina, Person
from documents.legajo import LegajoRecord
from documents.payslip import Period
from storage import decisions, office_files, office_tray, office_wishes
from storage import office as office_store
from storage.decision_records import DecisionState, Deed, QueuedLook, ReceptionWish, TrayQuery, Wanted
from storage.layout import LOCK
from storage.legajo import shown_request
from storage.lock import ProfileLock
from storage.looks import office_looks
from storage.office_papers import KeptPaper, keep_paper_file, note_papers
from storage.packet_records import PeopleGroup
from storage.packets import save_group
from storage.profile import Vault
from storage.request_records import Expediente, RequestAction, RequestState
from storage.thrift import Thrift, set_thrift
from sync.engine import Blocked, Updated, UpToDate
from sync.office_papers import PapersAsked
from tests.sync.conftest import make_vault
from tests.sync.decisions import SECONDS, case, decide, left
from tests.sync.office import ANA, PASSWORD, Desk, Office, StillClock, make_payslip
from tests.sync.wishes import COURSE, at_office, course, hoja_de_vida, paper, pdf, queue, shown, uuid

OFFICE = Oficina(codigo="210011", nombre="UGEL SAN ROMÁN")
FILE = pdf(150_000)


def clerk(number: int, nombres: str, *roles: str) -> Person:
    return Person(
        doc_tipo="DNI", doc_numero=f"9990000{number}", apellidos="ÑAHUI", nombres=nombres, correo="x@correo.pe",
        oficina=OFFICE if roles else None, roles=roles or ("escalafon",),
    )  # fmt: skip


ROSA, JUAN = clerk(2, "ROSA", "escalafon"), clerk(3, "JUAN", "escalafon")


@pytest.fixture
def staffed(office: Office) -> Office:
    """Ana belongs to the office; Rosa and Juan work there."""
    office.publisher.add_person(ROSA, "rosa", PASSWORD)
    office.publisher.add_person(JUAN, "juan", PASSWORD)
    office.publisher.publish_payslips([make_payslip(0)], draw=lambda _: b"%PDF-1.7\n")
    return office


@pytest.fixture
def rosa(tmp_path: Path, staffed: Office, clock: StillClock) -> Iterator[Desk]:
    with make_vault(tmp_path / "rosa") as opened:
        yield Desk(opened, staffed, clock, "rosa")


@pytest.fixture
def juan(tmp_path: Path, staffed: Office, clock: StillClock) -> Iterator[Desk]:
    with make_vault(tmp_path / "juan") as opened:
        yield Desk(opened, staffed, clock, "juan")


def lines(desk: Desk, **wanted: object) -> list[tuple[str, str, str]]:
    """Request, state, who has it: as the tray shows it."""
    query = TrayQuery(**{"me": "ROSA ÑAHUI"} | wanted)  # type: ignore[arg-type]
    with desk.vault.office() as db:
        return [(row.uuid, row.state.value, row.taken_by) for row in office_tray.tray(db, query).rows]


def asked(desk: Desk, number: int, *files: bytes) -> str:
    """Ana asks, and it arrives."""
    name = queue(desk, number, *files)
    desk.run()
    return name


def reopened(desk: Desk) -> Desk:
    """The program ended and begins anew on the same files."""
    directory, key = desk.vault.directory, desk.vault._data_key
    desk.vault.close()
    vault = Vault(directory, "Rosa", key, ProfileLock(directory / LOCK))
    vault.prepare_files()
    return Desk(vault, desk.office, desk.clock, desk.user)


def pass_window(desk: Desk) -> None:
    desk.clock.pass_seconds(SECONDS + 1)


def test_an_exchange_brings_requests_people_and_sustentos_and_rest_costs_one_call(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1, FILE)
    outcome = rosa.run()
    assert isinstance(outcome, Updated)
    assert outcome.of_office == 3
    assert lines(rosa) == [(name, "en_solicitud", "")]
    with rosa.vault.office() as db:
        assert office_files.file_of_case(db, paper(FILE).sha256) == FILE
        servant = office_store.servant(db, ANA.doc_numero)
        assert servant is not None
        assert (servant.codigo_modular, servant.institucion) == ("1099900001", "IE 70000")
    rosa.office.faults.forget()
    assert rosa.run() == UpToDate()
    assert rosa.office.routes == ["sync", "office_sync"]


def test_decisions_without_a_line_survive_a_restart_and_arrive_in_their_order(desk: Desk, rosa: Desk) -> None:
    first, second = asked(desk, 1, FILE), asked(desk, 2)
    rosa.run()
    rosa.office.faults.add("any", status(503), times=2)
    decide(rosa, 71, first, Deed.TAKE)
    decide(rosa, 72, first, Deed.OBSERVE, " Falta el reverso. ")
    decide(rosa, 73, second, Deed.ATTEND)
    pass_window(rosa)
    assert isinstance(rosa.run(), Blocked)
    assert lines(rosa, states=("observado",)) == [(first, "en_solicitud", "")]
    rosa.office.faults.clear()
    rosa = reopened(rosa)
    outcome = rosa.run()
    assert isinstance(outcome, Updated)
    assert (outcome.decided, outcome.refused) == (3, 0)
    assert left(rosa) == ()
    kept = at_office(rosa.office, first)
    assert (kept.state, kept.taken_by, kept.reason) == ("observado", "ROSA ÑAHUI", "Falta el reverso.")
    assert lines(rosa) == [(first, "observado", "ROSA ÑAHUI"), (second, "atendido", "")]
    desk.run()
    assert shown(desk, second).state is RequestState.ATTENDED
    rosa.vault.close()


def test_two_who_decide_on_one_request_never_both_win_and_the_second_is_told_who(
    desk: Desk, rosa: Desk, juan: Desk
) -> None:
    name = asked(desk, 1)
    rosa.run()
    juan.run()
    decide(rosa, 71, name, Deed.TAKE)
    decide(rosa, 72, name, Deed.ATTEND)
    decide(juan, 81, name, Deed.REJECT, "No corresponde.")
    pass_window(rosa)
    juan.run()
    outcome = rosa.run()
    assert isinstance(outcome, Updated)
    assert (outcome.decided, outcome.refused) == (0, 1)
    assert at_office(rosa.office, name).state == "rechazado"
    refused, behind = left(rosa)
    assert (refused.state, refused.trouble) == (DecisionState.QUARANTINE, "already-decided")
    assert refused.answer is not None
    assert refused.answer.history[-1].who == "JUAN ÑAHUI"
    assert (behind.state, behind.trouble) == (DecisionState.QUARANTINE, "follows-refused")
    assert lines(rosa, refused=True) == [(name, "rechazado", "")]
    with rosa.vault.outbox() as box:
        assert decisions.acknowledge(box, name) == 2
    assert left(rosa) == ()


@pytest.mark.parametrize("fault", [lost_answer, cut_request_after(20), status(503)])
def test_a_decision_whose_answer_was_lost_goes_again_unchanged_and_counts_once(
    desk: Desk, rosa: Desk, fault: object
) -> None:
    name = asked(desk, 1)
    rosa.run()
    decide(rosa, 71, name, Deed.TAKE)
    pass_window(rosa)
    rosa.office.faults.add("decision", fault)  # type: ignore[arg-type]
    rosa.run()
    (waiting,) = left(rosa)
    assert (waiting.state, waiting.sent, waiting.tries) == (DecisionState.WAITING, True, 1)
    assert not waiting.can_be_withdrawn
    with rosa.vault.outbox() as box:
        assert decisions.withdraw(box, waiting.batch) == 0
    before = at_office(rosa.office, name).changed_at
    rosa.run()
    assert left(rosa) == ()
    assert at_office(rosa.office, name).taken_by == "ROSA ÑAHUI"
    if fault is lost_answer:
        assert at_office(rosa.office, name).changed_at == before


def test_a_decision_can_be_taken_back_until_it_leaves_and_takes_what_follows_along(desk: Desk, rosa: Desk) -> None:
    first, second = asked(desk, 1), asked(desk, 2)
    rosa.run()
    decide(rosa, 71, first, Deed.TAKE, batch=90)
    decide(rosa, 72, second, Deed.TAKE, batch=90)
    decide(rosa, 73, first, Deed.ATTEND)
    rosa.run()
    assert "decision" not in rosa.office.routes, "the time for second thoughts is not over"
    with rosa.vault.outbox() as box:
        assert decisions.withdraw(box, uuid(90)) == 3
    pass_window(rosa)
    rosa.run()
    assert "decision" not in rosa.office.routes
    assert {state for _, state, _ in lines(rosa)} == {"en_solicitud"}


def test_the_engine_wakes_up_for_a_decision(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1)
    rosa.run()
    assert rosa.engine.wait_seconds() == pytest.approx(30 * 60)
    decide(rosa, 71, name, Deed.TAKE)
    assert rosa.engine.wait_seconds() == pytest.approx(SECONDS)
    pass_window(rosa)
    assert rosa.engine.wait_seconds() == 0
    rosa.run(asked=False)
    assert rosa.engine.wait_seconds() == pytest.approx(30 * 60)


def test_a_paper_that_nobody_can_make_now_holds_up_neither_others_nor_the_feed(desk: Desk, rosa: Desk) -> None:
    queue(desk, 1, content=hoja_de_vida())
    other = asked(desk, 2)
    rosa.run()
    decide(rosa, 71, uuid(1), Deed.ATTEND)
    decide(rosa, 72, other, Deed.TAKE)
    pass_window(rosa)
    asked(desk, 3)
    outcome = rosa.run(asked=False)
    assert isinstance(outcome, Updated)
    assert (outcome.decided, len(lines(rosa))) == (1, 3)
    (waiting,) = left(rosa)
    assert waiting.next_try_at is not None
    assert waiting.next_try_at >= rosa.clock.now() + timedelta(minutes=59)
    wait = rosa.engine.wait_seconds()
    assert wait is not None
    assert wait > 60


def test_trouble_of_the_offices_calls_alone_is_not_in_the_way_of_ones_own_payslips(desk: Desk, rosa: Desk) -> None:
    asked(desk, 1)
    rosa.office.faults.add("office_sync", status(404), times=9)
    assert isinstance(rosa.run(), Updated), "her own person came"
    with rosa.vault.office() as db:
        mark = office_store.office_mark(db)
    assert (mark.attempt, mark.cursor) == (1, None)
    rosa.office.faults.forget()
    assert rosa.run(asked=False) == UpToDate()
    assert rosa.office.routes == ["sync"], "the office's calls have a plan of their own"
    rosa.office.faults.clear()
    assert isinstance(rosa.run(), Updated)
    assert len(lines(rosa)) == 1


def test_what_nobody_of_the_office_may_see_any_more_is_gone(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1, FILE)
    rosa.run()
    decide(rosa, 71, name, Deed.TAKE)
    rosa.office.publisher.appoint(ROSA.doc_numero, OFFICE, ("planillas",))
    pass_window(rosa)
    rosa.run()
    assert (lines(rosa), left(rosa)) == ([], ())
    with rosa.vault.office() as db:
        assert office_store.servant(db, ANA.doc_numero) is not None
        assert office_files.file_of_case(db, paper(FILE).sha256) is None
    rosa.office.publisher.appoint(ROSA.doc_numero, None)
    rosa.run()
    with rosa.vault.office() as db:
        assert office_store.search_servants(db) == ()


def test_a_damaged_file_of_the_office_is_fetched_again(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1)
    rosa.run()
    (rosa.vault.directory / "office.db").write_bytes(b"x" * 8_192)
    rosa.run()
    assert lines(rosa) == [(name, "en_solicitud", "")]


def test_a_cursor_that_is_none_begins_a_walk_and_a_new_epoch_sweeps(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1)
    rosa.run()
    with rosa.vault.office() as db:
        db.run("UPDATE office_mark SET cursor = 'x'")
        db.run("INSERT INTO servant SELECT '00000000', epoch, doc_tipo, apellidos, nombres, codigo_modular, cargo,"
               " codigo_ie, institucion, regimen, searched FROM servant")  # fmt: skip
    rosa.run()
    assert lines(rosa) == [(name, "en_solicitud", "")]
    with rosa.vault.office() as db:
        assert office_store.servant(db, "00000000") is None


def test_who_saves_data_fetches_no_sustento_ahead_and_what_others_took_is_not_fetched(
    desk: Desk, rosa: Desk, juan: Desk
) -> None:
    name = asked(desk, 1, FILE)
    with rosa.vault.cache() as db:
        set_thrift(db, Thrift(saver=True, budget=None))
    rosa.run()
    assert "office_blob" not in rosa.office.routes
    decide_as_juan = juan.run()
    assert isinstance(decide_as_juan, Updated)
    decide(juan, 81, name, Deed.TAKE)
    pass_window(juan)
    juan.run()
    with rosa.vault.cache() as db:
        set_thrift(db, Thrift(saver=False, budget=None))
    rosa.office.faults.forget()
    rosa.run()
    assert "office_blob" not in rosa.office.routes


def test_a_sustento_goes_on_at_the_byte_where_the_line_broke(desk: Desk, rosa: Desk) -> None:
    asked(desk, 1, FILE)
    rosa.office.faults.add("office_blob", cut_body_after(100_000))
    assert isinstance(rosa.run(), Blocked)
    rosa.office.faults.forget()
    rosa.run()
    (again,) = rosa.office.faults.of("office_blob")
    assert again.range is not None
    assert again.range.startswith("bytes=")
    assert again.range != "bytes=0-"
    with rosa.vault.office() as db:
        assert office_files.file_of_case(db, paper(FILE).sha256) == FILE


def test_looks_without_a_line_are_reported_and_come_to_the_person(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1)
    rosa.run()
    seen = case(rosa, name)
    with rosa.vault.outbox() as box:
        office_wishes.queue_look(
            box, QueuedLook(uuid=uuid(60), doc_numero=ANA.doc_numero, why="solicitud", what=seen.request.code,
                            at=rosa.clock.now())
        )  # fmt: skip
    rosa.run()
    with rosa.vault.outbox() as box:
        assert office_wishes.queued_looks(box) == ()
    desk.run()
    (look,) = desk.ask(office_looks)
    assert (look.who, look.office, look.why, look.what) == ("ROSA ÑAHUI", OFFICE.nombre, "solicitud", seen.request.code)


def test_an_open_request_is_shown_beside_its_record_as_it_is_filed_now(desk: Desk, rosa: Desk) -> None:
    archive = Archive(rosa.office.store)
    filed = LegajoRecord(id=uuid(1001), section="II", kind="capacitacion", version=1, fields=COURSE)
    archive.file_records(ANA.doc_numero, [filed])
    desk.run()
    queue(desk, 1, content=course(1, action=RequestAction.CHANGE, base=filed))
    desk.run()
    rosa.run()
    archive.file_records(ANA.doc_numero, [replace(filed, version=2)])
    rosa.run()
    current = case(rosa, uuid(1)).current
    assert current is not None
    assert current.version == 2


def test_who_changes_to_the_counter_keeps_a_cover_and_nothing_else(desk: Desk, rosa: Desk) -> None:
    name = asked(desk, 1, FILE)
    rosa.run()
    with rosa.vault.office() as db:
        question = PapersAsked(
            doc_numero=ANA.doc_numero, kinds=("boletas",), desde=Period(2026, 1), hasta=Period(2026, 2)
        )
        kept = KeptPaper(doc_numero=ANA.doc_numero, part="boletas", title="x", periodo="2026-01", clase="", secuencia=0,
                         numero="", sha256=sha256(FILE).hexdigest(), size=len(FILE))  # fmt: skip
        note_papers(db, ANA.doc_numero, question.question, (kept,), rosa.clock.now())
        keep_paper_file(db, kept.sha256, FILE)
        save_group(db, PeopleGroup("IE 70000", ()), rosa.clock.now())
    decide(rosa, 71, name, Deed.OBSERVE, "Falta el reverso.")
    rosa.office.publisher.appoint(ROSA.doc_numero, OFFICE, ("mesa_partes",))
    rosa.office.faults.add("office_sync", status(503), times=1)
    pass_window(rosa)
    rosa.run()
    assert (lines(rosa), left(rosa)) == ([], ()), "what was seen goes before anything new comes"
    with rosa.vault.office() as db:
        tables = ("case_body", "office_file", "office_pdf", "paper_answer", "people_group")
        assert [db.number(f"SELECT count(*) FROM {table}") for table in tables] == [0] * 5  # noqa: S608 - of a fixed list
    rosa.run()
    assert lines(rosa) == [(name, "en_solicitud", "")]
    with rosa.vault.office() as db:
        found = office_store.office_case(db, name)
        assert found is not None
        assert (found.whole, found.request.content.fields, found.current) == (False, {}, None)
        assert db.number("SELECT count(*) FROM office_file") == 0
    wish = ReceptionWish(Expediente("77", "", None), 2, "escalafon", ("firma",))
    with rosa.vault.outbox() as box:
        wanted = Wanted(uuid=uuid(72), request=name, code=found.request.code, who="x", deed=Deed.RECEIVE, reason="",
                        seen=found.request.changed_at, reception=wish)  # fmt: skip
        decisions.decide(box, [wanted], batch=uuid(90), at=rosa.clock.now(), ready_at=rosa.clock.now())
    assert lines(rosa, receptions=("lacking",)) == [(name, "en_solicitud", "")]
    outcome = rosa.run()
    assert isinstance(outcome, Updated)
    assert outcome.decided == 1
    with rosa.vault.office() as db:
        counts = office_tray.count_tray(db, [TrayQuery(receptions=(one,), me="X") for one in ("no", "done", "lacking")])
        assert counts == (0, 0, 1)
    desk.run()
    with desk.vault.cache() as db:
        fact = shown_request(db, name).fact
    assert fact is not None
    assert (fact.reception and fact.reception.lacking) == ("firma",)
    rosa.office.publisher.appoint(ROSA.doc_numero, OFFICE, ("administrador",))
    rosa.run()
    with rosa.vault.office() as db:
        assert (office_store.search_servants(db), lines(rosa)) == ((), [])
