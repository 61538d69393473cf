"""Laying the office's facts into the cache, one by one, inside the transaction of their page. See storage.cache."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, assert_never

from documents.legajo import LegajoRecord
from documents.payslip import Payslip, Period
from storage.connection import Connection, Value
from storage.legajo_facts import put_legajo_fact, remove_paper, remove_record, remove_request, sweep_legajo
from storage.looks import put_look, remove_look
from storage.pdfs import drop_if_unused, drop_unused, reference_pdf
from storage.records import ConceptText, Fact, OfficeLook, PayDay, PayslipFact, PersonFact, Removal
from storage.request_records import OfficeRequest, Paper
from storage.request_rows import to_json
from storage.rows import line_rows, month_number, payslip_columns
from storage.search import searched_code, searched_name

_UPSERT_PAYSLIP = """
INSERT INTO payslip (id, epoch, payee, periodo, secuencia, name, clase, codigo_modular_servidor, cargo, numero_boleta,
                     fecha_pago, total_haberes, total_descuentos, liquido, pdf, held, printed)
VALUES (:id, :epoch, :payee, :periodo, :secuencia, :name, :clase, :codigo_modular_servidor, :cargo, :numero_boleta,
        :fecha_pago, :total_haberes, :total_descuentos, :liquido, :pdf,
        coalesce((SELECT held FROM pdf WHERE number = :pdf), 0), :printed)
ON CONFLICT (id) DO UPDATE SET
  epoch = excluded.epoch, payee = excluded.payee, periodo = excluded.periodo, secuencia = excluded.secuencia,
  name = excluded.name, clase = excluded.clase, codigo_modular_servidor = excluded.codigo_modular_servidor,
  cargo = excluded.cargo, numero_boleta = excluded.numero_boleta, fecha_pago = excluded.fecha_pago,
  total_haberes = excluded.total_haberes, total_descuentos = excluded.total_descuentos, liquido = excluded.liquido,
  pdf = excluded.pdf, held = excluded.held, printed = excluded.printed
RETURNING number
"""

_ADD_LINE = """
INSERT INTO payslip_line (payslip, kind, position, codigo, monto) VALUES (:payslip, :kind, :position, :codigo, :monto)
"""


def apply_fact(db: Connection, fact: Fact, epoch: int) -> None:
    """Store or remove one fact under the number of an epoch."""
    match fact:
        case PayslipFact():
            _put_payslip(db, fact, epoch)
        case PersonFact():
            _put_person(db, fact, epoch)
        case PayDay():
            _put_pay_day(db, fact, epoch)
        case ConceptText():
            _put_concept(db, fact, epoch)
        case LegajoRecord() | OfficeRequest() | Paper():
            put_legajo_fact(db, fact, epoch)
        case OfficeLook():
            put_look(db, fact, epoch)
        case Removal():
            _remove(db, fact)
        case _:
            assert_never(fact)


def sweep(db: Connection, epoch: int) -> None:
    """Remove what the walk of this epoch did not bring."""
    db.run("DELETE FROM payslip WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM pay_day WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM concept WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM person WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM skipped_fact WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM payee WHERE NOT EXISTS (SELECT 1 FROM payslip WHERE payslip.payee = payee.number)")
    sweep_legajo(db, epoch)
    db.run("DELETE FROM office_look WHERE epoch <> :epoch", epoch=epoch)
    drop_unused(db)


def _put_payslip(db: Connection, fact: PayslipFact, epoch: int) -> None:
    payslip = fact.payslip
    before = db.row("SELECT number, payee, pdf FROM payslip WHERE id = :id", id=payslip.id)
    payee = _payee(db, payslip)
    pdf = None if fact.pdf is None else reference_pdf(db, fact.pdf)
    name = searched_name(payslip.apellidos, payslip.nombres)
    values = payslip_columns(payslip) | {"epoch": epoch, "payee": payee, "name": name, "pdf": pdf}
    number = db.number(_UPSERT_PAYSLIP, **values)
    if before is not None:
        db.run("DELETE FROM payslip_line WHERE payslip = :number", number=number)
        _release(db, before["payee"], before["pdf"])
    lines = line_rows(payslip, number)
    db.run_many(_ADD_LINE, lines)
    db.run_many(
        "INSERT OR IGNORE INTO mnemonic (codigo, searched) VALUES (:codigo, :searched)",
        [{"codigo": code, "searched": searched_code(code)} for code in {str(line["codigo"]) for line in lines}],
    )


def _payee(db: Connection, payslip: Payslip) -> int:
    """The number of the person as this payslip prints them."""
    values: dict[str, Value] = {
        "doc_tipo": payslip.doc_tipo,
        "doc_numero": payslip.doc_numero,
        "apellidos": payslip.apellidos,
        "nombres": payslip.nombres,
    }
    known = db.number(
        "SELECT number FROM payee WHERE doc_numero = :doc_numero AND doc_tipo = :doc_tipo"
        " AND apellidos = :apellidos AND nombres = :nombres",
        **values,
    )
    return known or db.number(
        "INSERT INTO payee (doc_tipo, doc_numero, apellidos, nombres, searched)"
        " VALUES (:doc_tipo, :doc_numero, :apellidos, :nombres, :searched) RETURNING number",
        **values,
        searched=searched_name(payslip.apellidos, payslip.nombres),
    )


def _release(db: Connection, payee: int, pdf: int | None) -> None:
    """Let go of what a payslip pointed to before, when nothing else does."""
    db.run(
        "DELETE FROM payee WHERE number = :payee AND NOT EXISTS (SELECT 1 FROM payslip WHERE payslip.payee = :payee)",
        payee=payee,
    )
    if pdf is not None:
        drop_if_unused(db, pdf)


def _put_person(db: Connection, person: PersonFact, epoch: int) -> None:
    db.run(
        "INSERT OR REPLACE INTO person"
        " (only, epoch, doc_tipo, doc_numero, apellidos, nombres, correo, roles, oficina)"
        " VALUES (1, :epoch, :doc_tipo, :doc_numero, :apellidos, :nombres, :correo, :roles, :oficina)",
        epoch=epoch,
        doc_tipo=person.doc_tipo,
        doc_numero=person.doc_numero,
        apellidos=person.apellidos,
        nombres=person.nombres,
        correo=person.correo,
        roles=to_json(person.roles),
        oficina=None if person.oficina is None else to_json(person.oficina),
    )


def _put_pay_day(db: Connection, day: PayDay, epoch: int) -> None:
    db.run(
        "INSERT OR REPLACE INTO pay_day (periodo, epoch, fecha, nota, norma)"
        " VALUES (:periodo, :epoch, :fecha, :nota, :norma)",
        periodo=month_number(day.periodo),
        epoch=epoch,
        fecha=day.fecha.isoformat(),
        nota=day.nota,
        norma=day.norma,
    )


def _put_concept(db: Connection, concept: ConceptText, epoch: int) -> None:
    db.run(
        "INSERT OR REPLACE INTO concept (codigo, desde, hasta, epoch, nombre, explicacion, norma, searched)"
        " VALUES (:codigo, :desde, :hasta, :epoch, :nombre, :explicacion, :norma, :searched)",
        codigo=concept.codigo,
        desde=month_number(concept.desde),
        hasta=None if concept.hasta is None else month_number(concept.hasta),
        epoch=epoch,
        nombre=concept.nombre,
        explicacion=concept.explicacion,
        norma=concept.norma,
        searched=searched_code(concept.nombre),
    )


def _remove(db: Connection, removal: Removal) -> None:
    """A kind that this version does not know, or an id that none of its facts can have, removes nothing."""
    if removal.kind in _REMOVERS:
        with suppress(ValueError):
            _REMOVERS[removal.kind](db, removal.id)


def _remove_payslip(db: Connection, fact_id: str) -> None:
    before = db.row("DELETE FROM payslip WHERE id = :id RETURNING payee, pdf", id=fact_id)
    if before is not None:
        _release(db, before["payee"], before["pdf"])


def _remove_pay_day(db: Connection, fact_id: str) -> None:
    db.run("DELETE FROM pay_day WHERE periodo = :periodo", periodo=month_number(Period.parse(fact_id)))


def _remove_concept(db: Connection, fact_id: str) -> None:
    codigo, _, desde = fact_id.rpartition("@")
    db.run(
        "DELETE FROM concept WHERE codigo = :codigo AND desde = :desde",
        codigo=codigo,
        desde=month_number(Period.parse(desde)),
    )


def _remove_person(db: Connection, _only: str) -> None:
    db.run("DELETE FROM person")


_REMOVERS: dict[str, Callable[[Connection, str], Any]] = {
    "payslip": _remove_payslip,
    "pay_day": _remove_pay_day,
    "concept": _remove_concept,
    "person": _remove_person,
    "legajo_record": remove_record,
    "request": remove_request,
    "paper": remove_paper,
    "look": remove_look,
}
