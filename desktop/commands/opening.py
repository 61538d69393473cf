"""Opening a profile from the command line, and turning the world's faults into a sentence and an exit code."""

import argparse
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop.commands.exits import Exit
from desktop.commands.speech import NoTerminalError, Speech, read_secret
from desktop.presenters.errors import explain
from storage.errors import ProfileMissingError, StorageError
from storage.layout import is_profile
from storage.profile import Vault, open_profile
from sync.clock import SystemClock
from sync.errors import SyncError

Work = Callable[[argparse.Namespace, Speech], int]


def answering(work: Work) -> Callable[[argparse.Namespace], int]:
    """Wrap a subcommand: gives it a Speech, and says every expected fault in plain words instead of a stack."""

    @functools.wraps(work)
    def run(options: argparse.Namespace) -> int:
        speech = Speech(as_json=options.json)
        try:
            return work(options, speech)
        except (StorageError, SyncError) as fault:
            speech.progress_done()
            told = explain(fault)
            speech.complain(told.code, f"{told.what} {told.safe} {told.todo}".strip())
            return Exit.FAILED
        except NoTerminalError:
            speech.complain("no-password", "Aquí no se puede preguntar la contraseña: indíquela con un descriptor.")
            return Exit.USAGE
        except EOFError:
            speech.complain("no-password", "No llegó la contraseña por el descriptor indicado.")
            return Exit.USAGE
        except KeyboardInterrupt:
            speech.progress_done()
            speech.complain("cancelled", "Se canceló. Lo que ya había llegado queda guardado.")
            return Exit.FAILED

    return run


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Vault]:
    """The vault of `--profile`, unlocked with the local password; its lock is released at the end."""
    if not is_profile(options.profile):  # before anybody types a password for nothing
        raise ProfileMissingError(options.profile)
    password = read_secret("Contraseña de esta computadora: ", options.password_fd)
    vault = open_profile(options.profile, password, now=SystemClock().now())
    try:
        yield vault
    finally:
        vault.close()
