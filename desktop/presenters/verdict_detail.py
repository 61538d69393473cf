"""One verdict as it is shown: title, file, what was signed beside what is seen, each check, what to do. No Qt.

After a broken signature nothing of the content is here, whatever the verdict may carry.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.presenters.formats import clock_time, moment, short_day
from desktop.presenters.trust_words import trust_line
from desktop.presenters.verdict_checks import Check, checks_of
from desktop.presenters.verdict_comparison import Comparison, comparison_of
from desktop.presenters.verdict_reasons import one_line
from desktop.presenters.verdicts import Mark, mark_of, sentences_of, trial_words
from desktop.words import translate
from documents.seal.signed import SignedClaims
from documents.seal.verdict import CodeKind, CodeMark, Verdict, VerdictCode

LONGEST_CODE: Final = 300  # characters of a QR that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictDetail:
    """Everything that is shown of one verdict, in words."""

    mark: Mark
    title: str
    facts: str  # file, when, hash
    trial: str  # "" unless it rests on demonstration keys
    comparison: Comparison | None
    checks: tuple[Check, ...]
    codes: tuple[str, ...]  # what the QRs say, as text
    todo: str
    trust: str
    claims: SignedClaims | None  # for the document redrawn from what is signed


def detail_of(verdict: Verdict, now: datetime) -> VerdictDetail:
    """The words of one verdict, seen from `now`."""
    words = sentences_of(verdict)
    hidden = verdict.code is VerdictCode.FIRMA_FALSA
    return VerdictDetail(
        mark=mark_of(verdict),
        title=words.title,
        facts=facts_line(verdict, now),
        trial=trial_words() if verdict.test_keys else "",
        comparison=None if hidden else comparison_of(verdict),
        checks=checks_of(verdict),
        codes=() if hidden else tuple(_code(mark) for mark in verdict.codes if mark.kind is not CodeKind.SEAL),
        todo=words.todo,
        trust=trust_line(verdict.trust.version, verdict.trust.issued, verdict.trust.age_days, test=verdict.trust.test),
        claims=None if hidden else verdict.claims,
    )


def facts_line(verdict: Verdict, now: datetime) -> str:
    """File, time of the check, short digest: a picture of this page alone proves nothing about another file."""
    parts = [one_line(file_name(verdict.file.path))]
    parts.append(translate("verify", "comprobado {at}").format(at=moment(verdict.checked, now)))
    if verdict.file.sha256:
        parts.append(translate("verify", "huella {digest}").format(digest=short_digest(verdict.file.sha256)))
    return " · ".join(parts)


def file_name(path: str) -> str:
    """The last part of a path of either kind."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def short_digest(sha256: str) -> str:
    """9f2c…e41a"""
    return f"{sha256[:4]}…{sha256[-4:]}" if sha256 else ""


def issued_words(at: datetime) -> str:
    """When a seal was made: 11/11/2026, 12:00"""
    return f"{short_day(at.astimezone().date())}, {clock_time(at)}"


def _code(mark: CodeMark) -> str:
    """What a QR says: text, never something to follow."""
    text = one_line(mark.text, LONGEST_CODE)
    if mark.kind is CodeKind.URL:
        host = one_line(mark.host) or translate("verify", "dirección no válida")
        return translate("verify", "Dirección de {host} (no se abrió): {text}").format(host=host, text=text)
    return translate("verify", "Texto: {text}").format(text=text)
