"""What an office knows to columns. Pure; see storage.request_rows."""

from storage.connection import Value
from storage.decision_records import OfficeCase, Servant
from storage.request_records import OfficeRequest
from storage.search import fold


def case_columns(case: OfficeCase) -> dict[str, Value]:
    """Of `office_case`."""
    request, person = case.request, case.person
    content = request.content
    expediente = content.expediente.numero if content.expediente else ""
    return {
        "uuid": request.uuid, "code": request.code, "state": request.state, "action": content.action,
        "section": content.section, "kind": content.kind or content.action, "record": content.record,
        "doc_tipo": person.doc_tipo, "doc_numero": person.doc_numero, "apellidos": person.apellidos,
        "nombres": person.nombres, "filed_at": request.filed_at.isoformat(),
        "changed_at": request.changed_at.isoformat(),
        "deadline": None if request.deadline is None else request.deadline.isoformat(), "taken_by": request.taken_by,
        "expediente": expediente, "documents": len(content.documents), "reception": _reception(request),
        "desk": request.reception.desk if request.reception else "",
        "searched": _searched(
            person.apellidos, person.nombres, person.doc_numero, request.code, _short(request.code), expediente
        ),
    }  # fmt: skip


def document_rows(case: OfficeCase) -> list[dict[str, Value]]:
    """The files of the request and of the record it is about, each once."""
    documents = (*case.request.content.documents, *(case.current.documents if case.current else ()))
    found = {one.sha256: one.size for one in documents if one.sha256 and one.size}
    return [{"uuid": case.request.uuid, "sha256": sha256, "size": size} for sha256, size in found.items()]


def servant_columns(servant: Servant) -> dict[str, Value]:
    """Of `servant`."""
    values: dict[str, Value] = {name: getattr(servant, name) for name in Servant.__dataclass_fields__}
    names = (servant.apellidos, servant.nombres, servant.doc_numero, servant.codigo_modular)
    return values | {"searched": _searched(*names)}


def _reception(request: OfficeRequest) -> str:
    if request.reception is None:
        return ""
    return "lacking" if request.reception.lacking else "done"


def _searched(*texts: str) -> str:
    return " " + fold(" ".join(texts))


def _short(code: str) -> str:
    """The number of SOL-2026-000123 as people say it: 123."""
    return code.rpartition("-")[2].lstrip("0")
