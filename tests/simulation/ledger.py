"""What is true, kept beside the program: what Ana was told, what the office did. Invariants compare with it."""

import json
from dataclasses import dataclass, field
from typing import Any

from storage.request_records import OwnRequest
from tests.simulation.office import FEED, Office


class Violation(AssertionError):  # noqa: N818 - not a fault of the world but of the program
    """An invariant does not hold."""

    def __init__(self, invariant: str, what: str) -> None:
        super().__init__(f"{invariant}: {what}")
        self.invariant = invariant
        self.what = what

    def __reduce__(self) -> tuple[type["Violation"], tuple[str, str]]:
        """To the process that asked."""
        return type(self), (self.invariant, self.what)


@dataclass(frozen=True, slots=True)
class Wish:
    """A request that the screen confirmed as En cola."""

    uuid: str
    computer: str
    own: OwnRequest  # as it was then

    @property
    def queue(self) -> str:
        """Within which order is kept."""
        return self.own.content.section or "-"


@dataclass(frozen=True, slots=True)
class Filed:
    """A request as the office has it."""

    uuid: str
    code: str
    state: str
    states: tuple[str, ...]  # in the order they came
    body: dict[str, Any]
    expediente: str  # its number, or ""


@dataclass
class Ledger:
    """The truth of one seed."""

    office: Office
    confirmed: dict[str, Wish] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    every_code: dict[str, set[str]] = field(default_factory=dict)  # also what the office gave and forgot
    truths: dict[str, set[str]] = field(default_factory=dict)  # every state that a request ever had at the office
    filed: dict[str, Filed] = field(default_factory=dict)  # as it is now
    erased: set[str] = field(default_factory=set)  # the office forgot them, once, when it put an older copy back
    uploaded: dict[str, int] = field(default_factory=dict)  # the most that the office ever had of a file
    cancelled: set[str] = field(default_factory=set)  # Ana was told that the office will be asked to cancel them
    quarantined: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)  # seen with all attachments
    restored: bool = False
    signed_out: set[str] = field(default_factory=set)  # computers whose session the office ended

    def confirm(self, computer: str, own: OwnRequest) -> None:
        """Ana was told that it is in the queue."""
        self.confirmed.setdefault(own.uuid, Wish(own.uuid, computer, own))

    def look(self) -> None:
        """Learn what the office has now. Raises Violation when that can never be."""
        rows = self.office.raw.execute(
            "SELECT uuid, code, state, history, body, expediente FROM request ORDER BY code"
        ).fetchall()
        self.filed = {}
        for uuid, code, state, history, body, given in rows:
            states = tuple(str(event["state"]) for event in json.loads(history))
            numero = json.loads(given)["numero"] if given else ""
            self.filed[uuid] = Filed(uuid, code, state, states, json.loads(body), numero)
            self.truths.setdefault(uuid, set()).update(states)
            self.every_code.setdefault(uuid, set()).add(code)
            if self.codes.setdefault(uuid, code) != code:
                raise Violation("I2", f"{uuid} was {self.codes[uuid]} and is {code}: it was filed twice")

        for sha256, received in self.office.raw.execute("SELECT sha256, received FROM upload"):
            self.uploaded[sha256] = max(self.uploaded.get(sha256, 0), received)
        for sha256, size in self.office.raw.execute("SELECT sha256, size FROM blob"):
            self.uploaded[sha256] = max(self.uploaded.get(sha256, 0), size)

    def may_wander(self, uuid: str) -> bool:
        """Whether a copy of it is, or was, under way on its own."""
        return f"/v1/requests/{uuid}" in self.office.wandered

    def expediente_may_wander(self, uuid: str) -> bool:
        """Whether a copy of what was written about it is, or was: an older number may come after a newer one."""
        return f"/v1/requests/{uuid}/expediente" in self.office.wandered

    def forget(self) -> None:
        """The office has put an older copy back."""
        before = set(self.filed)
        self.codes.clear()
        self.look()
        self.erased |= before - set(self.filed)
        self.restored = True
        self.signed_out = {"casa", "escuela"}  # perhaps: tokens given since are unknown

    def is_readable(self, sha256: str) -> bytes | None:
        """The bytes of a file that Ana's requests may name."""
        row = self.office.raw.execute(
            "SELECT content FROM blob WHERE sha256 = ? AND sha256 IN (SELECT sha256 FROM blob_reader WHERE feed = ?)",
            (sha256, FEED),
        ).fetchone()
        return None if row is None else bytes(row[0])
