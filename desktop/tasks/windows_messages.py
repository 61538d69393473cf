"""A window of Windows that is never shown and passes on what the system tells every window. Nothing to do elsewhere.

Qt has windows too, but what arrives there passes through Python for each movement of the mouse. Signatures as winuser.h
and wtsapi32.h have them. To be made and stopped on the thread that runs Qt's event loop, which delivers the messages.
"""

import ctypes
import sys
from collections.abc import Callable

WINDOW_CLASS = "ChasquiSession"
_CLOSE = 0x0010  # WM_CLOSE

if sys.platform == "win32":
    from contextlib import suppress
    from ctypes import wintypes

    _MESSAGE = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    _PROCEDURE = ctypes.WINFUNCTYPE(ctypes.c_ssize_t, *_MESSAGE)

    class _Class(ctypes.Structure):
        """WNDCLASSW."""

        _fields_ = (
            ("style", wintypes.UINT), ("procedure", _PROCEDURE), ("class_extra", ctypes.c_int),
            ("window_extra", ctypes.c_int), ("instance", wintypes.HINSTANCE), ("icon", wintypes.HICON),
            ("cursor", wintypes.HANDLE), ("background", wintypes.HBRUSH), ("menu", wintypes.LPCWSTR),
            ("name", wintypes.LPCWSTR),
        )  # fmt: skip

    def listen(hear: Callable[[int, int], None]) -> Callable[[], None]:
        """Tell `hear` the number and the first word of every message; what is returned ends it. Raises OSError."""
        user = ctypes.WinDLL("user32", use_last_error=True)
        sessions = ctypes.WinDLL("wtsapi32")
        sessions.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
        sessions.WTSUnRegisterSessionNotification.argtypes = user.DestroyWindow.argtypes = (wintypes.HWND,)
        user.DefWindowProcW.argtypes = _MESSAGE
        user.DefWindowProcW.restype = ctypes.c_ssize_t
        instance = _instance()

        def receive(window: int, message: int, first: int, second: int) -> int:
            if message == _CLOSE:  # taskkill tells it every window; this one goes with the profile and not before
                return 0
            with suppress(Exception):  # nothing may be raised into Windows
                hear(message, first)
            answer: int = user.DefWindowProcW(window, message, first, second)
            return answer

        procedure = _PROCEDURE(receive)
        known = _Class(procedure=procedure, instance=instance, name=WINDOW_CLASS)
        window = _make(user, known)
        sessions.WTSRegisterSessionNotification(
            window, 0
        )  # NOTIFY_FOR_THIS_SESSION; refused: power is told all the same

        def stop() -> None:
            nonlocal window
            if window:
                sessions.WTSUnRegisterSessionNotification(window)
                user.DestroyWindow(window)
                user.UnregisterClassW(WINDOW_CLASS, instance)
                window = None
            _ = procedure  # lives as long as the window that calls it

        return stop

    def _instance() -> int | None:
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetModuleHandleW.restype = wintypes.HMODULE
        kernel.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)
        handle: int | None = kernel.GetModuleHandleW(None)
        return handle

    def _make(user: ctypes.WinDLL, known: _Class) -> int | None:
        """Of the top level, for what is told of power goes to no other; without a size and never shown."""
        user.RegisterClassW.argtypes = (ctypes.POINTER(_Class),)
        user.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HINSTANCE)
        user.CreateWindowExW.restype = wintypes.HWND
        user.CreateWindowExW.argtypes = (
            wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_int, ctypes.c_int,
            ctypes.c_int, ctypes.c_int, wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
        )  # fmt: skip
        user.RegisterClassW(ctypes.byref(known))
        window: int | None = user.CreateWindowExW(
            0,
            WINDOW_CLASS,
            WINDOW_CLASS,
            0x80000000,
            0,
            0,
            0,
            0,
            None,
            None,
            known.instance,
            None,  # WS_POPUP
        )
        if not window:
            raise ctypes.WinError(ctypes.get_last_error())
        return window
