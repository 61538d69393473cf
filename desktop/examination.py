"""What a help desk needs to know of this computer and this installation, and nothing about the person.

No aliases, no paths, no addresses, no names of files: whether things are there, how many, how old, how much room.
Each group of facts is asked for by itself; one that fails says so in its place and does not stop the others.
"""

import json
import os
import platform
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.version import VERSION
from desktop.worker_trial import trial

if TYPE_CHECKING:
    from storage.profile import Vault

Facts = Mapping[str, object]
PATIENCE = 60  # seconds for Qt to answer in its own process


def examine(home: Path, now: datetime, vault: "Vault | None") -> dict[str, Facts]:
    """Every group of facts, by name, in the order in which they are told."""
    groups: tuple[tuple[str, Callable[[], Facts]], ...] = (
        ("program", _program),
        ("computer", lambda: _computer(now)),
        ("screen", _screen),
        ("libraries", _libraries),
        ("folder", lambda: _folder(home)),
        ("profiles", lambda: _profiles(home, now)),
        ("trust", lambda: _trust(vault, now)),
        ("workers", lambda: trial(now)),
    )
    found = {name: _attempt(group) for name, group in groups}
    if vault is not None:
        found["profile"] = _attempt(lambda: _profile(vault, now))
    return found


def _attempt(group: Callable[[], Facts]) -> Facts:
    try:
        return group()
    except Exception as fault:  # noqa: BLE001 - an examination reports what is wrong and goes on
        return {"error": type(fault).__name__}  # its words may hold a path


def _program() -> Facts:
    return {"version": VERSION, "packaged": bool(getattr(sys, "frozen", False)), "python": platform.python_version()}


def _computer(now: datetime) -> Facts:
    from storage.kdf import physical_memory_kib

    return {
        "system": platform.system(), "release": platform.release(), "machine": platform.machine(),
        "processors": os.cpu_count(), "memory_mb": physical_memory_kib() // 1024,
        "language": os.environ.get("LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG", ""),
        "utc_offset": now.astimezone().strftime("%z"),
    }  # fmt: skip


def _screen() -> Facts:
    """Asked in a process of its own: where no window can be shown Qt ends the process that asks."""
    from desktop.tasks.restart import restart_command

    command = restart_command(
        ["doctor", "--screens"], frozen=bool(getattr(sys, "frozen", False)), executable=sys.executable,
        original=[sys.executable, str(Path(__file__).resolve().parents[1] / "main.py")], given=0,
    )  # fmt: skip
    told = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)  # noqa: S603
    if told.returncode:
        return {"error": "no-window", "exit": told.returncode}
    facts: Facts = json.loads(told.stdout)
    return facts


def _libraries() -> Facts:
    from cryptography.hazmat.backends.openssl import backend

    from storage.connection import library_versions

    cipher, sqlite, provider = library_versions()
    return {
        "sqlcipher": cipher, "sqlite": sqlite, "sqlcipher_openssl": provider,
        "cryptography_openssl": backend.openssl_version_text(), "tls": ssl.OPENSSL_VERSION,
    }  # fmt: skip


def _folder(home: Path) -> Facts:
    from storage.listing import default_home

    there = next((place for place in (home, *home.parents) if place.exists()), home)
    return {
        "exists": home.is_dir(), "usual_place": home == default_home(), "writable": os.access(there, os.W_OK),
        "free_mb": shutil.disk_usage(there).free // 10**6,
    }  # fmt: skip


def _profiles(home: Path, now: datetime) -> Facts:
    from desktop.preferences import load
    from storage.layout import CACHE, OUTBOX
    from storage.listing import list_profiles

    cards, chosen = list_profiles(home), load(home)
    return {
        "count": len(cards), "unreadable": sum(not card.alias for card in cards),
        "each": [
            {
                "cache_mb": _megabytes(Path(card.directory, CACHE)),
                "outbox_mb": _megabytes(Path(card.directory, OUTBOX)),
                "untouched_days": _age(Path(card.directory, CACHE), now), "waiting": chosen.waiting.get(card.id, 0),
            }
            for card in cards
        ],
        "text_size": chosen.text_size, "appearance": chosen.appearance, "lock_minutes": chosen.lock_minutes,
        "server_known": bool(chosen.server),
    }  # fmt: skip


def _megabytes(file: Path) -> float | None:
    return round(file.stat().st_size / 1e6, 1) if file.exists() else None


def _age(file: Path, now: datetime) -> int | None:
    """Days since the file changed, or its journal did."""
    times = [part.stat().st_mtime for part in (file, file.with_name(f"{file.name}-wal")) if part.exists()]
    return max(0, int((now.timestamp() - max(times)) / 86400)) if times else None


def _trust(vault: "Vault | None", now: datetime) -> Facts:
    from documents.seal.trust import bundled
    from storage.trust import trust_in_use

    shipped = bundled()
    if vault is None:
        used = shipped
    else:
        with vault.cache() as db:
            used = trust_in_use(db)
    return {
        "version": used.version, "age_days": (now - used.issued).days, "out_of_date": now > used.next_update,
        "issuers": len(used.issuers), "test": used.test, "shipped_version": shipped.version,
    }  # fmt: skip


def _profile(vault: "Vault", now: datetime) -> Facts:
    """What only an opened profile tells; still nothing about the person."""
    from storage import cache, outbox, payslips
    from storage.payslips import PayslipQuery

    with vault.cache() as db:
        mark, retry, count = cache.sync_mark(db), cache.retry_mark(db), payslips.count_payslips(db, PayslipQuery())
        session, pending = cache.session(db), outbox.pending_count(db)
    return {
        "synced_days_ago": (now - mark.succeeded_at).days if mark.succeeded_at else None,
        "blocked_by": retry.condition if retry else None, "session": bool(session and session.refresh_token),
        "payslips": count.total, "held": count.held, "pending": pending,
        "damaged": [path.name for path in vault.damaged],
    }  # fmt: skip
