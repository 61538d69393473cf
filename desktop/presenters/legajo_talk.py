"""Sentences around writing a request: what keeps it here, what throwing it away means, what happened to it. Pure."""

from desktop.presenters.legajo_form import FormReading
from desktop.words import translate
from storage.request_records import PaperKind, RequestAction, RequestContent


def wrong_words(reading: FormReading) -> str:
    """How much keeps the request here; a draft is kept all the same."""
    whole = next((one.text for one in reading.whole if one.hard), "")
    unseen = next((one.text for code, one in reading.complaints.items() if one.hard and code not in reading.asked), "")
    if whole or unseen:  # no field of the form could show it
        return whole or unseen
    number = sum(one.hard for one in reading.complaints.values())
    one = translate("legajo", "Falta corregir 1 dato, marcado en rojo. Puede guardar el borrador y seguir después.")
    many = translate(
        "legajo", "Falta corregir {n} datos, marcados en rojo. Puede guardar el borrador y seguir después."
    )
    return one if number == 1 else many.format(n=number)


def unchanged_words() -> str:
    """Nothing to ask for."""
    return translate("legajo", "Todavía no cambió nada: lo escrito es igual a lo que hay en su legajo.")


def discard_words() -> tuple[str, str, str]:
    """Question, consequence, verb."""
    return (
        translate("legajo", "¿Descartar este borrador?"),
        translate("legajo", "Se borra lo que escribió y los documentos que agregó aquí. Su legajo y sus otras "
                            "solicitudes no cambian. Esto no se puede deshacer."),
        translate("legajo", "&Descartar"),
    )  # fmt: skip


def gone_words(content: RequestContent) -> tuple[str, str, str]:
    """The office took the record out while its change was being written."""
    question = translate("legajo", "La UGEL retiró este registro de su legajo")
    if content.action is RequestAction.REMOVE:
        told = translate("legajo", "Ya no está: no hace falta pedirlo. Puede descartar el borrador.")
        return question, told, translate("legajo", "&Entendido")
    told = translate("legajo", "Lo que escribió está completo. Puede pedir que se registre de nuevo, o descartar el "
                               "borrador.")  # fmt: skip
    return question, told, translate("legajo", "&Pedirlo como nuevo")


def refused_words(code: str) -> str | None:
    """Why the queue did not take it, by the code of `QueueRefusedError`; None for other errors."""
    return {
        "request-open": translate("legajo", "Ya hay otra solicitud abierta de este registro. Espere su respuesta o "
                                            "anúlela en Mis solicitudes; su borrador sigue aquí."),
        "missing-file": translate("legajo", "Falta el archivo de un documento en esta computadora. Quítelo y "
                                            "agréguelo otra vez; su borrador sigue aquí."),
    }.get(code)  # fmt: skip


def queued_words(*, connected: bool) -> str:
    """Said only when it is on disk."""
    kept = translate("legajo", "En cola, todavía sin código. Está guardada en esta computadora.")
    if connected:
        next_step = translate("legajo", "Se está enviando; aquí verá el código de la UGEL.")
    else:
        next_step = translate("legajo", "Saldrá sola cuando haya conexión.")
    return f"{kept} {next_step}"


def received_words(code: str) -> str:
    """The official code came."""
    return translate("legajo", "La UGEL recibió su solicitud. Código: {code}.").format(code=code)


def ask_paper_words(kind: PaperKind) -> tuple[str, str, str]:
    """Question, consequence, verb."""
    question = {
        PaperKind.INFORME: translate("legajo", "¿Solicitar su informe escalafonario?"),
    }.get(kind, translate("legajo", "¿Solicitar su hoja de vida?"))
    told = translate("legajo", "El pedido va al equipo de escalafón de su UGEL. Queda guardado aquí y sale solo cuando "
                               "haya conexión; el documento llegará a esta página.")  # fmt: skip
    return question, told, translate("legajo", "&Solicitar")


def wanted_words() -> str:
    """A document that is not here was asked for."""
    return translate("legajo", "Ese documento todavía no está en esta computadora: llegará con la próxima conexión.")
