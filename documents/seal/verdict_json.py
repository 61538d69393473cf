"""A verdict for machines: the JSON of the command line and of reports. What may not be shown is not in it either."""

from documents.seal.claims import Claims
from documents.seal.paper_claims import PaperClaims
from documents.seal.signed import SignedClaims
from documents.seal.verdict import CodeMark, KeyMark, Reason, SealedPart, Verdict

Json = dict[str, object]


def to_json(verdict: Verdict) -> Json:
    """One object: path, sha256, verdict, colour, reasons, issuer, what is signed, trust list, time."""
    return {
        "path": verdict.file.path,
        "sha256": verdict.file.sha256,
        "size": verdict.file.size,
        "pages": verdict.file.pages,
        "verdict": verdict.code.value,
        "colour": verdict.colour.value,
        "test_keys": verdict.test_keys,
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "issuer": verdict.key and _key(verdict.key),
        "document": verdict.claims and _document(verdict.claims),
        "parts": [_part(part) for part in verdict.parts],
        "codes": [_code(code) for code in verdict.codes],
        "trust_list": {
            "version": verdict.trust.version,
            "issued": verdict.trust.issued.isoformat(),
            "next_update": verdict.trust.next_update.isoformat(),
            "age_days": verdict.trust.age_days,
            "test": verdict.trust.test,
        },
        "checked": verdict.checked.isoformat(),
        "milliseconds": round(verdict.milliseconds, 1),
    }


def _reason(reason: Reason) -> Json:
    return {
        "code": reason.code.value,
        "colour": reason.colour.value,
        "field": reason.field and reason.field.value,
        "expected": reason.expected,
        "found": reason.found,
        "page": reason.page,
    }


def _key(key: KeyMark) -> Json:
    return {
        "code": key.issuer,
        "name": key.issuer_name,
        "kid": key.kid,
        "status": key.status,
        "since": key.since and key.since.isoformat(),
        "reason": key.reason,
    }


def _document(claims: SignedClaims) -> Json:
    """Amounts are céntimos. Which members there are follows from the type."""
    frame: Json = {
        "id": claims.document_id.hex(),
        "issued": claims.issued.isoformat(),
        "type": claims.type.name.lower(),
        "doc_numero": claims.doc_numero,
    }
    return frame | (_payslip(claims) if isinstance(claims, Claims) else _paper(claims))


def _paper(claims: PaperClaims) -> Json:
    totals = claims.totals
    return {
        "apellidos_y_nombres": claims.apellidos_y_nombres,
        "office": claims.office,
        "valid_until": claims.valid_until and claims.valid_until.isoformat(),
        "from": claims.span and str(claims.span[0]),
        "to": claims.span and str(claims.span[1]),
        "total_haberes": totals and totals.haberes,
        "total_descuentos": totals and totals.descuentos,
        "liquido": totals and totals.liquido,
        "pages": claims.pages,
    }


def _payslip(claims: Claims) -> Json:
    return {
        "codigo_modular": claims.codigo_modular,
        "apellidos_y_nombres": claims.apellidos_y_nombres,
        "periodo": str(claims.periodo),
        "secuencia": claims.secuencia,
        "haberes": [[line.codigo, line.monto] for line in claims.haberes],
        "descuentos": [[line.codigo, line.monto] for line in claims.descuentos],
        "total_haberes": claims.total_haberes,
        "total_descuentos": claims.total_descuentos,
        "liquido": claims.liquido,
        "monto_imponible": claims.monto_imponible,
        "pages": claims.pages,
    }


def _part(part: SealedPart) -> Json:
    return {
        "pages": list(part.pages),
        "verdict": part.code.value,
        "colour": part.colour.value,
        "issuer": part.key and _key(part.key),
        "document": part.claims and _document(part.claims),
    }


def _code(code: CodeMark) -> Json:
    return {"kind": code.kind.value, "text": code.text, "host": code.host, "page": code.page}
