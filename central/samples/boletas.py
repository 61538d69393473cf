"""Prints payments as payslips: the header of the boleta around the money. No decisions about money.

The payslip of a judicial beneficiary is made from the payslip of the server it is withheld from.
"""

from dataclasses import replace
from typing import Any

from central.samples.careers import Career, Contract, Identity, Post, Regime, Seat
from central.samples.earnings import MONTH_DAYS, contract_of, seat_of, step_of, weekly_hours
from central.samples.identifiers import cuspp, essalud_code, invented_account, invented_ruc, payslip_id
from central.samples.one_off import TEMPORARY, ended_contract
from central.samples.pay_days import paid_on
from central.samples.payroll import Payment
from central.samples.places import payment_centre
from documents.payslip import ConceptLine, Holder, Payslip, PayslipClass, Period

PLANILLAS = {
    Regime.NOMBRADO: ("ACT/NOMB/TIT", "DOCENTE NOMBRADO"),
    Regime.CONTRATADO: ("ACT/CONT/TIT", "DOCENTE CONTRATADO"),
    Regime.AUXILIAR: ("ACT/CONT/TIT", "AUXILIAR DE EDUCACION CONTRATADO"),
    Regime.ADMINISTRATIVO: ("ACT/NOMB/TIT", "ADMINISTRATIVO NOMBRADO"),
    Regime.CESANTE: ("CES/TIT", "CESANTE DOC. NIVELABLE"),
}
RETENTION = "Dscto. Judicial"
RETAINED = "Ret. Judicial"  # assumed: how the SUP labels the beneficiary's only income line was not found


class Printing:
    """Prints the payslips of one person. What does not change is prepared once: there are many payslips."""

    def __init__(self, seed: int, career: Career) -> None:
        """`seed` goes into the ids."""
        self._seed = seed
        self._career = career
        self._person = _person_fields(career)
        self._seats: dict[tuple[int, Period], dict[str, Any]] = {}

    def payslip(self, payment: Payment) -> Payslip:
        """The payslip of a payment."""
        period, secuencia, taken = payment.period, payment.secuencia, payment.taken
        person, kind = self._career.identity, PayslipClass.ADDITIONAL if secuencia else PayslipClass.MONTHLY
        income, deducted = sum(payment.lines.values()), taken.total
        modular = f"10{person.dni}-{payment.post.numero}"
        return Payslip(
            id=payslip_id(self._seed, person.dni, modular, period, kind, secuencia),
            clase=kind,
            periodo=period,
            secuencia=secuencia,
            numero_boleta=_number(person.index, payment.post.numero, period, secuencia),
            fecha_pago=paid_on(period, secuencia),
            codigo_modular_servidor=modular,
            leyenda_mensual=month_legend(period, secuencia),
            afp_cfija=taken.afp.fija if taken.afp else None,
            afp_cvariable=taken.afp.variable if taken.afp else None,
            afp_seguro=taken.afp.seguro if taken.afp else None,
            haberes=_lines(payment.lines),
            descuentos=_lines(taken.lines),
            total_haberes=income,
            total_descuentos=deducted,
            liquido=income - deducted,
            monto_imponible=payment.imponible,
            mensajes=payment.mensajes,
            **self._person,
            **self._seat(payment.post, seat_of(payment.post, period)),
            **_service_fields(payment.post, period),
        )

    def _seat(self, post: Post, seat: Seat) -> dict[str, Any]:
        key = (post.numero, seat.desde)
        if key not in self._seats:
            self._seats[key] = _seat_fields(post, seat)
        return self._seats[key]


def _person_fields(career: Career) -> dict[str, Any]:
    person, pension = career.identity, career.pension
    return {
        "estado": "(1) Habilitado",
        "apellidos": person.apellidos,
        "nombres": person.nombres,
        "fecha_nacimiento": person.nacimiento,
        "doc_tipo": "DNI",
        "doc_numero": person.dni,
        "essalud_autogenerado": essalud_code(person),
        "cuenta": f"CTA- {career.cuenta}",
        "regimen_pensionario": pension.printed,
        "cuspp": cuspp(person) if pension.afp else "",
        "f_afiliacion": pension.afiliacion,
        "f_devengue": pension.afiliacion,
    }


def _seat_fields(post: Post, seat: Seat) -> dict[str, Any]:
    planilla, servidor = PLANILLAS[post.regime]
    return {
        "tipo_planilla": planilla,
        "centro_pago": payment_centre(seat.place.codigo_ugel),
        "dre": seat.place.dre,
        "ugel": seat.place.ugel,
        "codigo_ugel": seat.place.codigo_ugel,
        "ruc_entidad": invented_ruc(seat.place.codigo_ugel),
        "establecimiento": seat.establecimiento,
        "codigo_establecimiento": seat.codigo_establecimiento,
        "cargo": seat.cargo,
        "tipo_servidor": servidor,
        "regimen_laboral": post.regime.value,
    }


def _service_fields(post: Post, period: Period) -> dict[str, Any]:
    """A promotion or a contract changes these. An additional payroll may still speak of a contract that has ended."""
    step = step_of(post, period, period)
    contract = contract_of(post, period) or ended_contract(post, period) or post.contracts[0]
    return {
        "nivel_magisterial": step.nivel,
        "horas": weekly_hours(post, period),
        "tiempo_servicio": service_time(post, period),
        "fecha_registro_ingreso": contract.inicio,
        "fecha_registro_termino": contract.termino if post.regime in TEMPORARY else None,
        "leyenda_permanente": step.resolucion or contract.resolucion,
    }


def beneficiary_payslip(seed: int, source: Payslip, beneficiary: Identity, expediente: str) -> Payslip | None:
    """The payslip of whom a retention is paid to; None when nothing was withheld. The post stays the server's."""
    amount = sum(line.monto for line in source.descuentos if line.codigo == RETENTION)
    if not amount:
        return None
    kind = PayslipClass.JUDICIAL
    return replace(
        source,
        id=payslip_id(seed, beneficiary.dni, source.codigo_modular_servidor, source.periodo, kind, source.secuencia),
        clase=kind,
        tipo_planilla="JUDICIAL",
        numero_boleta=_number(beneficiary.index, 0, source.periodo, source.secuencia),
        apellidos=beneficiary.apellidos,
        nombres=beneficiary.nombres,
        fecha_nacimiento=beneficiary.nacimiento,
        doc_numero=beneficiary.dni,
        cargo="",
        tipo_servidor="BENEFICIARIO JUDICIAL",
        nivel_magisterial="",
        horas=None,
        tiempo_servicio="--",
        essalud_autogenerado="",
        fecha_registro_ingreso=None,
        fecha_registro_termino=None,
        cuenta=f"CTA- {invented_account(beneficiary.index)}",
        leyenda_permanente=expediente,
        regimen_pensionario="",
        cuspp="",
        f_afiliacion=None,
        f_devengue=None,
        afp_cfija=None,
        afp_cvariable=None,
        afp_seguro=None,
        haberes=(ConceptLine(RETAINED, amount),),
        descuentos=(),
        total_haberes=amount,
        total_descuentos=0,
        liquido=amount,
        monto_imponible=0,
        mensajes=(),
        titular=Holder(source.doc_numero, source.apellidos, source.nombres),
    )


def service_time(post: Post, period: Period) -> str:
    """Years, months and days of service up to the end of a month (AA-MM-DD), by months of thirty days."""
    days = post.prior_days
    if post.regime is not Regime.CESANTE:
        days += sum(_served(line, period) for line in post.contracts if line.first <= period)
    years, rest = divmod(days, 12 * MONTH_DAYS)
    months, rest = divmod(rest, MONTH_DAYS)
    return f"{years:02d}-{months:02d}-{rest:02d}"


def month_legend(period: Period, secuencia: int) -> str:
    """Blank on a monthly payslip; on an additional one YYYYMM with twenty added to the month per payroll."""
    return f"{period.year:04d}{period.month + 20 * secuencia:02d}" if secuencia else ""


def _served(contract: Contract, period: Period) -> int:
    """Days from the beginning to the end of a month, or of the contract."""
    first, last = contract.first, contract.last
    until = period if last is None or period < last else last
    months = (until.year - first.year) * 12 + until.month - first.month
    if not months:
        return contract.days_in(until)
    ending = contract.days_in(until) if until == last else MONTH_DAYS
    return months * MONTH_DAYS - min(contract.inicio.day, MONTH_DAYS) + 1 + ending


def _number(index: int, post: int, period: Period, secuencia: int) -> str:
    return f"{index * 10 + post + 1230:06d}-{period.month + 20 * secuencia:02d}"


def _lines(lines: dict[str, int]) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(codigo, monto) for codigo, monto in lines.items())
