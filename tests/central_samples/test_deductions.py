"""What may be taken: the floor of half the pay, loans that end and loans that wait, absences, tax, a court's order."""

from collections import Counter

import pytest

from central.samples.amounts import half_up
from central.samples.population import SamplePerson
from central.samples.tax import annual_tax, withholding
from documents.payslip import Payslip, PayslipClass, Period

BY_LAW = {"D.L.25897 AFP", "DL19990 SNP", "dl20530", "presalud", "Quintacat"}
TAXABLE = {"RIM_Ley 29944", "Jor_Trab.Ad_lrm", "A.carg_dir_LRM", "aguinaldo", "escolaridad", "asig_ats"}
ALWAYS = BY_LAW | {"Dscto. Judicial", "Tardanzas", "Inasistencias"}


def taken(item: Payslip) -> dict[str, int]:
    return {line.codigo: line.monto for line in item.descuentos}


def monthly(person: SamplePerson) -> dict[str, Payslip]:
    return {str(item.periodo): item for item in person.payslips if item.clase is PayslipClass.MONTHLY}


def test_what_people_agreed_to_leaves_them_half(boletas: tuple[Payslip, ...]) -> None:
    for item in boletas:
        agreed = sum(monto for codigo, monto in taken(item).items() if codigo not in ALWAYS)
        by_law = sum(monto for codigo, monto in taken(item).items() if codigo in BY_LAW)
        assert not agreed or 2 * item.liquido >= item.total_haberes - by_law - 1


def test_the_derramas_loan_waits_when_there_is_no_room_and_the_payslip_says_so(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[2])
    before, after = months["2022-04"], months["2022-05"]
    assert "Prderrmag" in taken(before)
    assert "Prderrmag" not in taken(after)
    assert any("NO SE DESCONTO EL PRESTAMO DE LA DERRAMA" in line for line in after.mensajes)
    half = (after.total_haberes - sum(taken(after)[codigo] for codigo in BY_LAW & taken(after).keys())) / 2
    assert after.liquido - 185_75 < half <= after.liquido


def test_a_loan_that_waited_is_paid_to_the_last_instalment(cast: tuple[SamplePerson, ...]) -> None:
    loan = [period for period, item in monthly(cast[2]).items() if "Prderrmag" in taken(item)]
    assert len(loan) == 24
    assert loan[0] == "2022-02"
    assert loan[-1] > "2024-01"


def test_loans_begin_and_end(cast: tuple[SamplePerson, ...]) -> None:
    months = monthly(cast[0])
    assert "Prderrmag" in taken(months["2026-10"])
    assert "Prderrmag" not in taken(months["2026-11"])
    assert "PRDERRMAG: CUOTA 36 DE 36" in months["2026-10"].mensajes
    assert Counter(codigo for item in months.values() for codigo in taken(item))["CMArequipa"] == 18


def test_minutes_late_cost_their_part_of_the_remuneration(cast: tuple[SamplePerson, ...]) -> None:
    november = monthly(cast[0])["2026-11"]
    assert taken(november)["Tardanzas"] == 26_38  # 74 minutes of 3,850.77 in 30 days of 6 hours
    assert "TARDANZAS DE OCTUBRE: 74 MINUTOS" in november.mensajes
    assert taken(monthly(cast[0])["2023-09"])["Inasistencias"] == 104_50  # a thirtieth of 3,135.00


def test_what_is_withheld_by_a_court_is_what_its_beneficiary_is_paid(crowd: tuple[SamplePerson, ...]) -> None:
    pairs = ((2, 7), (48, 49), (98, 99))
    for giver, receiver in pairs:
        given = {
            (item.periodo, item.secuencia): taken(item)["Dscto. Judicial"]
            for item in crowd[giver].payslips
            if "Dscto. Judicial" in taken(item)
        }
        received = {(item.periodo, item.secuencia): item.liquido for item in crowd[receiver].payslips}
        assert given
        assert given == received
        holder = crowd[giver].person
        for item in crowd[receiver].payslips:
            assert item.clase is PayslipClass.JUDICIAL
            assert item.titular is not None
            assert (item.titular.doc_numero, item.titular.apellidos) == (holder.doc_numero, holder.apellidos)
            assert item.doc_numero == crowd[receiver].person.doc_numero != holder.doc_numero


def test_nobody_else_has_a_holder(boletas: tuple[Payslip, ...]) -> None:
    assert all((item.titular is None) == (item.clase is not PayslipClass.JUDICIAL) for item in boletas)


def test_a_court_takes_its_part_of_what_law_leaves(cast: tuple[SamplePerson, ...]) -> None:
    july = monthly(cast[2])["2022-07"]
    left = july.total_haberes - taken(july)["D.L.25897 AFP"] - taken(july)["Quintacat"]
    assert abs(taken(july)["Dscto. Judicial"] - left * 30 / 100) <= 0.5


def test_income_up_to_seven_uit_pays_no_tax() -> None:
    assert annual_tax(7 * 5_500_00, 2026) == 0
    assert annual_tax(7 * 5_500_00 + 100_00, 2026) == 8_00


def test_tax_goes_by_brackets() -> None:
    assert annual_tax(12 * 5_500_00, 2026) == 5 * 5_500_00 * 8 // 100
    assert annual_tax(13 * 5_500_00, 2026) == 5 * 5_500_00 * 8 // 100 + 5_500_00 * 14 // 100
    assert annual_tax(60 * 5_500_00, 2026) == (5 * 8 + 15 * 14 + 15 * 17 + 10 * 20 + 8 * 30) * 5_500_00 // 100


@pytest.mark.parametrize(("person", "year"), [(0, 2024), (1, 2023), (2, 2022), (8, 2024)])
def test_the_year_withholds_what_the_year_owes(cast: tuple[SamplePerson, ...], person: int, year: int) -> None:
    """The director's 2023 has two remunerations more, in an additional payroll."""
    items = [item for item in cast[person].payslips if item.periodo.year == year]
    taxable = sum(line.monto for item in items for line in item.haberes if line.codigo in TAXABLE)
    withheld = sum(taken(item).get("Quintacat", 0) for item in items)
    assert withheld == annual_tax(taxable, year) > 0


def test_the_middle_of_the_year_counts_what_was_withheld_until_april() -> None:
    owed = annual_tax(50_000_00, 2026)
    assert withholding(50_000_00, [100_00] * 3, Period(2026, 4)) == half_up(owed - 300_00, 9)
    assert withholding(50_000_00, [100_00] * 5, Period(2026, 6)) == half_up(owed - 400_00, 8)
    assert withholding(50_000_00, [100_00] * 7, Period(2026, 8)) == half_up(owed - 700_00, 5)
    assert withholding(50_000_00, [100_00] * 10, Period(2026, 11)) == half_up(owed - 800_00, 4)


def test_december_settles_the_tax() -> None:
    owed = annual_tax(50_000_00, 2026)
    assert withholding(50_000_00, [owed // 12] * 11, Period(2026, 12)) == owed - owed // 12 * 11
    assert withholding(50_000_00, [owed] * 11, Period(2026, 12)) == 0


def test_pensions_pay_no_income_tax(cast: tuple[SamplePerson, ...]) -> None:
    assert all("Quintacat" not in taken(item) for item in cast[6].payslips)
    assert {taken(item).keys() & BY_LAW == {"presalud"} for item in cast[6].payslips} == {True}
