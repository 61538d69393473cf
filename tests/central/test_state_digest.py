"""The digest of everything that one person is given, and when each device comes back."""

import hashlib
from collections.abc import Callable
from typing import Any

from documents.payslip import Payslip

MakePayslip = Callable[..., Payslip]


def number(change: dict[str, Any], text: str) -> int:
    """From the words of docs/protocol.md."""
    start = text.index(f'"{change["kind"]}":{{', text.index(f'"id":"{change["id"]}"'))
    at = text.index("{", start)
    depth, end = 0, at
    for end in range(at, len(text)):  # no brace stands inside a text of these samples
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if not depth:
            break
    written = f"{change['kind']}\0{change['id']}\0{text[at : end + 1]}"
    return int.from_bytes(hashlib.sha256(written.encode()).digest()[:16], "big")


def test_it_is_the_sum_over_everything_that_a_walk_brings(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips(payslips(each) for each in range(5))
    api.publisher.withdraw_payslip(payslips(3).id)
    answer = api.client.get("/v1/sync", headers=api.bearer())
    page = answer.json()
    assert len(page["changes"]) == 5
    assert page["digest"] == f"{sum(number(change, answer.text) for change in page['changes']) % 2**128:032x}"


def test_only_the_last_page_has_it(make_api: Callable[..., Any], payslips: MakePayslip) -> None:
    api = make_api(page_size=3)
    api.publisher.publish_payslips(payslips(each) for each in range(5))
    bearer = api.bearer()
    first = api.client.get("/v1/sync", headers=bearer).json()
    last = api.client.get("/v1/sync", params={"since": first["cursor"]}, headers=bearer).json()
    assert first["digest"] is None
    assert len(last["digest"]) == 32


def test_two_people_have_two_digests_and_the_same_state_has_one(api: Any, payslips: MakePayslip) -> None:
    def asked(user: str) -> str:
        return str(api.client.get("/v1/sync", headers=api.bearer(user)).json()["digest"])

    empty = asked("ana")
    assert asked("luz") != empty
    api.publisher.publish_payslips([payslips(1)])
    assert asked("ana") != empty
    api.publisher.withdraw_payslip(payslips(1).id)
    assert asked("ana") == empty
    api.store.change_epoch()
    assert asked("ana") == empty


def test_devices_come_back_spread_over_time_each_at_its_own(make_api: Callable[..., Any]) -> None:
    api = make_api(next_sync_after=600, next_sync_spread=21_600)

    def told(bearer: dict[str, str]) -> int:
        return int(api.client.get("/v1/sync", headers=bearer).json()["next_sync_after"])

    bearers = [api.bearer() for _ in range(5)]
    times = [told(bearer) for bearer in bearers]
    assert times == [told(bearer) for bearer in bearers]
    assert len(set(times)) == 5
    assert all(600 <= each < 22_200 for each in times)
