"""Sealed papers for tests of the checker, and the plainest forgery: another paper under a genuine seal."""

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pikepdf

from documents.constancia import constancia_de_haberes, constancia_de_solicitud
from documents.hoja_de_vida import hoja_de_vida
from documents.informe_escalafonario import informe_escalafonario
from documents.legajo_catalogue import bundled
from documents.paper import Paper
from documents.paper_pdf import draw_paper
from documents.payslip_frame import SealNote
from documents.seal.claims import printed_document_id
from documents.seal.issued_check import broken_promise
from documents.seal.issuing import issue_paper
from documents.seal.paper_claims import PaperClaims, paper_claims_of
from documents.seal.trust import IssuerEntry, TrustList
from tests.documents.paper_people import JULIO, SOLICITUD, few_records, haberes, hoja, informe
from tests.seal.paper import seal_text
from tests.seal.sealing import DOCUMENT_ID, ISSUER, NOON, entry, issuer_key, trusting

KEY = issuer_key()
OTHER_ID = bytes.fromhex("fedcba9876543210")


def trusting_for(*types: int) -> TrustList:
    """A list whose only key seals these types."""
    entries = (IssuerEntry(KEY.code, "UGEL SAN ROMÁN", "DRE PUNO", (entry(KEY, types=types),)),)
    return replace(trusting(KEY), issuers=entries)


TRUST = trusting_for(1, 2, 3, 4, 5, 6)


@cache
def paper(name: str) -> Paper:
    match name:
        case "hoja":
            return hoja_de_vida(hoja(records=few_records()), bundled())
        case "hoja of julio":
            return hoja_de_vida(hoja(JULIO, records=few_records(JULIO)), bundled())
        case "informe":
            return informe_escalafonario(informe(records=few_records()), bundled())
        case "haberes":
            return constancia_de_haberes(haberes())
        case _:
            return constancia_de_solicitud(SOLICITUD)


NAMES = ("hoja", "informe", "haberes", "solicitud")


@cache
def sealed_paper(name: str) -> bytes:
    """The genuine file. Its whole check is what these tests do; here the quick one is enough."""
    number = OTHER_ID if "julio" in name else DOCUMENT_ID
    return issue_paper(paper(name), KEY, issued=NOON, document_id=number, check=broken_promise)


def under_the_seal_of(genuine: str, forged: Paper) -> bytes:
    """Drawn by our own program, which anyone has, with a QR that anyone can copy."""
    note = SealNote(printed_document_id(DOCUMENT_ID), test=KEY.test)
    return draw_paper(forged, seal=seal_text(sealed_paper(genuine)), note=note)


def with_pages(*pages: tuple[bytes, int]) -> bytes:
    """A file of these pages: (file, number from 0)."""
    with pikepdf.new() as made:
        for data, number in pages:
            with pikepdf.open(io.BytesIO(data)) as one:
                made.pages.append(one.pages[number])
        written = io.BytesIO()
        made.save(written)
        return written.getvalue()


def pages_of(data: bytes, *order: int) -> Sequence[tuple[bytes, int]]:
    """Some pages of one file, all of them when none is named."""
    if not order:
        with pikepdf.open(io.BytesIO(data)) as one:
            order = tuple(range(len(one.pages)))
    return [(data, number) for number in order]


def paper_claims(name: str) -> PaperClaims:
    return paper_claims_of(
        paper(name),
        issuer=ISSUER,
        issued=NOON,
        document_id=DOCUMENT_ID,
        text_digest=b"0123456789abcdef",
        place_digest=b"fedcba9876543210",
        pages=3,
    )
