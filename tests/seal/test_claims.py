"""Claims: what is signed, its one form, and each rule that both sides keep."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from documents.payslip import ConceptLine, Period
from documents.seal import cbor
from documents.seal.claims import Claims, claims_of, without_lines
from documents.seal.claims_rules import MAX_LINES, MAX_PAYLOAD
from documents.seal.document_types import DocumentType
from documents.seal.errors import MalformedSealError
from documents.seal.signed import read_claims, write_claims
from tests.documents.people import DIRECTOR, SAMPLES, TEACHER, with_lines
from tests.seal.sealing import DOCUMENT_ID, ISSUER, NOON, claims

LIMITS = cbor.Limits(4000, 6, 100)


def refusal(wrong: Claims) -> str:
    with pytest.raises(MalformedSealError) as refused:
        write_claims(wrong)
    return refused.value.reason


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_written_is_read_back(name: str) -> None:
    sealed = claims(SAMPLES[name])
    assert read_claims(write_claims(sealed)) == sealed
    assert sealed.lines_sealed


def test_the_payload_has_the_members_that_the_format_names() -> None:
    payload = cbor.decode(write_claims(claims()), LIMITS)
    assert isinstance(payload, dict)
    assert payload == {
        1: ISSUER,
        6: int(NOON.timestamp()),
        7: DOCUMENT_ID,
        -65537: {
            1: 1, 2: 1, 3: "99900017", 4: "1099900017-1", 5: "ÑAUPARI MAMANI, ROSA ELENA", 6: 202611, 7: 0,
            8: 475084, 9: 38530, 10: 436554, 11: 273055,
            12: [["RIM_Ley 29944", 420084], ["asig_rural", 50000], ["asig_bilingue", 5000]],
            13: [["D.L.25897 AFP", 35280], ["Derr Magisteria", 2750], ["IPSSVIDA", 500]],
            14: b"0123456789abcdef", 15: b"fedcba9876543210", 16: 1,
        },
    }  # fmt: skip


def test_the_bank_account_is_never_in_a_seal() -> None:
    account = TEACHER.cuenta.removeprefix("CTA- ")
    assert account.encode() not in write_claims(claims())


def test_names_are_signed_composed_and_with_single_spaces() -> None:
    spaced = replace(TEACHER, apellidos="N\u0303AUPARI  MAMANI", nombres=" ROSA\u00a0ELENA ")
    assert claims(spaced).apellidos_y_nombres == "ÑAUPARI MAMANI, ROSA ELENA"


def test_the_moment_is_signed_in_whole_seconds_of_utc() -> None:
    lima = datetime(2026, 11, 12, 12, 0, 0, 999, tzinfo=timezone(timedelta(hours=-5)))
    sealed = claims_of(
        TEACHER,
        issuer=ISSUER,
        issued=lima,
        document_id=DOCUMENT_ID,
        text_digest=bytes(16),
        place_digest=bytes(16),
        pages=1,
    )
    assert sealed.issued == NOON
    assert sealed.issued.tzinfo is UTC


WRONG: dict[str, dict[str, Any]] = {
    "type": {"type": DocumentType.CONSTANCIA},
    "issuer": {"issuer": "pe/ugel/210001"},
    "issued": {"issued": NOON.replace(year=1999)},
    "document-id": {"document_id": b"1234567"},
    "digest": {"text_digest": bytes(15)},
    "pages": {"pages": 0},
    "period": {"periodo": Period(1949, 12)},
    "sequence": {"secuencia": 100},
    "document-number": {"doc_numero": "999 00017"},
    "modular-code": {"codigo_modular": "1" * 25},
    "name": {"apellidos_y_nombres": "ÑAUPARI\u202eMAMANI"},
    "lines": {"haberes": (ConceptLine("a", 475084), ConceptLine("b", 0))},
    "line-count": {"haberes": tuple(ConceptLine(f"c{number}", 1) for number in range(MAX_LINES + 1))},
    "amount": {"monto_imponible": -1},
    "arithmetic": {"liquido": 436555},
}


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_has_its_own_refusal_and_nothing_is_written(rule: str) -> None:
    assert refusal(replace(claims(), **WRONG[rule])) == rule


@pytest.mark.parametrize(
    "changes",
    [
        {"total_haberes": 475085, "liquido": 436555},
        {"total_descuentos": 38531, "liquido": 436553},
        {"haberes": claims().haberes[:-1]},
        {"descuentos": ()},
        {"haberes": (*claims().haberes[:-1], ConceptLine("asig_bilingue", 5001))},
    ],
)
def test_lines_and_totals_that_disagree_are_not_signed(changes: dict[str, Any]) -> None:
    assert refusal(replace(claims(), **changes)) == "arithmetic"


@pytest.mark.parametrize(
    "name",
    ["", " ROSA", "ROSA  ELENA", "ROSA\nELENA", "N\u0303AUPARI", "ROSA\u200b", "R" * 161, "ROSA\u00a0ELENA", "\ue000"],
)
def test_a_name_has_one_readable_form(name: str) -> None:
    assert refusal(replace(claims(), apellidos_y_nombres=name)) == "name"


def test_a_net_pay_below_zero_is_possible() -> None:
    owed = with_lines(TEACHER, (ConceptLine("rim", 100),), (ConceptLine("dscto", 300),))
    assert read_claims(write_claims(claims(owed))).liquido == -200


def test_lines_can_be_left_out_and_the_totals_still_add_up() -> None:
    bare = without_lines(claims())
    assert not bare.lines_sealed
    assert read_claims(write_claims(bare)) == bare
    assert refusal(replace(bare, liquido=1)) == "arithmetic"


def test_claims_that_no_qr_holds_are_not_written() -> None:
    lines = tuple(ConceptLine(f"UN CONCEPTO DE NOMBRE MUY LARGO {number:02d}", 100) for number in range(50))
    assert refusal(claims(with_lines(DIRECTOR, lines, lines))) == "size"


def content(**changes: Any) -> bytes:
    """The payload of good claims with members of the private claim changed ("m14") or removed (None)."""
    payload = cbor.decode(write_claims(claims()), LIMITS)
    assert isinstance(payload, dict)
    inner = payload[-65537]
    assert isinstance(inner, dict)
    for name, value in changes.items():
        key = int(name.removeprefix("m"))
        if value is None:
            del inner[key]
        else:
            inner[key] = value
    return cbor.encode(payload)


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "another schema": (content(m1=3), "schema"),
    "the members of a payslip under the schema of papers": (content(m1=2), "claims"),
    "schema true": (content(m1=True), "schema"),
    "unknown type": (content(m2=9), "claims"),
    "no digest": (content(m14=None), "claims"),
    "one more member": (content(m15=1), "claims"),
    "bank account": (content(m17="04012345678"), "claims"),
    "only one kind of lines": (content(m13=None), "claims"),
    "a number as text": (content(m10="436554"), "claims"),
    "true as a number": (content(m7=True), "claims"),
    "text as bytes": (content(m3=b"99900017"), "claims"),
    "month 13": (content(m6=202613), "claims"),
    "a line of three": (content(m12=[["a", 475084, 1]]), "claims"),
    "a line that is a map": (content(m12=[{1: "a"}]), "claims"),
    "lines that are a map": (content(m12={}), "claims"),
    "empty lines beside totals": (content(m12=[], m13=[]), "lines"),
    "no lines where there are none": (
        content(m8=0, m9=0, m10=0, m12=None, m13=None), "lines",
    ),
    "wrong sum": (content(m11=1, m8=475085, m10=436555), "arithmetic"),
    "not claims": (cbor.encode([1]), "claims"),
    "content no map": (cbor.encode({1: ISSUER, 6: 1, 7: DOCUMENT_ID, -65537: []}), "claims"),
    "one claim more": (cbor.encode({1: ISSUER, 4: 1, 6: 1, 7: DOCUMENT_ID, -65537: {}}), "claims"),
    "too large": (bytes(MAX_PAYLOAD + 1), "size"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_payload_in_any_other_form_is_refused(case: str) -> None:
    payload, reason = UNREADABLE[case]
    with pytest.raises(MalformedSealError) as refused:
        read_claims(payload)
    assert refused.value.reason == reason


@pytest.mark.parametrize("when", [-1, 2**63, 10**12, 4.5])
def test_a_moment_out_of_all_calendars_is_refused(when: Any) -> None:
    payload = cbor.decode(write_claims(claims()), LIMITS)
    assert isinstance(payload, dict)
    with pytest.raises(MalformedSealError):
        read_claims(cbor.encode(payload | {6: when}))
