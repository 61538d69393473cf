"""The demonstration's payslips in two parts: the newest, quick to make, and the rest while people look around already.

A sealed paper takes some 50 ms of a processor, all of them most of a minute. What was published stays published, so a
demonstration that is closed meanwhile goes on where it stopped.
"""

import sys
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from datetime import date
from functools import partial
from multiprocessing import get_context
from typing import Self

from central.publishing import Publisher
from central.samples.seeding import FEW, draw_sample
from central.store import Store
from central.store.facts import known_ids
from documents.payslip import Payslip, Period

NEWEST, OF_OTHERS = 6, 1  # months that are made first: of who signs in, of everybody else
AT_ONCE = 12  # payslips in one transaction: half a second of work is lost at most
PATIENCE = 10.0  # seconds for the work in hand


def is_due(payslip: Payslip, day: date) -> bool:
    """Whether it has been paid by that day."""
    return payslip.fecha_pago is None or payslip.fecha_pago <= day


def is_newest(payslip: Payslip, until: Period, guests: Collection[str]) -> bool:
    """Whether it is one to begin with. `guests`: documents of who can sign in."""
    months = (until.year - payslip.periodo.year) * 12 + until.month - payslip.periodo.month
    return months < (NEWEST if payslip.doc_numero in guests else OF_OTHERS)


class Growth:
    """Publishes what is missing on a thread of its own, the newest first; another process draws more than a few."""

    def __init__(
        self, store: Store, publisher: Publisher, payslips: Sequence[Payslip], done: Callable[[], None]
    ) -> None:
        """`done` is called on that thread when nothing is missing any longer."""
        self._store, self._publisher, self._done = store, publisher, done
        self._payslips = sorted(payslips, key=_month, reverse=True)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._grow, name="demo-growth", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._stopped.set()
        self._thread.join(PATIENCE)

    def finish(self) -> None:
        """Wait until nothing is missing."""
        self._thread.join()

    def _grow(self) -> None:
        missing = self._missing()
        _tell(f"Lo más nuevo ya está. Faltan {len(missing)} boletas de antes: se preparan mientras usa el programa.")
        with ExitStack() as ending:
            pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))  # its process begins when it is first asked
            ending.callback(pool.shutdown, wait=True, cancel_futures=True)
            here = len(missing) <= FEW
            for start in range(0, len(missing), AT_ONCE):
                if self._stopped.is_set():
                    return
                batch = missing[start : start + AT_ONCE]
                self._publisher.publish_payslips(batch, draw_all=partial(_draw, None if here else pool))
        self._done()
        _tell("Están todas las boletas de la demostración. Pulse «Sincronizar ahora» para traer las que le falten.")

    def _missing(self) -> list[Payslip]:
        with self._store.reading() as db:
            known = known_ids(db, "payslip", [payslip.id for payslip in self._payslips])
        return [payslip for payslip in self._payslips if payslip.id not in known]


def _draw(pool: ProcessPoolExecutor | None, batch: Sequence[Payslip]) -> Iterator[bytes]:
    return map(draw_sample, batch) if pool is None else pool.map(draw_sample, batch)


def _month(payslip: Payslip) -> tuple[int, int]:
    return payslip.periodo.year, payslip.periodo.month


def _tell(sentence: str) -> None:
    if sys.stdout is not None:  # a program without a console
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
