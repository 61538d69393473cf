"""The page drawn again by another producer (fpdf2): nothing of our file is in it, only what a person sees."""

from dataclasses import dataclass

from fpdf import FPDF
from fpdf.enums import TextMode

import resources
from documents.fonts import Face
from documents.qr import qr_bars
from documents.sheet import A4
from tests.attacks.cases import CALM, CHANGED, GREEN, NOW, PROVES_NOTHING, Base, case, net_run, raised
from tests.attacks.codes import read_code
from tests.attacks.sheet import Run, Sheet


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run as the other producer draws it."""

    run: Run
    text: str


def _pen(*, core: bool) -> FPDF:
    pdf = FPDF(unit="pt", format=A4)
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(NOW)
    if not core:
        for face in Face:
            pdf.add_font(face.value, fname=str(resources.path("fonts", f"{face.value}.ttf")))
    pdf.add_page()
    return pdf


def _shapes(pdf: FPDF, sheet: Sheet) -> None:
    """Rules and bands, as they are seen."""
    start, end = sheet.qr()
    colour = (0, 0, 0)
    for index, (operands, operator) in enumerate(sheet.code):
        if start <= index <= end:
            continue
        if str(operator) == "rg":
            colour = tuple(round(float(part) * 255) for part in operands)
        elif str(operator) == "re":
            x, y, wide, high = map(float, operands)
            pdf.set_fill_color(*colour)
            pdf.rect(x, A4[1] - y - high, wide, high, style="F")


def _code(pdf: FPDF, sheet: Sheet, text: str) -> None:
    x, y, side = sheet.qr_box()
    code = qr_bars(text)
    module = side / code.side
    pdf.set_fill_color(0, 0, 0)
    for column, row, length in code.bars:
        pdf.rect(x + column * module, A4[1] - y - side + row * module, length * module, module, style="F")


def _write(pdf: FPDF, drawn: list[Drawn], *, core: bool, invisible: bool = False) -> None:
    for each in drawn:
        run = each.run
        strong = run.face is Face.SEMIBOLD
        if core:
            pdf.set_font("Helvetica", "B" if strong else "", run.size * 0.97)
        else:
            pdf.set_font(run.face.value, "", run.size)
        pdf.set_text_color(*(round(part * 255) for part in run.ink))
        with pdf.local_context(text_mode=TextMode.INVISIBLE if invisible else TextMode.FILL):
            pdf.text(run.x, A4[1] - run.y, each.text)


def redraw(base: Base, changed: dict[str, str], *, core: bool = False) -> bytes:
    """The page with some runs changed, in our face or in Helvetica, with the genuine code."""
    sheet = base.sheet()
    pdf = _pen(core=core)
    _shapes(pdf, sheet)
    _code(pdf, sheet, read_code(base.pdf))
    _write(pdf, [Drawn(run, changed.get(run.text, run.text)) for run in sheet.runs], core=core)
    return bytes(pdf.output())


def _better(base: Base) -> dict[str, str]:
    net = net_run(base.sheet()).text
    return {net: raised(net)}


@case("attack", "another producer", CHANGED)
def redrawn_with_another_net(base: Base) -> bytes:
    return redraw(base, _better(base))


@case("attack", "another producer", CHANGED)
def redrawn_in_helvetica_with_another_net(base: Base) -> bytes:
    return redraw(base, _better(base), core=True)


@case("attack", "another producer", CHANGED)
def redrawn_with_another_line_and_totals(base: Base) -> bytes:
    from documents.figures import printed_amount
    from tests.attacks.forging_text import better_paid

    old, new = base.payslip, better_paid(base.payslip)
    changed = {
        printed_amount(old.haberes[0].monto): printed_amount(new.haberes[0].monto),
        printed_amount(old.total_haberes): printed_amount(new.total_haberes),
        f"S/ {printed_amount(old.liquido)}": f"S/ {printed_amount(new.liquido)}",
    }
    return redraw(base, changed)


@case("attack", "another producer", CHANGED)
def redrawn_forged_with_the_truth_invisible(base: Base) -> bytes:
    """The forged page as a picture of another producer's, all genuine words over it in invisible letters."""
    from tests.attacks.forging_pages import _as_picture

    sheet = base.sheet()
    pdf = _pen(core=False)
    pdf.image(_as_picture(redraw(base, _better(base)), 150), 0, 0, *A4)
    _write(pdf, [Drawn(run, run.text) for run in sheet.runs], core=False, invisible=True)
    return bytes(pdf.output())


@case("attack", "another producer", CHANGED)
def redrawn_with_patched_net(base: Base) -> bytes:
    """All words genuine, then a patch and curves by the other producer over the net."""
    from io import BytesIO

    import pikepdf

    from tests.attacks.forging_cover import curves, patch
    from tests.attacks.sheet import saved

    run = net_run(base.sheet())
    with pikepdf.open(BytesIO(redraw(base, {}))) as pdf:
        over = b"q " + patch(run) + b" " + curves(run, raised(run.text)) + b" Q"
        pdf.pages[0].contents_add(pdf.make_stream(over), prepend=False)
        return saved(pdf)


@case("attack", "another producer", CHANGED)
def plain_letter_with_the_code(base: Base) -> bytes:
    """A letter in Times with all the person's true figures but the net, and the genuine code."""
    from documents.figures import printed_amount

    payslip, pdf = base.payslip, _pen(core=True)
    pdf.set_font("Times", "", 12)
    lines = (
        f"BOLETA DE PAGO {payslip.periodo.printed}",
        f"{payslip.apellidos} {payslip.nombres} DNI {payslip.doc_numero}",
        f"T-REMUN {printed_amount(payslip.total_haberes)}",
        f"T-DSCTO {printed_amount(payslip.total_descuentos)}",
        f"T-LIQUI {printed_amount(payslip.liquido + 100_000)}",
    )
    for place, line in enumerate(lines):
        pdf.text(70, 90 + 22 * place, line)
    _code(pdf, base.sheet(), read_code(base.pdf))
    return bytes(pdf.output())


@case("benign", "another producer", CALM, why="the same words in the same face; a reader may say that it cannot tell")
def redrawn_as_it_is(base: Base) -> bytes:
    return redraw(base, {})


@case("benign", "another producer", CALM - GREEN, why="another face: no program can compare the figures glyph by glyph")
def redrawn_in_helvetica(base: Base) -> bytes:
    return redraw(base, {}, core=True)


@case("foreign", "third party", PROVES_NOTHING)
def invoice(base: Base) -> bytes:
    """A bill of another house, without a code."""
    return _letter(base, "FACTURA F001-8841", "Importe total S/ 1,180.00")


@case("foreign", "third party", PROVES_NOTHING)
def invoice_with_an_electronic_code(base: Base) -> bytes:
    """The fields between bars that an electronic bill carries."""
    return _letter(
        base, "FACTURA F001-8841", "S/ 1,180.00", "20999999991|01|F001|8841|180.00|1180.00|2026-11-12|6|20999999992|"
    )


@case("foreign", "third party", PROVES_NOTHING)
def payslip_of_another_system(base: Base) -> bytes:
    """The same person and month, other paper, and the address that such paper bears."""
    payslip = base.payslip
    words = (f"{payslip.apellidos} {payslip.nombres}", payslip.periodo.printed, "LÍQUIDO S/ 3,000.00")
    return _letter(base, "BOLETA DE PAGO", *words[:2], "https://boletas.example/b/99900017/202611")


@case("foreign", "third party", PROVES_NOTHING)
def path_of_a_region(base: Base) -> bytes:
    return _letter(base, "BOLETA DE PAGO", base.payslip.apellidos, "/boletas/2026/11/99900017.pdf")


@case("foreign", "third party", PROVES_NOTHING)
def blank_page(base: Base) -> bytes:
    return bytes(_pen(core=True).output())


def _letter(base: Base, title: str, line: str, *more: str) -> bytes:
    pdf = _pen(core=True)
    pdf.set_font("Helvetica", "B", 16)
    pdf.text(60, 80, title)
    pdf.set_font("Helvetica", "", 11)
    pdf.text(60, 110, line)
    for place, text in enumerate(more[:-1]):
        pdf.text(60, 130 + 20 * place, text)
    if more:
        _code(pdf, base.sheet(), more[-1])
    return bytes(pdf.output())
