"""The last look before a request leaves: before and after, the papers that go with it, and what the office changed.

Pure. `confirmation` is the question "Enviar"; `Collision` the three versions when the record is not what it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.presenters.legajo_detail import DocumentLine, document_line
from desktop.presenters.legajo_form import finished, record_of
from desktop.presenters.legajo_list import section_title
from desktop.words import translate
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_comparison import Change, FieldDifference, FieldVersions, Side, compare_records, compare_three
from storage.request_records import RequestAction, RequestContent


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the person says yes to."""

    title: str
    what: str  # "II. Situación académica · Título profesional"
    differences: tuple[FieldDifference, ...]
    documents: tuple[DocumentLine, ...]  # those that go with the request
    filed: bool  # the record has documents at the office, and they stay
    doubts: tuple[str, ...]
    consequence: str

    @property
    def asks_nothing(self) -> bool:
        """Whether nothing would change, so that there is nothing to send."""
        return not self.differences and not self.documents


def editor_title(content: RequestContent, catalogue: LegajoCatalogue) -> str:
    """What is being written."""
    kind = catalogue.kind(content.kind)
    name = kind.name if kind else content.kind
    return {
        RequestAction.NEW: translate("legajo", "Nuevo registro: {kind}"),
        RequestAction.REMOVE: translate("legajo", "Pedir retiro: {kind}"),
    }.get(content.action, translate("legajo", "Solicitar modificación: {kind}")).format(kind=name)


def confirmation(
    content: RequestContent, catalogue: LegajoCatalogue, today: date, doubts: tuple[str, ...] = ()
) -> Confirmation:
    """The question, for a wish without anything hard wrong."""
    section = catalogue.section(content.section)
    kind = catalogue.kind(content.kind)
    parts = (section_title(section) if section else "", kind.name if kind else "")
    before = {document.sha256 for document in content.base.documents} if content.base else set()
    differences = _differences(content, catalogue, today)
    papers = tuple(
        document_line(one, catalogue, held=True, own=True) for one in content.documents if one.sha256 not in before
    )
    known = {one.sha256 for one in content.documents}
    return Confirmation(
        title=translate("legajo", "¿Enviar esta solicitud?"),
        what=" · ".join(part for part in parts if part),
        differences=tuple(one for one in differences if one.field not in known - before),
        documents=papers,
        filed=bool(known & before),
        doubts=doubts,
        consequence=translate("legajo", "Al elegir «Enviar» queda guardada en esta computadora y ya no cambia. Sale "
                              "sola cuando haya conexión; su legajo cambia solo cuando la UGEL la atienda."),
    )  # fmt: skip


def _differences(content: RequestContent, catalogue: LegajoCatalogue, today: date) -> tuple[FieldDifference, ...]:
    if content.action is RequestAction.REMOVE:
        return compare_records(content.base, None, catalogue)
    after = replace(record_of(content), fields=finished(content, catalogue, today))
    return compare_records(content.base, after, catalogue)


def change_words(difference: FieldDifference) -> str:
    """What happens to a field, for who does not see colours."""
    return {
        Change.ADDED: translate("legajo", "se agrega"),
        Change.REMOVED: translate("legajo", "se quita"),
        Change.CHANGED: translate("legajo", "cambia"),
    }[difference.change]


@dataclass(frozen=True, slots=True)
class Collision:
    """The office changed the record since the draft began. `gone`: it took the record out."""

    rows: tuple[FieldVersions, ...]  # those that somebody changed
    merged: Mapping[str, str]
    mine: Mapping[str, str]
    office: LegajoRecord | None

    @property
    def gone(self) -> bool:
        """Whether there is no record any more."""
        return self.office is None

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Fields that both changed, to different values."""
        return tuple(row.field for row in self.rows if row.side is Side.CONFLICT)


def collides(content: RequestContent, office: LegajoRecord | None) -> bool:
    """Whether the record is not the one that the draft began from."""
    if content.base is None:
        return False
    return office is None or office.version != content.base.version


def collision(
    content: RequestContent, office: LegajoRecord | None, catalogue: LegajoCatalogue, today: date
) -> Collision:
    """The three versions side by side; only fields that somebody changed."""
    mine = replace(record_of(content), fields=finished(content, catalogue, today))
    three = compare_three(content.base, office, mine, catalogue)
    rows = tuple(row for row in three.rows if row.side is not Side.NOBODY)
    return Collision(rows, three.merged, mine.fields, office)


def settled(content: RequestContent, clash: Collision, keep_mine: frozenset[str], new_record: str) -> RequestContent:
    """The draft over today's record. `keep_mine`: conflicting fields that stay as the person wrote them.

    A record that is gone is asked for anew, as `new_record`.
    """
    if clash.office is None:
        if content.action is RequestAction.REMOVE:
            return content
        return replace(content, action=RequestAction.NEW, record=new_record, base=None, fields=clash.mine)
    fields = dict(clash.merged)
    for code in keep_mine:
        fields[code] = clash.mine.get(code, "")
    if content.action is RequestAction.REMOVE:
        return replace(content, base=clash.office)
    return replace(content, base=clash.office, fields={code: value for code, value in fields.items() if value},
                   documents=_merged_documents(content, clash.office))  # fmt: skip


def _merged_documents(content: RequestContent, office: LegajoRecord) -> tuple[SupportingDocument, ...]:
    """The office's, without what the person took out, and with what the person added."""
    base = {one.sha256 for one in content.base.documents} if content.base else set()
    mine = {one.sha256 for one in content.documents}
    kept = tuple(one for one in office.documents if one.sha256 not in base - mine)
    there = {one.sha256 for one in kept}
    return (*kept, *(one for one in content.documents if one.sha256 not in base | there))


def side_words(row: FieldVersions) -> str:
    """Who changed a field."""
    return {
        Side.OFFICE: translate("legajo", "Lo cambió la UGEL"),
        Side.MINE: translate("legajo", "Lo cambió usted"),
        Side.BOTH_ALIKE: translate("legajo", "Los dos, igual"),
        Side.CONFLICT: translate("legajo", "Elija uno"),
        Side.NOBODY: "",
    }[row.side]
