"""Everything that can go wrong in the store, as one tree. No sentence for the screen is made here.

StorageError
├── WorldError                 the environment's fault; the person can do something about it
│   ├── WrongPasswordError         .wait: seconds until the next try is let through
│   ├── ThrottledError             .seconds to wait; the password was not even looked at
│   ├── WeakPasswordError          .reason: code of storage.passwords
│   ├── DamagedFileError           .path: not ours, cut short, changed, or under another key; left as it was
│   ├── NewerFileError             .path .found .known: written by a later version of the program; left as it was
│   ├── ProfileBusyError           open elsewhere, or a writer held the file longer than we wait
│   ├── ProfileMissingError        .directory holds no profile
│   ├── ProfileExistsError         .directory holds one already
│   ├── QueueRefusedError          .code: why a wish cannot be queued; it stays a draft
│   ├── NameTakenError             another saved recipe or group has the name; nothing was changed
│   ├── OtherPersonError           the profile is another person's; the session was not kept
│   ├── DiskFullError              nothing of the last step was kept, everything before it was
│   ├── MemoryShortError           the machine has not the memory that the password's key needs
│   ├── DiskTroubleError           the disk or stick failed while reading or writing
│   └── FolderDeniedError          .path may not be read or written
└── BugError                   ours; never shown as the person's fault
"""

from pathlib import Path


class StorageError(Exception):
    """Anything the store raises."""


class WorldError(StorageError):
    """The environment's fault, not the program's."""


class BugError(StorageError):
    """The program's fault: a broken rule between layers."""


class WrongPasswordError(WorldError):
    """The password does not open the envelope. `wait` is how long the next try will be held back, in seconds."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__("the password does not open this profile")
        self.wait = wait


class ThrottledError(WorldError):
    """Too many wrong passwords; this try was not looked at."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds:.0f} s before the next try")
        self.seconds = seconds


class WeakPasswordError(WorldError):
    """The new password is refused. `reason` is one of the codes of `storage.passwords.PROBLEMS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"weak password: {reason}")
        self.reason = reason


class DamagedFileError(WorldError):
    """A file is cut short, changed, encrypted under another key, or not ours. It was left exactly as it was."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path.name} is damaged" + (f": {detail}" if detail else ""))
        self.path = path
        self.detail = detail


class NewerFileError(WorldError):
    """A later version of the program wrote this file. It was left exactly as it was."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"{path.name} has format {found}, this program knows up to {known}")
        self.path = path
        self.found = found
        self.known = known


class ProfileBusyError(WorldError):
    """Another process has the profile open, or a writer held its file longer than we wait."""


class ProfileMissingError(WorldError):
    """The folder holds no profile."""

    def __init__(self, directory: Path) -> None:
        super().__init__("the folder holds no profile")
        self.directory = directory


class ProfileExistsError(WorldError):
    """The folder holds a profile already; it was left alone."""

    def __init__(self, directory: Path) -> None:
        super().__init__("the folder holds a profile already")
        self.directory = directory


class OtherPersonError(WorldError):
    """The profile belongs to another person; the session was not kept."""

    def __init__(self) -> None:
        super().__init__("the profile belongs to another person")


class QueueRefusedError(WorldError):
    """The wish stays a draft. `code`: "request-open" (another open wish is about the same record) or "missing-file"."""

    def __init__(self, code: str = "request-open") -> None:
        super().__init__(f"not queued: {code}")
        self.code = code


class NameTakenError(WorldError):
    """Another saved recipe or group has this name."""


class DiskFullError(WorldError):
    """No room. The last step was undone whole; everything acknowledged before it is there."""


class MemoryShortError(WorldError):
    """This machine has not the memory that deriving the key takes (the profile was made on a larger one)."""


class DiskTroubleError(WorldError):
    """The disk or stick failed while reading or writing: pulled out, bad sector."""


class FolderDeniedError(WorldError):
    """The operating system does not let us read or write here."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no permission on {path.name or path}")
        self.path = path
