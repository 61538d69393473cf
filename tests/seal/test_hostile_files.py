"""Files that mean harm get a verdict with a reason; none of them stops a check or ends the program."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from documents.seal.limits import Limits
from documents.seal.verdict import Colour, ReasonCode, VerdictCode
from documents.seal.worker import Checker
from tests.seal import hostile
from tests.seal.fuzz_checker import fuzz
from tests.seal.paper import NOW, TRUST, checked, codes, edited, file_of, sealed

SHORT = Limits(killed_after=4.0, seconds=2.0)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"hola", "not-a-pdf"),
        (b"%PDF-1.7\n", "broken"),
        (sealed()[:12_000], "broken"),
        (hostile.looping_tree(), "broken-page"),
        (edited(lambda _: None, encryption=pikepdf.Encryption(owner="uno", user="dos")), "locked"),
        (file_of(Image.new("1", (20_000, 20_000)), "PNG"), "picture-too-large"),
        (file_of(Image.new("L", (400, 400)), "PNG")[:150], "broken"),
        (b"\xff\xd8\xff" + bytes(100), "broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    verdict = checked(data)
    assert (verdict.code, verdict.reasons[0].found) == (VerdictCode.ARCHIVO_NO_LEGIBLE, reason)


@pytest.mark.parametrize(
    "box", [b"0 0 1e9 1e9", b"0 0 14400 14400", b"nan nan", b"0 0 0 0", b"500 500 0 0", b"-9e9 0 9e9 1"]
)
def test_a_sheet_of_any_size_is_looked_at_within_bounds(box: bytes) -> None:
    verdict = checked(hostile.page(b"0 0 1 1 re f", b"/MediaBox[%b]" % box))
    assert verdict.colour is Colour.GREY
    assert verdict.milliseconds < 10_000


def test_of_ten_thousand_pages_only_some_are_looked_at_and_that_is_said() -> None:
    verdict = checked(hostile.many_pages(10_000), limits=Limits(pages=3))
    left_out = [each for each in verdict.reasons if each.code is ReasonCode.PAGES_LEFT_OUT]
    assert [(each.expected, each.found) for each in left_out] == [("10000", "3")]
    assert verdict.file.pages == 10_000


def test_a_sealed_file_with_more_pages_than_are_looked_at_is_not_green() -> None:
    def lengthen(pdf: pikepdf.Pdf) -> None:
        for _ in range(5):
            pdf.add_blank_page()

    verdict = checked(edited(lengthen), limits=Limits(pages=2))
    assert {ReasonCode.NOT_ALL_LOOKED_AT, ReasonCode.PAGE_WITHOUT_SEAL} <= codes(verdict)
    assert verdict.colour is Colour.AMBER


@pytest.mark.parametrize("data", [hostile.inflating_image(20_000), hostile.inflating_content(200)])
def test_a_bomb_ends_its_process_and_not_the_program(data: bytes, tmp_path: Path) -> None:
    bomb, boleta = tmp_path / "bomb.pdf", tmp_path / "boleta.pdf"
    bomb.write_bytes(data)
    boleta.write_bytes(sealed())
    with Checker(TRUST, SHORT) as checker:
        verdict = checker.check_file(bomb, now=NOW)
        assert verdict.colour is Colour.GREY
        assert checker.check_file(boleta, now=NOW).code is VerdictCode.AUTENTICA


def test_no_file_changed_at_random_ends_a_worker() -> None:
    met = fuzz(60, seed=20261112, most=25)
    assert met.total() == 25
    assert not [outcome for outcome in met if outcome.endswith("crashed")]
