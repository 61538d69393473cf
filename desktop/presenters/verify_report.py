"""The report of a run: rows for a spreadsheet, and the content of the printed one. No Qt, no drawing."""

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
from documents.spreadsheet import Column, Kind, Sheet, Value
from documents.verify_report import Report, ReportRow

MOST_REASONS = 12  # of one file


def report_name(now: datetime) -> str:
    """verificacion 2026-11-23 0814.pdf"""
    return f"verificacion {now.astimezone():%Y-%m-%d %H%M}.pdf"


def report_saved_words(path: Path) -> str:
    """The sentence after it was written."""
    return translate("verify", "Se guardó el informe «{name}» en {folder}.").format(name=path.name, folder=path.parent)


def table_of(verdicts: Iterable[Verdict]) -> Sheet:
    """One row a file."""
    return Sheet(translate("verify", "Verificación"), _columns(), tuple(map(_cells, verdicts)))


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


def _columns() -> tuple[Column, ...]:
    return (
        Column(translate("verify", "Archivo"), width=60), Column(translate("verify", "Huella SHA-256"), width=20),
        Column(translate("verify", "Resultado"), width=24), Column(translate("verify", "Código"), width=24),
        Column(translate("verify", "Motivos"), width=60), Column(translate("verify", "Emisor"), width=30),
        Column(translate("verify", "Claves de prueba")), Column(translate("verify", "Comprobado"), width=26),
        Column(translate("verify", "Lista de confianza"), Kind.COUNT),
        Column(translate("verify", "Antigüedad de la lista (días)"), Kind.COUNT),
    )  # fmt: skip


def _cells(verdict: Verdict) -> tuple[Value, ...]:
    hidden = verdict.code is VerdictCode.FIRMA_FALSA or verdict.key is None
    return (
        verdict.file.path, verdict.file.sha256, sentences_of(verdict).word, verdict.code.value,
        " | ".join(_reasons(verdict)), "" if hidden or verdict.key is None else one_line(verdict.key.issuer_name),
        TRIAL if verdict.test_keys else "", verdict.checked.astimezone().isoformat(timespec="seconds"),
        verdict.trust.version, verdict.trust.age_days,
    )  # fmt: skip
