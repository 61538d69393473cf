"""The report of a batch: the content of the printed one, and rows for a spreadsheet. No Qt, no drawing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from desktop.presenters.batch_list import repeated, tally_of
from desktop.presenters.batch_words import mark_of_row, office_words, tally_words
from desktop.presenters.formats import count
from desktop.presenters.trust_words import list_line
from desktop.presenters.verdict_detail import issued_words
from desktop.presenters.verdict_reasons import one_line, told_words
from desktop.presenters.verdicts import sentences_of
from desktop.presenters.verify_report import MOST_REASONS
from desktop.words import translate
from documents.batch_report import BatchFinding, BatchLine, BatchReport
from documents.seal.trust_list import TrustList
from documents.seal.verdict import Colour, Verdict
from documents.spreadsheet import Column, Kind, Sheet, Value
from storage.check_records import Batch, BatchRow, OfficeWord

Verdicts = Callable[[Sequence[BatchRow]], Iterable[tuple[BatchRow, Verdict]]]
LONGEST = 200  # characters of a path on paper


def report_name(batch: Batch, now: datetime) -> str:
    """verificacion ANEXOS 2026-12-01 0814.pdf"""
    name = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in batch.name)[:40].strip()
    return " ".join(f"verificacion {name} {now.astimezone():%Y-%m-%d %H%M}.pdf".split())


def list_digest(rows: Iterable[BatchRow]) -> str:
    """SHA-256 over a line a file, in order: position, digest, verdict, path, tabs between, UTF-8, each ended by \\n."""
    digest = hashlib.sha256()
    for row in rows:
        code = row.code.value if row.code is not None else ""
        digest.update(f"{row.position + 1}\t{row.sha256}\t{code}\t{row.path}\n".encode())
    return digest.hexdigest()


def batch_report(
    batch: Batch, rows: Sequence[BatchRow], verdicts: Verdicts, trust: TrustList, now: datetime
) -> BatchReport:
    """The printed report. `verdicts` reads those of some rows, one after the other."""
    tally = tally_of(rows)
    looked = [row for row in rows if row.colour is not Colour.GREEN or row.office is OfficeWord.DIFFERS]
    return BatchReport(
        title=translate("batch", "Informe de verificación masiva"),
        facts=_facts(batch, rows, trust, now),
        tally=(tally_words(tally),),
        trial=translate("batch", "PRUEBA: hay resultados que se apoyan en claves de demostración: no acreditan nada.")
        if tally.test
        else "",
        notice=translate(
            "batch",
            "El sello de integridad dice que lo impreso es lo que la oficina emitió. Cada resultado vale para el "
            "archivo de esa huella SHA-256 y para ningún otro.",
        ),
        found=translate("batch", "Lo que hay que mirar ({n})").format(n=count(len(looked))),
        findings=_findings(looked, verdicts),
        listed=translate("batch", "Todos los archivos ({n})").format(n=count(len(rows))),
        heads=(
            translate("batch", "N.°"), translate("batch", "Archivo"), translate("batch", "Resultado"),
            translate("batch", "Huella SHA-256"),
        ),
        lines=map(_line, rows),
        digest=(
            translate(
                "batch",
                "Huella SHA-256 de esta relación (número, huella, código del resultado y ruta de cada archivo, "
                "separados por tabuladores, una línea por archivo):",
            ),
            list_digest(rows),
        ),
        signature=(
            translate("batch", "Nombres y apellidos:"), translate("batch", "Cargo:"), translate("batch", "DNI:"),
            translate("batch", "Fecha:"), translate("batch", "Firma y sello:"),
        ),
        page=translate("batch", "Página {page} de {pages}"),
    )  # fmt: skip


def _facts(batch: Batch, rows: Sequence[BatchRow], trust: TrustList, now: datetime) -> tuple[str, ...]:
    begun = translate("batch", "Carpeta {name}: {n} archivos. Comprobada desde el {at}.").format(
        name=one_line(batch.name, LONGEST), n=count(len(rows)), at=issued_words(batch.begun_at)
    )
    made = translate("batch", "Informe hecho el {at} con Chasqui, sin conexión.").format(at=issued_words(now))
    compared = sum(row.office is not OfficeWord.NONE for row in rows)
    office = translate("batch", "Comparados también con los datos de la oficina: {n} archivos.").format(
        n=count(compared)
    )
    return begun, made, f"{list_line(trust, now)}.", office


def _findings(rows: Sequence[BatchRow], verdicts: Verdicts) -> Iterator[BatchFinding]:
    """Those that are checked, with their reasons; then those that are not, of which there is nothing to say."""
    for row, verdict in verdicts([row for row in rows if row.code is not None]):
        said = (sentences_of(verdict).title, *told_words(verdict)[:MOST_REASONS], *_office(row))
        yield BatchFinding(_line(row), said)
    for row in rows:
        if row.code is None:
            yield BatchFinding(_line(row), ())


def _office(row: BatchRow) -> tuple[str, ...]:
    if row.office is not OfficeWord.DIFFERS:
        return ()
    return (translate("batch", "Los totales no son los que la oficina tiene de esa persona y ese mes."),)


def _line(row: BatchRow) -> BatchLine:
    colour = row.colour.value if row.colour is not None else ""
    return BatchLine(
        f"{row.position + 1}", one_line(row.path, LONGEST), mark_of_row(row).word, colour, row.sha256
    )  # fmt: skip


def table_of(rows: Sequence[BatchRow], verdicts: Iterable[tuple[BatchRow, Verdict]]) -> Sheet:
    """A row a file. `verdicts`: of those that are checked, in the same order."""
    return Sheet(translate("batch", "Verificación masiva"), _columns(), tuple(_table_rows(rows, verdicts)))


def _table_rows(
    rows: Sequence[BatchRow], verdicts: Iterable[tuple[BatchRow, Verdict]]
) -> Iterator[tuple[Value, ...]]:  # fmt: skip
    twice = repeated(rows)
    told = iter(verdicts)
    for row in rows:
        reasons = checked = ""
        if row.code is not None and (found := next(told, None)) is not None:
            _row, verdict = found
            reasons = " | ".join(told_words(verdict)[:MOST_REASONS])
            checked = verdict.checked.astimezone().isoformat(timespec="seconds")
        yield _cells(row, reasons, checked, repeated=row.sha256 in twice)


def _columns() -> tuple[Column, ...]:
    return (
        Column(translate("batch", "N.°"), Kind.COUNT, 8), Column(translate("batch", "Ruta"), width=60),
        Column(translate("batch", "Huella SHA-256"), width=20), Column(translate("batch", "Resultado"), width=24),
        Column(translate("batch", "Código"), width=24), Column(translate("batch", "Motivos"), width=60),
        Column(translate("batch", "DNI firmado")), Column(translate("batch", "Persona"), width=36),
        Column(translate("batch", "Emisor"), width=30), Column(translate("batch", "Datos de la oficina"), width=22),
        Column(translate("batch", "Repetido"), width=10), Column(translate("batch", "Comprobado"), width=26),
    )  # fmt: skip


def _cells(row: BatchRow, reasons: str, checked: str, *, repeated: bool) -> tuple[Value, ...]:
    return (
        row.position + 1, row.path, row.sha256, mark_of_row(row).word, row.code.value if row.code else "", reasons,
        row.doc_numero, one_line(row.person), one_line(row.issuer), office_words(row.office) if row.code else "",
        translate("batch", "sí") if repeated else "", checked,
    )  # fmt: skip


def saved_words(name: str, tally: Sequence[BatchRow]) -> str:
    """After the report was written."""
    left = sum(row.code is None for row in tally)
    told = translate("batch", "Informe guardado: {name}.").format(name=name)
    if not left:
        return told
    return f"{told} " + translate("batch", "Dice también que {n} archivos quedan sin comprobar.").format(n=count(left))
