"""What an office may look for: names, document, code and subject of a request, without tildes or capitals. Pure."""

import json
import unicodedata

from central.contract_legajo import RequestBody


def folded(text: str) -> str:
    """Bare letters: Ñ is found by n too."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def searched_words(person: str, code: str, body: RequestBody) -> str:
    """Of one request; `person` is their JSON."""
    who = json.loads(person)
    parts = (who["apellidos"], who["nombres"], who["doc_numero"], code, body.action, body.kind)
    return folded(" ".join(parts)).replace("_", " ")


def wanted_words(text: str) -> tuple[str, ...]:
    """Each must be found."""
    return tuple(folded(text).split())
