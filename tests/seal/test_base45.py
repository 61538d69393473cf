"""Base45 as RFC 9285 has it, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.seal import base45
from documents.seal.errors import MalformedSealError

# RFC 9285, 4.3 and 4.4
PUBLISHED = [
    (b"AB", "BB8"),
    (b"Hello!!", "%69 VD92EX0"),
    (b"base-45", "UJCLQE7W581"),
    (b"ietf!", "QED8WEX0"),
    (b"", ""),
]


@pytest.mark.parametrize(("data", "text"), PUBLISHED)
def test_the_published_vectors_hold_both_ways(data: bytes, text: str) -> None:
    assert base45.encode(data) == text
    assert base45.decode(text) == data


@pytest.mark.parametrize(
    "text",
    [
        "GGW",  # 65536: the RFC's own example of a group that is too large
        ":::",
        "V5",  # 256 in the place of one byte
        "A",
        "AAAA",
        "bb8",
        "BB\n",
        "BB;",
        "BBÑ",
        "１１１",  # digits of another script
    ],
)
def test_what_is_not_base45_is_refused(text: str) -> None:
    with pytest.raises(MalformedSealError) as refused:
        base45.decode(text)
    assert refused.value.reason == "base45"


def test_the_largest_groups_are_read() -> None:
    assert base45.decode("FGW") == b"\xff\xff"
    assert base45.decode("U5") == b"\xff"


@given(st.binary(max_size=600))
def test_what_is_written_is_read_back(data: bytes) -> None:
    assert base45.decode(base45.encode(data)) == data


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", max_size=40))
def test_each_string_of_bytes_has_one_text(text: str) -> None:
    try:
        data = base45.decode(text)
    except MalformedSealError:
        return
    assert base45.encode(data) == text
