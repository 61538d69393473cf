"""Checks every answer of a running server against the committed OpenAPI document."""

import json
from pathlib import Path
from typing import Any

import requests
from jsonschema import Draft202012Validator

from central.server import Server

COMMITTED = Path(__file__).parents[2] / "resources" / "contract" / "openapi.json"
DOCUMENT: dict[str, Any] = json.loads(COMMITTED.read_text(encoding="utf-8"))


class Caller:
    """Checks every answer against the document before handing it on."""

    def __init__(self, server: Server) -> None:
        self.url = server.url
        self.headers: dict[str, str] = {}

    def ask(self, method: str, path: str, template: str | None = None, **more: Any) -> requests.Response:
        headers = self.headers | more.pop("headers", {})
        answer = requests.request(method, self.url + path, headers=headers, timeout=10, **more)
        check_answer(answer, DOCUMENT["paths"][template or path.partition("?")[0]][method.lower()])
        return answer

    def sign_in(self) -> requests.Response:
        id_ = self.ask("POST", "/v1/captchas").json()["captcha_id"]
        body = {
            "user": "sol",
            "password": "quinua-de-altura",
            "captcha_id": id_,
            "captcha_text": "ACDE7",
            "device": "x",
        }
        answer = self.ask("POST", "/v1/sessions", json=body)
        self.headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        return answer


def check_answer(answer: requests.Response, operation: dict[str, Any]) -> None:
    promised = operation["responses"][str(answer.status_code)]
    for name, header in promised["headers"].items():
        assert name in answer.headers
        Draft202012Validator(header["schema"]).validate(answer.headers[name])
    content = promised.get("content", {})
    if not content:
        assert answer.content == b""
        return
    [(media_type, shape)] = content.items()
    assert answer.headers["content-type"] == media_type
    if media_type.endswith("json"):
        schema = shape["schema"] | {"components": DOCUMENT["components"]}
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer.json())
        assert unknown_members(answer.json(), schema) == []


def unknown_members(value: Any, schema: dict[str, Any]) -> list[str]:
    """Members that the document does not speak of: clients could not know them."""
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", []) + schema.get("oneOf", []):
        full = choice | {"components": DOCUMENT["components"]}
        if Draft202012Validator(full).is_valid(value):
            return unknown_members(value, choice)
    if isinstance(value, list):
        return [name for item in value for name in unknown_members(item, schema["items"])]
    if not isinstance(value, dict) or "properties" not in schema:  # a map, its keys are values
        return []
    known = schema["properties"]
    return [name for name in value if name not in known] + [
        name for member in value if member in known for name in unknown_members(value[member], known[member])
    ]
