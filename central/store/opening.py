"""Opening the store: any database that SQLAlchemy knows; SQLite gets WAL, foreign keys and honest transactions."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, insert, make_url, select, update
from sqlalchemy.pool import QueuePool

from central.store.request_tables import ALL_TABLES
from central.store.schema import COMMONS, Feed, Origin

DEFAULT_URL = "sqlite:///central.db"


class Store:
    """All that the API remembers. Safe to share between threads; every use is one transaction."""

    def __init__(self, url: str = DEFAULT_URL) -> None:
        """Open what `url` names, making the tables that are not there."""
        self.url = url
        self._engine = _open_engine(url)
        ALL_TABLES.create_all(self._engine)
        with self.writing() as db:
            if db.scalar(select(Origin.id)) is None:
                db.execute(insert(Origin).values(id=1, epoch=_new_key()))
            open_feed(db, COMMONS)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that only reads."""
        with self._engine.connect() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is kept whole or not at all."""
        with self._engine.connect().execution_options(chasqui_writes=True) as db, db.begin():
            yield db

    def change_epoch(self) -> str:
        """Make every client walk anew, as after restoring a backup. Returns the new epoch."""
        epoch = _new_key()
        with self.writing() as db:
            db.execute(update(Origin).values(epoch=epoch))
        return epoch

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_feed(db: Connection, name: str) -> None:
    """Make sure that there is a feed of this name."""
    if db.scalar(select(Feed.seq).where(Feed.name == name)) is None:
        db.execute(insert(Feed).values(name=name, key=_new_key(), seq=0))


def renew_feed(db: Connection, name: str) -> None:
    """Give a feed a new key: its client walks anew."""
    db.execute(update(Feed).where(Feed.name == name).values(key=_new_key()))


def _new_key() -> str:
    return secrets.token_hex(5)


def _open_engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address)
    in_memory = address.database in {None, "", ":memory:"}
    # A database in memory is its one connection: whoever wants it next waits.
    sizes = {"pool_size": 1, "max_overflow": 0} if in_memory else {"pool_size": 8, "max_overflow": 32}
    engine = create_engine(
        address, poolclass=QueuePool, connect_args={"check_same_thread": False, "timeout": 30}, **sizes
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own idea of BEGIN would come too late and leave reads unguarded
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(db: Connection) -> None:
    writes = db.get_execution_options().get("chasqui_writes", False)
    db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
