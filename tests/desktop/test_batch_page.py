"""Verificación masiva with real PDFs, real workers and a real encrypted file: kept, gone on with, grouped, reported."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from central.samples.lis import LisMonth, lis_file
from desktop.opened import Opened
from desktop.pages.batch_page import BatchPage
from desktop.presenters.batch_list import Grouping, Special
from desktop.presenters.batch_report import list_digest
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.windows.pages import entries
from documents.page_text import page_texts
from documents.payslip_pdf import draw_payslip
from documents.seal.verdict import Colour, VerdictCode
from storage.check_records import OfficeWord
from storage.checks import batch_rows, batches
from storage.lis import search_lis
from storage.lis_copies import payslip_of
from storage.lis_import import Importer
from storage.lis_records import LisQuery
from tests.desktop.filling import make_vault
from tests.desktop.scenes import StillClock
from tests.desktop.sealed_papers import PAPERS, write_papers
from tests.lis.files import PEOPLE

if TYPE_CHECKING:
    from desktop.tasks.batch_checking import BatchStep

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
PATIENCE = 90_000  # milliseconds a slow machine may take


@pytest.fixture
def opened(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    with make_vault(tmp_path / "profiles") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with one paper of each kind, and one of them twice."""
    folder = tmp_path / "ANEXOS 2026"
    write_papers(folder)
    first = min(folder.iterdir())
    shutil.copy(first, folder / "otra vez.pdf")
    return folder


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 690) -> BatchPage:
    page = BatchPage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None and page.run.trust is not None, timeout=PATIENCE)
    return page


def check_all(qtbot: QtBot, page: BatchPage, folder: Path) -> None:
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.check((folder,))
    settled(qtbot, page)


def settled(qtbot: QtBot, page: BatchPage) -> None:
    qtbot.waitUntil(
        lambda: page.reading is not None and page.reading.shown is not None and not page.run.running, timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: page.reading is not None and page.tools_row.report.isEnabled(), timeout=PATIENCE)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def choose(page: BatchPage, box: str, value: object) -> None:
    getattr(page.list.filters, box).choose(value)
    QApplication.processEvents()


def test_an_empty_page_says_what_to_do_and_makes_no_file(qtbot: QtBot, opened: Opened, grab: Grab) -> None:
    page = visit(qtbot, opened)
    assert "Todavía no se verificó ninguna carpeta" in words(page)
    assert "Lista de confianza n.º" in words(page)
    assert not opened.vault.has_checks()
    grab(page, "batch-empty", 1154, 690)


def test_a_folder_is_checked_kept_and_sifted(
    qtbot: QtBot, opened: Opened, papers: Path, grab: Grab, ui_thread_guard: Guard
) -> None:
    page = visit(qtbot, opened)
    with ui_thread_guard():
        check_all(qtbot, page, papers)
    assert page.reading is not None
    codes = {Path(row.path).name: row.code and row.code.value for row in page.reading.rows}
    expected = {name: code for name, (_, code) in PAPERS.items()}
    assert {name: code for name, code in codes.items() if name in expected} == expected
    assert [row.path for row in page.reading.rows] == sorted((row.path for row in page.reading.rows), key=str.casefold)
    qtbot.waitUntil(lambda: page.view.detail is not None, timeout=PATIENCE)
    grab(page, "batch-list", 1154, 690)
    choose(page, "result", Colour.RED)
    assert {row.colour for row in page.list.files.model.rows} == {Colour.RED}
    assert "Se muestran" in page.list.shown.text()
    choose(page, "result", None)
    choose(page, "reason", Special.REPEATED)
    assert len(page.list.files.model.rows) == 2
    assert len({row.sha256 for row in page.list.files.model.rows}) == 1
    choose(page, "reason", None)
    page.list.filters.search.setText("otra vez")
    page.list.filters.asked.emit()
    assert [Path(row.path).name for row in page.list.files.model.rows] == ["otra vez.pdf"]
    page.list.filters.search.setText("nada de esto")
    page.list.filters.asked.emit()
    assert "Ningún documento coincide" in words(page)


def test_people_and_issuers_are_groups_that_open(qtbot: QtBot, opened: Opened, papers: Path, grab: Grab) -> None:
    page = visit(qtbot, opened)
    check_all(qtbot, page, papers)
    choose(page, "group", Grouping.PEOPLE)
    people = page.list.people
    assert [group.key[1] == "" for group in people.model.rows] == [False, True]
    assert sum(group.files for group in people.model.rows) == len(PAPERS) + 1
    grab(page, "batch-people", 1154, 690)
    people.choose_first()
    people.entered.emit()
    assert {row.person for row in page.list.files.model.rows} == {people.model.rows[0].key[1]}
    assert "Volver a los grupos" in page.list.filters.opened.text()
    page.list.filters.leave_group()
    choose(page, "group", Grouping.ISSUERS)
    assert page.list.issuers.model.rows
    false = next(row for row in page.reading.rows if row.code is VerdictCode.FIRMA_FALSA) if page.reading else None
    assert false is not None
    assert (false.person, false.doc_numero, false.issuer) == ("", "", ""), "of a false seal nothing is told"


def test_a_batch_that_was_stopped_goes_on_in_another_window(qtbot: QtBot, opened: Opened, papers: Path) -> None:
    page = visit(qtbot, opened)
    page.run.begun.connect(lambda _batch: page.run.pause())
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.check((papers,))
    settled(qtbot, page)
    assert page.reading is not None
    assert page.reading.shown is not None
    left = page.reading.shown.files - page.reading.shown.checked
    assert left > 0
    other = visit(qtbot, opened)
    qtbot.waitUntil(lambda: "por comprobar" in other.banner.text, timeout=PATIENCE)
    steps: list[BatchStep] = []
    other.run.moved.connect(steps.append)
    with qtbot.waitSignal(other.run.ended, timeout=PATIENCE):
        other.banner._act()
    settled(qtbot, other)
    assert steps[-1].done == steps[-1].total == left
    with opened.vault.checks() as db:
        [batch] = batches(db)
        assert batch.checked == batch.files == len(PAPERS) + 1
        assert batch.ended_at is not None


def test_what_is_undecided_is_checked_again_and_nothing_else(qtbot: QtBot, opened: Opened, papers: Path) -> None:
    page = visit(qtbot, opened)
    check_all(qtbot, page, papers)
    assert page.reading is not None
    undecided = sum(page.reading.tally.colours[colour] for colour in (Colour.AMBER, Colour.GREY))
    steps: list[BatchStep] = []
    page.run.moved.connect(steps.append)
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        qtbot.mouseClick(page.tools_row.recheck, Qt.MouseButton.LeftButton)
    assert steps[-1].done == undecided
    settled(qtbot, page)


def test_the_report_names_every_file_and_has_a_place_to_sign(
    qtbot: QtBot, opened: Opened, papers: Path, tmp_path: Path
) -> None:
    page = visit(qtbot, opened)
    check_all(qtbot, page, papers)
    target = tmp_path / "informe.pdf"
    page.papers.ask_target = lambda _suggested: target
    with qtbot.waitSignal(page.papers.told, timeout=PATIENCE):
        qtbot.mouseClick(page.tools_row.report, Qt.MouseButton.LeftButton)
    assert page.banner.text == "Informe guardado: informe.pdf."
    assert page.reading is not None
    printed = "\n".join(page_texts(target.read_bytes()))
    for name in PAPERS:
        assert name[:12] in printed
    told = " ".join(printed.split())
    assert list_digest(page.reading.rows) in told
    for line in ("Nombres y apellidos:", "Cargo:", "Firma y sello:", "Lista de confianza n.º", "Página 1 de"):
        assert line in told
    table = tmp_path / "tabla.csv"
    page.papers.ask_target = lambda _suggested: table
    with qtbot.waitSignal(page.papers.told, timeout=PATIENCE):
        page._save()
    head, *rows = csv.reader(io.StringIO(table.read_text("utf-8-sig")))
    assert len(rows) == len(PAPERS) + 1
    assert [row[2] for row in rows] == [row.sha256 for row in page.reading.rows]
    assert head[0] == "N.°"
    book = tmp_path / "libro.xlsx"
    page.papers.ask_target = lambda _suggested: book
    with qtbot.waitSignal(page.papers.told, timeout=PATIENCE):
        page._save()
    sheet = openpyxl.load_workbook(book).worksheets[0]
    assert [cell.value for cell in sheet[1]] == head
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == [row.sha256 for row in page.reading.rows]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(range(1, len(rows) + 1))


def test_what_the_office_knows_of_a_month_is_compared(
    qtbot: QtBot, opened: Opened, tmp_path: Path, lis_papers: Path
) -> None:
    page = visit(qtbot, opened)
    check_all(qtbot, page, lis_papers)
    assert page.reading is not None
    found = {Path(row.path).name: (row.office, row.colour) for row in page.reading.rows}
    assert found["igual.pdf"] == (OfficeWord.AGREES, Colour.GREY)
    assert found["otra.pdf"] == (OfficeWord.DIFFERS, Colour.RED)
    choose(page, "reason", Special.DIFFERS)
    assert [Path(row.path).name for row in page.list.files.model.rows] == ["otra.pdf"]


@pytest.fixture
def lis_papers(opened: Opened, tmp_path: Path) -> Path:
    """Two unsealed payslips of a month that the office has in its old payrolls: one as it is there, one with more."""
    path = tmp_path / "planilla.lis"
    path.write_bytes(lis_file(LisMonth("junin", 2015, 3, PEOPLE)))
    with opened.vault.lis() as db:
        Importer(db).take(path, at=opened.clock.now())
        row = search_lis(db, LisQuery(PEOPLE[0].dni))[0]
        payslip = payslip_of(db, row)
    folder = tmp_path / "sueltas"
    folder.mkdir()
    (folder / "igual.pdf").write_bytes(draw_payslip(payslip, seal="BOLETA/1"))
    more = replace(payslip.haberes[0], monto=payslip.haberes[0].monto + 100_000)
    other = replace(
        payslip, haberes=(more, *payslip.haberes[1:]), total_haberes=payslip.total_haberes + 100_000,
        liquido=payslip.liquido + 100_000,
    )  # fmt: skip
    (folder / "otra.pdf").write_bytes(draw_payslip(other, seal="BOLETA/1"))
    return folder


def test_damaged_results_are_said_and_begun_anew(qtbot: QtBot, opened: Opened) -> None:
    with opened.vault.checks():
        pass
    (opened.vault.directory / "checks.db").write_bytes(b"x" * 8_192)
    page = BatchPage(opened)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "están dañados" in page.banner.text, timeout=PATIENCE)
    page.banner._act()
    qtbot.waitUntil(lambda: page.reading is not None, timeout=PATIENCE)
    assert [path.name for path in opened.vault.directory.glob("checks.damaged*")] == ["checks.damaged-1.db"]


def test_a_batch_is_forgotten_and_the_files_stay(qtbot: QtBot, opened: Opened, papers: Path) -> None:
    page = visit(qtbot, opened)
    check_all(qtbot, page, papers)
    page.papers.ask_forget = lambda _batch: True
    qtbot.mouseClick(page.tools_row.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.reading is not None and page.reading.shown is None, timeout=PATIENCE)
    with opened.vault.checks() as db:
        assert (batches(db), batch_rows(db, 1)) == ((), ())
    assert len(list(papers.iterdir())) == len(PAPERS) + 1


@pytest.mark.parametrize(
    ("role", "there"), [("escalafon", True), ("planillas", True), ("mesa_partes", True), ("servidor", False)]
)
def test_only_an_office_has_the_page(opened: Opened, role: str, there: bool) -> None:
    nothing: Any = None
    keys = [entry.place.key for entry in entries(opened, nothing, nothing, nothing, roles=frozenset({role}))]
    assert ("batch" in keys) is there


def test_at_twice_the_size_nothing_is_lost(qtbot: QtBot, opened: Opened, papers: Path, grab: Grab, look: Theme) -> None:
    look.apply(Look(Appearance.LIGHT, 200))
    page = visit(qtbot, opened, 1154, 690)
    check_all(qtbot, page, papers)
    grab(page, "batch-large", 1154, 690)
    assert page.list.files.table.isVisible()
    look.apply(Look(Appearance.DARK, 100))
    grab(page, "batch-dark", 1154, 690)
