"""Self-test: the checker in its own process, on a payslip that is authentic and on one that is not; a packet; an old
profile.

Both papers and the profile came with the program (`resources/selftest`); their keys and password prove nothing.
"""

import shutil
from datetime import date, datetime
from pathlib import Path

import resources

OF_THE_PACKET = date(2026, 5, 1)


def verdicts(now: datetime) -> str:
    """Green for one, red for the other, whatever roots the program believes otherwise."""
    from documents.seal.trust import read_trust_list
    from documents.seal.trust_roots import demo_roots
    from documents.seal.verdict import Colour, VerdictCode
    from documents.seal.worker import Checker

    demo = read_trust_list(resources.path("trust", "demo", "trust-list.cbor").read_bytes(), demo_roots())
    with Checker(demo) as checker:
        good = checker.check_file(resources.path("selftest", "autentica.pdf"), now=now)
        bad = checker.check_file(resources.path("selftest", "alterada.pdf"), now=now)
    if (good.code, good.colour) != (VerdictCode.AUTENTICA, Colour.GREEN):
        raise RuntimeError(f"the authentic payslip is called {good.code}: {good.reasons}")
    if (bad.code, bad.colour) != (VerdictCode.ALTERADA, Colour.RED):
        raise RuntimeError(f"the forged payslip is called {bad.code}")
    return f"auténtica en {good.milliseconds:.0f} ms, alterada en {bad.milliseconds:.0f} ms"


def old_profile(home: Path, password: str, now: datetime) -> str:
    """A profile of the first schema, brought to today's: its payslip is there."""
    from storage import payslips
    from storage.payslips import PayslipQuery
    from storage.profile import open_profile

    directory = home / "anterior"
    directory.mkdir(parents=True)
    for file in resources.path("selftest", "perfil").iterdir():
        shutil.copyfile(file, directory / file.name)
    with open_profile(directory, password, now=now) as vault, vault.cache() as db:
        [row] = payslips.search_payslips(db, PayslipQuery())
        if row.pdf is None or not payslips.pdf_bytes(db, row.pdf.sha256):
            raise RuntimeError("the old payslip has lost its document")
        return f"boleta {row.periodo} de una versión anterior, abierta"


def packet(folder: Path) -> str:
    """An expediente of one document, built by the process for foreign files, and its reference read back."""
    from documents.packet.apart import BOUNDS, ApartItem, build_apart
    from documents.packet.checking import PacketState, check_packet
    from documents.packet.fut import Applicant, Fut
    from documents.packet.profiles import load
    from documents.worker.errands import Worker

    folder.mkdir(parents=True)
    whose = Applicant(
        apellido_paterno="ÑAHUI", apellido_materno="QUISPE", nombres="MARÍA", doc_numero="99900001", cargo="Profesora",
        institucion="IE 70001", tipo_via="Jirón", nombre_via="Lima 1", ubigeo="Puno", telefono="951000000",
        correo="maria@ejemplo.pe",
    )  # fmt: skip
    cover = Fut(
        resumen="Prueba", dependencia="Director", solicitante=whose, fundamentacion="Prueba del programa.",
        lugar="Puno", fecha=OF_THE_PACKET,
    )  # fmt: skip
    paper = resources.path("selftest", "autentica.pdf").read_bytes()
    with Worker(BOUNDS) as worker:
        made = build_apart(
            worker, cover, [ApartItem("Boleta", paper)], load().find("general", OF_THE_PACKET), folder=folder
        )
    if any(check_packet(file.path).state is not PacketState.SAME for file in made.files):
        raise RuntimeError("the packet's reference is not that of its pages")
    return f"expediente armado en un proceso aparte, {made.report.total_folios} folios"
