"""What a person asks the office to do, whichever call brings it: one of `/v1/requests/…`, or `POST /v1/sync`."""

from typing import Any, Literal

from pydantic import ValidationError

from central.contract_legajo import Expediente, Nothing, RequestBody
from central.desk import Desk
from central.legajo.filing import Filing, cancel_request, file_request, set_expediente
from central.legajo.moving import members_of
from central.problems import Problem, problem_members
from central.store.requests import KeptRequest

CommandKind = Literal["request", "cancellation", "expediente"]


def file(desk: Desk, feed: str, uuid: str, body: RequestBody) -> tuple[KeptRequest, int]:
    """The request under a uuid, and 201 when it is new; again with the same body: as it is now, and 200."""
    filing = Filing(feed, desk.now(), desk.settings.legajo_catalogue.catalogue)
    with desk.store.writing() as db:
        kept, is_new = file_request(db, filing, uuid, body)
    return kept, 201 if is_new else 200


def cancel(desk: Desk, feed: str, uuid: str) -> KeptRequest:
    """The request taken back. Idempotent."""
    with desk.store.writing() as db:
        return cancel_request(db, feed, uuid, desk.now())


def give_expediente(desk: Desk, feed: str, uuid: str, wanted: Expediente) -> KeptRequest:
    """The request with what the mesa de partes gave. The last one wins."""
    with desk.store.writing() as db:
        return set_expediente(db, feed, uuid, wanted, desk.now())


def result_of(desk: Desk, feed: str, kind: CommandKind, uuid: str, body: dict[str, Any]) -> dict[str, Any]:
    """A command's status and answer: exactly those of its own call. Each is a transaction of its own."""
    answer: dict[str, Any]
    try:
        kept, status = _done(desk, feed, kind, uuid, body)
        answer = {"request": members_of(kept)}
    except ValidationError:
        status, answer = 422, problem_members(Problem("invalid-request"))
    except Problem as problem:
        status, answer = problem.status, problem_members(problem)
    return {"kind": kind, "uuid": uuid, "status": status, "answer": answer}


def _done(desk: Desk, feed: str, kind: CommandKind, uuid: str, body: dict[str, Any]) -> tuple[KeptRequest, int]:
    match kind:
        case "request":
            return file(desk, feed, uuid, RequestBody.model_validate(body))
        case "cancellation":
            Nothing.model_validate(body)
            return cancel(desk, feed, uuid), 200
        case "expediente":
            return give_expediente(desk, feed, uuid, Expediente.model_validate(body)), 200
