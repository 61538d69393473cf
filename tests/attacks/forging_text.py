"""Forgeries that write other words: the text layer says what the eye sees, and both are false."""

from dataclasses import replace

from documents.figures import printed_amount
from documents.payslip import ConceptLine, Payslip
from documents.payslip_frame import SealNote
from documents.payslip_pdf import draw_payslip
from documents.seal.claims import printed_document_id
from tests.attacks.cases import CHANGED, RED, Base, amount_run, case, ink, net_run, raised
from tests.attacks.codes import seal_of
from tests.attacks.sheet import Sheet


def redrawn(base: Base, payslip: Payslip) -> bytes:
    """Another payslip on our own paper with the seal of this one: the program is public."""
    text, document_id = seal_of(base)
    return draw_payslip(payslip, seal=text, note=SealNote(printed_document_id(document_id), test=True))


def better_paid(payslip: Payslip, more: int = 100_000) -> Payslip:
    """S/ 1,000 more in the first line, and all totals right."""
    first, *rest = payslip.haberes
    return replace(
        payslip,
        haberes=(replace(first, monto=first.monto + more), *rest),
        total_haberes=payslip.total_haberes + more,
        liquido=payslip.liquido + more,
    )


@case("attack", "edited amount", RED)
def amount_edited(base: Base) -> bytes:
    """Line, total and net raised by the content stream; everything adds up."""
    sheet, other = base.sheet(), better_paid(base.payslip)
    net = net_run(sheet)
    line = amount_run(sheet, base.payslip.haberes[0].monto)
    total = [run for run in sheet.runs if run.text == printed_amount(base.payslip.total_haberes)][-1]
    sheet.rewrite(line, printed_amount(other.haberes[0].monto))
    sheet.rewrite(total, printed_amount(other.total_haberes))
    sheet.rewrite(net, f"S/ {printed_amount(other.liquido)}")
    return sheet.save()


@case("attack", "one digit", RED)
def one_digit_of_the_net(base: Base) -> bytes:
    sheet = base.sheet()
    run = net_run(sheet)
    sheet.rewrite(run, raised(run.text))
    return sheet.save()


@case("attack", "one digit", RED)
def one_cent_of_a_line(base: Base) -> bytes:
    sheet = base.sheet()
    run = amount_run(sheet, base.payslip.haberes[-1].monto)
    sheet.rewrite(run, run.text[:-1] + ("1" if run.text[-1] != "1" else "7"))
    return sheet.save()


@case("attack", "one digit", RED)
def one_digit_of_the_taxable_amount(base: Base) -> bytes:
    payslip = base.payslip
    return redrawn(base, replace(payslip, monto_imponible=payslip.monto_imponible + 70_000))


@case("attack", "deduction line", RED)
def deduction_lowered(base: Base) -> bytes:
    return redrawn(base, _deductions(base.payslip, lambda lines: (*lines[:-1], replace(lines[-1], monto=100))))


@case("attack", "deduction line", RED)
def deduction_gone(base: Base) -> bytes:
    if not base.payslip.descuentos:
        return deduction_lowered(base)
    return redrawn(base, _deductions(base.payslip, lambda lines: lines[:-1]))


@case("attack", "deduction line", RED)
def deduction_replaced_by_a_deduction_of_the_same_amount(base: Base) -> bytes:
    """A judicial retention becomes a cooperative: all figures stay."""
    return redrawn(base, _renamed(base.payslip, "coop_x"))


def _deductions(payslip: Payslip, change) -> Payslip:  # type: ignore[no-untyped-def]
    lines = payslip.descuentos or (ConceptLine("coop", 5_000),)
    lines = tuple(change(lines))
    total = sum(line.monto for line in lines)
    return replace(payslip, descuentos=lines, total_descuentos=total, liquido=payslip.total_haberes - total)


def _renamed(payslip: Payslip, codigo: str) -> Payslip:
    if payslip.descuentos:
        *rest, last = payslip.descuentos
        return replace(payslip, descuentos=(*rest, replace(last, codigo=codigo)))
    *rest, last = payslip.haberes
    return replace(payslip, haberes=(*rest, replace(last, codigo=codigo)))


@case("attack", "period", RED)
def another_month(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.rewrite(sheet.find(base.payslip.periodo.printed), base.payslip.periodo.earlier(3).printed)
    return sheet.save()


@case("attack", "period", RED)
def another_year(base: Base) -> bytes:
    return redrawn(base, replace(base.payslip, periodo=base.payslip.periodo.earlier(12)))


@case("attack", "name", RED)
def another_person(base: Base) -> bytes:
    other = base.neighbour.payslip
    return redrawn(base, replace(base.payslip, apellidos=other.apellidos, nombres=other.nombres))


@case("attack", "name", RED)
def one_letter_of_the_name(base: Base) -> bytes:
    sheet = base.sheet()
    run = sheet.find(base.payslip.apellidos.split()[0])
    sheet.rewrite(run, run.text[:-1] + ("S" if run.text[-1] != "S" else "Z"), keep="left")
    return sheet.save()


@case("attack", "name", RED)
def surnames_swapped(base: Base) -> bytes:
    """The same words, another person."""
    words = base.payslip.apellidos.split()
    return redrawn(base, replace(base.payslip, apellidos=" ".join((words[-1], *words[1:-1], words[0]))))


@case("attack", "name", CHANGED)
def tilde_dropped(base: Base) -> bytes:
    """ÑAUPARI becomes NAUPARI: another family."""
    plain = base.payslip.apellidos.translate(str.maketrans("ÁÉÍÓÚÑ", "AEIOUN"))
    if plain == base.payslip.apellidos:
        plain = plain.replace("A", "Á", 1)
    return redrawn(base, replace(base.payslip, apellidos=plain))


@case("attack", "identity document", RED)
def another_dni(base: Base) -> bytes:
    return redrawn(base, replace(base.payslip, doc_numero=base.neighbour.payslip.doc_numero))


@case("attack", "identity document", RED)
def another_modular_code(base: Base) -> bytes:
    other = "1099909999-1" if base.payslip.codigo_modular_servidor != "1099909999-1" else "1099909998-1"
    return redrawn(base, replace(base.payslip, codigo_modular_servidor=other))


@case("attack", "unsigned line added", RED)
def income_line_added(base: Base) -> bytes:
    """In the free row under the last line of income; the totals are left alone."""
    sheet = base.sheet()
    return _with_line(sheet, base, "bono_especial", "900.00")


def _with_line(sheet: Sheet, base: Base, codigo: str, amount: str) -> bytes:
    from tests.attacks.faces import text_width

    last = base.payslip.haberes[-1]
    name, figure = sheet.find(last.codigo), amount_run(sheet, last.monto)
    left = figure.right - text_width(amount, figure.face, figure.size)
    low = name.y - 16 * name.size / 9.4
    shown = (
        f"BT {ink(name)} rg {name.font} {name.size} Tf 1 0 0 1 {name.x} {low:.2f} Tm ".encode()
        + sheet.shown_in_own_font(name, codigo)
        + f" 1 0 0 1 {left:.2f} {low:.2f} Tm ".encode()
        + sheet.shown_in_own_font(figure, amount)
        + b" ET"
    )
    sheet.append(shown)
    return sheet.save()


@case("attack", "unsigned line added", RED)
def line_and_totals_added(base: Base) -> bytes:
    payslip = base.payslip
    more = ConceptLine("bono_esp", 90_000)
    haberes, total = (*payslip.haberes, more), payslip.total_haberes + more.monto
    return redrawn(base, replace(payslip, haberes=haberes, total_haberes=total, liquido=payslip.liquido + more.monto))


@case("attack", "lines swapped", RED)
def amounts_of_two_lines_swapped(base: Base) -> bytes:
    """The same figures and the same sums: an allowance for life for one of a month."""
    payslip = base.payslip
    haberes, descuentos = _with_two_swapped(payslip.haberes), _with_two_swapped(payslip.descuentos)
    if haberes != payslip.haberes:
        return redrawn(base, replace(payslip, haberes=haberes))
    if descuentos != payslip.descuentos:
        return redrawn(base, replace(payslip, descuentos=descuentos))
    return redrawn(base, _renamed(payslip, "otro"))


def _with_two_swapped(lines: tuple[ConceptLine, ...]) -> tuple[ConceptLine, ...]:
    """The largest and the smallest amount change lines."""
    if not lines:
        return lines
    high, low = max(lines, key=lambda line: line.monto), min(lines, key=lambda line: line.monto)
    swap = {high: replace(high, monto=low.monto), low: replace(low, monto=high.monto)}
    return tuple(swap.get(line, line) for line in lines)


@case("attack", "lines swapped", RED)
def totals_swapped_in_place(base: Base) -> bytes:
    """T-REMUN shows the net and T-LIQUI the total: every word of the digest is there."""
    sheet = base.sheet()
    net = net_run(sheet)
    total = [run for run in sheet.runs if run.text == printed_amount(base.payslip.total_haberes)][-1]
    if total.text == net.text.removeprefix("S/ "):  # no deduction: swap with the taxable amount's neighbour, the period
        sheet.rewrite(sheet.find(base.payslip.periodo.printed), f"{base.payslip.periodo.year - 1} - DICIEMBRE")
        return sheet.save()
    sheet.rewrite(total, net.text.removeprefix("S/ "))
    sheet.rewrite(net, f"S/ {total.text}")
    return sheet.save()


@case("attack", "lines swapped", RED)
def income_and_deduction_columns_swapped(base: Base) -> bytes:
    """The last deduction stands among the income and the last income among the deductions, same figures."""
    sheet, payslip = base.sheet(), base.payslip
    income = sheet.find(payslip.haberes[-1].codigo)
    if payslip.descuentos:
        deduction = sheet.find(payslip.descuentos[-1].codigo)
        sheet.rewrite(income, deduction.text, keep="left")
        sheet.rewrite(deduction, income.text, keep="left")
    else:
        sheet.rewrite(income, "otro", keep="left")
    return sheet.save()
