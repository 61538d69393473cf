"""Forgeries of the seal itself, mostly on a page that agrees with it word for word; and pages that have none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from central.keys.demo import (
    ACTIVE_P256,
    ANNULLED,
    COMPROMISED,
    FATES_CODE,
    RETIRED,
    REVOKED,
    demo_key,
    issuer_code,
)
from documents.payslip import Payslip
from documents.payslip_frame import SealNote
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.seal import codec
from documents.seal.cbor import encode
from documents.seal.claims import printed_document_id
from documents.seal.issuing import issue_payslip
from documents.seal.keys import IssuerKey
from documents.seal.verdict import VerdictCode as V
from tests.attacks.cases import FALSE, PROVES_NOTHING, Base, case
from tests.attacks.codes import (
    bytes_of,
    code_operators,
    read_code,
    sealed_by,
    sealed_with_header,
    text_of,
)
from tests.attacks.forging_text import better_paid

_STOLEN = sha256(b"a document id of the forger's").digest()[:8]
_SIGNED_AT = datetime(2026, 11, 13, 17, tzinfo=UTC)
WITHDRAWN = frozenset({V.CLAVE_REVOCADA})


def forger_key(code: str, *, p256: bool = False) -> IssuerKey:
    """The forger's own key, in the name of an office."""
    seed = sha256(f"forger of {code}".encode()).digest()
    if p256:
        return IssuerKey(ec.derive_private_key(int.from_bytes(seed, "big") >> 1, ec.SECP256R1()), code, test=True)
    return IssuerKey(ed25519.Ed25519PrivateKey.from_private_bytes(seed), code, test=True)


def office(base: Base) -> str:
    return issuer_code(base.payslip.codigo_ugel)


@lru_cache(maxsize=64)
def issued(payslip: Payslip, key: IssuerKey, at: datetime = _SIGNED_AT, document_id: bytes = _STOLEN) -> bytes:
    """Sealed by any key: page and seal agree."""
    return issue_payslip(payslip, key, issued=at, document_id=document_id, check=lambda *_: None)


def with_seal(payslip: Payslip, text: str, document_id: bytes = _STOLEN) -> bytes:
    return draw_payslip(payslip, seal=text, note=SealNote(printed_document_id(document_id), test=True))


def forged_payload(base: Base) -> bytes:
    """True to the page of a better paid payslip, its digest included."""
    pdf = issued(better_paid(base.payslip), forger_key(office(base)))
    return codec.parse(read_code(pdf)).payload


def _page(base: Base, text: str) -> bytes:
    return with_seal(better_paid(base.payslip), text)


@case("attack", "unknown key", frozenset({V.EMISOR_DESCONOCIDO}))
def sealed_by_the_forger(base: Base) -> bytes:
    return issued(better_paid(base.payslip), forger_key(office(base)))


@case("attack", "stolen kid", FALSE)
def name_of_a_true_key(base: Base) -> bytes:
    """Signed by the forger, and the header names the office's key."""
    return _page(base, sealed_by(forged_payload(base), forger_key(office(base)), demo_key(office(base)).kid))


@case("attack", "stolen kid", FALSE)
def true_signature_over_other_claims(base: Base) -> bytes:
    """The genuine envelope with another payload."""
    envelope = cbor2.loads(bytes_of(read_code(base.pdf))).value
    text = text_of(b"\xd2" + encode([envelope[0], {}, forged_payload(base), envelope[3]]))
    return _page(base, text)


@case("attack", "stolen kid", FALSE)
def another_office_in_the_name_of_this(base: Base) -> bytes:
    """A clerk of one office seals with its true key in the name of another office."""
    other = demo_key(office(base.neighbour)) if office(base.neighbour) != office(base) else demo_key("PE/UGEL/210001")
    return _page(base, sealed_by(forged_payload(base), other, other.kid))


@case("attack", "algorithm confusion", FALSE)
def p256_under_the_name_of_an_ed25519_key(base: Base) -> bytes:
    return _page(base, sealed_by(forged_payload(base), forger_key(office(base), p256=True), demo_key(office(base)).kid))


@case("attack", "algorithm confusion", FALSE)
def old_number_of_the_algorithm(base: Base) -> bytes:
    """-8, EdDSA of any curve, which nobody may use any more."""
    header = {1: -8, 4: demo_key(office(base)).kid}
    return _page(base, sealed_with_header(forged_payload(base), forger_key(office(base)).private, header))


@case("attack", "algorithm confusion", FALSE)
def hmac_with_the_public_key(base: Base) -> bytes:
    """5, HMAC: whoever takes the public key for a shared secret would believe it."""
    header = {1: 5, 4: demo_key(office(base)).kid}
    return _page(base, sealed_with_header(forged_payload(base), forger_key(office(base)).private, header))


@case("attack", "algorithm confusion", FALSE)
def no_algorithm(base: Base) -> bytes:
    header = {4: demo_key(office(base)).kid}
    return _page(base, sealed_with_header(forged_payload(base), forger_key(office(base)).private, header))


def _with_code(base: Base, text: str) -> bytes:
    """The genuine page with another code in the same place."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.drop_qr()
    sheet.append(code_operators(text, x, y, side))
    return sheet.save()


def _flipped(base: Base, place: int) -> bytes:
    data = bytearray(bytes_of(read_code(base.pdf)))
    data[place] ^= 1
    return _with_code(base, text_of(bytes(data)))


@case("attack", "flipped bit", FALSE)
def bit_of_the_signature(base: Base) -> bytes:
    return _flipped(base, -5)


@case("attack", "flipped bit", FALSE)
def bit_of_the_payload(base: Base) -> bytes:
    return _flipped(base, -90)


@case("attack", "flipped bit", frozenset({V.EMISOR_DESCONOCIDO, V.FIRMA_FALSA}))
def bit_of_the_kid(base: Base) -> bytes:
    data = bytes_of(read_code(base.pdf))
    kid = demo_key(office(base)).kid
    place = data.index(kid)
    return _with_code(base, text_of(data[:place] + bytes([kid[0] ^ 1]) + data[place + 1 :]))


@case("attack", "non-canonical CBOR", FALSE)
def array_without_length(base: Base) -> bytes:
    """The same four parts in an array of indefinite length: the signature would still be good."""
    data = bytes_of(read_code(base.pdf))
    return _with_code(base, text_of(b"\xd2\x9f" + data[2:] + b"\xff"))


@case("attack", "non-canonical CBOR", FALSE)
def byte_after_the_end(base: Base) -> bytes:
    return _with_code(base, text_of(bytes_of(read_code(base.pdf)) + b"\x00"))


@case("attack", "non-canonical CBOR", FALSE)
def something_unprotected(base: Base) -> bytes:
    envelope = cbor2.loads(bytes_of(read_code(base.pdf))).value
    return _with_code(base, text_of(b"\xd2" + encode([envelope[0], {4: b"12345678"}, envelope[2], envelope[3]])))


@case("attack", "non-canonical CBOR", FALSE)
def lower_case_letters(base: Base) -> bytes:
    text = read_code(base.pdf)
    return _with_code(base, codec.PREFIX + text.removeprefix(codec.PREFIX).lower())


@case("attack", "non-canonical CBOR", FALSE | PROVES_NOTHING)
def prefix_in_lower_case(base: Base) -> bytes:
    return _with_code(base, "bp1:" + read_code(base.pdf).removeprefix(codec.PREFIX))


@case("attack", "non-canonical CBOR", FALSE)
def prefix_and_nothing(base: Base) -> bytes:
    return _with_code(base, "BP1:")


def _fate(base: Base, number: int, at: datetime, document_id: bytes = _STOLEN) -> bytes:
    return issued(better_paid(base.payslip), demo_key(FATES_CODE, number), at, document_id)


@case("attack", "withdrawn key", WITHDRAWN)
def revoked_key(base: Base) -> bytes:
    return _fate(base, REVOKED, _SIGNED_AT)


@case("attack", "withdrawn key", WITHDRAWN)
def compromised_key_dated_back(base: Base) -> bytes:
    """Who has the key writes any date, also one from before it was lost."""
    return _fate(base, COMPROMISED, datetime(2024, 3, 1, tzinfo=UTC))


@case("attack", "withdrawn key", WITHDRAWN)
def retired_key_used_again(base: Base) -> bytes:
    return _fate(base, RETIRED, _SIGNED_AT)


@case("attack", "annulled document", frozenset({V.DOCUMENTO_ANULADO}))
def annulled_document(base: Base) -> bytes:
    return issued(base.payslip, demo_key(office(base)), document_id=ANNULLED)


@case("benign", "future date", frozenset({V.AUTENTICA}), why="a clock is never a reason against a document")
def sealed_next_year(base: Base) -> bytes:
    return issued(base.payslip, demo_key(office(base)), _SIGNED_AT + timedelta(days=400))


@case("benign", "keys", frozenset({V.AUTENTICA}))
def retired_key_in_its_time(base: Base) -> bytes:
    return issued(base.payslip, demo_key(FATES_CODE, RETIRED), datetime(2023, 6, 1, tzinfo=UTC))


@case("benign", "keys", frozenset({V.AUTENTICA}))
def sealed_with_p256(base: Base) -> bytes:
    return issued(base.payslip, demo_key(FATES_CODE, ACTIVE_P256))


@case("attack", "code without seal", PROVES_NOTHING)
def address_instead_of_the_seal(base: Base) -> bytes:
    return draw_payslip(better_paid(base.payslip), seal="HTTPS://SUP.EXAMPLE/VERIFICA?B=0012318841")


@case("attack", "code without seal", PROVES_NOTHING)
def reference_instead_of_the_seal(base: Base) -> bytes:
    payslip = better_paid(base.payslip)
    return draw_payslip(payslip, seal=reference_payload(payslip))


@case("attack", "code without seal", PROVES_NOTHING)
def seal_of_another_world(base: Base) -> bytes:
    """The envelope is genuine; the prefix is that of a vaccination certificate."""
    return _with_code(base, "HC1:" + read_code(base.pdf).removeprefix(codec.PREFIX))


@case("attack", "code without seal", PROVES_NOTHING)
def no_code_at_all(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.drop_qr()
    return sheet.save()


@case("attack", "against the copy", frozenset({V.NO_COINCIDE_CON_COPIA}), copies=True)
def unsealed_and_better_paid(base: Base) -> bytes:
    payslip = better_paid(base.payslip)
    return draw_payslip(payslip, seal=reference_payload(payslip))


@case("attack", "against the copy", frozenset({V.NO_COINCIDE_CON_COPIA}), copies=True)
def unsealed_and_a_deduction_moved(base: Base) -> bytes:
    """A loan looks smaller, another deduction larger: every total is the one that came by sync."""
    payslip = base.payslip
    lines = list(payslip.descuentos or payslip.haberes)
    lines[0] = replace(lines[0], monto=lines[0].monto + lines[-1].monto - 1)
    lines[-1] = replace(lines[-1], monto=1)
    moved = {"descuentos" if payslip.descuentos else "haberes": tuple(lines)}
    changed = replace(payslip, **moved)
    return draw_payslip(changed, seal=reference_payload(changed))


@case("attack", "against the copy", PROVES_NOTHING | {V.NO_COINCIDE_CON_COPIA}, copies=True)
def unsealed_with_another_account(base: Base) -> bytes:
    payslip = replace(base.payslip, cuenta="CTA- 04198765432")
    return draw_payslip(payslip, seal=reference_payload(payslip))


@case("benign", "against the copy", frozenset({V.COINCIDE_CON_COPIA}), copies=True)
def unsealed_as_synced(base: Base) -> bytes:
    return base.unsealed
