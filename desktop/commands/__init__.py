"""The same program without a window: for offices, support and tests. No Qt at import.

Every subcommand takes `--json` (one object a line) and exits 0 good, 1 bad verdict or failed work, 2 undecided,
3 unreadable input, 64 wrong usage.
"""

from desktop.commands.arguments import parse


def run(arguments: list[str]) -> int:
    """Run one subcommand, or open the window when there is none. Returns the exit code."""
    options = parse(arguments)
    if isinstance(options, int):
        return options
    work = options.work
    code: int = work(options)
    return code
