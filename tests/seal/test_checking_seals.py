"""What the seal alone decides: signatures, keys and their fate, dates, and silence after a broken signature."""

from dataclasses import replace
from datetime import timedelta

import pytest

from documents.seal import base45
from documents.seal.issuing import issue_payslip
from documents.seal.trust import AnnulledDocument, KeyStatus, TrustList
from documents.seal.verdict import Colour, ReasonCode, VerdictCode
from documents.seal.verdict_json import to_json
from tests.documents.people import DIRECTOR, SAMPLES, TEACHER
from tests.seal.paper import KEY, NOW, TRUST, checked, codes, edited, file_of, picture, seal_text, sealed, with_seal_of
from tests.seal.sealing import DOCUMENT_ID, NOON, issuer_key, trusting


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_kind_of_sealed_payslip_is_authentic(name: str) -> None:
    verdict = checked(sealed(name))
    assert (verdict.code, verdict.reasons, verdict.test_keys) == (VerdictCode.AUTENTICA, (), False)
    assert verdict.claims is not None
    assert verdict.claims.doc_numero == SAMPLES[name].doc_numero
    assert verdict.key is not None
    assert verdict.key.issuer_name == "UGEL SAN ROMÁN"


def test_an_unknown_key_is_not_a_forgery_and_shows_nothing() -> None:
    verdict = checked(sealed(), trust=trusting(issuer_key(7)))
    assert (verdict.code, verdict.colour) == (VerdictCode.EMISOR_DESCONOCIDO, Colour.AMBER)
    assert verdict.claims is None


def test_a_false_signature_shows_nothing_else() -> None:
    stolen = replace(TRUST.issuers[0].keys[0], public=trusting(issuer_key(7)).issuers[0].keys[0].public)
    trust = replace(TRUST, issuers=(replace(TRUST.issuers[0], keys=(stolen,)),))
    verdict = checked(with_seal_of(DIRECTOR, sealed()), trust=trust)
    assert (verdict.code, verdict.colour) == (VerdictCode.FIRMA_FALSA, Colour.RED)
    assert codes(verdict) == {ReasonCode.SIGNATURE_BAD}
    assert (verdict.claims, verdict.key, verdict.parts) == (None, None, ())
    assert {mark.text for mark in verdict.codes} == {""}
    said = str(to_json(verdict))
    assert not any(word in said for word in (TEACHER.doc_numero, TEACHER.apellidos, DIRECTOR.apellidos, "4,365.54"))


def test_a_seal_with_one_byte_changed_is_false() -> None:
    message = bytearray(base45.decode(seal_text(sealed()).removeprefix("BP1:")))
    message[-20] ^= 1
    from documents.payslip_pdf import draw_payslip

    verdict = checked(draw_payslip(TEACHER, seal="BP1:" + base45.encode(bytes(message))))
    assert verdict.code is VerdictCode.FIRMA_FALSA


def test_one_false_seal_silences_the_others() -> None:
    other = issuer_key(7)
    forged = issue_payslip(DIRECTOR, other, issued=NOON, document_id=DOCUMENT_ID)
    entry = replace(trusting(other).issuers[0].keys[0], public=trusting(issuer_key(8)).issuers[0].keys[0].public)
    trust = replace(TRUST, issuers=(replace(TRUST.issuers[0], keys=(*TRUST.issuers[0].keys, entry)),))

    def append(pdf: "object") -> None:
        import io

        import pikepdf

        assert isinstance(pdf, pikepdf.Pdf)
        pdf.pages.extend(pikepdf.open(io.BytesIO(forged)).pages)

    verdict = checked(edited(append), trust=trust)
    assert (verdict.code, verdict.claims, verdict.parts) == (VerdictCode.FIRMA_FALSA, None, ())


@pytest.mark.parametrize(
    ("status", "since", "expected", "colour"),
    [
        (KeyStatus.RETIRED, NOON + timedelta(days=1), VerdictCode.AUTENTICA, Colour.GREEN),
        (KeyStatus.RETIRED, NOON - timedelta(days=1), VerdictCode.CLAVE_REVOCADA, Colour.AMBER),
        (KeyStatus.REVOKED, NOON + timedelta(days=1), VerdictCode.CLAVE_REVOCADA, Colour.AMBER),
        (KeyStatus.COMPROMISED, NOON + timedelta(days=1), VerdictCode.CLAVE_REVOCADA, Colour.RED),
    ],
)
def test_what_has_become_of_a_key(status: KeyStatus, since: object, expected: VerdictCode, colour: Colour) -> None:
    key = replace(TRUST.issuers[0].keys[0], status=status, since=since)  # type: ignore[arg-type]  # a datetime
    verdict = checked(sealed(), trust=_with_key(key))
    assert (verdict.code, verdict.colour) == (expected, colour)
    assert verdict.key is not None
    assert verdict.key.status == status.name.lower()
    if colour is not Colour.GREEN:
        assert verdict.reasons[0].found.startswith("2026-11-")


def test_a_key_that_does_not_seal_this_kind_is_amber() -> None:
    key = replace(TRUST.issuers[0].keys[0], types=frozenset({5}))
    assert codes(checked(sealed(), trust=_with_key(key))) == {ReasonCode.KEY_WRONG_TYPE}


def test_an_annulled_document_is_red() -> None:
    trust = replace(TRUST, revoked_documents=(AnnulledDocument(DOCUMENT_ID, NOW),))
    assert checked(sealed(), trust=trust).code is VerdictCode.DOCUMENTO_ANULADO


def test_a_future_date_and_an_old_list_are_remarks() -> None:
    late = issue_payslip(TEACHER, KEY, issued=NOW + timedelta(hours=60), document_id=DOCUMENT_ID)
    verdict = checked(late, trust=replace(TRUST, next_update=NOW - timedelta(days=1)))
    assert verdict.code is VerdictCode.AUTENTICA
    assert codes(verdict) == {ReasonCode.ISSUED_IN_FUTURE, ReasonCode.TRUST_LIST_OLD}


def test_keys_of_the_demonstration_are_named() -> None:
    assert checked(sealed(), trust=replace(TRUST, test=True)).test_keys
    assert not checked(b"%PDF-", trust=replace(TRUST, test=True)).test_keys


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_proves_the_seal_and_not_the_page(kind: str) -> None:
    verdict = checked(file_of(picture(sealed(), 200).rotate(4, expand=True, fillcolor=255), kind))
    assert (verdict.code, codes(verdict)) == (VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO, {ReasonCode.NO_TEXT})
    assert verdict.claims is not None


def _with_key(key: object) -> TrustList:
    return replace(TRUST, issuers=(replace(TRUST.issuers[0], keys=(key,)),))  # type: ignore[arg-type]  # a KeyEntry
