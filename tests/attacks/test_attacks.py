"""No forgery is accepted, nothing harmless is called a forgery: every class at least once.

`python -m bench.attacks --full` meets every case on every payslip. Written before the checker was read.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest

from central.keys.demo import demo_list, demo_root
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.trust import Root, newer, read_trust_list, write_trust_list
from documents.seal.verdict import Colour
from tests.attacks.cases import Case
from tests.attacks.forging_seal import forger_key
from tests.attacks.generate import ACCEPTED, base_for, cases, judged

# Modules aimed at the checker's own rules, and at what it cannot see.
WHOLE = frozenset(
    {"folios", "forging_blind_spots", "forging_deeper", "forging_inks", "forging_programs", "forging_readers"}
)


def chosen(kind: str) -> list[Case]:
    """The first and the last case of each class, and all that were made by who had read the checker.

    That is what the ordinary suite has time for.
    """
    classes: dict[str, list[Case]] = defaultdict(list)
    for each in cases(kind):
        classes[each.group].append(each)
    ends = {each for members in classes.values() for each in (members[0], members[-1])}
    return [each for each in cases(kind) if each in ends or each.make.__module__.rpartition(".")[2] in WHOLE]


def _named(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", chosen("attack"), ids=_named)
def test_a_forgery_is_not_accepted(case: Case) -> None:
    verdict = judged(case, base_for(case))
    assert verdict.code not in ACCEPTED
    assert verdict.colour is not Colour.GREEN
    assert verdict.code in case.expected, case.why or verdict.reasons


@pytest.mark.parametrize("case", chosen("benign"), ids=_named)
def test_harmless_handling_is_not_called_a_forgery(case: Case) -> None:
    verdict = judged(case, base_for(case))
    assert verdict.colour is not Colour.RED, verdict.reasons
    assert verdict.code in case.expected, case.why or verdict.reasons


@pytest.mark.parametrize("case", chosen("foreign"), ids=_named)
def test_what_is_not_ours_is_not_taken_for_ours(case: Case) -> None:
    verdict = judged(case, base_for(case))
    assert verdict.code in case.expected, verdict.reasons
    assert verdict.claims is None


def test_every_payslip_of_the_cast_is_authentic_as_it_is() -> None:
    from tests.attacks.cases import NOW, bases, trust
    from tests.attacks.generate import check

    codes = {base.name: check(base.pdf, name="boleta.pdf", trust=trust(), now=NOW).code for base in bases()}
    assert set(codes.values()) <= ACCEPTED, codes


def test_a_case_makes_the_same_file_each_time() -> None:
    for case in chosen("attack"):
        if case.group in {"kerning", "white box", "CropBox", "flipped bit"}:
            base = base_for(case)
            assert case.make(base) == case.make(base)


def test_an_older_trust_list_does_not_come_back() -> None:
    old = demo_list()
    current = replace(old, version=old.version + 1)
    with pytest.raises(TrustListError) as refused:
        newer(current, old)
    assert refused.value.code is TrustListTrouble.ROLLBACK


def test_another_list_of_the_same_version_does_not_come_in() -> None:
    current = demo_list()
    without_annulled = replace(current, revoked_documents=())
    with pytest.raises(TrustListError) as refused:
        newer(current, without_annulled)
    assert refused.value.code is TrustListTrouble.ROLLBACK


def test_a_list_with_the_forgers_key_is_worth_nothing_under_the_forgers_root() -> None:
    forged = replace(demo_list(), version=99, next_update=demo_list().next_update + timedelta(days=1))
    data = write_trust_list(forged, forger_key("PE/UGEL/210001"))
    with pytest.raises(TrustListError) as refused:
        read_trust_list(data, [Root(demo_root(1).public, test=True), Root(demo_root(2).public, test=True)])
    assert refused.value.code is TrustListTrouble.UNKNOWN_ROOT


def test_a_test_list_does_not_take_the_place_of_a_real_one() -> None:
    real = replace(demo_list(), test=False)
    with pytest.raises(TrustListError) as refused:
        newer(real, replace(demo_list(), version=99))
    assert refused.value.code is TrustListTrouble.OTHER_WORLD


def test_a_list_with_one_bit_changed_is_refused() -> None:
    data = bytearray(write_trust_list(demo_list(), demo_root(1)))
    data[len(data) // 2] ^= 1
    with pytest.raises(TrustListError):
        read_trust_list(bytes(data), [Root(demo_root(1).public, test=True)])
