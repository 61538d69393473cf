"""How one reference API behaves: times, limits, costs. Not where it keeps things (that is the store's address)."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from central.legajo.catalogue import PublishedCatalogue, bundled_catalogue
from central.legajo.papers import PaperMaker
from central.office.reasons import PublishedReasons, bundled_reasons
from central.stick.seat import StickSeat, shipped_seat
from central.trust import PublishedList, bundled_list

CAPTCHA_ALPHABET = "ACDEFHJKLMNPRTUVWXY34679"  # nothing that is easily taken for something else


def read_clock() -> datetime:
    """The server's time, aware."""
    return datetime.now(UTC)


def draw_captcha_text() -> str:
    """Five characters for a captcha image."""
    return "".join(secrets.choice(CAPTCHA_ALPHABET) for _ in range(5))


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """What one Argon2id costs: KiB of memory and passes. The defaults are OWASP's second choice for servers."""

    memory: int = 19_456
    passes: int = 2


CHEAP = PasswordCost(memory=64, passes=1)  # for tests and demonstrations; never for people


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be turned. Times in seconds."""

    captcha: bool = True
    captcha_seconds: int = 300
    captcha_text: Callable[[], str] = draw_captcha_text
    access_seconds: int = 900
    refresh_seconds: int = 400 * 86_400  # people are offline for months; a year and a leave fit
    reset_seconds: int = 2 * 3_600
    reset_pause_seconds: int = 60  # between two mails to the same account
    failures_allowed: int = 5
    first_wait_seconds: int = 30
    longest_wait_seconds: int = 900
    page_size: int = 50
    office_page_size: int = 100  # an office has thousands of people, and mostly a line that is no phone
    next_sync_after: int | None = None
    next_sync_spread: int = 0  # devices come back within so many seconds after that, each at its own time
    mail_folder: Path | None = None
    public_url: str = "http://127.0.0.1:8000"  # what links in mails begin with
    password_cost: PasswordCost = field(default_factory=PasswordCost)
    clock: Callable[[], datetime] = read_clock
    trust_list: PublishedList = field(default_factory=bundled_list)
    legajo_catalogue: PublishedCatalogue = field(default_factory=bundled_catalogue)
    decision_reasons: PublishedReasons = field(default_factory=bundled_reasons)
    upload_seconds: int = 90 * 86_400  # that a file waits for its rest, or for its request
    upload_quota: int = 256 * 2**20  # bytes of one person's uploads at a time
    stick: StickSeat | None = field(default_factory=shipped_seat)  # None: no packets on memory sticks
    opening_seconds: int = 30 * 86_400  # that a first packet under words can pair a computer
    make_paper: PaperMaker | None = None  # None: attending a request for a paper has to wait
