"""The acceptance gate: what must hold before an answer is believed. Pure: told what was asked and what came.

The steps are those of docs/protocol.md, in its order:

    1  TLS verified            `sync.transport`: an answer without it never gets here
    2  no redirect followed    `accept_head`; the client follows none
    3  status                  `accept_head`: in the set that this call allows
    4  Chasqui-Api: 1          `accept_head`
    5  content type, exactly   `accept_head`
    6  length                  `accept_head` what was announced, `accept_length` what came
    7  schema                  `sync.wire`, only ever called with a body that passed 1 to 6
    8  digest                  `storage.cache.finish_pdf`, over all bytes of a PDF, whichever exchange brought them

Whatever fails is raised as a `NetworkConditionError`: never an authentication failure, a deletion or a success. 429 and
5xx are conditions too and are raised at step 3 whoever sent them: a proxy's 503 means what the office's means.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sync.core.backoff import read_plea
from sync.errors import BusyError, InterferenceError, NetworkConditionError, PortalError, ServerTroubleError

JSON = "application/json"
PROBLEM = "application/problem+json"
PDF = "application/pdf"
ZSTD = "application/zstd"
API = "1"
LONGEST_PAGE = 4_000_000  # bytes, decompressed
LONGEST_ANSWER = 1_000_000  # of any other JSON: a captcha's image is the largest
REDIRECTS = frozenset({300, 301, 302, 303, 305, 307, 308})
NETWORK_SIGN_IN = 511  # RFC 6585
ALONE = frozenset({"identity"})
USUAL = frozenset({"identity", "gzip"})
LATER = frozenset({408, 425})  # "try again", as good as a 5xx


Coding = Literal["identity", "gzip", "zstd", "dcz"]
CODINGS: tuple[Coding, ...] = ("identity", "gzip", "zstd", "dcz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The bytes of a PDF or a bundle that were asked for: from `offset` to the end, or up to `stop`."""

    offset: int
    size: int  # of the whole
    stop: int | None = None

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.size if self.stop is None else self.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What this call allows."""

    statuses: frozenset[int]  # success
    refusals: frozenset[int]  # with a problem document
    content_type: str | None = JSON  # of a success; None: no body
    longest: int = LONGEST_ANSWER  # bytes of the body, decompressed
    range: Range | None = None  # PDFs and bundles only
    packed: frozenset[str] = frozenset()  # codings that a whole PDF may have


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and headers of an answer; names in lower case."""

    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A head that passed steps 2 to 6."""

    kind: Literal["body", "part", "empty", "problem"]
    coding: Coding
    announced: int | None  # bytes on the wire, when the answer says
    longest: int  # bytes of the body, decompressed


def accept_head(expected: Expected, head: Head) -> Accepted:
    """Steps 2 to 6 as far as status line and headers go. Raises NetworkConditionError."""
    _not_elsewhere(head)  # 2
    refused = _status(expected, head)  # 3
    _ours(head)  # 4
    if refused:
        _content_type(head, PROBLEM)  # 5
        return Accepted("problem", _coding(head), _announced(head, LONGEST_ANSWER), LONGEST_ANSWER)
    if head.status in {204, 304}:
        return Accepted("empty", "identity", 0, 0)
    _content_type(head, expected.content_type)  # 5
    if expected.range is not None:
        return _blob(expected.range, expected.packed, head)  # 6
    return Accepted("body", _coding(head), _announced(head, expected.longest), expected.longest)  # 6


def accept_length(accepted: Accepted, received: int) -> None:
    """Step 6 once the body is over. `received`: bytes on the wire."""
    if accepted.announced is not None and received != accepted.announced:
        raise InterferenceError("length", f"{received} of {accepted.announced}")


def _not_elsewhere(head: Head) -> None:
    if head.status in REDIRECTS or head.status == NETWORK_SIGN_IN:
        raise PortalError(str(head.status))


def _status(expected: Expected, head: Head) -> bool:
    """Whether the answer is a refusal; raises for whatever this call does not allow."""
    if head.status in expected.statuses:
        return False
    if head.status in {429, 503}:
        raise BusyError(head.status, read_plea(head.headers.get("retry-after"), head.headers.get("date")))
    if head.status >= 500 or head.status in LATER:
        raise ServerTroubleError(head.status)
    if head.status not in expected.refusals:
        raise _stranger(head, "status", str(head.status))
    return True


def _ours(head: Head) -> None:
    if head.headers.get("chasqui-api") != API:
        raise _stranger(head, "header", "Chasqui-Api")


def _content_type(head: Head, wanted: str | None) -> None:
    found = head.headers.get("content-type")
    if found != wanted:
        raise _stranger(head, "content-type", str(found))


def _stranger(head: Head, step: str, detail: str) -> NetworkConditionError:
    """Who answers with a web page where the office answers with data wants something from the person."""
    page = head.headers.get("content-type", "").lower().startswith(("text/html", "application/xhtml"))
    return PortalError(detail) if page and head.status != 403 else InterferenceError(step, detail)


def _coding(head: Head, allowed: frozenset[str] = USUAL) -> Coding:
    found = head.headers.get("content-encoding", "").strip().lower() or "identity"
    for known in CODINGS:
        if known == found and found in allowed:
            return known
    raise InterferenceError("coding", found)


def _announced(head: Head, longest: int) -> int | None:
    text = head.headers.get("content-length")
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()) or int(text[:12]) > longest:
        raise InterferenceError("length", text[:40])
    return int(text)


def _blob(wanted: Range, packed: frozenset[str], head: Head) -> Accepted:
    """200 is the whole PDF, whatever was asked for, perhaps packed; 206 must be exactly the part that was asked for."""
    coding = _coding(head, ALONE | packed if head.status == 200 else ALONE)
    if coding != "identity":
        return Accepted("body", coding, _announced(head, wanted.size), wanted.size)
    whole = head.status == 200
    length = wanted.size if whole else wanted.end - wanted.offset
    announced = _announced(head, wanted.size)
    if announced is not None and announced != length:
        raise InterferenceError("length", f"{announced} announced, {length} wanted")
    if not whole:
        _right_part(wanted, head.headers.get("content-range", ""))
    return Accepted("body" if whole else "part", "identity", length, length)


def _right_part(wanted: Range, text: str) -> None:
    found = re.fullmatch(r"bytes (\d{1,12})-(\d{1,12})/(\d{1,12})", text)
    if found is None or [int(n) for n in found.groups()] != [wanted.offset, wanted.end - 1, wanted.size]:
        raise InterferenceError("length", f"content-range {text[:60]}")
