"""Records, papers and requests over the wire: whole, strict about types, and the body of a request frozen."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.legajo import LegajoRecord
from storage.request_records import Expediente, OfficeRequest, Paper, PaperKind, RequestAction, RequestState
from sync.errors import InterferenceError
from sync.legajo_wire import expediente_body, read_answer, request_body
from sync.wire import read_page, read_problem
from tests.sync.test_wire import SHA, change, page, refused
from tests.sync.wishes import COURSE, course, hoja_de_vida, paper, pdf, uuid

MOMENT = "2026-11-13T08:00:00+00:00"


def request_object(**members: Any) -> dict[str, Any]:
    asked = json.loads(request_body(course(1, pdf(900))))
    return asked | {
        "uuid": uuid(1), "code": "SOL-2026-000123", "state": "observado", "filed_at": MOMENT, "changed_at": MOMENT,
        "taken_by": "", "attended_by": "R. ÑAHUI", "reason": "Falta el reverso.", "deadline": "2026-11-20",
        "history": [{"at": MOMENT, "state": "en_solicitud", "who": "", "note": ""}],
    } | members  # fmt: skip


def record_object(**members: Any) -> dict[str, Any]:
    return {
        "id": uuid(9), "section": "II", "kind": "capacitacion", "version": 3, "fields": COURSE, "documents": [],
        "registered": "2023-08-01", "updated": None,
    } | members  # fmt: skip


def paper_object(**members: Any) -> dict[str, Any]:
    return {
        "id": "hv-1", "kind": "hoja_de_vida", "titulo": "Hoja de vida", "numero": "", "emitido": "2026-11-13",
        "vigente_hasta": None, "pdf": {"sha256": SHA, "size": 40_000}, "request": "",
    } | members  # fmt: skip


def test_records_papers_and_requests_come_over() -> None:
    body = page(
        change("legajo_record", uuid(9), record_object()),
        change("paper", "hv-1", paper_object()),
        change("request", uuid(1), request_object()),
        legajo_catalogue={"version": 7},
    )
    read = read_page(body, "")
    record, made, request = read.page.facts
    assert read.catalogue == 7
    assert record == LegajoRecord(
        id=uuid(9), section="II", kind="capacitacion", version=3, fields=COURSE, registered=date(2023, 8, 1)
    )
    assert made == Paper(
        id="hv-1", kind=PaperKind.HOJA_DE_VIDA, titulo="Hoja de vida", numero="", emitido=date(2026, 11, 13),
        vigente_hasta=None, sha256=SHA, size=40_000,
    )  # fmt: skip
    assert isinstance(request, OfficeRequest)
    assert (request.state, request.deadline) == (RequestState.OBSERVED, date(2026, 11, 20))
    assert request.content.documents == (paper(pdf(900)),)
    assert request.history[0].state is RequestState.FILED


@pytest.mark.parametrize(
    "newer",
    [
        change("request", uuid(1), request_object(state="en_revision")),
        change("request", uuid(1), request_object(action="trasladar")),
        change("paper", "hv-1", paper_object(kind="diploma")),
    ],
)
def test_what_a_newer_office_says_is_skipped_and_counted(newer: dict[str, Any]) -> None:
    read = read_page(page(newer), "")
    assert (read.page.facts, read.skipped) == ((), 1)


@pytest.mark.parametrize(
    "wrong",
    [
        change("request", uuid(2), request_object()),
        change("request", uuid(1), request_object(documents=[{"sha256": SHA, "size": -1}])),
        change("request", uuid(1), request_object(filed_at="2026-11-13T08:00:00")),
        change("request", uuid(1), request_object(state="listo", history=0)),
        change("legajo_record", uuid(9), record_object(version="3")),
        change("legajo_record", "9", record_object(id="9")),
        change("legajo_record", uuid(9), record_object(fields={"a": 1})),
        change("paper", "hv-1", paper_object(pdf=None)),
        change("paper", "hv-1", None),
    ],
)
def test_what_could_not_be_true_refuses_the_page(wrong: dict[str, Any]) -> None:
    assert refused(page(wrong))


def test_a_state_of_ours_is_never_the_offices() -> None:
    assert read_page(page(change("request", uuid(1), request_object(state="cuarentena"))), "").skipped == 1


def test_an_answer_about_another_request_is_not_believed() -> None:
    with pytest.raises(InterferenceError):
        read_answer(json.dumps({"request": request_object()}).encode(), uuid(2))


def test_problems_name_files_and_fields() -> None:
    members = {"status": 422, "code": "invalid-legajo", "detail": "No.", "retryable": False}
    problem = read_problem(
        json.dumps(members | {"missing": [SHA], "problems": [{"field": "horas", "code": "required"}]}).encode(), 422
    )
    assert (problem.missing, problem.fields) == ((SHA,), (("horas", "required"),))


def test_the_body_of_a_request_is_canonical() -> None:
    content = hoja_de_vida()
    assert content.action is RequestAction.HOJA_DE_VIDA
    assert request_body(content) == (
        b'{"action":"hoja_de_vida","base_version":0,"documents":[],"expediente":null,"fields":{},"kind":"","note":"",'
        b'"record":"","replaces":"","section":""}'
    )
    assert expediente_body(Expediente("1", "Ñ", date(2026, 1, 2))) == (
        '{"clave":"Ñ","fecha":"2026-01-02","numero":"1"}'.encode()
    )


@given(st.dictionaries(st.sampled_from("abcñz"), st.text(max_size=5)))
def test_the_order_of_fields_changes_no_byte(fields: dict[str, str]) -> None:
    turned = dict(reversed(fields.items()))
    assert request_body(course(1, fields=fields)) == request_body(course(1, fields=turned))
