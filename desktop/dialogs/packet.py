"""Preparar expediente para mesa de partes: destination and request are looked over, the packet is built, and the number
that the mesa de partes gives is written in.

Builds nothing itself: that is `desktop.tasks.preparing_packet`, on the pool and in a process that may die. Keeps
nothing: who asked gets the expediente by `expediente_given`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.dialogs.packet_form import PacketForm
from desktop.dialogs.packet_outcome import PacketOutcome
from desktop.plain import label
from desktop.presenters.errors import explain
from desktop.presenters.packet import document_title, named, propose
from desktop.tasks.preparing_packet import Grounds, Order, build, read_grounds
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.packet_items import ItemEntry
from desktop.widgets.page import scrolling
from desktop.widgets.progress import ProgressRow
from desktop.widgets.reading_order import ReadingDialog
from desktop.words import translate
from documents.packet.apart import BOUNDS, ApartItem, PacketApartError
from documents.packet.errors import PacketError
from documents.packet.profiles import DEFAULT_KEY
from documents.packet.words import megabytes, told
from documents.worker.errands import Progress, Worker

if TYPE_CHECKING:
    from desktop.opened import Opened
    from documents.packet.profiles import Profile
    from documents.packet.records import PacketResult
    from storage.records import PersonFact
    from storage.request_records import Expediente, ShownRequest

WISHED = QSize(960, 720)


class PacketDialog(ReadingDialog):
    """`begin` shows it. `files`: what is here of the documents, by SHA-256. `expediente_given(Expediente)`."""

    expediente_given = Signal(object)

    def __init__(
        self,
        opened: "Opened",
        request: "ShownRequest",
        person: "PersonFact",
        files: Mapping[str, bytes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._request, self._person, self._files = opened, request, person, files
        self._today = opened.clock.now().astimezone().date()
        self._grounds: Grounds | None = None
        self._folder: Path | None = None
        self._worker: Worker | None = None
        self.result_shown: PacketResult | None = None
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.show_folder: Callable[[Path], object] = _show_folder
        self.form = PacketForm()
        self.outcome = PacketOutcome(self._today)
        self._lay_out()
        self._connect()
        opened.desk.ask(self, read_grounds, self._take_grounds, self._break)

    def begin(self) -> None:
        """Show it, to prepare a packet."""
        self._turn(0)
        self.open()

    # What is known

    def _take_grounds(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self.form.place.show_places([(place.key, named(place.name)) for place in grounds.places])
        code = grounds.newest.codigo_ugel if grounds.newest else ""
        self.form.follow(grounds.rules.find(DEFAULT_KEY, self._today))
        self.form.propose(propose(self._request, self._person, grounds.catalogue, grounds.newest, ""))
        self.form.place.choose(code)
        self.form.items.show_entries([
            ItemEntry(
                document.sha256 or str(at),
                document_title(document, grounds.catalogue),
                _detail(document.pages, document.size),
                here=document.sha256 in self._files,
            )
            for at, document in enumerate(self._request.content.documents)
        ])  # fmt: skip
        self.go.setEnabled(True)

    def _follow_place(self, key: str, name: str) -> None:
        if self._grounds is not None:
            profile = self._grounds.rules.find(key, self._today)
            known = profile.clave != DEFAULT_KEY  # what a packet says is the office's name, whoever's rules it keeps
            self.form.follow(profile if known else replace(profile, nombre=name))

    # Building

    def prepare(self) -> None:
        """Look the form over, ask where to, and build."""
        profile = self.form.profile
        fut = self.form.fut(self._today, self._request.code)
        if profile is None or self._worker is not None:
            return
        if self.form.complain(fut):
            self.banner.say(translate("packet", "Falta completar lo señalado. No se creó ningún archivo."), "wait")
            return
        folder = self.ask_folder()
        if folder is None:
            return
        items = tuple(ApartItem(each.title, self._files[each.key], each.two_sided) for each in self.form.items.choices)
        self._folder = folder
        self._build(Order(fut, items, profile, folder), profile)

    def _build(self, order: Order, profile: "Profile") -> None:
        self.banner.hide()
        self._worker = worker = Worker(BOUNDS)
        self._show_building(building=True)
        self.progress.say(translate("packet", "Leyendo los documentos…"), None)
        self._opened.desk.start(
            self,
            lambda job: build(worker, order, job.report),
            lambda result: self._show_result(result, profile),
            self._refuse,
            self._show_progress,
        )

    def stop(self) -> None:
        """End the building at once; nothing is left in the folder."""
        if self._worker is not None:
            self._worker.stop()

    def _show_progress(self, now: Progress) -> None:
        reading = now.stage == "reading"
        words = (
            translate("packet", "Leyendo documentos: {done} de {total}")
            if reading
            else translate("packet", "Foliando y uniendo: {done} de {total} páginas")
        )
        share = now.done / now.total if now.total else 0.0
        self.progress.say(words.format(done=now.done, total=now.total), share / 2 if reading else 0.5 + share / 2)

    def _show_result(self, result: "PacketResult", profile: "Profile") -> None:
        self._worker = None
        self.result_shown = result
        self._show_building(building=False)
        self.outcome.show_result(result, profile)
        self._turn(1)
        self.outcome.open_folder.setFocus()

    def _refuse(self, error: Exception) -> None:
        self._worker = None
        self._show_building(building=False)
        if isinstance(error, PacketApartError):
            failure = error.failure
            self.banner.say(f"{failure.what} {failure.safe} {failure.todo}", "wait")
        elif isinstance(error, PacketError):
            self.banner.say(" ".join(told(error)), "wait")
        else:
            tell_trouble(self, explain(error))

    def _break(self, error: Exception) -> None:
        tell_trouble(self, explain(error))

    # What is seen

    def _show_building(self, *, building: bool) -> None:
        self.progress.setVisible(building)
        self.form.setEnabled(not building)
        self.go.setEnabled(not building)

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.go.setVisible(page == 0)
        self.back.setVisible(page == 1)

    def _keep(self, expediente: "Expediente") -> None:
        self.expediente_given.emit(expediente)
        self.accept()

    @override
    def done(self, result: int) -> None:
        self.stop()
        self._files = {}  # the dialog may outlive its closing as a child of a page
        super().done(result)

    def _ask_folder(self) -> Path | None:
        begin = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = translate("packet", "¿En qué carpeta se guarda el expediente?")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder or begin))
        return Path(chosen) if chosen else None

    def _open_folder(self) -> None:
        if self._folder is not None:
            self.show_folder(self._folder)

    def _lay_out(self) -> None:
        self.setWindowTitle(translate("packet", "Preparar expediente"))
        self.setAccessibleName(self.windowTitle())
        self.title = label(translate("packet", "Preparar expediente para mesa de partes"), "title", wrap=True)
        self.banner = Banner()
        self.progress = ProgressRow()
        self.progress.hide()
        self.pages = QStackedWidget()
        for page in (self.form, self.outcome):
            self.pages.addWidget(scrolling(page))
        self.outcome.show_expediente(self._request.content.expediente)
        self.go = primary(translate("packet", "&Elegir carpeta y preparar…"), self.prepare, "folder-down")
        self.go.setEnabled(False)
        self.back = secondary(translate("packet", "&Volver al formulario"), lambda: self._turn(0), "arrow-left")
        self.leave = secondary(translate("packet", "Ce&rrar"), self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(8))
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        whole = QVBoxLayout(self)
        inset = theme().px(20)
        whole.setContentsMargins(inset, inset, inset, inset)
        whole.setSpacing(theme().px(12))
        whole.addWidget(self.title)
        whole.addWidget(self.banner)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.progress)
        whole.addLayout(foot)
        room = self.screen().availableGeometry()
        wished = QSize(theme().px(WISHED.width()), theme().px(WISHED.height()))
        self.resize(wished.boundedTo(room.size() * 0.96))

    def _connect(self) -> None:
        self.form.place.chosen.connect(self._follow_place)
        self.progress.cancelled.connect(self.stop)
        self.outcome.given.connect(self._keep)
        self.outcome.folder_wanted.connect(self._open_folder)
        self._opened.desk.closing.connect(self.stop)


def _detail(pages: int | None, size: int) -> str:
    if pages:
        return translate("packet", "{pages} pág. · {size}").format(pages=pages, size=megabytes(size))
    return megabytes(size)


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
