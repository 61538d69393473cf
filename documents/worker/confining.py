"""What a worker does to itself before the first foreign byte: pipes of its own, bounded memory and files, no network.

Windows bounds memory by a job object (`job`); there limits of files and of the network are left to the system.
"""

import contextlib
import ctypes
import os
import sys

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of sched.h
_INPUT, _OUTPUT = 0, 1


def own_pipes() -> tuple[int, int]:
    """The pipes under numbers of their own: whatever native code prints must not get between the frames."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(_INPUT, os.O_BINARY)
        msvcrt.setmode(_OUTPUT, os.O_BINARY)
    incoming, outgoing = os.dup(_INPUT), os.dup(_OUTPUT)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, _INPUT)
    os.dup2(nowhere, _OUTPUT)
    return incoming, outgoing


def confine(*, memory: int, file_bytes: int = 0) -> None:
    """Bound the address space and what a written file may hold, in bytes; no core dumps, no network."""
    if sys.platform == "win32":
        from documents.worker.job import enter_job

        enter_job(memory)
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower bound is in force already
            resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":
        # Its own, empty network. Refused in some containers: then nothing is lost, since no code here opens a socket.
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
