"""Drafts of every section judged: what is good passes, what is not is said at its field with its code."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.file_types import FileType, sniff
from documents.identifiers import IdentifierProblem
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue, bundled
from documents.legajo_dates import DateProblem
from documents.legajo_validation import (
    FieldProblem,
    RecordProblem,
    Severity,
    normalised,
    validate,
    validate_document,
)
from documents.legajo_values import ValueProblem
from documents.legajo_words import SENTENCES, sentence
from tests.documents_legajo.samples import ID, NEW, TODAY

Drafting = Callable[..., LegajoRecord]
KNOWN = {
    "nombres": "ROSA ELENA",
    "apellido_paterno": "QUISPE",
    "apellido_materno": "ÑAUPARI",
    "fecha_nacimiento": "1985-05-15",
}


def told(problems: tuple[FieldProblem, ...]) -> list[tuple[str, str]]:
    """(field, code) of each problem; each must have its sentence."""
    for problem in problems:
        assert "{" not in sentence(problem.code, problem.arguments)
    return [(problem.field, problem.code.value) for problem in problems]


@pytest.mark.parametrize("kind", [kind for kind in NEW if kind != "demerito"])
def test_a_good_record_has_no_problem(kind: str, catalogue: LegajoCatalogue, draft: Drafting) -> None:
    assert validate(draft(kind), catalogue, TODAY, known=KNOWN) == ()


def test_values_may_still_be_as_typed(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    typed = draft(
        "licencia", tipo="Incapacidad temporal", goce="CON GOCE", desde="1/4/2026", hasta="30 de abril de 2026",
        numero_resolucion="r.d. 1234-2026 ugel-h",
    )  # fmt: skip
    assert validate(typed, catalogue, TODAY) == ()
    assert normalised(typed, catalogue, TODAY) == draft("licencia")


@pytest.mark.parametrize(
    ("kind", "changed", "problem"),
    [
        ("licencia", {"goce": "sin"}, ("goce", RecordProblem.INCONSISTENT)),
        ("licencia", {"tipo": "motivos_particulares"}, ("goce", RecordProblem.INCONSISTENT)),
        ("licencia", {"dias": "29"}, ("dias", RecordProblem.DAYS)),
        ("licencia", {"dias": "0"}, ("dias", ValueProblem.TOO_SMALL)),
        ("licencia", {"hasta": "2026-03-31"}, ("hasta", RecordProblem.ORDER)),
        ("licencia", {"desde": "31/04/2026"}, ("desde", DateProblem.IMPOSSIBLE)),
        ("licencia", {"numero_resolucion": ""}, ("numero_resolucion", RecordProblem.REQUIRED)),
        ("licencia", {"numero_resolucion": "1234"}, ("numero_resolucion", IdentifierProblem.RESOLUTION_FORMAT)),
        ("licencia", {"fecha_resolucion": "24/11/2026"}, ("fecha_resolucion", ValueProblem.FUTURE)),
        (
            "licencia",
            {"tipo": "motivos_particulares", "goce": "sin", "citt": "A-1"},
            ("citt", RecordProblem.NOT_ASKED),
        ),
        (
            "licencia",
            {"tipo": "familiar_grave", "desde": "2010-04-01", "hasta": "2010-04-30"},
            ("tipo", ValueProblem.CHOICE_EXPIRED),
        ),
        ("titulo_profesional", {"fecha_expedicion": "2011-12-20"}, ("fecha_expedicion", RecordProblem.ORDER)),
        ("titulo_profesional", {"fecha_registro": "2013-12-19"}, ("fecha_registro", RecordProblem.ORDER)),
        ("titulo_profesional", {"anio_fin": "2007"}, ("anio_fin", RecordProblem.ORDER)),
        ("titulo_profesional", {"anio_fin": ""}, ("anio_fin", RecordProblem.REQUIRED)),
        ("titulo_profesional", {"apodo": "x"}, ("apodo", RecordProblem.UNKNOWN_FIELD)),
        ("capacitacion", {"horas_lectivas": "0"}, ("horas_lectivas", ValueProblem.TOO_SMALL)),
        ("capacitacion", {"fecha_emision": "2023-06-29"}, ("fecha_emision", RecordProblem.ORDER)),
        ("movimiento", {"grupo_accion": "desplazamiento_temporal", "vigencia_fin": "2020-12-31"},
         ("grupo_accion", RecordProblem.INCONSISTENT)),
        ("movimiento", {"accion": "destaque", "grupo_accion": "desplazamiento_temporal"},
         ("vigencia_fin", RecordProblem.REQUIRED)),
        ("movimiento", {"plaza_destino": "999000000001"}, ("plaza_destino", RecordProblem.SAME)),
        ("datos_personales", {"fecha_nacimiento": "2009-01-01"}, ("fecha_nacimiento", RecordProblem.MINOR)),
        ("datos_personales", {"numero_documento": "9990001"}, ("numero_documento", IdentifierProblem.DNI_FORMAT)),
        ("datos_personales", {"lugar_nacimiento": ""}, ("lugar_nacimiento", RecordProblem.REQUIRED)),
        ("datos_personales", {"discapacidad": "si"}, ("tipo_discapacidad", RecordProblem.REQUIRED)),
        ("regimen_pensionario", {"cuspp": "999000XXXXX0"}, ("cuspp", IdentifierProblem.CUSPP_LETTERS)),
        (
            "regimen_pensionario",
            {"essalud_autogenerado": "8605150QSMRP001"},
            ("essalud_autogenerado", RecordProblem.ESSALUD_BIRTH),
        ),
        ("asignacion", {"tiempo_servicio": "25 años"}, ("tiempo_servicio", ValueProblem.MASK)),
        ("asignacion", {"importe": "mucho"}, ("importe", ValueProblem.MONEY)),
    ],
)  # fmt: skip
def test_each_fault_is_said_at_its_field_and_alone(
    kind: str, changed: dict[str, str], problem: tuple[str, str], catalogue: LegajoCatalogue, draft: Drafting
) -> None:
    assert told(validate(draft(kind, **changed), catalogue, TODAY, known=KNOWN)) == [problem]


def test_an_empty_form_asks_for_what_is_required_in_order(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    empty = replace(draft("capacitacion"), fields={})
    kind = catalogue.kind("capacitacion")
    assert kind is not None
    assert told(validate(empty, catalogue, TODAY)) == [
        (rule.code, RecordProblem.REQUIRED) for rule in kind.fields if rule.required
    ]


def test_sanctions_are_the_office_s_alone(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    assert told(validate(draft("demerito"), catalogue, TODAY)) == [("", RecordProblem.READ_ONLY)]


@pytest.mark.parametrize(("section", "kind"), [("II", "licencia"), ("IX", "no_existe"), ("XI", "licencia")])
def test_what_the_catalogue_does_not_know_is_not_judged(
    section: str, kind: str, catalogue: LegajoCatalogue, draft: Drafting
) -> None:
    strange = replace(draft("licencia"), section=section, kind=kind)
    assert told(validate(strange, catalogue, TODAY)) == [("", RecordProblem.UNKNOWN_KIND)]


def test_a_kind_out_of_force_takes_no_new_record(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    section = catalogue.section("IX")
    assert section is not None
    closed = replace(section, kinds=tuple(replace(kind, hasta=date(2026, 11, 22)) for kind in section.kinds))
    changed = replace(catalogue, sections=(*catalogue.sections[:8], closed, catalogue.sections[9]))
    assert told(validate(draft("licencia"), changed, TODAY)) == [("", RecordProblem.EXPIRED_KIND)]


def test_a_missing_document_is_a_doubt_and_too_many_are_a_fault(
    catalogue: LegajoCatalogue, draft: Drafting, paper: SupportingDocument
) -> None:
    without = validate(replace(draft("licencia"), documents=()), catalogue, TODAY)
    assert [(problem.code, problem.severity) for problem in without] == [(RecordProblem.NO_DOCUMENT, Severity.SOFT)]
    many = replace(draft("licencia"), documents=(paper,) * 11)
    assert told(validate(many, catalogue, TODAY)) == [("", RecordProblem.TOO_MANY_FILES)]


def test_doubts_are_soft_and_faults_are_hard(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    doubt = validate(draft("regimen_pensionario", cuspp="999000XXXXX0"), catalogue, TODAY, known=KNOWN)
    fault = validate(draft("licencia", dias="29"), catalogue, TODAY)
    assert [problem.severity for problem in (*doubt, *fault)] == [Severity.SOFT, Severity.HARD]


def test_without_the_other_records_nothing_is_said_of_them(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    assert validate(draft("regimen_pensionario", cuspp="999000XXXXX0"), catalogue, TODAY) == ()


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"sha256": ""}, ("", RecordProblem.NO_FILE)),
        ({"size": 8 * 2**20 + 1}, ("", RecordProblem.FILE_TOO_LARGE)),
        ({"pages": 201}, ("", RecordProblem.TOO_MANY_PAGES)),
        ({"folios": 3}, ("folios", RecordProblem.FOLIOS)),
        ({"folios": None}, ("folios", RecordProblem.REQUIRED)),
        ({"fecha_emision": date(2026, 11, 24)}, ("fecha_emision", ValueProblem.FUTURE)),
        ({"tipo": "servilleta"}, ("tipo", ValueProblem.CHOICE)),
        ({"sumilla": ""}, ("sumilla", RecordProblem.REQUIRED)),
    ],
)
def test_a_supporting_document_is_judged_with_its_file(
    changed: dict[str, object],
    problem: tuple[str, str],
    catalogue: LegajoCatalogue,
    paper: SupportingDocument,
) -> None:
    assert validate_document(paper, catalogue, TODAY) == ()
    spoiled = replace(paper, **changed)  # type: ignore[arg-type]  # any field
    assert told(validate_document(spoiled, catalogue, TODAY)) == [problem]


CATALOGUE = bundled()
KINDS = [kind.code for kind in CATALOGUE.kinds()]


@settings(deadline=None)
@given(st.data())
def test_no_draft_breaks_validation_and_normal_drafts_stay_as_they_are(data: st.DataObject) -> None:
    kind = CATALOGUE.kind(data.draw(st.sampled_from(KINDS)))
    assert kind is not None
    sensible = st.sampled_from(
        ["", "si", "no", "31/12/2025", "2025-01-01", "12", "99900011", "RD 1-2020", "con", "ats"]
    )
    codes = st.sampled_from([rule.code for rule in kind.fields])
    fields = data.draw(st.dictionaries(codes, st.one_of(sensible, st.text(max_size=20))))
    record = LegajoRecord(id=ID, section=kind.section, kind=kind.code, version=0, fields=fields)
    told(validate(record, CATALOGUE, TODAY, known=KNOWN))
    once = normalised(record, CATALOGUE, TODAY)
    assert normalised(once, CATALOGUE, TODAY) == once


@settings(deadline=None)
@given(st.dates(date(2015, 1, 1), date(2026, 1, 1)), st.integers(0, 300))
def test_the_days_of_a_leave_count_both_ends(start: date, more: int) -> None:
    end = date.fromordinal(start.toordinal() + more)
    fields = {**NEW["licencia"], "desde": start.isoformat(), "hasta": end.isoformat()}
    for days, wanted in ((more + 1, []), (more + 2, [RecordProblem.DAYS])):
        record = LegajoRecord(id=ID, section="IX", kind="licencia", version=0, fields={**fields, "dias": str(days)})
        found = [problem.code for problem in validate(record, CATALOGUE, TODAY)]
        assert found == [RecordProblem.NO_DOCUMENT, *wanted]


def test_every_code_has_one_sentence_and_every_sentence_a_code() -> None:
    families = (IdentifierProblem, DateProblem, ValueProblem, RecordProblem)
    codes = [code for family in families for code in family]
    assert len({code.value for code in codes}) == len(codes)
    assert set(SENTENCES) == set(codes)


def test_sentences_are_whole_and_say_what_to_do() -> None:
    for code, text in SENTENCES.items():
        assert text.endswith((".", " {help}")), code  # a help is a sentence itself
        assert "  " not in text, code
        assert len(text) <= 160, code
        assert not any(word in text.lower().split() for word in ("tú", "tu", "vos", "inválido", "error")), code


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", FileType.PDF),
        (b"\n\n%PDF-1.4", FileType.PDF),
        (b"\xff\xd8\xff\xe0", FileType.JPEG),
        (b"\xff\xd8\xff\xe1", FileType.JPEG),
        (b"\x89PNG\r\n\x1a\n", FileType.PNG),
        (b"", None),
        (b"MZ\x90\x00 %PDF-1.7", None),
        (b"PK\x03\x04 %PDF-1.7", None),
        (b"PK\x03\x04", None),
        (b"x" * 1024 + b"%PDF-", None),
    ],
)
def test_a_file_is_known_by_its_bytes(head: bytes, kind: FileType | None) -> None:
    assert sniff(head) is kind


@settings(deadline=None)
@given(st.binary(max_size=64))
def test_no_bytes_break_sniffing(head: bytes) -> None:
    found = sniff(head)
    assert found is None or found in set(FileType)
