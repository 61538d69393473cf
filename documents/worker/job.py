"""The bound that Windows knows: a job object that the process puts itself into. Nothing to do elsewhere.

Jobs may be nested since Windows 8, so one that the process is in already is no hindrance. The handle is never closed:
the job lives as long as the process. Signatures of kernel32 as winnt.h has them.
"""

import ctypes
import sys

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_FAULT = 0x8, 0x100, 0x400


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION: 144 bytes on a 64-bit Windows."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("most_process_memory", ctypes.c_size_t),
        ("most_job_memory", ctypes.c_size_t),
    )


def limits(memory: int) -> ExtendedLimits:
    """So many bytes committed at most, no child process, and no dialog of the system when it crashes."""
    wanted = ExtendedLimits()
    wanted.basic.flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_FAULT
    wanted.basic.processes = 1
    wanted.process_memory = memory
    return wanted


if sys.platform == "win32":

    def enter_job(memory: int) -> None:
        """Bound this process for the rest of its life. Raises OSError: without the bound no foreign byte is opened."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
            function.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
        kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        job, wanted = kernel.CreateJobObjectW(None, None), limits(memory)
        known = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
        if not (job and known and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())
