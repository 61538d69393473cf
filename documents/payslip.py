"""The payslip (boleta de pago) as the SUP prints it: one frozen record with the payroll office's own words.

Money is integer céntimos, documents and codes are strings (leading zeros matter), dates are dates. Field names are
those of the printed boleta's dictionary. This module knows nothing of how a payslip is drawn, stored or sent.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from typing_extensions import override

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "setiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


class PayslipClass(StrEnum):
    """Which of the payslips of a month this is."""

    MONTHLY = "mensual"
    ADDITIONAL = "adicional"
    JUDICIAL = "judicial"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A payroll month. Orders by time."""

    year: int
    month: int  # 1..12

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month} is not a month")

    @override
    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> "Period":
        """From "YYYY-MM". Raises ValueError."""
        year, dash, month = text.partition("-")
        if not (dash and len(year) == 4 and len(month) == 2 and year.isdecimal() and month.isdecimal()):
            raise ValueError(f"{text!r} is not YYYY-MM")
        return cls(int(year), int(month))

    @property
    def printed(self) -> str:
        """As the boleta prints it: NOVIEMBRE - 2026."""
        return f"{MONTHS[self.month - 1].upper()} - {self.year}"

    def earlier(self, months: int = 1) -> "Period":
        """The period so many months before this one."""
        index = self.year * 12 + self.month - 1 - months
        return Period(index // 12, index % 12 + 1)

    def later(self, months: int = 1) -> "Period":
        """The period so many months after this one."""
        return self.earlier(-months)


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """One income or deduction line: the SUP mnemonic exactly as printed, and céntimos (> 0)."""

    codigo: str
    monto: int


@dataclass(frozen=True, slots=True)
class Holder:
    """The server whose pay a judicial retention comes out of; printed on the beneficiary's payslip."""

    doc_numero: str
    apellidos: str
    nombres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payslip:
    """One boleta, whole. Empty text means that the line is printed blank; None means unknown or not applicable."""

    id: str  # UUID given by the server
    clase: PayslipClass
    periodo: Period
    secuencia: int  # 0 = continua, 1.. = number of the additional payroll
    tipo_planilla: str  # "ACT/NOMB/TIT"
    estado: str  # "(1) Habilitado"
    centro_pago: str  # "CF0000A"
    numero_boleta: str  # "000123-45"
    fecha_pago: date | None

    dre: str  # "DRE PUNO"
    ugel: str  # "UGEL SAN ROMÁN"
    codigo_ugel: str  # "210011"
    ruc_entidad: str  # 11 digits

    apellidos: str
    nombres: str
    fecha_nacimiento: date | None
    doc_tipo: str  # "DNI"
    doc_numero: str
    codigo_modular_servidor: str  # "1099900017-1": code, dash, number of the post
    establecimiento: str
    codigo_establecimiento: str
    cargo: str
    tipo_servidor: str
    regimen_laboral: str
    nivel_magisterial: str  # escala "1".."8", or the occupational group of D.Leg. 276 ("SPC"); "" for pensioners
    horas: int | None  # weekly hours; None for pensioners
    tiempo_servicio: str  # "12-03-07" (AA-MM-DD)
    essalud_autogenerado: str
    fecha_registro_ingreso: date | None
    fecha_registro_termino: date | None
    cuenta: str  # "CTA- 04012345678"
    leyenda_permanente: str
    leyenda_mensual: str
    regimen_pensionario: str  # "AFP INTEGRA", "ONP", "D.L. 20530"
    cuspp: str  # "" outside the AFP
    f_afiliacion: date | None
    f_devengue: date | None
    afp_cfija: int | None
    afp_cvariable: int | None
    afp_seguro: int | None

    haberes: tuple[ConceptLine, ...]
    descuentos: tuple[ConceptLine, ...]
    total_haberes: int
    total_descuentos: int
    liquido: int
    monto_imponible: int
    mensajes: tuple[str, ...]
    titular: Holder | None = None  # only on a judicial beneficiary's payslip

    @property
    def apellidos_y_nombres(self) -> str:
        """As lists show a person: APELLIDOS, NOMBRES."""
        return f"{self.apellidos}, {self.nombres}"

    @property
    def adds_up(self) -> bool:
        """Whether lines and totals agree to the céntimo."""
        return (
            sum(line.monto for line in self.haberes) == self.total_haberes
            and sum(line.monto for line in self.descuentos) == self.total_descuentos
            and self.total_haberes - self.total_descuentos == self.liquido
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribedPayslip(Payslip):
    """A boleta read from an old payroll file of the SUP. No service publishes one."""

    transcrita_de: str  # "archivo SUP planilla_2015_03.lis, línea 1,234"
