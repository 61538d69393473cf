"""Copies and prints leave the vault only when asked, whole or not at all, and say what happened."""

import os
import resource
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.payslips_page import PayslipsPage
from desktop.presenters.export import Choice, fault_words
from desktop.tasks import exporting
from desktop.tasks.desk import Desk
from desktop.tasks.exporting import (
    DiskFullError,
    ExportError,
    FolderDeniedError,
    FolderGoneError,
    TargetExistsError,
    save_copy,
    save_payslips,
)
from desktop.tasks.printing import DOTS, PrintError, new_printer, print_pdf
from desktop.widgets.dialogs import Dialog
from desktop.widgets.export_dialog import ExportDialog
from documents.errors import UnreadablePdfError
from documents.page_image import open_pages, render
from documents.payslip import Period
from storage.connection import Connection
from storage.payslips import PayslipQuery, pdf_bytes, search_payslips
from storage.records import PayslipRow, PdfState
from tests.desktop.filling import NEWEST, drawn, file_career, make_vault, open_career, payslip_of
from tests.desktop.scenes import StillClock

AWAITED = Period(2025, 5)
PDF = drawn(payslip_of(NEWEST)).pdf


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile that `shelf` is a copy of."""
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault, vault.cache() as db:
        file_career(db, without_pdf=[AWAITED])
        return vault.directory


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """27 payslips of one person; the PDF of May 2025 has not come yet."""
    with open_career(shelved, tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture
def db(shelf: Opened) -> Iterator[Connection]:
    with shelf.vault.cache() as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, shelf: Opened) -> PayslipsPage:
    made = PayslipsPage(shelf)
    qtbot.addWidget(made)
    made.resize(1154, 728)
    made.show()
    qtbot.waitUntil(lambda: made.view.reading is not None)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Memoria USB"
    made.mkdir()
    return made


def everything(db: Connection) -> tuple[PayslipRow, ...]:
    return search_payslips(db, PayslipQuery(None, None))


def held(db: Connection, row: PayslipRow) -> bytes:
    pdf = pdf_bytes(db, row.pdf.sha256) if row.pdf else None
    assert pdf is not None
    return pdf


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def read_only(tmp_path: Path) -> Path:
    """A folder that refuses files: its mode says so, or (for root, who may write anywhere) the kernel's own /sys."""
    made = tmp_path / "solo lectura"
    made.mkdir(mode=0o500)
    return Path("/sys") if os.access(made, os.W_OK) else made


def answer(qtbot: QtBot, kind: type[QDialog], press: str, heard: list[str] | None = None) -> None:
    """When the next dialog of this kind opens, keep what it says and press a button."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, kind):
            QTimer.singleShot(20, look)
            return
        if heard is not None:
            heard.extend(label.text() for label in box.findChildren(QLabel))
        qtbot.mouseClick(button(box, press), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, look)


def button(box: QWidget, text: str) -> QWidget:
    from PySide6.QtWidgets import QAbstractButton

    return next(one for one in box.findChildren(QAbstractButton) if one.text().replace("&", "") == text)


# --- one copy ---------------------------------------------------------------------------------------------------------


def test_a_copy_is_the_bytes_of_the_vault_and_nothing_is_left_beside_it(folder: Path) -> None:
    save_copy(PDF, folder / "Boleta.pdf")
    assert (folder / "Boleta.pdf").read_bytes() == PDF
    assert files(folder) == [folder / "Boleta.pdf"]


def test_another_file_is_never_replaced_without_being_told_to(folder: Path) -> None:
    target = folder / "Boleta.pdf"
    target.write_bytes(b"otra cosa")
    with pytest.raises(TargetExistsError):
        save_copy(PDF, target)
    assert target.read_bytes() == b"otra cosa"
    save_copy(PDF, target, overwrite=True)
    assert target.read_bytes() == PDF
    assert files(folder) == [target]


def test_a_file_that_appears_meanwhile_is_not_replaced_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "Boleta.pdf"
    real = exporting._write_through

    def slowly(part: Path, pdf: bytes) -> None:
        real(part, pdf)
        target.write_bytes(b"otra cosa")

    monkeypatch.setattr(exporting, "_write_through", slowly)
    with pytest.raises(TargetExistsError):
        save_copy(PDF, target)
    assert target.read_bytes() == b"otra cosa"
    assert files(folder) == [target]


def test_a_stick_without_hard_links_takes_copies_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # what FAT answers

    monkeypatch.setattr(os, "link", refuse)
    save_copy(PDF, folder / "Boleta.pdf")
    with pytest.raises(TargetExistsError):
        save_copy(PDF, folder / "Boleta.pdf")
    assert files(folder) == [folder / "Boleta.pdf"]


def test_a_full_disk_leaves_no_half_copy(folder: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))  # the kernel refuses the rest, as a full stick does
    try:
        with pytest.raises(DiskFullError) as caught:
            save_copy(PDF, folder / "Boleta.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(folder) == []
    assert fault_words(caught.value).what == "No hay espacio en ese disco o memoria USB."


def test_a_read_only_folder_a_missing_one_and_a_file_in_its_place_each_have_their_words(
    tmp_path: Path, folder: Path
) -> None:
    with pytest.raises(FolderDeniedError) as denied:
        save_copy(PDF, read_only(tmp_path) / "Boleta.pdf")
    with pytest.raises(FolderGoneError) as gone:
        save_copy(PDF, folder / "retirada" / "Boleta.pdf")
    (folder / "archivo").write_bytes(b"")
    with pytest.raises(FolderGoneError):
        save_copy(PDF, folder / "archivo" / "Boleta.pdf")
    for caught in (denied, gone):
        told = fault_words(caught.value)
        assert told.code == caught.value.code
        assert "sigue guardada y cifrada" in told.safe
        assert told.todo.endswith(".")
    assert fault_words(denied.value).what != fault_words(gone.value).what


# --- many copies ------------------------------------------------------------------------------------------------------


def test_all_are_saved_by_year_and_what_is_missing_is_named(db: Connection, folder: Path) -> None:
    rows = everything(db)
    told = save_payslips(db, rows, folder)
    assert len(told.saved) == 26
    assert [row.periodo for row in told.missing] == [AWAITED]
    assert sorted(told.saved) == files(folder)
    assert {path.parent.name for path in told.saved} == {"2024", "2025", "2026"}
    newest = rows[0]
    assert (folder / "2026" / "Boleta_2026-11_Mensual.pdf").read_bytes() == held(db, newest)
    assert (folder / "2026" / "Boleta_2026-09_Adicional-1.pdf").exists()


def test_a_stopped_run_goes_on_where_it_was(db: Connection, folder: Path) -> None:
    rows = everything(db)
    stop = threading.Event()
    first = save_payslips(
        db, rows, folder, stopped=stop.is_set, report=lambda step: stop.set() if step.done == 9 else None
    )
    assert first.cancelled
    assert len(first.saved) == 10
    stamps = {path: path.stat().st_mtime_ns for path in first.saved}
    second = save_payslips(db, rows, folder)
    assert not second.cancelled
    assert sorted(second.same) == sorted(first.saved)
    assert len(second.saved) == 16
    assert {path: path.stat().st_mtime_ns for path in first.saved} == stamps
    assert len(save_payslips(db, rows, folder).same) == 26


def test_other_bytes_under_the_name_are_kept_and_the_copy_stands_beside_them(db: Connection, folder: Path) -> None:
    rows = everything(db)[:1]
    mine = folder / "2026" / "Boleta_2026-11_Mensual.pdf"
    mine.parent.mkdir()
    mine.write_bytes(b"mis apuntes")
    told = save_payslips(db, rows, folder)
    assert mine.read_bytes() == b"mis apuntes"
    assert [path.name for path in told.saved] == ["Boleta_2026-11_Mensual (2).pdf"]
    assert save_payslips(db, rows, folder).same == told.saved


def test_the_first_fault_of_the_disk_ends_the_run_and_keeps_what_is_whole(db: Connection, folder: Path) -> None:
    (folder / "2025").write_bytes(b"no es una carpeta")
    told = save_payslips(db, everything(db), folder)
    assert len(told.failed) == 1
    assert isinstance(told.failed[0], ExportError)
    assert all(path.stat().st_size > 1000 for path in told.saved)
    assert len(told.saved) == 12


# --- from the page ----------------------------------------------------------------------------------------------------


def test_download_warns_once_and_saves_the_bytes_of_the_vault(
    qtbot: QtBot, page: PayslipsPage, db: Connection, folder: Path
) -> None:
    heard: list[str] = []
    suggested: list[Path] = []
    target = folder / "mi boleta.pdf"

    def choose(path: Path) -> Path:
        suggested.append(path)
        return target

    page.copies.ask_target = choose
    answer(qtbot, Dialog, "Elegir carpeta…", heard)
    with qtbot.waitSignal(page.copies.told) as told:
        qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert any("queda sin cifrar" in words for words in heard)
    assert suggested[0].name == "Boleta_2026-11_Mensual.pdf"
    assert target.read_bytes() == held(db, everything(db)[0])
    assert told.args == [f"Se guardó «mi boleta.pdf» en {folder}. Esta copia queda sin cifrar.", "good"]
    assert page.banner.isVisible()
    target = folder / "otra.pdf"
    with qtbot.waitSignal(page.copies.told):
        qtbot.mouseClick(page.view.save_button, Qt.MouseButton.LeftButton)
    assert suggested[1].parent == folder, "the folder is remembered"
    assert target.exists()


@pytest.mark.parametrize(("press", "left"), [("Cancelar", b"otra cosa"), ("Reemplazar", PDF)])
def test_replacing_is_asked_and_refusing_changes_nothing(
    qtbot: QtBot, page: PayslipsPage, folder: Path, press: str, left: bytes
) -> None:
    target = folder / "boleta.pdf"
    target.write_bytes(b"otra cosa")
    page.copies._warned.add("copy")
    page.copies.ask_target = lambda _path: target
    heard: list[str] = []
    answer(qtbot, Dialog, press, heard)
    page._save()
    qtbot.waitUntil(lambda: bool(heard) and QApplication.activeModalWidget() is None)
    qtbot.waitUntil(
        lambda: (
            target.read_bytes() == (left if left != PDF else target.read_bytes())
            and (left != PDF or target.read_bytes()[:5] == b"%PDF-")
        )
    )
    assert any("Ya hay un archivo" in words for words in heard)
    assert (target.read_bytes() == b"otra cosa") is (press == "Cancelar")


def test_a_refusing_folder_is_told_in_a_dialog(qtbot: QtBot, page: PayslipsPage, tmp_path: Path) -> None:
    page.copies._warned.add("copy")
    place = read_only(tmp_path)
    page.copies.ask_target = lambda _path: place / "boleta.pdf"
    heard: list[str] = []
    answer(qtbot, Dialog, "Entendido", heard)
    page._save()
    qtbot.waitUntil(lambda: bool(heard) and QApplication.activeModalWidget() is None)
    assert "No se permite guardar en esa carpeta." in heard


def test_the_real_file_dialog_suggests_the_name(
    qtbot: QtBot, page: PayslipsPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.copies._warned.add("copy")
    page.copies.folder = folder
    seen: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QFileDialog):
            QTimer.singleShot(20, look)
            return
        seen.extend(edit.text() for edit in box.findChildren(QLineEdit))
        box.accept()

    QTimer.singleShot(0, look)
    with qtbot.waitSignal(page.copies.told, timeout=10_000):
        page._save()
    assert "Boleta_2026-11_Mensual.pdf" in seen
    assert (folder / "Boleta_2026-11_Mensual.pdf").read_bytes()[:5] == b"%PDF-"


def test_download_all_asks_which_and_reports_what_was_missing(qtbot: QtBot, page: PayslipsPage, folder: Path) -> None:
    page.copies.ask_folder = lambda: folder
    heard: list[str] = []
    answer(qtbot, ExportDialog, "Elegir carpeta…", heard)
    with qtbot.waitSignal(page.copies.ended, timeout=20_000):
        qtbot.mouseClick(page.save_all_button, Qt.MouseButton.LeftButton)
    assert any("queda sin cifrar" in words for words in heard)
    assert len(files(folder)) == 26
    assert "26 boletas guardadas." in page.banner.text
    assert "1 aún no tiene su PDF en esta computadora." in page.banner.text
    assert not page.progress.isVisible()


def test_the_dialog_offers_counted_choices(qtbot: QtBot, page: PayslipsPage, db: Connection, folder: Path) -> None:
    assert page.reading is not None
    rows = everything(db)
    box = ExportDialog(
        page, [(Choice.ALL, "Todas (27)", 27), (Choice.YEAR, "Las del año 2026 (12)", 12), (Choice.LISTED, "x", 0)]
    )
    qtbot.addWidget(box)
    radios = box._group.buttons()
    assert [one.isEnabled() for one in radios] == [True, True, False]
    assert box.choice is Choice.ALL
    radios[1].click()
    assert box.choice is Choice.YEAR
    with qtbot.waitSignal(page.copies.ended, timeout=20_000):
        page.copies.save_rows([row for row in rows if row.periodo.year == 2026], folder)
    assert len(files(folder)) == 12


def test_a_run_can_be_cancelled_from_the_page_and_resumed(qtbot: QtBot, page: PayslipsPage, folder: Path) -> None:
    assert page.reading is not None
    rows = page.reading.every
    page.copies.moved.connect(lambda step: page.progress.cancel.click() if step.done == 3 else None)
    with qtbot.waitSignal(page.copies.ended, timeout=20_000) as ended:
        page.copies.save_rows(rows, folder)
        assert page.progress.isVisible()
    report = ended.args[0]
    assert report.cancelled
    assert 4 <= len(report.saved) < 26
    assert "Se detuvo la descarga" in page.banner.text
    page.copies.moved.disconnect()
    with qtbot.waitSignal(page.copies.ended, timeout=20_000) as ended:
        page.copies.save_rows(rows, folder)
    assert len(ended.args[0].same) == len(report.saved)
    assert len(files(folder)) == 26
    assert not [path for path in files(folder) if path.suffix == ".part"]


def test_the_dialog_is_a_picture_without_cut_words(qtbot: QtBot, page: PayslipsPage, pictures: Path) -> None:
    box = ExportDialog(page, [(Choice.ALL, "Todas (79)", 79), (Choice.YEAR, "Las del año 2026 (11)", 11)])
    qtbot.addWidget(box)
    box.show()
    assert all(label.width() >= label.minimumSizeHint().width() for label in box.findChildren(QLabel))
    assert box.grab().save(str(pictures / "export-dialog.png"))


# --- printing ---------------------------------------------------------------------------------------------------------


def to_file(path: Path) -> QPrinter:
    printer = new_printer("Noviembre 2026")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def darkness(pdf: bytes) -> list[list[bool]]:
    """A coarse picture of the first page: which of 40 x 56 fields hold ink."""
    made = render(pdf, 0, 1.0)
    fields = [[False] * 40 for _ in range(56)]
    for y in range(made.height):
        for x in range(made.width):
            if made.bgrx[y * made.stride + 4 * x + 1] < 110:
                fields[min(55, y * 56 // made.height)][min(39, x * 40 // made.width)] = True
    return fields


def test_a_printed_page_is_the_payslip(qapp: QApplication, folder: Path) -> None:
    printer = to_file(folder / "impresa.pdf")
    assert printer.resolution() == DOTS
    assert print_pdf(PDF, printer) == 1
    printed = (folder / "impresa.pdf").read_bytes()
    ((width, height),) = open_pages(printed).sizes
    assert (round(width), round(height)) == (595, 842)
    was, now = darkness(PDF), darkness(printed)
    pairs = [
        (one, other) for row, other_row in zip(was, now, strict=True) for one, other in zip(row, other_row, strict=True)
    ]
    assert sum(one for one, _other in pairs) > 100
    assert sum(one != other for one, other in pairs) < len(pairs) * 0.04


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_range_of_pages_and_a_refusing_printer_are_respected(
    qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    three = pikepdf.new()
    for _page in range(3):
        with pikepdf.open(BytesIO(PDF)) as one:
            three.pages.extend(one.pages)
    whole = BytesIO()
    three.save(whole)
    printer = to_file(folder / "dos.pdf")
    printer.setFromTo(2, 3)
    assert print_pdf(whole.getvalue(), printer) == 2
    assert open_pages((folder / "dos.pdf").read_bytes()).count == 2
    with pytest.raises(PrintError) as caught:
        print_pdf(PDF, to_file(tmp_path / "no existe" / "x.pdf"))
    assert fault_words(caught.value).what == "La impresora no aceptó la boleta."
    with pytest.raises(UnreadablePdfError):
        print_pdf(b"no es un PDF", to_file(folder / "nada.pdf"))


def test_printing_from_the_page_warns_once_and_happens_off_the_ui_thread(
    qtbot: QtBot, page: PayslipsPage, folder: Path
) -> None:
    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "impresa.pdf"))
        return True

    page.copies.ask_printer = choose
    heard: list[str] = []
    answer(qtbot, Dialog, "Elegir impresora…", heard)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Se envió 1 página a la impresora." in page.banner.text, timeout=20_000)
    assert any("copia sin cifrar" in words for words in heard)
    assert open_pages((folder / "impresa.pdf").read_bytes()).count == 1


def test_rows_without_a_whole_pdf_are_missing_even_when_the_row_is_stale(db: Connection, folder: Path) -> None:
    stale = replace(everything(db)[0], pdf_state=PdfState.PARTIAL)
    assert save_payslips(db, [stale], folder).missing == (stale,)
    assert files(folder) == []
