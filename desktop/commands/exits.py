"""The exit codes that every subcommand shares."""

from enum import IntEnum


class Exit(IntEnum):
    """What the caller's shell sees."""

    GOOD = 0
    FAILED = 1
    UNDECIDED = 2
    UNREADABLE = 3
    USAGE = 64
