"""What happens with files handed to the program: documents are checked, lists and packets are asked about first.

Works with an opened profile and without one; never opens a file itself.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.given import Kind, kind_of
from desktop.widgets.dialogs import ask, tell
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.bootstrap import Program
    from desktop.pages.verify_page import VerifyPage

TakePacket = Callable[[Path], None]


class Arrivals(QObject):
    """`take(paths)` at any time after the first window is there. `packets`: who brings in a packet, once asked."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self.packets: TakePacket | None = None
        self.waiting: Path | None = None  # a packet that came before a profile was open
        self.ask: Callable[[str, str, str], bool] = lambda *words: ask(program.window, *words)
        self.tell: Callable[[str, str], None] = lambda *words: tell(program.window, *words)

    def take(self, paths: Sequence[Path]) -> None:
        """Show the window and do what each file is for."""
        self.raise_window()
        kinds = {kind: [path for path in paths if kind_of(path) is kind] for kind in Kind}
        documents = [*kinds[Kind.DOCUMENT], *kinds[Kind.UNKNOWN]]  # folders too; what is no document is told there
        if documents:
            self._verify_page().check(documents)
        for path in kinds[Kind.TRUST_LIST]:
            self._take_list(path)
        for path in kinds[Kind.PACKET]:
            self._take_packet(path)

    def raise_window(self) -> None:
        """To the front, where the system lets a program do so."""
        window = self._program.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def _verify_page(self) -> "VerifyPage":
        """The page of the opened profile; without one, the window for who has none."""
        from desktop.pages.verify_page import VerifyPage  # heavy, and not wanted before the first window

        main = self._program.main_window
        if main is not None:
            main.go("verify")
            page = main.page("verify")
        else:
            page = self._program.show_verify()
        if not isinstance(page, VerifyPage):
            raise TypeError("the page verify is another")
        return page

    def _take_list(self, path: Path) -> None:
        question = translate("Arrivals", "¿Usar la lista de confianza «{name}»?").format(name=path.name)
        words = translate(
            "Arrivals",
            "Dice qué oficinas firman boletas. Se usa solo si su firma es buena y es más nueva que la de ahora.",
        )
        if self.ask(question, words, translate("Arrivals", "&Usar la lista")):
            self._verify_page().lists.open_path(path)

    def _take_packet(self, path: Path) -> None:
        take = self.packets
        if take is None:
            self._keep_packet(path)
            return
        question = translate("Arrivals", "¿Traer lo que contiene «{name}»?").format(name=path.name)
        words = translate("Arrivals", "Se comprueba primero quién lo firmó y que sea para usted.")
        if self.ask(question, words, translate("Arrivals", "&Traer")):
            take(path)

    def _keep_packet(self, path: Path) -> None:
        """No profile is open: a first packet is opened where profiles begin, any other waits for its profile."""
        from desktop.windows.sign_in_window import SignInWindow

        if isinstance(self._program.window, SignInWindow):
            self._program.window.take_packet(path)
            return
        self.waiting = path
        title = translate("Arrivals", "Abra su perfil para traer el paquete")
        words = translate("Arrivals", "«{name}» queda como está. En cuanto abra su perfil se preguntará si lo trae.")
        self.tell(title, words.format(name=path.name))

    def packets_welcome(self, take: TakePacket) -> None:
        """A profile is open: packets go there, and the one that waited is asked about."""
        self.packets = take
        if self.waiting is not None:
            path, self.waiting = self.waiting, None
            self._take_packet(path)
