"""Verificar documentos with real PDFs and real worker processes: what is shown, what is not, that it stays quick."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from central.keys.demo import demo_list, demo_root
from desktop.opened import Opened
from desktop.pages.verification import Ended, Step
from desktop.pages.verify_page import VerifyPage
from desktop.tasks.desk import Desk
from desktop.tasks.verifying import find_files
from desktop.theme import Appearance, Look, theme
from desktop.widgets.reconstruction import reconstruction_box
from desktop.widgets.tag import Tag
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.windows.unlock_window import UnlockWindow
from desktop.windows.verify_window import VerifyWindow
from documents.page_text import page_texts
from documents.seal.trust import bundled, write_trust_list
from documents.seal.verdict import Colour, FileMark, TrustMark, Verdict, VerdictCode
from storage import trust
from storage.profile import Vault
from tests.desktop.scenes import Lived, StillClock
from tests.desktop.sealed_papers import PAPERS, payslip, write_papers

PATIENCE = 60_000  # milliseconds a slow machine may take


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with one paper of each kind."""
    write_papers(tmp_path / "papeles")
    return tmp_path / "papeles"


@pytest.fixture
def page(qtbot: Any, desk: Desk, clock: StillClock) -> Iterator[VerifyPage]:
    """The page without a profile, with its trust list read."""
    made = VerifyPage(desk, clock)
    qtbot.addWidget(made)
    made.resize(1154, 728)
    made.show()
    qtbot.waitUntil(lambda: made.run.trust is not None)
    yield made
    made.run.stop()


def check_all(qtbot: Any, page: VerifyPage, *paths: Path) -> None:
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.check(paths)


def choose(page: VerifyPage, name: str) -> None:
    row = next(row for row, one in enumerate(page.list.model.rows) if Path(one.file.path).name == name)
    page.list.table.setCurrentIndex(page.list.model.index(row, 0))
    QApplication.processEvents()


def words_on(widget: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def signed(version: int) -> bytes:
    return write_trust_list(replace(demo_list(), version=version), demo_root(1))


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_the_empty_page_says_what_to_do_and_how_old_the_list_is(page: VerifyPage) -> None:
    told = words_on(page)
    assert "Suelte los archivos aquí" in told
    assert "Todavía no hay resultados" in told
    assert f"Lista de confianza n.º {bundled().version}" in told
    assert not page.report_button.isEnabled()


def test_each_paper_comes_to_its_result(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers)
    found = {Path(path).name: one.code.value for path, one in page.verdicts.items()}
    assert found == {name: code for name, (_, code) in PAPERS.items()}
    assert page.list.current is not None, "the first result is opened by itself"
    assert page.view.detail is not None
    assert page.progress.isHidden()
    assert page.report_button.isEnabled()
    assert "8 de 8" in words_on(page.list)


def test_the_verdict_is_the_largest_thing_on_the_page(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "boleta prestamo.pdf")
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    largest = max(labels, key=lambda label: label.font().pixelSize())
    assert largest.text() == "Alterada: lo que se ve no es lo que se firmó"
    assert [label for label in labels if label.font().pixelSize() == largest.font().pixelSize()] == [largest]


def test_both_values_stand_side_by_side(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "boleta prestamo.pdf")
    told = words_on(page.view)
    assert "S/\u00a03,046.18" in told
    assert "S/\u00a05,046.18" in told
    assert "huella" in told
    assert "boleta prestamo.pdf" in told


def test_every_result_is_colour_sign_and_word(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    from desktop.models.record_table import SIGN_ROLE, TONE_ROLE

    check_all(qtbot, page, papers)
    for row in range(len(page.list.model.rows)):
        cell = page.list.model.index(row, 1)
        assert cell.data()
        assert cell.data(SIGN_ROLE)
        assert cell.data(TONE_ROLE) in {"good", "wait", "bad", "neutral"}


def test_what_rests_on_demonstration_keys_says_prueba(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "auténtica.pdf")
    assert page.list.model.index(0, 1).data() == "Auténtica · PRUEBA"
    assert [tag.accessibleName() for tag in page.view.findChildren(Tag) if tag.isVisible()] == ["PRUEBA"]


def test_after_a_false_seal_nothing_of_the_content_is_on_the_page(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "falsa.pdf")
    told = words_on(page)
    for secret in ("MAMANI", payslip().doc_numero, "3,046.18", "SAN ROMÁN", "BP1:"):
        assert secret not in told
    assert page.view.rebuild is None
    assert page.view.detail is not None
    with pytest.raises(ValueError, match="nothing signed"):
        reconstruction_box(page, page.view.detail)


def test_an_address_is_plain_text_that_leads_nowhere(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "qr con dirección.pdf")
    label = next(one for one in page.view.findChildren(QLabel) if "ejemplo.invalid" in one.text())
    assert label.text().startswith("Dirección de ejemplo.invalid (no se abrió)")
    assert "<b>1</b>" in label.text()
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not label.openExternalLinks()


def test_the_payslip_is_rebuilt_from_what_is_signed_and_marked(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "boleta prestamo.pdf")
    assert page.view.detail is not None
    box = reconstruction_box(page, page.view.detail)
    qtbot.addWidget(box)
    box.open()
    told = words_on(box)
    assert "RECONSTRUCCIÓN" in told
    assert "S/\u00a03,046.18" in told
    assert "5,046.18" not in told
    box.close()


def test_the_result_can_be_read_without_seeing_the_signs(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    check_all(qtbot, page, papers / "boleta prestamo.pdf")
    names = [label.accessibleName() for label in page.view.findChildren(QLabel)]
    assert any(name.startswith("Bien: ") for name in names)
    assert any(name.startswith("Mal: ") for name in names)
    assert page.view.accessibleName().startswith("Alterada")


# --- how it works -----------------------------------------------------------------------------------------------------


def test_dropped_files_are_checked(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(papers / "auténtica.pdf")), QUrl("https://ejemplo.invalid/a.pdf")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.dropEvent(drop)
    assert [Path(path).name for path in page.verdicts] == ["auténtica.pdf"]


def test_chosen_files_and_folders_are_checked(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    page.papers.ask_files = lambda: (papers / "falsa.pdf",)
    page.papers.ask_folder = lambda: (papers,)
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.drop.files.click()
    assert len(page.verdicts) == 1
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE):
        page.drop.folder.click()
    assert len(page.verdicts) == len(PAPERS), "the file that was there already is not listed twice"


def test_what_is_dropped_during_a_run_waits_for_it(qtbot: Any, page: VerifyPage, papers: Path) -> None:
    ends: list[Ended] = []
    page.run.ended.connect(ends.append)
    page.check((papers / "auténtica.pdf",))
    page.check((papers / "falsa.pdf",))
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=PATIENCE)
    assert len(page.verdicts) == 2


def test_a_run_can_be_cancelled_and_what_came_stays(qtbot: Any, page: VerifyPage, tmp_path: Path) -> None:
    (paper,) = write_papers(tmp_path / "uno", "auténtica.pdf")
    many = tmp_path / "muchos"
    many.mkdir()
    for number in range(400):
        (many / f"{number:03d}.pdf").write_bytes(paper.read_bytes())
    page.check((many,))
    qtbot.waitUntil(lambda: len(page.verdicts) >= 3, timeout=PATIENCE)
    with qtbot.waitSignal(page.run.ended, timeout=PATIENCE) as ended:
        page.progress.cancel.click()
    assert ended.args[0].stopped
    assert 3 <= len(page.verdicts) < 400
    assert "usted la detuvo" in words_on(page.list)
    assert {one.code for one in page.verdicts.values()} == {VerdictCode.AUTENTICA}, "no killed worker becomes a verdict"


def test_nothing_of_it_happens_on_the_ui_thread(
    qtbot: Any, page: VerifyPage, papers: Path, ui_thread_guard: Callable[[], Any]
) -> None:
    with ui_thread_guard():
        check_all(qtbot, page, papers)
    assert len(page.verdicts) == len(PAPERS)


def test_closing_the_desk_ends_a_run(qtbot: Any, clock: StillClock, tmp_path: Path) -> None:
    (paper,) = write_papers(tmp_path / "uno", "auténtica.pdf")
    desk = Desk()
    page = VerifyPage(desk, clock)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.run.trust is not None)
    page.check((paper,) * 500)
    qtbot.waitUntil(lambda: bool(page.verdicts), timeout=PATIENCE)
    began = time.monotonic()
    desk.close()
    assert time.monotonic() - began < 4


def test_thousands_of_results_keep_the_list_quick(page: VerifyPage) -> None:
    sample = Verdict(
        code=VerdictCode.AUTENTICA, colour=Colour.GREEN, test_keys=False, reasons=(), parts=(),
        claims=None, key=None, codes=(), trust=_mark(), file=FileMark("", "0" * 64, 1, 1), checked=StillClock().now(),
        milliseconds=1.0,
    )  # fmt: skip
    slowest = 0.0
    for batch in range(50):
        came = tuple(
            replace(sample, file=replace(sample.file, path=f"/boletas/{batch * 200 + number:05d}.pdf"))
            for number in range(200)
        )
        began = time.thread_time()
        page._show_step(Step(came, (batch + 1) * 200, 10_000))
        QApplication.processEvents()
        slowest = max(slowest, time.thread_time() - began)
    assert len(page.list.model.rows) == 10_000
    assert slowest < 0.4
    began = time.thread_time()
    page.list.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    QApplication.processEvents()
    assert time.thread_time() - began < 1.0


def _mark() -> TrustMark:
    return TrustMark(1, StillClock().now(), StillClock().now(), 0, test=True)


def test_folders_are_walked_by_name_and_only_documents_are_taken(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.pdf", "nota.txt", "Ñ/c.jpg", "Ñ/d.docx", "a b/e.png"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"x")
    (tmp_path / "vuelta").symlink_to(tmp_path, target_is_directory=True)
    found = [
        path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path, tmp_path / "nota.txt", tmp_path / "no"])
    ]
    assert found == ["a.pdf", "b.PDF", "a b/e.png", "Ñ/c.jpg", "nota.txt", "no"]


# --- the trust list ---------------------------------------------------------------------------------------------------


@pytest.fixture
def list_file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(content: bytes) -> Path:
        place = tmp_path / "lista.cbor"
        place.write_bytes(content)
        return place

    return write


def open_list(qtbot: Any, page: VerifyPage, path: Path) -> str:
    page.lists.ask_list = lambda: path
    with qtbot.waitSignal(page.lists.told, timeout=PATIENCE) as told:
        page.trust_button.click()
    return str(told.args[0])


def test_a_newer_list_is_used_and_an_older_one_refused_with_both_versions(
    qtbot: Any, page: VerifyPage, list_file: Callable[[bytes], Path]
) -> None:
    assert "n.º 7" in open_list(qtbot, page, list_file(signed(7)))
    assert "Lista de confianza n.º 7" in words_on(page)
    told = open_list(qtbot, page, list_file(signed(3)))
    assert "n.º 3" in told
    assert "n.º 7" in told
    assert page.run.trust is not None
    assert page.run.trust.version == 7


@pytest.mark.parametrize("content", [b"", b"nada", None], ids=["empty", "no list", "bad signature"])
def test_a_file_that_is_no_list_changes_nothing(
    qtbot: Any, page: VerifyPage, list_file: Callable[[bytes], Path], content: bytes | None
) -> None:
    good = signed(9)
    spoiled = good[:-1] + bytes([good[-1] ^ 1]) if content is None else content
    assert "Se sigue usando la lista" in open_list(qtbot, page, list_file(spoiled))
    assert page.run.trust == bundled()


def test_a_list_that_cannot_be_read_is_told(qtbot: Any, page: VerifyPage, tmp_path: Path) -> None:
    assert "No se pudo leer" in open_list(qtbot, page, tmp_path / "no está.cbor")


def test_a_list_opened_in_a_profile_stays_in_it(
    qtbot: Any, opened: Opened, vault: Vault, list_file: Callable[[bytes], Path]
) -> None:
    page = VerifyPage(opened.desk, opened.clock, vault)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.run.trust is not None)
    open_list(qtbot, page, list_file(signed(7)))
    with vault.cache() as db:
        assert trust.trust_in_use(db).version == 7


def test_a_list_that_came_by_sync_is_used_when_facts_change(qtbot: Any, opened: Opened, vault: Vault) -> None:
    page = VerifyPage(opened.desk, opened.clock, vault)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.run.trust is not None)
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(8), opened.clock.now())
    page.refresh()
    qtbot.waitUntil(lambda: page.run.trust is not None and page.run.trust.version == 8)


# --- reports ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".pdf", ".csv"])
def test_the_report_is_written_as_asked(
    qtbot: Any, page: VerifyPage, papers: Path, tmp_path: Path, ending: str
) -> None:
    check_all(qtbot, page, papers)
    target = tmp_path / f"informe{ending}"
    page.papers.ask_target = lambda _suggested: target
    with qtbot.waitSignal(page.papers.told, timeout=PATIENCE):
        page.report_button.click()
    digests = [one.file.sha256 for one in page.verdicts.values()]
    if ending == ".csv":
        text = target.read_bytes().decode("utf-8-sig")
        assert text.count("\r\n") == len(PAPERS) + 1
        assert all(digest in text for digest in digests)
        return
    text = "\n".join(page_texts(target.read_bytes()))
    assert all(name in text for name in PAPERS)
    assert all(digest in text.replace("\n", "").replace("\r", "") for digest in digests)
    assert text.index("boleta prestamo.pdf") < text.index("auténtica.pdf"), "the worst first"


# --- with a profile, and before one -----------------------------------------------------------------------------------


def test_a_copy_that_came_by_sync_is_recognised(qtbot: Any, opened: Opened, vault: Vault, tmp_path: Path) -> None:
    from storage.payslips import PayslipQuery, pdf_bytes, search_payslips

    with vault.cache() as db:
        row = search_payslips(db, PayslipQuery())[0]
        assert row.pdf is not None
        content = pdf_bytes(db, row.pdf.sha256)
    assert content is not None
    copy = tmp_path / "copia.pdf"
    copy.write_bytes(content)
    page = VerifyPage(opened.desk, opened.clock, vault)
    qtbot.addWidget(page)
    check_all(qtbot, page, copy)
    assert [one.code for one in page.verdicts.values()] == [VerdictCode.COINCIDE_CON_COPIA]


def test_a_stored_payslip_is_checked_from_its_viewer(qtbot: Any, window: MainWindow, vault: Vault) -> None:
    window.resize(1366, 768)
    window.show()
    window.go("payslips")
    page: Any = window.page("payslips")
    qtbot.waitUntil(lambda: page.view.reading is not None and page.view.verify_button.isEnabled())
    boxes: list[Any] = []
    page.verdict.show = boxes.append
    page.view.verify_button.click()
    assert not page.view.verify_button.isEnabled()
    qtbot.waitUntil(lambda: bool(boxes), timeout=PATIENCE)
    boxes[0].open()
    assert "Es idéntica a la que envió la oficina" in words_on(boxes[0])
    assert page.view.verify_button.isEnabled()
    boxes[0].close()
    assert not list(vault.directory.parent.rglob("*.pdf")), "nothing was written out for the check"


def test_a_document_can_be_checked_before_any_profile_exists(
    qtbot: Any, live: Callable[..., Lived], papers: Path
) -> None:
    program = live().program
    assert isinstance(program.window, SignInWindow)
    program.window.verify_wanted.emit()
    window = program.window
    assert isinstance(window, VerifyWindow)
    check_all(qtbot, window.page, papers / "auténtica.pdf")
    assert len(window.page.verdicts) == 1
    window.back.click()
    qtbot.waitUntil(lambda: isinstance(program.window, SignInWindow))


def test_the_unlock_window_offers_it_too(qtbot: Any, vault: Vault, live: Callable[..., Lived]) -> None:
    vault.close()
    program = live().program
    assert isinstance(program.window, UnlockWindow)
    program.window.verify.click()
    assert isinstance(program.window, VerifyWindow)


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("appearance", "size"), [(Appearance.LIGHT, 100), (Appearance.DARK, 100), (Appearance.LIGHT, 200)]
)
def test_every_state_can_be_looked_at(
    qtbot: Any,
    desk: Desk,
    clock: StillClock,
    papers: Path,
    grab: Callable[..., Path],
    appearance: Appearance,
    size: int,
) -> None:
    theme().apply(Look(appearance, size))
    page = VerifyPage(desk, clock)
    qtbot.addWidget(page)
    name = f"verify-{appearance.value}-{size}"
    grab(page, f"{name}-empty", 1154, 728)
    check_all(qtbot, page, papers)
    for paper, (_, code) in PAPERS.items():
        choose(page, paper)
        if page.panes.narrow:
            page.panes.open()
        grab(page, f"{name}-{code}", 1154, 728)
        assert page.view.detail is not None
        assert _cut(page.view) == []


def _cut(widget: QWidget) -> list[str]:
    """Words that do not fit the room they have."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            need = label.heightForWidth(label.width())
            if need > label.height() + 1:
                found.append(f"{label.text()} needs {need} of {label.height()}")
    return found
