"""What one exchange may have done, by what the network really brought it: I7, I10, I11, I12 and I13."""

from dataclasses import dataclass

from storage import drafts
from storage.connection import Connection
from storage.request_records import RequestState
from sync.engine import Blocked, Outcome, SessionNeeded, Updated, UpToDate
from tests.simulation.checks import is_settled
from tests.simulation.computer import Computer
from tests.simulation.ledger import Ledger, Violation
from tests.simulation.network import Exchanged
from tests.simulation.projection import held, published
from tests.simulation.unbelieved import Snapshot, snapshot, unfounded

MOST_CALLS = 250  # of one exchange
SOONEST = 0.99  # seconds: no failure is followed by another try within a second
PUBLICATIONS = ("/v1/trust-list", "/v1/legajo-catalogue")


@dataclass
class Watch:
    """One computer's exchanges."""

    computer: Computer
    ledger: Ledger
    plea_until: float = 0.0  # true seconds: the office said 429
    gone_before: Snapshot | None = None
    first: int = 0
    cleared: bool = False
    interrupted: bool = False  # Ana did something meanwhile

    def before(self) -> None:
        """An exchange begins."""
        self.first = len(self.computer.network.calls)
        with self.computer.facts() as db:
            self.gone_before = snapshot(db)

    @property
    def calls(self) -> list[Exchanged]:
        """Of this exchange."""
        return self.computer.network.calls[self.first :]

    def after(self, outcome: Outcome | None, *, troubled: bool) -> None:
        """It is over. `troubled`: the process or its disk met a hazard."""
        with self.computer.facts() as db:
            self._nothing_unbelieved(db)
            self._bytes_are_kept(db, troubled=troubled)
            self._nobody_waits(db, outcome)
        self._bounded(outcome)
        self._stays_signed_in(outcome)
        self._pleas_are_heard(outcome)

    def _nothing_unbelieved(self, db: Connection) -> None:
        if self.interrupted or any(call.stream.answer is not None for call in self.calls):
            return
        if any(call.fault == "forbidden" for call in self.calls):
            return
        assert self.gone_before is not None
        if told := unfounded(self.gone_before, snapshot(db), self.ledger.erased):
            raise Violation("I7", f"no answer was to be believed, and yet: {'; '.join(told)}")

    def _bytes_are_kept(self, db: Connection, *, troubled: bool) -> None:
        for call in self.calls:
            if not call.asked.path.startswith("/v1/blobs/"):
                continue
            named = call.asked.header(b"range")
            start = int(named.removeprefix("bytes=").removesuffix("-")) if named else 0
            if call.persisted != start:
                raise Violation("I11", f"{call.persisted} bytes were here, asked from {start} on: {call.asked.path}")
        if self.calls and not troubled:
            self._the_last_piece(db, self.calls[-1])

    def _the_last_piece(self, db: Connection, call: Exchanged) -> None:
        """Of a PDF whose line broke, every byte that came is on the disk."""
        if not call.asked.path.startswith("/v1/blobs/") or call.fault not in {"cut_answer", "drops"}:
            return
        head, whole, body = call.stream.data.partition(b"\r\n\r\n")
        partial = head.startswith(b"HTTP/1.1 206")
        if not whole or not (partial or head.startswith(b"HTTP/1.1 200")):
            return
        came = (call.persisted if partial else 0) + len(body)
        row = db.row("SELECT received FROM pdf WHERE sha256 = :name", name=call.asked.path.rpartition("/")[2])
        if row is not None and row["received"] != came:
            raise Violation("I11", f"{came} bytes of {call.asked.path} have come, {row['received']} are kept")

    def _nobody_waits(self, db: Connection, outcome: Outcome | None) -> None:
        """What calls itself up to date is; and without any fault every wish has been at the office."""
        if not isinstance(outcome, (UpToDate, Updated)):
            return
        if found := differences(self.ledger, self.computer):
            raise Violation("I6", f"all is said to be here, and is not: {'; '.join(found[:5])}")
        if self.interrupted or any(call.fault for call in self.calls):
            return
        waiting = {row["uuid"]: row["section"] for row in db.rows(
            "SELECT uuid, section FROM queue_head JOIN update_request USING (uuid)"
            " WHERE next_try_at IS NULL"
        )}  # fmt: skip
        if waiting:
            raise Violation("I13", f"nothing was in the way, and these still wait: {waiting}")

    def _bounded(self, outcome: Outcome | None) -> None:
        if len(self.calls) > MOST_CALLS:
            raise Violation("I10", f"{len(self.calls)} calls in one exchange")
        if self.calls and isinstance(outcome, Blocked) and outcome.retry_at is not None:
            wait = self.computer.engine.wait_seconds()
            if wait is None or wait < SOONEST:
                raise Violation("I10", f"after {outcome} the next try is in {wait} s")

    def _stays_signed_in(self, outcome: Outcome | None) -> None:
        if isinstance(outcome, SessionNeeded) and self.computer.name not in self.ledger.signed_out:
            raise Violation("I12", f"{self.computer.name} is signed out, and the office did not do it")

    def _pleas_are_heard(self, outcome: Outcome | None) -> None:
        """429 with a time: not before, whoever asks. What a process that died, or a full disk, did not write down is
        not known any more."""
        for call in self.calls:
            if call.at < self.plea_until - 5 and not self.cleared:
                raise Violation("I10", f"asked at {call.at}, told not before {self.plea_until}")
        last = self.calls[-1] if self.calls else None
        written = outcome is not None and getattr(outcome, "code", "") != "disk-full"
        if written and last and last.stream.status == 429 and last.asked.path not in PUBLICATIONS:
            plea = last.stream.data.lower().partition(b"retry-after: ")[2].partition(b"\r\n")[0]
            if plea.isdigit():
                self.plea_until = last.at + max(1, min(6 * 3600, int(plea)))
                self.cleared = False


def differences(ledger: Ledger, computer: Computer) -> list[str]:
    """What the office published and what is here, where they are not the same; PDFs that are not whole."""
    with computer.facts() as db:
        here = held(db)
        missing = db.number(
            "SELECT count(*) FROM pdf WHERE held = 0"
            " AND number IN (SELECT pdf FROM payslip UNION SELECT pdf FROM paper)"
        )
    there = {fact.key: fact.face for fact in published(ledger.office.raw) if fact.face is not None}
    found = [f"{key}: {here.get(key)} here, {there.get(key)} there" for key in sorted(here.keys() | there.keys())
             if here.get(key) != there.get(key)]  # fmt: skip
    return found + ([f"{missing} PDFs missing"] if missing else [])


def waits(computer: Computer) -> bool:
    """Whether something of this computer's outbox still has to travel."""
    with computer.facts() as db:
        owns = drafts.own_requests(db)
    return any(own.state is not RequestState.DRAFT and not is_settled(own) for own in owns)
