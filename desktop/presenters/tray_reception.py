"""What a mesa de partes sees of a request: whether it is complete, what was registered, what can be. Pure, no Qt.

Every writing is received, also an incomplete one (TUO Ley 27444, art. 136): what is lacking is said to the person, with
two working days to complete it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.formats import moment, short_day
from desktop.presenters.requests_detail import expediente_words
from desktop.presenters.verdict_checks import Check
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.office_matters import ESCALAFON, PLANILLAS, is_about_pay
from storage.decision_records import CaseRow, OfficeCase, ReceptionWish
from storage.request_records import OfficeRequest, Reception, RequestAction, RequestContent

_FILING = frozenset({RequestAction.NEW, RequestAction.CHANGE})


@dataclass(frozen=True, slots=True)
class ReceptionQuestion:
    """What is asked before a request is registered."""

    title: str
    consequences: str
    known: ReceptionWish | None  # as it was registered last, or as far as the person told
    desks: tuple[tuple[str, str], ...]  # code and name; the first is proposed
    folios: int  # that the documents name


def lack_names() -> tuple[tuple[str, str], ...]:
    """Code and words of what can be wanting, in the order they are shown."""
    return (
        ("fut", translate("tray", "El FUT está incompleto")),
        ("firma", translate("tray", "Falta la firma en el FUT")),
        ("folios", translate("tray", "Los folios no coinciden")),
        ("sustento", translate("tray", "Falta un documento")),
        ("legible", translate("tray", "Un documento no se lee")),
    )


def desks_of(content: RequestContent) -> tuple[tuple[str, str], ...]:
    """To whom a request can be sent on: whose matter it is."""
    names = dict(_desks())
    found = (PLANILLAS, ESCALAFON) if is_about_pay(content.section, content.kind) else (ESCALAFON,)
    return tuple((code, names[code]) for code in found)


def question_of_reception(request: OfficeRequest, who: str) -> ReceptionQuestion:
    """`who` asks."""
    known, given, desks = request.reception, request.content.expediente, desks_of(request.content)
    registered = None
    if given is not None:
        registered = ReceptionWish(
            given, known.folios if known else 0, known.desk if known else "", known.lacking if known else ()
        )
    return ReceptionQuestion(
        translate("tray", "Recibir {code}").format(code=request.code),
        _consequences(who, desks),
        registered,
        desks,
        sum(one.folios or 0 for one in request.content.documents),
    )


def _consequences(who: str, desks: Sequence[tuple[str, str]]) -> str:
    if len(desks) == 1:
        told = translate("tray", "La solicitud pasa a {desk} y {who} lee su número de expediente.")
        return told.format(desk=desks[0][1], who=who)
    return translate("tray", "{who} lee su número de expediente y a quién se derivó.").format(who=who)


def checks_of(case: OfficeCase, catalogue: LegajoCatalogue) -> tuple[Check, ...]:
    """Whether everything is there that a FUT must say and bring."""
    content, person = case.request.content, case.person
    documents = content.documents
    found = [
        _check(
            translate("tray", "Solicitante identificado"), translate("tray", "Faltan datos del solicitante"),
            good=bool(person.doc_numero and person.apellidos and person.nombres),
        ),
        _documents(content, catalogue),
    ]  # fmt: skip
    if documents:
        unsaid = sum(1 for one in documents if not one.folios)
        folios = sum(one.folios or 0 for one in documents)
        found.append(_check(
            translate("tray", "Folios declarados: {n}").format(n=folios),
            translate("tray", "Documentos sin folios declarados: {n}").format(n=unsaid), good=not unsaid,
        ))  # fmt: skip
    given = expediente_words(content.expediente)
    found.append(_check(given, translate("tray", "Todavía sin número de expediente"), good=bool(given)))
    return tuple(found)


def received_words(reception: Reception | None, now: datetime) -> str:
    """Who registered it, when, for whom; and what is wanting until when."""
    if reception is None:
        return ""
    told = translate("tray", "Recibida por {who}, {when}: {n} folios, derivada a {desk}.").format(
        who=reception.who, when=moment(reception.at, now), n=reception.folios,
        desk=dict(_desks()).get(reception.desk, reception.desk),
    )  # fmt: skip
    if not reception.lacking:
        return told
    names = dict(lack_names())
    lacking = "; ".join(names.get(code, code) for code in reception.lacking)
    until = short_day(reception.until) if reception.until else ""
    return f"{told} " + translate(
        "tray", "Observada en mesa de partes: {what}. Puede completarla hasta el {day}."
    ).format(what=lacking, day=until)


def row_words(row: CaseRow) -> str:
    """The same in a list."""
    words = {"": translate("tray", "por recibir"), "lacking": translate("tray", "recibida, falta algo")}
    return words.get(row.reception, translate("tray", "recibida"))


def _documents(content: RequestContent, catalogue: LegajoCatalogue) -> Check:
    many = len(content.documents)
    names = translate("tray", "Documentos adjuntos: {n}").format(n=many)
    kind = catalogue.kind(content.kind)
    needed = content.action in _FILING and kind is not None and kind.needs_document
    if many or not needed:
        return Check("good", "check", names if many else translate("tray", "No necesita documentos"))
    return Check("wait", "triangle-alert", translate("tray", "Sin documento de sustento, y lo necesita"))


def _check(yes: str, no: str, *, good: bool) -> Check:
    return Check("good", "check", yes) if good else Check("wait", "triangle-alert", no)


def _desks() -> Sequence[tuple[str, str]]:
    return (
        (ESCALAFON, translate("tray", "Escalafón")),
        (PLANILLAS, translate("tray", "Planillas")),
    )
