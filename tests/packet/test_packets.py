"""Whole packets, rendered and read back: folios where they belong, documents as they were, references that hold."""

import io
from dataclasses import replace
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PIL import ImageChops, ImageStat

from documents.packet.assembling import build_packet, safe_name
from documents.packet.checking import PacketState, check_packet
from documents.packet.errors import (
    FolderTrouble,
    FutIncompleteError,
    PacketCancelledError,
    PacketFolderError,
    PacketTooLargeError,
)
from documents.packet.folios import Direction, Foliation, FolioRange
from documents.packet.fut import Fut
from documents.packet.letters import in_letters
from documents.packet.profiles import Profile
from documents.packet.records import PacketItem, PacketProgress, RemarkCode, Stage
from documents.packet.reference import read_reference
from documents.packet.xmp import write_xmp
from tests.packet.papers import blue_box, changed, codes, drawn, pictures, scan, stored, texts, with_grounds, words_at

A3 = (841.89, 1190.55)


def turned(angle: int) -> bytes:
    """A page stored sideways, cut by its CropBox, that a reader shows turned."""

    def turn(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.obj.Rotate = angle
        page.obj.CropBox = pikepdf.Array([30, 40, 560, 800])

    return changed(drawn(words="Girado"), turn)


MIXED = (
    PacketItem("Título (foto)", stored(scan(), orientation=6)),
    PacketItem("Oficio A3", drawn(2, (A3[1], A3[0]))),
    PacketItem("Girado 90", turned(90)),
    PacketItem("Girado 180", turned(180)),
    PacketItem("Girado 270", turned(270)),
    PacketItem("Recibo A5", drawn(1, (420, 595))),
    PacketItem("Sin espacio", drawn(full=True)),
    PacketItem("Resolución", stored(scan((800, 500)), "PNG")),
)


def test_every_folio_stands_upper_right_of_the_page_as_seen(fut: Fut, general: Profile, folder: Path) -> None:
    made = build_packet(fut, MIXED, general, folder=folder)
    (file,) = made.files
    assert made.report.total_folios == 2 + 9
    for page, (picture, folio) in enumerate(zip(pictures(file.path), range(11, 0, -1), strict=False)):
        box = blue_box(picture)
        assert box is not None, page
        assert box[0] > picture.width * 0.55
        assert box[3] < picture.height * 0.17
        assert any(
            left > picture.width * 0.55
            and bottom > picture.height * 0.83
            and right <= picture.width
            and top <= picture.height
            for left, bottom, right, top in words_at(file.path, page, str(folio))
        ), (page, folio)
    assert blue_box(pictures(file.path)[-1]) is None  # what to do with the file is not part of the expediente


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_looks_as_a_reader_showed_it(fut: Fut, general: Profile, folder: Path, angle: int) -> None:
    original = turned(angle)
    (file,) = build_packet(fut, [PacketItem("Uno", original)], general, folder=folder).files
    (before,) = pictures(original, 100)
    (after,) = pictures(file.path, 100, (2,))
    dx, dy = (after.width - before.width) // 2, (after.height - before.height) // 2  # cut pages lie on an A4
    inside = after.crop((dx, dy, dx + before.width, dy + before.height))
    for picture in (before, inside):  # the quarter of the folio does not count
        picture.paste("white", (picture.width // 2, 0, picture.width, picture.height // 5))
    difference = ImageStat.Stat(ImageChops.difference(before, inside).convert("L")).mean[0]
    ink = 255 - ImageStat.Stat(before.convert("L")).mean[0]
    assert ink > 0.05
    assert difference < ink


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_as_the_camera_was_held(fut: Fut, general: Profile, folder: Path, orientation: int) -> None:
    from PIL import Image, ImageOps

    data = stored(scan((600, 800)), orientation=orientation)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    (file,) = build_packet(fut, [PacketItem("Foto", data)], general, folder=folder).files
    (page,) = pictures(file.path, 72, (2,))
    assert (page.width > page.height) == (seen.width > seen.height)
    grey = page.convert("L").point([0 if tone < 60 else 255 for tone in range(256)])
    dark = seen.convert("L").point([0 if tone < 60 else 255 for tone in range(256)])
    for which in ((0, 0, 0.5, 0.5), (0.5, 0, 1, 0.5), (0, 0.5, 0.5, 1), (0.5, 0.5, 1, 1)):
        here, there = (
            [round(side * size) for side, size in zip(which, (*x.size, *x.size), strict=True)] for x in (grey, dark)
        )
        share = [255 - ImageStat.Stat(x.crop(tuple(box))).mean[0] for x, box in ((grey, here), (dark, there))]
        assert abs(share[0] - share[1]) < 14, which


def test_the_bytes_of_a_photograph_go_in_untouched_but_for_what_they_tell_of_its_author(
    fut: Fut, general: Profile, folder: Path
) -> None:
    data = stored(scan())
    (file,) = build_packet(fut, [PacketItem("Foto", data)], general, folder=folder).files
    whole = file.path.read_bytes()
    assert b"Camara-secreta" in data
    assert b"Camara-secreta" not in whole
    assert data[data.index(b"\xff\xda") : -2] in whole


def test_the_number_also_stands_in_letters_where_asked(fut: Fut, general: Profile, folder: Path) -> None:
    rule = Foliation(direction=Direction.FRONT_TO_BACK, start=1233, in_letters=True)
    profile = replace(general, foliation=rule)
    (file,) = build_packet(fut, [PacketItem("Uno", drawn(2))], profile, folder=folder).files
    for folio, text in zip(range(1233, 1237), texts(file.path), strict=False):
        assert str(folio) in text
        assert in_letters(folio) in " ".join(text.split())


def test_blank_sheets_carry_no_folio_unless_they_shall(fut: Fut, general: Profile, folder: Path) -> None:
    items = [PacketItem("A", drawn(1)), PacketItem("Nada", drawn(1, words=""))]
    made = build_packet(fut, items, general, folder=folder)
    assert made.folios[3].folios == ()
    assert [(remark.code, remark.pages) for remark in made.report.remarks] == [(RemarkCode.BLANK_UNNUMBERED, (1,))]
    every = replace(general, foliation=Foliation(blank_sheets=True))
    assert build_packet(fut, items, every, folder=folder, stem="b").folios[3].folios == (FolioRange(1, 1),)


def test_only_the_front_of_a_sheet_is_numbered(fut: Fut, general: Profile, folder: Path) -> None:
    made = build_packet(fut, [PacketItem("Anverso y reverso", drawn(5), two_sided=True)], general, folder=folder)
    assert (made.folios[2].pages, made.folios[2].sheets, made.folios[2].folios) == (5, 3, (FolioRange(1, 3),))
    marked = [blue_box(picture) is not None for picture in pictures(made.files[0].path)]
    assert marked == [True, True, True, False, True, False, True, False]


def test_index_outline_labels_and_properties_agree(fut: Fut, general: Profile, folder: Path) -> None:
    made = build_packet(
        fut, [PacketItem("Título", drawn(3)), PacketItem("Constancia", drawn(1))], general, folder=folder
    )
    assert [each.folios for each in made.folios] == [(FolioRange(n, m),) for n, m in ((6, 6), (5, 5), (2, 4), (1, 1))]
    index = " ".join(texts(made.files[0].path)[1].split())
    assert "Título 2–4 3 3–5" in index
    assert "Constancia 1 1 6" in index
    with pikepdf.open(made.files[0].path) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Formulario único de trámite (FUT)", "Índice (folios 5)", "Título (folios 2–4)", "Constancia (folios 1)",
            "Qué hacer con este archivo",
        ]  # fmt: skip
        assert [page.label for page in pdf.pages] == ["6", "5", "4", "3", "2", "1", "Indicaciones"]
        assert str(pdf.docinfo["/Author"]) == "ÑAUPARI MAMANI, ROSA ELENA"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000-05'00'"


def test_the_reference_on_the_cover_holds(fut: Fut, general: Profile, folder: Path) -> None:
    (file,) = build_packet(fut, [PacketItem("Uno", drawn(2))], general, folder=folder).files
    (read,) = [code for code in map(read_reference, codes(pictures(file.path, 200, (0,))[0])) if code]
    assert (read.digest, read.part, read.parts) == (file.digest, 1, 1)
    assert file.digest in "".join(texts(file.path)[0].split())
    for packet in (file.path, file.path.read_bytes()):
        check = check_packet(packet)
        assert (check.state, check.found) == (PacketState.SAME, file.digest)


def swapped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[3], pdf.pages[4] = pdf.pages[4], pdf.pages[3]


def scribbled(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].contents_add(b"1 0 0 rg 90 90 50 50 re f")


def noted(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9])])


def lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3]


def unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ChasquiPaquete"]


def lying(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3]
    pdf.Root["/ChasquiPaquete"].Documentos -= 1


def test_a_packet_written_again_is_the_same_and_a_changed_one_is_not(fut: Fut, general: Profile, folder: Path) -> None:
    (file,) = build_packet(fut, MIXED[:3], general, folder=folder).files
    whole = file.path.read_bytes()

    def resaved(**how: object) -> bytes:
        with pikepdf.open(io.BytesIO(whole)) as pdf:
            written = io.BytesIO()
            pdf.save(written, **how)  # type: ignore[arg-type]
            return written.getvalue()

    assert check_packet(resaved(linearize=True)).state is PacketState.SAME
    assert check_packet(resaved(object_stream_mode=pikepdf.ObjectStreamMode.disable)).state is PacketState.SAME

    for change in (swapped, scribbled, noted, lost, unmarked, lying):
        assert check_packet(changed(whole, change)).state is PacketState.CHANGED, change.__name__
    assert check_packet(drawn(2)).state is PacketState.NO_REFERENCE
    assert check_packet(whole[: len(whole) // 3]).state in {PacketState.UNREADABLE, PacketState.NO_REFERENCE}
    assert check_packet(b"").state is PacketState.UNREADABLE


def test_the_same_packet_has_the_same_bytes(fut: Fut, general: Profile, folder: Path) -> None:
    one, two = (build_packet(fut, MIXED, general, folder=folder, stem=stem).files[0] for stem in ("a", "b"))
    assert one.digest == two.digest
    other = folder / "otra"
    other.mkdir()
    assert one.path.read_bytes() == build_packet(fut, MIXED, general, folder=other, stem="a").files[0].path.read_bytes()


def test_pictures_are_reduced_only_when_the_packet_is_too_large(fut: Fut, general: Profile, folder: Path) -> None:
    items = [PacketItem(f"Foto {n}", stored(scan((1700, 2200), 40), quality=97)) for n in range(2)]
    free = build_packet(fut, items, general, folder=folder, stem="libre")
    assert free.report.dpi is None
    limit = free.files[0].size // 2
    tight = replace(general, max_file_bytes=limit, max_total_bytes=limit)
    made = build_packet(fut, items, tight, folder=folder, stem="justo")
    assert made.files[0].size <= limit
    assert made.report.dpi in {300, 220, 150}
    assert [remark.code for remark in made.report.remarks] == [RemarkCode.PICTURE_REDUCED] * 2


def images(resources: pikepdf.Object) -> list[pikepdf.Object]:
    """All pictures a page draws, also within drawings."""
    drawings = list(resources.get("/XObject", pikepdf.Dictionary()).as_dict().values())
    inner = [each for drawing in drawings if "/Resources" in drawing for each in images(drawing.Resources)]
    return [each for each in drawings if each.get("/Subtype") == "/Image"] + inner


def test_a_scanned_pdf_is_reduced_too_and_not_below_the_floor(fut: Fut, general: Profile, folder: Path) -> None:
    source = build_packet(
        fut, [PacketItem("F", stored(scan((2480, 3508), 40), quality=95))], general, folder=folder
    ).files[0]
    limit = source.size // 3
    tight = replace(general, max_file_bytes=limit, max_total_bytes=limit)
    made = build_packet(fut, [PacketItem("Escaneo", source.path)], tight, folder=folder, stem="x")
    with pikepdf.open(made.files[0].path) as pdf:
        widths = [int(image.Width) for page in pdf.pages for image in images(page.Resources)]
    assert made.report.dpi
    assert min(widths) >= 150 * 8


def test_what_is_too_large_at_the_floor_is_refused_by_how_much(fut: Fut, general: Profile, folder: Path) -> None:
    tight = replace(general, max_file_bytes=60_000, max_total_bytes=60_000)
    with pytest.raises(PacketTooLargeError) as refused:
        build_packet(fut, [PacketItem("Foto", stored(scan((1700, 2200), 40)))], tight, folder=folder)
    assert refused.value.excess == refused.value.size - 60_000 > 0
    assert list(folder.iterdir()) == []


def test_a_packet_is_split_where_several_files_are_taken(fut: Fut, general: Profile, folder: Path) -> None:
    items = [PacketItem(f"Foto {n}", stored(scan((900, 1200), 40))) for n in range(6)]
    whole = build_packet(fut, items, general, folder=folder, stem="todo").files[0].size
    limit = int(whole / 2.4)
    several = replace(general, max_file_bytes=limit, max_total_bytes=3 * whole, max_files=5)
    made = build_packet(fut, items, several, folder=folder, stem="parte")
    count = len(made.files)
    assert [file.path.name for file in made.files] == [f"parte_{n}-de-{count}.pdf" for n in range(1, count + 1)]
    assert count >= 3
    assert made.report.dpi is None
    assert max(file.size for file in made.files) <= limit
    checks = [check_packet(file.path) for file in made.files]
    assert {check.state for check in checks} == {PacketState.SAME}
    assert {check.printed.packet for check in checks if check.printed} == {made.report.reference}
    assert "Archivo 2 de" in texts(made.files[1].path)[0]
    few = replace(several, max_files=2, max_total_bytes=2 * limit)
    reduced = build_packet(fut, items, few, folder=folder, stem="pocos")
    assert len(reduced.files) <= 2
    assert reduced.report.dpi is not None


def test_more_than_two_hundred_folios_make_tomes(fut: Fut, general: Profile, folder: Path) -> None:
    made = build_packet(fut, [PacketItem("Legajo", drawn(203))], general, folder=folder)
    assert (made.report.total_folios, made.report.tomes) == (205, 2)
    assert made.folios[2].folios == (FolioRange(1, 198, 1), FolioRange(201, 205, 2))
    pages = texts(made.files[0].path)
    assert "Tomo II de II" in pages[200]
    assert "Folios 201–205" in pages[200]
    assert blue_box(pictures(made.files[0].path, 72, (200,))[0]) is None
    apart = build_packet(
        fut, [PacketItem("Legajo", drawn(203))], replace(general, max_files=9), folder=folder, stem="t"
    )
    assert [file.folios for file in apart.files] == [FolioRange(1, 200, 1), FolioRange(201, 205, 2)]


def test_long_grounds_go_on_to_a_second_sheet_and_nothing_is_lost(general: Profile, folder: Path) -> None:
    grounds = "\n".join(
        f"Que, en el considerando número {n}, expongo a usted lo que sigue y pruebo." for n in range(36)
    )
    made = build_packet(with_grounds(grounds), [], general, folder=folder)
    assert made.folios[0].sheets == 2
    both = " ".join(" ".join(texts(made.files[0].path)[:2]).split())
    assert all(f"número {n}," in both for n in range(36))
    assert check_packet(made.files[0].path).state is PacketState.SAME


def test_the_request_has_all_its_blocks_and_claims_no_signature(fut: Fut, general: Profile, folder: Path) -> None:
    (file,) = build_packet(fut, [PacketItem("Título", drawn(1))], general, folder=folder).files
    pages = texts(file.path)
    order = ["Resumen", "Dependencia", "Datos del usuario", "Fundamentación", "Documentos que", "Lugar, fecha y firma"]
    assert [pages[0].index(block) for block in order] == sorted(pages[0].index(block) for block in order)
    assert "Juliaca, 23 de noviembre de 2026" in pages[0]
    assert "firma digital" not in " ".join(pages).lower()


def test_what_to_do_follows_the_destination(fut: Fut, folder: Path) -> None:
    from documents.packet.profiles import load

    (file,) = build_packet(fut, [], load().find("200006", fut.fecha), folder=folder).files
    last = " ".join(texts(file.path)[-1].split())
    for told in ("UGEL Huancabamba", "50 MB", "15:30", "Confirme desde su correo", "2026-0099917"):
        assert told in last


def test_nothing_is_left_of_a_packet_that_was_stopped(fut: Fut, general: Profile, folder: Path) -> None:
    stop = Event()

    def follow(step: PacketProgress) -> None:
        if step.stage is Stage.WRITING and step.done > 2:
            stop.set()

    with pytest.raises(PacketCancelledError):
        build_packet(fut, [PacketItem("A", drawn(9))], general, folder=folder, progress=follow, cancelled=stop)
    assert list(folder.iterdir()) == []


def test_progress_only_goes_forward(fut: Fut, general: Profile, folder: Path) -> None:
    steps: list[PacketProgress] = []
    build_packet(
        fut, [PacketItem("A", drawn(4)), PacketItem("B", drawn(2))], general, folder=folder, progress=steps.append
    )
    for stage in Stage:
        done = [step.done for step in steps if step.stage is stage]
        assert done == sorted(done)
        assert done
    assert all(step.done <= step.total for step in steps)


def test_no_file_is_replaced_and_a_folder_that_is_gone_is_told(fut: Fut, general: Profile, folder: Path) -> None:
    (folder / "x.pdf").write_bytes(b"mine")
    with pytest.raises(PacketFolderError) as refused:
        build_packet(fut, [], general, folder=folder, stem="x")
    assert refused.value.trouble is FolderTrouble.EXISTS
    assert (folder / "x.pdf").read_bytes() == b"mine"
    assert [each.name for each in folder.iterdir()] == ["x.pdf"]
    with pytest.raises(PacketFolderError) as gone:
        build_packet(fut, [], general, folder=folder / "nada")
    assert gone.value.trouble is FolderTrouble.GONE


def test_an_incomplete_request_is_told_by_its_fields(fut: Fut, general: Profile, folder: Path) -> None:
    with pytest.raises(FutIncompleteError) as refused:
        build_packet(replace(fut, resumen=" ", lugar=""), [], general, folder=folder)
    assert refused.value.missing == ("resumen", "lugar")


@pytest.mark.parametrize(("text", "name"), [("../../etc/ñandú", "etc_nandu"), ("a" * 99, "a" * 80), ("???", "")])
def test_names_of_files_are_plain(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_properties_are_told_twice(fut: Fut, general: Profile, folder: Path) -> None:
    (file,) = build_packet(fut, [PacketItem("Uno", drawn())], general, folder=folder).files
    with pikepdf.open(file.path) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:description"] == fut.resumen == str(pdf.docinfo["/Subject"])
        assert metadata["dc:creator"] == [fut.solicitante.apellidos_y_nombres]
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        assert "es-PE" in metadata["dc:language"]


def test_properties_stay_well_formed_with_any_sign_in_them() -> None:
    with pikepdf.new() as pdf:
        write_xmp(pdf, title='Ñandú & <hijos> "S.A.C." {0} \x0b\x00]]>', creator="O'Phelan\ud800", description="\n")
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == 'Ñandú & <hijos> "S.A.C." {0} ]]>'
            assert metadata["dc:creator"] == ["O'Phelan"]
