"""The invented legajos: whole, plausible, the same each time, and on their way like anybody's."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from central.legajo.moving import members_of
from central.legajo.people import person_of
from central.publishing import Publisher
from central.samples.cast import CAST, cast_career
from central.samples.escalafon import CLERK, OFFICE, seed_escalafon
from central.samples.legajos import WITHOUT, SampleLegajo, sample_legajo
from central.samples.population import SINCE
from central.samples.seeding import seed
from central.settings import CHEAP
from central.store import Store
from central.store.accounts import person_document
from central.store.facts import all_living
from central.store.requests import requests_of_office
from documents.legajo_catalogue import NUMERALS, bundled
from documents.legajo_validation import Severity, validate, validate_document
from documents.page_text import page_texts

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def legajos() -> tuple[SampleLegajo, ...]:
    found = (sample_legajo(index, 1, TODAY) for index in range(len(CAST)))
    return tuple(legajo for legajo in found if legajo is not None)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("escalafon") / "central.db"
    with Store(f"sqlite:///{path}") as opened:
        publisher = Publisher(opened, cost=CHEAP)
        seed(publisher, len(CAST), 1, SINCE, None)
        seed_escalafon(opened, publisher, 1, TODAY)
        yield opened


def test_everybody_of_the_cast_who_serves_has_a_legajo_of_a_likely_size(legajos: tuple[SampleLegajo, ...]) -> None:
    assert len(legajos) == len(CAST) - 1
    assert all(15 <= len(legajo.records) <= 40 for legajo in legajos)
    assert all(len(legajo.files) >= 3 for legajo in legajos)
    assert {record.section for legajo in legajos for record in legajo.records} == set(NUMERALS)


def test_every_record_could_be_asked_for_as_it_is_filed(legajos: tuple[SampleLegajo, ...]) -> None:
    found = [
        (record.kind, problem.field, problem.code)
        for legajo in legajos
        for record in legajo.records
        for problem in (
            *validate(record, bundled(), TODAY),
            *(each for paper in record.documents for each in validate_document(paper, bundled(), TODAY)),
        )
        if problem.severity is Severity.HARD
    ]
    assert set(found) == {("demerito", "", "read-only")}


def test_single_forms_are_filed_once_and_ids_are_never_shared(legajos: tuple[SampleLegajo, ...]) -> None:
    ids = Counter(record.id for legajo in legajos for record in legajo.records)
    assert set(ids.values()) == {1}
    single = {kind.code for kind in bundled().kinds() if kind.single}
    for legajo in legajos:
        kinds = Counter(record.kind for record in legajo.records)
        assert all(kinds[code] == 1 for code in single)


def test_sanctions_are_one_persons(legajos: tuple[SampleLegajo, ...]) -> None:
    sanctioned = [legajo.dni for legajo in legajos if any(record.section == "VIII" for record in legajo.records)]
    assert sanctioned == [cast_career(5).identity.dni]


def test_the_legajo_says_what_the_career_says(legajos: tuple[SampleLegajo, ...]) -> None:
    promoted = next(legajo for legajo in legajos if legajo.dni == cast_career(2).identity.dni)
    steps = [record for record in promoted.records if record.value("accion") == "ascenso_escala"]
    assert [(step.value("escala_anterior"), step.value("escala_nueva")) for step in steps] == [("1", "2"), ("2", "3")]
    [order] = [record for record in promoted.records if record.kind == "retencion_judicial"]
    assert order.value("beneficiario").startswith("ROJAS IBÁÑEZ")
    assert promoted.codigo_ugel == "150107"


def test_the_same_seed_gives_the_same_legajo_and_the_same_papers() -> None:
    one, other = sample_legajo(0, 1, TODAY), sample_legajo(0, 1, TODAY)
    assert one == other != sample_legajo(0, 2, TODAY)
    assert sample_legajo(WITHOUT, 1, TODAY) is None


def test_a_paper_says_what_its_document_says(legajos: tuple[SampleLegajo, ...]) -> None:
    record = next(record for record in legajos[0].records if record.documents)
    [paper] = record.documents
    text = " ".join(page_texts(legajos[0].files[paper.sha256]))
    assert paper.sumilla in text
    assert "CONDORI ÑAUPARI" in text
    assert "inventado" in text


def test_nothing_is_filed_before_its_day() -> None:
    legajo = sample_legajo(3, 1, date(2020, 7, 9))
    assert legajo is not None
    assert all(record.registered and record.registered <= date(2020, 7, 9) for record in legajo.records)


def test_the_office_of_the_first_of_the_cast_has_a_tray_with_every_fate(store: Store) -> None:
    with store.reading() as db:
        office = person_of(person_document(db, CLERK.dni)).oficina
        assert office is not None
        assert office.codigo == OFFICE
        found = requests_of_office(db, OFFICE, but=CLERK.dni, state="", words=(), after="", limit=99)
    assert Counter(kept.state for kept in found) == {"en_solicitud": 6, "observado": 1, "atendido": 1}
    codes = [kept.code for kept in sorted(found, key=lambda kept: kept.filed_at)]
    assert codes == sorted(codes)


def test_a_rejection_says_why_and_what_was_granted_is_filed(store: Store) -> None:
    teacher, other = cast_career(0).identity.dni, cast_career(8).identity.dni
    with store.reading() as db:
        [rejected] = requests_of_office(db, "200010", but="", state="rechazado", words=(), after="", limit=9)
        records = all_living(db, teacher, "legajo_record")
        granted = next(request for request in all_living(db, teacher, "request") if request["state"] == "atendido")
    assert rejected.feed == other
    assert "a nombre de otra persona" in str(members_of(rejected)["reason"])
    assert granted["record"] in {record["id"] for record in records}


def test_the_hoja_de_vida_is_there_for_some_and_missing_for_the_pensioner(store: Store) -> None:
    with store.reading() as db:
        papers = {index: all_living(db, cast_career(index).identity.dni, "paper") for index in (0, 6, 8)}
    assert {index: len(found) for index, found in papers.items()} == {0: 1, 6: 0, 8: 1}
    assert papers[0][0]["kind"] == "hoja_de_vida"
