"""What the steps and the list of "Paquetes" ask for: recipes kept and named, folders, the key, reports.

Everything that asks the person something is an attribute, so that a test can answer. Work goes to the pool.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.presenters.errors import explain
from desktop.presenters.export import fault_words
from desktop.presenters.lis_words import key_words
from desktop.tasks.exporting import ExportError
from desktop.tasks.lis_papers import OfficeKeyError, open_key
from desktop.tasks.packet_readings import JobReading
from desktop.tasks.packet_reports import report_name, save_report
from desktop.widgets.dialogs import ask_word, tell_trouble
from desktop.widgets.office_key_dialog import ask_office_key
from desktop.widgets.packet_maker import PacketMaker
from desktop.widgets.packet_recipe_step import saved_form
from desktop.words import translate
from documents.batch.recipe import NO_LIMITS, Recipe
from storage import packets
from storage.errors import NameTakenError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.opened import Opened
    from documents.seal.keys import IssuerKey

T = TypeVar("T")


class PacketDeeds(QObject):
    """`told(words, tone)`; `kept(name)` when recipes changed."""

    told = Signal(str, str)
    kept = Signal(str)

    def __init__(self, opened: "Opened", window: "QWidget", maker: PacketMaker) -> None:
        super().__init__(window)
        self._opened, self._window, self._maker = opened, window, maker
        self.key: IssuerKey | None = None
        self.ask_folder: Callable[[str], Path | None] = self._ask_folder
        self.ask_name: Callable[[str, str], str] = lambda title, now: ask_word(window, title, now)
        self.ask_key: Callable[[], tuple[Path, str] | None] = lambda: ask_office_key(window)
        self.ask_report: Callable[[Path], Path | None] = self._ask_report
        self.show_folder: Callable[[Path], object] = _show_folder
        recipe, target = maker.recipe, maker.target
        recipe.save_wanted.connect(self._keep_recipe)
        recipe.drop_wanted.connect(self._drop_recipe)
        recipe.rename_wanted.connect(self._rename_recipe)
        target.folder_wanted.connect(self._choose_folder)
        target.papers_wanted.connect(self._choose_papers)
        target.key_wanted.connect(self._open_key)

    # Recipes

    def _keep_recipe(self) -> None:
        recipe = self._maker.recipe.recipe(NO_LIMITS)
        if recipe is not None:
            self._save_recipe(saved_form(recipe))

    def _save_recipe(self, recipe: Recipe) -> None:
        now = self._opened.clock.now()
        told = translate("packets", "Receta guardada: {name}.").format(name=recipe.name)
        self._keep(lambda db: packets.save_recipe(db, recipe, now), told, recipe.name)

    def _rename_recipe(self, name: str) -> None:
        other = self.ask_name(translate("packets", "Cambiar el nombre de la receta"), name)
        if other and other != name:
            self._rename(name, other, undoing=False)

    def _rename(self, name: str, other: str, *, undoing: bool) -> None:
        told = translate("packets", "La receta se llama ahora {name}.").format(name=other)
        undo = None if undoing else lambda: self._rename(other, name, undoing=True)
        self._keep(lambda db: packets.rename_recipe(db, name, other), told, other, undo)

    def _drop_recipe(self, recipe: Recipe) -> None:
        told = translate("packets", "Receta quitada: {name}.").format(name=recipe.name)
        self._keep(lambda db: packets.drop_recipe(db, recipe.name), told, undo=lambda: self._save_recipe(recipe))

    def _keep(
        self, write: Callable[..., None], told: str, name: str = "", undo: Callable[[], None] | None = None
    ) -> None:
        vault = self._opened.vault

        def work() -> None:
            with vault.office() as db:
                write(db)

        def done(_nothing: None) -> None:
            self._maker.banner.say(told, "good", translate("packets", "Deshacer") if undo else "", undo)
            self.kept.emit(name)

        self._start(work, done)

    # Places and the key

    def _choose_folder(self) -> None:
        folder = self.ask_folder(translate("packets", "Carpeta donde guardar los paquetes"))
        if folder is not None:
            self._maker.target.show_folder(folder)
            self._maker.banner.hide()

    def _choose_papers(self) -> None:
        self._maker.target.show_papers(self.ask_folder(translate("packets", "Carpeta con otros PDF")))

    def _open_key(self) -> None:
        given = self.ask_key()
        if given is None:
            return
        (path, password), vault, now = given, self._opened.vault, self._opened.clock.now()

        def work() -> "IssuerKey":
            from storage.trust import trust_in_use

            with vault.cache() as db:
                trust = trust_in_use(db)
            return open_key(path.read_bytes(), password, trust, now)

        self._start(work, self._use_key)

    def _use_key(self, key: "IssuerKey") -> None:
        self.key = key
        self._maker.target.show_key(key.code)

    # Jobs

    def save_report(self, reading: JobReading) -> None:
        """The report of a job, where and in the form that the person says."""
        target = self.ask_report(Path(reading.job.folder) / report_name(reading.job, "pdf"))
        if target is None:
            return
        form = {".csv": "csv", ".xlsx": "xlsx"}.get(target.suffix.lower(), "pdf")
        now = self._opened.clock.now()
        told = translate("packets", "Informe guardado: {name}.")
        self._start(
            lambda: save_report(reading.job, reading.people, target, form, now),  # type: ignore[arg-type]
            lambda path: self.told.emit(told.format(name=path.name), "good"),
        )

    def forget(self, reading: JobReading, done: Callable[[], None]) -> None:
        """Take a job from the list; its files stay."""
        vault, uuid = self._opened.vault, reading.job.uuid

        def work() -> None:
            with vault.office() as db:
                packets.forget_job(db, uuid)

        self._start(work, lambda _nothing: done())

    def move(self, reading: JobReading, done: Callable[[JobReading], None]) -> None:
        """Ask where the folder of a job is now."""
        folder = self.ask_folder(translate("packets", "¿Dónde está ahora la carpeta de este trabajo?"))
        if folder is None:
            return
        vault, job = self._opened.vault, replace(reading.job, folder=str(folder))

        def work() -> None:
            with vault.office() as db:
                packets.move_job(db, job.uuid, job.folder)

        self._start(work, lambda _nothing: done(replace(reading, job=job)))

    # What goes wrong

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._opened.desk.start(self, lambda _job: work(), done, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NameTakenError):
            self._maker.banner.say(translate("packets", "Ya hay otra receta con ese nombre."), "wait")
        elif isinstance(error, OfficeKeyError):
            self._maker.banner.say(key_words(error.code), "bad")
        elif isinstance(error, ExportError):
            tell_trouble(self._window.window(), fault_words(error))
        else:
            tell_trouble(self._window.window(), explain(error))

    # Dialogs

    def _ask_folder(self, title: str) -> Path | None:
        begin = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = QFileDialog.getExistingDirectory(self._window, title, begin)
        return Path(name) if name else None

    def _ask_report(self, suggested: Path) -> Path | None:
        kinds = translate("packets", "PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)")
        name, _filter = QFileDialog.getSaveFileName(
            self._window, translate("packets", "Guardar informe"), str(suggested), kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        return Path(name) if name else None


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
