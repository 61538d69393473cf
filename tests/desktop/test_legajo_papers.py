"""Hoja de vida and informe: how fresh they are in words, shown, saved, asked for through the outbox, followed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.legajo_page import LegajoPage
from desktop.presenters import legajo_papers
from desktop.tasks.desk import Desk
from storage import drafts, outbox
from storage.profile import open_profile
from storage.request_records import PaperKind, RequestAction, RequestContent, RequestState, ShownRecord, ShownRequest
from tests.desktop.filling import PASSWORD, WHEN
from tests.desktop.legajo_scenes import (
    LEAVE,
    TITLE,
    TODAY,
    Way,
    Wishes,
    file_legajo,
    hoja_de_vida,
    office_request,
    own_drafts,
    paper_pdf,
    shelve_legajo,
    uuid,
)
from tests.desktop.scenes import StillClock

RECORDS = tuple(ShownRecord(confirmed=record, wish=None) for record in (LEAVE, TITLE))


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelve_legajo(tmp_path_factory.mktemp("legajo"))


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    directory = tmp_path / shelved.name
    shutil.copytree(shelved, directory)
    with open_profile(directory, PASSWORD, now=WHEN) as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture
def page(shelf: Opened, qtbot: QtBot) -> LegajoPage:
    made = LegajoPage(shelf, Way())  # type: ignore[arg-type] # what the page asks of the exchange
    made.viewing.ask_question = lambda *_words, **_options: True
    qtbot.addWidget(made)
    made.resize(1140, 720)
    made.show()
    qtbot.waitUntil(lambda: made.reading is not None)
    made.show_papers()
    return made


def button(qtbot: QtBot, page: LegajoPage, name: str) -> QAbstractButton:
    """The button of this name, once it is laid out."""

    def found() -> list[QAbstractButton]:
        every = page.papers.findChildren(QAbstractButton)
        return [one for one in every if one.isVisible() and one.accessibleName() == name]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


# --- in words ---------------------------------------------------------------------------------------------------------


def test_a_hoja_de_vida_says_how_old_it_is_and_what_changed_since() -> None:
    told = legajo_papers.freshness(hoja_de_vida(), RECORDS, TODAY)
    assert told == "Emisión: 3 de marzo de 2026, hace 8 meses. Su legajo cambió después en 1 registro."
    fresh = legajo_papers.freshness(hoja_de_vida(emitido=date(2026, 11, 22)), RECORDS, TODAY)
    assert fresh == "Emisión: 22 de noviembre de 2026, ayer."


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "hoy"), (1, "ayer"), (12, "hace 12 días"), (70, "hace 2 meses"), (800, "hace 2 años"), (-3, "hoy")],
)
def test_how_long_ago_in_words(days: int, words: str) -> None:
    assert legajo_papers.ago(TODAY - timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("left", "tone", "words"),
    [(90, "good", "Vigente hasta el 21 de febrero de 2027"), (5, "wait", "Vigente hasta el 28 de noviembre de 2026"),
     (-1, "bad", "Venció el 22 de noviembre de 2026")],
)  # fmt: skip
def test_an_informe_says_until_when_it_is_good(left: int, tone: str, words: str) -> None:
    paper = hoja_de_vida(kind=PaperKind.INFORME, vigente_hasta=TODAY + timedelta(days=left))
    tag = legajo_papers.validity(paper, TODAY)
    assert tag is not None
    assert (tag.tone, tag.word) == (tone, words)


def test_an_open_request_for_a_paper_takes_the_place_of_the_button() -> None:
    wish = RequestContent(action=RequestAction.INFORME, section="", kind="", record="", base=None)
    filed = ShownRequest(uuid=uuid(7), own=None, fact=office_request(7, RequestState.FILED, wish))
    informe = legajo_papers.paper_cards((), frozenset(), (filed,), (), TODAY)[1]
    assert informe.ask == ""
    assert "La UGEL tiene su solicitud SOL-2026-000007" in informe.asked
    done = ShownRequest(uuid=uuid(7), own=None, fact=office_request(7, RequestState.ATTENDED, wish))
    assert legajo_papers.paper_cards((), frozenset(), (done,), (), TODAY)[1].ask == "Solicitar a escalafón"


# --- on the page ------------------------------------------------------------------------------------------------------


def test_the_newest_paper_is_shown_inside_the_program(page: LegajoPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(qtbot, page, "Ver: Hoja de vida"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.document.isVisible() and page.document.viewer.page_count == 1)
    assert page.document.verify.isVisible()
    qtbot.keyClick(page.document, Qt.Key.Key_Escape)
    assert page.papers.isVisible()


def test_a_copy_is_saved_where_the_person_says(page: LegajoPage, qtbot: QtBot, tmp_path: Path) -> None:
    offered: list[Path] = []

    def target(suggested: Path) -> Path:
        offered.append(suggested)
        return tmp_path / "copia.pdf"

    page.viewing.ask_target = target
    qtbot.mouseClick(button(qtbot, page, "Descargar…: Hoja de vida"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "copia.pdf" in page.banner.text)
    assert offered[0].name == "hoja_de_vida_2026-03-03.pdf"
    assert (tmp_path / "copia.pdf").read_bytes() == paper_pdf().pdf


def test_a_paper_is_checked_like_any_document(page: LegajoPage, qtbot: QtBot) -> None:
    shown: list[Any] = []
    page.viewing.verdict.show = shown.append
    qtbot.mouseClick(button(qtbot, page, "Verificar: Hoja de vida"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown[0].windowTitle() == "Hoja de vida: resultado"
    shown[0].close()


def test_a_paper_that_is_not_there_is_asked_for_and_followed(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    qtbot.mouseClick(button(qtbot, page, "Solicitar a escalafón: Informe escalafonario"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.banner.text.startswith("En cola, todavía sin código."))
    (own,) = own_drafts(shelf.vault)
    assert (own.state, own.content.action) == (RequestState.READY, RequestAction.INFORME)
    qtbot.waitUntil(lambda: page.papers.cards[1].request is not None)
    wishes = Wishes()
    page.wants.connect(wishes.note)
    qtbot.mouseClick(button(qtbot, page, "Ver en Mis solicitudes: Informe escalafonario"), Qt.MouseButton.LeftButton)
    assert wishes.to == [("requests", own.uuid)]


def test_a_second_request_for_the_same_paper_leaves_no_draft_behind(
    page: LegajoPage, qtbot: QtBot, shelf: Opened
) -> None:
    card = page.papers.cards[1]
    page.viewing.ask_paper(card)
    qtbot.waitUntil(lambda: page.banner.text.startswith("En cola"))
    page.viewing.ask_paper(card)
    qtbot.waitUntil(lambda: "Ya hay otra solicitud abierta" in page.banner.text)
    qtbot.waitUntil(lambda: len(own_drafts(shelf.vault)) == 1)


def test_a_request_for_a_paper_that_came_back_is_asked_again(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    wish = RequestContent(action=RequestAction.HOJA_DE_VIDA, section="", kind="", record="", base=None)
    with shelf.vault.outbox() as db:
        drafts.new_draft(db, uuid(900), wish, WHEN)
        drafts.queue(db, uuid(900), wish, WHEN)
        assert outbox.note_sending(db, uuid(900))
        assert outbox.quarantine(db, uuid(900), "invalid-request", "")
    page.open_item(f"correct:{uuid(900)}")
    qtbot.waitUntil(lambda: page.banner.text.startswith("En cola, todavía sin código."))
    assert page.papers.isVisible()
    assert [one.state for one in own_drafts(shelf.vault)] == [RequestState.READY, RequestState.CANCELLED]


def test_a_new_paper_takes_the_place_of_the_old_one(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    newer = hoja_de_vida(id=uuid(51), emitido=date(2026, 11, 20), sha256="cd" * 32)
    with shelf.vault.cache() as db:
        file_legajo(db, [newer, replace(LEAVE, version=2)], "2")
    page.refresh()
    qtbot.waitUntil(lambda: page.papers.cards[0].paper == newer)
    assert not page.papers.cards[0].held
    qtbot.waitUntil(lambda: "llegará con la próxima conexión" in words(page))


def words(page: LegajoPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
