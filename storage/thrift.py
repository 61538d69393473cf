"""What the person allows on a line that costs: PDFs by themselves, only when asked for, or up to a budget a month."""

from dataclasses import dataclass

from documents.payslip import Period
from storage.connection import Connection, transaction
from storage.errors import BugError
from storage.marks import traffic
from storage.rows import period_of

MEGABYTE = 1_000_000  # bytes, as tariffs count them


@dataclass(frozen=True, slots=True)
class Thrift:
    """`saver`: no PDF comes by itself. `budget`: bytes of a calendar month after which it is so too; None: no end."""

    saver: bool = False
    budget: int | None = None


def thrift(db: Connection) -> Thrift:
    """What the person chose for this profile."""
    row = db.row("SELECT saver, budget FROM thrift")
    return Thrift() if row is None else Thrift(bool(row["saver"]), row["budget"])


def set_thrift(db: Connection, chosen: Thrift) -> None:
    """Keep it."""
    if chosen.budget is not None and chosen.budget <= 0:
        raise BugError("a budget of nothing is the saver")
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO thrift (only, saver, budget) VALUES (1, :saver, :budget)",
            saver=chosen.saver,
            budget=chosen.budget,
        )


def is_saving(db: Connection, month: Period) -> bool:
    """Whether only what the person asks for may come besides the list."""
    chosen = thrift(db)
    if chosen.saver or chosen.budget is None:
        return chosen.saver
    used = traffic(db, month)
    return used.received + used.sent >= chosen.budget


def want_pdf(db: Connection, payslip_id: str) -> bool:
    """Ask for the PDF of a payslip: the next exchange fetches it first. False: there is none, or it is here."""
    with transaction(db):
        return bool(
            db.run(
                "INSERT OR IGNORE INTO wanted_file (pdf) SELECT pdf FROM payslip"
                " WHERE id = :id AND pdf IS NOT NULL AND held = 0",
                id=payslip_id,
            )
        )


def saves_now(db: Connection) -> bool:
    """The same for the last month that has traffic: what a window says."""
    newest = db.number("SELECT max(periodo) FROM traffic")
    return is_saving(db, period_of(newest)) if newest else thrift(db).saver


def is_asked_for(db: Connection, sha256: str) -> bool:
    """Whether the person asked for this PDF."""
    return bool(
        db.number("SELECT count(*) FROM wanted_file JOIN pdf ON number = wanted_file.pdf WHERE sha256 = :it", it=sha256)
    )
