"""What pages do not tell: whether a paper is still good, whether its key may seal it; and what machines get."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from documents.seal.checking import check
from documents.seal.trust import TrustList
from documents.seal.verdict import Colour, ReasonCode, Verdict, VerdictCode
from documents.seal.verdict_json import to_json
from tests.documents.paper_people import OFFICE
from tests.seal.paper import NOW, codes
from tests.seal.sealed_papers import TRUST, paper, sealed_paper, trusting_for, under_the_seal_of

_R = ReasonCode


def checked(data: bytes, *, trust: TrustList = TRUST, now: datetime = NOW) -> Verdict:
    return check(data, name="documento.pdf", trust=trust, now=now)


def test_an_informe_is_good_on_its_last_day_and_expired_the_day_after() -> None:
    """Days are those of Lima, five hours behind."""
    data = sealed_paper("informe")
    assert checked(data, now=datetime(2027, 5, 13, 4, 59, tzinfo=UTC)).code is VerdictCode.AUTENTICA
    verdict = checked(data, now=datetime(2027, 5, 13, 5, 0, tzinfo=UTC))
    assert (verdict.code, verdict.colour) == (VerdictCode.DOCUMENTO_VENCIDO, Colour.AMBER)
    assert (verdict.reasons[0].code, verdict.reasons[0].found) == (_R.DOCUMENT_EXPIRED, "2027-05-12")


def test_an_expired_informe_that_was_altered_is_altered() -> None:
    forged = under_the_seal_of("informe", replace(paper("informe"), valid_until=date(2027, 11, 12)))
    assert checked(forged, now=datetime(2027, 8, 1, tzinfo=UTC)).code is VerdictCode.ALTERADA


@pytest.mark.parametrize(("name", "types"), [("hoja", (1, 2, 3, 4, 6)), ("informe", (5,)), ("solicitud", (1,))])
def test_a_key_seals_only_its_own_types(name: str, types: tuple[int, ...]) -> None:
    verdict = checked(sealed_paper(name), trust=trusting_for(*types))
    assert (verdict.colour, codes(verdict)) == (Colour.AMBER, {_R.KEY_WRONG_TYPE})


def test_machines_get_every_signed_value_of_a_paper() -> None:
    document = to_json(checked(sealed_paper("haberes")))["document"]
    assert isinstance(document, dict)
    assert document["type"] == "constancia"
    assert (document["from"], document["to"], document["liquido"]) == ("2025-01", "2026-11", 8_861_042)
    other = to_json(checked(sealed_paper("informe")))["document"]
    assert isinstance(other, dict)
    assert (other["valid_until"], other["office"], other["total_haberes"]) == ("2027-05-12", OFFICE.nombre, None)
