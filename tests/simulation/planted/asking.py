"""Bugs of asking and of believing: calls, the gate, tokens."""

from contextlib import AbstractContextManager, ExitStack
from typing import Any
from unittest.mock import patch

from storage.request_records import OfficeRequest, RequestContent, RequestState
from sync import client, loop, requests
from sync.core import gate
from sync.errors import NetworkConditionError, PortalError, SessionEndedError, SyncError
from tests.simulation.planting import planted


@planted("the answer to a request is believed when a portal's page comes")
def portal_accepted() -> AbstractContextManager[Any]:
    return patch("sync.outgoing.put_request", _lenient(PortalError))


@planted("no answer counts as a good answer")
def silence_accepted() -> AbstractContextManager[Any]:
    return patch("sync.outgoing.put_request", _lenient(NetworkConditionError))


def _lenient(kind: type[Exception]) -> Any:
    def put_request(line: Any, token: str, uuid: str, content: RequestContent) -> Any:
        try:
            return requests.put_request(line, token, uuid, content)
        except kind:
            return type("Filed", (), {"code": "SOL-2026-000001", "state": RequestState.FILED})

    return put_request


@planted("a 200 to a Range request is appended to what is here")
def whole_appended() -> AbstractContextManager[Any]:
    return patch("sync.pdf_sink.PdfSink.restart", lambda _self: None)


@planted("PDFs are asked for from the first byte every time")
def range_forgotten() -> AbstractContextManager[Any]:
    real = client.CentralClient.fetch_blob

    def fetch_blob(self: Any, token: str, sha256: str, _offset: int, size: int, sink: Any, **named: Any) -> None:
        real(self, token, sha256, 0, size, _Anew(sink) if _offset else sink, **named)

    return patch.object(client.CentralClient, "fetch_blob", fetch_blob)


@planted("answers are believed without our header")
def header_not_asked_for() -> AbstractContextManager[Any]:
    return patch.object(gate, "_ours", lambda _head: None)


@planted("an empty object of ours counts as a page without news")
def empty_page_accepted() -> AbstractContextManager[Any]:
    def lenient(real: Any) -> Any:
        def ask(*arguments: Any) -> Any:
            try:
                return real(*arguments)
            except NetworkConditionError as error:
                if getattr(error, "step", "") == "schema":
                    return None
                raise

        return ask

    stack = ExitStack()
    stack.enter_context(patch.object(client.CentralClient, "ask_page", lenient(client.CentralClient.ask_page)))
    stack.enter_context(patch("sync.pages.ask_loop", lenient(loop.ask_loop)))
    return stack


@planted("a token that ran out ends the session")
def expired_token_signs_out() -> AbstractContextManager[Any]:
    real = client.error_of

    def error_of(problem: Any) -> SyncError:
        return SessionEndedError() if problem.code == "token-expired" else real(problem)

    return patch("sync.client.error_of", error_of)


@planted("any failure to renew the tokens ends the session")
def lost_renewal_signs_out() -> AbstractContextManager[Any]:
    from sync import accounts

    real = accounts.refresh

    def refresh(line: Any, session: Any) -> Any:
        try:
            return real(line, session)
        except NetworkConditionError:
            raise SessionEndedError from None

    return patch("sync.accounts.refresh", refresh)


@planted("the body is written anew for another try, with the number of the try in it")
def body_rewritten() -> AbstractContextManager[Any]:
    from dataclasses import replace

    tries: dict[str, int] = {}

    def put_request(line: Any, token: str, uuid: str, content: RequestContent) -> OfficeRequest:
        tries[uuid] = tries.get(uuid, 0) + 1
        again = replace(content, note=f"{content.note} {tries[uuid]}") if tries[uuid] > 1 else content
        return requests.put_request(line, token, uuid, again)

    return patch("sync.outgoing.put_request", put_request)


@planted("each try goes under a uuid of its own")
def uuid_renewed() -> AbstractContextManager[Any]:
    tries: dict[str, int] = {}

    def put_request(line: Any, token: str, uuid: str, content: RequestContent) -> OfficeRequest:
        tries[uuid] = tries.get(uuid, 0) + 1
        name = uuid if tries[uuid] == 1 else f"{tries[uuid]:08x}{uuid[8:]}"
        return requests.put_request(line, token, name, content)

    return patch("sync.outgoing.put_request", put_request)


class _Anew:
    """Forgets what is here when the first bytes come."""

    def __init__(self, sink: Any) -> None:
        self._sink, self._begun = sink, False

    def __call__(self, data: bytes) -> None:
        if not self._begun:
            self.restart()
        self._sink(data)

    def restart(self) -> None:
        self._begun = True
        self._sink.restart()
