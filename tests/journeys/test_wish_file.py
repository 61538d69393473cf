"""A request as a file: laid over the record it is about, and judged with words at the fields."""

from datetime import date
from typing import Any

import msgspec
import pytest

from desktop.commands.wish_file import WishProblem, compose, read_wish
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import bundled
from documents.sustento.records import Sustento
from storage.request_records import RequestAction
from tests.sync.wishes import COURSE, paper, pdf, uuid

TODAY = date(2026, 11, 13)
FILE = Sustento(pdf=b"%PDF", sha256="ab" * 32, size=4, pages=1, remarks=(), before=4, dpi=200)
DOCUMENT = {
    "tipo": "certificado", "formato": "copia_simple", "entidad_emisora": "DRE Puno", "fecha_emision": "10/07/2023",
    "folios": "1", "sumilla": "Certificado",
}  # fmt: skip
FILED = LegajoRecord(
    id=uuid(1), section="II", kind="capacitacion", version=3, fields=COURSE, documents=(paper(pdf(900)),)
)


def composed(files: tuple[Sustento, ...] = (), base: LegajoRecord | None = None, **members: Any) -> Any:
    wish = read_wish(msgspec.json.encode(members))
    return compose(wish, files, base, uuid(9), bundled(), TODAY, {})


def codes(found: Any) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in found.problems if one.hard}


def test_a_new_record_gets_an_id_its_section_and_canonical_values() -> None:
    found = composed(
        (FILE,), action="nuevo", kind="capacitacion", fields=COURSE | {"fecha_inicio": "3/4/2023"}, documents=[DOCUMENT]
    )
    assert found.good, found.problems
    content = found.content
    assert (content.record, content.section, content.base) == (uuid(9), "II", None)
    assert content.fields == COURSE
    assert (content.documents[0].sha256, content.documents[0].folios) == (FILE.sha256, 1)


def test_a_change_gives_only_what_changes_and_keeps_the_documents() -> None:
    found = composed((FILE,), FILED, action="modificar", record=uuid(1), fields={"horas_lectivas": "90"},
                     documents=[DOCUMENT])  # fmt: skip
    assert found.good, found.problems
    assert found.content.fields == COURSE | {"horas_lectivas": "90"}
    assert [one.sha256 for one in found.content.documents] == [FILED.documents[0].sha256, FILE.sha256]
    assert found.content.base == FILED


def test_a_removal_needs_the_record_alone() -> None:
    found = composed((), FILED, action="retirar", record=uuid(1), note="Está repetido.")
    assert found.good
    assert (found.content.action, found.content.fields, found.content.kind) == (
        RequestAction.REMOVE, {}, "capacitacion"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("members", "base", "files", "problem"),
    [
        ({"action": "modificar"}, None, (), ("record", WishProblem.NO_RECORD)),
        ({"action": "retirar", "record": uuid(5)}, None, (), ("record", WishProblem.UNKNOWN_RECORD)),
        ({"action": "modificar", "record": uuid(1)}, FILED, (), ("", WishProblem.NOTHING)),
        ({"action": "hoja_de_vida", "kind": "capacitacion"}, None, (), ("", WishProblem.NOT_OF_A_PAPER)),
        ({"action": "nuevo", "kind": "nada"}, None, (), ("", "unknown-kind")),
        (
            {"action": "nuevo", "kind": "capacitacion", "fields": COURSE},
            None, (FILE,), ("documents/0", WishProblem.UNDESCRIBED),
        ),
        (
            {"action": "nuevo", "kind": "capacitacion", "fields": COURSE, "documents": [DOCUMENT]},
            None, (), ("documents/0", WishProblem.UNATTACHED),
        ),
        (
            {"action": "nuevo", "kind": "capacitacion", "fields": COURSE, "documents": [DOCUMENT | {"tipo": ""}]},
            None, (FILE,), ("documents/0/tipo", "document"),
        ),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said_where_it_is(
    members: dict[str, Any], base: LegajoRecord | None, files: tuple[Sustento, ...], problem: tuple[str, str]
) -> None:
    found = composed(files, base, **members)
    assert not found.good
    assert problem in codes(found)


def test_a_paper_is_asked_for_with_nothing_else() -> None:
    assert composed(action="hoja_de_vida").good


@pytest.mark.parametrize("text", [b"", b"[]", b'{"action": "volar"}', b'{"action": "nuevo", "otro": 1}'])
def test_what_is_no_request_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_wish(text)
