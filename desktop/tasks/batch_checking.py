"""Checking a folder of thousands: what lists need of each verdict, and a run that stores as it goes. No Qt, no words.

A run may be stopped at any moment; what it stored stays, and the next run takes what has no verdict yet.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from desktop.presenters.verdict_reasons import told_reasons
from desktop.tasks.verifying import copies_of, workers_here
from documents.seal.claims import Claims
from documents.seal.many import check_many
from documents.seal.verdict import Reason, ReasonCode, Verdict, VerdictCode
from storage.check_records import BatchRow, OfficeWord
from storage.checks import store_verdicts

if TYPE_CHECKING:
    from documents.seal.copies import Copies
    from documents.seal.trust import TrustList
    from storage.connection import Connection
    from storage.profile import Vault

FLUSH: Final = 1.0  # seconds of work that a power cut may cost
MOST: Final = 200  # verdicts held before they are stored
LONGEST: Final = 120  # characters of a name in a list

_ABOUT_COPIES: Final = {
    ReasonCode.COPY_DIFFERS: OfficeWord.DIFFERS,
    ReasonCode.SAME_AS_COPY: OfficeWord.SAME,
    ReasonCode.COPY_AGREES: OfficeWord.AGREES,
}


@dataclass(frozen=True, slots=True)
class Clocks:
    """The moment, and seconds that only go forward."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


@dataclass(frozen=True, slots=True)
class BatchStep:
    """What was stored since the last step, and how far the run is."""

    rows: tuple[BatchRow, ...]
    done: int
    total: int
    seconds: float  # since the run began


def run_batch(
    vault: "Vault",
    number: int,
    files: Sequence[tuple[int, str]],
    trust: "TrustList",
    *,
    clocks: Clocks,
    stop: Event,
    report: Callable[[BatchStep], None],
) -> BatchStep:
    """Check these files of a batch, (position, path), each stored within a second of its verdict; the last step.

    StorageError when there is nowhere to store it.
    """
    began = flushed = clocks.monotonic()
    paths = [Path(path) for _, path in files]
    done, held = 0, list[tuple[BatchRow, Verdict]]()

    def store() -> BatchStep:
        store_verdicts(db, number, held, clocks.now())
        step = BatchStep(tuple(row for row, _ in held), done, len(files), clocks.monotonic() - began)
        held.clear()
        report(step)
        return step

    with vault.checks() as db, copies_of(vault) as copies:
        checks = check_many(paths, trust=trust, now=clocks.now(), copies=copies, workers=workers_here(), cancelled=stop)
        with closing(checks):  # type: ignore[type-var]  # a generator, and annotated as an iterator
            for each in checks:
                verdict = replace(each.verdict, checked=clocks.now())
                held.append((row_of(files[each.index], verdict, copies), verdict))
                done += 1
                if len(held) >= MOST or clocks.monotonic() - flushed >= FLUSH:
                    store()
                    flushed = clocks.monotonic()
        return store()


def row_of(file: tuple[int, str], verdict: Verdict, copies: "Copies") -> BatchRow:
    """What a list shows of a verdict. Of a false seal nothing signed: nobody signed it."""
    position, path = file
    row = BatchRow(
        position, path, verdict.file.sha256, verdict.code, verdict.colour, verdict.test_keys,
        office_word(verdict, copies), reasons=_codes(told_reasons(verdict)),
    )  # fmt: skip
    if verdict.code is VerdictCode.FIRMA_FALSA:
        return row
    signed = [part.claims for part in verdict.parts] or [verdict.claims]
    people = {(one.doc_numero, one.apellidos_y_nombres[:LONGEST]) for one in signed if one is not None}
    issuers = {part.key.issuer_name for part in verdict.parts if part.key is not None}
    issuers |= {verdict.key.issuer_name} if verdict.key is not None else set()
    doc_numero, person = people.pop() if len(people) == 1 else ("", "")
    issuer = issuers.pop()[:LONGEST] if len(issuers) == 1 else ""
    return replace(row, doc_numero=doc_numero, person=person, issuer=issuer)


def office_word(verdict: Verdict, copies: "Copies") -> OfficeWord:
    """What the office's data say. The checker compares what has no seal; what has one is compared here, by what is
    signed, and changes no verdict: a seal outweighs a list that may be incomplete.
    """
    if verdict.code is VerdictCode.FIRMA_FALSA:
        return OfficeWord.NONE
    found = {_ABOUT_COPIES[reason.code] for reason in verdict.reasons if reason.code in _ABOUT_COPIES}
    found |= {_against(part.claims, copies) for part in verdict.parts if isinstance(part.claims, Claims)}
    if verdict.file.sha256 and copies.sha256_known(verdict.file.sha256):
        found.add(OfficeWord.SAME)
    order = (OfficeWord.DIFFERS, OfficeWord.SAME, OfficeWord.AGREES)
    return next((word for word in order if word in found), OfficeWord.NONE)


def _against(claims: Claims, copies: "Copies") -> OfficeWord:
    known = copies.payslips_of(claims.doc_numero, claims.periodo)
    same = [payslip for payslip in known if payslip.secuencia == claims.secuencia]
    if not same:
        return OfficeWord.NONE
    signed = claims.total_haberes, claims.total_descuentos, claims.liquido
    agrees = any(signed == (one.total_haberes, one.total_descuentos, one.liquido) for one in same)
    return OfficeWord.AGREES if agrees else OfficeWord.DIFFERS


def _codes(reasons: Iterable[Reason]) -> tuple[ReasonCode, ...]:
    return tuple(dict.fromkeys(reason.code for reason in reasons))


def verdicts_in_order(db: "Connection", number: int, rows: Sequence[BatchRow]) -> "Iterable[tuple[BatchRow, Verdict]]":
    """Row and verdict of each file that is checked, one by one: twenty thousand are never in memory at once."""
    from storage.checks import verdict_of

    for row in rows:
        if row.code is not None and (verdict := verdict_of(db, number, row.position)) is not None:
            yield row, verdict
