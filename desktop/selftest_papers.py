"""Self-test: the checker in its own process, on a payslip that is authentic and on one that is not; an old profile.

Both papers and the profile came with the program (`resources/selftest`); their keys and password prove nothing.
"""

import shutil
from datetime import datetime
from pathlib import Path

import resources


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
