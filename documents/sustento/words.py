"""What a person is told about a sustento, in the Spanish of Peru: what happened, what is safe, what to do."""

from typing import Final

from documents.packet.records import Remark, RemarkCode
from documents.packet.words import ITEMS, said
from documents.sustento.errors import (
    OpeningTrouble,
    SourceRefusedError,
    SustentoError,
    SustentoRefusedError,
    SustentoStoppedError,
    WholeTrouble,
)
from documents.sustento.records import Sustento

SAFE: Final = "Sus archivos están como antes y lo que ya agregó sigue aquí."

OPENING: Final[dict[OpeningTrouble, tuple[str, str]]] = {
    OpeningTrouble.TIMEOUT: ("tarda demasiado en abrirse", "Imprímalo, escanéelo y agregue el escaneo."),
    OpeningTrouble.CRASHED: ("no se pudo leer", "Vuelva a descargarlo, o imprímalo y escanéelo."),
}

WHOLE: Final[dict[WholeTrouble, tuple[str, str]]] = {
    WholeTrouble.NO_PAGES: ("Todavía no hay ninguna página.", "Agregue el PDF o las fotos del documento."),
    WholeTrouble.TOO_MANY_PAGES: (
        "Son {found} páginas y se aceptan hasta {limit}.",
        "Quite las que no hagan falta o divida el documento en dos sustentos.",
    ),
    WholeTrouble.TOO_LARGE: (
        "Aun con las imágenes reducidas pesa {found} y se aceptan hasta {limit}.",
        "Quite páginas, escanéelas en blanco y negro o divida el documento en dos sustentos.",
    ),
    WholeTrouble.TOO_MUCH: (
        "Los archivos elegidos pesan {found} en total y esta computadora trabaja con {limit} a la vez.",
        "Agregue menos archivos, o escanéelos con menos calidad.",
    ),
    WholeTrouble.LOST: ("No se pudieron juntar las páginas.", "Vuelva a intentarlo; si se repite, quite un archivo."),
}

# What the sentences of a packet say differently of a document that stands alone.
OWN_REMARKS: Final[dict[RemarkCode, str]] = {
    RemarkCode.DECRYPTED: "Tenía restricciones sin contraseña; aquí queda sin ellas.",
    RemarkCode.NOTE_DROPPED: "Una anotación sin dibujo propio no pasó. Revise si hace falta.",
    RemarkCode.ATTACHMENT_DROPPED: "Traía otros archivos dentro, que no pasaron. Agréguelos aparte si hacen falta.",
    RemarkCode.SIGNATURE_DROPPED: (
        "Traía una firma electrónica dentro del archivo: aquí queda solo lo que se ve de ella. Conserve el original."
    ),
    RemarkCode.PICTURE_REDUCED: "Sus imágenes quedaron a {detail} puntos por pulgada, que se leen bien y pesan menos.",
}


def told(error: SustentoError) -> tuple[str, str, str]:
    """What happened, what is safe, what to do."""
    match error:
        case SourceRefusedError(trouble=OpeningTrouble() as lost):
            what, todo = OPENING[lost]
            return f"«{error.name}» {what}.", SAFE, todo
        case SourceRefusedError():
            what, todo = next(words for trouble, words in ITEMS.items() if trouble is error.trouble)
            return f"«{error.name}» {what}.", SAFE, todo
        case SustentoRefusedError():
            what, todo = WHOLE[error.trouble]
            return what.format(found=_figure(error, error.found), limit=_figure(error, error.limit)), SAFE, todo
        case SustentoStoppedError():
            return "Se detuvo como usted pidió.", SAFE, "Puede agregar el archivo otra vez cuando quiera."
        case _:
            return "No se pudo preparar el documento.", SAFE, "Vuelva a intentarlo."


def remarked(remark: Remark) -> str:
    """A remark as a sentence after the name of its file."""
    own = OWN_REMARKS.get(remark.code)
    sentence = own.format(detail=remark.detail) if own else said(remark)
    return f"«{remark.title}»: {sentence}"


def size_line(sustento: Sustento, most: int) -> str:
    """How large it is, of how much is allowed, and what was saved."""
    line = f"{sustento.pages} {'página' if sustento.pages == 1 else 'páginas'} · {megabytes(sustento.size)}"
    line += f" de {megabytes(most)} que se aceptan"
    if sustento.before > 1.2 * sustento.size:
        line += f" (sus archivos pesaban {megabytes(sustento.before)})"
    return line + "."


def megabytes(size: int) -> str:
    """ "1.2 MB", "8 MB": of 1,048,576 bytes, as the limit of the catalogue is; rounded up."""
    tenths = -(-size * 10 // 2**20)
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"


def _figure(error: SustentoRefusedError, number: int) -> str:
    return f"{number:,}" if error.trouble is WholeTrouble.TOO_MANY_PAGES else megabytes(number)
