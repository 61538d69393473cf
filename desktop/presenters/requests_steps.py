"""What can be done with a request in each state, what cancelling it will mean, and what to do next. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.presenters.requests_refusals import refusal_words
from desktop.presenters.requests_states import Reach, days_left, reach_of
from desktop.words import translate
from documents.working_days import Calendar
from storage.request_records import (
    CANCEL_REFUSED,
    OPEN_AT_OFFICE,
    QUEUED,
    RequestAction,
    RequestState,
    ShownRequest,
)

_ABOUT_RECORDS = frozenset({RequestAction.NEW, RequestAction.CHANGE, RequestAction.REMOVE})


class Deed(StrEnum):
    """What the person can do with a request."""

    CONTINUE = "continue"
    RETRY = "retry"  # try again now
    SIGN_IN = "sign-in"
    CORRECT = "correct"
    PACKET = "packet"
    EXPEDIENTE = "expediente"
    COPY_CODE = "copy-code"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before cancelling: every consequence, and the word of the button."""

    title: str
    consequences: str
    yes: str


def deeds_of(shown: ShownRequest, *, mended: bool = False) -> tuple[Deed, ...]:
    """What can be done, the first one the most likely. `mended`: another request corrects this one already."""
    found = list(_moves(shown, mended=mended))
    if shown.content.action in _ABOUT_RECORDS and shown.state in QUEUED | OPEN_AT_OFFICE:
        found.append(Deed.PACKET)
    if shown.state in OPEN_AT_OFFICE:
        found.append(Deed.EXPEDIENTE)
    if shown.code:
        found.append(Deed.COPY_CODE)
    if _can_cancel(shown):
        found.append(Deed.CANCEL)
    return tuple(found)


def _moves(shown: ShownRequest, *, mended: bool) -> tuple[Deed, ...]:
    state = shown.state
    if state is RequestState.DRAFT:
        return (Deed.CONTINUE,)
    if state is RequestState.WAITS_SESSION:
        return (Deed.SIGN_IN,)
    if state in {RequestState.READY, RequestState.WAITS_NETWORK}:
        return (Deed.RETRY,)
    correctable = {RequestState.OBSERVED, RequestState.REJECTED, RequestState.QUARANTINE}
    return (Deed.CORRECT,) if state in correctable and not mended and not _cancelling(shown) else ()


def _cancelling(shown: ShownRequest) -> bool:
    return shown.own is not None and shown.own.cancel_wanted


def _can_cancel(shown: ShownRequest) -> bool:
    return reach_of(shown) is not Reach.OVER and not _cancelling(shown)


def deed_words(deed: Deed, shown: ShownRequest) -> str:
    """The word of a button."""
    if deed is Deed.RETRY:
        tried = shown.own is not None and shown.own.tries > 0
        return translate("requests", "&Reintentar ahora") if tried else translate("requests", "&Enviar ahora")
    if deed is Deed.CANCEL and shown.state is RequestState.DRAFT:
        return translate("requests", "&Descartar")
    if deed is Deed.EXPEDIENTE and shown.expediente is not None:
        return translate("requests", "Cam&biar n.º de expediente…")
    return {
        Deed.CONTINUE: translate("requests", "&Seguir y enviar"),
        Deed.SIGN_IN: translate("requests", "&Volver a ingresar"),
        Deed.CORRECT: translate("requests", "C&orregir"),
        Deed.PACKET: translate("requests", "Preparar e&xpediente…"),
        Deed.EXPEDIENTE: translate("requests", "Anotar n.º de ex&pediente…"),
        Deed.COPY_CODE: translate("requests", "Copiar &código"),
        Deed.CANCEL: translate("requests", "&Anular"),
    }[deed]


def cancel_question(shown: ShownRequest) -> Question:
    """What will happen when this one is cancelled, by how far it has come."""
    reach, accept = reach_of(shown), translate("requests", "&Aceptar")
    if reach is Reach.DRAFT:
        return Question(
            translate("requests", "¿Descartar este borrador?"),
            translate(
                "requests",
                "Se borra de esta computadora, con sus archivos, y no se puede recuperar. A la oficina no se envió "
                "nada y su legajo queda como está.",
            ),
            accept,
        )
    return Question(translate("requests", "¿Anular esta solicitud?"), _consequences(reach, shown), accept)


def _consequences(reach: Reach, shown: ShownRequest) -> str:
    if reach is Reach.HERE:
        return translate(
            "requests",
            "Todavía no salió de esta computadora: se anula aquí, ahora mismo, y la oficina no la recibirá. Su legajo "
            "queda como está.",
        )
    if reach is Reach.ON_THE_WAY:
        return translate(
            "requests",
            "Está en camino y puede que la oficina ya la tenga. Primero se confirma el envío y en seguida se pide la "
            "anulación, sola, con la próxima conexión. Hasta entonces seguirá en la lista.",
        )
    if reach is Reach.REFUSED:
        return translate(
            "requests",
            "La oficina no la aceptó, así que allá no hay nada que anular. Aquí quedará como anulada y lo que "
            "escribió se seguirá viendo.",
        )
    return translate(
        "requests",
        "La oficina ya la tiene como {code}. Se le pedirá la anulación con la próxima conexión. Si la atiende antes, "
        "ya no se podrá anular y usted lo verá aquí.",
    ).format(code=shown.code)


def next_step(shown: ShownRequest, today: date, calendar: Calendar, *, mended: bool = False) -> str:
    """What to do now, or who has the next word, in one or two sentences."""
    if _cancelling(shown) and reach_of(shown) is not Reach.OVER:
        return translate(
            "requests",
            "Usted pidió anularla. Se avisará a la oficina con la próxima conexión, sin que haga nada.",
        )
    if mended and shown.state in {RequestState.OBSERVED, RequestState.REJECTED}:
        return translate("requests", "Ya hay otra solicitud que la corrige: siga esa.")
    if shown.state is RequestState.OBSERVED:
        return _mend(shown, today, calendar)
    if shown.state is RequestState.QUARANTINE:
        return refusal_words(shown.own.reason if shown.own is not None else "").todo
    if shown.state is RequestState.ATTENDED and shown.own is not None and shown.own.detail == CANCEL_REFUSED:
        return translate(
            "requests",
            "Usted pidió anularla, pero la oficina ya la había atendido: ya no se pudo anular y el cambio está en su "
            "legajo. Si no lo quiere, pida otra modificación.",
        )
    return _waiting(shown.state) or _answered(shown.state)


def _mend(shown: ShownRequest, today: date, calendar: Calendar) -> str:
    deadline = shown.fact.deadline if shown.fact is not None else None
    if deadline is None:
        return translate("requests", "Lea la observación, pulse «Corregir» y vuelva a enviarla.")
    if days_left(deadline, today, calendar) < 0:
        return translate(
            "requests", "El plazo para corregirla ya venció. Puede corregirla igual: la oficina decide si la recibe."
        )
    return translate(
        "requests", "Lea la observación, pulse «Corregir» y vuelva a enviarla. Lo que ya escribió no se pierde."
    )


def _waiting(state: RequestState) -> str:
    alone = translate("requests", "Está guardada y se enviará sola cuando haya conexión. No tiene que hacer nada.")
    going = translate("requests", "Se está enviando. Si la conexión se corta, continúa donde quedó y no se duplica.")
    return {
        RequestState.DRAFT: translate(
            "requests", "Es un borrador: solo está en esta computadora. Ábralo, termínelo y pulse «Enviar solicitud»."
        ),
        RequestState.READY: alone,
        RequestState.WAITS_NETWORK: alone,
        RequestState.UPLOADING: going,
        RequestState.SENDING: translate(
            "requests",
            "Se envió y falta que la oficina confirme. Se preguntará solo hasta saberlo, y no se duplica.",
        ),
        RequestState.WAITS_SESSION: translate(
            "requests", "Su ingreso al servicio venció. Vuelva a ingresar y se enviará; nada se perdió."
        ),
    }.get(state, "")


def _answered(state: RequestState) -> str:
    return {
        RequestState.FILED: translate(
            "requests",
            "La oficina la tiene. Si su UGEL pide el sustento por mesa de partes, prepare el expediente. "
            "Después anote aquí el número que le den.",
        ),
        RequestState.ATTENDED: translate("requests", "Terminó: el cambio ya está en su legajo."),
        RequestState.REJECTED: translate(
            "requests", "La oficina no la aceptó. Lea el motivo; si puede subsanarlo, pulse «Corregir» y envíe otra."
        ),
        RequestState.CANCELLED: translate("requests", "Está anulada y no cambia más. Si la necesita, pídala de nuevo."),
    }[state]
