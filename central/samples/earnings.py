"""What a post earns in an ordinary month, as the payroll of a given month knows it, and what it then owes. Pure."""

from functools import lru_cache

from central.samples.amounts import half_up
from central.samples.careers import Allowance, Career, Contract, Post, Regime, Seat, Step
from central.samples.tables import amount, keys, known_amount, late_periods, series
from documents.payslip import Period

Lines = dict[str, int]  # concept -> céntimos, in the order of the boleta
BACK_MONTHS = 12  # the longest delay of a fact here
MONTH_DAYS = 30


def ordinary_lines(career: Career, post: Post, period: Period, known: Period) -> Lines:
    """The monthly income of a post; empty when it is not paid that month. One-off payments are not here."""
    days = paid_days(post, period, known)
    if not days:
        return {}
    lines = _full_lines(career, post, period, known)
    if days < MONTH_DAYS:
        return {codigo: half_up(whole * days, MONTH_DAYS) for codigo, whole in lines.items()}
    return lines


def owed_lines(career: Career, post: Post, period: Period) -> dict[Period, tuple[Lines, Lines]]:
    """What the payroll of a month learns that it owes, by month: (owed as should have been paid, paid so far)."""
    since = _learned_since(post, period)
    owed: dict[Period, tuple[Lines, Lines]] = {}
    if since is None:
        return owed
    for month in (period.earlier(back) for back in range(BACK_MONTHS, 0, -1)):
        if month < since:
            continue
        due, paid = (ordinary_lines(career, post, month, known) for known in (period, period.earlier()))
        if sum(due.values()) > sum(paid.values()):
            owed[month] = (due, paid)
    return owed


def paid_days(post: Post, period: Period, known: Period) -> int:
    """Days of service in a month under contracts that the payroll of `known` has."""
    contract = contract_of(post, period)
    return contract.days_in(period) if contract and contract.en_planilla <= known else 0


@lru_cache(maxsize=1024)
def contract_of(post: Post, period: Period) -> Contract | None:
    """The contract of a month."""
    return next((line for line in post.contracts if line.days_in(period)), None)


def seat_of(post: Post, period: Period) -> Seat:
    """Where the post is in a month; before the first seat, there."""
    return next((seat for seat in reversed(post.seats) if seat.desde <= period), post.seats[0])


def step_of(post: Post, period: Period, known: Period) -> Step:
    """The scale of a month as the payroll of `known` has it; before the first step, that one."""
    return next(
        (step for step in reversed(post.steps) if step.desde <= period and step.en_planilla <= known), post.steps[0]
    )


def has_extra_hours(post: Post, period: Period) -> bool:
    """Whether the jornada de trabajo adicional is paid in a month."""
    return any(first <= period and (last is None or period <= last) for first, last in post.extra_hours)


def weekly_hours(post: Post, period: Period) -> int | None:
    """The hours of the post, with the additional ones; None for pensioners."""
    if post.horas is None or not has_extra_hours(post, period):
        return post.horas
    return post.horas + amount("rim", "horas_adicionales", period)


def rim(nivel: str, hours: int, period: Period, known: Period) -> int:
    """Remuneración Íntegra Mensual in céntimos: value of the hour × hours × index of the scale."""
    hour = known_amount("rim", "hora", period, known)
    return half_up(hour * hours * known_amount("rim", f"indice/{nivel}", period, known), 100)


def _full_lines(career: Career, post: Post, period: Period, known: Period) -> Lines:
    match post.regime:
        case Regime.NOMBRADO:
            return _appointed(post, period, known)
        case Regime.CONTRATADO:
            return {"RIM_Ley 30328": rim("1", post.horas or 0, period, known), **_allowance_lines(post, period, known)}
        case Regime.AUXILIAR:
            pay = known_amount("salaries", "auxiliar", period, known)
            return {"Rem.Aux.30493": pay, **_allowance_lines(post, period, known)}
        case Regime.ADMINISTRATIVO:
            return _administrative(step_of(post, period, known).nivel, period, known)
        case Regime.CESANTE:
            return _pension(career.pension_class, period)


def _appointed(post: Post, period: Period, known: Period) -> Lines:
    nivel = step_of(post, period, known).nivel
    lines = {"RIM_Ley 29944": rim(nivel, post.horas or 0, period, known)}
    if has_extra_hours(post, period):
        lines["Jor_Trab.Ad_lrm"] = rim(nivel, amount("rim", "horas_adicionales", period), period, known)
    return lines | _allowance_lines(post, period, known)


def _administrative(group: str, period: Period, known: Period) -> Lines:
    parts = (("Mont_Uni_Cons", "muc"), ("B_Ext_Tran_Fijo", "fijo"), ("B_Ext_Tran_Vari", "variable"))
    return {codigo: known_amount("salaries", f"{group}/{part}", period, known) for codigo, part in parts}


def _allowance_lines(post: Post, period: Period, known: Period) -> Lines:
    return {
        line.codigo: known_amount("allowances", line.clave, period, known)
        for line in post.allowances
        if _pays(line, period, known)
    }


def _pays(line: Allowance, period: Period, known: Period) -> bool:
    return line.desde <= period and line.en_planilla <= known and (line.hasta is None or period <= line.hasta)


@lru_cache(maxsize=1024)
def _pension(kind: str, period: Period) -> Lines:
    """Every concept of a pension; each yearly readjustment adds one. Callers copy before they change it."""
    owned = [key for key in keys("pensions") if key.startswith(f"{kind}/")]
    begun = [key for key in owned if series("pensions", key)[0].desde <= period]
    return {key.partition("/")[2]: amount("pensions", key, period) for key in begun}


def _learned_since(post: Post, period: Period) -> Period | None:
    """The earliest month that something holds from which this payroll is the first to know; None when nothing is."""
    since = [step.desde for step in post.steps if step.en_planilla == period > step.desde]
    since += [line.desde for line in post.allowances if line.en_planilla == period > line.desde]
    since += [line.first for line in post.contracts if line.en_planilla == period and line.first < period]
    if post.regime in {Regime.NOMBRADO, Regime.CONTRATADO}:
        late = late_periods("rim", "hora").get(period)
        since += [late] if late is not None else []
    return min(since, default=None)
