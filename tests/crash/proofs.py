"""The proofs by name. Each gets an empty folder and how many moments to look at (0: all); it says what it looked at."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from storage.listing import list_profiles
from tests.crash import exchange, sitting
from tests.crash.commits import Acknowledged
from tests.crash.cutting import Count, as_acknowledged, examined, record
from tests.crash.disk import laid_out
from tests.crash.faults import weathered
from tests.crash.migrations import cut_at_every_statement
from tests.crash.shim import Shim
from tests.crash.sitting import bare
from tests.storage import cut

KEY = bytes(range(32))
ALL = 10**9


def plaintext(*places: Path) -> int:
    """How many markers can be read in these files."""
    files = [path for place in places for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file()]
    return sum(marker in content for content in map(Path.read_bytes, files) for marker in sitting.markers())


def told_of(count: Count, **more: Any) -> dict[str, Any]:
    return asdict(count) | more


def power_cut_of_a_sitting(folder: Path, points: int) -> dict[str, Any]:
    """Both files through every deed."""
    profile = folder / "profile"
    profile.mkdir()
    vault = bare(profile, KEY)
    vault.create_files()
    recording = record(profile, lambda: sitting.sit(vault), Shim())
    count = examined(
        recording, folder / "states", lambda state, known: as_acknowledged(bare(state, KEY), known), points or ALL,
        whole=not points,
    )  # fmt: skip
    return told_of(count, plaintext=plaintext(recording.log, profile))


def power_cut_of_an_exchange(folder: Path, points: int) -> dict[str, Any]:
    """A first exchange, payslips in and wishes out; from some states the program goes on with the same office."""
    gone_on = 0
    with exchange.ana(folder) as ana:
        recording = record(ana.desk.vault.directory, ana.desk.run, Shim())
        every = 3 if points else 10

        def look(state: Path, known: Acknowledged) -> None:
            nonlocal gone_on
            as_acknowledged(bare(state, exchange.KEY), known)
            gone_on += 1
            if gone_on % every == 0:
                with exchange.locked(state) as vault:
                    exchange.go_on(ana, vault)

        count = examined(recording, folder / "states", look, points or ALL, whole=not points)
        shown = plaintext(recording.log, ana.desk.vault.directory)
    return told_of(count, gone_on=gone_on // every, plaintext=shown)


def kills_in_an_exchange(folder: Path, points: int) -> dict[str, Any]:
    """kill -9 before the n-th change, for real, again and again on one profile."""
    with exchange.ana(folder) as ana:
        deaths = exchange.kills(ana, Shim(), points)
        return {"deaths": deaths, "requests": len(ana.names), "plaintext": plaintext(ana.desk.vault.directory)}


def faults_of_a_disk(folder: Path, points: int) -> dict[str, Any]:
    """Full, half full, not synced, dead, read-only: met, told, and gone on from."""
    template = folder / "template"
    template.mkdir()
    bare(template, KEY).create_files()
    return dict(weathered(template, lambda where: bare(where, KEY), Shim(), points))


def power_cut_of_a_profile(name: str, folder: Path, points: int) -> dict[str, Any]:
    """Making, renaming, re-keying, rebuilding, migrating, erasing: tests.storage.cut kills, here the power fails."""
    scenario, run = cut.SCENARIOS[name], folder / "run"
    run.mkdir()
    scenario.prepare(run)
    recording = record(run, lambda: scenario.act(run, cut.Countdown()), Shim())
    count = examined(
        recording, folder / "states", lambda state, _known: scenario.check(state), points or ALL, whole=not points
    )
    last = laid_out(recording.start.lost(names=False), folder / "last")
    DONE[name](last)  # what was said to be done is done
    return told_of(count, plaintext=plaintext(recording.log, run))


def power_cuts_of_profiles(folder: Path, points: int) -> dict[str, Any]:
    """All of them."""
    found = {}
    for number, name in enumerate(cut.SCENARIOS):
        (folder / str(number)).mkdir()
        found[name] = power_cut_of_a_profile(name, folder / str(number), points)
    return found


def is_made(folder: Path) -> None:
    assert [card.alias for card in list_profiles(folder)] == ["Rosa"]


def has_new_password(folder: Path) -> None:
    cut.opened(folder, cut.NEW_PASSWORD).close()


def has_new_alias(folder: Path) -> None:
    assert [card.alias for card in list_profiles(folder)] == ["Rosa Elena"]


def is_gone(folder: Path) -> None:
    assert not (cut.profile(folder) / "vault.json").exists()


def is_sound(folder: Path) -> None:
    with cut.opened(folder) as vault:
        assert vault.damaged == ()


DONE: dict[str, Callable[[Path], None]] = {
    "new profile in a folder": is_made, "new profile at home": is_made, "change of password": has_new_password,
    "new alias": has_new_alias, "erasure": is_gone, "rebuilt cache": is_sound, "migration": is_sound,
}  # fmt: skip

PROOFS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "sitting": power_cut_of_a_sitting,
    "exchange": power_cut_of_an_exchange,
    "kills": kills_in_an_exchange,
    "faults": faults_of_a_disk,
    "profiles": power_cuts_of_profiles,
    "migrations": lambda folder, stride: cut_at_every_statement(folder, stride or 1),
}
