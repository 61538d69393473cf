"""Inicio in words and figures: the last payslip, the next pay day, what needs attention, the bars of the year.

Pure, no Qt.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.presenters.formats import soles
from desktop.presenters.payslip_detail import deposit_words
from desktop.presenters.payslip_list import StateTag, kind_words, month_name, period_words, post_words, state_tag
from desktop.words import translate
from documents.payslip import MONTHS, Payslip, PayslipClass
from storage.records import PayDay, PayslipRow, PdfState


@dataclass(frozen=True, slots=True)
class PayCard:
    """The last payslip of one post."""

    id: str
    heading: str  # "Boleta de noviembre de 2026"
    post: str  # "Cargo 2 · Profesor", or ""
    liquido: str  # "S/ 3,046.18"
    note: str  # "Líquido · depositado en cuenta ****4312"
    tag: StateTag


@dataclass(frozen=True, slots=True)
class PayDayCard:
    """The next day of payment."""

    date: str  # "viernes 11 de diciembre"
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Attention:
    """Something real that waits for the person. `page` and `item` say where its button leads."""

    sign: str
    tone: str
    title: str
    sentence: str
    action: str
    page: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A payslip inside a month's bar."""

    id: str
    amount: int  # céntimos
    apart: bool  # additional and judicial payslips: another tint
    words: str  # "Mensual: S/ 3,046.18"


@dataclass(frozen=True, slots=True)
class Bar:
    """A month of the chart; no segments when there was no payslip."""

    month: int
    label: str  # "nov"
    segments: tuple[Segment, ...]
    current: bool  # the last payslip's month: set in the accent colour

    @property
    def total(self) -> int:
        """Céntimos."""
        return sum(max(0, segment.amount) for segment in self.segments)


def greeting(hour: int) -> str:
    """By the clock on the wall, 0..23."""
    if 5 <= hour < 12:
        return translate("home", "Buenos días")
    return translate("home", "Buenas tardes") if 12 <= hour < 19 else translate("home", "Buenas noches")


def last_rows(rows: Sequence[PayslipRow]) -> tuple[PayslipRow, ...]:
    """The payslips for the top of Inicio: of the newest month, the monthly one of each post, else whatever there is."""
    if not rows:
        return ()
    newest = max(row.periodo for row in rows)
    month = [row for row in rows if row.periodo == newest]
    monthly = [row for row in month if row.clase is PayslipClass.MONTHLY]
    return tuple(sorted(monthly or month, key=lambda row: (row.codigo_modular_servidor, -row.secuencia)))


def pay_card(row: PayslipRow, payslip: Payslip, posts: Sequence[str], *, syncing: bool = False) -> PayCard:
    """The card of one payslip; the account is masked."""
    if row.clase is PayslipClass.MONTHLY:
        heading = translate("home", "Boleta de {period}").format(period=period_words(row.periodo))
    else:
        heading = translate("home", "Boleta de {period} · {kind}").format(
            period=period_words(row.periodo), kind=kind_words(row.clase, row.secuencia)
        )
    note = " · ".join(part for part in (translate("home", "Líquido"), deposit_words(payslip.cuenta)) if part)
    return PayCard(row.id, heading, post_words(row, posts), soles(row.liquido), note, state_tag(row, syncing=syncing))


def also_paid(rows: Sequence[PayslipRow], shown: Sequence[PayslipRow]) -> str:
    """As in: "También en noviembre: Adicional 1 por S/ 184.44", or ""."""
    if not shown:
        return ""
    here = {row.id for row in shown}
    others = [row for row in rows if row.periodo == shown[0].periodo and row.id not in here]
    if not others:
        return ""
    parts = [
        translate("home", "{kind} por {amount}").format(
            kind=kind_words(row.clase, row.secuencia), amount=soles(row.liquido)
        )
        for row in others
    ]
    month = MONTHS[shown[0].periodo.month - 1]
    return translate("home", "También en {month}: {others}").format(month=month, others=", ".join(parts))


def pay_day_card(pay_day: PayDay | None, weekday: str) -> PayDayCard:
    """`weekday` is the date in words ("viernes 11 de diciembre")."""
    if pay_day is None:
        return PayDayCard(
            translate("home", "Sin fecha todavía"),
            translate("home", "El cronograma de pagos llegará con la próxima sincronización."),
            "",
        )
    source = translate("home", "Según {norm}").format(norm=pay_day.norma) if pay_day.norma else ""
    return PayDayCard(weekday, pay_day.nota, source)


def attention(
    rows: Sequence[PayslipRow], *, session_ended: bool, syncing: bool, requests: Sequence[Attention] = ()
) -> tuple[Attention, ...]:
    """Only what is real: a session to renew, requests that wait, a payslip not opened yet, PDFs still to come."""
    found: list[Attention] = []
    if session_ended:
        found.append(
            Attention(
                "key-round",
                "wait",
                translate("home", "Su sesión terminó"),
                translate("home", "Lo guardado se puede leer igual. Vuelva a ingresar para recibir boletas nuevas."),
                translate("home", "Volver a ingresar"),
                "sync",
            )
        )
    found.extend(requests)
    found.extend(_unseen(rows))
    found.extend(_to_come(rows, syncing=syncing))
    return tuple(found)


def _unseen(rows: Sequence[PayslipRow]) -> list[Attention]:
    """Only of the newest month: after the first exchange nobody wants to be told about years of payslips."""
    newest = max((row.periodo for row in rows), default=None)
    news = [row for row in rows if row.periodo == newest and not row.seen]
    if not news:
        return []
    if len(news) == 1:
        title, sentence = _news(news[0]), translate("home", "Todavía no la ha abierto.")
    else:
        title = translate("home", "{count} boletas nuevas de {period}").format(
            count=len(news), period=period_words(news[0].periodo)
        )
        sentence = translate("home", "Todavía no las ha abierto.")
    return [Attention("mail-open", "info", title, sentence, translate("home", "Ver boleta"), "payslips", news[0].id)]


def _news(row: PayslipRow) -> str:
    if row.clase is PayslipClass.MONTHLY:
        return translate("home", "Boleta nueva: {period}").format(period=period_words(row.periodo))
    return translate("home", "Boleta nueva: {kind} de {period}").format(
        kind=kind_words(row.clase, row.secuencia).lower(), period=period_words(row.periodo)
    )


def _to_come(rows: Sequence[PayslipRow], *, syncing: bool) -> list[Attention]:
    waiting = [row for row in rows if row.pdf_state in {PdfState.AWAITED, PdfState.PARTIAL}]
    if not waiting:
        return []
    if len(waiting) == 1:
        title = translate("home", "1 boleta espera su PDF")
    else:
        title = translate("home", "{count} boletas esperan su PDF").format(count=len(waiting))
    sentence = (
        translate("home", "Se están descargando ahora, de la más reciente a la más antigua.")
        if syncing
        else translate("home", "Sus montos ya están aquí. Los PDF se descargarán solos al conectarse.")
    )
    return [
        Attention("download", "info", title, sentence, translate("home", "Ver cuáles"), "payslips", waiting[0].id),
    ]


def bars(rows: Sequence[PayslipRow], year: int, posts: Sequence[str] = ()) -> tuple[Bar, ...]:
    """Twelve bars. Monthly payslips below, the others stacked apart; the newest month of all is the current one."""
    newest = max((row.periodo for row in rows), default=None)
    months: dict[int, list[PayslipRow]] = {}
    for row in rows:
        if row.periodo.year == year:
            months.setdefault(row.periodo.month, []).append(row)
    return tuple(
        Bar(
            month,
            MONTHS[month - 1][:3],
            tuple(_segment(row, posts) for row in sorted(months.get(month, ()), key=_stacking)),
            current=newest is not None and (newest.year, newest.month) == (year, month),
        )
        for month in range(1, 13)
    )


def _stacking(row: PayslipRow) -> tuple[bool, str, int]:
    return row.clase is not PayslipClass.MONTHLY, row.codigo_modular_servidor, row.secuencia


def _segment(row: PayslipRow, posts: Sequence[str]) -> Segment:
    kind = post_words(row, posts) if row.clase is PayslipClass.MONTHLY else ""
    words = f"{kind or kind_words(row.clase, row.secuencia)}: {soles(row.liquido)}"
    return Segment(row.id, row.liquido, row.clase is not PayslipClass.MONTHLY, words)


def bar_words(bar: Bar, year: int) -> tuple[str, ...]:
    """Lines of a bar's balloon: month, each payslip, the sum when there are several."""
    head = f"{month_name(bar.month)} {year}"
    if not bar.segments:
        return head, translate("home", "Sin boleta")
    lines = [head, *(segment.words for segment in bar.segments)]
    if len(bar.segments) > 1:
        lines.append(translate("home", "En total: {amount}").format(amount=soles(bar.total)))
    return tuple(lines)


def chart_words(months: Sequence[Bar], year: int) -> str:
    """The whole chart for a screen reader."""
    paid = [bar for bar in months if bar.segments]
    if not paid:
        return translate("home", "Líquido por mes del {year}: sin boletas.").format(year=year)
    told = "; ".join(f"{MONTHS[bar.month - 1]} {soles(bar.total)}" for bar in paid)
    return translate("home", "Líquido por mes del {year}: {months}.").format(year=year, months=told)
