"""Files of requests over the wire: tus 1.0, creation and core. The office keeps every byte that arrives.

Stores nothing. Both calls raise NetworkConditionError, TokenExpiredError, SessionEndedError or RefusedError.
"""

import base64

from sync.client import CentralClient, Reply
from sync.core.gate import Expected
from sync.errors import InterferenceError

CREATE = Expected(
    statuses=frozenset({200, 201}), refusals=frozenset({401, 403, 413, 422}), content_type=None, longest=0
)
PATCH = Expected(
    statuses=frozenset({204}), refusals=frozenset({401, 403, 404, 409, 413, 422}), content_type=None, longest=0
)
TUS = {"Tus-Resumable": "1.0.0"}


def open_upload(client: CentralClient, token: str, sha256: str, size: int) -> int:
    """Announce a file of so many bytes; how many of them the office has."""
    named = base64.b64encode(sha256.encode()).decode()
    headers = TUS | {"Upload-Length": str(size), "Upload-Metadata": f"sha256 {named}"}
    return _offset(client.ask("POST", "/v1/uploads", CREATE, token=token, headers=headers), 0, size)


def send_piece(client: CentralClient, token: str, sha256: str, offset: int, piece: bytes) -> int:
    """The next bytes; how many the office has then. They go in TLS records of a packet each (`sync.line`): a line that
    breaks swallows little."""
    headers = TUS | {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
    reply = client.ask("PATCH", f"/v1/uploads/{sha256}", PATCH, token=token, headers=headers, body=piece)
    return _offset(reply, offset + len(piece), offset + len(piece))


def _offset(reply: Reply, lowest: int, highest: int) -> int:
    """Upload-Offset of an answer, within what it can be."""
    text = reply.headers.get("upload-offset", "")
    if not (text.isascii() and text.isdecimal()) or not lowest <= int(text[:12]) <= highest:
        raise InterferenceError("header", f"Upload-Offset {text[:20]}")
    return int(text)
