"""Payslips that are nearly alike, so that a bundle of them pays, and what stands in a bundle."""

import hashlib
import struct
from typing import Any

import zstandard

from documents.thin import PLAIN
from storage import payslips
from tests.sync.office import Desk, Office, make_payslip

COMMON = hashlib.shake_256(b"what payslips have in common").digest(30_000)


def draw_alike(payslip: Any) -> bytes:
    """30 kB that do not compress by themselves and are the same in all, and 700 that differ."""
    own = hashlib.shake_256(f"{payslip.id} {payslip.liquido}".encode()).digest(700)
    return b"%PDF-1.7\n" + COMMON + own


def publish_alike(office: Office, *numbers: int) -> None:
    office.publisher.publish_payslips([make_payslip(number) for number in numbers], draw=draw_alike)


def held_alike(desk: Desk, count: int) -> set[int]:
    """Which of the first `count` payslips have their PDF here, whole and right."""
    drawn = {number: draw_alike(make_payslip(number)) for number in range(count)}
    with desk.vault.cache() as db:
        return {
            number
            for number, content in drawn.items()
            if payslips.pdf_bytes(db, hashlib.sha256(content).hexdigest()) == content
        }


def record(content: bytes, *, name: bytes | None = None, size: int | None = None) -> bytes:
    """One PDF as a bundle has it."""
    digest = hashlib.sha256(content).digest() if name is None else name
    said = len(content) if size is None else size
    return digest + struct.pack(">II", said, said + 1) + bytes([PLAIN]) + content


def packed(*records: bytes, magic: bytes = b"CHQBND2\n") -> bytes:
    """A bundle of these."""
    return zstandard.ZstdCompressor(level=3).compress(magic + b"".join(records))
