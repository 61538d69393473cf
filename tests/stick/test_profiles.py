"""What a profile keeps for sticks: found by its opaque name, salvaged with the outbox, gone when it is erased."""

import secrets
from pathlib import Path

import pytest

from desktop.tasks.stick_door import StickDoor
from storage.device import own_device
from storage.kdf import FLOOR
from storage.listing import profile_of_device
from storage.profile import erase_profile, new_profile
from storage.stick import carried
from storage.vault import Vault
from sync.clock import SystemClock
from sync.stick.errors import CarryError
from tests.stick.conftest import Clerk, go_up
from tests.sync.office import Desk, Office

LOCAL = "la vicuña cruza el puente"


def test_a_packet_for_another_profile_of_this_computer_says_whose(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    door = StickDoor(paired.vault, paired.clock)
    kid = door.show_key().kid
    down = clerk.bring(stick)
    with new_profile(paired.vault.directory.parent, "Luz", LOCAL, cost=FLOOR) as other:
        theirs = StickDoor(other, paired.clock)
        with pytest.raises(CarryError) as raised:
            theirs.bring(down)
        assert raised.value.code == "foreign", "an alias is told only where there is a profile"
        (other.directory.parent / "ana" / "vault.json").write_bytes((other.directory / "vault.json").read_bytes())
        assert profile_of_device(other.directory.parent, kid) == "Luz"
        with pytest.raises(CarryError) as raised:
            theirs.bring(down)
    assert (raised.value.code, raised.value.detail) == ("other-profile", "Luz")
    assert profile_of_device(paired.vault.directory.parent, secrets.token_hex(16)) == ""


def test_the_key_outlives_a_rebuilt_cache_and_a_salvaged_outbox(vault: Vault) -> None:
    now = SystemClock().now()
    with vault.outbox() as box:
        kid = own_device(box, now).key.public.kid
    vault.rebuild_cache()
    vault.salvage_outbox()
    with vault.outbox() as box:
        assert own_device(box, now).key.public.kid == kid


def test_nothing_that_is_carried_stays_behind_when_a_profile_is_erased(paired: Desk, clerk: Clerk, stick: Path) -> None:
    clerk.bring(stick)
    clerk.take_in(go_up(paired, stick))
    StickDoor(clerk.vault, clerk.clock).show_key()
    with clerk.vault.outbox() as box:
        assert carried(box, "up")
        assert carried(box, "down")
    names = {path.name.split("-")[0] for path in clerk.vault.directory.iterdir()}
    assert {"carried", "device.kid"} <= names
    clerk.vault.close()
    erase_profile(clerk.vault.directory)
    assert not clerk.vault.directory.exists()
