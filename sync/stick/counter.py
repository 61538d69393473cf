"""The calls about computers and packets: a person's own, and those of an office's people. Needs a network.

Every call raises NetworkConditionError, SessionEndedError or RefusedError, as `sync.office` says.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, BinaryIO, Literal

import msgspec
from msgspec import Meta, Struct

from documents.stick.errors import StickError
from documents.stick.keys import Public
from documents.stick.shipped import newest
from storage import cache, stick
from storage.connection import Connection
from storage.device import OwnDevice, note_registered
from sync.core.gate import LONGEST_PAGE, Expected
from sync.errors import InterferenceError
from sync.office import OfficeCounter
from sync.shapes import read
from sync.stick.departing import device_state

PACKET = "application/vnd.chasqui.packet"
LONGEST_PACKET = 160 * 2**20
PIECE = 256 * 1024  # bytes of one PATCH
_OK = frozenset({200})
_OFFICE = frozenset({401, 403, 404, 409, 422})
KEYS = Expected(statuses=_OK, refusals=frozenset({404}), content_type="application/cose", longest=8 * 1024)
DEVICE = Expected(statuses=frozenset({200, 201}), refusals=_OFFICE)
PEOPLE = Expected(statuses=_OK, refusals=_OFFICE, longest=LONGEST_PAGE)
DOWN = Expected(statuses=_OK, refusals=_OFFICE, content_type=PACKET, longest=LONGEST_PACKET)
OPENING = Expected(statuses=_OK, refusals=_OFFICE, longest=LONGEST_PACKET * 4 // 3)
FOR_OTHERS, OWN = "/v1/office/arrivals", "/v1/arrivals"
ARRIVAL = Expected(statuses=_OK, refusals=_OFFICE | {413})
REVOKE = Expected(statuses=frozenset({204}), refusals=_OFFICE, content_type=None)

Kid = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class DeviceOfPerson(Struct, frozen=True):
    """A computer as the central API knows it."""

    kid: Kid
    name: str
    paired_at: datetime
    by_office: bool
    how: str
    revoked: bool


class StickPerson(Struct, frozen=True):
    """One of an office's people, with their computers."""

    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    school: str
    devices: tuple[DeviceOfPerson, ...]

    @property
    def name(self) -> str:
        """As a list has it."""
        return f"{self.apellidos}, {self.nombres}"


class _WireDevice(Struct):
    device: DeviceOfPerson
    certificate: bytes | None = None


class _WireDevices(Struct):
    devices: tuple[DeviceOfPerson, ...]


class _WirePeople(Struct):
    people: tuple[StickPerson, ...]
    next: int | None = None


class _WireOpening(Struct):
    passphrase: str
    ends: datetime
    packet: bytes


class _WireReceived(Struct):
    received: Annotated[int, Meta(ge=0)]


class Arrival(Struct, frozen=True):
    """How far a packet is at the central API, or what became of it."""

    state: Literal["receiving", "done", "unknown-device", "revoked-device", "damaged", "not-for-us"]
    received: Annotated[int, Meta(ge=0)]
    packet: str | None = None
    device: str | None = None
    commands: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A first packet under words."""

    passphrase: str
    ends: datetime
    packet: bytes


class StickCounter(OfficeCounter):
    """For the session of a profile; one thread, one connection to its cache."""

    def register(self, box: Connection, device: OwnDevice, name: str, at: int) -> None:
        """Tell the central API whose key this is and how far we are; keep its keys and, of an office's people, the
        certificate."""
        body = device_state(self._db, device, at) | {
            "public": base64.b64encode(device.key.public.bytes).decode(), "name": name[:80] or "Chasqui",
        }  # fmt: skip
        wire = read(self._said("PUT", f"/v1/devices/{device.key.public.kid}", DEVICE, body), _WireDevice)
        self.fetch_keys()
        session = cache.session(self._db)
        note_registered(box, session.server if session else "", wire.certificate)

    def fetch_keys(self) -> None:
        """The keys in force; kept when a root vouches for them and they are not older."""
        content = self._client.ask("GET", "/v1/stick-keys", KEYS).body
        try:
            if newest(*stick.kept_keys(self._db), content) == newest(content):
                stick.keep_keys(self._db, content)
        except StickError as error:
            raise InterferenceError("schema", str(error)) from error

    def own_devices(self) -> tuple[DeviceOfPerson, ...]:
        """This person's computers."""
        return read(self._ask("GET", "/v1/devices", DEVICE), _WireDevices).devices

    def people(self, text: str = "", after: int = 0) -> tuple[tuple[StickPerson, ...], int | None]:
        """The office's people by name, document or school; where the list goes on."""
        wire = read(
            self._said("POST", "/v1/office/devices/searches", PEOPLE, {"text": text, "after": after}), _WirePeople
        )
        return wire.people, wire.next

    def pair(self, public: Public, doc_numero: str, name: str, how: str) -> DeviceOfPerson:
        """Register the computer of one of the office's people. `how`: what was looked at."""
        body = {"public": base64.b64encode(public.bytes).decode(), "doc_numero": doc_numero, "name": name, "how": how}
        return read(self._said("PUT", f"/v1/office/devices/{public.kid}", DEVICE, body), _WireDevice).device

    def revoke(self, kid: str) -> None:
        """A computer was lost or sold."""
        self._ask("DELETE", f"/v1/office/devices/{kid}", REVOKE)

    def packet(self, kid: str) -> bytes:
        """What is new for one computer, sealed to it."""
        return self._said("POST", "/v1/office/packets", DOWN, {"device": kid})

    def opening(self, doc_numero: str, how: str) -> Opening:
        """A first packet for somebody without a connection."""
        body = {"doc_numero": doc_numero, "how": how}
        wire = read(self._said("POST", "/v1/office/openings", OPENING, body), _WireOpening)
        return Opening(wire.passphrase, wire.ends, wire.packet)

    def hand_over(
        self, sha256: str, size: int, file: BinaryIO, report: Callable[[int], None], way: str = FOR_OTHERS
    ) -> Arrival:
        """Send a packet from wherever it is, to its end, and ask what became of it. Every byte that arrives is kept.

        `way`: OWN for what a computer of this person's had in its queue.
        """
        arrival = self._arrival(way, sha256, size)
        at = arrival.received
        while arrival.state == "receiving" and at < size:
            file.seek(at)
            reached = self._piece(way, sha256, at, file.read(PIECE))
            if reached <= at:
                raise InterferenceError("upload", "nothing of it was kept")
            at = reached
            report(at)
        return arrival if arrival.state != "receiving" else self._arrival(way, sha256, size)

    def _arrival(self, way: str, sha256: str, size: int) -> Arrival:
        return read(self._said("POST", way, ARRIVAL, {"sha256": sha256, "size": size}), Arrival)

    def _piece(self, way: str, sha256: str, offset: int, content: bytes) -> int:
        headers = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}

        def send(token: str) -> bytes:
            path = f"{way}/{sha256}"
            return self._client.ask("PATCH", path, ARRIVAL, token=token, headers=headers, body=content).body

        return read(self._with_token(send), _WireReceived).received

    def _said(self, method: str, path: str, expected: Expected, members: dict[str, Any]) -> bytes:
        return self._ask(method, path, expected, msgspec.json.encode(members))
