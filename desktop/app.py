"""The program with a window: makes the application, finds the profiles, runs until the last window is gone.

`run` is the ordinary door, `run_demo` the one with an embedded central API and sample people.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import catalogues, trouble
from desktop.bootstrap import Program, Surroundings
from desktop.preferences import load
from desktop.tasks.restart import forbid_core_dumps, restart_process
from desktop.theme import Appearance, Look, load_fonts, theme
from desktop.version import VERSION
from desktop.words import translate
from resources import path
from sync.clock import SystemClock

if TYPE_CHECKING:
    from desktop.windows.credentials_form import Guest

AnswerCaptcha = Callable[[str], str]
DEMO_HOME = Path(".demo")


class SampleLogin(Protocol):
    """What the demo offers: a person who does not exist, with the account to sign in with."""

    @property
    def name(self) -> str:
        """How the row is called."""
        ...

    @property
    def user(self) -> str:
        """The account's user."""
        ...

    @property
    def password(self) -> str:
        """The account's password."""
        ...


def run(home: Path | None = None, given: Sequence[Path] = ()) -> int:
    """Open the window, or show the one that is open already; returns the exit code.

    `home`: folder of the profiles, the system's usual one by default; `given`: files to open.
    """
    from desktop.tasks.reachability import listen
    from storage.listing import default_home

    again = ["--home", str(home)] if home else []  # after a lock nothing is opened a second time
    surroundings = Surroundings(
        home=home or default_home(), clock=SystemClock(), restart=lambda: restart_process(again), listen=listen
    )
    return execute(surroundings, tuple(given), single=True)


def run_demo(
    url: str,
    logins: Sequence[SampleLogin],
    answer_captcha: AnswerCaptcha | None = None,
    unplug: Callable[[], None] | None = None,
    leave: Callable[[], None] = lambda: None,
) -> int:
    """The program on an embedded central API. Without a display: the same journey offscreen, with pictures.

    `answer_captcha`: path of a captcha image -> its text, for the journey that nobody watches; `unplug`: stops the API;
    `leave`: called before a lock replaces this process.
    """
    from desktop.tasks.reachability import silent
    from desktop.windows.credentials_form import Guest

    guests = tuple(Guest(login.name, login.user, login.password) for login in logins)
    if not has_display():
        return _journey(url, guests, answer_captcha, unplug)

    def restart() -> None:
        leave()
        restart_process(_same_port(url))

    surroundings = Surroundings(
        home=DEMO_HOME / "profiles", clock=SystemClock(), restart=restart, listen=silent, server=url, guests=guests
    )
    return execute(surroundings)


def execute(surroundings: Surroundings, given: tuple[Path, ...] = (), *, single: bool = False) -> int:
    """Make the application, start the program, run the event loop. `single`: unless it runs already."""
    forbid_core_dumps()
    preferences = load(surroundings.home)
    app = make_application(preferences.language)
    theme().apply(Look(Appearance(preferences.appearance), preferences.text_size))
    trouble.install()
    if single and _runs_already(surroundings.home, given):
        return 0
    program = Program(surroundings, preferences)
    if single:
        answer_others(program)
    program.start(given)
    app.aboutToQuit.connect(program.shut_down)
    return app.exec()


def _runs_already(home: Path, given: tuple[Path, ...]) -> bool:
    from desktop.tasks.single import hand_over

    return hand_over(home, given)


def answer_others(program: Program) -> None:
    """Another start shows this program's window. Before the first window is there it waits for it."""
    from desktop.tasks.single import SingleProgram

    door = SingleProgram(program.surroundings.home, program)

    def open_here(paths: list[Path]) -> None:
        program.arrivals.raise_window()
        door.shown()  # first: a question about a file may stay open for long
        program.arrivals.take(paths)

    door.asked.connect(lambda paths: program.when_shown(lambda: open_here(paths)))
    door.claim()


def make_application(language: str = catalogues.SPANISH) -> QApplication:
    """The QApplication of this process, dressed: style, fonts, words, icon. Reads files; runs before any window."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Chasqui")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("chasqui")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(path("icons", "chasqui.svg"))))
    app.setQuitOnLastWindowClosed(False)  # a window that follows another must not end the program
    catalogues.install(app, language)
    load_fonts()
    return app


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _same_port(url: str) -> list[str]:
    """Arguments for the process after a lock: the demo's server must come back where, and as, the profile knows it."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--fresh"]
    port = url.rsplit(":", 1)[-1].strip("/")
    return arguments if "--port" in arguments else [*arguments, "--port", port]


def _journey(
    url: str,
    guests: "tuple[Guest, ...]",
    answer_captcha: AnswerCaptcha | None,
    unplug: Callable[[], None] | None,
) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.demo_journey import travel

    print(translate("Demo", "No hay pantalla: se hace el mismo recorrido sin ella y se guardan imágenes."))  # noqa: T201
    return travel(url, guests, answer_captcha, DEMO_HOME, unplug)
