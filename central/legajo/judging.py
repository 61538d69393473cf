"""Whether a request may be filed as it is written: hard problems only. Whether it is true is for a person to say."""

from collections.abc import Iterator
from datetime import date

from central.contract_legajo import RequestBody
from central.legajo.bodies import PAPERS, record_asked
from central.problems import Problem
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import FieldProblem, RecordProblem, Severity, validate, validate_document


def judge_shape(body: RequestBody) -> None:
    """Problem `invalid-request` when members that go together do not."""
    paper = body.action in PAPERS
    about = bool(body.section and body.kind and body.record)
    anything = bool(body.section or body.kind or body.record or body.fields or body.documents)
    known = body.base_version > 0
    if (anything or known) if paper else not about:
        raise Problem("invalid-request")
    if not paper and known != (body.action != "nuevo"):
        raise Problem("invalid-request")


def judge_content(body: RequestBody, catalogue: LegajoCatalogue, today: date) -> None:
    """Problem `invalid-legajo` with every hard problem."""
    problems = [
        {"field": where + found.field, "code": str(found.code)}
        for where, found in _problems(body, catalogue, today)
        if found.severity is Severity.HARD
    ]
    if problems:
        raise Problem("invalid-legajo", members={"problems": problems})


def _problems(body: RequestBody, catalogue: LegajoCatalogue, today: date) -> Iterator[tuple[str, FieldProblem]]:
    if body.action in PAPERS:
        return
    record = record_asked(body)
    found = validate(record, catalogue, today)
    if body.action == "retirar":  # what is taken away need not be right, but must be of a kind and section we know
        whole = {RecordProblem.READ_ONLY, RecordProblem.UNKNOWN_KIND, RecordProblem.TOO_MANY_FILES}
        found = tuple(problem for problem in found if problem.code in whole)
    elif body.action == "modificar":  # kinds that ended can still be mended
        found = tuple(problem for problem in found if problem.code is not RecordProblem.EXPIRED_KIND)
    yield from (("", problem) for problem in found)
    for place, document in enumerate(record.documents):
        for problem in validate_document(document, catalogue, today):
            yield f"documents/{place}/", problem
