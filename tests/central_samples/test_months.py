"""What happens in which month: rises, promotions, bonuses, contracts, back pay."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from central.samples.careers import Regime
from central.samples.crowd import crowd_member
from central.samples.pay_days import last_paid, pay_day, published_days
from central.samples.population import SamplePerson, sample_person
from documents.payslip import Payslip, PayslipClass, Period


def paid(items: Iterable[Payslip], codigo: str) -> set[str]:
    return {str(item.periodo) for item in items if any(line.codigo == codigo for line in item.haberes)}


def amount(item: Payslip, codigo: str) -> int:
    return sum(line.monto for line in (*item.haberes, *item.descuentos) if line.codigo == codigo)


def monthly(person: SamplePerson, post: str = "-1") -> dict[str, Payslip]:
    return {
        str(item.periodo): item
        for item in person.payslips
        if item.clase is PayslipClass.MONTHLY and item.codigo_modular_servidor.endswith(post)
    }


def additional(person: SamplePerson, period: str) -> list[Payslip]:
    return [item for item in person.payslips if str(item.periodo) == period and item.clase is PayslipClass.ADDITIONAL]


def months_of_change(person: SamplePerson, codigo: str) -> list[str]:
    items = list(monthly(person).items())
    return [later for (_, old), (later, new) in pairwise(items) if amount(old, codigo) != amount(new, codigo)]


def test_the_rim_of_somebody_not_promoted_changes_by_decree_alone(cast: tuple[SamplePerson, ...]) -> None:
    assert months_of_change(cast[0], "RIM_Ley 29944") == [
        "2020-12", "2021-11", "2023-03", "2023-11", "2024-03", "2025-03", "2025-12",
    ]  # fmt: skip


def test_promotions_come_in_the_payroll_that_learns_of_them(cast: tuple[SamplePerson, ...]) -> None:
    levels = {period: item.nivel_magisterial for period, item in monthly(cast[2]).items()}
    assert (levels["2021-12"], levels["2022-01"], levels["2025-02"], levels["2025-03"]) == ("1", "2", "2", "3")
    assert "ASCENSO A LA TERCERA ESCALA" in " ".join(monthly(cast[2])["2025-03"].mensajes)


def test_a_late_promotion_is_paid_back_to_the_centimo(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[2])
    (back,) = additional(cast[2], "2025-03")
    third_scale = (10667 * 30 * 120 + 50) // 100
    owed = sum(third_scale - amount(months[period], "RIM_Ley 29944") for period in ("2025-01", "2025-02"))
    assert [(line.codigo, line.monto) for line in back.haberes] == [("Reintg. Manual", owed)]
    assert back.mensajes == ("REINTEGRO DE ENERO 2025 A FEBRERO 2025",)
    assert (back.secuencia, back.leyenda_mensual) == (1, "202523")


def test_a_decree_that_comes_late_is_paid_back_to_everybody_who_worked(cast: tuple[SamplePerson, ...]) -> None:
    (back,) = additional(cast[0], "2025-12")
    assert amount(back, "Reintg. Manual") == 3850_77 - 3630_66
    assert back.mensajes == ("REINTEGRO DE NOVIEMBRE 2025",)


def test_back_pay_of_an_assignment_bears_no_contribution(cast: tuple[SamplePerson, ...]) -> None:
    (back,) = additional(cast[0], "2026-09")
    assert (amount(back, "Reint Man No Af"), back.monto_imponible, back.descuentos) == (300_00, 0, ())


def test_aguinaldos_come_in_july_and_december(boletas: tuple[Payslip, ...]) -> None:
    assert {period[-2:] for period in paid(boletas, "aguinaldo")} == {"07", "12"}
    assert {amount(item, "aguinaldo") for item in boletas} == {0, 300_00}


def test_escolaridad_comes_in_january_or_in_june_by_regime(boletas: tuple[Payslip, ...]) -> None:
    months: dict[str, set[str]] = {}
    for item in boletas:
        if amount(item, "escolaridad"):
            months.setdefault(item.regimen_laboral, set()).add(f"{item.periodo.month:02d}")
    assert months == {
        "LEY 29944": {"01"}, "D.LEG. 276": {"01"}, "D.L. 20530": {"01"}, "LEY 30328": {"06"}, "LEY 30493": {"06"},
    }  # fmt: skip


def test_nobody_misses_a_bonus_in_a_month_that_they_are_paid(boletas: tuple[Payslip, ...]) -> None:
    for item in boletas:
        if (
            item.clase is PayslipClass.MONTHLY
            and item.codigo_modular_servidor.endswith("-1")
            and item.periodo.month in (7, 12)
        ):
            assert amount(item, "aguinaldo") == 300_00


def test_bonuses_come_once_a_person_not_once_a_post(cast: tuple[SamplePerson, ...]) -> None:
    assert paid(monthly(cast[8], "-2").values(), "aguinaldo") == set()
    assert "2025-12" in paid(monthly(cast[8]).values(), "aguinaldo")


def test_a_contract_ends_and_another_begins(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[3])
    assert {"2021-01", "2021-02", "2022-02", "2022-03", "2026-01", "2026-02"}.isdisjoint(months)
    assert {"2021-03", "2025-01", "2025-02", "2026-03"} <= months.keys()
    legends = {period[:4]: item.leyenda_permanente for period, item in months.items()}
    assert len(set(legends.values())) == 7
    assert months["2021-05"].fecha_registro_termino == date(2021, 12, 31)


def test_a_contract_that_the_payroll_learns_of_late_is_paid_with_the_next(cast: tuple[SamplePerson, ...]) -> None:
    (back,) = additional(cast[3], "2022-04")
    assert amount(back, "RIM_Ley 30328") == 1473_39  # 17 of 30 days of 2,600.10
    assert amount(back, "rural_cont") == 56_67


def test_holidays_not_taken_are_paid_when_a_contract_ends(cast: tuple[SamplePerson, ...]) -> None:
    (ended,) = additional(cast[3], "2022-01")
    assert amount(ended, "Vac.Truncas") == 2166_75  # ten twelfths of 2,600.10
    assert not additional(cast[3], "2025-01")[1:]


def test_twenty_five_years_earn_two_remunerations(cast: tuple[SamplePerson, ...]) -> None:
    (award,) = additional(cast[1], "2023-05")
    assert amount(award, "asig_ats") == 2 * amount(monthly(cast[1])["2023-05"], "RIM_Ley 29944")


def test_the_extraordinary_bonus_of_2024_comes_once(crowd: tuple[SamplePerson, ...]) -> None:
    assert paid((item for person in crowd for item in person.payslips), "bono_extraord") == {"2024-12"}


def test_a_director_begins_with_charge_and_hours(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[1])
    assert (months["2021-02"].cargo, months["2021-03"].cargo) == ("PROFESOR", "DIRECTOR I.E.")
    assert (months["2021-02"].horas, months["2021-03"].horas) == (30, 40)
    assert amount(months["2026-03"], "Jor_Trab.Ad_lrm") == 1750_35  # ten hours of 116.69 at 150 %


def test_a_transfer_changes_the_office_not_the_person(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[2])
    assert (months["2024-02"].codigo_ugel, months["2024-03"].codigo_ugel) == ("120001", "150107")
    assert months["2024-02"].codigo_modular_servidor == months["2024-03"].codigo_modular_servidor


def test_service_grows_by_a_month_every_month(cast: tuple[SamplePerson, ...]) -> None:
    months = list(monthly(cast[0]).values())
    days = [
        sum(int(part) * size for part, size in zip(item.tiempo_servicio.split("-"), (360, 30, 1), strict=True))
        for item in months
    ]
    assert {later - earlier for earlier, later in pairwise(days)} == {30}
    assert months[0].periodo == Period(2020, 5)
    assert months[0].tiempo_servicio == "05-03-00"


def test_retirement_ends_the_payslips_of_a_teacher() -> None:
    careers = (crowd_member(index, 7).career for index in range(9, 500))
    born = next(
        career.identity
        for career in careers
        if career.posts[0].regime is Regime.NOMBRADO and career.identity.nacimiento.year == 1960
    )
    paid_to_them = sample_person(born.index, 7, Period(2027, 6)).payslips
    assert paid_to_them[-1].periodo == Period(2025, 12)
    assert paid_to_them[-1].fecha_registro_termino is None


def test_the_calendar_has_its_two_published_days() -> None:
    assert (pay_day(Period(2025, 3)), pay_day(Period(2025, 12))) == (date(2025, 3, 13), date(2025, 12, 11))
    days = published_days()
    assert [day.periodo.year for day in days] == [year for year in (2025, 2026, 2027) for _ in range(12)]
    assert all(day.fecha.weekday() < 5 and 8 <= day.fecha.day <= 16 for day in days)
    assert all(bool(day.nota) == (day.periodo.month in (1, 6, 7, 12)) for day in days)


def test_the_last_paid_month_is_the_one_whose_pay_day_has_come() -> None:
    assert last_paid(date(2025, 3, 12)) == Period(2025, 2)
    assert last_paid(date(2025, 3, 13)) == Period(2025, 3)
    assert last_paid(date(2031, 1, 3)) == Period(2030, 12)
