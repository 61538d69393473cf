"""Old payslips on paper: transcriptions and constancias over them, sealed when the office's key was opened. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from documents.payslip import Period, TranscribedPayslip

if TYPE_CHECKING:
    from documents.seal.keys import IssuerKey

Identifiers = Callable[[], bytes]  # 8 random bytes, never the same twice


@dataclass(frozen=True, slots=True)
class Stamp:
    """With what papers are sealed: the office's key, and the moment. `key` None: without a seal."""

    now: datetime  # aware
    document_id: Identifiers
    key: "IssuerKey | None" = None


@dataclass(frozen=True, slots=True)
class LisPaper:
    """A drawn paper. `unsealed` says why it has no seal: "", "no-key", or "cannot" (its figures fit no seal)."""

    pdf: bytes
    unsealed: str


def payslip_paper(payslip: TranscribedPayslip, stamp: Stamp) -> LisPaper:
    """A transcribed payslip as a PDF."""
    from documents.payslip_pdf import draw_payslip, reference_payload
    from documents.seal.errors import IssuingError
    from documents.seal.issuing import issue_payslip

    why = "no-key"
    if stamp.key is not None:
        try:
            identity = stamp.document_id()
            return LisPaper(issue_payslip(payslip, stamp.key, issued=stamp.now, document_id=identity), "")
        except IssuingError:
            why = "cannot"  # an amount below zero, a letter that cannot be signed
    return LisPaper(draw_payslip(payslip, seal=reference_payload(payslip)), why)


def constancia_paper(
    payslips: Sequence[TranscribedPayslip], desde: Period, hasta: Period, stamp: Stamp, *, by_concept: bool = False
) -> LisPaper:
    """Constancia de haberes over a span, months without payslip said one by one; also by concept when asked for.

    Raises PaperContentError.
    """
    from documents.constancia import ConstanciaDeHaberes, constancia_de_haberes
    from documents.paper import PaperOffice, PaperPerson
    from documents.paper_pdf import draw_paper
    from documents.seal.errors import IssuingError
    from documents.seal.issuing import issue_paper

    last = max(payslips, key=lambda one: (one.periodo, one.secuencia))
    codes = sorted({one.codigo_modular_servidor for one in payslips} - {""})  # one for each post
    office_code = stamp.key.code.rpartition("/")[2] if stamp.key else last.codigo_ugel
    paper = constancia_de_haberes(
        ConstanciaDeHaberes(
            office=PaperOffice(office_code, last.ugel, last.dre),
            person=PaperPerson(
                doc_tipo=last.doc_tipo, doc_numero=last.doc_numero, apellidos=last.apellidos, nombres=last.nombres,
                codigo_modular=" · ".join(codes),
            ),
            issued=stamp.now.astimezone().date(),
            desde=desde,
            hasta=hasta,
            payslips=tuple(payslips),
            by_concept=by_concept,
        )
    )  # fmt: skip
    files = len({one.transcrita_de.partition(",")[0] for one in payslips})
    told = "un archivo del SUP" if files == 1 else f"{files} archivos del SUP"
    paper = replace(paper, facts=(*paper.facts, ("Transcrita de", told)))
    why = "no-key"
    if stamp.key is not None:
        try:
            return LisPaper(issue_paper(paper, stamp.key, issued=stamp.now, document_id=stamp.document_id()), "")
        except IssuingError:
            why = "cannot"
    reference = f"CONSTANCIA/{desde}/{hasta}".upper()
    return LisPaper(draw_paper(paper, seal=reference, note=None), why)
