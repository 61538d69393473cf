"""`python -m tests.seal.fuzz_checker [--seconds 30] [--seed 1]`: sealed payslips as files, changed at random.

Two promises are held to: whatever the file, the program gets a verdict from its worker process; and a green verdict is
given only to a file that looks as the genuine one does. Prints the verdicts met, and how many workers died of a file.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from documents.seal.limits import Limits
from documents.seal.verdict import Colour
from documents.seal.worker import Checker
from tests.seal.paper import NOW, TRUST, sealed

LIMITS = Limits(killed_after=20.0, seconds=10.0, documents_per_process=2_000)
TOKENS = (
    b"Tj", b"TJ", b"re", b"f", b"Tr", b"cm", b"q", b"Q", b"BT", b"ET", b"Do", b"gs", b"BDC", b"EMC", b"sh",
    b"/Length 999999999", b"/Filter/FlateDecode", b"/Filter[/LZWDecode/FlateDecode]", b"/MediaBox[0 0 1e9 1e9]",
    b"/MediaBox[0 0 0 0]", b"/Rotate 45", b"/Kids[3 0 R]", b"/Count 99999", b"null", b"<<", b">>", b"endobj", b"stream",
    b"nan", b"1e38", b"-1", b"0", b"/UserUnit 1000", b"/CropBox[0 0 1 1]", b"startxref\n0", b"%PDF-", b"/OC /X BDC",
)  # fmt: skip
STRAY = ImageFilter.MinFilter(5)  # ink may stand two pixels off: a changed width moves letters, and they are the same
INK = 110  # levels
SPECKS = 600  # pixels: a word may be set apart; text that is gone or covered is more


@cache
def seeds() -> tuple[bytes, ...]:
    """Genuine files in forms that changes get into: compressed as issued, and with everything in the clear."""
    plain = sealed("teacher")
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        clear, grouped = io.BytesIO(), io.BytesIO()
        pdf.save(clear, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.all)
        pdf.save(grouped, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return plain, clear.getvalue(), clear.getvalue(), clear.getvalue(), grouped.getvalue()


def _with_bit(work: bytearray, at: int, chance: random.Random) -> None:
    work[at] ^= 1 << chance.randrange(8)


def _with_figure(work: bytearray, at: int, chance: random.Random) -> None:
    work[at : at + 1] = bytes([chance.choice(b"0123456789 -.<>[]()/")])


def _with_token(work: bytearray, at: int, chance: random.Random) -> None:
    work[at:at] = b" " + chance.choice(TOKENS) + b" "


def _with_less(work: bytearray, at: int, chance: random.Random) -> None:
    del work[at : at + chance.choice((1, 8, 200))]


def _with_echo(work: bytearray, at: int, chance: random.Random) -> None:
    start = chance.choice((at, chance.randrange(len(work))))
    work[at:at] = work[start : start + chance.choice((4, 60, 2_000))]


def _cut_off(work: bytearray, at: int, chance: random.Random) -> None:
    if not chance.randrange(6):
        del work[at:]


CHANGES = (_with_bit, _with_figure, _with_token, _with_less, _with_echo, _cut_off)


def changed(data: bytes, chance: random.Random) -> bytes:
    """A few changes: bits, figures, tokens of the format, pieces moved or missing, the end cut off."""
    work = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if work:
            chance.choice(CHANGES)(work, chance.randrange(len(work)), chance)
    return bytes(work)


def fuzz(seconds: float, seed: int, most: int = sys.maxsize) -> Counter[str]:
    """The verdicts met. Raises AssertionError when a green file does not look like the genuine one."""
    chance = random.Random(seed)  # noqa: S311  # inputs that can be had again
    met: Counter[str] = Counter()
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder, Checker(TRUST, LIMITS) as checker:
        path = Path(folder, "fuzz.pdf")
        while time.monotonic() < end and met.total() < most:
            data = changed(chance.choice(seeds()), chance)
            path.write_bytes(data)
            verdict = checker.check_file(path, now=NOW)
            why = verdict.reasons[0].found if verdict.colour is Colour.GREY and verdict.reasons else ""
            met[f"{verdict.code.value} {why}".strip()] += 1
            if verdict.colour is Colour.GREEN and not looks_genuine(data):
                kept = Path(tempfile.gettempdir(), f"fuzz-green-{met.total()}.pdf")
                kept.write_bytes(data)
                raise AssertionError(f"green, and looks otherwise: {kept}")
    return met


def looks_genuine(data: bytes) -> bool:
    """Whether the first page renders as the genuine one: all its ink, and no other."""
    picture, genuine = rendered(data), rendered(seeds()[0])
    return picture.size == genuine.size and max(stray(picture, genuine), stray(genuine, picture)) <= SPECKS


def stray(ink: Image.Image, among: Image.Image) -> int:
    """Pixels of ink in one picture that the other has nowhere near."""
    return sum(ImageChops.subtract(among.filter(STRAY), ink).histogram()[INK:])


def rendered(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        bitmap = document[0].render(scale=150 / 72, grayscale=True)
        return Image.frombytes("L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride, 1)
    finally:
        document.close()


def main(arguments: list[str]) -> int:
    """Run for so long and say what was met."""
    parser = argparse.ArgumentParser(prog="python -m tests.seal.fuzz_checker")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    met = fuzz(chosen.seconds, chosen.seed)
    lines = [f"{count:8,} {outcome}" for outcome, count in sorted(met.items())]
    sys.stdout.write("\n".join([*lines, f"{met.total():8,} files"]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
