"""Asking an office's service for documents of one of its people: the body that goes out, the answer as records."""

from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from documents.payslip import Period
from sync.legajo_shapes import LONGEST_PDF, Line, Number, Sha256
from sync.shapes import read

KINDS = frozenset({"boletas", "constancia", "hoja_de_vida", "informe_escalafonario", "sustentos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersAsked:
    """Which documents of whom. `months`: only these of each year; `request`: code of the one whose sustentos."""

    doc_numero: str
    kinds: tuple[str, ...]
    desde: Period
    hasta: Period
    months: tuple[int, ...] = ()
    request: str = ""
    reason: str = ""

    @property
    def question(self) -> str:
        """The same for the same documents, whatever the reason."""
        months = ",".join(map(str, self.months))
        return "|".join((",".join(sorted(self.kinds)), str(self.desde), str(self.hasta), months, self.request))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTold:
    """A document that there is. What does not apply is "" or 0."""

    kind: str
    title: str
    periodo: str
    clase: str
    secuencia: int
    numero: str
    sha256: str
    size: int


class WirePaperTold(Struct):
    """One row of the answer."""

    kind: Line
    title: Line
    periodo: Annotated[str, Meta(pattern=r"\A([0-9]{4}-(0[1-9]|1[0-2]))?\Z")]
    clase: Line
    secuencia: Number
    numero: Line
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=LONGEST_PDF)]


class WirePapers(Struct):
    """The answer."""

    papers: Annotated[tuple[WirePaperTold, ...], Meta(max_length=5000)]


def papers_body(asked: PapersAsked) -> bytes:
    """POST /v1/office/papers."""
    members = {
        "doc_numero": asked.doc_numero, "kinds": list(asked.kinds), "desde": str(asked.desde),
        "hasta": str(asked.hasta), "months": list(asked.months), "request": asked.request, "reason": asked.reason[:120],
    }  # fmt: skip
    return msgspec.json.encode(members, order="sorted")


def read_papers(body: bytes) -> tuple[PaperTold, ...]:
    """What there is. Kinds that this version does not know are skipped. InterferenceError."""
    wire = read(body, WirePapers)
    names = PaperTold.__dataclass_fields__
    return tuple(PaperTold(**{name: getattr(one, name) for name in names}) for one in wire.papers if one.kind in KINDS)
