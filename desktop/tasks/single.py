"""One program a person: a second start hands over its files and goes, and the first one shows its window.

A local socket (on Windows a named pipe) that only this user may use, named after the folder of the profiles. It
protects no data: that is the business of each profile's lock. Qt's own sockets, driven by the event loop.
"""

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = b"shown\n"
LONGEST = 256 * 1024  # bytes of one handing over
_HELLO, _PATIENCE = 500, 10_000  # milliseconds: for a first program to be there, to show its window


class SingleProgram(QObject):
    """`asked(paths)` when another start hands over; answer it by `shown()` once the window is there."""

    asked = Signal(list)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = door_of(home)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        self._heard: dict[QLocalSocket, bytes] = {}

    def claim(self) -> bool:
        """Become the one; False where the system gives no door, and then the program runs without."""
        if self._server.listen(self.name):
            return True
        QLocalServer.removeServer(self.name)  # left behind by a crash: nobody answered `hand_over`
        return self._server.listen(self.name)

    def close(self) -> None:
        """Be the one no longer."""
        self._server.close()
        for socket in list(self._heard):
            socket.abort()
        self._sweep()

    def shown(self) -> None:
        """Tell whoever handed over that the window is there."""
        for socket, heard in list(self._heard.items()):
            if heard.endswith(b"\n"):
                socket.write(ANSWER)
                socket.disconnectFromServer()

    # Slots of this object without a socket of their own: a connection to a closure would outlive both.

    def _receive(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._heard[socket] = b""
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._sweep, Qt.ConnectionType.QueuedConnection)
        self._read()

    def _read(self) -> None:
        for socket, heard in list(self._heard.items()):
            if heard.endswith(b"\n") or not socket.bytesAvailable():
                continue
            line = heard + bytes(socket.readAll().data())
            self._heard[socket] = line
            if len(line) > LONGEST:
                socket.abort()
            elif line.endswith(b"\n"):
                self.asked.emit(_paths(line))

    def _sweep(self) -> None:
        for socket in list(self._heard):
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                del self._heard[socket]
                socket.deleteLater()


def hand_over(home: Path, paths: Sequence[Path]) -> bool:
    """Ask a program that runs already to show its window and take these; False when there is none, or it is stuck."""
    socket = QLocalSocket()
    socket.connectToServer(door_of(home))
    if not socket.waitForConnected(_HELLO):
        return False
    _let_it_come_forward()
    socket.write(json.dumps([str(path) for path in paths]).encode() + b"\n")
    heard = b""
    while socket.waitForReadyRead(_PATIENCE):
        heard += bytes(socket.readAll().data())
        if heard == ANSWER:
            return True
    return False


def _let_it_come_forward() -> None:
    """On Windows only the program that the person has just started may show a window in front, or lend that right."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY


def door_of(home: Path) -> str:
    """The name of the socket: in the folder that the system gives to this user alone, where there is one."""
    whose = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    name = f"chasqui-{hashlib.sha256(f'{whose} {home.absolute()}'.encode()).hexdigest()[:16]}"
    if sys.platform == "win32" or (sys.platform.startswith("linux") and not os.environ.get("XDG_RUNTIME_DIR")):
        return (
            name  # Qt would choose a folder of its own and complain aloud; a plain name it lays among temporary files
        )
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return str(Path(folder) / name) if folder else name


def _paths(line: bytes) -> list[Path]:
    with suppress(ValueError):
        words = json.loads(line)
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            return [Path(word) for word in words]
    return []
