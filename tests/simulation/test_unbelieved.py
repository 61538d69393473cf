"""The check of I7: what may change without an answer, and what may not."""

from dataclasses import replace

import pytest

from tests.simulation.unbelieved import WAITS, Asked, Snapshot, unfounded

UUID = "5e4c2b4a-e303-40c4-9816-ebdb8af0ff5c"
FACT = ("en_solicitud", "SOL-2026-000001", "2026-11-16T10:00:00")
UNKNOWN = Asked(WAITS, None, cancel=False, expediente=False)
FILED = Asked("en_solicitud", "SOL-2026-000001", cancel=False, expediente=False)
BEFORE = Snapshot(("a", "r"), ("e", "c"), {("request", UUID): FACT}, {UUID: UNKNOWN}, {"file": 10})


def test_a_wish_may_follow_a_fact_that_was_here() -> None:
    assert not unfounded(BEFORE, replace(BEFORE, wishes={UUID: FILED}, uploads={}), ())


@pytest.mark.parametrize(
    "after",
    [
        replace(BEFORE, wishes={UUID: replace(FILED, code="SOL-2026-000002")}),
        replace(BEFORE, wishes={UUID: replace(FILED, state="atendido")}),
        replace(BEFORE, wishes={UUID: replace(FILED, cancel=True)}),
        replace(BEFORE, wishes={UUID: replace(UNKNOWN, state="cuarentena")}),
        replace(BEFORE, wishes={}),
        replace(BEFORE, wishes={UUID: FILED}, uploads={"file": 12}),
        replace(BEFORE, uploads={}),
        replace(BEFORE, session=()),
        replace(BEFORE, mark=("e", "d")),
        replace(BEFORE, facts={}),
    ],
)
def test_nothing_else_may(after: Snapshot) -> None:
    assert len(unfounded(BEFORE, after, ())) == 1


def test_without_a_fact_nothing_follows() -> None:
    bare = replace(BEFORE, facts={})
    assert unfounded(bare, replace(bare, wishes={UUID: FILED}), ())


def test_a_wish_goes_again_only_when_the_office_did_forget_it() -> None:
    filed = replace(BEFORE, facts={}, wishes={UUID: FILED})
    again = replace(filed, wishes={UUID: replace(FILED, state=WAITS)})
    assert not unfounded(filed, again, {UUID})
    assert unfounded(filed, again, ())
