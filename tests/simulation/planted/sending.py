"""Bugs of sending wishes and their files."""

from contextlib import AbstractContextManager, ExitStack
from typing import Any
from unittest.mock import patch

from storage import attachments, outbox
from sync.outgoing import Outgoing
from tests.simulation.planting import planted


@planted("the upload's offset is saved before its bytes are sent")
def offset_before_bytes() -> AbstractContextManager[Any]:
    real = Outgoing._piece

    def piece(self: Any, errand: Any, file: Any, size: int, token: str) -> Any:
        attachments.set_upload_offset(self._box, file.sha256, min(file.size, file.offset + size))
        return real(self, errand, file, size, token)

    return patch.object(Outgoing, "_piece", piece)


@planted("En solicitud is shown before the answer has come")
def filed_before_the_answer() -> AbstractContextManager[Any]:
    real = Outgoing._put

    def put(self: Any, own: Any, errand: Any, token: str) -> Any:
        outbox.settle(self._box, own.uuid, "SOL-2026-000001", self._clock.now())
        return real(self, own, errand, token)

    return patch.object(Outgoing, "_put", put)


@planted("neither side waits for attachments")
def attachments_not_awaited() -> AbstractContextManager[Any]:
    stack = ExitStack()
    stack.enter_context(patch("sync.core.outbox._next_file", lambda _errand: None))
    stack.enter_context(patch("central.legajo.filing._require_attachments", lambda _db, _feed, _body: None))
    stack.enter_context(patch("central.legajo.filing.share_blob", lambda _db, _feed, _sha256, _uuid: None))
    return stack


@planted("attachments are not sent again when the office does not have them")
def attachments_not_sent() -> AbstractContextManager[Any]:
    return patch("sync.core.outbox._next_file", lambda _errand: None)


@planted("a cancellation that got no answer counts as done")
def cancelled_without_answer() -> AbstractContextManager[Any]:
    """By both ways that it may go."""
    from sync import requests
    from sync.errors import NetworkConditionError
    from sync.pages import Pages

    over, real = type("Over", (), {"code": "SOL-2026-000001"}), Pages.hand_in

    def cancel_request(line: Any, token: str, uuid: str) -> Any:
        try:
            return requests.cancel_request(line, token, uuid)
        except NetworkConditionError:
            return over

    def hand_in(self: Any, token: str, kind: Any, own: Any) -> Any:
        try:
            return real(self, token, kind, own)
        except NetworkConditionError:
            if kind == "cancellation":
                return over
            raise

    stack = ExitStack()
    stack.enter_context(patch("sync.outgoing.cancel_request", cancel_request))
    stack.enter_context(patch.object(Pages, "hand_in", hand_in))
    return stack


@planted("pieces of a file are taken from the wrong place")
def wrong_piece() -> AbstractContextManager[Any]:
    real = attachments.piece

    def piece(db: Any, sha256: str, offset: int, size: int) -> bytes:
        return real(db, sha256, 0, size) if offset else real(db, sha256, offset, size)

    return patch("storage.attachments.piece", piece)
