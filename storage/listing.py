"""Which profiles there are, before any password. Light on purpose: the first window waits for it.

No key, no cipher and no database is imported from here.
"""

from pathlib import Path

import platformdirs

from storage.envelope import read_envelope
from storage.errors import StorageError
from storage.files import disk_errors
from storage.layout import DEVICE, ENVELOPE, QUEUED, is_profile
from storage.profile_card import ProfileCard


def default_home() -> Path:
    """Where profiles live unless a folder is named."""
    return platformdirs.user_data_path("Chasqui", appauthor=False) / "profiles"


def list_profiles(home: Path) -> tuple[ProfileCard, ...]:
    """Profiles by alias. One whose envelope cannot be read is listed with an empty alias: hiding it would frighten."""
    with disk_errors(home):
        folders = [entry for entry in home.iterdir() if is_profile(entry)] if home.is_dir() else []
    cards = [ProfileCard(str(folder), folder.name, _alias(folder), (folder / QUEUED).is_file()) for folder in folders]
    return tuple(sorted(cards, key=lambda card: (card.alias.casefold(), card.id)))


def _alias(directory: Path) -> str:
    try:
        return read_envelope(directory / ENVELOPE).alias
    except StorageError:
        return ""


def profile_of_device(home: Path, kid: str) -> str:
    """The alias of the profile whose key for memory sticks has this opaque name; "" when there is none such."""
    for card in list_profiles(home):
        noted = Path(card.directory) / DEVICE
        with disk_errors(noted):
            if noted.is_file() and noted.read_text(encoding="ascii", errors="replace").strip() == kid:
                return card.alias
    return ""
