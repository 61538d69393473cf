"""Checks one file: a PDF or a picture in, a verdict out. All checks run, whatever one of them finds.

For foreign files only inside the worker process (`documents.seal.worker`). No clock but the one passed in; a stopwatch
keeps the bounds of `documents.seal.limits`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from time import perf_counter

from documents.seal.boxes import Box
from documents.seal.copies import Copies
from documents.seal.limits import DEFAULT, Limits
from documents.seal.outcomes import because, outcome_of, worst_first
from documents.seal.pages import OpenPdf, UnreadableFileError, open_pdf
from documents.seal.paper_claims import PaperClaims
from documents.seal.paper_judging import imitates
from documents.seal.pictures import is_picture, open_picture
from documents.seal.reading import Code, read_bottom, read_picture, read_whole
from documents.seal.sealed import judge_part
from documents.seal.seals import ReadSeal, list_remarks, read_seal, trust_mark
from documents.seal.structure import Structure, examine
from documents.seal.trust_list import TrustList
from documents.seal.unsigned import against_copies, against_text, classify
from documents.seal.verdict import CodeKind, CodeMark, FileMark, Reason, ReasonCode, SealedPart, Verdict
from documents.seal.words import Word, words_of

_FIRST_PAGES = 3  # whose text is compared with an unsigned code and with copies
_PDF_WITHIN = 1024  # bytes at the beginning where "%PDF-" must be


@dataclass(slots=True)
class _Findings:
    """What one check has come to so far."""

    trust: TrustList
    now: datetime
    limits: Limits
    begun: float
    reasons: list[Reason] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    parts: list[SealedPart] = field(default_factory=list)
    seals: dict[str, ReadSeal] = field(default_factory=dict)
    pages: int = 0

    @property
    def out_of_time(self) -> bool:
        return perf_counter() - self.begun > self.limits.seconds

    def seal(self, code: Code) -> ReadSeal:
        """Each seal is verified once, however many pages carry it."""
        if code.text not in self.seals:
            self.seals[code.text] = read_seal(code.text, self.trust, self.now, code.page)
        return self.seals[code.text]


def check(
    data: bytes,
    *,
    name: str,
    trust: TrustList,
    now: datetime,
    copies: Copies | None = None,
    limits: Limits = DEFAULT,
) -> Verdict:
    """The verdict on the bytes of a file. Never raises for what is in them."""
    findings = _Findings(trust, now, limits, perf_counter())
    digest = sha256(data).hexdigest()
    try:
        _require_size(data, limits)
        if is_picture(data):
            _check_picture(data, findings)
        else:
            _check_pdf(data, findings, copies)
    except UnreadableFileError as error:
        findings.reasons.append(because(ReasonCode.FILE_UNREADABLE, found=error.code))
    except (MemoryError, RecursionError):
        findings.reasons.append(because(ReasonCode.FILE_UNREADABLE, found="too-much-memory"))
    if copies is not None and not findings.seals and copies.sha256_known(digest):
        findings.reasons.append(because(ReasonCode.SAME_AS_COPY))
    return _concluded(findings, FileMark(name, digest, len(data), findings.pages))


def _require_size(data: bytes, limits: Limits) -> None:
    if not data:
        raise UnreadableFileError("empty")
    if len(data) > limits.file_bytes:
        raise UnreadableFileError("too-large", f"{len(data)} bytes")
    if not is_picture(data) and b"%PDF-" not in data[:_PDF_WITHIN]:
        raise UnreadableFileError("not-a-pdf")


def _check_picture(data: bytes, findings: _Findings) -> None:
    reading = read_picture(open_picture(data, findings.limits))
    findings.pages = 1
    findings.codes += reading.codes
    _judge_codes(findings, unreadable=reading.unreadable)
    for code in reading.codes:
        if classify(code).kind is CodeKind.SEAL:
            _add_part(findings, findings.seal(code), (0,), [because(ReasonCode.NO_TEXT, page=1)])


def _check_pdf(data: bytes, findings: _Findings, copies: Copies | None) -> None:
    with open_pdf(data, findings.limits) as pdf:
        findings.pages = pdf.count
        by_page, unreadable = _read_pages(pdf, findings)
        _judge_codes(findings, unreadable=unreadable)
        if findings.seals:
            _judge_parts(pdf, by_page, findings, examine(data))
        else:
            _judge_unsigned(pdf, findings, copies)


def _read_pages(pdf: OpenPdf, findings: _Findings) -> tuple[list[tuple[Code, ...]], bool]:
    """The codes of each page, and whether there is one that cannot be read."""
    by_page: list[tuple[Code, ...]] = []
    unreadable = False
    for number in range(min(pdf.count, findings.limits.pages)):
        if findings.out_of_time:
            break
        with pdf.page(number) as page:
            found = read_bottom(page)
            # Trying hard costs a second: for the first pages of a long file, not for three hundred of them.
            if not found and (number < _FIRST_PAGES or perf_counter() - findings.begun < findings.limits.seconds / 4):
                reading = read_whole(page, pictures=bool(page.pictures()))
                found, unreadable = reading.codes, unreadable or reading.unreadable
            by_page.append(found)
        findings.codes += found
    if len(by_page) < pdf.count:
        sealed = any(classify(code).kind is CodeKind.SEAL for code in findings.codes)
        why = ReasonCode.NOT_ALL_LOOKED_AT if sealed else ReasonCode.PAGES_LEFT_OUT
        findings.reasons.append(because(why, expected=str(pdf.count), found=str(len(by_page))))
    return by_page, unreadable


def _judge_codes(findings: _Findings, *, unreadable: bool) -> None:
    """What the codes are. Seals are verified here; what follows from them comes with their pages."""
    marks = [classify(code) for code in findings.codes]
    for code, mark in zip(findings.codes, marks, strict=True):
        if mark.kind is CodeKind.SEAL:
            findings.reasons += findings.seal(code).reasons
    if findings.seals:
        return
    for mark in marks:
        findings.reasons.append(
            because(ReasonCode.CODE_WITHOUT_SEAL, found=mark.host or mark.kind.value, page=mark.page)
        )
    if not marks:
        findings.reasons.append(because(ReasonCode.CODE_UNREADABLE if unreadable else ReasonCode.NO_CODE))


def _judge_parts(pdf: OpenPdf, by_page: list[tuple[Code, ...]], findings: _Findings, structure: Structure) -> None:
    findings.reasons += structure.reasons
    for seal, pages in _grouped(by_page, findings):
        if seal is None:
            findings.reasons.append(because(_without_seal(pdf, pages[0], findings), page=pages[0] + 1))
        elif seal.claims is None:
            _add_part(findings, seal, pages, [])
        elif findings.out_of_time:
            looked = str(pages[0])
            findings.reasons.append(because(ReasonCode.NOT_ALL_LOOKED_AT, expected=str(pdf.count), found=looked))
            return
        elif (crowded := _crowded(pages, by_page, findings)) is not None:
            _add_part(findings, seal, pages, [because(ReasonCode.SEALS_SHARE_PAGE, page=crowded + 1)])
        else:
            codes = [by_page[number] for number in pages]
            _add_part(findings, seal, pages, judge_part(pdf, seal.claims, pages, codes, structure))


def _without_seal(pdf: OpenPdf, number: int, findings: _Findings) -> ReasonCode:
    """A page of some other document beside the sealed one, or one that imitates a sealed paper."""
    with pdf.page(number) as page:
        text = page.text()
    papers = (seal.claims for seal in findings.seals.values() if isinstance(seal.claims, PaperClaims))
    imitation = any(imitates(text, claims) for claims in papers)
    return ReasonCode.PAGE_ADDED if imitation else ReasonCode.PAGE_WITHOUT_SEAL


def _crowded(pages: Sequence[int], by_page: Sequence[Sequence[Code]], findings: _Findings) -> int | None:
    """The first of these pages that several documents share."""
    return next((number for number in pages if _share_the_page(by_page[number], findings)), None)


def _share_the_page(codes: Sequence[Code], findings: _Findings) -> bool:
    """Whether several well-sealed documents, or pages of one, stand side by side, each code in a half of its own.

    Their values cannot be told apart by place, so nothing is compared: amber. Two seals in one half contradict each
    other, which is for the comparison to say.
    """
    good = {
        (code.text, index if seal.claims.pages > 1 else 0): code.box
        for index, code in enumerate(codes)
        if (seal := findings.seals.get(code.text)) and seal.claims is not None
    }
    boxes = list(good.values())
    apart = [_apart(one, two) for place, one in enumerate(boxes) for two in boxes[place + 1 :]]
    return bool(apart) and all(apart)


def _apart(one: Box, two: Box) -> bool:
    """At least three widths of a code between them, across or along: as printed two or more to a sheet."""
    wide = max(one.right - one.left, two.right - two.left)
    across = abs((one.left + one.right) - (two.left + two.right)) / 2
    along = abs((one.bottom + one.top) - (two.bottom + two.top)) / 2
    return max(across, along) > 3 * wide


def _grouped(by_page: list[tuple[Code, ...]], findings: _Findings) -> list[tuple[ReadSeal | None, tuple[int, ...]]]:
    """Pages into payslips: those in a row with the same seal, as many as the seal says it has."""
    groups: list[tuple[ReadSeal | None, tuple[int, ...]]] = []
    for number, codes in enumerate(by_page):
        text = next((code.text for code in codes if classify(code).kind is CodeKind.SEAL), None)
        seal = findings.seals[text] if text else None
        last, pages = groups[-1] if groups else (None, ())
        full = last is None or last.claims is None or len(pages) >= last.claims.pages
        if seal is not None and last is seal and not full:
            groups[-1] = (seal, (*pages, number))
        else:
            groups.append((seal, (number,)))
    return groups


def _add_part(findings: _Findings, seal: ReadSeal, pages: Sequence[int], reasons: list[Reason]) -> None:
    code, colour = outcome_of([*seal.reasons, *reasons])
    findings.reasons += reasons
    findings.parts.append(
        SealedPart(pages=tuple(page + 1 for page in pages), code=code, colour=colour, claims=seal.claims, key=seal.key)
    )


def _judge_unsigned(pdf: OpenPdf, findings: _Findings, copies: Copies | None) -> None:
    words: list[Word] = []
    for number in range(min(pdf.count, _FIRST_PAGES)):
        with pdf.page(number) as page:
            words += words_of(page.glyphs(), number, {})
    for code in findings.codes:
        findings.reasons += against_text(classify(code), [word for word in words if word.page == code.page])
    if copies is not None:
        findings.reasons += against_copies(words, copies)


def _concluded(findings: _Findings, file: FileMark) -> Verdict:
    """The verdict; where a signature is broken, only that."""
    reasons = findings.reasons
    false = any(seal.false for seal in findings.seals.values())
    if false:
        reasons = [reason for seal in findings.seals.values() if seal.false for reason in seal.reasons]
    marks = tuple(_silent(classify(code)) if false else classify(code) for code in findings.codes)
    parts = () if false else tuple(findings.parts)
    code, colour = outcome_of(reasons)
    only = parts[0] if len(parts) == 1 else None
    return Verdict(
        code=code,
        colour=colour,
        test_keys=findings.trust.test and bool(findings.seals),
        reasons=worst_first([*reasons, *(list_remarks(findings.trust, findings.now) if findings.seals else ())]),
        parts=parts,
        claims=only.claims if only else None,
        key=only.key if only else None,
        codes=marks,
        trust=trust_mark(findings.trust, findings.now),
        file=file,
        checked=findings.now,
        milliseconds=(perf_counter() - findings.begun) * 1000,
    )


def _silent(mark: CodeMark) -> CodeMark:
    """Without what it says."""
    return CodeMark(mark.kind, "", mark.page)
