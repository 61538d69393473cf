"""What an office's people do with memory sticks: pair computers, take packets to people, hand over what they bring."""

import base64
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from central.contract_stick import (
    DeviceAnswer,
    Opening,
    OpeningBody,
    PacketBody,
    PairingBody,
    PeopleSearch,
    StickPeople,
)
from central.describing import refusals
from central.desk import Bearer, Desk
from central.legajo.people import Clerk, who_asks
from central.legajo.searching import folded
from central.office.clerks import clerk_of
from central.office.looks import note_look
from central.problems import Problem
from central.routes.arrivals import Way, add_arrivals, seat_of
from central.routes.devices import Kid, members_of_device, named_public
from central.routes.requests import answer_json
from central.stick.down import Aim, make_down
from central.stick.pairing import pair
from central.store.stick_people import OfficePerson, is_of_office, people_of_office
from central.store.sticks import KeptDevice, add_enrolment, find_device, revoke_device
from documents.stick import passphrase
from documents.stick.keys import Public

MEDIA_TYPE = "application/vnd.chasqui.packet"
ROWS = 200
LONGEST_PIECE = 512 * 1024
_OFFICE = ("token-expired", "session-ended", "invalid-request", "not-yours")


class PacketResponse(Response):
    """A sealed packet."""

    media_type = MEDIA_TYPE


def make_router(desk: Desk) -> APIRouter:
    """`/v1/office/devices…`, `/v1/office/packets`, `/v1/office/openings`, `/v1/office/arrivals…`."""
    router = APIRouter()
    _add_people(router, desk)
    _add_pairing(router, desk)
    _add_packets(router, desk)
    add_arrivals(router, desk, Way("/v1/office/arrivals", "office_arrival", lambda bearer: clerk_of(desk, bearer).feed))
    return router


def _add_people(router: APIRouter, desk: Desk) -> None:
    @router.post(
        "/v1/office/devices/searches", name="office_devices", response_model=StickPeople, responses=refusals(*_OFFICE)
    )
    def office_devices(bearer: Bearer, wanted: Annotated[PeopleSearch, Body()]) -> Response:
        """The office's people with their computers, by name, document or school; in the order of their names."""
        clerk = clerk_of(desk, bearer)
        with desk.store.reading() as db:
            people = people_of_office(db, clerk.office.codigo, but=clerk.feed)
        words = folded(wanted.text).split()
        found = [row for row in map(_row, people) if all(word in row[0] for word in words)]
        found.sort(key=lambda row: row[0])
        page = [members for _words, members in found[wanted.after : wanted.after + ROWS]]
        more = wanted.after + ROWS if len(found) > wanted.after + ROWS else None
        return answer_json({"people": page, "next": more})


def _row(person: OfficePerson) -> tuple[str, dict[str, Any]]:
    who = who_asks(person.document)
    words = folded(" ".join((who["apellidos"], who["nombres"], who["doc_numero"], person.school)))
    return words, {**who, "school": person.school, "devices": [members_of_device(each) for each in person.devices]}


def _add_pairing(router: APIRouter, desk: Desk) -> None:
    @router.put(
        "/v1/office/devices/{kid}",
        name="office_pair",
        status_code=201,
        response_model=DeviceAnswer,
        responses={
            200: {"description": "It was known.", "model": DeviceAnswer},
            **refusals(*_OFFICE, "not-found", "device-revoked", "too-many-devices"),
        },
    )
    def office_pair(bearer: Bearer, kid: Kid, wanted: Annotated[PairingBody, Body()]) -> Response:
        """Register the computer of one of the office's people, after looking at who it is. Traced."""
        clerk = clerk_of(desk, bearer)
        public = named_public(kid, wanted.public)
        asked = KeptDevice(
            kid=kid, feed=wanted.doc_numero, public=public.bytes, name=wanted.name, paired_at=desk.now(),
            paired_by=clerk.feed, how=wanted.how,
        )  # fmt: skip
        with desk.store.writing() as db:
            if not is_of_office(db, clerk.office.codigo, wanted.doc_numero, but=clerk.feed):
                raise Problem("not-found")
            kept, is_new = pair(db, asked)
            if is_new:
                note_look(db, wanted.doc_numero, clerk, "usb", f"Equipo vinculado: {wanted.how}", desk.now())
        return answer_json({"device": members_of_device(kept), "certificate": None}, 201 if is_new else 200)

    @router.delete(
        "/v1/office/devices/{kid}",
        name="office_revoke",
        status_code=204,
        response_class=Response,
        responses=refusals(*_OFFICE, "not-found"),
    )
    def office_revoke(bearer: Bearer, kid: Kid) -> Response:
        """A computer was sold or lost. Idempotent, for good."""
        clerk = clerk_of(desk, bearer)
        with desk.store.writing() as db:
            known = find_device(db, kid)
            if known is None or not is_of_office(db, clerk.office.codigo, known.feed, but=clerk.feed):
                raise Problem("not-found")
            revoke_device(db, kid, by=clerk.feed, now=desk.now())
        return Response(status_code=204)


def _add_packets(router: APIRouter, desk: Desk) -> None:
    @router.post(
        "/v1/office/packets",
        name="office_packet",
        response_class=PacketResponse,
        responses={
            200: {
                "description": "One packet, sealed to that computer.",
                "content": {MEDIA_TYPE: {"schema": {"type": "string", "contentMediaType": MEDIA_TYPE}}},
            },
            **refusals(*_OFFICE, "not-found", "no-sticks"),
        },
    )
    def office_packet(bearer: Bearer, wanted: Annotated[PacketBody, Body()]) -> Response:
        """What is new for one computer of one of the office's people. Whoever carries it cannot read it."""
        clerk, seat = clerk_of(desk, bearer), seat_of(desk)
        with desk.store.writing() as db:
            known = find_device(db, wanted.device)
            if known is None or known.revoked_at or not _may(db, clerk, known.feed):
                raise Problem("not-found")
            note_look(db, known.feed, clerk, "usb", "Paquete para una memoria USB", desk.now())
        aim = Aim(known.feed, Public(known.public[:32], known.public[32:]), device=known)
        return PacketResponse(make_down(desk, seat, aim))

    @router.post(
        "/v1/office/openings",
        name="office_opening",
        response_model=Opening,
        responses=refusals(*_OFFICE, "not-found", "no-sticks"),
    )
    def office_opening(bearer: Bearer, wanted: Annotated[OpeningBody, Body()]) -> Response:
        """A first packet for somebody without any connection, under words that are kept nowhere. Traced."""
        clerk, seat = clerk_of(desk, bearer), seat_of(desk)
        ends = desk.now() + desk.settings.opening_seconds
        with desk.store.writing() as db:
            if not _may(db, clerk, wanted.doc_numero):
                raise Problem("not-found")
            note_look(db, wanted.doc_numero, clerk, "usb", f"Paquete inicial: {wanted.how}", desk.now())
            token = add_enrolment(db, wanted.doc_numero, made_by=clerk.feed, ends=ends)
        words, lock = passphrase.new_passphrase(), passphrase.new_lock()
        aim = Aim(wanted.doc_numero, passphrase.key_of(words, lock).public, lock=lock, enrolment=token)
        packet = base64.b64encode(make_down(desk, seat, aim)).decode()
        until = datetime.fromtimestamp(ends, UTC).isoformat(timespec="seconds")
        return answer_json({"passphrase": words, "ends": until, "packet": packet})


def _may(db: Any, clerk: Clerk, feed: str) -> bool:
    return is_of_office(db, clerk.office.codigo, feed, but=clerk.feed)
