"""What the seal of a payslip says: its figures and names, as the payroll office signed them. Never the bank account.

Rules hold at signing and at reading alike (`documents.seal.claims_rules`): a signed document that does not add up is
refused by both sides. Seals are written and read by `documents.seal.signed`, which knows both schemas.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.seal import cbor
from documents.seal.claims_rules import broken_rule, clean, one_form
from documents.seal.document_types import PAYSLIPS, DocumentType, SealContent
from documents.seal.errors import MalformedSealError

SCHEMA: Final = 1
Content = dict[int | str, cbor.Value]

_LINES = frozenset({12, 13})
_KEYS = frozenset({*range(1, 12), 14, 15, 16})
_TYPES: Final = {
    PayslipClass.MONTHLY: DocumentType.MONTHLY,
    PayslipClass.ADDITIONAL: DocumentType.ADDITIONAL,
    PayslipClass.JUDICIAL: DocumentType.JUDICIAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims(SealContent):
    """The signed content of one seal. Money is céntimos; text is in its canonical form (NFC, single spaces)."""

    issuer: str  # "PE/UGEL/210001"
    issued: datetime  # UTC, whole seconds
    document_id: bytes  # 8
    type: DocumentType
    schema: int
    doc_numero: str
    codigo_modular: str
    apellidos_y_nombres: str
    periodo: Period
    secuencia: int
    total_haberes: int
    total_descuentos: int
    liquido: int
    monto_imponible: int
    haberes: tuple[ConceptLine, ...]
    descuentos: tuple[ConceptLine, ...]
    text_digest: bytes  # 16: which words the document has
    place_digest: bytes  # 16: which of them stand beside which
    pages: int

    @property
    def lines_sealed(self) -> bool:
        """Whether the lines are in the seal. When they did not fit, only the text digest speaks for them."""
        return bool(self.haberes or self.descuentos) or not (self.total_haberes or self.total_descuentos)


def claims_of(
    payslip: Payslip,
    *,
    issuer: str,
    issued: datetime,
    document_id: bytes,
    text_digest: bytes,
    place_digest: bytes,
    pages: int,
) -> Claims:
    """What a payslip says, with its lines. `issued` is cut to whole seconds. Checks nothing."""
    return Claims(
        issuer=issuer,
        issued=issued.astimezone(UTC).replace(microsecond=0),
        document_id=document_id,
        type=_TYPES[payslip.clase],
        schema=SCHEMA,
        doc_numero=clean(payslip.doc_numero),
        codigo_modular=clean(payslip.codigo_modular_servidor),
        apellidos_y_nombres=clean(payslip.apellidos_y_nombres),
        periodo=payslip.periodo,
        secuencia=payslip.secuencia,
        total_haberes=payslip.total_haberes,
        total_descuentos=payslip.total_descuentos,
        liquido=payslip.liquido,
        monto_imponible=payslip.monto_imponible,
        haberes=_clean_lines(payslip.haberes),
        descuentos=_clean_lines(payslip.descuentos),
        text_digest=text_digest,
        place_digest=place_digest,
        pages=pages,
    )


def printed_document_id(document_id: bytes) -> str:
    """As the paper shows it, and as an office is told which document to annul: 01AB-23CD-45EF-6789."""
    digits = document_id.hex().upper()
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def without_lines(claims: Claims) -> Claims:
    """The same claims for a QR that the lines do not fit into: totals and digest stay."""
    return replace(claims, haberes=(), descuentos=())


def written_content(claims: Claims) -> Content:
    """The private claim. Raises MalformedSealError when a rule is broken."""
    _require_rules(claims)
    content: Content = {
        1: claims.schema,
        2: int(claims.type),
        3: claims.doc_numero,
        4: claims.codigo_modular,
        5: claims.apellidos_y_nombres,
        6: claims.periodo.year * 100 + claims.periodo.month,
        7: claims.secuencia,
        8: claims.total_haberes,
        9: claims.total_descuentos,
        10: claims.liquido,
        11: claims.monto_imponible,
        14: claims.text_digest,
        15: claims.place_digest,
        16: claims.pages,
    }
    if claims.lines_sealed:
        content[12] = [[line.codigo, line.monto] for line in claims.haberes]
        content[13] = [[line.codigo, line.monto] for line in claims.descuentos]
    return content


def read_content(issuer: str, issued: datetime, document_id: bytes, content: Content) -> Claims:
    """The claims of a private claim of schema 1 whose signature is good. Raises MalformedSealError."""
    keys = set(content)
    if keys not in (_KEYS, _KEYS | _LINES):
        raise MalformedSealError("claims", "members missing or unknown")
    claims = _claims(issuer, issued, document_id, content)
    _require_rules(claims)
    if claims.lines_sealed is not (keys > _KEYS):
        raise MalformedSealError("lines", "left out where there are none, or empty where there are some")
    return claims


def _claims(issuer: str, issued: datetime, document_id: bytes, content: Content) -> Claims:
    try:
        return Claims(
            issuer=issuer,
            issued=issued,
            document_id=document_id,
            type=DocumentType(one_form(content[2], int)),
            schema=SCHEMA,
            doc_numero=one_form(content[3], str),
            codigo_modular=one_form(content[4], str),
            apellidos_y_nombres=one_form(content[5], str),
            periodo=Period(*divmod(one_form(content[6], int), 100)),
            secuencia=one_form(content[7], int),
            total_haberes=one_form(content[8], int),
            total_descuentos=one_form(content[9], int),
            liquido=one_form(content[10], int),
            monto_imponible=one_form(content[11], int),
            haberes=_read_lines(content.get(12, [])),
            descuentos=_read_lines(content.get(13, [])),
            text_digest=one_form(content[14], bytes),
            place_digest=one_form(content[15], bytes),
            pages=one_form(content[16], int),
        )
    except ValueError as error:
        raise MalformedSealError("claims", str(error)) from error


def _read_lines(value: cbor.Value) -> tuple[ConceptLine, ...]:
    lines = []
    for each in one_form(value, list):
        match each:
            case [str(codigo), monto]:
                lines.append(ConceptLine(codigo, one_form(monto, int)))
            case _:
                raise MalformedSealError("claims", "a line is not [code, céntimos]")
    return tuple(lines)


def _clean_lines(lines: tuple[ConceptLine, ...]) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(clean(line.codigo), line.monto) for line in lines)


def _require_rules(claims: Claims) -> None:
    if rule := broken_rule(claims, payslip=claims.type in PAYSLIPS):
        raise MalformedSealError(rule)
