"""Twelve photographs of 12 megapixels made into one sustento: seconds, bytes, memory of the disposable process."""

import io
from pathlib import Path
from time import perf_counter

from PIL import Image

from documents.sustento.records import PageChoice
from documents.sustento.workbench import Workbench
from tests.packet.papers import scan

PAGES = 12
LIMITS = (8 * 2**20, 2 * 2**20)


def photographs() -> list[bytes]:
    """Tinted, grainy, a little askew, each different: what a telephone makes of a page."""
    page = scan((3000, 4000), 14).convert("RGB")
    page = Image.blend(page, Image.new("RGB", page.size, (250, 240, 215)), 0.2)
    made = []
    for number in range(PAGES):
        written = io.BytesIO()
        page.rotate(0.4 * number, fillcolor=(230, 225, 210)).save(written, "JPEG", quality=92)
        made.append(written.getvalue())
    return made


def main() -> None:
    """Once within the limit of the catalogue, once within a quarter of it."""
    photos = photographs()
    print(f"{PAGES} photographs, {sum(map(len, photos)) / 1e6:.1f} MB")
    for limit in LIMITS:
        with Workbench(max_bytes=limit, max_pages=200) as bench:
            begun = perf_counter()
            arrived = [bench.add(f"{at}.jpg", photo) for at, photo in enumerate(photos)]
            added = perf_counter()
            made = bench.make([PageChoice(each.source, 0) for each in arrived])
            joined = perf_counter()
            bench.make([PageChoice(each.source, 0) for each in reversed(arrived)])
            again = perf_counter()
            peak = _peak(bench.process_id)
        print(
            f"limit {limit / 2**20:.0f} MB: opened in {added - begun:.1f} s, joined in {joined - added:.2f} s, another "
            f"order {again - joined:.2f} s; {made.size / 1e6:.2f} MB at {made.dpi} dpi; peak {peak}"
        )


def _peak(process: int | None) -> str:
    """The most memory the process ever held, where the system tells."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return "unknown"
    return next((f"{int(line.split()[1]) / 1000:.0f} MB" for line in lines if line.startswith("VmHWM")), "unknown")


if __name__ == "__main__":
    main()
