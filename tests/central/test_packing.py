"""PDFs packed for the line: with a dictionary that the person may read, alone, or not at all."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from central.packing import DCZ_MAGIC, named_dictionary, takes
from documents.payslip import Payslip

MakePayslip = Callable[..., Payslip]
NOISE = hashlib.shake_256(b"one payslip").digest(30_000)


def draw(payslip: Payslip) -> bytes:
    """Does not compress by itself; packs well with any other."""
    return b"%PDF-1.7\n" + NOISE + payslip.id.encode()


def digest_of(payslip: Payslip) -> str:
    return hashlib.sha256(draw(payslip)).hexdigest()


def available(sha256: str) -> dict[str, str]:
    name = base64.b64encode(bytes.fromhex(sha256)).decode()
    return {"Accept-Encoding": "dcz, zstd", "Available-Dictionary": f":{name}:"}


@pytest.fixture
def get(api: Any, payslips: MakePayslip) -> Callable[..., Any]:
    api.publisher.publish_payslips([payslips(1), payslips(2)], draw=draw)
    luz = payslips(3, doc_numero="99900002", apellidos="CONDORI MAMANI", nombres="LUZ")
    api.publisher.publish_payslips([luz], draw=draw)
    bearer = api.bearer()

    def ask(wanted: Payslip, headers: dict[str, str]) -> Any:
        return api.client.get(f"/v1/blobs/{digest_of(wanted)}", headers=bearer | headers)

    return ask


def test_a_held_payslip_packs_the_next(get: Callable[..., Any], payslips: MakePayslip) -> None:
    held, wanted = payslips(2), payslips(1)
    answer = get(wanted, available(digest_of(held)))
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "dcz"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["etag"] == f'"{digest_of(wanted)}.dcz"'
    assert answer.headers["vary"] == "Accept-Encoding, Available-Dictionary"
    body = answer.content
    assert len(body) < 300
    assert body[:40] == DCZ_MAGIC + bytes.fromhex(digest_of(held))
    raw = zstandard.ZstdCompressionDict(draw(held), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    assert zstandard.ZstdDecompressor(dict_data=raw).decompress(body[40:]) == draw(wanted)


def test_another_person_s_payslip_is_no_dictionary(get: Callable[..., Any], payslips: MakePayslip) -> None:
    answer = get(payslips(1), available(digest_of(payslips(3))))
    assert "content-encoding" not in answer.headers
    assert answer.content == draw(payslips(1))


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Encoding": "dcz"},
        {"Accept-Encoding": "gzip"},
        {"Accept-Encoding": "dcz;q=0"},
        {"Accept-Encoding": "dcz", "Available-Dictionary": ":not base64:"},
        {"Accept-Encoding": "dcz", "Available-Dictionary": f":{base64.b64encode(bytes(32)).decode()}:"},
    ],
)
def test_without_a_dictionary_in_common_the_pdf_comes_plain(
    get: Callable[..., Any], payslips: MakePayslip, headers: dict[str, str]
) -> None:
    answer = get(payslips(1), headers)
    assert "content-encoding" not in answer.headers
    assert answer.headers["etag"] == f'"{digest_of(payslips(1))}"'
    assert answer.content == draw(payslips(1))


def test_a_range_is_never_packed(get: Callable[..., Any], payslips: MakePayslip) -> None:
    answer = get(payslips(1), available(digest_of(payslips(2))) | {"Range": "bytes=100-199"})
    assert answer.status_code == 206
    assert "content-encoding" not in answer.headers
    assert answer.content == draw(payslips(1))[100:200]


def test_what_packs_well_alone_comes_as_zstd(api: Any, payslips: MakePayslip) -> None:
    content = b"%PDF-1.7\n" + b"una linea que se repite\n" * 2_000
    api.publisher.publish_payslips([payslips(1)], draw=lambda _: content)
    path = f"/v1/blobs/{hashlib.sha256(content).hexdigest()}"
    answer = api.client.get(path, headers=api.bearer() | {"Accept-Encoding": "zstd"})
    assert answer.headers["content-encoding"] == "zstd"
    assert int(answer.headers["content-length"]) < 200


def test_somebody_else_s_pdf_stays_unknown(get: Callable[..., Any], payslips: MakePayslip) -> None:
    answer = get(payslips(3), available(digest_of(payslips(1))))
    assert answer.status_code == 404
    assert answer.json()["code"] == "unknown-blob"


def test_a_dictionary_is_named_by_32_bytes() -> None:
    assert named_dictionary(f":{base64.b64encode(bytes(range(32))).decode()}:") == bytes(range(32)).hex()
    for wrong in (
        None,
        "",
        "abc",
        f":{base64.b64encode(bytes(31)).decode()}:",
        f":{base64.b64encode(bytes(33)).decode()}:",
    ):
        assert named_dictionary(wrong) is None


def test_a_coding_is_taken_when_it_is_named() -> None:
    assert takes("gzip, dcz", "dcz")
    assert takes("DCZ;q=0.5", "dcz")
    assert not takes("dcz;q=0.0", "dcz")
    assert not takes("*", "dcz")
