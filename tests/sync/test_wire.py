"""JSON to records: strict about types, tolerant of what is newer than this program."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.objects import write_payslip
from documents.payslip import Holder, PayslipClass
from storage.records import ConceptText, PayslipFact, PdfReference, PersonFact, Removal
from sync.errors import InterferenceError
from sync.shapes import WireTokens, read
from sync.wire import read_page, read_problem
from tests.sync.office import make_payslip

SHA = "ab" * 32


def page(*changes: dict[str, Any], **members: Any) -> bytes:
    body = {
        "epoch": "e1", "cursor": "c1", "more": False, "server_time": "2026-11-13T08:00:00-05:00",
        "next_sync_after": None, "changes": changes,
    }  # fmt: skip
    return json.dumps(body | members).encode()


def change(kind: str, id_: str, content: object, **members: Any) -> dict[str, Any]:
    return {"kind": kind, "id": id_, "deleted": False, kind: content} | members


def payslip_object(**members: Any) -> dict[str, Any]:
    return dict(json.loads(write_payslip(make_payslip(0), pdf=(SHA, 40_000)))) | members


def payslip_change(**members: Any) -> dict[str, Any]:
    return change("payslip", make_payslip(0).id, payslip_object(**members))


def refused(body: bytes) -> str:
    with pytest.raises(InterferenceError) as caught:
        read_page(body, "")
    assert caught.value.step == "schema"
    return caught.value.detail


def test_a_payslip_comes_over_whole() -> None:
    sent = make_payslip(0, titular=Holder("99900009", "MAMANI", "LUZ"), clase=PayslipClass.JUDICIAL, horas=None)
    body = page(change("payslip", sent.id, json.loads(write_payslip(sent, pdf=(SHA, 40_000)))))
    assert read_page(body, "").page.facts == (PayslipFact(sent, PdfReference(SHA, 40_000)),)


def test_a_payslip_without_pdf_comes_over() -> None:
    (fact,) = read_page(page(payslip_change(pdf=None)), "").page.facts
    assert isinstance(fact, PayslipFact)
    assert fact.pdf is None


def test_people_days_and_concepts_come_over() -> None:
    person = {"doc_tipo": "DNI", "doc_numero": "99900001", "apellidos": "Ñ", "nombres": "A", "correo": "a@correo.pe"}
    concept = {"codigo": "rim", "nombre": "RIM", "explicacion": "…", "norma": "DS 1", "desde": "2024-01", "hasta": None}
    day = {"periodo": "2026-12", "fecha": "2026-12-18", "nota": "", "norma": "RVM 1"}
    body = page(
        change("person", "99900001", person),
        change("concept", "rim@2024-01", concept),
        change("pay_day", "2026-12", day),
    )
    first, second, third = read_page(body, "").page.facts
    assert first == PersonFact("DNI", "99900001", "Ñ", "A", "a@correo.pe")
    assert isinstance(second, ConceptText)
    assert str(second.desde) == "2024-01"
    assert str(third.periodo) == "2026-12"


def test_the_etag_of_the_header_goes_with_the_page() -> None:
    assert read_page(page(), '"e1.1.1"').page.etag == '"e1.1.1"'


def test_a_withdrawal_needs_no_object() -> None:
    body = page({"kind": "payslip", "id": "x", "deleted": True, "payslip": None})
    assert read_page(body, "").page.facts == (Removal("payslip", "x"),)


def test_unknown_members_are_ignored() -> None:
    read = read_page(page(payslip_change(bono_nuevo=7), otro=[1]), "")
    assert read.page.facts[0].payslip == make_payslip(0)  # type: ignore[union-attr]
    assert read.skipped == 0


def test_unknown_kinds_and_classes_are_skipped_and_counted() -> None:
    body = page(change("legajo", "1", {"a": 1}), payslip_change(clase="gratificación"), payslip_change())
    read = read_page(body, "")
    assert (len(read.page.facts), read.skipped) == (1, 2)


def test_a_retyped_or_missing_member_is_refused() -> None:
    for name in payslip_object():
        wrong = payslip_change(**{name: {"a": 1}})
        assert refused(page(wrong))
        del wrong["payslip"][name]
        assert refused(page(wrong))


@pytest.mark.parametrize(
    "members",
    [
        {"total_haberes": "410800"}, {"total_haberes": 4108.5}, {"total_haberes": 10**30}, {"periodo": "2026-13"},
        {"periodo": "11-2026"}, {"fecha_pago": "13/11/2026"}, {"secuencia": -1}, {"id": ""}, {"id": "another"},
        {"haberes": [{"codigo": "rim", "monto": 0}]}, {"haberes": [{"codigo": "rim"}]}, {"haberes": None},
        {"pdf": {"sha256": "AB" * 32, "size": 1}}, {"pdf": {"sha256": "../../../etc", "size": 1}},
        {"pdf": {"sha256": SHA, "size": 0}}, {"pdf": {"sha256": SHA, "size": 10**9}}, {"horas": True},
        {"titular": {"doc_numero": "1"}},
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_refused(members: dict[str, Any]) -> None:
    assert refused(page(payslip_change(**members)))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"{}", b"<html></html>", b"\xff\xfe", b"[" * 200_000, page()[:-1], page() + b"x",
        page(more=1), page(more=None), page(cursor=""), page(cursor=7), page(epoch=None), page(changes=None),
        page(server_time="2026-11-13T08:00:00"), page(server_time="yesterday"), page(next_sync_after=-1),
        page({"kind": "payslip", "id": "x", "deleted": False, "payslip": None}), page({"kind": "payslip", "id": "x"}),
        page({"kind": "pay_day", "id": "diciembre", "deleted": True}),
        page({"kind": "concept", "id": "rim", "deleted": True}),
        page(payslip_change()).replace(b"PROFESOR", rb"\ud800x"),
        page(change("pay_day", "2026-11", {"periodo": "2026-12", "fecha": "2026-12-18", "nota": "", "norma": ""})),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused(body: bytes) -> None:
    assert refused(body)


def test_a_refusal_never_repeats_what_was_refused() -> None:
    assert "99900001" not in refused(page(payslip_change(doc_numero=99900001)))


@given(st.binary(max_size=200))
def test_no_bytes_do_anything_but_be_refused(body: bytes) -> None:
    assert refused(body)


def test_tokens_that_do_not_fit_a_header_are_refused() -> None:
    body = json.dumps({"access_token": "a\r\nHost: x", "access_expires_in": 1, "refresh_token": "b"}).encode()
    with pytest.raises(InterferenceError):
        read(body, WireTokens)


def test_a_problem_document_agrees_with_its_status() -> None:
    body = b'{"type":"urn:x","title":"t","status":401,"code":"session-ended","detail":"d","retryable":false}'
    assert read_problem(body, 401).code == "session-ended"
    with pytest.raises(InterferenceError):
        read_problem(body, 422)
