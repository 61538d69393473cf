"""The same program without a window: for offices, support and tests. No Qt at import.

Every subcommand takes `--json` (one object a line) and exits 0 good, 1 bad verdict or failed work, 2 undecided,
3 unreadable input, 64 wrong usage.
"""

import io
import sys

from desktop.commands.arguments import parse


def run(arguments: list[str]) -> int:
    """Run one subcommand, or open the window when there is none. Returns the exit code."""
    _speak_unicode()
    options = parse(arguments)
    if isinstance(options, int):
        return options
    work = options.work
    code: int = work(options)
    return code


def _speak_unicode() -> None:
    """What goes into a file or to another program is UTF-8, also where Windows would write its old code page."""
    for stream in (sys.stdout, sys.stderr):
        if sys.platform == "win32" and isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
