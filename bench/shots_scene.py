"""What the pictures stand on: the day they are taken, the screen, waiting. For `bench.shots`."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer


class PhotoClock:
    """The day the pictures are taken; seconds pass as they do, or waits would never end."""

    def now(self) -> datetime:
        """A Monday morning in Peru."""
        return datetime(2026, 11, 23, 13, 14, tzinfo=UTC)

    def monotonic(self) -> float:
        """As ever."""
        import time

        return time.monotonic()


def settle() -> None:
    """Let readings and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(700, loop.quit)
    loop.exec()


def wait(there: Callable[[], object]) -> None:
    """Run the event loop until it is so; RuntimeError after a minute."""
    loop, timer, end = QEventLoop(), QTimer(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if there() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    timer.start(20)
    end.start(60_000)
    if not there():
        loop.exec()
    if not there():
        raise RuntimeError("a station was not reached")


def seat_screen(folder: Path) -> None:
    """Offscreen has a small square; a dialog fits itself into the screen, so it gets the usual one."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        screen = {"name": "usual", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
        place = folder / "screens.json"
        place.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={place}"
