"""Stations of the pictures: memory sticks, at an office and at home."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bench.shots_legajo import MAIN, Station, Wait
from desktop.dialogs.first_packet import FirstPacketDialog
from desktop.dialogs.pair_device import PairDeviceDialog
from desktop.dialogs.pairing import PairingDialog
from desktop.pages.sticks_page import SticksPage
from documents.stick.keys import DeviceKey

if TYPE_CHECKING:
    from desktop.custody import Custody

WHO = "MAMANI ÑAUPARI, ROSA ÁNGELA"
KEY = DeviceKey(bytes(range(32)))  # of nobody's


class StickStations:
    """The office's page and its dialogs; the code that a servant shows."""

    def __init__(self, custody: "Custody", wait: Wait) -> None:
        self._custody, self._wait = custody, wait

    def stations(self) -> tuple[Station, ...]:
        """Name, looks, arrangement."""
        return (
            ("memorias-usb", MAIN, self.page),
            ("memorias-usb-vincular", ("",), self.pair),
            ("memorias-usb-paquete-inicial", ("",), self.first),
            ("vincular-este-equipo", ("", "-200"), self.show_key),
        )

    def leave(self) -> None:
        """Back to the first page."""
        self._custody.window.go("home")

    def page(self) -> None:
        """The office's people."""
        self._page()

    def pair(self) -> QWidget:
        """The specialist's side."""
        page = self._page()
        box = PairDeviceDialog(page.window(), page._desk, WHO, lambda: None)
        box.code.put(KEY.public.text)
        box.show()
        return box

    def first(self) -> QWidget:
        """A first packet."""
        box = FirstPacketDialog(self._page().window(), WHO)
        box.show()
        return box

    def show_key(self) -> QWidget:
        """The servant's side."""
        self._custody.window.go("sync")
        box = PairingDialog(self._custody.window, KEY.public, lambda: None)
        box.show()
        return box

    def _page(self) -> SticksPage:
        self._custody.window.go("sticks")
        page = self._custody.window.page("sticks")
        assert isinstance(page, SticksPage)
        self._wait(lambda: page.found is not None and bool(page.lines))
        return page
