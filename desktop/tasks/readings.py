"""What the pages read, each in one go on the pool: rows, one payslip with everything around it, the picture of Inicio.

No Qt.

Functions of an open connection to the cache; `Desk.ask` runs them. Deciding what to say about it is the presenters'.
"""

import functools
from dataclasses import dataclass
from datetime import date

from desktop.presenters.home import PayCard, last_rows, pay_card
from desktop.presenters.payslip_detail import Changes, Detail, Explain, changes, detail
from desktop.presenters.payslip_list import posts_of
from desktop.tasks.request_readings import RequestsReading, read_requests
from documents.comparison import compare
from documents.concepts import Concepts, folded, load
from documents.payslip import Payslip
from storage import cache, payslips
from storage.connection import Connection
from storage.payslips import PayslipQuery
from storage.records import PayDay, PayslipRow
from storage.thrift import is_asked_for, saves_now

SHORTEST_NAME = 4  # letters; fewer are in too many names
EVERY = 100_000  # more payslips than any person can have


@dataclass(frozen=True, slots=True)
class Filter:
    """What the person asked the list for."""

    year: int | None = None
    month: int | None = None
    text: str = ""

    @property
    def asks(self) -> bool:
        """Whether it leaves anything out."""
        return self.year is not None or self.month is not None or bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class ListReading:
    """The list: every payslip, and those that the filter leaves."""

    every: tuple[PayslipRow, ...]
    listed: tuple[PayslipRow, ...]
    posts: tuple[str, ...]
    ever_synced: bool
    asked: Filter


@dataclass(frozen=True, slots=True)
class PayslipReading:
    """One payslip, opened. `pdf` is None while the PDF is not whole on this computer."""

    row: PayslipRow
    detail: Detail
    changes: Changes
    pdf: bytes | None
    saved: bool = False  # it comes only when it is asked for
    asked: bool = False  # and that it was


@dataclass(frozen=True, slots=True)
class HomeReading:
    """What Inicio shows."""

    name: str  # first given name as printed, "" before the first exchange
    every: tuple[PayslipRow, ...]
    newest: tuple[PayslipRow, ...]
    cards: tuple[PayCard, ...]
    changes: Changes | None
    pay_day: PayDay | None
    posts: tuple[str, ...]
    session_ended: bool
    ever_synced: bool
    requests: RequestsReading


@functools.lru_cache(maxsize=1)
def concepts() -> Concepts:
    """The bundled catalogue, read once."""
    return load()


def explaining(db: Connection) -> Explain:
    """The plain words of concepts: what the office sent lies over the bundled catalogue."""
    sent = payslips.concept_texts(db)
    return lambda codigo, periodo: concepts().explain(codigo, periodo, sent)


def read_list(db: Connection, asked: Filter) -> ListReading:
    """The whole list, and what is left of it."""
    every = payslips.search_payslips(db, PayslipQuery(year=None, month=None, limit=EVERY))
    listed = every
    if asked.asks:
        listed = _listed(db, asked)
    return ListReading(every, listed, posts_of(every), cache.sync_mark(db).succeeded_at is not None, asked)


def _listed(db: Connection, asked: Filter) -> tuple[PayslipRow, ...]:
    """What the filter leaves: the store's answer, and the payslips with a concept that we call by the asked name.

    The store knows "prderrmag" and what the office calls it; "préstamo de la derrama" may be our own wording.
    """
    found: dict[str, PayslipRow] = {}
    for text in (asked.text.strip(), *_codes_called(asked.text)):
        query = PayslipQuery(year=asked.year, month=asked.month, text=text, limit=EVERY)
        found |= {row.id: row for row in payslips.search_payslips(db, query)}
    return tuple(sorted(found.values(), key=lambda row: (row.periodo, row.secuencia), reverse=True))


def _codes_called(text: str) -> tuple[str, ...]:
    """The mnemonics whose bundled name contains this."""
    asked = folded(text)
    if len(asked) < SHORTEST_NAME:
        return ()
    named = [entry for entry in concepts().entries if asked in folded(entry.nombre)]
    return tuple({folded(code): code for entry in named for code in (entry.codigo, *entry.alias)}.values())


def read_payslip(db: Connection, payslip_id: str) -> PayslipReading:
    """One payslip with its PDF, its lines explained and what changed. KeyError when it is not (any more) here."""
    row = payslips.payslip_row(db, payslip_id)
    payslip = payslips.payslip(db, payslip_id)
    explain = explaining(db)
    pdf = payslips.pdf_bytes(db, row.pdf.sha256) if row.pdf is not None else None
    missing = row.pdf is not None and pdf is None
    return PayslipReading(
        row, detail(payslip, explain), _changes(db, payslip, explain), pdf, saved=missing and saves_now(db),
        asked=missing and row.pdf is not None and is_asked_for(db, row.pdf.sha256),
    )  # fmt: skip


def read_home(db: Connection, today: date, *, syncing: bool = False) -> HomeReading:
    """Everything on Inicio; `syncing` only words the state of a PDF that is half here."""
    every = payslips.search_payslips(db, PayslipQuery(year=None, month=None, limit=EVERY))
    posts, newest = posts_of(every), last_rows(every)
    opened = [payslips.payslip(db, row.id) for row in newest]
    cards = tuple(pay_card(row, payslip, posts, syncing=syncing) for row, payslip in zip(newest, opened, strict=True))
    person, session = payslips.person(db), cache.session(db)
    return HomeReading(
        name=person.nombres.split()[0] if person and person.nombres.strip() else "",
        every=every,
        newest=newest,
        cards=cards,
        changes=_changes(db, opened[0], explaining(db)) if opened else None,
        pay_day=payslips.next_pay_day(db, today),
        posts=posts,
        session_ended=session is not None and session.refresh_token is None,
        ever_synced=cache.sync_mark(db).succeeded_at is not None,
        requests=read_requests(db),
    )


def _changes(db: Connection, payslip: Payslip, explain: Explain) -> Changes:
    older = payslips.month_before(db, payslip.id)
    return changes(compare(payslip, older) if older else None, payslip, older, explain)


def mark_seen(db: Connection, payslip_id: str) -> None:
    """The person has opened it."""
    payslips.mark_seen(db, payslip_id)
