"""A person's computers, for packets on memory sticks; and the keys that such packets are sealed to."""

import base64
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Response

from central.contract_stick import DeviceAnswer, DeviceBody, DeviceList
from central.describing import refusals
from central.desk import Bearer, Desk
from central.legajo.people import person_of
from central.problems import Problem
from central.routes.requests import answer_json
from central.routes.trust import MEDIA_TYPE, CoseResponse
from central.stick.pairing import certificate_of, note_state, pair
from central.store.accounts import person_document
from central.store.sticks import KeptDevice, devices_of, find_device, revoke_device
from documents.stick.keys import Public, read_public

Kid = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$", description="short name of the public key")]
_SESSION = ("token-expired", "session-ended", "invalid-request")


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/stick-keys`, `PUT` and `DELETE /v1/devices/{kid}`, `GET /v1/devices`."""
    router = APIRouter()
    _add_keys(router, desk)
    _add_own(router, desk)

    @router.put(
        "/v1/devices/{kid}",
        name="device",
        status_code=201,
        response_model=DeviceAnswer,
        responses={
            200: {"description": "It was known.", "model": DeviceAnswer},
            **refusals(*_SESSION, "not-yours", "device-revoked", "too-many-devices"),
        },
    )
    def device(bearer: Bearer, kid: Kid, wanted: Annotated[DeviceBody, Body()]) -> Response:
        """Register this computer's public key, and say how far it is. Idempotent."""
        feed = desk.whose(bearer)
        public = named_public(kid, wanted.public)
        now = desk.now()
        asked = KeptDevice(kid=kid, feed=feed, public=public.bytes, name=wanted.name, paired_at=now)
        with desk.store.writing() as db:
            kept, is_new = pair(db, asked)
            note_state(db, kid, wanted)
            office = person_of(person_document(db, feed)).oficina
        certificate = certificate_of(desk.settings.stick, kept, office, now)
        said = base64.b64encode(certificate).decode() if certificate else None
        return answer_json({"device": members_of_device(kept), "certificate": said}, 201 if is_new else 200)

    return router


def _add_keys(router: APIRouter, desk: Desk) -> None:
    @router.get(
        "/v1/stick-keys",
        name="stick_keys",
        response_class=CoseResponse,
        responses={
            200: {
                "description": "The keys, as a root signed them.",
                "content": {MEDIA_TYPE: {"schema": {"type": "string", "contentMediaType": MEDIA_TYPE}}},
            },
            **refusals("no-sticks"),
        },
    )
    def stick_keys() -> Response:
        """What packets are sealed to and signed with. Public, and it carries its own signature."""
        if desk.settings.stick is None:
            raise Problem("no-sticks")
        return CoseResponse(desk.settings.stick.file, headers={"Cache-Control": "no-cache"})


def _add_own(router: APIRouter, desk: Desk) -> None:
    @router.get("/v1/devices", name="devices", response_model=DeviceList, responses=refusals(*_SESSION))
    def devices(bearer: Bearer) -> Response:
        """All computers that were ever registered for this person."""
        feed = desk.whose(bearer)
        with desk.store.reading() as db:
            return answer_json({"devices": [members_of_device(each) for each in devices_of(db, feed)]})

    @router.delete(
        "/v1/devices/{kid}",
        name="device_revoke",
        status_code=204,
        response_class=Response,
        responses=refusals(*_SESSION, "not-found"),
    )
    def device_revoke(bearer: Bearer, kid: Kid) -> Response:
        """It is not mine any more: no packet for it is made, none of it is accepted. Idempotent, for good."""
        feed = desk.whose(bearer)
        with desk.store.writing() as db:
            known = find_device(db, kid)
            if known is None or known.feed != feed:
                raise Problem("not-found")
            revoke_device(db, kid, by=feed, now=desk.now())
        return Response(status_code=204)


def named_public(kid: str, text: str) -> Public:
    """The key of a body, when it is the one that the address names. Problem `invalid-request`."""
    public = read_public(base64.b64decode(text))
    if public.kid != kid:
        raise Problem("invalid-request")
    return public


def members_of_device(device: KeptDevice) -> dict[str, Any]:
    """As the contract has it."""
    return {
        "kid": device.kid, "name": device.name,
        "paired_at": datetime.fromtimestamp(device.paired_at, UTC).isoformat(timespec="seconds"),
        "by_office": bool(device.paired_by), "how": device.how, "revoked": device.revoked_at is not None,
    }  # fmt: skip
