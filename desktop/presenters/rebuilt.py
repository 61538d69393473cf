"""A document rebuilt from signed claims alone, in words. Uses no catalogue: a code is shown as it was signed. No Qt."""

from dataclasses import dataclass

from desktop.presenters.formats import figures, period, soles
from desktop.presenters.verdict_detail import issued_words
from desktop.presenters.verdict_papers import paper_name, paper_values
from desktop.presenters.verdict_reasons import field_words, one_line
from desktop.words import translate
from documents.payslip import ConceptLine
from documents.seal.claims import Claims, printed_document_id
from documents.seal.document_types import DocumentType
from documents.seal.paper_claims import PaperClaims
from documents.seal.signed import SignedClaims
from documents.seal.verdict import Field

_TOTALS = frozenset({Field.TOTAL_HABERES, Field.TOTAL_DESCUENTOS, Field.LIQUIDO})


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


def invitation(claims: SignedClaims) -> str:
    """The link that leads here."""
    if isinstance(claims, Claims):
        return translate("verify", "&Ver la boleta reconstruida solo con lo firmado")
    return translate("verify", "&Ver solo lo que dice el sello")


def caution(claims: SignedClaims) -> str:
    """What this is not."""
    if isinstance(claims, Claims):
        return translate("verify", "Esto no es la boleta: es lo que dice el sello, vuelto a escribir por Chasqui.")
    return translate("verify", "Esto no es el documento: es lo que dice el sello, vuelto a escribir por Chasqui.")


def rebuilt(claims: SignedClaims) -> Rebuilt:
    """Every signed value and nothing else."""
    return _payslip(claims) if isinstance(claims, Claims) else _paper(claims)


def _paper(claims: PaperClaims) -> Rebuilt:
    values = paper_values(claims)
    return Rebuilt(
        heading=paper_name(claims),
        facts=(
            *((field_words(of), value) for of, value in values if of not in _TOTALS),
            (translate("verify", "Páginas"), str(claims.pages)),
            (translate("verify", "Emisor"), one_line(claims.issuer)),
            (translate("verify", "Sellado"), issued_words(claims.issued)),
            (translate("verify", "Documento"), printed_document_id(claims.document_id)),
        ),
        lists=(),
        totals=tuple((field_words(of), value) for of, value in values if of in _TOTALS),
        remark=translate(
            "verify", "Lo demás no cabe en el sello, que lleva su huella: si cambia una palabra, se nota."
        ),
    )


def _payslip(claims: Claims) -> Rebuilt:
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
