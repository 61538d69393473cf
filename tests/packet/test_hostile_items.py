"""Documents that are locked, damaged, alive, of another kind or too much: told by name, or made still."""

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.packet.assembling import build_packet
from documents.packet.checking import PacketState, check_packet
from documents.packet.errors import (
    FolderTrouble,
    ItemRefusedError,
    ItemTrouble,
    PacketError,
    PacketTooLargeError,
    PacketTooLongError,
)
from documents.packet.fut import Fut
from documents.packet.jpeg import stripped
from documents.packet.profiles import Profile
from documents.packet.records import ItemKind, PacketItem, PacketResult, Remark, RemarkCode
from documents.packet.words import FOLDERS, ITEMS, REMARKS, STATES, megabytes, said, told
from tests.packet.papers import FUT, changed, drawn, pictures, scan, stored, texts

JPEG = stored(scan((300, 400)))
PNG = stored(scan((300, 400)), "PNG")


def encrypted(user: str) -> bytes:
    with pikepdf.open(io.BytesIO(drawn())) as pdf:
        written = io.BytesIO()
        pdf.save(written, encryption=pikepdf.Encryption(owner="dueña", user=user))
        return written.getvalue()


def dynamic(pdf: pikepdf.Pdf) -> None:
    pdf.Root.NeedsRendering = True


def bomb(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(b" " * 80_000_000, 9), filter=pikepdf.Name.FlateDecode)
    pdf.pages[0].Contents = stream


def huge_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 900_000, 900_000])


def no_area(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 0, 0])


def built(folder: Path, profile: Profile, source: bytes | Path, kind: ItemKind | None = None) -> PacketResult:
    return build_packet(FUT, [PacketItem("Mi documento", source, kind)], profile, folder=folder)


def remarks(result: PacketResult) -> set[RemarkCode]:
    return {remark.code for remark in result.report.remarks}


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        (b"", ItemTrouble.EMPTY),
        (b"hola", ItemTrouble.UNKNOWN),
        (encrypted("secreta"), ItemTrouble.LOCKED),
        (b"%PDF-1.7\nnada", ItemTrouble.DAMAGED),
        (changed(drawn(), dynamic), ItemTrouble.DYNAMIC_FORM),
        (changed(drawn(), bomb), ItemTrouble.TOO_COMPLEX),
        (changed(drawn(), huge_page), ItemTrouble.DAMAGED),
        (changed(drawn(), no_area), ItemTrouble.DAMAGED),
        (JPEG[: len(JPEG) // 2], ItemTrouble.PICTURE_DAMAGED),
        (PNG[: len(PNG) // 2], ItemTrouble.PICTURE_DAMAGED),
        (JPEG[:30], ItemTrouble.PICTURE_DAMAGED),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, ItemTrouble.IPHONE_PICTURE),
        (b"II*\0" + b"\0" * 40, ItemTrouble.OTHER_PICTURE),
        (b"RIFF\0\0\0\0WEBPVP8 ", ItemTrouble.OTHER_PICTURE),
        (b"PK\x03\x04" + b"\0" * 40, ItemTrouble.OFFICE_FILE),
    ],
    ids=lambda value: value.value if isinstance(value, ItemTrouble) else "",
)
def test_what_cannot_go_in_is_refused_by_name_and_leaves_nothing(
    folder: Path, general: Profile, source: bytes, trouble: ItemTrouble
) -> None:
    with pytest.raises(ItemRefusedError) as refused:
        built(folder, general, source)
    assert (refused.value.title, refused.value.trouble) == ("Mi documento", trouble)
    assert list(folder.iterdir()) == []


def test_a_picture_of_a_billion_pixels_is_refused_before_it_is_unpacked(folder: Path, general: Profile) -> None:
    head = PNG[:16] + (40_000).to_bytes(4, "big") * 2 + PNG[24:29]
    forged = head + zlib.crc32(head[12:29]).to_bytes(4, "big") + PNG[33:]
    with pytest.raises(ItemRefusedError) as refused:
        built(folder, general, forged)
    assert refused.value.trouble in {ItemTrouble.PICTURE_TOO_LARGE, ItemTrouble.PICTURE_DAMAGED}


def test_a_file_that_is_gone_is_told(folder: Path, general: Profile, tmp_path: Path) -> None:
    with pytest.raises(ItemRefusedError) as refused:
        built(folder, general, tmp_path / "nada.pdf")
    assert refused.value.trouble is ItemTrouble.MISSING


def test_restrictions_without_a_password_do_not_stop_a_packet(folder: Path, general: Profile) -> None:
    made = built(folder, general, encrypted(""))
    assert remarks(made) == {RemarkCode.DECRYPTED}
    with pikepdf.open(made.files[0].path) as pdf:
        assert not pdf.is_encrypted


def test_what_acts_is_gone_and_what_is_seen_is_kept(folder: Path, general: Profile) -> None:
    def alive(pdf: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('malo')"))
        pdf.Root.OpenAction = script
        pdf.pages[0].AA = pikepdf.Dictionary(O=script)
        pdf.attachments["secreto.txt"] = b"adjunto-malo"
        look = pdf.make_stream(b"1 0 0 rg 0 0 100 40 re f", BBox=[0, 0, 100, 40], Subtype=pikepdf.Name.Form)
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 300, 200, 340], F=4,
            AP=pikepdf.Dictionary(N=look), A=script,
        )  # fmt: skip
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 50, 50],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://malo.example")),
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(stamp), pdf.make_indirect(link)])

    made = built(folder, general, changed(drawn(), alive))
    assert remarks(made) == {
        RemarkCode.SCRIPT_DROPPED,
        RemarkCode.ATTACHMENT_DROPPED,
        RemarkCode.FLATTENED,
        RemarkCode.LINKS_DROPPED,
    }
    assert pictures(made.files[0].path, 72, (2,))[0].getpixel((150, 842 - 320)) == (255, 0, 0)
    with pikepdf.open(made.files[0].path) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    for trace in (b"JavaScript", b"malo", b"/Annots", b"/OpenAction", b"/AA <<"):
        assert trace not in plain.getvalue(), trace


def test_filled_fields_stay_to_be_read(folder: Path, general: Profile) -> None:
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.acroForm.textfield(name="nombre", value="Rosa Elena", x=100, y=400, width=200, height=24)
    canvas.showPage()
    canvas.save()
    made = built(folder, general, written.getvalue())
    assert "Rosa Elena" in texts(made.files[0].path)[2]
    assert RemarkCode.FLATTENED in remarks(made)
    with pikepdf.open(made.files[0].path) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_a_signature_inside_a_file_is_told_to_be_lost(folder: Path, general: Profile) -> None:
    def signed(pdf: pikepdf.Pdf) -> None:
        value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=pikepdf.String("x"))
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("f"), V=value)
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))

    assert RemarkCode.SIGNATURE_DROPPED in remarks(built(folder, general, changed(drawn(), signed)))


def test_hidden_layers_stay_hidden(folder: Path, general: Profile) -> None:
    def layered(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("oculta")))
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L=layer)
        pdf.pages[0].contents_add(b"/OC /L BDC 1 0 0 rg 100 300 100 40 re f EMC")

    made = built(folder, general, changed(drawn(), layered))
    assert remarks(made) >= {RemarkCode.LAYERS_DRAWN}
    page = pictures(made.files[0].path, 72, (2,))[0]
    assert page.getpixel((150, 842 - 320))[1] > 200


def test_a_repaired_file_is_told_to_be_looked_at(folder: Path, general: Profile) -> None:
    whole = drawn(2)
    made = built(folder, general, whole[: whole.rindex(b"xref\n") if b"xref\n" in whole else -40])
    assert remarks(made) == {RemarkCode.REPAIRED}
    assert made.folios[2].pages == 2


def test_a_kind_that_is_not_what_it_says_is_taken_for_what_it_is(folder: Path, general: Profile) -> None:
    assert RemarkCode.KIND_DIFFERS in remarks(built(folder, general, PNG, ItemKind.JPEG))


def test_too_many_documents_are_refused(folder: Path, general: Profile, fut: Fut) -> None:
    with pytest.raises(PacketTooLongError) as refused:
        build_packet(fut, [PacketItem("x", JPEG)] * 201, general, folder=folder)
    assert (refused.value.what, refused.value.count) == ("documents", 201)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_bytes_are_refused_or_taken_but_break_nothing(
    folder: Path, general: Profile, data: st.DataObject
) -> None:
    source = bytearray(data.draw(st.sampled_from([drawn(2), JPEG, PNG])))
    for at, value in data.draw(st.lists(st.tuples(st.integers(0, len(source) - 1), st.integers(0, 255)), max_size=12)):
        source[at] = value
    try:
        made = built(folder, general, bytes(source))
    except ItemRefusedError:
        assert list(folder.iterdir()) == []
    else:
        assert check_packet(made.files[0].path).state is PacketState.SAME
        made.files[0].path.unlink()


@given(st.binary(max_size=400))
def test_a_jpeg_is_stripped_or_refused_and_never_grows(data: bytes) -> None:
    try:
        kept = stripped(b"\xff\xd8" + data)
    except ValueError:
        return
    assert len(kept) <= len(data) + 2
    assert kept.startswith(b"\xff\xd8")
    assert kept.endswith(b"\xff\xd9")


def test_every_trouble_and_remark_has_its_words() -> None:
    assert set(ITEMS) == set(ItemTrouble)
    assert set(FOLDERS) == set(FolderTrouble)
    assert set(REMARKS) == set(RemarkCode)
    assert set(STATES) == set(PacketState)
    for error in (ItemRefusedError("DNI", ItemTrouble.LOCKED), PacketTooLongError("pages", 4000, 3000), PacketError()):
        assert all(sentence.endswith(".") for sentence in told(error))


def test_an_excess_is_told_in_megabytes() -> None:
    what, _, _ = told(PacketTooLargeError(size=12_340_000, limit=8_000_000))
    assert what == "Aun con las imágenes reducidas, el paquete pesa 12.4 MB y aceptan 8.0 MB: sobran 4.4 MB."
    assert megabytes(1) == "0.1 MB"


@pytest.mark.parametrize(
    ("pages", "told_pages"),
    [((3,), " (página 3)"), ((1, 2, 5), " (páginas 1, 2 y 5)"), (tuple(range(1, 11)), " y 3 más)")],
)
def test_remarks_name_their_pages(pages: tuple[int, ...], told_pages: str) -> None:
    assert told_pages in said(Remark("x", RemarkCode.TURNED, pages))
