"""`sync`: one exchange with the central API, to its end or to the first condition."""

import argparse
import signal
import threading
from dataclasses import asdict
from types import FrameType

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.sync_progress import detail_words, outcome_words, stage_words
from desktop.version import VERSION
from sync.clock import SystemClock
from sync.engine import Engine, Outcome, Progress, Updated, UpToDate


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser("sync", help="trae lo nuevo del servicio central")
    add_common(parser)
    parser.add_argument("--server", metavar="URL", help="otra dirección del servicio, solo por esta vez")
    parser.set_defaults(work=answering(_sync))


def _sync(options: argparse.Namespace, speech: Speech) -> int:
    cancelled = threading.Event()

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        cancelled.set()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        with opened(options) as vault:
            engine = Engine.for_vault(vault, version=VERSION, clock=SystemClock(), server=options.server)

            def report(progress: Progress) -> None:
                speech.progress(f"{stage_words(progress)} {detail_words(progress)}")

            outcome = engine.run(report=report, cancelled=cancelled, asked=True)
    finally:
        signal.signal(signal.SIGINT, before)
    speech.progress_done()
    speech.tell(outcome_words(outcome), outcome=_name(outcome), **asdict(outcome))
    return Exit.GOOD if isinstance(outcome, (UpToDate, Updated)) else Exit.FAILED


def _name(outcome: Outcome) -> str:
    words = {"UpToDate": "up-to-date", "SessionNeeded": "session-needed"}
    name = type(outcome).__name__
    return words.get(name, name.lower())
