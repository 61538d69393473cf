"""Writes build/windows/chasqui.ico from the program's SVG. Run after the icon changed: `python build/make_icon.py`."""

import io
import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 24, 32, 48, 64, 256)


def main() -> None:
    """Each size drawn for itself."""
    application = QGuiApplication([])
    icon = QIcon(str(ROOT / "resources" / "icons" / "chasqui.svg"))
    drawn = []
    for size in SIZES:
        written = QBuffer()
        written.open(QIODevice.OpenModeFlag.WriteOnly)
        icon.pixmap(size, size).save(written, "PNG")
        drawn.append(Image.open(io.BytesIO(written.data().data())).convert("RGBA"))
    target = ROOT / "build" / "windows" / "chasqui.ico"
    drawn[-1].save(target, sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])
    application.quit()


if __name__ == "__main__":
    main()
