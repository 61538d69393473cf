"""Requests over the wire: file one, cancel it, say its expediente; and the catalogue that they are written by.

Each call is idempotent: after a lost answer the same call again gives the same answer. Stores nothing.
Every call raises NetworkConditionError, TokenExpiredError, SessionEndedError or RefusedError (docs/protocol.md).
"""

from storage.request_records import Expediente, OfficeRequest, RequestContent, RequestState
from sync.client import CentralClient
from sync.core.gate import LONGEST_PAGE, Expected
from sync.errors import InterferenceError
from sync.legajo_wire import expediente_body, read_answer, request_body

PUT = Expected(statuses=frozenset({200, 201}), refusals=frozenset({401, 403, 409, 422}))
CANCEL = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 409, 422}))
EXPEDIENTE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 409, 422}))
CATALOGUE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 404, 422}), longest=LONGEST_PAGE)


def put_request(client: CentralClient, token: str, uuid: str, content: RequestContent) -> OfficeRequest:
    """The request as the office has filed it, now or when it came first."""
    reply = client.ask("PUT", f"/v1/requests/{uuid}", PUT, token=token, body=request_body(content))
    return read_answer(reply.body, uuid)


def cancel_request(client: CentralClient, token: str, uuid: str) -> OfficeRequest:
    """The request as the office has cancelled it."""
    reply = client.ask("PUT", f"/v1/requests/{uuid}/cancellation", CANCEL, token=token, body=b"{}")
    return read_cancelled(reply.body, uuid)


def read_cancelled(body: bytes, uuid: str) -> OfficeRequest:
    """What a cancellation answers. InterferenceError when it is not cancelled."""
    answer = read_answer(body, uuid)
    if answer.state is not RequestState.CANCELLED:
        raise InterferenceError("schema", "a cancellation that did not happen")
    return answer


def put_expediente(client: CentralClient, token: str, uuid: str, expediente: Expediente) -> OfficeRequest:
    """The request with what the mesa de partes gave."""
    body = expediente_body(expediente)
    reply = client.ask("PUT", f"/v1/requests/{uuid}/expediente", EXPEDIENTE, token=token, body=body)
    return read_answer(reply.body, uuid)


def fetch_catalogue(client: CentralClient, token: str) -> bytes:
    """The legajo catalogue in force, as the office wrote it; not read."""
    return client.ask("GET", "/v1/legajo-catalogue", CATALOGUE, token=token).body
