"""Sealed papers bound for a mesa de partes stay authentic, with a folio on every sheet, also papers of many pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.packet import profiles
from documents.packet.assembling import build_packet
from documents.packet.fut import Applicant
from documents.packet.heading import Heading
from documents.packet.records import PacketItem
from documents.seal.checking import check
from documents.seal.issued_check import broken_promise
from documents.seal.issuing import issue_payslip
from documents.seal.verdict import Colour, ReasonCode, Verdict, VerdictCode
from tests.seal.sealed_papers import DOCUMENT_ID, KEY, NOON, TRUST, sealed_paper
from tests.seal.test_issuing import TEACHER

DAY = date(2026, 12, 1)
PERSON = Applicant(nombres="ROSA", apellido_paterno="PRUEBA", apellido_materno="PRUEBA", doc_numero="00000000")
HEADING = Heading(resumen="Documentos de prueba", dependencia="UGEL DE PRUEBA", solicitante=PERSON, fecha=DAY)


def bound(folder: Path, *items: PacketItem, in_letters: bool = False, whole: bool = False) -> Verdict:
    """The verdict on a packet of these documents; `whole`: with its cover and index."""
    profile = profiles.load().find("", DAY)
    profile = replace(profile, foliation=replace(profile.foliation, in_letters=in_letters))
    heading = HEADING if whole else replace(HEADING, covered=False, indexed=False)
    [file] = build_packet(heading, items, profile, folder=folder).files
    return check(file.path.read_bytes(), name=file.path.name, trust=TRUST, now=NOON)


def payslip() -> bytes:
    return issue_payslip(TEACHER, KEY, issued=NOON, document_id=DOCUMENT_ID, check=broken_promise)


@pytest.mark.parametrize(("in_letters", "drawn_here"), [(False, True), (True, False)])
def test_every_sealed_paper_stays_authentic_with_a_folio_on_each_of_its_pages(
    tmp_path: Path, *, in_letters: bool, drawn_here: bool
) -> None:
    files = [("Boleta", payslip()), *((name, sealed_paper(name)) for name in ("hoja", "informe", "haberes"))]
    items = [PacketItem(title, pdf, drawn_here=drawn_here) for title, pdf in files]
    verdict = bound(tmp_path, *items, in_letters=in_letters)
    assert verdict.code is VerdictCode.AUTENTICA, verdict.reasons
    assert [part.code for part in verdict.parts] == [VerdictCode.AUTENTICA] * 4
    assert any(len(part.pages) > 1 for part in verdict.parts)
    folios = [reason.found for reason in verdict.reasons if reason.code is ReasonCode.SHEET_NUMBERED]
    assert sorted(map(int, folios)) == list(range(1, verdict.file.pages + 1))


def test_cover_and_index_are_the_only_thing_said_against_a_whole_packet(tmp_path: Path) -> None:
    verdict = bound(
        tmp_path, PacketItem("Boleta", payslip()), PacketItem("Hoja de vida", sealed_paper("hoja")), whole=True
    )
    assert (verdict.code, verdict.colour) == (VerdictCode.FIRMA_OK_TEXTO_AGREGADO, Colour.AMBER)
    against = {reason.code for reason in verdict.reasons if reason.colour is not Colour.GREEN}
    assert against == {ReasonCode.PAGE_WITHOUT_SEAL}
    assert all(part.code is VerdictCode.AUTENTICA for part in verdict.parts)
