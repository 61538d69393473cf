"""The office's feed over HTTP, the reasons it announces, and the report of looks that were had without a connection."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Response

from central.contract_office import LooksReport, LooksTaken, OfficePage
from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.office.clerks import clerk_of
from central.office.looks import report_look
from central.office.serving import serve_office
from central.pages import names_etag
from central.problems import Problem
from central.routes.requests import answer_json

_ETAG = header("ETag", "epoch.seq.reasons")
_VERSION = header("ETag", 'strong: "version"; a version never changes')
_SESSION = ("token-expired", "session-ended", "invalid-request", "not-yours")


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/office/sync`, `GET /v1/office/reasons`, `POST /v1/office/looks`."""
    router = APIRouter()
    _add_reasons(router, desk)
    _add_looks(router, desk)

    @router.get(
        "/v1/office/sync",
        name="office_sync",
        response_model=OfficePage,
        responses={
            200: {"description": "A page.", "headers": _ETAG},
            304: {"description": "Nothing changed.", "headers": _ETAG},
            **refusals(*_SESSION, "bad-cursor"),
        },
    )
    def office_sync(
        bearer: Bearer,
        since: Annotated[str | None, Query(description="A cursor; absent = from the beginning.")] = None,
        if_none_match: Annotated[str | None, Header(description="Only with a cursor at rest.")] = None,
    ) -> Response:
        """The page after a cursor, or 304 when nothing changed: what the roles of whoever asks may see."""
        served = serve_office(desk, clerk_of(desk, bearer), since, if_none_match)
        if isinstance(served, str):
            return Response(status_code=304, headers={"ETag": served})
        return Response(served[0], media_type="application/json", headers={"ETag": served[1]})

    return router


def _add_reasons(router: APIRouter, desk: Desk) -> None:
    @router.get(
        "/v1/office/reasons",
        name="office_reasons",
        response_class=Response,
        responses={
            200: {
                "description": "The reasons in force, as documents.decision_reasons reads them.",
                "headers": _VERSION,
                "content": {"application/json": {"schema": {"type": "object", "additionalProperties": True}}},
            },
            304: {"description": "The version asked about is the one in force.", "headers": _VERSION},
            **refusals(*_SESSION),
        },
    )
    def office_reasons(
        bearer: Bearer,
        if_none_match: Annotated[str | None, Header(description="The version that is held.")] = None,
    ) -> Response:
        """Why requests are observed and rejected, in ready sentences."""
        clerk_of(desk, bearer)
        published = desk.settings.decision_reasons
        headers = {"ETag": f'"{published.version}"', "Cache-Control": "no-cache"}
        if names_etag(if_none_match, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(published.content, headers=headers, media_type="application/json")


def _add_looks(router: APIRouter, desk: Desk) -> None:
    @router.post("/v1/office/looks", name="office_looks", response_model=LooksTaken, responses=refusals(*_SESSION))
    def office_looks(bearer: Bearer, wanted: Annotated[LooksReport, Body()]) -> Response:
        """Looks without a connection, each once whatever how often it is reported. None is in the future."""
        clerk = clerk_of(desk, bearer)
        now = desk.now()
        with desk.store.writing() as db:
            for look in wanted.looks:
                at = min(now, _seconds(look.at))
                report_look(db, look.uuid, look.doc_numero, clerk, look.why, look.what, at)
        return answer_json({"taken": [look.uuid for look in wanted.looks]})


def _seconds(text: str) -> int:
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise Problem("invalid-request")
        return max(0, int(at.timestamp()))
    except (ValueError, OverflowError) as error:
        raise Problem("invalid-request") from error
