"""What can be wrong with a packet.

StickError              .code is stable
  NotAPacketError       "not-a-packet"   another kind of file
  NewerPacketError      "newer"          of a later version of the program
  DamagedPacketError    "damaged"        not what was written: cut short, changed, spoiled by the stick
  ForeignPacketError    "foreign"        nothing in it is for this key
  UntrustedPacketError  "untrusted"      whole, and nobody vouches for who signed it
  PacketLimitError      "too-large"      more inside than anybody would send
      NoCentralKeysError    "no-keys"        the central API's keys are not known here yet
"""


class StickError(Exception):
    """Any of them."""

    code: str = "stick"


class NotAPacketError(StickError):
    """Another kind of file."""

    code = "not-a-packet"


class NewerPacketError(StickError):
    """A later version of the program made it."""

    code = "newer"


class DamagedPacketError(StickError):
    """Not the bytes that were written."""

    code = "damaged"


class ForeignPacketError(StickError):
    """For somebody else, or for another computer."""

    code = "foreign"


class UntrustedPacketError(StickError):
    """Nobody vouches for whoever signed it."""

    code = "untrusted"


class PacketLimitError(StickError):
    """More inside than any packet has."""

    code = "too-large"


class NoCentralKeysError(StickError):
    """There is nobody to seal to, and nobody to believe."""

    code = "no-keys"


class NoKeyInPictureError(StickError):
    """A picture in which no computer's key was found: picture-unreadable, -empty, -blurred, -other, -several."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code
