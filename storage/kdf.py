"""From a password to a key: Argon2id, what it may cost, and measuring that cost on this machine."""

import ctypes
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Self

KEY_BYTES = 32
SALT_BYTES = 16
TARGET_SECONDS = (0.5, 1.0)
AIM_SECONDS = 0.65  # a change of password derives twice and has to stay under 1.5 s
MEBIBYTE = 1024  # in KiB, the unit of Argon2


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one derivation takes: memory in KiB, passes over it, lanes."""

    memory_kib: int = 64 * MEBIBYTE
    iterations: int = 3
    lanes: int = 1

    @property
    def acceptable(self) -> bool:
        """Not below the floor (OWASP's minimum for Argon2id), nor so high that a file could hang the program."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.iterations <= self.iterations <= CEILING.iterations
            and self.lanes == 1
        )

    @classmethod
    def calibrated(
        cls, *, measure: Callable[["KdfCost"], float] | None = None, physical_kib: int | None = None
    ) -> Self:
        """A cost that takes 0.5 to 1 s here, with at most a quarter of the memory; never below the floor.

        `measure` gives the seconds that one derivation takes; `physical_kib` the memory of the machine.
        """
        measure = measure or seconds_for
        quarter = (physical_memory_kib() if physical_kib is None else physical_kib) // 4
        memory = max(FLOOR.memory_kib, min(cls().memory_kib, quarter))
        probe = cls(memory, FLOOR.iterations)
        seconds = measure(probe)
        if seconds > TARGET_SECONDS[1]:  # a slow machine: less memory at the fewest passes
            fitting = int(memory * TARGET_SECONDS[1] / seconds)
            return cls(max(FLOOR.memory_kib, fitting), FLOOR.iterations)
        passes = round(FLOOR.iterations * AIM_SECONDS / max(seconds, 1e-6))
        return cls(memory, max(FLOOR.iterations, min(passes, CEILING.iterations)))


FLOOR = KdfCost(19 * MEBIBYTE, 2)
CEILING = KdfCost(1024 * MEBIBYTE, 64)


def derive_key(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes. MemoryError when the machine has not the memory that the cost asks for."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # heavy, and not needed for the first window

    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(secret)


def seconds_for(cost: KdfCost) -> float:
    """Seconds that one derivation takes on this machine, now."""
    start = perf_counter()
    derive_key(b"measure", bytes(SALT_BYTES), cost)
    return perf_counter() - start


if sys.platform == "win32":

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h."""

        _fields_ = (("size", ctypes.c_uint32), ("load", ctypes.c_uint32), ("bytes", ctypes.c_uint64 * 7))

    def physical_memory_kib() -> int:
        """The memory of this machine in KiB; one that does not tell is taken for a machine of 4 GiB."""
        status = _MemoryStatus(size=ctypes.sizeof(_MemoryStatus))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return status.bytes[0] // 1024 or 4 * 1024 * MEBIBYTE

else:

    def physical_memory_kib() -> int:
        """The memory of this machine in KiB."""
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
