"""What a page may use once a profile is open. Nothing else reaches the pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from storage.profile import Vault
    from sync.clock import Clock


@dataclass(frozen=True, slots=True)
class Opened:
    """One opened profile: the vault, the background pool that reads it, and the clock."""

    vault: "Vault"
    desk: "Desk"
    clock: "Clock"
