"""Chosen files become one clean PDF: upright, small enough, without traces; what cannot be used is refused by name."""

import io
import os
import signal
import threading
from collections.abc import Iterator
from hashlib import sha256

import pikepdf
import pytest
from PIL import Image, ImageDraw

from documents.packet.errors import ItemTrouble
from documents.packet.records import RemarkCode
from documents.sustento.errors import (
    OpeningTrouble,
    SourceRefusedError,
    SustentoError,
    SustentoRefusedError,
    SustentoStoppedError,
    WholeTrouble,
)
from documents.sustento.records import LEVELS, SHARES, PageChoice, Sustento
from documents.sustento.words import remarked, size_line, told
from documents.sustento.workbench import Workbench
from documents.worker.errands import Bounds, Progress
from tests.packet.papers import changed, drawn, pictures, scan, stored

LIMIT = 8 * 1024 * 1024


@pytest.fixture(scope="module")
def bench() -> Iterator[Workbench]:
    with Workbench(max_bytes=LIMIT, max_pages=200) as made:
        yield made


@pytest.fixture
def narrow() -> Iterator[Workbench]:
    """Takes a tenth of a megabyte and five pages."""
    with Workbench(max_bytes=100_000, max_pages=5) as made:
        yield made


def whole(bench: Workbench, *files: tuple[str, bytes], turn: int = 0) -> Sustento:
    pages = []
    for name, data in files:
        arrived = bench.add(name, data)
        pages += [PageChoice(arrived.source, page, turn) for page in range(len(arrived.thumbnails))]
    return bench.make(pages)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened.pages]


def black_corner(pdf: bytes) -> str:
    """In which corner of the first page the black square of `papers.scan` is seen."""
    page = pictures(pdf)[0].convert("L")
    wide, high = page.size
    boxes = {
        f"{across} {down}": (x, y, x + wide // 4, y + high // 4)
        for across, x in (("left", 0), ("right", wide * 3 // 4))
        for down, y in (("top", 0), ("bottom", high * 3 // 4))
    }
    return max(boxes, key=lambda name: sum(page.crop(boxes[name]).histogram()[:40]))


def image_modes(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            str(thing.ColorSpace)
            for thing in opened.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]


def scanned(pages: int, size: tuple[int, int] = (1654, 2339), grain: float = 40) -> bytes:
    """A PDF of full-page grainy scans, each different."""
    paper = scan(size, grain)
    sheets = [paper.crop((0, at, *size)) for at in range(pages)]
    written = io.BytesIO()
    sheets[0].save(written, "PDF", save_all=True, append_images=sheets[1:], quality=95, resolution=200)
    return written.getvalue()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_telephone_s_picture_stands_upright_on_an_a4_without_its_exif(bench: Workbench, orientation: int) -> None:
    turned = {1: 0, 3: 180, 6: 90, 8: -90}[orientation]
    upright = scan((1200, 1700))
    photo = stored(upright.rotate(turned, expand=True).convert("RGB"), orientation=orientation)
    made = whole(bench, ("foto.jpg", photo))
    assert black_corner(made.pdf) == "left top"
    assert sizes(made.pdf) == [(595, 842)]
    assert b"Camara-secreta" in photo
    assert b"Camara-secreta" not in made.pdf


def test_a_picture_has_no_more_than_200_dots_per_inch_and_grey_stays_grey(bench: Workbench) -> None:
    made = whole(bench, ("escaneo.jpg", stored(scan((2480, 3508), 20).convert("RGB"))))
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        picture = next(t for t in opened.objects if isinstance(t, pikepdf.Stream) and t.get("/Subtype") == "/Image")
        assert int(picture.Width) <= 8.27 * 200
        assert picture.ColorSpace == "/DeviceGray"
    assert made.dpi == 200
    assert made.size < made.before / 2


def test_colours_stay_colours(bench: Workbench) -> None:
    page = scan((1000, 1400)).convert("RGB")
    ImageDraw.Draw(page).ellipse((700, 1100, 900, 1300), outline=(20, 40, 160), width=12)
    assert image_modes(whole(bench, ("sello.png", stored(page, "PNG"))).pdf) == ["/DeviceRGB"]


def test_what_is_transparent_in_a_png_is_white_paper(bench: Workbench) -> None:
    sheet = Image.new("RGBA", (800, 1100), (0, 0, 0, 0))
    ImageDraw.Draw(sheet).rectangle((100, 100, 700, 200), fill=(180, 20, 20, 255))
    page = pictures(whole(bench, ("firma.png", stored(sheet, "PNG"))).pdf)[0]
    assert page.getpixel((300, 600)) == (255, 255, 255)
    assert page.getpixel((300, 120))[0] > 150  # type: ignore[index]


def test_several_files_keep_the_chosen_order_and_turning_turns_what_is_seen(bench: Workbench) -> None:
    text = bench.add("texto.pdf", drawn(2))
    photo = bench.add("foto.jpg", stored(scan((1200, 1700))))
    pages = [PageChoice(photo.source, 0, 90), PageChoice(text.source, 1), PageChoice(text.source, 0)]
    made = bench.make(pages)
    assert sizes(made.pdf) == [(842, 595), (595, 842), (595, 842)]
    assert black_corner(made.pdf) == "right top"
    assert made.pages == 3
    assert bench.make(pages).pdf == made.pdf, "the same pages give the same bytes"
    assert made.sha256 == sha256(made.pdf).hexdigest()


def test_another_bench_makes_the_same_bytes() -> None:
    made = []
    photo = stored(scan())
    for _ in range(2):
        with Workbench(max_bytes=LIMIT, max_pages=200) as bench:
            made.append(whole(bench, ("a.pdf", drawn(2)), ("b.jpg", photo)).sha256)
    assert made[0] == made[1]


def test_a3_stays_a3_and_smaller_paper_is_laid_on_a4(bench: Workbench) -> None:
    made = whole(
        bench,
        ("a3.pdf", drawn(1, (842, 1191))),
        ("carne.pdf", drawn(1, (240, 160))),
        ("a2.pdf", drawn(1, (1191, 1684))),
    )
    assert sizes(made.pdf) == [(842, 1191), (842, 595), (842, 1190)]
    assert {RemarkCode.PLACED_ON_A4, RemarkCode.SHRUNK_TO_A3} <= {remark.code for remark in made.remarks}


def test_a_page_that_was_taken_out_leaves_nothing_behind(bench: Workbench) -> None:
    arrived = bench.add("escaneo.pdf", scanned(3, (800, 1100)))
    one = bench.make([PageChoice(arrived.source, 1)])
    assert len(image_modes(one.pdf)) == 1


def test_traces_of_a_pdf_s_maker_are_gone(bench: Workbench) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = "Autora Secreta"
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["Autora Secreta"]
        pdf.pages[0].obj.PieceInfo = pikepdf.Dictionary(Programa=pikepdf.String("Autora Secreta"))
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))

    made = whole(bench, ("firmado.pdf", changed(drawn(), sign)))
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        everything = b"".join(bytes(thing.unparse(resolved=True)) for thing in opened.objects)
        assert set(opened.Root.keys()) == {"/Type", "/Pages"}
    assert b"Secreta" not in everything
    assert b"Secreta" not in made.pdf
    assert RemarkCode.SCRIPT_DROPPED in {remark.code for remark in made.remarks}
    assert all(remarked(remark).startswith("«firmado.pdf»: ") for remark in made.remarks)


def test_twelve_scanned_pages_over_the_limit_come_below_it_and_stay_legible() -> None:
    papers = scanned(12, (1240, 1754))
    with Workbench(max_bytes=3_000_000, max_pages=200) as bench:
        assert len(papers) > 6_000_000
        made = whole(bench, ("escaneo.pdf", papers))
    assert made.size <= 3_000_000
    assert made.pages == 12
    assert made.dpi >= 150
    assert "12 páginas" in size_line(made, 3_000_000)
    assert "pesaban" in size_line(made, 3_000_000)


def test_what_is_too_large_even_so_is_refused_with_its_figures(narrow: Workbench) -> None:
    with pytest.raises(SustentoRefusedError) as refused:
        whole(narrow, ("escaneo.pdf", scanned(2, (1000, 1400))))
    assert refused.value.trouble is WholeTrouble.TOO_LARGE
    assert refused.value.found > refused.value.limit == 100_000
    assert "0.1 MB" in told(refused.value)[0]


def encrypted() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn())) as opened:
        opened.save(written, encryption=pikepdf.Encryption(owner="dueña", user="clave"))
    return written.getvalue()


REFUSED = {
    "vacío.pdf": (b"", ItemTrouble.EMPTY),
    "cifrado.pdf": (encrypted(), ItemTrouble.LOCKED),
    "truncado.pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", ItemTrouble.DAMAGED),
    "a medias.jpg": (stored(scan())[:30_000], ItemTrouble.PICTURE_DAMAGED),
    "carta.docx": (b"PK\x03\x04" + bytes(200), ItemTrouble.OFFICE_FILE),
    "iphone.heic": (bytes(4) + b"ftypheic" + bytes(100), ItemTrouble.IPHONE_PICTURE),
    "nota.pdf": (b"hola, esto no es un PDF", ItemTrouble.UNKNOWN),
    "largo.pdf": (drawn(201), ItemTrouble.TOO_MANY_PAGES),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_by_name_with_a_sentence(bench: Workbench, name: str) -> None:
    data, trouble = REFUSED[name]
    with pytest.raises(SourceRefusedError) as refused:
        bench.add(name, data)
    assert refused.value.trouble is trouble
    what, safe, todo = told(refused.value)
    assert what.startswith(f"«{name}» ")
    assert all(sentence.endswith(".") for sentence in (what, safe, todo))


def test_a_truncated_pdf_that_can_be_repaired_says_so(bench: Workbench) -> None:
    made = whole(bench, ("cortado.pdf", drawn(3)[:-12]))
    assert made.pages == 3
    assert RemarkCode.REPAIRED in {remark.code for remark in made.remarks}


def test_more_pages_than_allowed_are_refused_and_none_too(narrow: Workbench) -> None:
    one, other = narrow.add("a.pdf", drawn(4)), narrow.add("b.pdf", drawn(4))
    pages = [PageChoice(each.source, page) for each in (one, other) for page in range(4)]
    with pytest.raises(SustentoRefusedError) as refused:
        narrow.make(pages)
    assert told(refused.value)[0] == "Son 8 páginas y se aceptan hasta 5."
    with pytest.raises(SustentoRefusedError) as refused:
        narrow.make([])
    assert refused.value.trouble is WholeTrouble.NO_PAGES


def test_a_file_that_takes_for_ever_is_refused_and_the_next_one_is_taken() -> None:
    with Workbench(max_bytes=LIMIT, max_pages=200, bounds=Bounds(killed_after=0.05)) as bench:
        with pytest.raises(SourceRefusedError) as refused:
            bench.add("lento.pdf", drawn(200))
        assert refused.value.trouble is OpeningTrouble.TIMEOUT
    starved = Workbench(max_bytes=LIMIT, max_pages=200, bounds=Bounds(memory=1 << 20))
    with starved, pytest.raises(SustentoError):
        starved.add("sin memoria.pdf", drawn())


def test_stopping_ends_the_work_and_what_was_added_stays(bench: Workbench) -> None:
    kept = bench.add("antes.pdf", drawn())

    def stop(told: Progress) -> None:
        if told.done == 1:
            threading.Thread(target=bench.stop).start()

    with pytest.raises(SustentoStoppedError):
        bench.add("largo.pdf", drawn(180), stop)
    assert bench.make([PageChoice(kept.source, 0)]).pages == 1


def test_a_process_that_dies_is_replaced(bench: Workbench) -> None:
    kept = bench.add("antes.pdf", drawn())
    process = bench.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    with pytest.raises(SustentoRefusedError) as refused:
        bench.make([PageChoice(kept.source, 0)])
    assert refused.value.trouble is WholeTrouble.LOST
    assert bench.make([PageChoice(kept.source, 0)]).pages == 1


def test_each_level_has_its_expected_share() -> None:
    assert len(LEVELS) == len(SHARES)
    assert list(SHARES) == sorted(SHARES, reverse=True)
