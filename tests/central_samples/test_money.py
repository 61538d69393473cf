"""Every amount comes from the tables of its month, and every payslip adds up."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.samples.amounts import half_up
from central.samples.concepts import sent_texts
from central.samples.earnings import rim
from central.samples.population import SamplePerson, sample_person
from documents.concepts import UNKNOWN, load
from documents.payslip import Payslip, PayslipClass, Period

Lookup = Callable[[str, str, Period], int]

ZONES = {
    "asig_multig": {"multigrado"},
    "asig_unidoc": {"unidocente"},
    "asig_bilingue": {"bilingue"},
    "asig_lengua_eib": {"eib"},
    "asig_frontera": {"frontera"},
    "asig_vraem": {"vraem"},
    "asig_rural": {"rural/1", "rural/2", "rural/3"},
    "rural_cont": {"rural/1", "rural/2", "rural/3"},
}


def amounts(payslip: Payslip) -> dict[str, int]:
    return {line.codigo: line.monto for line in (*payslip.haberes, *payslip.descuentos)}


def rounded(exact: Decimal) -> int:
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def monthly(payslips: tuple[Payslip, ...], regime: str) -> list[Payslip]:
    found = [item for item in payslips if item.clase is PayslipClass.MONTHLY and item.regimen_laboral == regime]
    assert found
    return found


def by_month(person: SamplePerson, post: str = "-1") -> dict[Period, Payslip]:
    return {
        item.periodo: item
        for item in person.payslips
        if item.clase is PayslipClass.MONTHLY and item.codigo_modular_servidor.endswith(post)
    }


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_halves_round_up(numerator: int, denominator: int) -> None:
    assert half_up(numerator, denominator) == rounded(Decimal(numerator) / Decimal(denominator))


def test_every_payslip_adds_up_and_no_line_is_empty(boletas: tuple[Payslip, ...]) -> None:
    assert all(item.adds_up for item in boletas)
    assert all(len(amounts(item)) == len(item.haberes) + len(item.descuentos) for item in boletas)
    assert all(line.monto > 0 for item in boletas for line in (*item.haberes, *item.descuentos))
    assert all(item.haberes and item.liquido > 0 and item.monto_imponible <= item.total_haberes for item in boletas)


@settings(max_examples=20, deadline=None)
@given(index=st.integers(9, 9_999), seed=st.integers(0, 2**32), months=st.integers(0, 90))
def test_anybody_of_any_seed_has_payslips_that_add_up(index: int, seed: int, months: int) -> None:
    until = Period(2020, 5).later(months)
    person = sample_person(index, seed, until, since=max(Period(2020, 5), until.earlier(3)))
    assert all(item.adds_up and item.doc_numero == person.person.doc_numero for item in person.payslips)
    assert all(item.periodo <= until for item in person.payslips)


@pytest.mark.parametrize(
    ("period", "escala", "published"),
    [
        ("2025-10", "1", 3300_60), ("2025-10", "2", 3630_66), ("2025-10", "3", 3960_72), ("2025-10", "5", 4950_90),
        ("2025-12", "1", 3500_70), ("2025-12", "2", 3850_77), ("2025-12", "3", 4200_84), ("2025-12", "5", 5251_05),
        ("2023-05", "1", 2850_00),
    ],
)  # fmt: skip
def test_the_rim_is_the_published_one(boletas: tuple[Payslip, ...], period: str, escala: str, published: int) -> None:
    paid = {
        amounts(item)["RIM_Ley 29944"]
        for item in monthly(boletas, "LEY 29944")
        if str(item.periodo) == period
        and item.nivel_magisterial == escala
        and not item.codigo_modular_servidor.endswith("-2")
    }
    assert paid == {published}


def test_the_published_table_of_all_scales() -> None:
    december = Period(2025, 12)
    thirty = [rim(str(scale), 30, december, december) for scale in range(1, 9)]
    forty = [rim(str(scale), 40, december, december) for scale in range(1, 9)]
    assert thirty == [3500_70, 3850_77, 4200_84, 4550_91, 5251_05, 6126_23, 6651_33, 7351_47]
    assert forty == [4667_60, 5134_36, 5601_12, 6067_88, 7001_40, 8168_30, 8868_44, 9801_96]
    assert (rim("1", 10, december, december), rim("8", 10, december, december)) == (1166_90, 2450_49)


def test_every_rim_follows_from_hour_hours_and_scale(boletas: tuple[Payslip, ...], look_up: Lookup) -> None:
    for item in monthly(boletas, "LEY 29944"):
        hour = Decimal(look_up("rim", "hora", item.periodo))
        index = Decimal(look_up("rim", f"indice/{item.nivel_magisterial}", item.periodo)) / 100
        extra = look_up("rim", "horas_adicionales", item.periodo) if "Jor_Trab.Ad_lrm" in amounts(item) else 0
        assert amounts(item)["RIM_Ley 29944"] == rounded(hour * ((item.horas or 0) - extra) * index)
        assert amounts(item).get("Jor_Trab.Ad_lrm", 0) == rounded(hour * extra * index)


def test_a_contract_teacher_earns_the_first_scale_of_thirty_hours(
    boletas: tuple[Payslip, ...], look_up: Lookup
) -> None:
    for item in monthly(boletas, "LEY 30328"):
        full = look_up("rim", "hora", item.periodo) * 30
        first = item.fecha_registro_ingreso
        assert first is not None
        begins = Period(first.year, first.month) == item.periodo
        assert amounts(item)["RIM_Ley 30328"] == (rounded(Decimal(full) * (31 - first.day) / 30) if begins else full)


def test_assignments_are_those_of_the_table(boletas: tuple[Payslip, ...], look_up: Lookup) -> None:
    seen = set()
    for item in boletas:
        if item.clase is PayslipClass.MONTHLY and item.regimen_laboral == "LEY 29944":
            for codigo in amounts(item).keys() & ZONES.keys():
                assert amounts(item)[codigo] in {look_up("allowances", key, item.periodo) for key in ZONES[codigo]}
                seen.add(codigo)
    assert {"asig_rural", "asig_multig", "asig_bilingue", "asig_lengua_eib"} <= seen


def test_the_parts_of_the_afp_make_its_line(boletas: tuple[Payslip, ...], look_up: Lookup) -> None:
    members = [item for item in boletas if item.regimen_pensionario.startswith("AFP") and item.afp_seguro is not None]
    assert len(members) > 1000
    for item in members:
        afp = item.regimen_pensionario.removeprefix("AFP ")
        compulsory = rounded(Decimal(item.monto_imponible * look_up("rates", "afp/aporte", item.periodo)) / 10_000)
        flow = rounded(Decimal(item.monto_imponible * look_up("rates", f"afp/flujo/{afp}", item.periodo)) / 10_000)
        insurance = rounded(Decimal(item.monto_imponible * look_up("rates", "afp/seguro", item.periodo)) / 10_000)
        assert item.afp_cfija == 0
        assert item.afp_cvariable in {0, flow}
        assert item.afp_seguro == insurance
        assert amounts(item)["D.L.25897 AFP"] == compulsory + (item.afp_cvariable or 0) + insurance


def test_the_onp_and_the_closed_regime_take_their_share(boletas: tuple[Payslip, ...], look_up: Lookup) -> None:
    for scheme, codigo, key in (("ONP", "DL19990 SNP", "onp"), ("D.L. 20530", "dl20530", "dl20530")):
        taken = [item for item in boletas if item.regimen_pensionario == scheme and codigo in amounts(item)]
        assert taken
        for item in taken:
            assert amounts(item)[codigo] == rounded(
                Decimal(item.monto_imponible * look_up("rates", key, item.periodo)) / 10_000
            )


def test_only_a_part_of_a_teachers_pay_is_pensionable(cast: tuple[SamplePerson, ...]) -> None:
    november = by_month(cast[0])[Period(2026, 11)]
    assert november.monto_imponible == 2503_00  # 65 % of 3,850.77
    assert november.monto_imponible < november.total_haberes


def test_the_derrama_takes_half_a_percent_of_the_uit(boletas: tuple[Payslip, ...], look_up: Lookup) -> None:
    for item in monthly(boletas, "LEY 29944"):
        if "Derr Magisteria" in amounts(item):
            assert amounts(item)["Derr Magisteria"] == rounded(Decimal(look_up("uit", "uit", item.periodo)) / 200)
    derrama = {
        item.periodo.year: amounts(item)["Derr Magisteria"]
        for item in monthly(boletas, "LEY 29944")
        if "Derr Magisteria" in amounts(item)
    }
    assert (derrama[2025], derrama[2026]) == (26_75, 27_50)


def test_a_pension_grows_by_a_readjustment_a_year(cast: tuple[SamplePerson, ...], look_up: Lookup) -> None:
    months = by_month(cast[6])
    for year in range(2021, 2027):
        before, after = amounts(months[Period(year - 1, 12)]), amounts(months[Period(year, 2)])
        new = {codigo for codigo in after.keys() - before.keys() if codigo.startswith("REAJ. DS")}
        assert [codigo[-7:-3] for codigo in new] == [str(year)]
        assert all(after[codigo] == look_up("pensions", f"docente/{codigo}", Period(year, 2)) for codigo in new)


def test_what_every_concept_means_is_told(boletas: tuple[Payslip, ...]) -> None:
    texts = tuple(sent_texts())
    used = {(line.codigo, item.periodo) for item in boletas for line in (*item.haberes, *item.descuentos)}
    assert [
        codigo for codigo, period in sorted(used) if load().explain(codigo, period, texts).explicacion == UNKNOWN
    ] == []
