"""Pages a second and peak memory of a packet of 1,000 pages. `python -m bench.packet`."""

import io
import resource
import sys
from dataclasses import replace
from pathlib import Path
from subprocess import run
from sys import argv, executable
from tempfile import TemporaryDirectory
from time import perf_counter

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from documents.packet.assembling import build_packet
from documents.packet.checking import check_packet
from documents.packet.profiles import load
from documents.packet.records import PacketItem
from tests.packet.papers import FUT, drawn, scan, stored

PAGES = 1000
KINDS = ("text", "scans", "photographs")


def write_papers(kind: str, folder: Path) -> None:
    """1,000 pages: text in twenty PDFs, scans of 200 dpi in twenty PDFs, or 190 photographs (a packet takes 200)."""
    picture = Image.new("L", (8, 8)) if kind == "text" else scan((1654, 2339), 5)
    for number in range(190 if kind == "photographs" else 20):
        file = folder / f"{number}"
        if kind == "text":
            file.write_bytes(drawn(PAGES // 20))
        elif kind == "scans":
            file.write_bytes(scanned(picture, PAGES // 20))
        else:
            file.write_bytes(stored(picture, quality=80, orientation=1 + number % 8))


def scanned(picture: Image.Image, pages: int) -> bytes:
    """A PDF of full-page pictures. reportlab keeps equal ones once: each is cut at another row."""
    from reportlab.lib.utils import ImageReader

    written = io.BytesIO()
    canvas = Canvas(written)
    for number in range(pages):
        jpeg = io.BytesIO(stored(picture.crop((0, 0, picture.width, picture.height - number)), quality=60))
        canvas.drawImage(ImageReader(jpeg), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def measure(kind: str) -> None:
    """One packet in this process, so that the peak is its own."""
    vast = 2_000_000_000
    profile = replace(load().find("general", FUT.fecha), max_file_bytes=vast, max_total_bytes=vast)
    with TemporaryDirectory() as name:
        folder = Path(name)
        run([executable, "-m", "bench.packet", kind, name], check=True)
        items = [PacketItem(file.name, file) for file in sorted(folder.iterdir())]
        (folder / "out").mkdir()
        before = peak()
        begun = perf_counter()
        made = build_packet(FUT, items, profile, folder=folder / "out")
        took = perf_counter() - begun
        pages, size = made.files[0].pages, made.files[0].size / 1e6
        grown = f"peak {peak():4.0f} MB ({before:.0f} before it began)"
        begun = perf_counter()
        state = check_packet(made.files[0].path).state
        checked = perf_counter() - begun
    print(
        f"{kind:12} {pages:5} pages {size:6.1f} MB  {pages / took:6.0f} pages/s  {grown} check {checked:.1f} s {state}"
    )


def peak() -> float:
    """Most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def main() -> None:
    """Each kind in a process of its own."""
    for kind in KINDS:
        print(run([executable, "-m", "bench.packet", kind], capture_output=True, text=True, check=True).stdout, end="")


if __name__ == "__main__":
    match argv[1:]:
        case [kind]:
            measure(kind)
        case [kind, folder]:  # in a process of its own, whose memory does not count
            write_papers(kind, Path(folder))
        case _:
            main()
