"""The viewer: real pages rendered from memory, zoomed, moved, refused; sharp on a screen of twice the pixels."""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.tasks.desk import Desk
from desktop.widgets.page_layout import (
    LARGEST,
    LARGEST_IMAGE,
    SMALLEST,
    STEPS,
    Fit,
    fitting_zoom,
    next_zoom,
    render_scale,
)
from desktop.widgets.page_source import as_image
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.zoom_bar import ZoomBar
from documents.page_image import render
from tests.desktop.filling import NEWEST, drawn, payslip_of

A4 = (595.28, 841.89)
ONE = drawn(payslip_of(NEWEST)).pdf
OTHER = drawn(payslip_of(NEWEST.earlier())).pdf


def pages(count: int) -> bytes:
    """So many payslips in one document."""
    whole = pikepdf.new()
    for back in range(count):
        with pikepdf.open(BytesIO(drawn(payslip_of(NEWEST.earlier(back))).pdf)) as one:
            whole.pages.extend(one.pages)
    made = BytesIO()
    whole.save(made)
    return made.getvalue()


@pytest.fixture
def viewer(qtbot: QtBot, desk: Desk) -> Iterator[PageViewer]:
    made = PageViewer(desk)
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show()
    yield made
    made.close()


def shown(qtbot: QtBot, viewer: PageViewer, pdf: bytes = ONE) -> PageViewer:
    viewer.show_pdf(pdf)
    sharp(qtbot, viewer)
    return viewer


def sharp(qtbot: QtBot, viewer: PageViewer) -> None:
    qtbot.waitUntil(lambda: viewer.is_sharp, timeout=10_000)


def test_a_page_fills_the_width_and_is_what_pdfium_drew(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    assert viewer.fit is Fit.WIDTH
    assert viewer.page_count == 1
    assert viewer.horizontalScrollBar().maximum() == 0
    place = viewer._spread.places[0]
    expected = as_image(render(ONE, 0, viewer._scale(0)))
    seen = viewer.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for x, y in ((40, 40), (place.width - 60, 55), (place.width // 2, 300)):
        assert seen.pixelColor(place.x + x, place.y + y) == expected.pixelColor(x, y)
    assert any(expected.pixelColor(x, 48).lightness() < 128 for x in range(place.width)), "the page is blank"


def test_zoom_steps_go_up_and_down_and_stop_at_the_ends(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    bar = ZoomBar(viewer)
    qtbot.addWidget(bar)
    viewer.zoom_to(1.0)
    assert bar.share.text() == "100 %"
    viewer.zoom_in()
    assert viewer.zoom == pytest.approx(1.1)
    viewer.zoom_out()
    assert viewer.zoom == pytest.approx(1.0)
    for _step in STEPS:
        viewer.zoom_out()
    assert viewer.zoom == SMALLEST
    assert not bar.further.isEnabled()
    for _step in STEPS:
        viewer.zoom_in()
    assert viewer.zoom == LARGEST
    assert not bar.closer.isEnabled()
    qtbot.mouseClick(bar.page_button, Qt.MouseButton.LeftButton)
    assert viewer.fit is Fit.PAGE
    assert viewer.verticalScrollBar().maximum() == 0
    qtbot.mouseClick(bar.width_button, Qt.MouseButton.LeftButton)
    assert viewer.fit is Fit.WIDTH
    sharp(qtbot, viewer)


def wheel(viewer: PageViewer, at: QPoint, turns: int, *, control: bool = True) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at), QPointF(viewer.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewer.viewport(), event)


def test_the_wheel_zooms_with_control_around_the_pointer_and_scrolls_without(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    viewer.zoom_to(1.5)
    viewer.verticalScrollBar().setValue(300)
    viewer.horizontalScrollBar().setValue(120)
    at = QPoint(200, 250)
    before = (viewer._offset() + at).toPointF() / viewer.zoom
    wheel(viewer, at, 3)
    after = (viewer._offset() + at).toPointF() / viewer.zoom
    assert viewer.zoom > 2
    assert (after - before).manhattanLength() < 12
    value = viewer.verticalScrollBar().value()
    wheel(viewer, at, -1, control=False)
    assert viewer.verticalScrollBar().value() > value


def test_the_page_is_dragged_with_the_mouse_and_moved_with_keys(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    viewer.zoom_to(2.0)
    across, down = viewer.horizontalScrollBar(), viewer.verticalScrollBar()
    down.setValue(200)
    across.setValue(100)
    pad = viewer.viewport()
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(pad, QPoint(260, 240))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(260, 240))
    assert (across.value(), down.value()) == (140, 260)
    for key, bar in ((Qt.Key.Key_Down, down), (Qt.Key.Key_Right, across), (Qt.Key.Key_PageDown, down)):
        value = bar.value()
        qtbot.keyClick(viewer, key)
        assert bar.value() > value
    qtbot.keyClick(viewer, Qt.Key.Key_End)
    assert down.value() == down.maximum()
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    assert down.value() == 0


def test_the_zoom_stays_when_another_payslip_is_shown(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    viewer.zoom_to(1.25)
    shown(qtbot, viewer, OTHER)
    assert viewer.zoom == pytest.approx(1.25)


def test_only_pages_in_sight_are_rendered_and_few_are_kept(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer, pages(6))
    assert viewer.page_count == 6
    assert 5 not in viewer._images
    viewer.verticalScrollBar().setValue(viewer.verticalScrollBar().maximum())
    sharp(qtbot, viewer)
    assert 5 in viewer._images
    assert len(viewer._images) <= 4
    assert "6 páginas" in viewer.accessibleDescription()


def test_the_last_of_two_quick_choices_wins(qtbot: QtBot, viewer: PageViewer) -> None:
    viewer.show_pdf(ONE)
    viewer.show_pdf(pages(2))
    sharp(qtbot, viewer)
    assert viewer.page_count == 2


@pytest.mark.parametrize("broken", [b"no es un PDF", ONE[: len(ONE) // 3], b"%PDF-1.7\n%%EOF"])
def test_a_broken_pdf_is_refused_and_the_next_one_is_shown(qtbot: QtBot, viewer: PageViewer, broken: bytes) -> None:
    with qtbot.waitSignal(viewer.unreadable, timeout=10_000):
        viewer.show_pdf(broken)
    assert viewer.page_count == 0
    viewer.grab()
    shown(qtbot, viewer)


def test_closing_while_a_page_is_rendered_harms_nothing(qtbot: QtBot, desk: Desk) -> None:
    hasty = PageViewer(desk)
    hasty.resize(500, 500)
    hasty.show()
    hasty.show_pdf(ONE)
    hasty.deleteLater()
    del hasty
    other = PageViewer(desk)
    qtbot.addWidget(other)
    other.resize(400, 400)
    other.show()
    shown(qtbot, other)


def test_an_enormous_zoom_is_rendered_within_the_limit_of_memory() -> None:
    scale = render_scale(A4, LARGEST, 3.0)
    assert A4[0] * A4[1] * scale * scale <= LARGEST_IMAGE * 1.001
    assert render_scale(A4, 1.0, 1.0) == pytest.approx(96 / 72)


def test_fitting_and_stepping_stay_within_the_limits() -> None:
    assert fitting_zoom(Fit.WIDTH, [A4], (40.0, 40.0), 1.0) == SMALLEST
    assert fitting_zoom(Fit.PAGE, [A4], (9000.0, 9000.0), 1.0) == LARGEST
    assert fitting_zoom(Fit.WIDTH, [], (500.0, 500.0), 1.5) == 1.5
    assert next_zoom(0.53, closer=True) == 0.67
    assert next_zoom(0.53, closer=False) == 0.5


SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QEventLoop, QElapsedTimer
from desktop.tasks.desk import Desk
from desktop.widgets.page_viewer import PageViewer
app = QApplication([])
desk = Desk()
viewer = PageViewer(desk)
viewer.resize(520, 600)
viewer.show()
viewer.show_pdf(sys.stdin.buffer.read())
clock = QElapsedTimer()
clock.start()
while not viewer.is_sharp and clock.elapsed() < 20000:
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
image = viewer._images[0][1]
print(viewer.devicePixelRatioF(), image.width(), viewer._spread.places[0].width)
desk.close()
"""


def test_the_page_has_every_pixel_of_a_screen_at_two_hundred_per_cent() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=ONE, env=environment, capture_output=True, check=True, timeout=60
    )
    ratio, pixels, logical = map(float, done.stdout.split())
    assert ratio == 2.0
    assert abs(pixels - 2 * logical) <= 2


def test_the_focus_is_seen_around_the_page(qtbot: QtBot, viewer: PageViewer) -> None:
    shown(qtbot, viewer)
    viewer.clearFocus()
    calm = viewer.viewport().grab().toImage()
    viewer.activateWindow()
    viewer.setFocus()
    qtbot.waitUntil(viewer.hasFocus)
    assert viewer.viewport().grab().toImage() != calm
    assert viewer.focusPolicy() == Qt.FocusPolicy.StrongFocus
