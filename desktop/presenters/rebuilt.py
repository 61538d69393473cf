"""A payslip rebuilt from signed claims alone, in words. Uses no catalogue: a code is shown as it was signed. No Qt."""

from dataclasses import dataclass

from desktop.presenters.formats import figures, period, soles
from desktop.presenters.verdict_detail import issued_words
from desktop.presenters.verdict_reasons import one_line
from desktop.words import translate
from documents.payslip import ConceptLine
from documents.seal.claims import Claims, DocumentType, printed_document_id


@dataclass(frozen=True, slots=True)
class RebuiltList:
    """Incomes or deductions: (code, amount)."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What the sheet shows, from top to bottom."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    lists: tuple[RebuiltList, ...]
    totals: tuple[tuple[str, str], ...]
    remark: str


def rebuilt(claims: Claims) -> Rebuilt:
    """Every signed value and nothing else."""
    lists = (
        RebuiltList(translate("verify", "Ingresos"), _lines(claims.haberes)),
        RebuiltList(translate("verify", "Descuentos"), _lines(claims.descuentos)),
    )
    return Rebuilt(
        heading=f"{_type_words(claims)} · {period(claims.periodo)}",
        facts=(
            (translate("verify", "Apellidos y nombres"), one_line(claims.apellidos_y_nombres)),
            (translate("verify", "DNI"), one_line(claims.doc_numero)),
            (translate("verify", "Código modular"), one_line(claims.codigo_modular) or "—"),
            (translate("verify", "Emisor"), one_line(claims.issuer)),
            (translate("verify", "Sellada"), issued_words(claims.issued)),
            (translate("verify", "Documento"), printed_document_id(claims.document_id)),
        ),
        lists=tuple(part for part in lists if part.lines),
        totals=(
            (translate("verify", "Total haberes"), soles(claims.total_haberes)),
            (translate("verify", "Total descuentos"), soles(claims.total_descuentos)),
            (translate("verify", "Líquido"), soles(claims.liquido)),
            (translate("verify", "Monto imponible"), soles(claims.monto_imponible)),
        ),
        remark=""
        if claims.lines_sealed
        else translate("verify", "Son muchas líneas y no cupieron en el sello: de ellas solo se firmó la suma."),
    )


def _type_words(claims: Claims) -> str:
    known = {
        DocumentType.MONTHLY: translate("verify", "Boleta de pago"),
        DocumentType.ADDITIONAL: translate("verify", "Boleta de planilla adicional N° {n}").format(n=claims.secuencia),
        DocumentType.JUDICIAL: translate("verify", "Boleta de beneficiario judicial"),
    }
    return known.get(claims.type, translate("verify", "Documento sellado"))


def _lines(lines: tuple[ConceptLine, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((one_line(line.codigo), figures(line.monto)) for line in lines)
