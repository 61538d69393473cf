"""One payslip in plain words: its lines explained, its totals, and what changed against the month before. Pure, no Qt.

Never recomputes a deduction (the taxable amount is not the total of the income): every figure is the printed one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.presenters.formats import MINUS, NO_BREAK, figures, signed, size, soles
from desktop.presenters.payslip_list import EmptyWords, kind_words, month_cell, period_words, sentence_case, share
from desktop.words import translate
from documents.comparison import Comparison, ConceptChange
from documents.concepts import ConceptExplanation
from documents.errors import UnreadablePdfError, UnreadableReason
from documents.payslip import MONTHS, ConceptLine, Payslip, Period
from storage.records import PayslipRow, PdfState

Explain = Callable[[str, Period], ConceptExplanation]

INCOME = "haber"
DEDUCTION = "descuento"
SECTION = "section"


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A row of the detail table. `kind` is INCOME, DEDUCTION or SECTION (a heading with its subtotal)."""

    place: int  # position on the payslip: a code may come twice
    kind: str
    section: str  # INCOME or DEDUCTION
    codigo: str  # exactly as printed; "" for a heading
    nombre: str
    monto: int  # céntimos
    explicacion: str = ""
    norma: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A payslip as the "Detalle" tab shows it."""

    id: str
    title: str  # "Noviembre 2026 · Mensual"
    liquido: str  # "S/ 3,046.18"
    deposit: str  # "Depositado en la cuenta ****4312"
    lines: tuple[DetailLine, ...]
    facts: tuple[tuple[str, str], ...]  # label, value
    mensajes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One concept that changed. `effect` in céntimos: what it did to the net pay."""

    codigo: str
    nombre: str
    what: str
    effect: int
    tone: str  # good, bad

    @property
    def effect_words(self) -> str:
        """As in: "+ 100.00", "− 26.75"."""
        return signed(self.effect)


def signed_soles(centimos: int) -> str:
    """As in: "+ S/ 73.25", "− S/ 26.75", "S/ 0.00"."""
    if not centimos:
        return soles(0)
    return f"{'+' if centimos > 0 else MINUS}{NO_BREAK}{soles(abs(centimos))}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed against the month before. `net` is None when there is nothing to compare with."""

    title: str
    net: int | None
    sentence: str
    lines: tuple[ChangeLine, ...]


def masked_account(cuenta: str) -> str:
    """As in: "CTA- 04012345678" -> "****5678". Nothing but the last four digits leaves; short numbers show two."""
    digits = "".join(letter for letter in cuenta if letter.isdecimal())
    if not digits:
        return ""
    return "****" + digits[-4 if len(digits) > 6 else -2 :]


def deposit_words(cuenta: str) -> str:
    """Where the net pay went, masked; "" when the payslip names no account."""
    masked = masked_account(cuenta)
    if not masked:
        return ""
    if cuenta.strip().upper().startswith("CHQ"):
        return translate("payslips", "pagado con cheque {number}").format(number=masked)
    return translate("payslips", "depositado en cuenta {number}").format(number=masked)


def detail(payslip: Payslip, explain: Explain) -> Detail:
    """Everything the "Detalle" tab shows. `explain(codigo, periodo)` gives the plain words of a concept."""
    return Detail(
        id=payslip.id,
        title=f"{month_cell(payslip.periodo, with_year=True)} · {kind_words(payslip.clase, payslip.secuencia)}",
        liquido=soles(payslip.liquido),
        deposit=deposit_words(payslip.cuenta),
        lines=_lines(payslip, explain),
        facts=_facts(payslip),
        mensajes=tuple(message for message in payslip.mensajes if message.strip()),
    )


def _lines(payslip: Payslip, explain: Explain) -> tuple[DetailLine, ...]:
    blocks: tuple[tuple[str, str, int, Sequence[ConceptLine]], ...] = (
        (INCOME, translate("payslips", "Ingresos"), payslip.total_haberes, payslip.haberes),
        (DEDUCTION, translate("payslips", "Descuentos"), payslip.total_descuentos, payslip.descuentos),
    )
    rows: list[DetailLine] = []
    for section, title, total, lines in blocks:
        rows.append(DetailLine(len(rows), SECTION, section, "", title, total))
        for line in lines:
            told = explain(line.codigo, payslip.periodo)
            rows.append(
                DetailLine(
                    len(rows), section, section, line.codigo, told.nombre, line.monto, told.explicacion, told.norma
                )
            )
    return tuple(rows)


def _facts(payslip: Payslip) -> tuple[tuple[str, str], ...]:
    """The header of the boleta that is worth reading; blank lines stay out."""
    level = translate("payslips", "escala {level}").format(level=payslip.nivel_magisterial)
    hours = translate("payslips", "{hours} horas").format(hours=payslip.horas)
    work = [
        payslip.regimen_laboral,
        level if payslip.nivel_magisterial.isdecimal() else payslip.nivel_magisterial,
        hours if payslip.horas is not None else "",
    ]
    holder = payslip.titular
    facts = (
        (translate("payslips", "Monto imponible"), soles(payslip.monto_imponible)),
        (translate("payslips", "Cargo"), sentence_case(payslip.cargo)),
        (translate("payslips", "Régimen"), " · ".join(part for part in work if part)),
        (translate("payslips", "Institución"), payslip.establecimiento),
        (translate("payslips", "Oficina"), payslip.ugel),
        (translate("payslips", "Pensión"), payslip.regimen_pensionario),
        (translate("payslips", "N.º de boleta"), payslip.numero_boleta),
        (translate("payslips", "Retención a"), f"{holder.apellidos}, {holder.nombres}" if holder else ""),
    )
    return tuple(fact for fact in facts if fact[1])


def explanation_note(line: DetailLine) -> str:
    """As in: "ingreso · S/ 3,850.77 · rim_ley29944 en la boleta"."""
    kind = translate("payslips", "ingreso") if line.section == INCOME else translate("payslips", "descuento")
    printed = translate("payslips", "en la boleta: {code}").format(code=line.codigo)
    return f"{kind} · {soles(line.monto)} · {printed}"


def amount_cell(line: DetailLine) -> str:
    """Income as it is, deductions with the minus sign."""
    return signed(-line.monto) if line.section == DEDUCTION and line.monto else figures(line.monto)


def absent_words(row: PayslipRow, *, saved: bool = False, asked: bool = False) -> EmptyWords:
    """Why there is no page to show, and perhaps what brings it. The figures are here all the same, in the other tabs.

    `saved`: PDFs come only when they are asked for; `asked`: this one was.
    """
    detail_here = translate("payslips", "Sus montos ya están aquí: vea «Detalle».")
    if row.pdf_state is PdfState.NONE:
        return EmptyWords(
            translate("payslips", "Esta boleta no tiene PDF"),
            translate("payslips", "La oficina publicó los montos sin el documento.") + " " + detail_here,
        )
    if asked:
        return EmptyWords(
            translate("payslips", "Usted pidió este PDF"),
            translate("payslips", "Se descargará primero, apenas haya señal.") + " " + detail_here,
        )
    if saved:
        weight = size(row.pdf.size) if row.pdf else ""
        return EmptyWords(
            translate("payslips", "El PDF todavía no está en esta computadora"),
            translate("payslips", "El ahorro de datos está activado: los PDF vienen solo si los pide.")
            + " " + detail_here,
            translate("payslips", "&Traer este PDF ({size} como máximo)").format(size=weight),
        )  # fmt: skip
    if row.pdf_state is PdfState.PARTIAL:
        return EmptyWords(
            translate("payslips", "El PDF llegó a medias ({share} %)").format(share=share(row)),
            translate("payslips", "Lo que falta se descargará solo al conectarse.") + " " + detail_here,
        )
    return EmptyWords(
        translate("payslips", "El PDF todavía no está en esta computadora"),
        translate("payslips", "Se descargará solo al conectarse.") + " " + detail_here,
    )


def unreadable_words(error: Exception) -> EmptyWords:
    """A PDF that cannot be shown."""
    if isinstance(error, UnreadablePdfError) and error.reason is UnreadableReason.LOCKED:
        return EmptyWords(
            translate("payslips", "Este PDF pide una contraseña"),
            translate(
                "payslips",
                "La boleta se guardó tal como la envió la oficina. Descárguela y ábrala con su lector de PDF.",
            ),
        )
    return EmptyWords(
        translate("payslips", "Este PDF no se puede mostrar"),
        translate(
            "payslips",
            "Se guardó tal como lo envió la oficina, pero está dañado. Los montos están en «Detalle»; "
            "avise a la oficina para que lo publique de nuevo.",
        ),
    )


def changes(comparison: Comparison | None, newer: Payslip, older: Payslip | None, explain: Explain) -> Changes:
    """The "¿Qué cambió?" tab, and the card of Inicio."""
    if comparison is None or older is None:
        return Changes(
            translate("payslips", "¿Qué cambió?"),
            None,
            translate("payslips", "No hay una boleta anterior del mismo cargo y tipo con la cual comparar."),
            (),
        )
    before = _month_before_words(newer.periodo, older.periodo)
    title = translate("payslips", "¿Qué cambió frente a {month}?").format(month=before)
    lines = tuple(_change_line(change, newer.periodo, explain) for change in comparison.changes)
    return Changes(title, comparison.net_change, _changes_sentence(comparison, newer, older, before), lines)


def _month_before_words(newer: Period, older: Period) -> str:
    return MONTHS[older.month - 1] if newer.year == older.year else period_words(older)


def _changes_sentence(comparison: Comparison, newer: Payslip, older: Payslip, before: str) -> str:
    gap = ""
    if older.periodo != newer.periodo.earlier():
        gap = translate("payslips", " No hay boleta de {month}; se compara con la última anterior.").format(
            month=period_words(newer.periodo.earlier())
        )
    if not comparison.changes:
        return translate("payslips", "Recibió lo mismo que en {month}.").format(month=before) + gap
    amount = soles(abs(comparison.net_change))
    moved = translate("payslips", "De {before} a {after}.").format(
        before=soles(older.liquido), after=soles(newer.liquido)
    )
    if comparison.net_change == 0:
        words = translate("payslips", "Hubo cambios que se compensan: el líquido es el mismo.")
    elif comparison.net_change > 0:
        words = translate("payslips", "Recibió {amount} más que en {month}.").format(amount=amount, month=before)
    else:
        words = translate("payslips", "Recibió {amount} menos que en {month}.").format(amount=amount, month=before)
    return f"{words} {moved}{gap}"


def _change_line(change: ConceptChange, periodo: Period, explain: Explain) -> ChangeLine:
    return ChangeLine(
        change.codigo,
        explain(change.codigo, periodo).nombre,
        _what(change),
        change.effect,
        "good" if change.effect > 0 else "bad",
    )


def _what(change: ConceptChange) -> str:
    before, after = change.before or 0, change.after or 0
    if not before:
        if change.kind == DEDUCTION:
            return translate("payslips", "Descuento nuevo")
        return translate("payslips", "Ingreso nuevo")
    if not after:
        if change.kind == DEDUCTION:
            return translate("payslips", "Ya no se descuenta")
        return translate("payslips", "Ya no se paga")
    words = (
        translate("payslips", "Subió de {before} a {after}")
        if after > before
        else translate("payslips", "Bajó de {before} a {after}")
    )
    return words.format(before=figures(before), after=figures(after))
