"""All cases, and how one is checked. The seeds are fixed: the same case on the same base is the same file.

`python -m tests.attacks.generate FOLDER [CASE...]` writes files to look at.
"""

import sys
from pathlib import Path

from documents.payslip import Payslip, Period
from documents.seal.checking import check
from documents.seal.verdict import Verdict, VerdictCode
from tests.attacks import (
    folios,
    forging_blind_spots,
    forging_cover,
    forging_deeper,
    forging_details,
    forging_fonts,
    forging_hidden,
    forging_inks,
    forging_layers,
    forging_marks,
    forging_pages,
    forging_programs,
    forging_readers,
    forging_seal,
    forging_text,
    forging_updates,
    harmless,
    harmless_marks,
    long_papers,
    redrawing,
    scans,
)
from tests.attacks.cases import NOW, REGISTRY, Base, Case, bases, digest, trust

MODULES = (
    folios,
    forging_blind_spots,
    forging_text,
    forging_updates,
    forging_details,
    forging_fonts,
    forging_cover,
    forging_deeper,
    forging_hidden,
    forging_inks,
    forging_layers,
    forging_marks,
    forging_pages,
    forging_programs,
    forging_readers,
    forging_seal,
    redrawing,
    harmless,
    harmless_marks,
    long_papers,
    scans,
)
ACCEPTED = frozenset({VerdictCode.AUTENTICA, VerdictCode.COINCIDE_CON_COPIA})


class SyncedCopies:
    """What came by sync for one base: its record and its file without a seal."""

    def __init__(self, base: Base) -> None:
        self.base = base

    def sha256_known(self, sha256: str) -> bool:
        return sha256 == digest(self.base.unsealed)

    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        mine = self.base.payslip
        return (mine,) if (mine.doc_numero, mine.periodo) == (doc_numero, periodo) else ()


def cases(kind: str | None = None) -> tuple[Case, ...]:
    """Every case, or those of a kind: attack, benign, foreign."""
    return tuple(each for each in REGISTRY.values() if kind in {None, each.kind})


def judged(case: Case, base: Base) -> Verdict:
    """The verdict on a case made from a base."""
    copies = SyncedCopies(base) if case.copies else None
    data = case.make(base)
    return check(data, name=f"{case.name}{case.suffix}", trust=trust(), now=NOW, copies=copies)


def base_for(case: Case) -> Base:
    """One base for a case, so that together they meet all kinds of payslips."""
    return bases()[sum(case.name.encode()) % len(bases())]


def main(folder: Path, names: list[str]) -> None:
    """Writes the named cases, or all, of the first base."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in cases():
        if not names or each.name in names:
            (folder / f"{each.name}{each.suffix}").write_bytes(each.make(bases()[0]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
