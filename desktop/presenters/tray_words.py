"""What the office's page says around a decision: questions, reasons to choose from, results, refusals. Pure."""

from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.errors import explain
from desktop.presenters.formats import moment
from desktop.presenters.requests_states import mark_of
from desktop.presenters.tray_case import Case, Decision
from desktop.words import translate
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


def question_of(decision: Decision, case: Case) -> DecisionQuestion:
    """Attend, observe or reject; taking and leaving ask nothing."""
    if decision is Decision.ATTEND:
        effect = (
            translate("tray", "Se genera el documento y le llega a {who}.")
            if case.paper
            else translate("tray", "El cambio entra en el legajo de {who} y le llega solo.")
        )
        once = translate("tray", "Una solicitud atendida no cambia más.")
        return DecisionQuestion(
            translate("tray", "¿Atender {code}?").format(code=case.code),
            f"{effect.format(who=case.who)} {once}",
            (),
            demanded=False,
            yes=translate("tray", "&Atender"),
        )
    if decision is Decision.OBSERVE:
        return DecisionQuestion(
            translate("tray", "Observar {code}").format(code=case.code),
            translate(
                "tray", "{who} lee este motivo y tiene 5 días hábiles para corregirla. Su legajo queda como está."
            ).format(who=case.who),
            observation_reasons(),
            demanded=True,
            yes=translate("tray", "&Observar"),
        )
    return DecisionQuestion(
        translate("tray", "Rechazar {code}").format(code=case.code),
        translate(
            "tray", "{who} lee este motivo. Su legajo queda como está y una solicitud rechazada no cambia más."
        ).format(who=case.who),
        rejection_reasons(),
        demanded=True,
        yes=translate("tray", "&Rechazar"),
    )


def observation_reasons() -> tuple[str, ...]:
    """What most often keeps a request from being attended."""
    return (
        translate("tray", "El documento de sustento no se lee. Escanéelo de nuevo."),
        translate("tray", "Falta el documento de sustento."),
        translate("tray", "Al documento le falta una hoja o el reverso."),
        translate("tray", "El documento no corresponde a lo que se pide."),
        translate("tray", "Los datos no coinciden con el documento de sustento."),
        translate("tray", "Falta presentar el sustento por la mesa de partes."),
    )


def rejection_reasons() -> tuple[str, ...]:
    """What no correction mends."""
    return (
        translate("tray", "El registro ya figura en el legajo."),
        translate("tray", "El documento no es válido para este registro."),
        translate("tray", "La resolución no figura en el archivo de la entidad."),
        translate("tray", "Lo que se pide no corresponde a esta UGEL."),
        translate("tray", "No se levantó la observación dentro del plazo."),
    )


def result_words(decision: Decision, case: Case) -> str:
    """After the office took the decision."""
    words = {
        Decision.TAKE: translate("tray", "{code} queda a su cargo."),
        Decision.LEAVE: translate("tray", "{code} queda libre para quien la atienda."),
        Decision.ATTEND: translate("tray", "{code} atendida. A {who} le llega con su próxima sincronización."),
        Decision.OBSERVE: translate("tray", "{code} observada. {who} tiene 5 días hábiles para corregirla."),
        Decision.REJECT: translate("tray", "{code} rechazada. {who} leerá el motivo."),
    }[decision]
    return words.format(code=case.code, who=case.who)


def conflict_words(request: OfficeRequest, *, me: str, now: datetime) -> str:
    """Somebody was faster: who and when, as the request stands now."""
    last = request.history[-1] if request.history else None
    if request.state in SETTLED:
        words = {
            RequestState.ATTENDED: translate("tray", "{who} ya la atendió, {when}."),
            RequestState.REJECTED: translate("tray", "{who} ya la rechazó, {when}."),
            RequestState.CANCELLED: translate("tray", "Quien la pidió la anuló o la cambió por otra, {when}."),
        }[request.state]
    elif request.taken_by not in {"", me}:
        words, last = translate("tray", "La tomó {who}, {when}."), None
    elif request.state is RequestState.OBSERVED:
        words = translate("tray", "{who} ya la observó, {when}.")
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
        "busy": translate("tray", "El servicio no puede generar el documento en este momento. Intente más tarde."),
    }.get(code, "")


def fault_words(error: Exception) -> str:
    """Any fault that is not the network's, in a sentence with what to do."""
    known = refusal_words(error.problem.code) if isinstance(error, RefusedError) else ""
    told = explain(error)
    return known or f"{told.what} {told.todo}"


def offline_words(*, shown: bool) -> str:
    """Without a connection the tray only shows what is on the screen."""
    if shown:
        return translate("tray", "Sin conexión: se ve lo último que llegó. Para decidir hace falta conexión.")
    return translate("tray", "La bandeja necesita conexión. Cuando vuelva, pulse «Actualizar».")


def undecided_words(code: str) -> str:
    """A decision left and no answer came."""
    return translate(
        "tray",
        "Se cortó la conexión y no se sabe si la decisión sobre {code} llegó. Reintente: no se aplica dos veces.",
    ).format(code=code)
