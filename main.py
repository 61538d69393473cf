"""Chasqui: arguments -> the window or a subcommand. Besides tests, the only importer of both the client and central."""

import sys
from importlib.util import find_spec


def main(arguments: list[str]) -> int:
    """Run the program; returns the process's exit code."""
    if arguments[:1] == ["--seal-worker"]:  # documents.seal.worker starts the frozen program so
        from documents.seal.worker_process import main as work

        return work()
    if arguments[:1] == ["--document-worker"]:  # documents.worker.errands starts the frozen program so
        from documents.worker.process import main as run_errands

        return run_errands()
    if arguments[:1] == ["--demo"] and find_spec("central"):  # the package is made without it
        from central.demo import Demo
        from desktop.app import run_demo

        with Demo.from_arguments(arguments[1:]) as demo:
            return run_demo(demo.url, demo.logins, demo.answer_captcha, demo.unplug, demo.leave)
    from desktop.commands import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
