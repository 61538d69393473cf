"""The teachers of the cast: appointed, promoted, under contract, with two posts, with a court's retention."""

from datetime import date

from central.samples.careers import Absence, Career, Loan, Pension, Post, Regime, Retention, Sex
from central.samples.facts import (
    HORIZON,
    allowance,
    appointment,
    contract,
    identity,
    month,
    school_years,
    seat,
    step,
)
from central.samples.identifiers import invented_account

BENEFICIARY = identity(7, ("ROJAS", "IBÁÑEZ"), "CARMEN LUZ", Sex.FEMALE, date(1988, 11, 3))


def teacher_of_puno() -> Career:
    """Escala II at a small school in the highlands; loans that end, a late recognition of her language."""
    return Career(
        identity=identity(0, ("CONDORI", "ÑAUPARI"), "MARÍA ELENA", Sex.FEMALE, date(1984, 8, 17)),
        posts=(
            Post(
                numero=1,
                regime=Regime.NOMBRADO,
                horas=30,
                seats=(seat("2015-03", "210002", 31, "QANTUMARKA", "PROFESORA"),),
                steps=(step("2019-03", "2", "RD 2417-2019-UGELAZ"),),
                contracts=appointment(date(2015, 3, 1), "RD 0388-2015-UGELAZ"),
                allowances=(
                    allowance("asig_rural", "rural/1", "2015-03", "2023-02"),
                    allowance("asig_rural", "rural/2", "2023-03"),
                    allowance("asig_multig", "multigrado", "2015-03"),
                    allowance("asig_bilingue", "bilingue", "2018-03"),
                    allowance("asig_lengua_eib", "eib", "2026-06", en_planilla="2026-09"),
                ),
            ),
        ),
        pension=Pension("AFP", "INTEGRA", por_flujo=True, afiliacion=date(2009, 4, 1)),
        cuenta=invented_account(0),
        loans=(
            Loan("Prderrmag", "Prderrmag/mediano", month("2021-04"), 24),
            Loan("CMArequipa", "CMArequipa/mediano", month("2022-08"), 18),
            Loan("Prderrmag", "Prderrmag/chico", month("2023-11"), 36),
            Loan("Coop Capac Yupa", "Coop Capac Yupa/chico", month("2025-06"), 24),
        ),
        fixed=("sutep",),
        absences={
            month("2022-06"): Absence(minutos=35),
            month("2023-09"): Absence(dias=1),
            month("2024-11"): Absence(minutos=22),
            month("2026-05"): Absence(minutos=18),
            month("2026-11"): Absence(minutos=74),
        },
    )


def director() -> Career:
    """Escala V, designated director in 2021, twenty-five years of service in 2023."""
    return Career(
        identity=identity(1, ("DE LA CRUZ", "HUARINGA"), "JORGE LUIS", Sex.MALE, date(1971, 2, 9)),
        posts=(
            Post(
                numero=1,
                regime=Regime.NOMBRADO,
                horas=30,
                seats=(
                    seat("1998-04", "130017", 12, "LOS ALGARROBOS", "PROFESOR"),
                    seat("2021-03", "130017", 47, "CÉSAR VALLEJO", "DIRECTOR I.E."),
                ),
                steps=(step("2018-03", "5", "RD 1120-2018-UGEL04-TSE"),),
                contracts=appointment(date(1998, 4, 1), "RD 0256-1998-DRELL"),
                allowances=(allowance("A.carg_dir_LRM", "cargo_directivo", "2021-03"),),
                extra_hours=((month("2021-03"), None),),
            ),
        ),
        pension=Pension("AFP", "PRIMA", por_flujo=False, afiliacion=date(1998, 4, 1)),
        cuenta=invented_account(1),
        loans=(
            Loan("Interbank", "Interbank/grande", month("2020-09"), 48),
            Loan("Prderrmag", "Prderrmag/grande", month("2025-02"), 36),
        ),
        fixed=("Segrimac",),
        absences={month("2024-05"): Absence(dias=1)},
        mourning=(month("2022-07"),),
    )


def promoted_teacher() -> Career:
    """Escala I, II (2022), III (January 2025, paid from March); moves to Lima; a court's order; too many loans."""
    return Career(
        identity=identity(2, ("GUTIÉRREZ", "PALOMINO"), "LUIS ALBERTO", Sex.MALE, date(1986, 5, 23)),
        posts=(
            Post(
                numero=1,
                regime=Regime.NOMBRADO,
                horas=30,
                seats=(
                    seat("2016-03", "120001", 63, "SANTA ROSA", "PROFESOR"),
                    seat("2024-03", "150107", 8, "JOSÉ MARÍA ARGUEDAS", "PROFESOR"),
                ),
                steps=(
                    step("2016-03", "1", "RD 0715-2016-UGELH"),
                    step("2022-01", "2", "RD 4630-2021-UGELH"),
                    step("2025-01", "3", "RD 0982-2025-UGEL06", en_planilla="2025-03"),
                ),
                contracts=appointment(date(2016, 3, 1), "RD 0715-2016-UGELH"),
            ),
        ),
        pension=Pension("AFP", "PROFUTURO", por_flujo=True, afiliacion=date(2012, 3, 1)),
        cuenta=invented_account(2),
        loans=(
            Loan("Bco. Pichincha", "Bco. Pichincha/mediano", month("2021-10"), 36),
            Loan("Prderrmag", "Prderrmag/mediano", month("2022-02"), 24),
            Loan("BRIPLEY", "BRIPLEY/chico", month("2025-08"), 18),
        ),
        retention=Retention(3_000, month("2022-05"), None, "EXP. 00412-2021-0-1501-JP-FC-02", BENEFICIARY),
        absences={month("2022-09"): Absence(minutos=48), month("2025-06"): Absence(minutos=31)},
    )


def contract_teacher() -> Career:
    """A contract a year, from March; one that the payroll learned of late; one renewed without a gap."""
    siglas = "UGELHGA"
    contracts = (
        contract(date(2020, 3, 1), date(2020, 12, 31), f"RD 0841-2020-{siglas}"),
        contract(date(2021, 3, 1), date(2021, 12, 31), f"RD 0513-2021-{siglas}"),
        contract(date(2022, 3, 14), date(2022, 12, 31), f"RD 1206-2022-{siglas}", months_late=1),
        contract(date(2023, 3, 1), date(2023, 12, 31), f"RD 0677-2023-{siglas}"),
        contract(date(2024, 3, 1), date(2024, 12, 31), f"RD 0594-2024-{siglas}"),
        contract(date(2025, 1, 1), date(2025, 12, 31), f"RD 0102-2025-{siglas}"),
        *school_years(range(2026, HORIZON), 600, siglas),
    )
    return Career(
        identity=identity(3, ("ÑAHUI", "ASTUHUAMÁN"), "ROSA YSABEL", Sex.FEMALE, date(1992, 1, 30)),
        posts=(
            Post(
                numero=1,
                regime=Regime.CONTRATADO,
                horas=30,
                seats=(
                    seat("2019-03", "050005", 22, "PUKA ORQO", "PROFESORA"),
                    seat("2023-03", "050001", 71, "MICAELA BASTIDAS", "PROFESORA"),
                ),
                steps=(step("2019-03", "", ""),),
                contracts=contracts,
                allowances=(
                    allowance("rural_cont", "rural/2", "2020-03", "2022-12"),
                    allowance("asig_vraem", "vraem", "2020-03", "2022-12"),
                ),
                prior_days=300,
            ),
        ),
        pension=Pension("ONP"),
        cuenta=invented_account(3),
        loans=(Loan("CRACCENTRO", "CRACCENTRO/chico", month("2024-05"), 12),),
        absences={month("2023-06"): Absence(minutos=15), month("2026-07"): Absence(dias=1)},
    )


def teacher_with_two_posts() -> Career:
    """Mornings at a secondary school, evenings at an adults' school: two appointments, two payslips a month."""
    return Career(
        identity=identity(8, ("VILLAVICENCIO", "ORDÓÑEZ"), "JUAN DE DIOS", Sex.MALE, date(1978, 12, 1)),
        posts=(
            Post(
                numero=1,
                regime=Regime.NOMBRADO,
                horas=30,
                seats=(seat("2010-03", "200010", 19, "MIRAFLORES ALTO", "PROFESOR"),),
                steps=(
                    step("2017-03", "3", "RD 2208-2017-UGELS"),
                    step("2023-01", "4", "RD 5011-2022-UGELS", "2023-02"),
                ),
                contracts=appointment(date(2010, 3, 1), "RD 0644-2010-UGELS"),
            ),
            Post(
                numero=2,
                regime=Regime.NOMBRADO,
                horas=24,
                seats=(seat("2018-03", "200010", 84, "LA MERCED - CEBA", "PROFESOR"),),
                steps=(step("2018-03", "1", "RD 0731-2018-UGELS"),),
                contracts=appointment(date(2018, 3, 1), "RD 0731-2018-UGELS"),
            ),
        ),
        pension=Pension("AFP", "INTEGRA", por_flujo=False, afiliacion=date(2008, 5, 1)),
        cuenta=invented_account(8),
        loans=(Loan("Prderrmag", "Prderrmag/grande", month("2022-06"), 48),),
        fixed=("Rimacse",),
        absences={month("2023-05"): Absence(minutos=20)},
    )
