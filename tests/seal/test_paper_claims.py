"""Claims of papers: what is signed, its one form, each rule that both sides keep; and issuing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from central.keys.demo import demo_list
from central.papers import (
    demo_sealer,
    seal_constancia,
    seal_constancia_de_solicitud,
    seal_hoja_de_vida,
    seal_informe,
)
from documents.hoja_de_vida import hoja_de_vida
from documents.legajo_catalogue import bundled
from documents.page_text import page_texts
from documents.paper import PaperTotals
from documents.payslip import Period
from documents.seal import cbor, codec
from documents.seal.checking import check
from documents.seal.document_types import DocumentType
from documents.seal.errors import IssuingError, MalformedSealError
from documents.seal.issuing import issue_paper
from documents.seal.keys import IssuerKey
from documents.seal.signed import SignedClaims, read_claims, write_claims
from documents.seal.verdict import VerdictCode
from tests.documents.paper_people import OFFICE, ROSA, SOLICITUD, few_records, hoja, payslips
from tests.seal.paper import seal_text
from tests.seal.sealed_papers import KEY, NAMES, paper, paper_claims, sealed_paper
from tests.seal.sealing import DOCUMENT_ID, ISSUER, NOON

LIMITS = cbor.Limits(4000, 6, 100)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_read_back(name: str) -> None:
    assert read_claims(write_claims(paper_claims(name))) == paper_claims(name)


def test_the_payload_has_the_members_that_the_format_names() -> None:
    common = {1: 2, 3: "99900017", 4: "UGEL SAN ROMÁN", 5: "ÑAUPARI MAMANI, ROSA ELENA",
              14: b"0123456789abcdef", 15: b"fedcba9876543210", 16: 3}  # fmt: skip
    frame = {1: ISSUER, 6: int(NOON.timestamp()), 7: DOCUMENT_ID}
    own: dict[str, dict[int, object]] = {
        "hoja": {2: 5},
        "informe": {2: 6, 6: 20270512},
        "haberes": {2: 4, 7: [202501, 202611], 8: 9_747_232, 9: 886_190, 10: 8_861_042},
        "solicitud": {2: 4},
    }
    for name, members in own.items():
        assert cbor.decode(write_claims(paper_claims(name)), LIMITS) == {**frame, -65537: {**common, **members}}


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "type": ("hoja", {"type": DocumentType.MONTHLY}),
    "issuer": ("hoja", {"issuer": "pe/ugel/210001"}),
    "digest": ("hoja", {"place_digest": bytes(15)}),
    "pages": ("hoja", {"pages": 100}),
    "document-number": ("hoja", {"doc_numero": ""}),
    "name": ("hoja", {"apellidos_y_nombres": "A\u202eB"}),
    "office": ("hoja", {"office": "UGEL  PUNO"}),
    "validity": ("informe", {"valid_until": None}),
    "period": ("haberes", {"span": (Period(2026, 2), Period(2026, 1))}),
    "totals": ("haberes", {"totals": None}),
    "amount": ("haberes", {"totals": PaperTotals(-1, 0, -1)}),
    "arithmetic": ("haberes", {"totals": PaperTotals(2, 1, 2)}),
}


@pytest.mark.parametrize("reason", WRONG)
def test_what_a_reader_would_refuse_is_not_signed(reason: str) -> None:
    name, changes = WRONG[reason]
    with pytest.raises(MalformedSealError) as refused:
        write_claims(replace(paper_claims(name), **changes))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("hoja", {"valid_until": date(2027, 1, 1)}),  # only an informe expires
        ("informe", {"valid_until": NOON.date() + timedelta(days=187)}),
        ("informe", {"valid_until": NOON.date() - timedelta(days=2)}),
    ],
)
def test_validity_has_its_bounds_in_the_seal_too(name: str, changes: dict[str, Any]) -> None:
    with pytest.raises(MalformedSealError) as refused:
        write_claims(replace(paper_claims(name), **changes))
    assert refused.value.reason == "validity"


def _with(name: str, **members: Any) -> bytes:
    payload = cbor.decode(write_claims(paper_claims(name)), LIMITS)
    assert isinstance(payload, dict)
    content = payload[-65537]
    assert isinstance(content, dict)
    changed = {**content, **{int(key[1:]): value for key, value in members.items()}}
    return cbor.encode(payload | {-65537: {key: value for key, value in changed.items() if value is not None}})


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (_with("hoja", m12=[]), "claims"),
        (_with("hoja", m6=20270101), "validity"),
        (_with("informe", m6=20270231), "claims"),
        (_with("informe", m6=True), "claims"),
        (_with("informe", m6=None), "validity"),
        (_with("haberes", m7=[202501]), "claims"),
        (_with("haberes", m7=[202501, 202613]), "claims"),
        (_with("haberes", m8=None), "claims"),
        (_with("haberes", m10=1), "arithmetic"),
        (_with("hoja", m7=[202501, 202501], m8=0, m9=0, m10=0), "totals"),
        (_with("hoja", m1=3), "schema"),
        (_with("hoja", m1=1), "claims"),
        (_with("hoja", m2=1), "type"),
        (_with("hoja", m2=7), "claims"),
        (_with("hoja", m4=None), "claims"),
    ],
)
def test_a_payload_in_any_other_form_is_refused(payload: bytes, reason: str) -> None:
    with pytest.raises(MalformedSealError) as refused:
        read_claims(payload)
    assert refused.value.reason == reason


def test_every_page_carries_the_same_seal_and_it_is_small() -> None:
    text = seal_text(sealed_paper("informe"))
    assert len(text) < 450  # version 14: 35 mm
    assert codec.parse(text)


def test_the_same_paper_gives_the_same_bytes() -> None:
    again = issue_paper(paper("hoja"), KEY, issued=NOON, document_id=DOCUMENT_ID, check=lambda *_: None)
    assert again == sealed_paper("hoja")


def test_a_paper_whose_own_check_fails_is_not_given_away() -> None:
    def spoiled(pdf: bytes, signed: SignedClaims, key: IssuerKey) -> str:
        return f"{len(pdf)} bytes, {signed.pages}, {key.code}"

    with pytest.raises(IssuingError, match="as printed"):
        issue_paper(paper("hoja"), KEY, issued=NOON, document_id=DOCUMENT_ID, check=spoiled)


def test_a_name_that_cannot_be_printed_is_not_sealed() -> None:
    strange = replace(hoja(), person=replace(ROSA, nombres="ROSA 漢"))
    with pytest.raises(IssuingError, match="cannot be printed"):
        issue_paper(hoja_de_vida(strange, bundled()), KEY, issued=NOON, document_id=DOCUMENT_ID)


def test_central_seals_each_paper_and_a_reader_with_the_demonstrations_list_finds_it_authentic() -> None:
    sealer = demo_sealer(NOON)
    made = {
        DocumentType.HOJA_DE_VIDA: seal_hoja_de_vida(sealer, OFFICE, ROSA, few_records()),
        DocumentType.INFORME_ESCALAFONARIO: seal_informe(
            sealer, OFFICE, ROSA, few_records(), number="0123-2026", reason="Reasignación"
        ),
        DocumentType.CONSTANCIA: seal_constancia(
            sealer, OFFICE, ROSA, payslips(6), desde=Period(2025, 1), hasta=Period(2025, 6)
        ),
    }
    for kind, data in made.items():
        verdict = check(data, name="", trust=demo_list(), now=NOON)
        assert (verdict.code, verdict.claims and verdict.claims.type) == (VerdictCode.AUTENTICA, kind)
        assert verdict.test_keys
        assert all("PRUEBA" in text for text in page_texts(data))


def test_central_prints_the_day_of_lima_on_the_constancia_of_a_request() -> None:
    late = NOON.replace(hour=3)  # still the eleventh in Lima
    data = seal_constancia_de_solicitud(demo_sealer(late), SOLICITUD)
    assert "11/11/2026" in page_texts(data)[0]
