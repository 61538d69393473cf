"""How fast files are checked, beside the least that any checker must do. `python -m bench.verify [FILES]`.

`python -m bench.verify --folder 2000`: only a folder of so many files, copies of the first hundred, on two workers.

The floor is what nobody can go below: PDFium draws the bottom third at 150 dpi and zxing-cpp decodes it once, on the
same files in the same run. Files are sealed payslips of all kinds, each another month; scans: those, turned and
faded.
"""

import io
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from documents.seal.checking import check
from documents.seal.issuing import issue_payslip
from documents.seal.limits import DEFAULT
from documents.seal.many import check_many
from documents.seal.pages import open_pdf
from documents.seal.reading import read_bottom
from documents.seal.verdict import VerdictCode
from documents.seal.worker import Checker
from tests.documents.people import SAMPLES
from tests.seal.paper import KEY, NOON, NOW, TRUST, picture

FILES = 200
SCANS = 40
DIFFERENT = 100  # files of a large folder that are no copies: sealing takes longer than checking
ONE = 60  # files that are checked one by one
QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def boletas(count: int) -> Iterator[bytes]:
    """Sealed payslips, no two alike."""
    people = list(SAMPLES.values())
    for number in range(count):
        payslip = people[number % len(people)]
        month = replace(payslip, periodo=payslip.periodo.earlier(number // len(people)))
        yield issue_payslip(month, KEY, issued=NOON - timedelta(days=number), document_id=number.to_bytes(8, "big"))


def scan(pdf: bytes, number: int) -> bytes:
    """As an office's scanner would: turned a little, faded, JPEG in a PDF."""
    page = picture(pdf, (200, 300)[number % 2]).rotate(number % 7 - 3, Image.Resampling.BICUBIC, fillcolor=255)
    faded = page.point([70 + level * 175 // 255 for level in range(256)]).filter(ImageFilter.GaussianBlur(0.6))
    written = io.BytesIO()
    faded.save(written, "PDF", resolution=(200, 300)[number % 2], quality=60)
    return written.getvalue()


def floor(pdf: bytes) -> int:
    """Open, draw the bottom third, decode once."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    bitmap = page.render(scale=150 / 72, crop=(0, 0, 0, page.get_height() * 2 / 3), grayscale=True)
    grey = Image.frombuffer("L", (bitmap.width, bitmap.height), bitmap.buffer, "raw", "L", bitmap.stride, 1)
    found = len(zxingcpp.read_barcodes(grey, formats=QR))
    document.close()
    return found


def ladder(pdf: bytes) -> int:
    """The same by the checker's ladder."""
    with open_pdf(pdf, DEFAULT) as document, document.page(0) as page:
        return len(read_bottom(page))


def full(pdf: bytes) -> int:
    """Everything, without a process between."""
    return int(check(pdf, name="", trust=TRUST, now=NOW).code is VerdictCode.AUTENTICA)


def sealed_scan(pdf: bytes) -> int:
    """Everything, for a page that is a picture."""
    return int(check(pdf, name="", trust=TRUST, now=NOW).code is VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO)


def measure(name: str, work: Callable[[bytes], int], files: Sequence[bytes]) -> float:
    """Print and return the median; `work` gives 1 for a file that came out as it should."""
    work(files[0])
    times, cpu, right = [], [], 0
    for file in files:
        begun, own = perf_counter(), process_time()
        right += work(file)
        times.append((perf_counter() - begun) * 1000)
        cpu.append((process_time() - own) * 1000)
    times.sort()
    p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    rate, own_time = 1000 / statistics.mean(times), statistics.median(cpu)
    print(
        f"{name:44} p50 {p50:7.1f} ms  p95 {p95:7.1f} ms  {rate:6.1f}/s  {right}/{len(files)}"
        f"  processor p50 {own_time:6.1f} ms"
    )
    return p50


def main() -> None:
    if "--folder" in sys.argv:
        large_folder(int(sys.argv[sys.argv.index("--folder") + 1]))
        return
    count = next((int(each) for each in sys.argv[1:] if each.isdecimal()), FILES)
    files = list(boletas(count))
    least = measure("floor: bottom third at 150 dpi, one decode", floor, files)
    rungs = measure("ladder of the checker, clean payslips", ladder, files)
    print(f"ladder / floor                               {rungs / least:.2f}")
    measure("full check, in this process", full, files[:ONE])
    measure("full check, scans", sealed_scan, [scan(pdf, number) for number, pdf in enumerate(files[:SCANS])])
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:04}.pdf") for number in range(count)]
        for path, pdf in zip(paths, files, strict=True):
            path.write_bytes(pdf)
        begun = perf_counter()
        with Checker(TRUST) as checker:
            checker.check_file(paths[0], now=NOW)
            print(f"first verdict of a fresh worker              {(perf_counter() - begun) * 1000:7.1f} ms")
            by_path = dict(zip(files, paths, strict=True))
            measure(
                "full check, through the worker process",
                lambda pdf: int(checker.check_file(by_path[pdf], now=NOW).code is VerdictCode.AUTENTICA),
                files[:ONE],
            )
        for workers in (1, 2):
            measure_folder(paths, workers)


def measure_folder(paths: Sequence[Path], workers: int) -> None:
    """Print how long all of them take, and how many come out as they should."""
    begun = perf_counter()
    done = check_many(paths, trust=TRUST, now=NOW, workers=workers)
    right = sum(each.verdict.code is VerdictCode.AUTENTICA for each in done)
    spent, count = perf_counter() - begun, len(paths)
    print(f"folder of {count} on {workers} workers: {spent:.1f} s, {count / spent:.1f}/s, {right} authentic")


def large_folder(count: int) -> None:
    """Many files, of which only some differ."""
    files = list(boletas(min(count, DIFFERENT)))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:05}.pdf") for number in range(count)]
        for number, path in enumerate(paths):
            path.write_bytes(files[number % len(files)])
        measure_folder(paths, 2)


if __name__ == "__main__":
    main()
