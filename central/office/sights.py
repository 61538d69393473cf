"""What somebody of an office is shown of a request: all of it, its cover, or nothing. Pure.

The cover is for a mesa de partes: who asks, for what, with which documents and under which number. What is to be
written into the legajo, notes and reasons are between the person and whoever decides.
"""

import json
from typing import Any

from central.legajo.people import Clerk
from documents.office_matters import Sight, sight_of


def sight_of_request(clerk: Clerk, request: dict[str, Any]) -> Sight | None:
    """`request`: its members, or what was asked."""
    return sight_of(clerk.roles, request["section"], request["kind"])


def shown_request(clerk: Clerk, request: dict[str, Any]) -> dict[str, Any]:
    """As much of its members as this clerk sees of it."""
    return request if sight_of_request(clerk, request) == "whole" else covered(request)


def shown_case(clerk: Clerk, document: str) -> str | None:
    """A case of the office's feed as this clerk sees it; None: not at all. Nobody sees requests of their own."""
    case = json.loads(document)
    sight = sight_of_request(clerk, case["request"])
    if sight is None or case["person"]["doc_numero"] == clerk.feed:
        return None
    if sight == "whole":
        return f'{document[:-1]},"whole":true}}'
    case |= {"request": covered(case["request"]), "current": None, "whole": False}
    return json.dumps(case, ensure_ascii=False, separators=(",", ":"))


def covered(request: dict[str, Any]) -> dict[str, Any]:
    """The cover of a request."""
    return request | {
        "fields": {}, "note": "", "reason": "",
        "history": [_event(each, request["reception"]) for each in request["history"]],
    }  # fmt: skip


def _event(event: dict[str, Any], reception: dict[str, Any] | None) -> dict[str, Any]:
    """Of the notes, those of the mesa de partes itself alone."""
    own = reception is not None and event["at"] == reception["at"]
    return event if own else event | {"note": ""}
