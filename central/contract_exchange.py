"""The shapes of `POST /v1/sync`, one write-read loop. See `central.contract` and docs/protocol.md."""

from typing import Annotated, Any, Literal

from pydantic import Field

from central.contract import Page, Problem
from central.contract_legajo import RequestAnswer, Uuid
from central.contract_shape import Sha256, Shape

Held = Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$", description="SHA-256 of a held PDF, or how it begins")]


_USUAL_ROOM = 16 * 1024


class Command(Shape):
    """What `PUT /v1/requests/{uuid}`, its `/cancellation` or its `/expediente` would be sent."""

    kind: Literal["request", "cancellation", "expediente"]
    uuid: Uuid
    body: Annotated[dict[str, Any], Field(description="the body of that call")]


class ExchangeBody(Shape):
    since: Annotated[str | None, Field(max_length=512, description="a cursor; absent = from the beginning")] = None
    etag: Annotated[str | None, Field(max_length=512, description="only with a cursor at rest")] = None
    commands: Annotated[tuple[Command, ...], Field(max_length=20)] = ()
    have: Annotated[tuple[Held, ...], Field(max_length=8)] = ()
    inline: Annotated[
        int | None,
        Field(
            ge=0, le=262_144, description="bytes of packed PDFs that may come along; absent: 16384 with `have`, else 0"
        ),
    ] = None

    @property
    def room(self) -> int:
        """Bytes of packed PDFs that may come along."""
        return (_USUAL_ROOM if self.have else 0) if self.inline is None else self.inline


class CommandResult(Shape):
    kind: Literal["request", "cancellation", "expediente"]
    uuid: Uuid
    status: Annotated[int, Field(description="of that call")]
    answer: RequestAnswer | Problem


class InlinePdf(Shape):
    """A PDF that a change of this page names."""

    sha256: Sha256
    coding: Literal["identity", "zstd", "dcz", "thin"]
    dictionary: Annotated[Sha256 | None, Field(description="of dcz and thin: the PDF that it was packed with")]
    content: Annotated[str, Field(description="base64")]


class Exchange(Page):
    results: Annotated[tuple[CommandResult, ...], Field(description="in the order of the commands")]
    inline: tuple[InlinePdf, ...]
