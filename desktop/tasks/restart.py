"""Locking: the process ends and a new one begins, because closing a database does not clear memory (requirement S12).

Injectable: whoever locks gets a `Restart`; tests give one that only records.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

Restart = Callable[[], None]


def restart_command(
    arguments: Sequence[str], *, frozen: bool, executable: str, original: Sequence[str], given: int
) -> list[str]:
    """The command that starts the same program again: the packaged one by itself, the tree through its Python.

    `original`: sys.orig_argv, whose last `given` entries are the program's own arguments.
    """
    if frozen:
        return [executable, *arguments]
    return [executable, *original[1 : len(original) - given], *arguments]


def restart_process(arguments: Sequence[str] | None = None) -> NoReturn:
    """Become a new process, with the same arguments or others. Does not return; everything must be closed before."""
    command = restart_command(
        sys.argv[1:] if arguments is None else arguments,
        frozen=bool(getattr(sys, "frozen", False)),
        executable=sys.executable,
        original=sys.orig_argv,
        given=len(sys.argv) - 1,
    )
    if sys.platform == "win32":  # exec there would leave the old window's process as a ghost of the console
        subprocess.Popen(command, close_fds=True)  # noqa: S603 - our own program with our own arguments
        os._exit(0)
    os.execv(command[0], command)  # noqa: S606 - our own program with our own arguments


def forbid_core_dumps() -> None:
    """No image of the memory on disk when the program crashes (S13): on Windows neither an error box nor a report."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
        if getattr(sys, "frozen", False):  # by the program's name, for this user; the uninstaller takes it back
            ctypes.windll.wer.WerAddExcludedApplication(Path(sys.executable).name, False)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: neither dumps nor other processes' debuggers
