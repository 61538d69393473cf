"""What can be told of the job object without Windows: its layout and what it asks for."""

import ctypes

from documents.worker.job import ExtendedLimits, limits


def test_the_limits_are_laid_out_as_a_64_bit_windows_reads_them() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.process_memory.offset == 112


def test_a_worker_asks_for_bounded_memory_and_no_child() -> None:
    wanted = limits(256 * 2**20)
    assert wanted.process_memory == 256 * 2**20
    assert wanted.basic.processes == 1
    assert wanted.basic.flags == 0x508
