"""Bundles over HTTP: named by the first page of a walk, immutable, in ranges, only their owner's."""

import hashlib
import struct
from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from central.bundles import MAGIC
from documents.payslip import Payslip, Period
from documents.thin import whole

MakePayslip = Callable[..., Payslip]
COMMON = hashlib.shake_256(b"what payslips have in common").digest(20_000)


def draw(payslip: Payslip) -> bytes:
    return b"%PDF-1.7\n" + COMMON + f"{payslip.id} {payslip.cargo}".encode()


@pytest.fixture
def eight(api: Any, payslips: MakePayslip) -> Any:
    api.publisher.publish_payslips([payslips(number) for number in range(8)], draw=draw)
    return api


def first_page(api: Any, **query: str) -> Any:
    return api.client.get("/v1/sync", params=query, headers=api.bearer()).json()


def records(packed: bytes) -> list[tuple[str, bytes]]:
    data = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    assert data.startswith(MAGIC)
    found, at = [], len(MAGIC)
    while at < len(data):
        size, length = struct.unpack_from(">II", data, at + 32)
        found.append((data[at : at + 32].hex(), whole(data[at + 40 : at + 40 + length], size)))
        at += 40 + length
    return found


def test_the_first_page_names_a_bundle_of_all_payslips_newest_first(eight: Any, payslips: MakePayslip) -> None:
    named = first_page(eight)["bundle"]
    assert named["count"] == 8
    answer = eight.client.get(f"/v1/bundles/{named['id']}", headers=eight.bearer())
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zstd"
    assert answer.headers["etag"] == f'"{named["id"]}"'
    assert len(answer.content) == named["size"] < 30_000
    assert hashlib.sha256(answer.content).hexdigest() == named["id"]
    drawn = [draw(payslips(number)) for number in range(8)]
    assert records(answer.content) == [(hashlib.sha256(each).hexdigest(), each) for each in drawn]


def test_a_bundle_comes_from_any_byte_on(eight: Any) -> None:
    named = first_page(eight)["bundle"]
    path, bearer = f"/v1/bundles/{named['id']}", eight.bearer()
    whole = eight.client.get(path, headers=bearer).content
    for start in (0, 1, 20_000, named["size"] - 1):
        part = eight.client.get(path, headers=bearer | {"Range": f"bytes={start}-", "If-Range": f'"{named["id"]}"'})
        assert part.status_code == 206
        assert part.content == whole[start:]
    assert eight.client.get(path, headers=bearer | {"Range": f"bytes={named['size']}-"}).status_code == 416


def test_the_same_payslips_are_the_same_bundle_and_a_new_one_makes_another(eight: Any, payslips: MakePayslip) -> None:
    before = first_page(eight)["bundle"]
    assert first_page(eight)["bundle"] == before
    eight.publisher.publish_payslips([payslips(8)], draw=draw)
    after = first_page(eight)["bundle"]
    assert after["count"] == 9
    old = eight.client.get(f"/v1/bundles/{before['id']}", headers=eight.bearer())
    assert old.status_code == 200  # a download of it may be under way


def test_what_was_replaced_or_withdrawn_is_not_in_it(eight: Any, payslips: MakePayslip) -> None:
    eight.publisher.replace_payslip(payslips(0, cargo="DIRECTOR"), draw=draw)
    eight.publisher.withdraw_payslip(payslips(1).id)
    named = first_page(eight)["bundle"]
    content = eight.client.get(f"/v1/bundles/{named['id']}", headers=eight.bearer()).content
    wanted = [draw(payslips(0, cargo="DIRECTOR")), *(draw(payslips(number)) for number in range(2, 8))]
    assert [pdf for _, pdf in records(content)] == wanted


def test_only_the_first_page_of_a_walk_names_it(make_api: Callable[..., Any], payslips: MakePayslip) -> None:
    api = make_api(page_size=4)
    api.publisher.publish_payslips([payslips(number) for number in range(8)], draw=draw)
    page = first_page(api)
    assert page["bundle"]["count"] == 8
    assert first_page(api, since=page["cursor"])["bundle"] is None


def test_few_payslips_or_unlike_ones_have_none(api: Any, payslips: MakePayslip) -> None:
    def noise(payslip: Payslip) -> bytes:
        return hashlib.shake_256(payslip.id.encode()).digest(20_000)

    api.publisher.publish_payslips([payslips(number) for number in range(5)], draw=draw)
    assert first_page(api)["bundle"] is None
    newer = [payslips(number, periodo=Period(2026, 12)) for number in range(20, 26)]
    api.publisher.publish_payslips(newer, draw=noise)
    assert first_page(api)["bundle"] is None


def test_a_bundle_is_its_owner_s_alone(eight: Any) -> None:
    named = first_page(eight)["bundle"]
    answer = eight.client.get(f"/v1/bundles/{named['id']}", headers=eight.bearer("luz"))
    assert answer.status_code == 404
    assert answer.json()["code"] == "not-found"
    assert eight.client.get(f"/v1/bundles/{named['id']}").status_code == 401
