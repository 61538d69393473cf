"""`POST /v1/office/papers`: which documents there are of one of the office's people, made when they are missing."""

from typing import Annotated

from fastapi import APIRouter, Body, Response

from central.contract_office import OfficePapers, PapersWanted
from central.describing import refusals
from central.desk import Bearer, Desk
from central.office.clerks import clerk_of
from central.office.looks import note_look
from central.office.papers import ALLOWED, Asking, keep_made, missing_of, orders_for, papers_of, require_allowed
from central.problems import Problem
from central.routes.requests import answer_json

_SESSION = ("token-expired", "session-ended", "invalid-request", "not-yours")


def make_router(desk: Desk) -> APIRouter:
    """The call for packets of many people. The files come by `GET /v1/office/blobs/{sha256}`."""
    router = APIRouter()

    @router.post(
        "/v1/office/papers",
        name="office_papers",
        response_model=OfficePapers,
        responses=refusals(*_SESSION, "not-found"),
    )
    def office_papers(bearer: Bearer, wanted: Annotated[PapersWanted, Body()]) -> Response:
        """One person's documents of these kinds and months. A look that is noted, with its reason."""
        clerk = clerk_of(desk, bearer, *ALLOWED)
        asking = Asking(clerk=clerk, wanted=wanted, now=desk.now(), catalogue=desk.settings.legajo_catalogue.catalogue)
        with desk.store.reading() as db:
            require_allowed(db, asking)
            found = papers_of(db, asking)
            orders = tuple(orders_for(db, asking, found))
        make = desk.settings.make_paper
        made = [make(order) for order in orders] if make is not None else []
        with desk.store.writing() as db:
            keep_made(db, asking, made)
            note_look(db, asking.feed, clerk, "paquete", _what(wanted), desk.now())
            found = papers_of(db, asking)
        return answer_json({"papers": found, "missing": missing_of(asking, found)})

    return router


def _what(wanted: PapersWanted) -> str:
    """What the person reads: the kinds, the months, and what for."""
    if not wanted.kinds:
        raise Problem("invalid-request")
    told = f"{', '.join(wanted.kinds)} ({wanted.desde} a {wanted.hasta})"
    return f"{told}: {wanted.reason}" if wanted.reason else told
