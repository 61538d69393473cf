"""What is said otherwise of a paper than of a payslip: its name, its signed values, the verdict's words. No Qt."""

from desktop.presenters.formats import period, short_day, soles
from desktop.presenters.sentences import Sentences
from desktop.presenters.verdict_reasons import one_line
from desktop.words import translate
from documents.seal.document_types import DocumentType
from documents.seal.paper_claims import PaperClaims
from documents.seal.verdict import Field, VerdictCode


def paper_name(claims: PaperClaims) -> str:
    """What a person calls it."""
    if claims.type is DocumentType.HOJA_DE_VIDA:
        return translate("verify", "Hoja de vida")
    if claims.type is DocumentType.INFORME_ESCALAFONARIO:
        return translate("verify", "Informe escalafonario")
    return translate("verify", "Constancia de haberes") if claims.totals else translate("verify", "Constancia")


def paper_values(claims: PaperClaims) -> tuple[tuple[Field, str], ...]:
    """Each value that is signed by itself, as it is shown."""
    values = [
        (Field.APELLIDOS_Y_NOMBRES, one_line(claims.apellidos_y_nombres)),
        (Field.DOC_NUMERO, one_line(claims.doc_numero)),
        (Field.OFFICE, one_line(claims.office)),
    ]
    if claims.valid_until:
        values.append((Field.VALID_UNTIL, short_day(claims.valid_until)))
    if claims.span:
        first, last = map(period, claims.span)
        words = translate("verify", "{first} a {last}").format(first=first, last=last)
        values.append((Field.SPAN, first if first == last else words))
    if claims.totals:
        values += [
            (Field.TOTAL_HABERES, soles(claims.totals.haberes)),
            (Field.TOTAL_DESCUENTOS, soles(claims.totals.descuentos)),
            (Field.LIQUIDO, soles(claims.totals.liquido)),
        ]
    return tuple(values)


def paper_sentences(code: VerdictCode, claims: PaperClaims) -> Sentences | None:
    """The words where those of a payslip do not fit; None where they do."""
    male = claims.type is DocumentType.INFORME_ESCALAFONARIO
    return ({**_of_both(), **(_of_an_informe() if male else _of_a_paper())}).get(code)


def _of_both() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO: _unseen(),
        VerdictCode.FIRMA_OK_TEXTO_AGREGADO: Sentences(
            translate("verify", "Con agregados"),
            translate("verify", "Lo firmado está intacto, con agregados"),
            translate(
                "verify",
                "Mire qué se agregó (un sello de recibido, un resaltado): no es parte del documento. Si parece un "
                "registro o un dato más, no lo tome en cuenta y pida el PDF original.",
            ),
        ),
    }


def _of_a_paper() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.AUTENTICA: Sentences(
            translate("verify", "Auténtica"),
            translate("verify", "Auténtica: lo que se ve en cada página es lo que se firmó"),
            _accept(),
        ),
        VerdictCode.ALTERADA: Sentences(
            translate("verify", "Alterada"),
            translate("verify", "Alterada: lo que se ve no es lo que se firmó"),
            _refuse(),
        ),
        VerdictCode.DOCUMENTO_ANULADO: Sentences(
            translate("verify", "Anulada"),
            translate("verify", "Anulada: la oficina la dejó sin efecto"),
            translate("verify", "No la acepte. Pida a la UGEL la que la reemplaza."),
        ),
    }


def _of_an_informe() -> dict[VerdictCode, Sentences]:
    return {
        VerdictCode.AUTENTICA: Sentences(
            translate("verify", "Auténtico"),
            translate("verify", "Auténtico: lo que se ve en cada página es lo que se firmó"),
            _accept(),
        ),
        VerdictCode.ALTERADA: Sentences(
            translate("verify", "Alterado"),
            translate("verify", "Alterado: lo que se ve no es lo que se firmó"),
            _refuse(),
        ),
        VerdictCode.DOCUMENTO_ANULADO: Sentences(
            translate("verify", "Anulado"),
            translate("verify", "Anulado: la oficina lo dejó sin efecto"),
            translate("verify", "No lo acepte. Pida a la UGEL el que lo reemplaza."),
        ),
    }


def _accept() -> str:
    return translate("verify", "Puede aceptar este PDF. Un papel impreso se puede cambiar: compárelo con el PDF.")


def _refuse() -> str:
    return translate("verify", "No acepte este documento. Pida a la UGEL que le envíe el PDF original.")


def _unseen() -> Sentences:
    return Sentences(
        translate("verify", "Sin comprobar"),
        translate("verify", "Sello correcto: no se pudo comprobar el contenido"),
        translate(
            "verify",
            "El sello nombra a la persona y a la oficina, pero no lleva todo lo escrito. Pida el PDF original en vez "
            "de la foto o el escaneo.",
        ),
    )
