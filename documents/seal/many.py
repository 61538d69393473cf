"""Many files on several workers: a thread for each worker, verdicts on the thread of whoever asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final, TypeAlias

from typing_extensions import override

from documents.payslip import Payslip, Period
from documents.seal import wire
from documents.seal.copies import Copies
from documents.seal.limits import DEFAULT, Limits
from documents.seal.trust_list import TrustList
from documents.seal.verdict import Verdict
from documents.seal.worker import Checker

WORKERS: Final = 2
_GLANCE: Final = 0.2  # seconds between glances at the cancellation


@dataclass(frozen=True, slots=True)
class Checked:
    """One verdict and the place of its file in the list."""

    index: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way to the thread that may read the copies."""

    question: wire.Question
    reply: "SimpleQueue[wire.Answer]"


@dataclass(frozen=True, slots=True)
class _Over:
    """A thread has ended, with the error that ended it if there was one."""

    error: BaseException | None = None


_Happening: TypeAlias = Checked | _Asked | _Over


class _Forwarded(Copies):
    """Questions of a worker's thread, answered on the thread that iterates."""

    def __init__(self, events: "SimpleQueue[_Happening]") -> None:
        self._events = events

    @override
    def sha256_known(self, sha256: str) -> bool:
        return self._ask(wire.Question(sha256=sha256)).known

    @override
    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        return self._ask(wire.Question(doc_numero=doc_numero, periodo=periodo)).payslips

    def _ask(self, question: wire.Question) -> wire.Answer:
        reply: SimpleQueue[wire.Answer] = SimpleQueue()
        self._events.put(_Asked(question, reply))
        return reply.get()


def check_many(
    paths: Sequence[Path],
    *,
    trust: TrustList,
    now: datetime,
    copies: Copies | None = None,
    limits: Limits = DEFAULT,
    workers: int = WORKERS,
    cancelled: Event | None = None,
) -> Iterator[Checked]:
    """Verdicts as they are ready (`in_order` puts them in the order of the list).

    `copies` are asked on the iterating thread. When `cancelled` is set or the iterator is closed, workers end at once
    and no more verdicts come.
    """
    stop = cancelled or Event()
    ended = Event()
    events: SimpleQueue[_Happening] = SimpleQueue()
    tasks: SimpleQueue[tuple[int, Path]] = SimpleQueue()
    for task in enumerate(paths):
        tasks.put(task)
    checkers = [Checker(trust, limits) for _ in range(max(1, min(workers, len(paths))))]
    asked = _Forwarded(events) if copies is not None else None
    threads = [
        Thread(target=_work, args=(checker, tasks, events, now, asked, (stop, ended)), daemon=True)
        for checker in checkers
    ]
    for thread in threads:
        thread.start()
    try:
        yield from _collected(events, len(threads), copies, stop)
    finally:
        ended.set()
        for checker in checkers:
            checker.stop()
        _drained(events, threads)


def in_order(checked: Iterable[Checked]) -> Iterator[Verdict]:
    """The verdicts in the order of the files, each as soon as all before it are there."""
    waiting: dict[int, Verdict] = {}
    following = 0
    for each in checked:
        waiting[each.index] = each.verdict
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def _work(
    checker: Checker,
    tasks: "SimpleQueue[tuple[int, Path]]",
    events: "SimpleQueue[_Happening]",
    now: datetime,
    copies: Copies | None,
    stops: tuple[Event, Event],
) -> None:
    error: BaseException | None = None
    try:
        with checker:
            while not any(stop.is_set() for stop in stops):
                try:
                    index, path = tasks.get_nowait()
                except Empty:
                    break
                events.put(Checked(index, checker.check_file(path, now=now, copies=copies)))
    except Exception as failure:  # noqa: BLE001  # raised again on the thread that iterates
        error = failure
    events.put(_Over(error))


def _collected(
    events: "SimpleQueue[_Happening]", running: int, copies: Copies | None, stop: Event
) -> Iterator[Checked]:
    while running and not stop.is_set():
        try:
            event = events.get(timeout=_GLANCE)
        except Empty:
            continue  # nothing came: has somebody cancelled?
        if isinstance(event, _Over):
            running -= 1
            if event.error is not None:
                raise event.error
        elif isinstance(event, _Asked):
            event.reply.put(_answer(event.question, copies))
        else:
            yield event


def _answer(question: wire.Question, copies: Copies | None) -> wire.Answer:
    if copies is None:
        return wire.Answer()
    if question.periodo is not None:
        return wire.Answer(payslips=copies.payslips_of(question.doc_numero, question.periodo))
    return wire.Answer(known=copies.sha256_known(question.sha256))


def _drained(events: "SimpleQueue[_Happening]", threads: Sequence[Thread]) -> None:
    """Let every thread come to its end: whoever still asks gets an empty answer."""
    for thread in threads:
        while thread.is_alive():
            try:
                event = events.get(timeout=0.05)
            except Empty:
                continue
            if isinstance(event, _Asked):
                event.reply.put(wire.Answer())
