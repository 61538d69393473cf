"""Who of an office may do what: for its administrator."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Body, Response

from central.contract_office import OfficeCounts, Roles, RolesWanted
from central.describing import refusals
from central.desk import Bearer, Desk
from central.legajo.people import Clerk
from central.legajo.times import day_in_peru
from central.office.clerks import clerk_of
from central.office.roles import ADMINISTRATOR, assign_roles, changes_of, people_of
from central.routes.requests import answer_json
from central.store.requests import counts_of_office, due_of_office, unreceived_of_office
from documents.working_days import bundled

SOON = 2  # working days
_SESSION = ("token-expired", "session-ended", "invalid-request", "not-yours")


def make_router(desk: Desk) -> APIRouter:
    """`GET` and `POST /v1/office/roles`, `GET /v1/office/counts`."""
    router = APIRouter()
    _add_counts(router, desk)

    @router.get("/v1/office/roles", name="office_roles", response_model=Roles, responses=refusals(*_SESSION))
    def office_roles(bearer: Bearer) -> Response:
        """The people of the office with their roles, and the newest changes."""
        return _answer(desk, clerk_of(desk, bearer, ADMINISTRATOR))

    @router.post(
        "/v1/office/roles",
        name="office_roles_change",
        response_model=Roles,
        responses=refusals(*_SESSION, "not-found", "last-administrator"),
    )
    def office_roles_change(bearer: Bearer, wanted: Annotated[RolesWanted, Body()]) -> Response:
        """Give somebody these roles and no others. In the body: a document number does not belong in an address."""
        clerk = clerk_of(desk, bearer, ADMINISTRATOR)
        with desk.store.writing() as db:
            assign_roles(db, clerk, wanted.doc_numero, wanted.roles, desk.now())
        return _answer(desk, clerk)

    return router


def _add_counts(router: APIRouter, desk: Desk) -> None:
    @router.get("/v1/office/counts", name="office_counts", response_model=OfficeCounts, responses=refusals(*_SESSION))
    def office_counts(bearer: Bearer) -> Response:
        """How many requests there are, and how many of them are pressing. Figures alone."""
        clerk = clerk_of(desk, bearer, ADMINISTRATOR)
        today, office, me = day_in_peru(desk.now()), clerk.office.codigo, clerk.feed
        soon = bundled().after(today, SOON)
        with desk.store.reading() as db:
            overdue = due_of_office(db, office, but=me, until=str(today - timedelta(days=1)))
            return answer_json({
                "states": counts_of_office(db, office, but=me), "overdue": overdue,
                "soon": due_of_office(db, office, but=me, until=str(soon)) - overdue,
                "unreceived": unreceived_of_office(db, office, but=me),
            })  # fmt: skip


def _answer(desk: Desk, clerk: Clerk) -> Response:
    with desk.store.reading() as db:
        people = [
            {
                "doc_tipo": person.doc_tipo, "doc_numero": person.doc_numero, "apellidos": person.apellidos,
                "nombres": person.nombres, "roles": list(person.roles),
            }
            for person in people_of(db, clerk.office.codigo)
        ]  # fmt: skip
        return answer_json({"people": people, "changes": changes_of(db, clerk.office.codigo)})
