"""The legajo's facts: stored with their page, swept with their epoch, their files fetched in order and shared."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import resources
from documents.legajo_catalogue import LegajoCatalogueError, bundled
from documents.payslip import Period
from storage import catalogues, legajo
from storage.cache import append_pdf, finish_pdf, restart_walk, store_page, wanted_pdfs
from storage.connection import Connection
from storage.errors import BugError
from storage.payslips import person
from storage.records import Office, PayslipFact, PersonFact, Removal
from storage.request_records import RequestState
from tests.storage.people import ROSA, in_period, page, reference
from tests.storage.requests import FILE, NOW, content, document, fact, key, later, paper, record, sha

CLERK = PersonFact("DNI", "99900017", "ÑAUPARI", "ROSA", "r@ejemplo.pe", ("servidor", "escalafon"),
                   Office("120001", "UGEL Huancayo"))  # fmt: skip


def confirmed(db: Connection) -> list[object]:
    return [shown.confirmed for shown in legajo.shown_records(db)]


def fetched(db: Connection, file: bytes) -> None:
    append_pdf(db, sha(file), 0, file)
    assert finish_pdf(db, sha(file))


def test_every_fact_comes_back_as_it_came(db: Connection) -> None:
    filed = record(documents=(document(),), updated=date(2026, 11, 2))
    asked = replace(fact(1, RequestState.OBSERVED, reason="Falta el sello"), content=content(documents=(document(),)))
    made = paper(1, b"hoja", vigente_hasta=date(2027, 4, 1), request=key(1))
    store_page(db, page(CLERK, filed, asked, made), etag="x")
    assert confirmed(db) == [filed]
    assert [shown.fact for shown in legajo.shown_requests(db)] == [asked]
    assert legajo.papers(db) == (made,)
    assert person(db) == CLERK


def test_a_newer_version_replaces_the_former_one(db: Connection) -> None:
    store_page(db, page(record(), fact(1), paper(1, b"old")), etag="x")
    newer = (record(version=2, fields={"domicilio": "Jr. Junín 8"}), fact(1, RequestState.ATTENDED), paper(1, b"new"))
    store_page(db, page(*newer), etag="x")
    assert confirmed(db) == [newer[0]]
    assert legajo.shown_request(db, key(1)).state is RequestState.ATTENDED
    assert [one.sha256 for one in wanted_pdfs(db)] == [sha(b"new")]
    assert legajo.find_in_legajo(db, "sauces") == ()


def test_removals_remove_and_unknown_ids_do_not_disturb(db: Connection) -> None:
    store_page(db, page(record(1), record(2), fact(1), paper(1, b"hoja")), etag="x")
    gone = [Removal("legajo_record", record(1).id), Removal("request", key(1)), Removal("paper", paper(1, b"").id)]
    strangers = [Removal(kind, "never here") for kind in ("legajo_record", "request", "paper")]
    store_page(db, page(*gone, *strangers), etag="x")
    assert confirmed(db) == [record(2)]
    assert (legajo.shown_requests(db), legajo.papers(db), wanted_pdfs(db)) == ((), (), ())


def test_a_new_epoch_sweeps_what_its_walk_did_not_bring(db: Connection) -> None:
    store_page(db, page(record(1), record(2), fact(1), fact(2), paper(1, b"a"), paper(2, b"b")), etag="x")
    store_page(db, page(record(1), epoch="e2", more=True), etag="x")
    assert len(confirmed(db)) == 2, "until the walk is over everything stays readable"
    store_page(db, page(fact(1), paper(1, b"a"), epoch="e2"), etag="x")
    assert confirmed(db) == [record(1)]
    assert [shown.uuid for shown in legajo.shown_requests(db)] == [key(1)]
    assert [one.sha256 for one in wanted_pdfs(db)] == [sha(b"a")]


def test_a_page_that_cannot_be_stored_whole_leaves_no_trace(db: Connection) -> None:
    with pytest.raises(BugError):
        store_page(db, page(record(1), fact(1), fact(2, code="")), etag="x")
    assert (confirmed(db), legajo.shown_requests(db)) == ([], ())


def test_papers_come_between_the_newest_three_payslips_and_the_older_ones(db: Connection) -> None:
    slips = [b"boleta %d" % month for month in range(1, 6)]
    facts = [PayslipFact(in_period(ROSA, Period(2026, month)), reference(slips[month - 1])) for month in range(1, 6)]
    filed = record(documents=(document(),))
    store_page(db, page(*facts, filed, paper(1, b"older paper"), paper(2, b"newer paper")), etag="x")
    expected = [sha(one) for one in (*slips[4:1:-1], b"newer paper", b"older paper", slips[1], slips[0])]
    assert [one.sha256 for one in wanted_pdfs(db)] == expected
    legajo.want_file(db, sha(FILE))
    legajo.want_file(db, sha(FILE))
    assert [one.sha256 for one in wanted_pdfs(db)] == [sha(FILE), *expected]


def test_the_file_of_a_document_comes_only_when_asked_for_and_goes_with_the_last_document(db: Connection) -> None:
    store_page(db, page(record(documents=(document(),)), fact(1, content=content(documents=(document(),)))), etag="x")
    assert wanted_pdfs(db) == ()
    legajo.want_file(db, sha(FILE))
    assert legajo.document_bytes(db, sha(FILE)) is None
    fetched(db, FILE)
    assert legajo.document_bytes(db, sha(FILE)) == FILE
    store_page(db, page(record(version=2)), etag="x")
    assert legajo.document_bytes(db, sha(FILE)) == FILE, "the request names it still"
    store_page(db, page(Removal("request", key(1))), etag="x")
    assert legajo.document_bytes(db, sha(FILE)) is None
    assert db.number("SELECT count(*) FROM pdf") == 0
    with pytest.raises(KeyError):
        legajo.want_file(db, sha(FILE))


def test_a_file_that_two_facts_share_is_fetched_once_and_stays_for_the_other(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, reference(b"one")), paper(1, b"one"), paper(2, b"one")), etag="x")
    assert len(wanted_pdfs(db)) == 1
    fetched(db, b"one")
    for gone in (Removal("payslip", ROSA.id), Removal("paper", paper(1, b"").id)):
        store_page(db, page(gone), etag="x")
        assert legajo.pdf_bytes(db, sha(b"one")) == b"one"
    store_page(db, page(Removal("paper", paper(2, b"").id)), etag="x")
    assert legajo.pdf_bytes(db, sha(b"one")) is None


def test_a_restarted_walk_keeps_what_was_seen_and_asked_for(db: Connection) -> None:
    filed = record(documents=(document(),))
    store_page(db, page(filed), etag="x")
    legajo.note_look(db, NOW)
    legajo.want_file(db, sha(FILE))
    restart_walk(db)
    store_page(db, page(filed), etag="x")
    assert [one.sha256 for one in wanted_pdfs(db)] == [sha(FILE)]
    assert not legajo.shown_record(db, filed.id).unseen


def newer_catalogue(version: int) -> bytes:
    """The bundled one under another version, one label changed."""
    text = resources.path("catalogues", "legajo.json").read_text(encoding="utf-8")
    before = f'"version": {bundled().version}'
    assert text.count(before) == 1
    assert '"Domicilio y contacto"' in text
    renamed = text.replace('"Domicilio y contacto"', '"Morada y contacto"')
    return renamed.replace(before, f'"version": {version}').encode()


def test_a_newer_catalogue_is_kept_and_the_search_follows_it(db: Connection) -> None:
    assert legajo.legajo_catalogue(db) == bundled()
    store_page(db, page(record()), etag="x")
    assert legajo.find_in_legajo(db, "morada") == ()
    version = bundled().version + 1
    assert catalogues.keep_legajo_catalogue(db, newer_catalogue(version), NOW).version == version
    assert legajo.legajo_catalogue(db).version == version
    assert len(legajo.find_in_legajo(db, "morada")) == 1


def test_a_catalogue_that_is_older_or_no_catalogue_changes_nothing(db: Connection) -> None:
    with pytest.raises(LegajoCatalogueError):
        catalogues.keep_legajo_catalogue(db, b"{}", NOW)
    kept = newer_catalogue(bundled().version + 5)
    catalogues.keep_legajo_catalogue(db, kept, NOW)
    assert catalogues.keep_legajo_catalogue(db, newer_catalogue(bundled().version + 3), NOW).version == (
        bundled().version + 5
    )


def test_a_catalogue_is_fetched_when_a_newer_one_is_announced_and_a_bad_one_waits_a_day(db: Connection) -> None:
    assert catalogues.catalogue_to_fetch(db, NOW) is None
    catalogues.note_catalogue_offer(db, bundled().version)
    assert catalogues.catalogue_to_fetch(db, NOW) is None
    version = bundled().version + 1
    catalogues.note_catalogue_offer(db, version)
    assert catalogues.catalogue_to_fetch(db, NOW) == version
    catalogues.refuse_catalogue_offer(db, NOW)
    catalogues.note_catalogue_offer(db, version)
    assert catalogues.catalogue_to_fetch(db, later(60)) is None
    assert catalogues.catalogue_to_fetch(db, NOW + timedelta(days=1)) == version
    catalogues.keep_legajo_catalogue(db, newer_catalogue(version), NOW)
    assert catalogues.catalogue_to_fetch(db, NOW + timedelta(days=1)) is None
