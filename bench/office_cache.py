"""An office's cache: 5,000 people, 80 payslips each. Unlocking, storing a page, listing, counting, searching, PDFs.

`python -m bench.office_cache [PEOPLE] [MONTHS]`. The people are invented by a seed; rows are written in bulk, month by
month, because building by pages would take minutes and measure the same thing 8,000 times.
"""

import hashlib
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from storage.cache import append_pdf, finish_pdf, store_page
from storage.connection import Connection, transaction
from storage.envelope import open_envelope, read_envelope
from storage.kdf import KdfCost, seconds_for
from storage.payslips import (
    PayslipQuery,
    count_payslips,
    month_before,
    net_by_month,
    payslip,
    pdf_bytes,
    search_payslips,
    years,
)
from storage.profile import new_profile, open_profile
from storage.records import FactPage, PayslipFact, PdfReference
from storage.rows import line_rows, payslip_columns
from storage.search import searched_code, searched_name

PASSWORD = "cuatro palabras bien sueltas"
NOW = datetime(2026, 12, 1, tzinfo=UTC)
NEWEST = Period(2026, 11)
LIMIT_MS = 100
SURNAMES = (
    "QUISPE", "MAMANI", "HUAMÁN", "FLORES", "ROJAS", "CONDORI", "ÑAUPARI", "SÁNCHEZ", "GARCÍA", "RAMOS", "CHOQUE",
    "APAZA", "TICONA", "VARGAS", "RIMARACHÍN", "CASTRO", "ESPINOZA", "YUPANQUI", "CCAHUANA", "PUMA",
)  # fmt: skip
FORENAMES = (
    "ROSA",
    "LUIS",
    "ANA MARÍA",
    "JOSÉ",
    "ELENA",
    "JUAN",
    "NÉLIDA",
    "WILBER",
    "MARGOT",
    "EDGAR",
    "ZENAIDA",
    "RENÉ",
)
HABERES = ("rim_ley29944", "asig_rural", "bilingue", "jor_trab.ad_lrm")
DESCUENTOS = ("dl25897_afp", "derrmag", "quintacat", "ipssvida", "subcafae", "coop_capac", "sutep", "tardanzas")


def main(people: int = 5_000, months: int = 80) -> None:
    """Build, measure, print, remove."""
    with tempfile.TemporaryDirectory(prefix="office-") as home:
        _measure_unlocking(Path(home))
        vault = new_profile(Path(home), "Oficina", PASSWORD, cost=KdfCost())
        with vault, vault.cache() as db:
            start = perf_counter()
            _build(db, people, months)
            total = count_payslips(db, PayslipQuery()).total
            size = (vault.directory / "cache.db").stat().st_size / 1e6
            print(f"built: {total:,} payslips of {people:,} people, {size:,.0f} MB, {perf_counter() - start:.0f} s")
            _measure_writing(db)
            _measure_reading(db)
        print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _measure_unlocking(home: Path) -> None:
    cost = KdfCost()
    start = perf_counter()
    calibrated = KdfCost.calibrated()
    print(
        f"calibration: {perf_counter() - start:.2f} s -> {calibrated}, one derivation {seconds_for(calibrated):.2f} s"
    )
    with new_profile(home, "Docente uno", PASSWORD, cost=cost) as vault:
        directory = vault.directory
    envelope = read_envelope(directory / "vault.json")
    floor = _median(lambda: open_envelope(envelope, PASSWORD), 5)
    whole = _median(lambda: open_profile(directory, PASSWORD, now=NOW).close(), 5)
    print(f"unlock at the default cost: {whole:.0f} ms (of that the password's key: {floor:.0f} ms)")
    with open_profile(directory, PASSWORD, now=NOW) as vault:
        opening = _median(lambda: vault.cache().close(), 50)
        print(f"one more connection, outbox attached: {opening:.2f} ms")
        start = perf_counter()
        vault.change_password(PASSWORD, PASSWORD + "!")
        print(f"change of password: {(perf_counter() - start) * 1000:.0f} ms (limit 1500)")


def _measure_writing(db: Connection) -> None:
    chance = random.Random(7)  # noqa: S311 - seeded on purpose: the same people in every run
    fresh = [_payslip(chance, 10_000_000 + i, NEWEST.later()) for i in range(1_000)]
    times = []
    for first in range(0, len(fresh), 50):
        page = _page(tuple(PayslipFact(one, None) for one in fresh[first : first + 50]), str(first))
        times.append(_milliseconds(partial(store_page, db, page, etag="")))
    print(f"store_page of 50 new payslips: median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms")
    content = chance.randbytes(40_000)
    named = PdfReference(hashlib.sha256(content).hexdigest(), len(content))
    store_page(db, _page((PayslipFact(fresh[0], named),), "pdf"), etag="")
    parts = [
        _milliseconds(partial(append_pdf, db, named.sha256, at, content[at : at + 4_000]))
        for at in range(0, len(content), 4_000)
    ]
    finished = _milliseconds(lambda: finish_pdf(db, named.sha256))
    print(f"append_pdf of 4 kB: median {statistics.median(parts):.2f} ms; finish_pdf of 40 kB: {finished:.2f} ms")
    print(f"pdf_bytes of 40 kB: {_median(lambda: pdf_bytes(db, named.sha256), 20):.2f} ms")


def _measure_reading(db: Connection) -> None:
    one = search_payslips(db, PayslipQuery(limit=1, offset=1_234))[0]
    surname = one.apellidos_y_nombres.split(" ")[0]
    questions = {
        "everything, first 500": PayslipQuery(),
        "everything, 500 from 200,000 on": PayslipQuery(offset=200_000),
        "one year": PayslipQuery(year=2025),
        "one period": PayslipQuery(year=2025, month=7),
        "one month of all years": PayslipQuery(month=12),
        f"surname {surname}": PayslipQuery(text=surname),
        "beginning of a name, one letter": PayslipQuery(text="r"),
        "three words of a name": PayslipQuery(text=one.apellidos_y_nombres.replace(",", "")),
        "surname in one period": PayslipQuery(year=2025, month=7, text=surname),
        "whole document": PayslipQuery(text=one.doc_numero),
        "beginning of a document": PayslipQuery(text=one.doc_numero[:6]),
        "one person": PayslipQuery(doc_numero=one.doc_numero),
        "one person, concept": PayslipQuery(doc_numero=one.doc_numero, text="derrmag"),
        "one person, amount": PayslipQuery(doc_numero=one.doc_numero, text="26.75"),
        "nothing found": PayslipQuery(text="zzz qqq"),
        "whole office, concept (no limit promised)": PayslipQuery(text="tardanzas"),
        "whole office, amount (no limit promised)": PayslipQuery(text="26.75"),
    }
    for name, query in questions.items():
        times = 1 if "no limit" in name else 5
        listed = _median(partial(search_payslips, db, query), times)
        counted = _median(partial(count_payslips, db, query), times)
        mark = "" if max(listed, counted) < LIMIT_MS or "no limit" in name else f"  OVER {LIMIT_MS} ms"
        print(f"{name}: list {listed:.1f} ms, count {counted:.1f} ms of {count_payslips(db, query).total:,}{mark}")
    for name, ask in (
        ("years", lambda: years(db)),
        ("payslip, whole", lambda: payslip(db, one.id)),
        ("month_before", lambda: month_before(db, one.id)),
        ("net_by_month of a post", lambda: net_by_month(db, 2025, one.codigo_modular_servidor)),
    ):
        print(f"{name}: {_median(ask, 20):.2f} ms")


def _build(db: Connection, people: int, months: int) -> None:
    """Pages newest first, as the feed brings them; 50,000 rows a transaction."""
    chance = random.Random(1)  # noqa: S311 - seeded on purpose
    templates = [_payslip(chance, number, NEWEST) for number in range(people)]
    with transaction(db):
        db.run("UPDATE sync_mark SET epoch = 'bench', epoch_number = 1, cursor = 'bench'")
        db.run_many(
            "INSERT INTO payee VALUES (:number, 'DNI', :doc_numero, :apellidos, :nombres, :searched)",
            (
                {
                    "number": number + 1,
                    "doc_numero": one.doc_numero,
                    "apellidos": one.apellidos,
                    "nombres": one.nombres,
                    "searched": searched_name(one.apellidos, one.nombres),
                }
                for number, one in enumerate(templates)
            ),
        )
        db.run_many(
            "INSERT INTO mnemonic VALUES (:codigo, :searched)",
            ({"codigo": code, "searched": searched_code(code)} for code in (*HABERES, *DESCUENTOS)),
        )
    for month in range(months):
        with transaction(db):
            _build_month(db, templates, month)


def _build_month(db: Connection, templates: list[Payslip], month: int) -> None:
    first = month * len(templates) + 1
    slips = [_in_month(one, first + place, NEWEST.earlier(month)) for place, one in enumerate(templates)]
    db.run_many(
        "INSERT INTO payslip (number, id, epoch, payee, periodo, secuencia, clase, codigo_modular_servidor, cargo,"
        " numero_boleta, fecha_pago, total_haberes, total_descuentos, liquido, printed, name)"
        " VALUES (:number, :id, 1, :payee, :periodo, :secuencia, :clase, :codigo_modular_servidor, :cargo,"
        " :numero_boleta, :fecha_pago, :total_haberes, :total_descuentos, :liquido, :printed, :name)",
        (
            payslip_columns(one)
            | {"number": first + place, "payee": place + 1, "name": searched_name(one.apellidos, one.nombres)}
            for place, one in enumerate(slips)
        ),
    )
    db.run_many(
        "INSERT INTO payslip_line VALUES (:payslip, :kind, :position, :codigo, :monto)",
        (line for place, one in enumerate(slips) for line in line_rows(one, first + place)),
    )


def _in_month(one: Payslip, number: int, period: Period) -> Payslip:
    return replace(one, id=f"00000000-0000-4000-8000-{number:012d}", periodo=period)


def _payslip(chance: random.Random, number: int, period: Period) -> Payslip:
    haberes = tuple(ConceptLine(code, chance.randrange(5_000, 400_000)) for code in HABERES)
    descuentos = tuple(ConceptLine(code, chance.choice((2_675, chance.randrange(500, 40_000)))) for code in DESCUENTOS)
    income, deductions = sum(line.monto for line in haberes), sum(line.monto for line in descuentos)
    document = f"9990{number % 10_000:04d}"
    return Payslip(
        id=f"00000000-0000-4000-8000-{number:012d}", clase=PayslipClass.MONTHLY, periodo=period, secuencia=0,
        tipo_planilla="ACT/NOMB/TIT", estado="(1) Habilitado", centro_pago="CF0000A", numero_boleta=f"{number:06d}-45",
        fecha_pago=date(period.year, period.month, 13), dre="DRE PUNO", ugel="UGEL SAN ROMÁN", codigo_ugel="210011",
        ruc_entidad="20999999991", apellidos=f"{chance.choice(SURNAMES)} {chance.choice(SURNAMES)}",
        nombres=chance.choice(FORENAMES), fecha_nacimiento=date(1985, 5, 15), doc_tipo="DNI", doc_numero=document,
        codigo_modular_servidor=f"10{document}-1", establecimiento="IE 70001", codigo_establecimiento="0512",
        cargo="PROFESOR", tipo_servidor="DOCENTE NOMBRADO", regimen_laboral="LEY 29944", nivel_magisterial="3",
        horas=30,
        tiempo_servicio="12-03-07", essalud_autogenerado="8505150QSMRP001", fecha_registro_ingreso=date(2013, 3, 1),
        fecha_registro_termino=None, cuenta="CTA- 04012345678", leyenda_permanente="RD 1234-2013", leyenda_mensual="",
        regimen_pensionario="AFP INTEGRA", cuspp="", f_afiliacion=date(2013, 4, 1), f_devengue=None, afp_cfija=None,
        afp_cvariable=1_000, afp_seguro=2_000, haberes=haberes, descuentos=descuentos, total_haberes=income,
        total_descuentos=deductions, liquido=income - deductions, monto_imponible=income, mensajes=(". 00001290",),
    )  # fmt: skip


def _page(facts: tuple[PayslipFact, ...], cursor: str) -> FactPage:
    return FactPage(
        epoch="bench", cursor=cursor, more=False, etag="", facts=facts, server_time=NOW, next_sync_after=None
    )


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _median(work: Callable[[], object], times: int) -> float:
    return statistics.median(_milliseconds(work) for _ in _turns(times))


def _turns(times: int) -> Iterator[int]:
    yield from range(times)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
