"""Self-test: an exchange with a central API that somebody started for it. Invented people only: nothing is kept."""

import threading
from pathlib import Path

from desktop.version import VERSION


def health(server: str) -> str:
    """Whether there is a central API, and which."""
    from sync.client import CentralClient
    from sync.clock import SystemClock

    with CentralClient(server, version=VERSION, clock=SystemClock()) as client:
        return f"versión {client.health()}"


def exchange(server: str, user: str, password: str, home: Path) -> str:
    """Sign in, bring everything home into an encrypted profile, exchange again: nothing new."""
    from storage import payslips
    from storage.adoption import adopt_session
    from storage.payslips import PayslipQuery
    from storage.profile import new_profile
    from sync import accounts
    from sync.client import CentralClient
    from sync.clock import SystemClock
    from sync.core.outcome import Updated, UpToDate
    from sync.engine import Engine

    clock = SystemClock()
    with new_profile(home, "Prueba", "cuatro palabras bien raras") as vault:
        with CentralClient(server, version=VERSION, clock=clock) as client:
            signed = accounts.sign_in(client, user, password, None, None, "self-test")
        with vault.cache() as db:
            adopt_session(db, signed.session, signed.person)
        engine = Engine.for_vault(vault, version=VERSION, clock=clock)
        first = engine.run(report=lambda _progress: None, cancelled=threading.Event(), asked=True)
        second = engine.run(report=lambda _progress: None, cancelled=threading.Event(), asked=True)
        if (type(first), type(second)) != (Updated, UpToDate):
            raise RuntimeError(f"{first}, then {second}")
        with vault.cache() as db:
            count = payslips.count_payslips(db, PayslipQuery(year=None, month=None))
    if not count.total or count.held != count.total:
        raise RuntimeError(f"{count.held} of {count.total} payslips came with their document")
    return f"{count.total} boletas con su documento; a la segunda, nada nuevo"
