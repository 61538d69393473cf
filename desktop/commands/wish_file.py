"""A request as a file for the command line: read, laid over the record it is about, judged. No database, no network.

    {"action": "nuevo", "kind": "capacitacion", "fields": {"horas_lectivas": "120", …},
     "documents": [{"tipo": "certificado", …}], "note": ""}

`modificar` and `retirar` name the `record`; `modificar` gives only the fields that change ("" empties one). `documents`
describe the files of `--attach`, in their order. `hoja_de_vida` and `informe_escalafonario` need nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import msgspec

from desktop.presenters.legajo_form import finished, record_of
from desktop.presenters.sustento import EMPTY, read_support
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import RecordProblem, Severity, validate
from documents.legajo_words import sentence
from documents.sustento.records import Sustento
from storage.request_records import RequestAction, RequestContent

PAPERS = frozenset({RequestAction.HOJA_DE_VIDA, RequestAction.INFORME})
Texts = Mapping[str, str]


class WishFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the file says."""

    action: RequestAction
    kind: str = ""
    record: str = ""
    fields: dict[str, str] = {}
    documents: tuple[dict[str, str], ...] = ()
    note: str = ""
    replaces: str = ""


class WishProblem(StrEnum):
    """What the catalogue does not know of: how file, record and attachments go together."""

    UNKNOWN_RECORD = "unknown-record"
    NO_RECORD = "no-record"
    NOT_OF_A_PAPER = "not-of-a-paper"
    UNDESCRIBED = "undescribed"
    UNATTACHED = "unattached"
    NOTHING = "nothing-changes"


SENTENCES = {
    WishProblem.UNKNOWN_RECORD: "Ese registro no está en su legajo. Los registros se ven con «legajo show --json».",
    WishProblem.NO_RECORD: "Falta decir cuál registro: escriba su «id» en «record».",
    WishProblem.NOT_OF_A_PAPER: "Para pedir la hoja de vida o el informe no van registro, datos ni archivos.",
    WishProblem.UNDESCRIBED: "Falta describir este archivo adjunto en «documents».",
    WishProblem.UNATTACHED: "Falta el archivo de este documento: indíquelo con --attach.",
    WishProblem.NOTHING: "Los datos son iguales a los del legajo: no hay nada que pedir.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing wrong, where, and in words. A hard one keeps the request here."""

    field: str  # "fecha_fin", "documents/0/folios", "" for the request as a whole
    code: str
    hard: bool
    words: str


@dataclass(frozen=True, slots=True)
class Composed:
    """The request as it would leave, and everything wrong with it."""

    content: RequestContent
    problems: tuple[Told, ...]

    @property
    def good(self) -> bool:
        """Whether it may be queued."""
        return not any(problem.hard for problem in self.problems)


def read_wish(text: bytes) -> WishFile:
    """Raises ValueError, with what is wrong for a technician."""
    try:
        return msgspec.json.decode(text, type=WishFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None


def compose(
    wish: WishFile, files: Sequence[Sustento], base: LegajoRecord | None, new_record: str,
    catalogue: LegajoCatalogue, today: date, known: Texts,
) -> Composed:  # fmt: skip
    """`base`: the record that the file names, as it is filed; None when it names none or an unknown one."""
    if wish.action in PAPERS:
        return _paper(wish, files)
    if wish.action is not RequestAction.NEW and base is None:
        problem = WishProblem.UNKNOWN_RECORD if wish.record else WishProblem.NO_RECORD
        return Composed(_bare(wish), (_own(problem, "record"),))
    documents, wrong = _documents(wish, files, catalogue, today)
    content = _laid_over(wish, base, new_record, documents, catalogue)
    if wish.action is RequestAction.REMOVE:
        return Composed(content, tuple(wrong))
    wrong = [*_of_record(content, catalogue, today, known), *wrong]
    content = replace(content, fields=finished(content, catalogue, today))
    if base is not None and content.fields == base.fields and content.documents == base.documents:
        wrong.append(_own(WishProblem.NOTHING))
    return Composed(content, tuple(wrong))


def _paper(wish: WishFile, files: Sequence[Sustento]) -> Composed:
    surplus = wish.kind or wish.record or wish.fields or wish.documents or files
    return Composed(_bare(wish), (_own(WishProblem.NOT_OF_A_PAPER),) if surplus else ())


def _bare(wish: WishFile) -> RequestContent:
    return RequestContent(
        action=wish.action, section="", kind="", record="", base=None, note=wish.note, replaces=wish.replaces
    )


def _laid_over(
    wish: WishFile, base: LegajoRecord | None, new_record: str, documents: tuple[SupportingDocument, ...],
    catalogue: LegajoCatalogue,
) -> RequestContent:  # fmt: skip
    kind = catalogue.kind(base.kind if base else wish.kind)
    fields: dict[str, str] = dict(base.fields) if base and wish.action is RequestAction.CHANGE else {}
    fields |= wish.fields if wish.action is not RequestAction.REMOVE else {}
    kept = base.documents if base and wish.action is RequestAction.CHANGE else ()
    return replace(
        _bare(wish), section=kind.section if kind else "", kind=kind.code if kind else wish.kind,
        record=base.id if base else new_record, base=base, documents=(*kept, *documents),
        fields={code: value for code, value in fields.items() if value},
    )  # fmt: skip


def _of_record(content: RequestContent, catalogue: LegajoCatalogue, today: date, known: Texts) -> list[Told]:
    found = validate(record_of(content), catalogue, today, known=known)
    mending = content.action is RequestAction.CHANGE  # sorts of records that ended can still be mended
    return [
        Told(one.field, one.code, one.severity is Severity.HARD, sentence(one.code, one.arguments))
        for one in found
        if not (mending and one.code is RecordProblem.EXPIRED_KIND)
    ]


def _documents(
    wish: WishFile, files: Sequence[Sustento], catalogue: LegajoCatalogue, today: date
) -> tuple[tuple[SupportingDocument, ...], list[Told]]:
    read, wrong = [], []
    for place, (typed, file) in enumerate(zip(wish.documents, files, strict=False)):
        empty = replace(EMPTY, sha256=file.sha256, size=file.size, pages=file.pages)
        support = read_support(typed, empty, catalogue, today)
        read.append(support.document)
        wrong += [
            Told(f"documents/{place}/{code}", "document", word.hard, word.text) for code, word in support.words.items()
        ]
    for place in range(len(read), max(len(wish.documents), len(files))):
        missing = WishProblem.UNDESCRIBED if place < len(files) else WishProblem.UNATTACHED
        wrong.append(_own(missing, f"documents/{place}"))
    return tuple(read), wrong


def _own(problem: WishProblem, field: str = "") -> Told:
    return Told(field, problem, hard=True, words=SENTENCES[problem])
