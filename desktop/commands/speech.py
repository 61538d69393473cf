"""What a subcommand says: sentences for people, or one JSON object a line. And how it reads passwords."""

import getpass
import json
import os
import sys
import warnings
from typing import TextIO


class NoTerminalError(EOFError):
    """Nobody can be asked for a password here, and no descriptor was named."""


class Speech:
    """Speaks to stdout; progress goes to stderr so that it never mixes with results."""

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = as_json
        self._out: TextIO | None = out or sys.stdout  # None: a program of Windows without a terminal
        self._err: TextIO | None = err or sys.stderr
        self._shown = 0  # characters of the progress line

    def tell(self, sentence: str, **facts: object) -> None:
        """One result: the sentence for a person, the facts for a program."""
        line = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), default=str) if self.as_json else sentence
        print(line, file=self._out, flush=True)

    def progress(self, sentence: str) -> None:
        """How far it is; only on a terminal, rewritten in place."""
        if not self.as_json and self._err is not None and self._err.isatty():
            # Blanks over what stood there: not every terminal of Windows knows the code that clears a line.
            self._err.write(f"\r{'':<{self._shown}}\r{sentence}")
            self._err.flush()
            self._shown = len(sentence)

    def progress_done(self) -> None:
        """Clear the progress line."""
        if self._shown:
            self.progress("")

    def complain(self, code: str, sentence: str) -> None:
        """A failure, on stderr for people and on stdout as JSON for programs."""
        if self.as_json:
            self.tell(sentence, error=code, message=sentence)
        else:
            print(sentence, file=self._err, flush=True)


def read_secret(prompt: str, descriptor: int | None) -> str:
    """A password from a file descriptor (its first line) or from the terminal without echo; never from an argument.

    Raises EOFError when the descriptor has nothing to give, NoTerminalError when there is nobody to ask.
    """
    if descriptor is None:
        return _ask_unseen(prompt)
    line = bytearray()
    # Byte by byte: a buffered reader would swallow the next password when two share a descriptor.
    while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
        line += byte
    if not line and not byte:
        raise EOFError(f"nothing to read on descriptor {descriptor}")
    return line.decode().rstrip("\r")


def _ask_unseen(prompt: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
        try:
            return getpass.getpass(prompt)
        except getpass.GetPassWarning as shown:
            raise NoTerminalError("no terminal") from shown
