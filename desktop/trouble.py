"""What nobody foresaw: an exception in a slot becomes a calm dialog, never a dead window or silence."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop.presenters.errors import Told, explain

Show = Callable[[Told], None]


def show_box(told: Told) -> None:
    """The dialog with "Detalles", over the active window."""
    from desktop.widgets.dialogs import tell_trouble

    tell_trouble(QApplication.activeWindow(), told)


def install(show: Show = show_box) -> Callable[[], None]:
    """Catch what no slot caught. Returns a function that puts the former hook back."""
    former = sys.excepthook
    showing: list[bool] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            former(kind, error, trace)
            return
        # Names of code only: a message may carry something personal, and this line may end up in a log.
        print(f"{kind.__name__}\n{_frames(trace)}", file=sys.stderr)  # noqa: T201
        if showing:  # a second fault while the first is on the screen: the line above is all that can be done
            return
        showing.append(True)
        try:
            told = explain(error)
            show(Told(told.code, told.what, told.safe, told.todo, f"{told.detail}\n\n{_frames(trace)}"))
        finally:
            showing.clear()

    sys.excepthook = hook

    def restore() -> None:
        sys.excepthook = former

    return restore


def _frames(trace: TracebackType | None) -> str:
    return "\n".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in traceback.extract_tb(trace)[-8:])
