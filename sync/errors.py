"""What can come between the program and the office. Each has a stable `code` and says whether trying again helps.

    SyncError
    ├─ NetworkConditionError           the world between us and the office; says nothing about the account
    │  ├─ OfflineError                 offline             name not found, refused, unreachable
    │  ├─ StallError                   timeout             no connection within 15 s, or 60 s without a byte
    │  ├─ PortalError                  portal              a page of the network stands where the office should
    │  ├─ ProxyError                   proxy, or proxy-password when it wants to know who asks
    │  ├─ TlsError(flaw)               certificate; -issuer (nobody we trust vouches for it: something in the network
    │  │                               opens what passes), -name (it is somebody else's: another computer answers), and
    │  │                               when our clock may be the one that is wrong -early (not yet valid), -dates
    │  ├─ InterferenceError(step)      interference        an answer that the acceptance gate refuses
    │  │  └─ UnpackError               interference        a packed PDF that does not unpack; it can be had plain
    │  ├─ CutError                     cut                 the connection broke; what had arrived is kept
    │  ├─ ServerTroubleError(status)   server-trouble      5xx
    │  └─ BusyError(retry_after)       busy (503), too-many-attempts (429)
    ├─ StoppedError                    cancelled           the person asked to stop
    ├─ TokenExpiredError               token-expired       answered by refreshing
    ├─ SessionEndedError               session-ended       the person must sign in again; nothing is lost
    ├─ WrongCredentialsError           wrong-credentials
    ├─ WrongCaptchaError               wrong-captcha
    ├─ RefusedError(problem)           refused             any other problem document
    └─ AddressError                    address             neither https nor http on loopback

`detail` is technical text for "Detalles", or the server's own Spanish sentence when a problem document came. The
sentences a person reads live in `desktop.presenters`. The faults of the disk are `storage.errors`.
"""

from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from storage.request_records import OfficeRequest

Flaw = Literal["issuer", "name", "early", "dates"]  # what is wrong with a certificate, where the system says


@dataclass(frozen=True, slots=True)
class Problem:
    """An RFC 9457 document that passed the gate."""

    status: int
    code: str
    detail: str  # the server's Spanish sentence
    retryable: bool
    missing: tuple[str, ...] = ()  # of missing-attachments: sha256 of files that the office does not have
    fields: tuple[tuple[str, str], ...] = ()  # of invalid-legajo: (field, code of documents.legajo_validation)
    request: OfficeRequest | None = None  # as it is now: of changed-meanwhile and already-decided


class SyncError(Exception):
    """Root. `code` is stable; `retryable` says whether the same try may succeed later without the person."""

    code = "sync"
    retryable = False

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    @override
    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


class NetworkConditionError(SyncError):
    """The network's or the server's state: never an authentication failure, a deletion or a success."""

    retryable = True


class OfflineError(NetworkConditionError):
    """No way to the office: `detail` is "name", "refused" or "unreachable"."""

    code = "offline"


class ProxyError(NetworkConditionError):
    """The proxy that this computer is set to go through does not let us: it is gone, of an unknown kind, or refuses."""

    code = "proxy"

    def __init__(self, detail: str = "", *, password: bool = False) -> None:
        super().__init__(detail)
        if password:
            self.code = "proxy-password"


class StallError(NetworkConditionError):
    """Nothing came for too long: `detail` is "name", "connect", "handshake", "send" or "read"."""

    code = "timeout"


class PortalError(NetworkConditionError):
    """The network wants something first (sign-in page, terms)."""

    code = "portal"


class TlsError(NetworkConditionError):
    """The other side could not prove who it is."""

    code = "certificate"

    def __init__(self, detail: str = "", *, flaw: Flaw | None = None) -> None:
        super().__init__(detail)
        if flaw:
            self.code = f"certificate-{flaw}"


class InterferenceError(NetworkConditionError):
    """Something answered that is not the office, or was changed on the way. `step` names the gate's step."""

    code = "interference"

    def __init__(self, step: str, detail: str = "") -> None:
        super().__init__(f"{step}: {detail}" if detail else step)
        self.step = step


class UnpackError(InterferenceError):
    """A packed PDF that does not unpack to what was announced. The same PDF can still be had plain."""


class CutError(NetworkConditionError):
    """The connection ended before the answer did."""

    code = "cut"


class ServerTroubleError(NetworkConditionError):
    """The office, or something before it, answered that it cannot."""

    code = "server-trouble"

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class BusyError(NetworkConditionError):
    """Asked to come back later."""

    def __init__(self, status: int, retry_after: float | None) -> None:
        super().__init__(str(status))
        self.code = "too-many-attempts" if status == 429 else "busy"
        self.retry_after = retry_after  # seconds, clamped; None: the server named no time


class StoppedError(SyncError):
    """The person asked to stop; what had arrived is kept."""

    code = "cancelled"
    retryable = True


class TokenExpiredError(SyncError):
    """The access token is over; the refresh token may not be."""

    code = "token-expired"
    retryable = True


class SessionEndedError(SyncError):
    """The person must sign in again. Nothing is deleted for it."""

    code = "session-ended"


class RefusedError(SyncError):
    """The office refuses this call, in a problem document that passed the gate."""

    code = "refused"

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.retryable = problem.retryable


class WrongCredentialsError(SyncError):
    """User or password is wrong."""

    code = "wrong-credentials"


class WrongCaptchaError(SyncError):
    """The text of the image is wrong or too old."""

    code = "wrong-captcha"


class AddressError(SyncError):
    """Not an address that may be spoken to."""

    code = "address"


def error_of(problem: Problem) -> SyncError:
    """The error that a problem document means. `retryable` of unknown codes is the document's own."""
    known: dict[str, type[SyncError]] = {
        "wrong-credentials": WrongCredentialsError,
        "session-ended": SessionEndedError,
        "token-expired": TokenExpiredError,
        "wrong-captcha": WrongCaptchaError,
    }
    kind = known.get(problem.code)
    return kind(problem.detail) if kind else RefusedError(problem)
