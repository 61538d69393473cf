"""Prints payments as payslips: the header of the boleta around the money. No decisions about money.

The payslip of a judicial beneficiary is made from the payslip of the server it is withheld from.
"""

from dataclasses import dataclass, replace

from central.samples.careers import Career, Contract, Identity, Post, Regime
from central.samples.earnings import MONTH_DAYS, contract_of, seat_of, step_of
from central.samples.identifiers import cuspp, essalud_code, invented_account, invented_ruc, payslip_id
from central.samples.one_off import ended_contract
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


@dataclass(frozen=True, slots=True)
class Printing:
    """What all payslips of one run have in common."""

    seed: int
    career: Career

    def payslip(self, payment: Payment) -> Payslip:
        """The payslip of a payment."""
        person, pension = self.career.identity, self.career.pension
        post, period = payment.post, payment.period
        contract = _contract(post, period)
        seat, taken = seat_of(post, period), payment.taken
        planilla, servidor = PLANILLAS[post.regime]
        codigo_modular = f"10{person.dni}-{post.numero}"
        kind = PayslipClass.ADDITIONAL if payment.secuencia else PayslipClass.MONTHLY
        haberes, descuentos = _lines(payment.lines), _lines(taken.lines)
        income = sum(payment.lines.values())
        afp = taken.afp
        return Payslip(
            id=payslip_id(self.seed, person.dni, codigo_modular, period, kind, payment.secuencia),
            clase=kind,
            periodo=period,
            secuencia=payment.secuencia,
            tipo_planilla=planilla,
            estado="(1) Habilitado",
            centro_pago=payment_centre(seat.place.codigo_ugel),
            numero_boleta=_number(person.index, post.numero, period, payment.secuencia),
            fecha_pago=paid_on(period, payment.secuencia),
            dre=seat.place.dre,
            ugel=seat.place.ugel,
            codigo_ugel=seat.place.codigo_ugel,
            ruc_entidad=invented_ruc(seat.place.codigo_ugel),
            apellidos=person.apellidos,
            nombres=person.nombres,
            fecha_nacimiento=person.nacimiento,
            doc_tipo="DNI",
            doc_numero=person.dni,
            codigo_modular_servidor=codigo_modular,
            establecimiento=seat.establecimiento,
            codigo_establecimiento=seat.codigo_establecimiento,
            cargo=seat.cargo,
            tipo_servidor=servidor,
            regimen_laboral=post.regime.value,
            nivel_magisterial=step_of(post, period, period).nivel,
            horas=post.horas,
            tiempo_servicio=service_time(post, period),
            essalud_autogenerado=essalud_code(person),
            fecha_registro_ingreso=contract.inicio,
            fecha_registro_termino=contract.termino,
            cuenta=f"CTA- {self.career.cuenta}",
            leyenda_permanente=_standing_legend(post, contract, period),
            leyenda_mensual=month_legend(period, payment.secuencia),
            regimen_pensionario=pension.printed,
            cuspp=cuspp(person) if pension.afp else "",
            f_afiliacion=pension.afiliacion,
            f_devengue=pension.afiliacion.replace(day=1) if pension.afiliacion else None,
            afp_cfija=afp.fija if afp else None,
            afp_cvariable=afp.variable if afp else None,
            afp_seguro=afp.seguro if afp else None,
            haberes=haberes,
            descuentos=descuentos,
            total_haberes=income,
            total_descuentos=taken.total,
            liquido=income - taken.total,
            monto_imponible=payment.imponible,
            mensajes=payment.mensajes,
        )


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
    last = min(contract.last or period, period)
    whole_months = (last.year - contract.first.year) * 12 + last.month - contract.first.month
    if not whole_months:
        return contract.days_in(last)
    return contract.days_in(contract.first) + (whole_months - 1) * MONTH_DAYS + contract.days_in(last)


def _contract(post: Post, period: Period) -> Contract:
    """The contract of a month; an additional payroll may still speak of one that has ended."""
    return contract_of(post, period) or ended_contract(post, period) or post.contracts[0]


def _standing_legend(post: Post, contract: Contract, period: Period) -> str:
    step = step_of(post, period, period)
    return step.resolucion or contract.resolucion


def _number(index: int, post: int, period: Period, secuencia: int) -> str:
    return f"{index * 10 + post + 1230:06d}-{period.month + 20 * secuencia:02d}"


def _lines(lines: dict[str, int]) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(codigo, monto) for codigo, monto in lines.items())
