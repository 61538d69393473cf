"""The list of payslips in words: kinds, posts, states, the heading and what an empty list says. Pure, no Qt.

Not for one payslip's content (payslip_detail) and not for reading the store (desktop.tasks.readings).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.presenters.formats import figures
from desktop.words import translate
from documents.payslip import MONTHS, PayslipClass, Period
from storage.records import PayslipRow, PdfState

_SMALL_WORDS = frozenset({"DE", "DEL", "LA", "LAS", "LOS", "EL", "EN", "Y", "E", "A", "NO", "CON", "SIN", "POR"})
_LONGEST_ACRONYM = 3  # JEC, IE, EIB keep their capitals


@dataclass(frozen=True, slots=True)
class StateTag:
    """A state as a sign and a word over a tint: never colour alone."""

    sign: str  # name of an icon
    word: str
    tone: str  # good, wait, info, bad, neutral


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What an empty place says, and what its button does ("" = no button)."""

    title: str
    sentence: str
    action: str = ""


class Emptiness(StrEnum):
    """Why there is nothing to list."""

    FIRST_SYNC = "first-sync"  # the first exchange is under way
    NEVER_SYNCED = "never-synced"
    NONE_YET = "none-yet"  # exchanged, and the office has no payslip
    NO_MATCH = "no-match"


def month_name(month: int) -> str:
    """1 -> "Enero"."""
    return MONTHS[month - 1].capitalize()


def period_words(periodo: Period) -> str:
    """As in: "noviembre de 2026"."""
    return translate("payslips", "{month} de {year}").format(month=MONTHS[periodo.month - 1], year=periodo.year)


def month_cell(periodo: Period, *, with_year: bool) -> str:
    """As in: "Noviembre", or "Noviembre 2026" when the list holds several years."""
    name = month_name(periodo.month)
    return f"{name} {periodo.year}" if with_year else name


def month_and_year(periodo: Period) -> str:
    """As in: "Noviembre 2026"."""
    return month_cell(periodo, with_year=True)


def type_words(row: PayslipRow) -> str:
    """The kind of a row: "Mensual", "Adicional 1", "Judicial"."""
    return kind_words(row.clase, row.secuencia)


def kind_words(clase: PayslipClass, secuencia: int) -> str:
    """As in: "Mensual", "Adicional 1", "Judicial"."""
    if clase is PayslipClass.MONTHLY:
        return translate("payslips", "Mensual")
    if clase is PayslipClass.JUDICIAL:
        word = translate("payslips", "Judicial")
        return f"{word} {secuencia}" if secuencia > 1 else word
    return translate("payslips", "Adicional {number}").format(number=max(secuencia, 1))


def sentence_case(capitals: str) -> str:
    """As in: "AUXILIAR DE EDUCACION" -> "Auxiliar de educacion"; abbreviations such as "I.E." and "JEC" stay."""
    words = [_lowered(word, first=place == 0) for place, word in enumerate(capitals.split())]
    return " ".join(words)


def _lowered(word: str, *, first: bool) -> str:
    if word in _SMALL_WORDS and not first:
        return word.lower()
    if "." in word or len(word) <= _LONGEST_ACRONYM or any(letter.isdigit() for letter in word):
        return word
    return word.capitalize() if first else word.lower()


def posts_of(rows: Sequence[PayslipRow]) -> tuple[str, ...]:
    """The posts (codigo modular with its suffix) that one month paid side by side, () when there is only one.

    A person who changed post once has one post at a time; only posts paid side by side need telling apart.
    """
    by_month: dict[Period, set[str]] = {}
    for row in rows:
        if row.clase is PayslipClass.MONTHLY:
            by_month.setdefault(row.periodo, set()).add(row.codigo_modular_servidor)
    beside = [posts for posts in by_month.values() if len(posts) > 1]
    return tuple(sorted(set().union(*beside)))


def post_words(row: PayslipRow, posts: Sequence[str]) -> str:
    """As in: "Cargo 2 · Profesor" for one of several posts, "" otherwise."""
    if row.codigo_modular_servidor not in posts:
        return ""
    number = row.codigo_modular_servidor.rpartition("-")[2]
    return translate("payslips", "Cargo {number} · {post}").format(number=number, post=sentence_case(row.cargo))


def heading_of(row: PayslipRow) -> str:
    """As in: "Noviembre 2026 · Mensual"."""
    return f"{month_and_year(row.periodo)} · {type_words(row)}"


def share(row: PayslipRow) -> int:
    """Whole per cent of the PDF that is here, 0..99 while it is not whole."""
    if row.pdf is None or row.pdf.size <= 0:
        return 0
    return min(99, row.pdf_received * 100 // row.pdf.size)


def state_tag(row: PayslipRow, *, syncing: bool = False) -> StateTag:
    """Where the PDF is. A partial PDF says "Descargando" only while something really is being downloaded."""
    if row.pdf_state is PdfState.HELD:
        return StateTag("check", translate("payslips", "Guardada"), "good")
    if row.pdf_state is PdfState.NONE:
        return StateTag("minus", translate("payslips", "Sin PDF"), "neutral")
    if row.pdf_state is PdfState.AWAITED:
        return StateTag("download", translate("payslips", "Por descargar"), "info")
    if syncing:
        words = translate("payslips", "Descargando {share} %").format(share=share(row))
        return StateTag("loader", words, "info")
    return StateTag("pause", translate("payslips", "En pausa {share} %").format(share=share(row)), "wait")


def summary(total: int, held: int, oldest: Period | None) -> str:
    """As in: "79 boletas desde mayo de 2020 · 78 guardadas en esta computadora"."""
    if not total or oldest is None:
        return translate("payslips", "Sus boletas quedan guardadas y cifradas en esta computadora.")
    if total == 1:
        first = translate("payslips", "1 boleta, de {period}").format(period=period_words(oldest))
    else:
        first = translate("payslips", "{total} boletas desde {period}").format(total=total, period=period_words(oldest))
    if held == total:
        kept = translate("payslips", "todas guardadas en esta computadora")
    elif held == 1:
        kept = translate("payslips", "1 guardada en esta computadora")
    else:
        kept = translate("payslips", "{held} guardadas en esta computadora").format(held=held)
    return f"{first} · {kept}"


def matches(shown: int) -> str:
    """How many payslips a filter left."""
    if shown == 1:
        return translate("payslips", "1 boleta coincide")
    return translate("payslips", "{shown} boletas coinciden").format(shown=shown)


def spoken(row: PayslipRow, tag: StateTag) -> str:
    """One row as a screen reader says it."""
    return translate("payslips", "{heading}, líquido {net} soles, {state}").format(
        heading=heading_of(row), net=figures(row.liquido), state=tag.word
    )


def emptiness(known: int, *, syncing: bool, ever_synced: bool) -> Emptiness:
    """Why a list is empty: `known` payslips are in the store, whatever the filter."""
    if known:
        return Emptiness.NO_MATCH
    if syncing:
        return Emptiness.FIRST_SYNC
    return Emptiness.NONE_YET if ever_synced else Emptiness.NEVER_SYNCED


def empty_words(reason: Emptiness, filtered_by: str = "") -> EmptyWords:
    """The sentence for an empty list. `filtered_by` repeats what was searched ("2026, «derrama»")."""
    if reason is Emptiness.NO_MATCH:
        return EmptyWords(
            translate("payslips", "Ninguna boleta coincide"),
            translate("payslips", "No hay boletas con {filter}. Pruebe con otro año, otro mes u otra palabra.").format(
                filter=filtered_by or translate("payslips", "ese filtro")
            ),
            translate("payslips", "Ver todas"),
        )
    if reason is Emptiness.FIRST_SYNC:
        return EmptyWords(
            translate("payslips", "Sus boletas están llegando"),
            translate("payslips", "Primero llega la más reciente. Puede seguir usando el programa mientras tanto."),
        )
    if reason is Emptiness.NONE_YET:
        return EmptyWords(
            translate("payslips", "Todavía no hay boletas"),
            translate("payslips", "La oficina aún no ha publicado boletas para usted. Llegarán solas al publicarse."),
            translate("payslips", "Buscar novedades"),
        )
    return EmptyWords(
        translate("payslips", "Todavía no hay boletas en esta computadora"),
        translate("payslips", "Conéctese e ingrese una vez: sus boletas desde mayo de 2020 se guardarán aquí."),
        translate("payslips", "Ir a Sincronización"),
    )


def filter_words(year: int | None, month: int | None, text: str) -> str:
    """What the filter asks, to repeat it: "noviembre de 2026 y «derrama»"."""
    when = ""
    if month is not None and year is not None:
        when = period_words(Period(year, month))
    elif month is not None:
        when = MONTHS[month - 1]
    elif year is not None:
        when = str(year)
    what = f"«{text.strip()}»" if text.strip() else ""
    joint = translate("payslips", " y ")
    return joint.join(part for part in (when, what) if part)
