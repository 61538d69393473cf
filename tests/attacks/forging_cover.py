"""Forgeries painted over the true words: the text layer is whole and genuine, the eye sees something else."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageChops

from tests.attacks.cases import CHANGED, Base, case, ink, net_run, paper, target
from tests.attacks.faces import outlines, text_width
from tests.attacks.sheet import Run, Sheet


def curves(run: Run, text: str, *, at: float | None = None) -> bytes:
    """The outlines of a text where the run stands, ending where it ends."""
    x = run.right - text_width(text, run.face, run.size) if at is None else at
    return f"{ink(run)} rg ".encode() + outlines(text, run.face, run.size, x, run.y) + b" f"


def patch(run: Run, wide: float = 4.0) -> bytes:
    """A rectangle in the colour of the paper over a run."""
    x, y, width, height = run.box()
    return f"{paper(run)} rg {x - wide:.2f} {y:.2f} {width + wide:.2f} {height:.2f} re f".encode()


def picture_of(run: Run, text: str, scale: int = 12) -> Image.Image:
    """What the eye should see in the box of a run, as pixels."""
    wide, high = run.wide + 5.2, 1.05 * run.size
    page = pikepdf.new()
    page.add_blank_page(page_size=(wide, high))
    shown = Run(0, 0, text, "", run.face, run.size, 4.6, 0.24 * run.size, run.wide, run.ink)
    drawn = f"{paper(run)} rg 0 0 {wide} {high} re f ".encode() + curves(shown, text)
    page.pages[0].Contents = page.make_stream(drawn)
    return rendered(page, scale)


def rendered(pdf: pikepdf.Pdf, scale: float) -> Image.Image:
    import pypdfium2

    written = BytesIO()
    pdf.save(written)
    opened = pypdfium2.PdfDocument(written.getvalue())
    picture: Image.Image = opened[0].render(scale=scale).to_pil().convert("RGB")
    opened.close()
    return picture


def image_object(pdf: pikepdf.Pdf, picture: Image.Image, **entries: Any) -> pikepdf.Object:
    grey = picture.mode == "L"
    return pdf.make_indirect(
        Stream(
            pdf, picture.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height,
            ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB, BitsPerComponent=8, **entries,
        )
    )  # fmt: skip


def place_of(run: Run) -> str:
    """The matrix that puts the unit square over the box of a run."""
    x, y, wide, high = run.x - 4.6, run.y - 0.24 * run.size, run.wide + 5.2, 1.05 * run.size
    return f"{wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm"


def state(sheet: Sheet, name: str, **entries: Any) -> str:
    sheet.resource("/ExtGState", name, Dictionary(Type=Name.ExtGState, **entries))
    return f"{name} gs"


@case("attack", "white box", CHANGED)
def box_and_other_words(base: Base) -> bytes:
    """A patch and a new amount in a font of the forger's; the text layer has both."""
    sheet = base.sheet()
    run, text = target(base, sheet, "box_and_other_words")
    x = run.right - text_width(text, run.face, run.size)
    words = f" BT {ink(run)} rg 1 0 0 1 {x:.2f} {run.y} Tm ".encode() + sheet.shown_in_own_font(run, text) + b" ET"
    sheet.append(patch(run) + words)
    return sheet.save()


@case("attack", "white box", CHANGED)
def box_over_a_deduction(base: Base) -> bytes:
    """A line and its amount vanish under a patch; nothing is written instead."""
    sheet, payslip = base.sheet(), base.payslip
    line = (payslip.descuentos or payslip.haberes)[-1]
    name = sheet.find(line.codigo)
    row = [run for run in sheet.runs if abs(run.y - name.y) < 1 and (run.x > 300) == (name.x > 300)]
    sheet.append(b" ".join(patch(run) for run in row))
    return sheet.save()


@case("attack", "white box", CHANGED)
def box_over_a_surname(base: Base) -> bytes:
    sheet = base.sheet()
    run = sheet.find(base.payslip.apellidos.split()[0])
    other = base.neighbour.payslip.apellidos
    sheet.append(patch(run, 0.4) + b" " + curves(run, other, at=run.x))
    return sheet.save()


@case("attack", "image over text", CHANGED)
def image_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "image_over_an_amount")
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture_of(run, text)))
    sheet.append(f"{place_of(run)} /Im9 Do".encode())
    return sheet.save()


@case("attack", "image over text", CHANGED)
def inline_image_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "inline_image_over_an_amount")
    picture = picture_of(run, text, 6)
    head = f"{place_of(run)} BI /W {picture.width} /H {picture.height} /CS /RGB /BPC 8 /F /AHx ID "
    sheet.append(head.encode() + picture.tobytes().hex().encode() + b"> EI")
    return sheet.save()


@case("attack", "image over text", CHANGED)
def masked_image_over_an_amount(base: Base) -> bytes:
    """The picture covers only the old strokes and the new ones: no rectangle to find."""
    sheet = base.sheet()
    run, text = target(base, sheet, "masked_image_over_an_amount")
    new, old = picture_of(run, text), picture_of(run, run.text)
    mask = ImageChops.difference(new, old).convert("L").point([0] + [255] * 255)
    soft = image_object(sheet.pdf, mask)
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, new, SMask=soft))
    sheet.append(f"{place_of(run)} /Im9 Do".encode())
    return sheet.save()


@case("attack", "vector digit over text", CHANGED)
def vector_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "vector_over_an_amount")
    sheet.append(patch(run) + b" " + curves(run, text))
    return sheet.save()


@case("attack", "vector digit over text", CHANGED)
def digit_put_before_an_amount(base: Base) -> bytes:
    """A curve in the shape of a 1 before a total: nothing is covered, S/ 4,240.77 becomes 14,240.77."""
    sheet = base.sheet()
    amount = base.payslip.total_haberes
    run = [run for run in sheet.runs if run.text.replace(",", "") == f"{amount / 100:.2f}"][-1]
    lead = "1" if amount >= 100_000 else "1,"
    sheet.append(curves(run, lead, at=run.x - text_width(lead, run.face, run.size)))
    return sheet.save()


@case("attack", "vector digit over text", CHANGED)
def digit_completed(base: Base) -> bytes:
    """Strokes are added to one digit of a line: 3, 5, 6, 0 become 8; 1 becomes 4; 7 becomes 2."""
    sheet = base.sheet()
    run, place = _completable(base, sheet)
    digit = run.text[place]
    shape = {"3": "8", "5": "6", "6": "8", "0": "8", "9": "8", "1": "4", "7": "2", "2": "8", "4": "4", "8": "8"}[digit]
    at = run.x + text_width(run.text[:place], run.face, run.size)
    sheet.append(curves(run, shape, at=at))
    return sheet.save()


def _completable(base: Base, sheet: Sheet) -> tuple[Run, int]:
    from documents.figures import printed_amount

    lines = (*base.payslip.descuentos, *base.payslip.haberes)
    runs = [sheet.find(printed_amount(line.monto)) for line in lines]
    for wanted in ("35690", "127"):
        for run in runs:
            for place, letter in enumerate(run.text):
                if letter in wanted:
                    return run, place
    return runs[0], 0


@case("attack", "vector digit over text", CHANGED)
def decimal_point_moved(base: Base) -> bytes:
    """The comma of the net is wiped off and drawn again one digit on: S/ 3,691.93 reads S/ 36919.3."""
    sheet = base.sheet()
    run = net_run(sheet)
    text = run.text.replace(",", "").replace(".", "")
    text = text[:-1] + "." + text[-1]
    sheet.append(patch(run, 0) + b" " + curves(run, text, at=run.x))
    return sheet.save()


@case("attack", "form XObject over text", CHANGED)
def form_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "form_over_an_amount")
    sheet.form("/Fm9", patch(run) + b" " + curves(run, text))
    sheet.append(b"/Fm9 Do")
    return sheet.save()


@case("attack", "form XObject over text", CHANGED)
def nested_forms_over_an_amount(base: Base) -> bytes:
    """Five forms inside each other, the innermost paints."""
    sheet = base.sheet()
    run, text = target(base, sheet, "nested_forms_over_an_amount")
    sheet.form("/Fm0", patch(run) + b" " + curves(run, text))
    for level in range(1, 5):
        sheet.form(f"/Fm{level}", f"/Fm{level - 1} Do".encode())
    sheet.append(b"/Fm4 Do")
    return sheet.save()


@case("attack", "form XObject over text", CHANGED)
def transparency_group_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "transparency_group_over_an_amount")
    group = Dictionary(S=Name.Transparency, I=True, K=True)
    sheet.form("/Fm9", patch(run) + b" " + curves(run, text), Group=group)
    sheet.append(state(sheet, "/GS9", ca=0.99).encode() + b" /Fm9 Do")
    return sheet.save()


@case("attack", "shading and pattern", CHANGED)
def shading_over_an_amount(base: Base) -> bytes:
    """The patch is a shading from paper to paper, clipped to the amount."""
    sheet = base.sheet()
    run, text = target(base, sheet, "shading_over_an_amount")
    colour = Array([float(part) for part in paper(run).split()])
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=colour, C1=colour, N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 600, 0], Function=function, Extend=[True, True]
    )
    sheet.resource("/Shading", "/Sh9", shading)
    x, y, wide, high = run.box()
    sheet.append(f"q {x - 4:.2f} {y:.2f} {wide + 4:.2f} {high:.2f} re W n /Sh9 sh Q ".encode() + curves(run, text))
    return sheet.save()


@case("attack", "shading and pattern", CHANGED)
def pattern_over_an_amount(base: Base) -> bytes:
    """A rectangle filled with a tile; the tile bears the other amount."""
    sheet = base.sheet()
    run, text = target(base, sheet, "pattern_over_an_amount")
    box = sheet.page.MediaBox
    tile = Stream(
        sheet.pdf, patch(run) + b" " + curves(run, text), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
        BBox=box, XStep=box[2], YStep=box[3], Resources=Dictionary(),
    )  # fmt: skip
    sheet.resource("/Pattern", "/P9", sheet.pdf.make_indirect(tile))
    x, y, wide, high = run.box()
    sheet.append(f"/Pattern cs /P9 scn {x - 4:.2f} {y:.2f} {wide + 4:.2f} {high:.2f} re f".encode())
    return sheet.save()
