"""A verdict in words: the tag of the list, the sentence on top, what to do next. No Qt.

Never "firma digital": only a signature under the national infrastructure is one. What this program checks is a seal of
integrity. Why a verdict came about is `verdict_reasons`; what is shown beside it, `verdict_detail`.
"""

from dataclasses import dataclass

from desktop.presenters.sentences import Sentences
from desktop.presenters.verdict_papers import paper_sentences
from desktop.words import translate
from documents.seal.paper_claims import PaperClaims
from documents.seal.verdict import Colour, ReasonCode, Verdict, VerdictCode

TONES = {Colour.GREEN: "good", Colour.AMBER: "wait", Colour.RED: "bad", Colour.GREY: "neutral"}
SIGNS = {Colour.GREEN: "check", Colour.AMBER: "circle-alert", Colour.RED: "x", Colour.GREY: "circle-dashed"}
TRIAL = "PRUEBA"  # the same word on paper, on screen and in reports
# Worst first: what has to be looked at stands on top when the list is sorted by result.
ORDER = {code: place for place, code in enumerate(VerdictCode)}
COLOURS = (Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN)


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict as a tag."""

    word: str
    tone: str
    sign: str


def mark_of(verdict: Verdict) -> Mark:
    """The tag of the list: colour, sign and word, and PRUEBA where it rests on demonstration keys."""
    word = sentences_of(verdict).word
    return Mark(f"{word} · {TRIAL}" if verdict.test_keys else word, TONES[verdict.colour], SIGNS[verdict.colour])


def part_mark(code: VerdictCode, colour: Colour) -> Mark:
    """The tag of one sealed payslip within a file of several."""
    return Mark(_known(colour)[code].word, TONES[colour], SIGNS[colour])


def sentences_of(verdict: Verdict) -> Sentences:
    """The words of this verdict."""
    if isinstance(verdict.claims, PaperClaims) and (special := paper_sentences(verdict.code, verdict.claims)):
        return special
    if verdict.code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO and (pages := _pages_beside(verdict)):
        return _bound(len(verdict.parts), pages)
    return _known(verdict.colour)[verdict.code]


def _pages_beside(verdict: Verdict) -> int:
    """How many pages without a seal stand beside documents that are all authentic; 0 when anything else was found."""
    against = [reason for reason in verdict.reasons if reason.colour is not Colour.GREEN]
    beside = all(reason.code is ReasonCode.PAGE_WITHOUT_SEAL for reason in against)
    whole = bool(verdict.parts) and all(part.colour is Colour.GREEN for part in verdict.parts)
    return len(against) if beside and whole else 0


def _bound(sealed: int, pages: int) -> Sentences:
    """A packet: its cover and index were signed by nobody."""
    title = translate("verify", "Documentos auténticos: {n}. Páginas sin sello: {pages}")
    return Sentences(
        translate("verify", "Con páginas sin sello"),
        title.format(n=sealed, pages=pages),
        translate(
            "verify",
            "Los documentos sellados están como se firmaron. Mire qué son las otras páginas: la carátula y el "
            "índice de un paquete no llevan sello. De lo que digan no responde ninguna oficina.",
        ),
    )


def weight_of(verdict: Verdict) -> tuple[int, int]:
    """How a verdict sorts: red, amber, grey, green; the worst of each first."""
    return COLOURS.index(verdict.colour), ORDER[verdict.code]


def _known(colour: Colour) -> dict[VerdictCode, Sentences]:
    return {**_red(), **_undecided(), **_good(), VerdictCode.CLAVE_REVOCADA: _key_lost(colour)}


def _red() -> dict[VerdictCode, Sentences]:
    refuse = translate("verify", "No acepte este documento. Pida a la persona su boleta desde Chasqui o a su UGEL.")
    return {
        VerdictCode.FIRMA_FALSA: Sentences(
            translate("verify", "Sello falso"),
            translate("verify", "Sello falso: no lo hizo la oficina que dice"),
            translate(
                "verify", "No acepte este documento ni use sus datos: por eso no se muestran. Pida la boleta a la UGEL."
            ),
        ),
        VerdictCode.ALTERADA: Sentences(
            translate("verify", "Alterada"), translate("verify", "Alterada: lo que se ve no es lo que se firmó"), refuse
        ),
        VerdictCode.DOCUMENTO_ANULADO: Sentences(
            translate("verify", "Anulada"),
            translate("verify", "Anulada: la oficina la dejó sin efecto"),
            translate("verify", "No la acepte. Pida la boleta que la reemplaza."),
        ),
        VerdictCode.NO_COINCIDE_CON_COPIA: Sentences(
            translate("verify", "No coincide"),
            translate("verify", "No coincide con la boleta que envió la oficina"),
            refuse,
        ),
    }


def _key_lost(colour: Colour) -> Sentences:
    if colour is Colour.RED:
        return Sentences(
            translate("verify", "Clave en manos ajenas"),
            translate("verify", "No es de fiar: la clave de este sello llegó a manos ajenas"),
            translate("verify", "No acepte este documento por su sello. Pida a la UGEL que lo emita de nuevo."),
        )
    return Sentences(
        translate("verify", "Clave retirada"),
        translate("verify", "En duda: la clave de este sello no estaba en regla"),
        translate("verify", "Pida a la UGEL que confirme esta boleta o que la emita de nuevo."),
    )


def _undecided() -> dict[VerdictCode, Sentences]:
    return {**_amber(), **_grey()}


def _amber() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.EMISOR_DESCONOCIDO: Sentences(
            translate("verify", "Emisor desconocido"),
            translate("verify", "Emisor desconocido: no está en la lista de confianza"),
            translate(
                "verify",
                "Eso solo no la hace falsa. Sincronice o abra una lista de confianza más nueva y "
                "vuelva a comprobarla; si sigue igual, consulte a la UGEL.",
            ),
        ),
        VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO: Sentences(
            translate("verify", "Compare usted"),
            translate("verify", "Sello correcto: compare usted la hoja"),
            translate(
                "verify",
                "Compare cada dato de la hoja con los de arriba, que son los firmados. Si puede, pida "
                "el PDF original en vez de la foto o el escaneo.",
            ),
        ),
        VerdictCode.FIRMA_OK_TEXTO_AGREGADO: Sentences(
            translate("verify", "Con agregados"),
            translate("verify", "Lo firmado está intacto, con agregados"),
            translate(
                "verify",
                "Mire qué se agregó (un sello de recibido, un resaltado). Los datos firmados son los "
                "de arriba: guíese solo por ellos.",
            ),
        ),
        VerdictCode.DOCUMENTO_VENCIDO: Sentences(
            translate("verify", "Vencido"),
            translate("verify", "Vencido: es lo que se firmó, pero ya no tiene vigencia"),
            translate("verify", "No lo use para un trámite de hoy. Pida a la UGEL uno nuevo."),
        ),
    }


def _grey() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.QR_SIN_FIRMA: Sentences(
            translate("verify", "QR sin firma"),
            translate("verify", "El QR no lleva sello: no prueba nada"),
            translate(
                "verify",
                "Cualquiera puede copiar un QR así. Pida la boleta sellada, o compárela con la que "
                "tiene la UGEL antes de aceptarla.",
            ),
        ),
        VerdictCode.QR_ILEGIBLE: Sentences(
            translate("verify", "QR ilegible"),
            translate("verify", "Hay un QR, pero no se pudo leer"),
            translate(
                "verify", "Escanee de nuevo a 300 puntos por pulgada, plano y sin sombras, o pida el PDF original."
            ),
        ),
        VerdictCode.SIN_QR: Sentences(
            translate("verify", "Sin QR"),
            translate("verify", "No tiene QR: no hay qué comprobar"),
            translate("verify", "Si es una boleta, pida la sellada. Si es otro documento, compárelo con el original."),
        ),
        VerdictCode.ARCHIVO_NO_LEGIBLE: Sentences(
            translate("verify", "No se pudo leer"),
            translate("verify", "No se pudo leer el archivo"),
            translate("verify", "Pida que se lo envíen otra vez, sin contraseña y en PDF. Este archivo no se cambió."),
        ),
    }


def _good() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.AUTENTICA: Sentences(
            translate("verify", "Auténtica"),
            translate("verify", "Auténtica: lo que se ve es lo que se firmó"),
            translate("verify", "Puede aceptarla. Si además le dieron un papel, compárelo con estos datos."),
        ),
        VerdictCode.COINCIDE_CON_COPIA: Sentences(
            translate("verify", "Coincide"),
            translate("verify", "Es idéntica a la que envió la oficina"),
            translate(
                "verify",
                "Puede aceptarla: es, byte por byte, la boleta que llegó del servicio central. "
                "No lleva sello, así que fuera de este perfil no se puede comprobar.",
            ),
        ),
    }


def trial_words() -> str:
    """The sentence beside every verdict that rests on demonstration keys."""
    return translate("verify", "PRUEBA: se apoya en claves de demostración, que no acreditan nada.")
