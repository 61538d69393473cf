"""The OpenAPI document: what FastAPI cannot know by itself, and the text that is committed as the contract."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from central import contract
from central.answers import API_HEADER, API_VERSION
from central.problems import KINDS, MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]
_EVERYWHERE = ("internal", "busy")
_OWN_HEADERS = {
    "range-not-satisfiable": ("Content-Range", "bytes */size"),
    "too-many-attempts": ("Retry-After", "seconds"),
    "busy": ("Retry-After", "seconds"),
    "wrong-offset": ("Upload-Offset", "bytes that are here"),
}


def header(name: str, meaning: str) -> dict[str, Any]:
    """A response header, for the document."""
    return {name: {"description": meaning, "schema": {"type": "string"}}}


def refusals(*codes: str) -> Responses:
    """The problems that a call may answer with, by status."""
    found: Responses = {}
    for code in codes:
        kind = KINDS[code]
        response = found.setdefault(kind.status, {"description": "", "content": _problem_content()})
        response["description"] = ", ".join(filter(None, (response["description"], code)))
        if code in _OWN_HEADERS:
            response["headers"] = header(*_OWN_HEADERS[code])
    return found


def describe(app: FastAPI) -> None:
    """Replace the application's OpenAPI document by an honest one."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _write_document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to change the document


def contract_text(app: FastAPI) -> str:
    """The document as it is committed."""
    return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _problem_content() -> dict[str, Any]:
    return {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _write_document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title, version=app.version, routes=app.routes, summary="Boletas y novedades de un servidor"
    )
    schemas = document["components"]["schemas"]
    problem = contract.Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    for name, shape in problem.pop("$defs").items():
        schemas.setdefault(name, shape)
    schemas["Problem"] = problem
    for unused in ("HTTPValidationError", "ValidationError"):  # problems take their place
        schemas.pop(unused, None)
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in refusals(*_EVERYWHERE).items():
                operation["responses"].setdefault(str(status), response)
            for response in operation["responses"].values():
                response.setdefault("headers", {})[API_HEADER] = {
                    "required": True,
                    "schema": {"const": API_VERSION, "type": "string"},
                }
    return document
