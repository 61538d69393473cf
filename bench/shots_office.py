"""Stations of an office: its roles, old payrolls, a folder that was checked. For `bench.shots`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bench.shots_legajo import MAIN, Station
from central.samples.lis import Blemish, LisMonth, lis_file
from central.samples.lis_people import lis_people
from desktop.custody import Custody
from desktop.dialogs.roles import RolesDialog
from desktop.pages.batch_page import BatchPage
from desktop.pages.lis_page import LisPage
from tests.desktop.sealed_papers import write_papers

P = TypeVar("P", LisPage, BatchPage)
PEOPLE = lis_people(400, 7)


class RolesStations:
    """What the administrator of an office sees."""

    def __init__(self, custody: Custody, wait: Callable[[Callable[[], object]], None]) -> None:
        self._custody, self._wait = custody, wait

    def stations(self) -> tuple[Station, ...]:
        """Name, looks, arrangement."""
        return (("roles", ("", "-200"), self.roles),)

    def roles(self) -> QWidget:
        """Who works there and as what, somebody chosen."""
        box = RolesDialog(self._custody.opened, self._custody.window)
        self._wait(lambda: bool(box.list.model.rows))
        box.list.choose_first()
        return box

    def leave(self) -> None:
        """Everything stays as it is."""


class OfficeFileStations:
    """Planillas SUP and Verificación masiva, filled once."""

    def __init__(self, custody: Custody, wait: Callable[[Callable[[], object]], None], folder: Path) -> None:
        self._custody, self._wait, self._folder = custody, wait, folder

    def stations(self) -> tuple[Station, ...]:
        """Name, looks, arrangement."""
        return (("planillas", MAIN, self.payrolls), ("verificacion-masiva", MAIN, self.batch))

    def payrolls(self) -> QWidget | None:
        """Two years of payrolls, one person looked for."""
        page = self._page("lis", LisPage)
        self._wait(lambda: page.reading is not None)
        if page.reading is not None and not page.reading.counts.files:
            disk = self._folder / "disco"
            disk.mkdir()
            for year in (2014, 2015):
                odd = {9: Blemish.WRONG_SUM, 20: Blemish.STRANGE_LINE} if year == 2015 else {}
                (disk / f"PLANILLA_{year}.LIS").write_bytes(lis_file(LisMonth("junin", year, 3, PEOPLE, blemishes=odd)))
            page.import_files((disk,))
            self._wait(lambda: page.reading is not None and page.reading.counts.files == 2)
            page.banner.hide()
        page.open_item(PEOPLE[0].dni)
        self._wait(lambda: page.reading is not None and len(page.reading.rows) == 2)
        self._wait(lambda: page.view.reading is not None and bool(page.view.viewer.page_count))
        return None

    def batch(self) -> QWidget | None:
        """A folder with good, bad and doubtful papers, the altered one opened."""
        page = self._page("batch", BatchPage)
        self._wait(lambda: page.reading is not None and page.run.trust is not None)
        if page.reading is not None and page.reading.shown is None:
            folder = self._folder / "ANEXOS CONCURSO 2026"
            first, *_others = write_papers(folder)
            shutil.copy(first, folder / "otra vez.pdf")
            page.check((folder,))
            self._wait(lambda: page.reading is not None and page.reading.shown is not None and not page.run.running)
            page.banner.hide()
        self._wait(lambda: bool(page.list.files.model.rows))
        page.list.files.choose(1)
        self._wait(lambda: page.view.detail is not None)
        return None

    def leave(self) -> None:
        """Everything stays as it is."""

    def _page(self, key: str, kind: type[P]) -> P:
        self._wait(lambda: key in self._custody.window.keys)
        self._custody.window.go(key)
        page = self._custody.window.page(key)
        assert isinstance(page, kind)
        return page
