"""What a person is told about a packet, in the Spanish of Peru: what happened, what is safe, what to do.

Tables by code, so that a test can ask whether anything has no words. Figures are put in by the functions below.
"""

from typing import Final

from documents.packet.errors import (
    FolderTrouble,
    FutIncompleteError,
    ItemRefusedError,
    ItemTrouble,
    PacketCancelledError,
    PacketError,
    PacketFolderError,
    PacketTooLargeError,
    PacketTooLongError,
)
from documents.packet.profiles import MEGABYTE
from documents.packet.records import PacketState, Remark, RemarkCode

_SAFE: Final = "Sus documentos están como antes y no se creó ningún archivo."

ITEMS: Final[dict[ItemTrouble, tuple[str, str]]] = {
    ItemTrouble.MISSING: (
        "no se puede abrir",
        "Compruebe que el archivo siga en su lugar y que el USB esté conectado.",
    ),
    ItemTrouble.EMPTY: ("está vacío", "Vuelva a descargarlo o a escanearlo."),
    ItemTrouble.TOO_LARGE: ("es demasiado grande", "Escanéelo a 200 puntos por pulgada o divídalo en partes."),
    ItemTrouble.TOO_MANY_PAGES: ("tiene demasiadas páginas", "Divídalo en partes."),
    ItemTrouble.TOO_COMPLEX: ("tiene una página demasiado pesada de dibujar", "Imprímalo y escanéelo."),
    ItemTrouble.LOCKED: ("pide una contraseña", "Ábralo con su contraseña, imprímalo como PDF y agregue esa copia."),
    ItemTrouble.DAMAGED: ("está dañado", "Vuelva a descargarlo o pida otra copia a quien se lo envió."),
    ItemTrouble.DYNAMIC_FORM: (
        "es un formulario que solo se ve en el programa de su fabricante",
        "Ábralo en ese programa, imprímalo como PDF y agregue esa copia.",
    ),
    ItemTrouble.PICTURE_DAMAGED: ("es una imagen dañada o incompleta", "Tome la foto o escanee otra vez."),
    ItemTrouble.PICTURE_TOO_LARGE: ("es una imagen demasiado grande", "Tome la foto con menor resolución."),
    ItemTrouble.IPHONE_PICTURE: (
        "es una foto en formato HEIC, que las mesas de partes no abren",
        "En el teléfono elija Ajustes, Cámara, Formatos, Más compatible, o compártala como JPEG.",
    ),
    ItemTrouble.OTHER_PICTURE: ("es una imagen de un formato que no usamos", "Guárdela como JPEG, PNG o PDF."),
    ItemTrouble.OFFICE_FILE: (
        "es un documento de oficina o un comprimido",
        "Ábralo, guárdelo como PDF y agregue el PDF.",
    ),
    ItemTrouble.UNKNOWN: ("no es un PDF ni una foto", "Agregue un PDF, un JPEG o un PNG."),
}

FOLDERS: Final[dict[FolderTrouble, tuple[str, str]]] = {
    FolderTrouble.EXISTS: ("Ya hay un archivo con ese nombre", "Elija otro nombre u otra carpeta."),
    FolderTrouble.FULL: ("No queda espacio en el disco", "Libere espacio o elija otra carpeta."),
    FolderTrouble.DENIED: ("No se puede escribir en esa carpeta", "Elija otra, por ejemplo Documentos."),
    FolderTrouble.GONE: ("La carpeta ya no está", "Conecte el USB o elija otra carpeta."),
    FolderTrouble.TROUBLE: ("El disco no respondió bien", "Intente de nuevo o elija otra carpeta."),
}

FIELDS: Final[dict[str, str]] = {
    "resumen": "el resumen de su pedido",
    "dependencia": "a quién se dirige",
    "apellidos": "sus apellidos",
    "nombres": "sus nombres",
    "doc_numero": "el número de su documento",
    "fundamentacion": "la fundamentación (hasta 20,000 letras)",
    "lugar": "el lugar",
}

REMARKS: Final[dict[RemarkCode, str]] = {
    RemarkCode.DECRYPTED: "Tenía restricciones sin contraseña; en el paquete va sin ellas.",
    RemarkCode.REPAIRED: "El archivo tenía daños que se pudieron reparar. Revise que estén todas sus páginas.",
    RemarkCode.FLATTENED: "Sus notas, sellos y campos llenados quedaron fijos en la página{pages}.",
    RemarkCode.NOTE_DROPPED: "Una anotación sin dibujo propio no pasó al paquete{pages}. Revise si hace falta.",
    RemarkCode.LINKS_DROPPED: "Se quitaron los enlaces{pages}; el texto quedó igual.",
    RemarkCode.SCRIPT_DROPPED: "Se quitaron acciones y programas que traía el archivo.",
    RemarkCode.ATTACHMENT_DROPPED: "Traía otros archivos dentro, que no pasaron. Agréguelos aparte si hacen falta.",
    RemarkCode.SIGNATURE_DROPPED: (
        "Traía una firma electrónica dentro del archivo. Al unirse al paquete queda solo lo que se ve de ella: "
        "conserve el original y preséntelo también por separado si se lo piden."
    ),
    RemarkCode.LAYERS_DRAWN: "Tenía capas ocultas: sus páginas pasaron como imagen de lo que se ve.",
    RemarkCode.PLACED_ON_A4: "Es más pequeño que una hoja A4: se puso sobre una hoja A4{pages}.",
    RemarkCode.SHRUNK_TO_A3: "Es más grande que una hoja A3: se redujo a A3{pages}. Revise que se lea.",
    RemarkCode.TURNED: "Se enderezó{pages}.",
    RemarkCode.KIND_DIFFERS: "El archivo no era del tipo que decía; se usó lo que realmente es.",
    RemarkCode.PICTURE_REDUCED: (
        "Sus imágenes se redujeron a {detail} puntos por pulgada para no pasar el límite. Revise que se lean."
    ),
    RemarkCode.PICTURE_COARSE: "La imagen tiene poca resolución y puede verse borrosa. Si puede, escanéela otra vez.",
    RemarkCode.FOLIO_ON_BOX: (
        "No había espacio libre arriba a la derecha: el folio va en un recuadro blanco{pages}. Revise que no tape nada."
    ),
    RemarkCode.BLANK_UNNUMBERED: "Está en blanco y no lleva folio{pages}.",
}

STATES: Final[dict[PacketState, str]] = {
    PacketState.SAME: "Los documentos son los mismos que cuando se armó el paquete. Esto no dice quién lo armó.",
    PacketState.CHANGED: (
        "Los documentos no coinciden con el código de la primera hoja: el archivo cambió o se volvió a guardar "
        "con otro programa. Use el archivo original."
    ),
    PacketState.NO_REFERENCE: "La primera hoja no tiene un código de comprobación que se pueda leer.",
    PacketState.UNREADABLE: "El archivo no se puede abrir como PDF.",
}


def told(error: PacketError) -> tuple[str, str, str]:
    """What happened, what is safe, what to do."""
    what, todo = _told(error)
    return what, _SAFE, todo


def _told(error: PacketError) -> tuple[str, str]:
    match error:
        case ItemRefusedError():
            what, todo = ITEMS[error.trouble]
            told = f"«{error.title}» {what}.", todo
        case PacketFolderError():
            what, todo = FOLDERS[error.trouble]
            told = f"{what}.", todo
        case FutIncompleteError():
            told = f"Falta {', '.join(FIELDS[name] for name in error.missing)}.", "Complete el formulario."
        case PacketTooLargeError():
            told = _too_large(error), "Quite documentos, divida el pedido o escanee en blanco y negro."
        case PacketTooLongError():
            what = "documentos" if error.what == "documents" else "páginas"
            told = f"Son {error.count:,} {what} y el máximo es {error.limit:,}.", "Divida el pedido en partes."
        case PacketCancelledError():
            told = "Se detuvo como usted pidió.", "Puede volver a armarlo cuando quiera."
        case _:
            told = "No se pudo armar el paquete.", "Intente de nuevo."
    return told


def _too_large(error: PacketTooLargeError) -> str:
    if error.excess:
        figures = f"pesa {megabytes(error.size)} y aceptan {megabytes(error.limit)}: sobran {megabytes(error.excess)}"
        return f"Aun con las imágenes reducidas, el paquete {figures}."
    return f"El paquete sale en {error.files} archivos y aceptan {error.most_files}."


def megabytes(size: int) -> str:
    """ "12.4 MB", in decimal megabytes, rounded up so that an excess is never shown as nothing."""
    return f"{-(-size * 10 // MEGABYTE) / 10:.1f} MB"


def said(remark: Remark) -> str:
    """A remark as a sentence, with its pages."""
    pages = f" ({_pages(remark.pages)})" if remark.pages else ""
    return REMARKS[remark.code].format(pages=pages, detail=remark.detail)


def _pages(pages: tuple[int, ...]) -> str:
    """ "página 3"; "páginas 1, 2 y 5"; long lists end in how many more."""
    if len(pages) == 1:
        return f"página {pages[0]}"
    if len(pages) > 8:
        return f"páginas {', '.join(map(str, pages[:7]))} y {len(pages) - 7} más"
    return f"páginas {', '.join(map(str, pages[:-1]))} y {pages[-1]}"
