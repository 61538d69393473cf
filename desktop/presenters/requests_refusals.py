"""Why the office did not accept a request that came to it: the codes of docs/protocol.md in plain words. Pure, no Qt.

Not for what a person at the office answers (observed, rejected): that is a sentence of theirs and shown as it is.
"""

from dataclasses import dataclass

from desktop.words import translate


@dataclass(frozen=True, slots=True)
class Refusal:
    """What happened and what to do. What the person wrote is always kept."""

    what: str
    todo: str


def refusal_words(reason: str) -> Refusal:
    """`reason` as the outbox keeps it: a stable code, or a sentence of the server."""
    code = reason.removeprefix("urn:chasqui:problem:").strip()
    known = _known().get(code)
    if known is not None:
        return known
    correct = translate("requests", "Pulse «Corregir»: lo que escribió está completo. Revíselo y envíelo otra vez.")
    if " " in code:  # a sentence that the server wrote for people
        return Refusal(code, correct)
    return Refusal(translate("requests", "La oficina no pudo recibir esta solicitud."), correct)


def _known() -> dict[str, Refusal]:
    correct = translate("requests", "Pulse «Corregir»: se abre con todo lo que escribió, para revisarla y enviarla.")
    return {
        "record-changed": Refusal(
            translate("requests", "Mientras esperaba, la oficina cambió ese mismo registro de su legajo."),
            translate("requests", "Pulse «Corregir» para ver qué cambió la oficina y decidir qué sigue pidiendo."),
        ),
        "invalid-legajo": Refusal(
            translate("requests", "La oficina encontró datos que no están bien escritos."),
            translate("requests", "Pulse «Corregir»: cada dato por revisar lo dice a su lado."),
        ),
        "request-open": Refusal(
            translate("requests", "La oficina ya tiene otra solicitud abierta sobre el mismo registro."),
            translate("requests", "Espere la respuesta de la otra, o anúlela y después corrija esta."),
        ),
        "missing-attachments": Refusal(
            translate("requests", "A la oficina le faltó algún archivo de sustento."),
            translate("requests", "Pulse «Corregir», revise que los archivos se puedan ver y envíela otra vez."),
        ),
        "wrong-digest": Refusal(
            translate("requests", "Un archivo de sustento llegó distinto del que usted adjuntó."),
            translate("requests", "Pulse «Corregir», adjunte el archivo de nuevo y envíela otra vez."),
        ),
        "too-large": Refusal(
            translate("requests", "Un archivo de sustento es más grande de lo que la oficina recibe."),
            translate("requests", "Pulse «Corregir» y adjúntelo con menos calidad o dividido en partes."),
        ),
        "other-body": Refusal(
            translate("requests", "La oficina tiene con ese mismo número interno una solicitud distinta."), correct
        ),
        "invalid-request": Refusal(translate("requests", "La oficina no entendió esta solicitud."), correct),
        "already-decided": Refusal(
            translate("requests", "La oficina ya la había decidido."),
            translate("requests", "Pulse «Sincronizar ahora» para recibir su respuesta."),
        ),
        "not-found": Refusal(translate("requests", "La oficina no encuentra esta solicitud."), correct),
    }
