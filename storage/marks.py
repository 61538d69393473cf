"""Small notes that sync keeps between runs: the plan for the next try, bytes used, the session."""

from datetime import datetime

from documents.payslip import Period
from storage.connection import Connection, transaction
from storage.records import RetryMark, Session, Traffic
from storage.rows import month_number, to_instant


def retry_mark(db: Connection) -> RetryMark | None:
    """The plan for the next try, if the last one failed."""
    row = db.row("SELECT attempt, not_before, condition FROM retry_mark")
    if row is None:
        return None
    return RetryMark(
        attempt=row["attempt"], not_before=datetime.fromisoformat(row["not_before"]), condition=row["condition"]
    )


def set_retry_mark(db: Connection, mark: RetryMark) -> None:
    """Keep the plan for the next try."""
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO retry_mark (only, attempt, not_before, condition)"
            " VALUES (1, :attempt, :not_before, :condition)",
            attempt=mark.attempt,
            not_before=to_instant(mark.not_before),
            condition=mark.condition,
        )


def clear_retry_mark(db: Connection) -> None:
    """No plan: the next try may come at once."""
    with transaction(db):
        db.run("DELETE FROM retry_mark")


def add_traffic(db: Connection, periodo: Period, received: int, sent: int, requests: int) -> None:
    """Add bytes and requests to a calendar month."""
    with transaction(db):
        db.run(
            "INSERT INTO traffic (periodo, received, sent, requests) VALUES (:periodo, :received, :sent, :requests)"
            " ON CONFLICT (periodo) DO UPDATE SET received = received + excluded.received,"
            " sent = sent + excluded.sent, requests = requests + excluded.requests",
            periodo=month_number(periodo),
            received=received,
            sent=sent,
            requests=requests,
        )


def traffic(db: Connection, periodo: Period) -> Traffic:
    """Bytes and requests of a calendar month; zeros when there were none."""
    row = db.row("SELECT received, sent, requests FROM traffic WHERE periodo = :periodo", periodo=month_number(periodo))
    return Traffic(periodo, 0, 0, 0) if row is None else Traffic(periodo, *row)


def session(db: Connection) -> Session | None:
    """The account, or None when nobody ever signed in here."""
    row = db.row("SELECT server, user, access_token, access_expires_at, refresh_token FROM session")
    if row is None:
        return None
    return Session(
        server=row["server"],
        user=row["user"],
        access_token=row["access_token"],
        access_expires_at=datetime.fromisoformat(row["access_expires_at"]),
        refresh_token=row["refresh_token"],
    )


def store_session(db: Connection, session: Session) -> None:
    """Keep the account's renewed tokens. A session that was just opened goes through `storage.adoption`."""
    with transaction(db):
        put_session(db, session)


def put_session(db: Connection, session: Session) -> None:
    """The same, as a part of a transaction that is open."""
    db.run(
        "INSERT OR REPLACE INTO session (only, server, user, access_token, access_expires_at, refresh_token)"
        " VALUES (1, :server, :user, :access_token, :access_expires_at, :refresh_token)",
        server=session.server,
        user=session.user,
        access_token=session.access_token,
        access_expires_at=to_instant(session.access_expires_at),
        refresh_token=session.refresh_token,
    )


def end_session(db: Connection) -> None:
    """Drop the tokens; server and user stay, for signing in again."""
    with transaction(db):
        db.run("UPDATE session SET access_token = '', refresh_token = NULL")
