"""Runs the payroll of one person month by month: income, tax, deductions, loans. Yields payments, prints nothing.

It always begins in January 2020, whatever month is asked for, so that loans, tax and service are the same in every run.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from central.samples.amounts import portion
from central.samples.careers import Career, Loan, Post, Regime
from central.samples.concepts import pensionable, taxable, treatment
from central.samples.deductions import (
    DERRAMA_LOAN,
    Offer,
    Taken,
    floor_of,
    take_absence,
    take_agreed,
    take_contributions,
    take_health,
    take_retention,
)
from central.samples.earnings import Lines, contract_of, ordinary_lines
from central.samples.notices import monthly_notices
from central.samples.one_off import BONUS_MONTHS, SCHOOL_MONTH, Bundle, additional, bonuses
from central.samples.tables import amount
from central.samples.tax import withholding
from documents.payslip import Period

FIRST = Period(2020, 1)


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment to one post: what a payslip prints of money."""

    post: Post
    period: Period
    secuencia: int
    lines: Lines
    taken: Taken
    imponible: int
    mensajes: tuple[str, ...]


@dataclass(slots=True)
class Ledger:
    """What the months leave to the months after."""

    earned: int = 0  # taxable income of the year so far
    withheld: list[int] = field(default_factory=list)  # tax of each month of the year so far
    instalments: dict[Loan, int] = field(default_factory=dict)  # taken so far

    def begin(self, period: Period) -> None:
        """A year's tax is its own."""
        if period.month == 1:
            self.earned = 0
            self.withheld = []

    def next_instalment(self, loan: Loan, period: Period) -> int | None:
        """Which instalment is due, from 1; None before the first and after the last."""
        number = self.instalments.get(loan, 0) + 1
        return number if period >= loan.desde and number <= loan.cuotas else None

    def pay_instalment(self, loan: Loan) -> int:
        """One more is taken; returns its number, from 1."""
        self.instalments[loan] = self.instalments.get(loan, 0) + 1
        return self.instalments[loan]


def run_payroll(career: Career, until: Period) -> Iterator[Payment]:
    """Every payment from January 2020 to a month, in order: the monthly ones of a month, then its additional ones."""
    ledger, period = Ledger(), FIRST
    while period <= until:
        ledger.begin(period)
        yield from _run_month(career, period, ledger)
        period = period.later()


def _run_month(career: Career, period: Period, ledger: Ledger) -> Iterator[Payment]:
    ordinary = {post.numero: ordinary_lines(career, post, period, period) for post in career.posts}
    paid = [post for post in career.posts if ordinary[post.numero]]
    extra = bonuses(paid[0], period) if paid else {}
    tax = _tax(career, period, ordinary, extra, ledger) if paid else 0
    ledger.withheld.append(tax)
    for post in paid:
        first = post is paid[0]
        lines = ordinary[post.numero] | (extra if first else {})
        ledger.earned += taxable(lines)
        yield _monthly(career, post, period, lines, ledger, tax if first else 0)
    for post in career.posts:
        for secuencia, bundle in enumerate(additional(career, post, period), start=1):
            ledger.earned += bundle.renta
            yield _additional(career, post, period, secuencia, bundle)


def _tax(career: Career, period: Period, ordinary: dict[int, Lines], extra: Lines, ledger: Ledger) -> int:
    """Pensions pay none. What a month earns is taken to go on while the contract does."""
    if career.posts[0].regime is Regime.CESANTE:
        return 0
    projected = ledger.earned + taxable(extra)
    for post in career.posts:
        monthly = taxable(ordinary[post.numero])
        projected += monthly * (_last_month(post, period) - period.month + 1)
    return withholding(projected + _bonuses_to_come(career.posts[0], period), ledger.withheld, period)


def _last_month(post: Post, period: Period) -> int:
    """The last month of the year that the post is sure to be paid."""
    contract = contract_of(post, period)
    if contract is None or contract.last is None or contract.last.year > period.year:
        return 12
    return contract.last.month


def _bonuses_to_come(post: Post, period: Period) -> int:
    months = [month for month in (*BONUS_MONTHS, SCHOOL_MONTH.get(post.regime, 1)) if month > period.month]
    return sum(taxable(bonuses(post, Period(period.year, month))) for month in months)


def _monthly(career: Career, post: Post, period: Period, lines: Lines, ledger: Ledger, tax: int) -> Payment:
    taken, income = Taken(), sum(lines.values())
    imponible = pensionable(lines, period)
    _take_by_law(career, post, taken, imponible, period)
    taken.add("Quintacat", tax)
    floor = floor_of(income, taken.total, period)
    if post.numero == 1:
        take_retention(taken, career.retention, income, period)
        take_absence(taken, career.absences.get(period), post, _remuneration(lines))
    refused = take_agreed(taken, _offers(career, post, period), income, floor)
    due = _loans_due(career, post, period, ledger)
    waiting = take_agreed(taken, [offer for _, offer in due], income, floor)
    counts = [(loan, ledger.pay_instalment(loan)) for loan, offer in due if offer not in waiting]
    notices = monthly_notices(career, post, period, lines, counts, (*refused, *waiting))
    return Payment(post, period, 0, lines, taken, imponible, notices)


def _remuneration(lines: Lines) -> int:
    """What a day or a minute is a part of: not the assignments of place or charge."""
    return sum(monto for codigo, monto in lines.items() if treatment(codigo).afecto != "nada")


def _take_by_law(career: Career, post: Post, taken: Taken, base: int, period: Period) -> None:
    if post.regime is Regime.CESANTE:
        take_health(taken, base, period)
    else:
        take_contributions(taken, career.pension, base, period)


def _offers(career: Career, post: Post, period: Period) -> list[Offer]:
    """Insurance, Derrama and the other fixed ones; they go with the first post."""
    if post.numero != 1:
        return []
    offers = [Offer("IPSSVIDA", amount("instalments", "IPSSVIDA", period))] if career.vida else []
    if post.regime is Regime.NOMBRADO:
        uit = amount("uit", "uit", period)
        offers.append(Offer("Derr Magisteria", portion(uit, amount("rates", "derrama", period))))
    return offers + [Offer(codigo, amount("instalments", codigo, period)) for codigo in career.fixed]


def _loans_due(career: Career, post: Post, period: Period, ledger: Ledger) -> list[tuple[Loan, Offer]]:
    """The Derrama's loan comes last: it is the one that waits when there is no room."""
    if post.numero != 1:
        return []
    due = [loan for loan in career.loans if ledger.next_instalment(loan, period) is not None]
    due.sort(key=lambda loan: loan.codigo == DERRAMA_LOAN)
    return [(loan, Offer(loan.codigo, amount("instalments", loan.clave, loan.desde))) for loan in due]


def _additional(career: Career, post: Post, period: Period, secuencia: int, bundle: Bundle) -> Payment:
    taken, income = Taken(), sum(bundle.lines.values())
    if bundle.imponible:
        _take_by_law(career, post, taken, bundle.imponible, period)
    if bundle.embargable and post.numero == 1:
        take_retention(taken, career.retention, income, period)
    return Payment(post, period, secuencia, bundle.lines, taken, bundle.imponible, (bundle.mensaje,))
