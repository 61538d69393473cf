"""A batch as a list: which rows are wanted, how many of each kind, and grouped by person or issuer. Pure, no Qt."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from desktop.presenters.verdict_detail import file_name
from desktop.presenters.verdicts import COLOURS, ORDER
from documents.seal.verdict import Colour, ReasonCode, VerdictCode
from storage.check_records import BatchRow, OfficeWord
from storage.search import fold


class Special(StrEnum):
    """Kinds of rows that no verdict names."""

    REPEATED = "repeated"  # the same bytes more than once in this batch
    DIFFERS = "differs"  # the office's own data say otherwise
    UNCHECKED = "unchecked"


class Grouping(StrEnum):
    """One row a file, or one a person or an issuer."""

    FILES = "files"
    PEOPLE = "people"
    ISSUERS = "issuers"


Verdicts = tuple[VerdictCode, Colour]  # a key that was given up is amber, one that was stolen red
Result = Colour | Verdicts | None


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is wanted. None and "" leave nothing out; `person` and `issuer` are a group that was opened."""

    result: Result = None
    why: ReasonCode | Special | None = None
    text: str = ""
    person: tuple[str, str] | None = None  # document, name
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of each in a batch."""

    files: int = 0
    colours: Counter[Colour] = field(default_factory=Counter)
    codes: Counter[Verdicts] = field(default_factory=Counter)
    reasons: Counter[ReasonCode] = field(default_factory=Counter)
    specials: Counter[Special] = field(default_factory=Counter)
    test: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """What of one person, or one issuer, is in a batch. `key` is what `Sieve` takes."""

    key: tuple[str, str]  # document and name, or "" and the issuer's name
    files: int
    colours: tuple[tuple[Colour, int], ...]  # worst first, those that there are


def repeated(rows: Iterable[BatchRow]) -> frozenset[str]:
    """The digests that more than one file has."""
    found = Counter(row.sha256 for row in rows if row.sha256)
    return frozenset(sha256 for sha256, number in found.items() if number > 1)


def tally_of(rows: Sequence[BatchRow]) -> Tally:
    """Count a batch."""
    twice = repeated(rows)
    specials = Counter(
        {
            Special.REPEATED: sum(row.sha256 in twice for row in rows),
            Special.DIFFERS: sum(row.office is OfficeWord.DIFFERS for row in rows),
            Special.UNCHECKED: sum(row.code is None for row in rows),
        }
    )
    return Tally(
        files=len(rows),
        colours=Counter(row.colour for row in rows if row.colour is not None),
        codes=Counter((row.code, row.colour) for row in rows if row.code is not None and row.colour is not None),
        reasons=Counter(code for row in rows for code in row.reasons),
        specials=+specials,
        test=any(row.test for row in rows),
    )


def sifted(rows: Sequence[BatchRow], sieve: Sieve) -> tuple[BatchRow, ...]:
    """The rows that are wanted, in their order."""
    tests = tuple(_tests(rows, sieve))
    return tuple(row for row in rows if all(test(row) for test in tests)) if tests else tuple(rows)


def _tests(rows: Sequence[BatchRow], sieve: Sieve) -> Iterable[Callable[[BatchRow], bool]]:
    result, why, person, issuer = sieve.result, sieve.why, sieve.person, sieve.issuer
    if isinstance(result, Colour):
        yield lambda row: row.colour is result
    elif result is not None:
        yield lambda row: (row.code, row.colour) == result
    if isinstance(why, ReasonCode):
        yield lambda row: why in row.reasons
    elif why is not None:
        yield _special(rows, why)
    if person is not None:
        yield lambda row: (row.doc_numero, row.person) == person
    if issuer is not None:
        yield lambda row: row.issuer == issuer
    for word in fold(sieve.text).split():
        yield _worded(" " + word)


def _special(rows: Sequence[BatchRow], why: Special) -> Callable[[BatchRow], bool]:
    if why is Special.REPEATED:
        twice = repeated(rows)
        return lambda row: row.sha256 in twice
    if why is Special.DIFFERS:
        return lambda row: row.office is OfficeWord.DIFFERS
    return lambda row: row.code is None


def _worded(word: str) -> Callable[[BatchRow], bool]:
    return lambda row: word in _searched(row.person, row.doc_numero, row.path, row.sha256)


@lru_cache(maxsize=2**15)
def _searched(person: str, doc_numero: str, path: str, sha256: str) -> str:
    """What is looked through, a space before each word; of thousands of rows, again at each letter typed."""
    return " " + fold(f"{person} {doc_numero} {file_name(path)} {sha256[:12]}")


def grouped(rows: Iterable[BatchRow], by: Grouping) -> tuple[Group, ...]:
    """One group a person or an issuer, by name; those of whom nothing signed can be shown together, last."""
    found: dict[tuple[str, str], Counter[Colour]] = {}
    for row in rows:
        key = (row.doc_numero, row.person) if by is Grouping.PEOPLE else ("", row.issuer)
        counts = found.setdefault(key, Counter())
        if row.colour is not None:
            counts[row.colour] += 1
    groups = [
        Group(key, sum(counts.values()), tuple((one, counts[one]) for one in COLOURS if counts[one]))
        for key, counts in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (not group.key[1], fold(group.key[1]), group.key)))


def weight_of(row: BatchRow) -> tuple[int, int, int]:
    """The worst first, then the order of the files; what is not checked yet comes last."""
    if row.colour is None or row.code is None:
        return len(COLOURS), 0, row.position
    return COLOURS.index(row.colour), ORDER[row.code], row.position
