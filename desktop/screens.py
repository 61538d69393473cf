"""What Qt finds on this computer, for `doctor`: asked in a process of its own, for without a display Qt ends it."""

import json
import os
import sys


def main() -> int:
    """Write one JSON object; anything that goes wrong shows in the exit code and on stderr."""
    from desktop.app import has_display, make_application

    shown = has_display()
    if not shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLocale, qVersion

    app = make_application()
    facts = {
        "qt": qVersion(),
        "qt_platform": app.platformName(),
        "display": shown,
        "locale": QLocale.system().name(),
        "style": app.style().objectName(),
        "screens": [
            {
                "pixels": [screen.size().width(), screen.size().height()],
                "ratio": screen.devicePixelRatio(),
                "dpi": round(screen.logicalDotsPerInch()),
            }
            for screen in app.screens()
        ],
    }
    sys.stdout.write(json.dumps(facts) + "\n")
    return 0
