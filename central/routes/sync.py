"""The change feed over HTTP, and the loop that writes before it reads."""

import json
from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Response

from central.commands import result_of
from central.contract import Page
from central.contract_exchange import Exchange, ExchangeBody
from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.inlining import inlined
from central.pages import ServedPage, page_text, require_cursor, serve_page
from central.store.sessions import Holder

_ETAG = header("ETag", "of everything that this person reads")
_REFUSALS = refusals("token-expired", "session-ended", "bad-cursor", "invalid-request")


def make_router(desk: Desk) -> APIRouter:
    """`GET` and `POST /v1/sync`."""
    router = APIRouter()
    _add_loop(router, desk)

    @router.get(
        "/v1/sync",
        name="sync",
        response_model=Page,
        responses={
            200: {"description": "A page.", "headers": _ETAG},
            304: {"description": "Nothing changed.", "headers": _ETAG},
            **_REFUSALS,
        },
    )
    def sync(
        bearer: Bearer,
        since: Annotated[str | None, Query(description="A cursor; absent = from the beginning.")] = None,
        if_none_match: Annotated[str | None, Header(description="Only with a cursor at rest.")] = None,
    ) -> Response:
        """The page after a cursor, or 304 when nothing changed."""
        holder = desk.holder(bearer)
        served = serve_page(desk, holder.feed, since, if_none_match)
        if isinstance(served, str):
            return Response(status_code=304, headers={"ETag": served})
        content = f"{{{page_text(desk, served, holder.sign_in)}}}".encode()
        return Response(content, media_type="application/json", headers={"ETag": served.etag})

    return router


def _add_loop(router: APIRouter, desk: Desk) -> None:
    @router.post(
        "/v1/sync",
        name="exchange",
        response_model=Exchange,
        responses={
            200: {"description": "What became of the commands, and a page.", "headers": _ETAG},
            204: {"description": "No commands, and nothing changed."},
            **_REFUSALS,
        },
    )
    def exchange(bearer: Bearer, wanted: Annotated[ExchangeBody, Body()]) -> Response:
        """Do the commands, each for itself, and give the page after a cursor with the small PDFs that it names."""
        holder = desk.holder(bearer)
        require_cursor(wanted.since)  # before anything is done
        results = [result_of(desk, holder.feed, each.kind, each.uuid, each.body) for each in wanted.commands]
        served = serve_page(desk, holder.feed, wanted.since, None if results else wanted.etag)
        if isinstance(served, str):
            return Response(status_code=204)
        content = _written(desk, holder, wanted, served, results)
        return Response(content, media_type="application/json", headers={"ETag": served.etag})


def _written(
    desk: Desk, holder: Holder, wanted: ExchangeBody, served: ServedPage, results: list[dict[str, object]]
) -> bytes:
    with desk.store.reading() as db:
        pdfs = inlined(db, holder.feed, served.page.facts, wanted.have, wanted.room)
    said = json.dumps(results, ensure_ascii=False, separators=(",", ":"))
    along = json.dumps(pdfs, separators=(",", ":"))
    return f'{{"results":{said},{page_text(desk, served, holder.sign_in)},"inline":{along}}}'.encode()
