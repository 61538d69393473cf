"""What can go wrong with a seal or a trust list.

    SealError
      MalformedSealError     the text is not a BP1 seal, or not in its one allowed form (`reason` is a code)
      UnknownIssuerError     nobody in the trust list has this kid: not a forgery, just unknown
      BadSignatureError      a known kid, but not its signature
        WrongIssuerError     signed by a known key that speaks for somebody else than the seal names
      TrustListError         a trust list that is not to be used (`code`: one of TrustListTrouble)
      IssuingError           this payslip cannot be sealed as it is

The sentences are for logs; what a person reads is written where the verdict is shown.
"""

from enum import StrEnum


class SealError(Exception):
    """Anything about seals and trust lists that is refused."""


class MalformedSealError(SealError):
    """Not a seal in its one allowed form. `reason` is a stable code such as "base45" or "duplicate-key"."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class UnknownIssuerError(SealError):
    """No key of the trust list has this kid."""

    def __init__(self, kid: bytes) -> None:
        super().__init__(kid.hex())
        self.kid = kid


class BadSignatureError(SealError):
    """A known kid, but no key with that kid and that algorithm made this signature."""


class WrongIssuerError(BadSignatureError):
    """The key is good, but it is not the key of the issuer that the claims name."""


class TrustListTrouble(StrEnum):
    """Why a trust list is refused."""

    MALFORMED = "malformed"
    UNKNOWN_ROOT = "unknown-root"
    BAD_SIGNATURE = "bad-signature"
    ROLLBACK = "rollback"  # older than, or another list of the same version as, the one in use
    OTHER_WORLD = "other-world"  # a test list where a real one is in use, or the reverse


class TrustListError(SealError):
    """A trust list that is not used; the one in use stays. `code` is stable."""

    def __init__(self, code: TrustListTrouble, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code


class IssuingError(SealError):
    """The payslip cannot be sealed by this key, or what was printed did not pass its own check."""
