"""What keeps a stick from being written or taken in. Nothing is half done when one of these is raised.

CarryError(code, detail)
  of the stick     stick-gone, stick-full, stick-read-only, stick-spoiled, stick-file-too-big, stick-trouble
  of the packet    not-a-packet, newer, damaged, untrusted, too-large, no-keys (documents.stick.errors)
  of its way       foreign, other-profile (detail: its alias), own (made here, it goes to the office), gap, old,
                   passphrase-needed, passphrase, no-certificate, nothing-here, busy
  of a picture     picture-unreadable, -empty, -blurred, -other, -several (documents.stick.picture), clipboard-empty
"""

from typing import Final

from documents.stick.errors import ForeignPacketError, StickError

OF_THE_STICK: Final = frozenset(
    {"stick-gone", "stick-full", "stick-read-only", "stick-spoiled", "stick-file-too-big", "stick-trouble"}
)


class CarryError(Exception):
    """With a stable code."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def of_packet(error: StickError) -> CarryError:
    """The same code."""
    code = "foreign" if isinstance(error, ForeignPacketError) else error.code
    return CarryError(code, str(error))
