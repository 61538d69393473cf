"""The nine people that come first in every population, each for a kind of server and for what can happen to one."""

from datetime import date
from functools import cache

from central.samples.careers import Absence, Career, Loan, Pension, Post, Regime, Sex
from central.samples.cast_teachers import (
    contract_teacher,
    director,
    promoted_teacher,
    teacher_of_puno,
    teacher_with_two_posts,
)
from central.samples.facts import HORIZON, allowance, appointment, identity, month, office, school_years, seat, step
from central.samples.identifiers import invented_account

CAST = (
    "docente nombrada, escala II, rural, multigrado y bilingüe (Puno)",
    "director, escala V, con jornada adicional (La Libertad)",
    "docente nombrado, ascensos de la escala I a la III, con retención judicial (Junín y Lima)",
    "docente contratada, contratos de marzo a diciembre (Ayacucho)",
    "auxiliar de educación contratada (Cajamarca)",
    "administrativo nombrado, D.Leg. 276 (Arequipa)",
    "cesante, D.L. 20530 (Cusco)",
    "beneficiaria de retención judicial",
    "docente nombrado con dos cargos (Piura)",
)


def classroom_assistant() -> Career:
    """Auxiliar de educación on yearly contracts."""
    return Career(
        identity=identity(4, ("MONTES DE OCA", "VELÁSQUEZ"), "NOEMÍ ESTHER", Sex.FEMALE, date(1990, 7, 12)),
        posts=(
            Post(
                numero=1,
                regime=Regime.AUXILIAR,
                horas=30,
                seats=(seat("2018-03", "060008", 55, "VIRGEN DEL ROSARIO", "AUXILIAR DE EDUCACION"),),
                steps=(step("2018-03", "", ""),),
                contracts=school_years(range(2020, HORIZON), 211, "UGELJ"),
                allowances=(allowance("asig_frontera", "frontera", "2022-03", "2024-12"),),
                prior_days=600,
            ),
        ),
        pension=Pension("AFP", "HABITAT", por_flujo=True, afiliacion=date(2018, 3, 1)),
        cuenta=invented_account(4),
        fixed=("funeraria",),
        absences={month("2024-06"): Absence(minutos=27)},
    )


def office_worker() -> Career:
    """D.Leg. 276, group STA, at the UGEL itself."""
    return Career(
        identity=identity(5, ("PEÑA", "BEGAZO"), "RICARDO", Sex.MALE, date(1969, 10, 4)),
        posts=(
            Post(
                numero=1,
                regime=Regime.ADMINISTRATIVO,
                horas=40,
                seats=(office("040001", "TECNICO ADMINISTRATIVO I"),),
                steps=(step("2008-01", "STA", "RD 3115-2007-UGELAN"),),
                contracts=appointment(date(1994, 6, 1), "RD 0920-1994-DREA"),
            ),
        ),
        pension=Pension("ONP"),
        cuenta=invented_account(5),
        loans=(Loan("CMArequipa", "CMArequipa/chico", month("2022-03"), 24),),
        fixed=("SUBCAFAE", "Fentase"),
        absences={month("2022-10"): Absence(minutos=40), month("2025-04"): Absence(minutos=12)},
    )


def pensioner() -> Career:
    """A teacher's pension of the D.L. 20530, readjusted every year."""
    return Career(
        identity=identity(6, ("ZÚÑIGA", "DEL CARPIO"), "HERMELINDA", Sex.FEMALE, date(1948, 4, 25)),
        posts=(
            Post(
                numero=1,
                regime=Regime.CESANTE,
                horas=None,
                seats=(office("080001", "PENSION CESANTIA DOCENTE"),),
                steps=(step("2003-07", "", ""),),
                contracts=appointment(date(2003, 7, 1), "RD 1744-2003-DREC"),
                prior_days=31 * 360 + 4 * 30 + 12,
            ),
        ),
        pension=Pension("D.L. 20530"),
        cuenta=invented_account(6),
        loans=(
            Loan("CMCusco", "CMCusco/chico", month("2021-06"), 24),
            Loan("Credinka", "Credinka/chico", month("2025-01"), 18),
        ),
        fixed=("funeraria",),
        pension_class="docente",
    )


@cache
def cast_career(index: int) -> Career:
    """The career behind a person of the cast; the beneficiary's is that of the teacher whose pay is withheld."""
    makers = (
        teacher_of_puno,
        director,
        promoted_teacher,
        contract_teacher,
        classroom_assistant,
        office_worker,
        pensioner,
        promoted_teacher,
        teacher_with_two_posts,
    )
    return makers[index]()
