"""Shows a PDF from memory, page below page, sharp at every zoom and pixel ratio. Never touches a file.

Rendering happens on the desk's pool (`documents.page_image`); this widget lays out, paints what has come, and moves.
While a page is rendered at a new zoom its old image is stretched, so that nothing blinks.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.tasks.desk import Desk, Job
from desktop.theme import theme
from desktop.widgets.page_layout import (
    Fit,
    Place,
    Size,
    Spread,
    clamped,
    fitting_zoom,
    lay_out,
    next_zoom,
    render_scale,
)
from desktop.widgets.page_source import HERE, PageSource, as_image
from desktop.widgets.panned_area import PannedArea
from desktop.words import translate
from documents.page_image import PageSet

SETTLING = 60  # milliseconds without a change before pages are rendered again
STEP = 40  # logical pixels of an arrow key
CORNER = 9
KEPT = 3  # images kept in memory


class PageViewer(PannedArea):
    """`show_pdf` starts it; `zoom_changed` and `opened` tell the buttons around it; `unreadable` gives the error.

    `foreign`: what is shown was made by somebody else than the office, and is drawn by a disposable process.
    """

    zoom_changed = Signal()
    opened = Signal(int)  # pages
    unreadable = Signal(object)  # the exception

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, foreign: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._source: PageSource = desk.foreign_pages if foreign else HERE
        self._pdf = b""
        self._sizes: tuple[Size, ...] = ()
        self._images: dict[int, tuple[float, QImage]] = {}
        self._jobs: dict[int, tuple[float, Job]] = {}
        self._opening: Job | None = None
        self._spread = Spread(0, 0, ())
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._render_seen)
        self.setMinimumSize(120, 120)
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self._dress)
        self._dress()
        self._tell()

    def _dress(self) -> None:
        """The ground under the pages, with the round lower corners of the card it stands in."""
        corners = f"border-bottom-left-radius: {CORNER}px; border-bottom-right-radius: {CORNER}px;"
        self.setStyleSheet(f"PageViewer {{ background: {theme().tokens.sunken}; border: none; {corners} }}")

    # What the buttons ask

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What decides the zoom now."""
        return self._fit

    @property
    def page_count(self) -> int:
        """0 while nothing is shown."""
        return len(self._sizes)

    @property
    def is_sharp(self) -> bool:
        """Whether every page in sight is painted from an image made for exactly this zoom."""
        return bool(self._sizes) and all(self._is_fresh(page) for page in self._seen())

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document from its first page, at the zoom chosen before."""
        if pdf == self._pdf:
            return
        self.clear()
        self._pdf = pdf
        opening = self._source.open_pages
        self._opening = self._desk.start(self, lambda _job: opening(pdf), self._show_pages, self._refuse)

    def clear(self) -> None:
        """Show nothing."""
        for _scale, job in self._jobs.values():
            job.cancel()
        if self._opening is not None:
            self._opening.cancel()
        self._pdf, self._sizes = b"", ()
        self._images.clear()
        self._jobs.clear()
        self._arrange()

    @override
    def zoom_in(self) -> None:
        self.zoom_to(next_zoom(self._zoom, closer=True))

    @override
    def zoom_out(self) -> None:
        self.zoom_to(next_zoom(self._zoom, closer=False))

    @override
    def magnify(self, factor: float, at: QPoint) -> None:
        self.zoom_to(self._zoom * factor, at)

    def zoom_to(self, zoom: float, anchor: QPoint | None = None) -> None:
        """Set the zoom; what lies under `anchor` (viewport pixels, default: the middle) stays there."""
        self._fit = Fit.FREE
        self._magnify(clamped(zoom), anchor or self.viewport().rect().center())

    def fit_to(self, fit: Fit) -> None:
        """Let the width or the whole page decide the zoom from now on."""
        self._fit = fit
        self._arrange()

    # Pages come

    def _show_pages(self, pages: PageSet) -> None:
        self._sizes = tuple(pages.sizes)
        self.verticalScrollBar().setValue(0)
        self._arrange()
        self._render_seen()
        self.opened.emit(len(self._sizes))

    def _refuse(self, error: Exception) -> None:
        self.clear()
        self.unreadable.emit(error)

    def _render_seen(self) -> None:
        if not self.isVisible():
            return  # `showEvent` asks again
        seen = self._seen()
        for page, (_scale, job) in list(self._jobs.items()):
            if page not in seen:
                job.cancel()
                del self._jobs[page]
        for page in seen:
            if not self._is_fresh(page):
                self._order(page, self._scale(page))

    def _order(self, page: int, scale: float) -> None:
        running = self._jobs.get(page)
        if running is not None:
            if running[0] == scale:
                return
            running[1].cancel()
        pdf, render = self._pdf, self._source.render
        job = self._desk.start(
            self,
            lambda _job: as_image(render(pdf, page, scale)),
            lambda image: self._take(page, scale, image),
            self._refuse,
        )
        self._jobs[page] = (scale, job)

    def _take(self, page: int, scale: float, image: QImage) -> None:
        self._jobs.pop(page, None)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[page] = (scale, image)
        seen = self._seen()
        for old in [kept for kept in self._images if kept not in seen][: max(0, len(self._images) - KEPT)]:
            del self._images[old]
        self.viewport().update()

    def _scale(self, page: int) -> float:
        return render_scale(self._sizes[page], self._zoom, self.devicePixelRatioF())

    def _is_fresh(self, page: int) -> bool:
        held = self._images.get(page)
        return held is not None and held[0] == self._scale(page)

    # Where things lie
    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _rect(self, place: Place) -> QRect:
        return QRect(place.x, place.y, place.width, place.height).translated(-self._offset())

    def _seen(self) -> list[int]:
        window = self.viewport().rect()
        return [page for page, place in enumerate(self._spread.places) if self._rect(place).intersects(window)]

    def _magnify(self, zoom: float, anchor: QPoint) -> None:
        before = self._zoom
        spot = self._offset() + anchor
        self._zoom = zoom
        self._arrange()
        self.zoom_changed.emit()
        moved = QPoint(round(spot.x() * zoom / before), round(spot.y() * zoom / before)) - anchor
        self.horizontalScrollBar().setValue(moved.x())
        self.verticalScrollBar().setValue(moved.y())

    def _arrange(self) -> None:
        window = self._window()
        before = self._zoom
        self._zoom = fitting_zoom(self._fit, self._sizes, window, self._zoom)
        self._spread = lay_out(self._sizes, self._zoom, window)
        for bar, whole, part in (
            (self.horizontalScrollBar(), self._spread.width, self.viewport().width()),
            (self.verticalScrollBar(), self._spread.height, self.viewport().height()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(STEP)
        self.viewport().update()
        self._settling.start()
        self._tell()
        if self._zoom != before or not self._sizes:
            self.zoom_changed.emit()

    def _window(self) -> Size:
        """What pages may fill. Fitting always counts on the scroll bar, or it would come and go for ever."""
        bar = self.verticalScrollBar().sizeHint().width() if self._fit is Fit.WIDTH else 0
        hidden = 0 if self.verticalScrollBar().isVisible() else bar
        return float(self.viewport().width() - hidden), float(self.viewport().height())

    def _tell(self) -> None:
        self.setAccessibleName(translate("viewer", "Página de la boleta"))
        if not self._sizes:
            self.setAccessibleDescription(translate("viewer", "Sin documento"))
            return
        told = (
            translate("viewer", "{pages} páginas, al {zoom} %")
            if len(self._sizes) > 1
            else translate("viewer", "1 página, al {zoom} %")
        )
        self.setAccessibleDescription(told.format(pages=len(self._sizes), zoom=round(self._zoom * 100)))

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for page in self._seen():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().color("action"))
            for inset in (0, 1):
                painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset - 1, -inset - 1))

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._rect(self._spread.places[page])
        painter.fillRect(rect.adjusted(-1, -1, 1, 2), theme().color("sheet_edge"))
        painter.fillRect(rect, theme().color("sheet"))
        held = self._images.get(page)
        if held is None:
            return
        if self._is_fresh(page) and _same_size(held[1], rect):
            painter.drawImage(rect.topLeft(), held[1])
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, held[1])

    # Moving

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settling.start()

    @override
    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()
        self._settling.start()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().event(event)


def _same_size(image: QImage, rect: QRect) -> bool:
    made = image.deviceIndependentSize()
    return abs(made.width() - rect.width()) < 1.5 and abs(made.height() - rect.height()) < 1.5
