"""The shapes of devices and of packets on memory sticks. See docs/protocol.md, "Memory sticks"."""

from typing import Annotated, Literal

from pydantic import Field

from central.contract_exchange import Command
from central.contract_shape import InstantText, Sha256, Shape

Kid = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="short name of a public key")]
PublicText = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{86}==$", description="base64 of 64 bytes")]
Version = Annotated[int, Field(ge=0, le=2**53)]
Packet = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class DeviceState(Shape):
    """How far a computer says it is."""

    cursor: Annotated[str | None, Field(max_length=512)] = None
    trust: Version = 0
    catalogue: Version = 0
    results: Annotated[int, Field(ge=0, le=2**53, description="the last result that it has")] = 0
    wants: Annotated[tuple[Sha256, ...], Field(max_length=2000, description="PDFs that it lacks")] = ()
    at: Annotated[int, Field(ge=0, le=2**40, description="its own clock, seconds since 1970")] = 0


class DeviceBody(DeviceState):
    public: PublicText
    name: Annotated[str, Field(min_length=1, max_length=80, description="what the person calls the computer")]


class PairingBody(Shape):
    public: PublicText
    doc_numero: Annotated[str, Field(min_length=1, max_length=20)]
    name: Annotated[str, Field(min_length=1, max_length=80)]
    how: Annotated[str, Field(min_length=4, max_length=200, description="what was looked at to know who it is")]


class Device(Shape):
    kid: Kid
    name: str
    paired_at: InstantText
    by_office: Annotated[bool, Field(description="somebody of an office paired it")]
    how: str
    revoked: bool


class DeviceAnswer(Shape):
    device: Device
    certificate: Annotated[str | None, Field(description="base64; for the computers of an office's people")] = None


class DeviceList(Shape):
    devices: tuple[Device, ...]


class PeopleSearch(Shape):
    text: Annotated[str, Field(max_length=120)] = ""
    after: Annotated[int, Field(ge=0, le=1_000_000)] = 0


class StickPerson(Shape):
    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    school: Annotated[str, Field(description="of the newest payslip")]
    devices: tuple[Device, ...]


class StickPeople(Shape):
    people: tuple[StickPerson, ...]
    next: int | None


class PacketBody(Shape):
    device: Kid


class OpeningBody(Shape):
    doc_numero: Annotated[str, Field(min_length=1, max_length=20)]
    how: Annotated[str, Field(min_length=4, max_length=200)]


class Opening(Shape):
    passphrase: Annotated[str, Field(description="seven words, to be said in person; kept nowhere")]
    ends: InstantText
    packet: Annotated[str, Field(description="base64")]


class ArrivalBody(Shape):
    sha256: Sha256
    size: Annotated[int, Field(ge=1, le=2**32, description="bytes")]


class Arrival(Shape):
    """How far a packet is, or what became of it."""

    state: Literal["receiving", "done", "unknown-device", "revoked-device", "damaged", "not-for-us"]
    received: int
    packet: Annotated[Packet | None, Field(description="once it was opened")] = None
    device: Kid | None = None
    commands: Annotated[int, Field(description="wishes in it")] = 0
    at: Annotated[InstantText | None, Field(description="when it was done")] = None


class ArrivedSoFar(Shape):
    received: int


class UpManifest(Shape):
    """What a packet with a person's wishes says, inside."""

    v: Literal[1]
    device: DeviceState
    name: Annotated[str, Field(min_length=1, max_length=80)]
    enrolment: Annotated[str | None, Field(pattern=r"^[0-9a-f]{32}$")] = None
    commands: Annotated[tuple[Command, ...], Field(max_length=1000)] = ()
