"""The lines under the totals of a monthly payslip (Mensajes): what is new this month. In capitals, as on the boleta."""

from collections.abc import Iterable, Sequence

from central.samples.careers import Career, Loan, Post, Regime, Step
from central.samples.deductions import DERRAMA_LOAN, Offer
from central.samples.earnings import Lines
from central.samples.one_off import bonus_message
from central.samples.tables import series
from documents.payslip import MONTHS, Period

ORDINALS = ("PRIMERA", "SEGUNDA", "TERCERA", "CUARTA", "QUINTA", "SEXTA", "SETIMA", "OCTAVA")


def monthly_notices(
    career: Career,
    post: Post,
    period: Period,
    lines: Lines,
    instalments: Sequence[tuple[Loan, int]],
    refused: Sequence[Offer],
) -> tuple[str, ...]:
    """All of a payslip. `instalments`: loans taken and which instalment it was; `refused`: what did not fit."""
    return (
        *[bonus_message(codigo, period) for codigo in ("aguinaldo", "escolaridad") if codigo in lines],
        *_rises(post, period),
        *_absences(career, post, period),
        *[f"{loan.codigo.upper()}: CUOTA {number} DE {loan.cuotas}" for loan, number in instalments],
        *[_refusal(offer) for offer in refused],
    )


def _rises(post: Post, period: Period) -> Iterable[str]:
    for step in post.steps[1:]:
        if step.en_planilla == period:
            yield _promotion(step)
    if post.regime in {Regime.NOMBRADO, Regime.CONTRATADO}:
        for row in series("rim", "hora"):
            if row.en_planilla == period:
                yield f"NUEVO MONTO DE LA RIM{': ' if row.norma else ''}{row.norma}"


def _promotion(step: Step) -> str:
    return f"ASCENSO A LA {ORDINALS[int(step.nivel) - 1]} ESCALA MAGISTERIAL: {step.resolucion}"


def _absences(career: Career, post: Post, period: Period) -> Iterable[str]:
    absence = career.absences.get(period)
    if absence is None or post.numero != 1:
        return
    month = MONTHS[period.earlier().month - 1].upper()
    if absence.minutos:
        yield f"TARDANZAS DE {month}: {absence.minutos} MINUTOS"
    if absence.dias:
        yield f"INASISTENCIAS DE {month}: {absence.dias} {'DIA' if absence.dias == 1 else 'DIAS'}"


def _refusal(offer: Offer) -> str:
    name = "EL PRESTAMO DE LA DERRAMA" if offer.codigo == DERRAMA_LOAN else offer.codigo.upper()
    return f"NO SE DESCONTO {name}: SE RESPETA EL 50% DE SU REMUNERACION NETA (D.S. 010-2014-EF)"
