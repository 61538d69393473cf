"""What the office's page says around a decision: questions, reasons to choose from, results, refusals. Pure."""

from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.errors import explain
from desktop.presenters.formats import moment
from desktop.presenters.requests_states import mark_of
from desktop.words import translate
from documents.decision_reasons import Reasons
from storage.decision_records import Deed
from storage.request_records import SETTLED, OfficeRequest, RequestState
from sync.errors import RefusedError


@dataclass(frozen=True, slots=True)
class DecisionQuestion:
    """What is asked before a decision goes out."""

    title: str
    consequences: str
    reasons: tuple[str, ...]  # to choose from
    demanded: bool  # a reason is
    yes: str


def question_of(decision: Deed, codes: tuple[str, ...], who: str, reasons: Reasons, *, paper: bool) -> DecisionQuestion:
    """Attend, observe or reject one request or several; taking and leaving ask nothing. `who` of one."""
    one = codes[0] if len(codes) == 1 else ""
    if decision is Deed.ATTEND:
        return _attending(one, len(codes), who, paper=paper)
    if decision is Deed.OBSERVE:
        return DecisionQuestion(
            _title(
                translate("tray", "Observar {code}"), translate("tray", "Observar {n} solicitudes"), one, len(codes)
            ),
            translate(
                "tray", "{who} lee este motivo y tiene 5 días hábiles para corregirla. Su legajo queda como está."
            ).format(who=who)
            if one
            else translate("tray", "Cada persona lee este motivo y tiene 5 días hábiles para corregir."),
            reasons.observe,
            demanded=True,
            yes=translate("tray", "&Observar"),
        )
    return DecisionQuestion(
        _title(translate("tray", "Rechazar {code}"), translate("tray", "Rechazar {n} solicitudes"), one, len(codes)),
        translate(
            "tray", "{who} lee este motivo. Su legajo queda como está y una solicitud rechazada no cambia más."
        ).format(who=who)
        if one
        else translate("tray", "Cada persona lee este motivo. Una solicitud rechazada no cambia más."),
        reasons.reject,
        demanded=True,
        yes=translate("tray", "&Rechazar"),
    )


def _attending(one: str, count: int, who: str, *, paper: bool) -> DecisionQuestion:
    once = translate("tray", "Una solicitud atendida no cambia más.")
    if not one:
        effect = translate("tray", "Cada cambio entra en el legajo de quien lo pidió y le llega solo.")
    elif paper:
        effect = translate("tray", "Se genera el documento y le llega a {who}.").format(who=who)
    else:
        effect = translate("tray", "El cambio entra en el legajo de {who} y le llega solo.").format(who=who)
    title = _title(translate("tray", "¿Atender {code}?"), translate("tray", "¿Atender {n} solicitudes?"), one, count)
    return DecisionQuestion(title, f"{effect} {once}", (), demanded=False, yes=translate("tray", "&Atender"))


def _title(single: str, several: str, code: str, count: int) -> str:
    return single.format(code=code) if code else several.format(n=count)


def conflict_words(request: OfficeRequest, *, me: str, now: datetime, deed: Deed | None = None) -> str:
    """Somebody was faster: who and when, as the request stands now. `deed`: what was wanted."""
    got = request.reception
    if deed is Deed.RECEIVE and got is not None and request.state not in SETTLED:
        return translate("tray", "{who} ya la recibió, {when}. Lo que usted registró no se aplicó.").format(
            who=got.who, when=moment(got.at, now)
        )
    last = request.history[-1] if request.history else None
    if request.state in SETTLED:
        words = {
            RequestState.ATTENDED: translate("tray", "{who} ya la atendió, {when}."),
            RequestState.REJECTED: translate("tray", "{who} ya la rechazó, {when}."),
            RequestState.CANCELLED: translate("tray", "Quien la pidió la anuló o la cambió por otra, {when}."),
        }[request.state]
    elif request.state is RequestState.OBSERVED and last is not None and last.at == request.changed_at:
        words = translate("tray", "{who} ya la observó, {when}.")
    elif request.taken_by not in {"", me}:
        words, last = translate("tray", "La tomó {who}, {when}."), None
    else:
        words = translate("tray", "Cambió mientras usted la veía, {when}.")
    who = last.who if last is not None and last.who else request.taken_by or translate("tray", "Otra persona")
    if who == me and me:
        done = translate("tray", "Su decisión anterior sobre {code} sí llegó: está {state} desde {when}.")
        at = moment(last.at if last is not None else request.changed_at, now)
        return done.format(code=request.code, state=mark_of(request.state).word.lower(), when=at)
    told = words.format(who=who, when=moment(last.at if last is not None else request.changed_at, now))
    not_applied = translate("tray", "Su decisión no se aplicó; aquí está como quedó.")
    return f"{told} {not_applied}"


def refusal_words(code: str) -> str:
    """Why the office's service did not take a call, by the problem's code; "" for one without words of its own."""
    return {
        "not-yours": translate("tray", "Su cuenta ya no tiene permiso para atender solicitudes. Avise a soporte."),
        "not-found": translate("tray", "Esa solicitud ya no está en la bandeja de su UGEL."),
        "record-changed": translate(
            "tray", "El registro cambió después de la solicitud y no se pudo atender. Obsérvela para que la corrijan."
        ),
        "reason-missing": translate("tray", "Falta el motivo. Escríbalo y vuelva a intentar."),
        "unknown-blob": translate("tray", "El servicio no tiene ese archivo. Observe la solicitud para que lo envíen."),
        "follows-refused": translate(
            "tray", "Venía detrás de otra decisión suya sobre la misma solicitud, y esa no se aplicó."
        ),
        "already-decided": translate("tray", "La solicitud ya fue atendida, rechazada o anulada y no cambia más."),
        "changed-meanwhile": translate("tray", "Otra persona tomó o cambió la solicitud antes. Revise cómo está."),
        "busy": translate("tray", "El servicio no puede generar el documento en este momento. Intente más tarde."),
    }.get(code, "")


def fault_words(error: Exception) -> str:
    """Any fault that is not the network's, in a sentence with what to do."""
    known = refusal_words(error.problem.code) if isinstance(error, RefusedError) else ""
    told = explain(error)
    return known or f"{told.what} {told.todo}"
