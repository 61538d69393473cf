"""The worst reason wins, every reason leads somewhere, and JSON says what the verdict says."""

import json

from hypothesis import given
from hypothesis import strategies as st

from documents.seal.outcomes import because, outcome_of, worst_first
from documents.seal.verdict import Colour, ReasonCode, VerdictCode
from documents.seal.verdict_json import to_json
from tests.seal.paper import checked, sealed

REMARKS = {
    ReasonCode.ISSUED_IN_FUTURE,
    ReasonCode.TRUST_LIST_OLD,
    ReasonCode.ATTACHMENT,
    ReasonCode.PAGES_LEFT_OUT,
    ReasonCode.COPY_AGREES,
    ReasonCode.CODE_AGREES_WITH_TEXT,
    ReasonCode.CODE_NOT_IN_TEXT,
    ReasonCode.SHEET_NUMBERED,
}
ORDER = (Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN)


def test_only_remarks_leave_a_verdict_green() -> None:
    green = {code for code in ReasonCode if outcome_of([because(code)])[0] is VerdictCode.AUTENTICA}
    assert green == REMARKS


def test_without_a_reason_it_is_authentic() -> None:
    assert outcome_of([]) == (VerdictCode.AUTENTICA, Colour.GREEN)


@given(st.lists(st.sampled_from(ReasonCode), min_size=1))
def test_no_reason_makes_a_verdict_better_but_being_the_copy_itself(codes: list[ReasonCode]) -> None:
    together = outcome_of(map(because, codes))[1]
    worst = min((because(code).colour for code in codes), key=ORDER.index)
    if ReasonCode.SAME_AS_COPY in codes and worst is Colour.GREY:
        assert together is Colour.GREEN
    else:
        assert together is worst


def test_a_broken_signature_outweighs_everything() -> None:
    assert outcome_of(map(because, ReasonCode))[0] is VerdictCode.FIRMA_FALSA


def test_a_copy_with_an_unsigned_code_is_the_copy() -> None:
    reasons = [because(ReasonCode.CODE_WITHOUT_SEAL), because(ReasonCode.SAME_AS_COPY)]
    assert outcome_of(reasons) == (VerdictCode.COINCIDE_CON_COPIA, Colour.GREEN)


def test_reasons_come_worst_first_and_once() -> None:
    reasons = [because(ReasonCode.ATTACHMENT), because(ReasonCode.INK_ADDED), because(ReasonCode.VALUE_DIFFERS)]
    assert [each.code for each in worst_first(reasons * 2)] == [
        ReasonCode.VALUE_DIFFERS,
        ReasonCode.INK_ADDED,
        ReasonCode.ATTACHMENT,
    ]


def test_json_says_what_is_signed_and_by_whom() -> None:
    said = json.loads(json.dumps(to_json(checked(sealed()))))
    assert (said["verdict"], said["colour"], said["reasons"]) == ("AUTENTICA", "green", [])
    assert said["document"]["liquido"] == 436554
    assert said["document"]["descuentos"][2] == ["IPSSVIDA", 500]
    assert said["issuer"]["code"] == "PE/UGEL/210011"
    assert (said["trust_list"]["version"], said["trust_list"]["age_days"]) == (1, 3)
    assert len(said["sha256"]) == 64
