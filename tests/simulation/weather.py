"""What the network does to one call: which fault comes is drawn from the seed, and each seed has its own weather."""

import gzip
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import format_datetime
from random import Random
from typing import Protocol

from tests.simulation.clocks import Time
from tests.simulation.serving import Answer, Asked

ENDS = ("eof", "reset", "stall")
AIMED = 0.25  # of the seeds: their faults meet one kind of call
USUAL_PLEAS = ("30", "600", "7200")
PORTAL_PAGE = b"<!doctype html><h1>WiFi Plaza</h1><p>Acepte las condiciones para navegar.</p>"


@dataclass(frozen=True, slots=True)
class Stream:
    """What the client gets to read, and how it ends."""

    data: bytes
    end: str  # "open", or one of ENDS
    answer: Answer | None = None  # the office's own, when every byte of it is here as it was sent
    status: int = 0  # what the client is told, when a head is whole


class Mail(Protocol):
    """The office's side of the line."""

    def deliver(self, asked: Asked) -> Answer | None:
        """Let the office handle a request."""

    def keep_copy(self, asked: Asked) -> None:
        """A copy that arrives some other day."""

    def end_access(self) -> None:
        """Every access token is over."""


def plain(mail: Mail, asked: Asked) -> Stream:
    """No fault."""
    return _whole(mail.deliver(asked))


def _whole(answer: Answer | None) -> Stream:
    return Stream(b"", "eof") if answer is None else Stream(answer.bytes(), "open", answer, answer.status)


def _forged(answer: Answer) -> Stream:
    return Stream(answer.bytes(), "open", None, answer.status)


@dataclass
class Weather:
    """The faults of one seed. `rate`: the part of calls that meets one; `aim`: only calls of this method do."""

    rng: Random
    time: Time
    rate: float = 0.0
    kinds: tuple[str, ...] = ()
    aim: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_seed(cls, rng: Random, time: Time) -> "Weather":
        """Swarm testing: a few kinds of faults, from rare to nearly always; some seeds have them all, some the kinds
        that make one another worse."""
        drawn = rng.random()
        if drawn < 0.2:
            kinds = tuple(FAULTS)
        elif drawn < 0.55:
            kinds = rng.choice(CLIMATES)
        else:
            kinds = tuple(rng.sample(tuple(FAULTS), rng.randint(1, 6)))
        aim = rng.choice(("PUT", "PUT", "GET")) if rng.random() < AIMED else ""  # what a filter dislikes
        return cls(rng, time, rng.choice((0.1, 0.25, 0.4, 0.6)), kinds, aim)

    def draw(self, method: str = "") -> str:
        """The name of what happens to the next call; "" for nothing. No `method`: to a connection."""
        if not self.kinds or (self.aim and method != self.aim) or self.rng.random() >= self.rate:
            return ""
        kind = self.rng.choice(self.kinds)
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return kind

    def apply(self, kind: str, mail: Mail, asked: Asked) -> Stream:
        """What the client gets."""
        return FAULTS[kind](self, mail, asked) if kind else plain(mail, asked)


def lost_request(weather: Weather, _mail: Mail, _asked: Asked) -> Stream:
    """The office never hears of it."""
    return Stream(b"", weather.rng.choice(ENDS))


def lost_answer(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """The office has done it, and nobody is told."""
    mail.deliver(asked)
    return Stream(b"", weather.rng.choice(ENDS))


def cut_answer(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """Cut at any byte, of the head or of the body."""
    answer = mail.deliver(asked)
    data = answer.bytes() if answer else b""
    return Stream(data[: weather.rng.randrange(len(data))] if data else b"", weather.rng.choice(ENDS))


def drops(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """The line falls every few kilobytes: what is short passes, what is long is cut."""
    answer = mail.deliver(asked)
    data = answer.bytes() if answer else b""
    holds = weather.rng.randint(600, 3000)
    return _whole(answer) if answer and len(data) <= holds else Stream(data[:holds], weather.rng.choice(ENDS))


def cut_request(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """Some of the body arrives."""
    body = asked.body[: weather.rng.randrange(len(asked.body))] if asked.body else b""
    part = Asked(asked.method, asked.target, asked.headers, body, asked.announced)
    if asked.body:
        mail.deliver(part)
    return Stream(b"", "reset")


def duplicate(_weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """It arrives twice; the second answer comes."""
    mail.deliver(asked)
    return _whole(mail.deliver(asked))


def late(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """It arrives some other day."""
    mail.keep_copy(asked)
    return Stream(b"", weather.rng.choice(ENDS))


def echo(_weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """It arrives now, and a copy of it some other day."""
    mail.keep_copy(asked)
    return plain(mail, asked)


def portal(weather: Weather, _mail: Mail, _asked: Asked) -> Stream:
    """A captive portal, in its three manners."""
    status = weather.rng.choice((200, 302, 511))
    headers = (("location", "http://portal.invalid/"), ("content-type", "text/html"))
    return _forged(Answer(status, headers, b"").bodied(PORTAL_PAGE))


def trouble(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """5xx and the like, before or after the office has done it."""
    if weather.rng.random() < 0.5:
        mail.deliver(asked)
    status = weather.rng.choice((500, 502, 504, 408, 425))
    return _forged(Answer(status, (("content-type", "text/html"),), b"").bodied(b"<h1>Bad Gateway</h1>"))


def pleas(weather: Weather) -> tuple[str | None, ...]:
    """Every form of Retry-After."""
    date = format_datetime(weather.time.true.replace(microsecond=0) + timedelta(seconds=90), usegmt=True)
    past = format_datetime(weather.time.true.replace(microsecond=0) - timedelta(days=2), usegmt=True)
    return None, "30", "0", "999999999", "-5", "1.5", "mañana", "", date, past, "Tue, 99 Foo 2026 00:00:00 GMT"


def busy(weather: Weather, _mail: Mail, _asked: Asked) -> Stream:
    """429 and 503."""
    plea = weather.rng.choice(USUAL_PLEAS if weather.rng.random() < 0.5 else pleas(weather))
    date = format_datetime(weather.time.true.replace(microsecond=0), usegmt=True)
    headers = (("date", date), ("content-type", "text/html"))
    headers += (("retry-after", plea.encode().decode("latin-1")),) if plea is not None else ()
    return _forged(Answer(weather.rng.choice((429, 503)), headers, b"").bodied(b"despues"))


def wrong_length(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """The length says less, or more, than there is."""
    answer = mail.deliver(asked)
    if answer is None or not answer.body:
        return _whole(answer)
    if weather.rng.random() < 0.5:
        return _forged(answer.bodied(answer.body[:-7]))
    longer = answer.having("content-length", str(len(answer.body) + 5))
    return Stream(longer.bytes(), "eof", None, answer.status)


def bad_gzip(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """What calls itself gzip is broken, is none, or is a bomb."""
    answer = mail.deliver(asked)
    if answer is None or not answer.body:
        return _whole(answer)
    body = answer.body if answer.header("content-encoding") == "gzip" else gzip.compress(answer.body, 6, mtime=0)
    at = weather.rng.randrange(len(body))
    broken = (body[:at], body[:at] + bytes([body[at] ^ 0x55]) + body[at + 1 :], answer.body + b"x", BOMB)
    changed = broken[weather.rng.randrange(len(broken))]
    if _reads(changed) == _reads(body):  # a bit that gzip itself does not look at
        return _whole(answer)
    return _forged(answer.having("content-encoding", "gzip").bodied(changed))


def _reads(content: bytes) -> bytes:
    try:
        return gzip.decompress(content) if content is not BOMB else b""
    except (OSError, EOFError, zlib.error):
        return b""


def flip_bit(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """A PDF of the right length and the wrong bytes."""
    answer = mail.deliver(asked)
    if answer is None or answer.header("content-type") != "application/pdf" or not answer.body:
        return _whole(answer)
    body = bytearray(answer.body)
    body[weather.rng.randrange(len(body))] ^= 1
    return _forged(answer.bodied(bytes(body)))


def strip(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """A proxy that drops Range and If-None-Match."""
    return plain(mail, asked.without(b"range").without(b"if-none-match"))


def unmarked(weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """The answer without our header, or under another media type."""
    answer = mail.deliver(asked)
    if answer is None:
        return Stream(b"", "eof")
    bare = answer.without("chasqui-api")
    return _forged(bare if weather.rng.random() < 0.5 else answer.having("content-type", "text/plain"))


def empty_json(_weather: Weather, _mail: Mail, _asked: Asked) -> Stream:
    """An object of ours with nothing in it."""
    headers = (("chasqui-api", "1"), ("content-type", "application/json"))
    return _forged(Answer(200, headers, b"").bodied(b"{}"))


def forged_401(weather: Weather, _mail: Mail, _asked: Asked) -> Stream:
    """Somebody in between who wants a password: looks like ours but for the header."""
    status = weather.rng.choice((401, 403, 407))
    body = {"type": "urn:chasqui:problem:session-ended", "title": "x", "status": status, "code": "session-ended",
            "detail": "Ingrese de nuevo.", "retryable": False}  # fmt: skip
    kind = weather.rng.choice(("application/problem+json", "text/html"))
    return _forged(Answer(status, (("content-type", kind),), b"").bodied(json.dumps(body).encode()))


def forbidden(_weather: Weather, _mail: Mail, asked: Asked) -> Stream:
    """The office's own front refuses this call, in our words: 403, which no wish deserves to end by."""
    body = {"type": "urn:chasqui:problem:not-yours", "title": "No", "status": 403, "code": "not-yours",
            "detail": "No corresponde.", "retryable": False}  # fmt: skip
    headers = (("chasqui-api", "1"), ("content-type", "application/problem+json"))
    return _forged(Answer(403, headers, b"").bodied(json.dumps(body).encode()))


def token_over(_weather: Weather, mail: Mail, asked: Asked) -> Stream:
    """The access token ran out a moment ago."""
    mail.end_access()
    return plain(mail, asked)


BOMB = gzip.compress(b"0" * 6_000_000, 9, mtime=0)
FAULTS: dict[str, Callable[[Weather, Mail, Asked], Stream]] = {
    each.__name__: each
    for each in (
        lost_request, lost_answer, cut_answer, drops, cut_request, duplicate, late, echo, portal, trouble, busy,
        wrong_length, bad_gzip, flip_bit, strip, unmarked, empty_json, forged_401, forbidden, token_over,
    )
}  # fmt: skip
CLIMATES = (
    ("drops", "strip"),  # a thin line behind a proxy
    ("drops",),  # a telephone at the edge of its cell
    ("busy", "cut_answer"),  # pay day
    ("busy",),  # pay day at noon
    ("forbidden", "token_over"),  # an office that mends its doors
    ("late", "echo", "duplicate"),  # a network that remembers
    ("lost_answer", "cut_answer"),  # the back of a valley
    ("portal", "forged_401"),  # the square's WiFi
    ("portal", "lost_answer"),  # the same, from the far bench
    ("empty_json", "unmarked"),  # somebody in between who answers for the office
)
FAULTS |= {"unreachable": lost_request, "impostor": lost_request}  # `network.dial` knows them too
