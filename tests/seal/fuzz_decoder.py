"""`python -m tests.seal.fuzz_decoder [--seconds 20] [--seed 1]`: valid seals and lists, changed at random.

Whatever comes out of a changed text must be one of the refusals that callers know, within the time of one input; and
nothing but the issuer's own text may verify. Prints how many inputs it tried, and which refusals they met.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from documents.seal import base45, codec, cose
from documents.seal.claims import without_lines
from documents.seal.errors import BadSignatureError, MalformedSealError, TrustListError, UnknownIssuerError
from documents.seal.signatures import Algorithm
from documents.seal.signed import read_claims, write_claims
from documents.seal.trust import read_trust_list, write_trust_list
from tests.documents.people import SAMPLES
from tests.seal.sealed_papers import NAMES, paper_claims
from tests.seal.sealing import ROOT, ROOTS, claims, issuer_key, trusting

SLOWEST = 0.25  # seconds of processor time for one input
INTERESTING = bytes.fromhex(
    "00 01 17 18 19 1a 1b 1f 20 38 40 57 58 5f 60 78 7f 80 84 9b 9f a0 a2 bb bf c0 d2 d8 f4 f5 f6 f7 f9 fb ff"
)
KEYS = (issuer_key(), issuer_key(2, Algorithm.ESP256))
TRUST = trusting(*KEYS)


@dataclass(frozen=True, slots=True)
class Target:
    """One way in: what it is called with, what it does, what it may refuse with."""

    name: str
    seeds: tuple[bytes, ...]
    run: Callable[[bytes], str]


def _verify_text(data: bytes) -> str:
    text = data.decode("latin-1")
    try:
        codec.verify(codec.parse(text), TRUST)
    except MalformedSealError as refused:
        return refused.reason
    except (BadSignatureError, UnknownIssuerError) as refused:
        return type(refused).__name__
    if text not in GENUINE:
        raise AssertionError(f"another text verifies: {text}")
    return "verified"


def _verify_bytes(data: bytes) -> str:
    return _verify_text(codec.PREFIX.encode() + base45.encode(data).encode())


def _read_signed(data: bytes) -> str:
    """As if the issuer itself had signed it: what is read must be what would be written."""
    try:
        read = read_claims(data)
    except MalformedSealError as refused:
        return refused.reason
    if write_claims(read) != data:
        raise AssertionError(f"a second form of the same claims: {data.hex()}")
    return "read"


def _read_list(data: bytes) -> str:
    """As if the root itself had signed it."""
    try:
        read_trust_list(cose.seal(data, ROOT.private, ROOT.kid), ROOTS)
    except TrustListError as refused:
        return refused.code.value
    return "read"


SEALED = (*(claims(payslip) for payslip in SAMPLES.values()), *map(paper_claims, NAMES))
TEXTS = tuple(codec.sign(each, key) for each in (*SEALED, without_lines(SEALED[1])) for key in KEYS)
GENUINE = frozenset(TEXTS)
TARGETS = (
    Target("text", tuple(text.encode() for text in TEXTS), _verify_text),
    Target("message", tuple(base45.decode(text[4:]) for text in TEXTS), _verify_bytes),
    Target("claims", tuple(write_claims(each) for each in SEALED), _read_signed),
    Target("list", (cose.unseal(write_trust_list(replace(TRUST, version=300), ROOT), 10**6).payload,), _read_list),
)


def _with_bit(work: bytearray, at: int, chance: random.Random) -> None:
    if at < len(work):
        work[at] ^= 1 << chance.randrange(8)


def _with_byte(work: bytearray, at: int, chance: random.Random) -> None:
    work[at : at + 1] = bytes([chance.choice(INTERESTING)])


def _with_more(work: bytearray, at: int, chance: random.Random) -> None:
    work[at:at] = bytes([chance.choice(INTERESTING)])


def _with_less(work: bytearray, at: int, chance: random.Random) -> None:
    del work[at : at + chance.randrange(1, 9)]


def _with_echo(work: bytearray, at: int, chance: random.Random) -> None:
    work[at:at] = work[at : at + chance.randrange(1, 40)]


def _with_nest(work: bytearray, at: int, chance: random.Random) -> None:
    work[at:at] = bytes([chance.choice(b"\x81\xa1\xd2\xc2")]) * chance.randrange(1, 60)


def _with_noise(work: bytearray, at: int, chance: random.Random) -> None:
    work[at : at + 8] = chance.randbytes(8)


CHANGES = (_with_bit, _with_byte, _with_more, _with_less, _with_echo, _with_nest, _with_noise)


def changed(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """A few changes of the kinds that parsers get wrong; now and then the end of another seed."""
    work = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        chance.choice(CHANGES)(work, chance.randrange(len(work) + 1), chance)
    if not chance.randrange(8):
        other = chance.choice(others)
        work[chance.randrange(len(work) + 1) :] = other[chance.randrange(len(other)) :]
    return bytes(work)


def fuzz(seconds: float, seed: int, most: int = sys.maxsize) -> Counter[str]:
    """What was met. Raises AssertionError, or whatever the decoder let out."""
    chance = random.Random(seed)  # noqa: S311  # inputs that can be had again
    met: Counter[str] = Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end and met.total() < most:
        target = chance.choice(TARGETS)
        data = changed(chance.choice(target.seeds), target.seeds, chance)
        began = time.process_time()
        try:
            outcome = target.run(data)
        except BaseException:
            sys.stderr.write(f"{target.name} {data.hex()}\n")
            raise
        spent = time.process_time() - began
        if spent > SLOWEST:
            raise AssertionError(f"{spent:.2f} s for {target.name} {data.hex()}")
        met[f"{target.name}: {outcome}"] += 1
    return met


def main(arguments: list[str]) -> int:
    """Run for so long and say what was met."""
    parser = argparse.ArgumentParser(prog="python -m tests.seal.fuzz_decoder")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    met = fuzz(chosen.seconds, chosen.seed)
    lines = [f"{count:8,} {outcome}" for outcome, count in sorted(met.items())]
    sys.stdout.write("\n".join([*lines, f"{met.total():8,} inputs"]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
