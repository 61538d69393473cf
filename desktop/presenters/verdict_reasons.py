"""Why: each reason of a verdict as one plain sentence, and the names of what is signed. No Qt.

What comes from a file or a QR is cut to one short printable line before it reaches a sentence.
"""

import re
import unicodedata
from datetime import datetime
from typing import Final

from desktop.presenters.formats import short_day
from desktop.words import translate
from documents.seal.verdict import Field, Reason, ReasonCode, Verdict, VerdictCode

LONGEST: Final = 120  # characters of foreign text within a sentence
_R = ReasonCode
SEAL_BROKEN: Final = frozenset({_R.SIGNATURE_BAD, _R.SEAL_MALFORMED})


def told_reasons(verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons that may be shown: after a broken signature only that, whatever else the verdict carries."""
    if verdict.code is not VerdictCode.FIRMA_FALSA:
        return verdict.reasons
    return tuple(reason for reason in verdict.reasons if reason.code in SEAL_BROKEN)


def told_words(verdict: Verdict) -> tuple[str, ...]:
    """Their sentences, each once."""
    return tuple(dict.fromkeys(map(reason_words, told_reasons(verdict))))


def reason_words(reason: Reason) -> str:
    """The sentence, with the page where there is one."""
    template = _sentences()[reason.code]
    words = template.format(
        field=field_words(reason.field), expected=one_line(reason.expected), found=_found(reason), date=_date(reason)
    )
    if reason.page <= 1 or reason.code is _R.SHEET_NUMBERED:  # of every sheet: said once
        return words
    return translate("verify", "Página {page}: {words}").format(page=reason.page, words=words)


def reason_name(code: ReasonCode) -> str:
    """The sentence of any such reason, without the values of one: what a list of reasons is filtered by."""
    words = _sentences()[code]
    for hole in ("{field}: ", ": {found}", " ({found})", " ({date})"):
        words = words.replace(hole, "")
    words = re.sub(r"\{[a-z]+\}", "…", words)
    return words[:1].upper() + words[1:]


def field_words(field: Field | None) -> str:
    """How a person calls a signed value."""
    known = {
        Field.DOC_NUMERO: translate("verify", "DNI"),
        Field.CODIGO_MODULAR: translate("verify", "Código modular"),
        Field.APELLIDOS_Y_NOMBRES: translate("verify", "Apellidos y nombres"),
        Field.PERIODO: translate("verify", "Mes"),
        Field.SECUENCIA: translate("verify", "Planilla"),
        Field.TOTAL_HABERES: translate("verify", "Total haberes"),
        Field.TOTAL_DESCUENTOS: translate("verify", "Total descuentos"),
        Field.LIQUIDO: translate("verify", "Líquido"),
        Field.MONTO_IMPONIBLE: translate("verify", "Monto imponible"),
        Field.HABERES: translate("verify", "Ingresos"),
        Field.DESCUENTOS: translate("verify", "Descuentos"),
        Field.OFFICE: translate("verify", "Oficina emisora"),
        Field.VALID_UNTIL: translate("verify", "Válido hasta"),
        Field.SPAN: translate("verify", "Meses"),
        Field.PAGE: translate("verify", "Número de página"),
        Field.CONTENT: translate("verify", "Contenido"),
    }
    return known[field] if field else translate("verify", "Un dato firmado")


def one_line(text: str, longest: int = LONGEST) -> str:
    """Foreign text made harmless: one line, nothing invisible or that turns the direction of writing, not too long."""
    shown = "".join(_plain(letter) for letter in text)
    words = " ".join(shown.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter).startswith("C") else letter


def _found(reason: Reason) -> str:
    if reason.code is _R.FILE_UNREADABLE:
        return _unreadable(reason.found)
    if reason.code in {_R.ANNOTATION, _R.ANNOTATION_CHANGES_VALUE}:
        return _annotation(reason.found)
    return one_line(reason.found)


def _date(reason: Reason) -> str:
    try:
        return short_day(datetime.fromisoformat(reason.found).astimezone().date())
    except ValueError:
        return one_line(reason.found)


def _unreadable(code: str) -> str:
    known = {
        "empty": translate("verify", "está vacío"),
        "too-large": translate("verify", "es demasiado grande para ser una boleta"),
        "not-a-pdf": translate("verify", "no es un PDF ni una imagen"),
        "not-a-file": translate("verify", "no es un documento, sino una carpeta u otra cosa"),
        "locked": translate("verify", "está protegido con contraseña"),
        "no-pages": translate("verify", "no tiene páginas"),
        "bad-page-size": translate("verify", "tiene páginas de un tamaño imposible"),
        "too-much-text": translate("verify", "tiene más texto del que cabe en una boleta"),
        "too-much-memory": translate("verify", "pedía demasiada memoria y se dejó de leer"),
        "timeout": translate("verify", "tardaba demasiado y se dejó de leer"),
        "crashed": translate("verify", "hizo fallar al lector, que trabaja aparte: nada se dañó"),
        "missing": translate("verify", "ya no está en esa carpeta"),
        "denied": translate("verify", "no se deja abrir: falta permiso"),
        "unreadable": translate("verify", "no se pudo leer del disco o de la memoria USB"),
    }
    return known.get(code, translate("verify", "está dañado o incompleto"))


def _annotation(kind: str) -> str:
    known = {
        "FreeText": translate("verify", "un cuadro de texto"),
        "Stamp": translate("verify", "un sello o imagen pegada"),
        "Highlight": translate("verify", "un resaltado"),
        "Widget": translate("verify", "un campo de formulario"),
        "Ink": translate("verify", "un trazo a mano"),
        "Text": translate("verify", "una nota"),
        "Link": translate("verify", "un enlace"),
    }
    return known.get(kind.lstrip("/"), translate("verify", "una anotación"))


def _sentences() -> dict[ReasonCode, str]:
    return {
        **_seal(),
        **_key(),
        **_content(),
        **_look(),
        **_nothing_to_compare(),
        **_added(),
        **_unsigned(),
        **_remarks(),
    }


def _seal() -> dict[ReasonCode, str]:
    return {
        _R.SIGNATURE_BAD: translate("verify", "El sello nombra a un emisor conocido, pero no lo hizo su clave."),
        _R.SEAL_MALFORMED: translate("verify", "El sello no cumple sus propias reglas: ninguna oficina lo hizo así."),
        _R.DOCUMENT_ANNULLED: translate("verify", "La oficina anuló este documento el {date}."),
        _R.DOCUMENT_EXPIRED: translate("verify", "El documento fue válido hasta el {date}: ya venció."),
    }


def _key() -> dict[ReasonCode, str]:
    return {
        _R.KEY_COMPROMISED: translate(
            "verify", "La clave del emisor se da por robada desde el {date}: ni la fecha del sello es creíble."
        ),
        _R.KEY_REVOKED: translate("verify", "La clave del emisor fue retirada el {date}."),
        _R.KEY_OUT_OF_TIME: translate("verify", "La clave del emisor no estaba vigente en la fecha del sello."),
        _R.KEY_WRONG_TYPE: translate("verify", "La clave del emisor no es para este tipo de documento."),
        _R.KEY_UNKNOWN: translate("verify", "La clave del sello no está en la lista de confianza."),
    }


def _content() -> dict[ReasonCode, str]:
    return {
        _R.VALUE_DIFFERS: translate("verify", "{field}: la hoja no dice lo que se firmó."),
        _R.VALUE_MISSING: translate("verify", "{field}: está firmado y en la hoja no aparece."),
        _R.LINE_DIFFERS: translate("verify", "{field}: una línea no es la que se firmó."),
        _R.LINE_MISSING: translate("verify", "{field}: falta una línea que se firmó."),
        _R.LINE_UNSIGNED: translate("verify", "{field}: hay una línea que nadie firmó."),
        _R.AMOUNT_UNSIGNED: translate("verify", "En la hoja hay un monto que nadie firmó: {found}"),
        _R.TEXT_CHANGED: translate("verify", "El texto de la hoja no es el que se firmó."),
        _R.ORDER_CHANGED: translate(
            "verify", "Las palabras son las que se firmaron, pero cambiaron de lugar o de orden: dicen otra cosa."
        ),
        _R.PAGE_ADDED: translate("verify", "Hay una página que imita a las del documento y no lleva su sello."),
        _R.PAGE_MISSING: translate("verify", "El sello es de {expected} páginas y el archivo trae {found}."),
        _R.SEALS_DISAGREE: translate("verify", "En una misma hoja hay dos sellos distintos."),
    }


def _look() -> dict[ReasonCode, str]:
    return {
        _R.VALUE_NOT_SEEN: translate("verify", "{field}: está tapado, cortado o escrito para que no se vea."),
        _R.VALUE_LOOKS_DIFFERENT: translate("verify", "{field}: lo que se ve no es lo que el archivo dice por dentro."),
        _R.TEXT_NOT_SEEN: translate("verify", "Hay texto que no se ve o que se ve distinto de lo que dice."),
        _R.LAYER_CHANGES_VALUE: translate(
            "verify", "{field}: cambia según una capa del PDF que se puede prender y apagar."
        ),
        _R.ANNOTATION_CHANGES_VALUE: translate("verify", "{field}: hay algo puesto encima ({found})."),
    }


def _nothing_to_compare() -> dict[ReasonCode, str]:
    return {
        _R.NO_TEXT: translate("verify", "Es una foto, un escaneo o un dibujo: no hay texto que comparar."),
        _R.PICTURE_OF_PAGE: translate("verify", "Una imagen cubre la hoja: no se puede comparar lo que muestra."),
        _R.TYPEFACE_UNKNOWN: translate("verify", "Usa un tipo de letra que este programa no sabe comparar."),
        _R.TEXT_UNREADABLE: translate("verify", "El texto del archivo no se entiende: no se puede comparar."),
        _R.SEALS_SHARE_PAGE: translate(
            "verify", "En una misma hoja hay varios documentos sellados: verifique cada uno en su propio archivo."
        ),
        _R.PLACES_CHANGED: translate(
            "verify", "Las palabras son las que se firmaron, pero no están todas en su lugar: compare fechas y datos."
        ),
        _R.LABEL_NOT_FOUND: translate("verify", "{field}: el dato está, pero no junto a su rótulo."),
        _R.NOT_ALL_LOOKED_AT: translate("verify", "El archivo tiene {expected} páginas y solo se revisaron {found}."),
        _R.SCHEMA_UNKNOWN: translate("verify", "El sello es de una clase más nueva que este programa. Actualícelo."),
        _R.STRUCTURE_UNCLEAR: translate(
            "verify", "El archivo está armado de modo que puede verse distinto en otro programa."
        ),
        _R.FONT_NOT_EMBEDDED: translate(
            "verify", "El archivo no trae su tipo de letra: puede verse distinto en otra computadora."
        ),
    }


def _added() -> dict[ReasonCode, str]:
    return {
        _R.TEXT_ADDED: translate("verify", "Se agregó texto: {found}"),
        _R.INK_ADDED: translate("verify", "Se agregó un trazo, una mancha o una imagen."),
        _R.ANNOTATION: translate("verify", "Se agregó {found}."),
        _R.LAYER: translate("verify", "El PDF tiene capas que se pueden prender y apagar."),
        _R.CODE_ADDED: translate("verify", "Hay otro código además del sello."),
        _R.PAGE_WITHOUT_SEAL: translate("verify", "Hay una página sin sello."),
        _R.ACTIVE_CONTENT: translate("verify", "El PDF trae instrucciones que se ejecutan solas o un formulario."),
    }


def _unsigned() -> dict[ReasonCode, str]:
    return {
        _R.SAME_AS_COPY: translate("verify", "El archivo es idéntico al que llegó del servicio central."),
        _R.COPY_DIFFERS: translate(
            "verify", "{field}: no es el monto que envió la oficina para esa persona y ese mes."
        ),
        _R.COPY_AGREES: translate("verify", "Los montos son los que envió la oficina, pero el archivo es otro."),
        _R.CODE_WITHOUT_SEAL: translate(
            "verify", "El QR es de los actuales, sin sello: cualquiera puede copiarlo o inventarlo."
        ),
        _R.CODE_AGREES_WITH_TEXT: translate(
            "verify", "Los números del QR están también en la hoja; eso no prueba quién la hizo."
        ),
        _R.CODE_NOT_IN_TEXT: translate("verify", "El QR dice algo que la hoja no dice: {found}"),
        _R.CODE_UNREADABLE: translate("verify", "Se ve un QR, pero está borroso, cortado o muy pequeño."),
        _R.NO_CODE: translate("verify", "No se encontró ningún QR en el archivo."),
        _R.FILE_UNREADABLE: translate("verify", "El archivo {found}."),
    }


def _remarks() -> dict[ReasonCode, str]:
    return {
        _R.ISSUED_IN_FUTURE: translate(
            "verify", "El sello tiene fecha futura ({date}): revise la fecha de esta computadora."
        ),
        _R.TRUST_LIST_OLD: translate(
            "verify", "La lista de confianza debía renovarse el {date}: sincronice para tener la última."
        ),
        _R.SHEET_NUMBERED: translate(
            "verify", "Las hojas llevan un número de folio, puesto al reunir los documentos. No cambia lo firmado."
        ),
        _R.ATTACHMENT: translate("verify", "El PDF trae archivos adjuntos, que no se revisaron."),
        _R.PAGES_LEFT_OUT: translate("verify", "El archivo tiene {expected} páginas y solo se revisaron {found}."),
    }
