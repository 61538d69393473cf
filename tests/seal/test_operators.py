"""Which drawings every reader of PDF understands alike: the grammar of content streams, one refusal for each rule."""

import pytest

from documents.seal.operators import drawn_names, fits_its_colours, unplain

PLAIN = (
    b"",
    b"q 1 0 0 1 0 0 cm 0.5 .5 -.25 rg 10 10 20 5 re f Q",
    b"0 0 m 1 2 3 4 5 6 c 7 8 l h W* n",
    b"10 10 20 5 re 1 0 0 rg f*",
    b"BT /F1+0 9.4 Tf 1 0 0 1 48.5 448.19 Tm (a \\) (b) c) Tj [<0102> -20 (x)] TJ T* ET",
    b"/Span <</MCID 0 /Lang (es) /Box [1 2]>> BDC EMC % a remark\nq Q",
    b"[3 1] 0 d [] 0 d 0 w 2 J 1 j 10 M /GS1 gs /Fm1 Do n",
)
UNPLAIN = (
    b"1 0 0 1 0 0 1 cm",  # one number too many
    b"1 1 1 0 rg",
    b"0 0 1 rg 1 0 0 1 --5 0 cm",
    b"1 0 0 1 5-3 0 cm",
    b"1e3 w",
    b"-1 w",
    b"[0 0] 0 d",
    b"8 Tr",
    b"nada",
    b"BX EX",
    b"BI /W 1 /H 1 ID x EI",
    b"/Sh1 sh",
    b"W n",  # a clip of nothing
    b"10 10 20 5 re 1 0 0 1 9 9 cm f",  # a matrix within a path
    b"10 10 20 5 re q f Q",
    b"(x) Tj",  # words outside of a text object
    b"BT q ET Q",
    b"Q",
    b"q Q Q q",
    b"q " * 100 + b"Q " * 100,
    b".0000000001 0 0 1 0 0 cm",
    b"123456789 0 Td",
    b"(never closed",
)


@pytest.mark.parametrize("content", PLAIN)
def test_what_all_readers_draw_alike_is_plain(content: bytes) -> None:
    assert unplain(content) is None


@pytest.mark.parametrize("content", UNPLAIN)
def test_what_readers_draw_each_in_their_own_way_is_not_plain(content: bytes) -> None:
    assert unplain(content) is not None


def test_a_hostile_drawing_takes_no_longer_than_its_length() -> None:
    for content in (b"(" * 200_000, b"[" * 200_000, b"1 " * 200_000, b"q " * 200_000, b"<<" * 100_000, b"/A" * 100_000):
        assert unplain(content) is not None


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        (b"/Cs1 cs 0 0 0 sc", True),
        (b"0.5 sc", True),  # grey is where a page begins
        (b"1 0 0 sc", False),
        (b"/Cs1 cs 0 0 0 1 scn", False),
        (b"/Cs1 CS 1 SC", False),
        (b"q /Cs1 cs 1 1 1 sc Q 1 0 0 sc", False),
        (b"1 0 0 rg 1 0 0 sc 0 g 0 sc", True),
        (b"BT (/Cs1 cs) Tj ET 1 0 0 sc", False),  # words are no operators
        (b"/DeviceGray cs 1 sc", False),  # a name that the resources give another meaning
    ],
)
def test_a_colour_has_as_many_numbers_as_its_space(content: bytes, fits: bool) -> None:
    assert fits_its_colours(content, {"Cs1": 3, "DeviceGray": 3}) is fits


def test_what_is_drawn_by_name_is_known() -> None:
    assert drawn_names(b"q /Fm1 Do Q /Im#20a Do /GS1 gs") == {"/Fm1", "/Im a"}
