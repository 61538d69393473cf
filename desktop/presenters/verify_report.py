"""The report of a run: rows for a spreadsheet, and the content of the printed one. No Qt, no drawing."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from desktop.presenters.trust_words import list_line
from desktop.presenters.verdict_detail import file_name, issued_words
from desktop.presenters.verdict_reasons import one_line, told_words
from desktop.presenters.verdicts import TRIAL, mark_of, sentences_of, weight_of
from desktop.presenters.verify_words import tally_words
from desktop.words import translate
from documents.seal.trust_list import TrustList
from documents.seal.verdict import Verdict, VerdictCode
from documents.verify_report import Report, ReportRow

MOST_REASONS = 12  # of one file
_CALCULATED = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # what spreadsheets take for a formula, wide forms too


def report_name(now: datetime) -> str:
    """verificacion 2026-11-23 0814.pdf"""
    return f"verificacion {now.astimezone():%Y-%m-%d %H%M}.pdf"


def report_saved_words(path: Path) -> str:
    """The sentence after it was written."""
    return translate("verify", "Se guardó el informe «{name}» en {folder}.").format(name=path.name, folder=path.parent)


def csv_report(verdicts: Iterable[Verdict]) -> str:
    """One row a file. A cell that a spreadsheet would calculate gets an apostrophe before it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_headings())
    for verdict in verdicts:
        writer.writerow([harmless(cell) for cell in _cells(verdict)])
    return written.getvalue()


def harmless(cell: str) -> str:
    """The cell as text. File names come from strangers: "=HYPERLINK(…)" must not become a formula (CWE-1236)."""
    return f"'{cell}" if cell.lstrip(" ")[:1] in _CALCULATED else cell


def report_of(verdicts: Sequence[Verdict], trust: TrustList, now: datetime) -> Report:
    """The printed report: worst first, since those are the ones somebody has to act on."""
    rows = sorted(verdicts, key=lambda verdict: (*weight_of(verdict), verdict.file.path))
    return Report(
        title=translate("verify", "Informe de verificación"),
        made=translate("verify", "Hecho el {at} con Chasqui, sin conexión.").format(at=issued_words(now)),
        trust=f"{list_line(trust, now)}.",
        tally=tally_words(verdicts),
        trial=translate("verify", "PRUEBA: los resultados se apoyan en claves de demostración, que no acreditan nada.")
        if any(verdict.test_keys for verdict in verdicts)
        else "",
        notice=translate(
            "verify",
            "El sello de integridad dice que lo impreso es lo que la oficina emitió. Cada resultado vale para el "
            "archivo de esa huella SHA-256 y para ningún otro.",
        ),
        rows=tuple(_row(verdict) for verdict in rows),
    )


def _row(verdict: Verdict) -> ReportRow:
    return ReportRow(
        name=one_line(file_name(verdict.file.path), 200),
        digest=verdict.file.sha256,
        word=mark_of(verdict).word,
        colour=verdict.colour.value,
        said=(sentences_of(verdict).title, *_reasons(verdict)),
    )


def _reasons(verdict: Verdict) -> tuple[str, ...]:
    return told_words(verdict)[:MOST_REASONS]


def _headings() -> tuple[str, ...]:
    return (
        translate("verify", "Archivo"), translate("verify", "Huella SHA-256"), translate("verify", "Resultado"),
        translate("verify", "Código"), translate("verify", "Motivos"), translate("verify", "Emisor"),
        translate("verify", "Claves de prueba"), translate("verify", "Comprobado"),
        translate("verify", "Lista de confianza"), translate("verify", "Antigüedad de la lista (días)"),
    )  # fmt: skip


def _cells(verdict: Verdict) -> tuple[str, ...]:
    hidden = verdict.code is VerdictCode.FIRMA_FALSA or verdict.key is None
    return (
        verdict.file.path, verdict.file.sha256, sentences_of(verdict).word, verdict.code.value,
        " | ".join(_reasons(verdict)), "" if hidden or verdict.key is None else one_line(verdict.key.issuer_name),
        TRIAL if verdict.test_keys else "", verdict.checked.astimezone().isoformat(timespec="seconds"),
        str(verdict.trust.version), str(verdict.trust.age_days),
    )  # fmt: skip
