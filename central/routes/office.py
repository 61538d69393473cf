"""The calls of an office's people: the requests of their UGEL, as much as their roles see, the files, the decisions."""

import base64
import binascii
import json
from typing import Annotated

from fastapi import APIRouter, Body, Header, Path, Response
from sqlalchemy import Connection

from central.contract_legajo import Decision, OfficeList, OfficeRequest, OfficeSearch, RequestAnswer
from central.describing import refusals
from central.desk import Bearer, Desk
from central.legajo.archive import living_record
from central.legajo.deciding import RECEIVE, Deciding, decide
from central.legajo.moving import members_of
from central.legajo.people import Clerk, who_asks
from central.legajo.searching import wanted_words
from central.office.clerks import clerk_of
from central.office.looks import looked_lately, note_look
from central.office.sights import shown_request, sight_of_request
from central.problems import Problem
from central.routes.blobs import RESPONSES, PdfResponse, answer_blob
from central.routes.requests import Uuid, answer_json
from central.store.accounts import person_document
from central.store.requests import (
    KeptRequest,
    office_may_read,
    paper_of_office,
    request_of_office,
    requests_of_office,
    requests_with_file,
)
from documents.office_matters import ESCALAFON, PLANILLAS, RECEPTION

ROWS = 50
_SESSION = ("token-expired", "session-ended", "invalid-request", "not-yours")


def make_router(desk: Desk) -> APIRouter:
    """`POST /v1/office/searches`, `GET /v1/office/requests/{uuid}`, its decisions, `GET /v1/office/blobs/{sha256}`."""
    router = APIRouter()
    _add_reading(router, desk)
    _add_blobs(router, desk)

    @router.put(
        "/v1/office/requests/{uuid}/decisions/{decision}",
        name="decision",
        response_model=RequestAnswer,
        responses=refusals(
            *_SESSION, "not-found", "changed-meanwhile", "already-decided", "record-changed", "reason-missing",
            "other-body",
        ),
    )  # fmt: skip
    def decision(bearer: Bearer, uuid: Uuid, decision: Uuid, wanted: Annotated[Decision, Body()]) -> Response:
        """Take, leave, observe, attend or reject, or, for a mesa de partes, register its reception. The same decision
        again: the same answer."""
        clerk = clerk_of(desk, bearer, RECEPTION if wanted.action == RECEIVE else ESCALAFON)
        deciding = Deciding(
            clerk=clerk, request=uuid, uuid=decision, wanted=wanted, now=desk.now(),
            catalogue=desk.settings.legajo_catalogue.catalogue,
        )  # fmt: skip
        answer = decide(desk.store, deciding, desk.settings.make_paper)
        return Response(answer.encode(), media_type="application/json")

    return router


def _add_reading(router: APIRouter, desk: Desk) -> None:
    @router.post("/v1/office/searches", name="office_search", response_model=OfficeList, responses=refusals(*_SESSION))
    def office_search(bearer: Bearer, wanted: Annotated[OfficeSearch, Body()]) -> Response:
        """The requests of the office's people, the nearest deadline first."""
        clerk = clerk_of(desk, bearer, ESCALAFON)
        with desk.store.reading() as db:
            found = requests_of_office(
                db, clerk.office.codigo, but=clerk.feed, state=wanted.state, words=wanted_words(wanted.text),
                after=_read_place(wanted.after), limit=ROWS + 1,
            )  # fmt: skip
            rows = [{**members_of(kept), "person": _asker(db, kept)} for kept in found[:ROWS]]
        more = _write_place(found[ROWS - 1].turn) if len(found) > ROWS else None
        return answer_json({"requests": rows, "next": more})

    @router.get(
        "/v1/office/requests/{uuid}",
        name="office_request",
        response_model=OfficeRequest,
        responses=refusals(*_SESSION, "not-found"),
    )
    def office_request(bearer: Bearer, uuid: Uuid) -> Response:
        """One request, who asks, and the record it is about as it is filed now; the cover alone for a mesa de partes. A
        look that is noted."""
        clerk = clerk_of(desk, bearer, ESCALAFON, PLANILLAS, RECEPTION)
        with desk.store.writing() as db:
            kept = request_of_office(db, clerk.office.codigo, uuid, but=clerk.feed)
            body = json.loads(kept.body) if kept else None
            sight = sight_of_request(clerk, body) if body else None
            if kept is None or body is None or sight is None:
                raise Problem("not-found")
            note_look(db, kept.feed, clerk, "solicitud", kept.code, desk.now())
            whole = sight == "whole"
            current = living_record(db, kept.feed, body["record"]).document if body["record"] and whole else None
            request = shown_request(clerk, members_of(kept))
            return answer_json({"request": request, "person": _asker(db, kept), "current": current, "whole": whole})


def _add_blobs(router: APIRouter, desk: Desk) -> None:
    @router.get(
        "/v1/office/blobs/{sha256}",
        name="office_blob",
        response_class=PdfResponse,
        responses={**RESPONSES, **refusals("not-yours")},
    )
    def office_blob(
        bearer: Bearer,
        sha256: Annotated[str, Path(description="64 lower-case hex digits")],
        range_: Annotated[str | None, Header(alias="Range", description="One range of bytes.")] = None,
        if_range: Annotated[str | None, Header(description="The ETag that the range belongs to.")] = None,
        sec_purpose: Annotated[str | None, Header(description="prefetch: nobody looks at it yet.")] = None,
    ) -> Response:
        """As `/v1/blobs`: documents of requests and legajos of the office's people. Every one is noted."""
        clerk = clerk_of(desk, bearer, ESCALAFON, PLANILLAS)
        with desk.store.writing() as db:
            feed = _readable(db, clerk, sha256, "copia" if sec_purpose == "prefetch" else "documento", desk.now())
        return answer_blob(desk, feed, sha256, range_, if_range)


def _readable(db: Connection, clerk: Clerk, sha256: str, why: str, now: int) -> str:
    """Whose file it is; the look is noted. Payslips and sealed papers only after their list was asked for, which is
    noted with its reason (`POST /v1/office/papers`). Problem `unknown-blob`."""
    sealed = ESCALAFON in clerk.roles
    found = office_may_read(db, clerk.office.codigo, sha256, but=clerk.feed) if sealed else _of_pay(db, clerk, sha256)
    if found is not None:
        note_look(db, found[0], clerk, why, found[1], now)
        return found[0]
    feed = paper_of_office(db, clerk.office.codigo, sha256, but=clerk.feed, sealed=sealed)
    if feed is None or not looked_lately(db, feed, clerk, "paquete", now):
        raise Problem("unknown-blob")
    return feed


def _of_pay(db: Connection, clerk: Clerk, sha256: str) -> tuple[str, str] | None:
    """The feed and the code of a request that is the matter of planillas and came with this file."""
    for kept in requests_with_file(db, clerk.office.codigo, sha256, but=clerk.feed):
        if sight_of_request(clerk, json.loads(kept.body)) == "whole":
            return kept.feed, kept.code
    return None


def _asker(db: Connection, kept: KeptRequest) -> dict[str, str]:
    return who_asks(person_document(db, kept.feed))


def _write_place(turn: str) -> str:
    return base64.urlsafe_b64encode(turn.encode()).decode()


def _read_place(after: str | None) -> str:
    try:
        return base64.b64decode(after or "", b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError) as error:
        raise Problem("invalid-request") from error
