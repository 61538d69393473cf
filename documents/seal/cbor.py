"""CBOR in its one deterministic form (RFC 8949, 4.2.1), read and written.

Reading walks the bytes first and refuses whatever is not the shortest, definite, sorted form, before anything is built
from them; then cbor2 builds the value, and writing that value again must give the same bytes. Two ways of reading
that disagree are an error here, not an opportunity.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

import cbor2

from documents.seal.errors import MalformedSealError

Value: TypeAlias = "int | bytes | str | bool | list[Value] | dict[int | str, Value] | None"

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = range(8)
_CONSTANTS: Final = {20, 21, 22}  # false, true, null
_WIDTHS: Final = {24: 1, 25: 2, 26: 4, 27: 8}
_LEAST: Final = {24: 24, 25: 1 << 8, 26: 1 << 16, 27: 1 << 32}  # below it a shorter form exists


@dataclass(frozen=True, slots=True)
class Limits:
    """What a message may be, at most."""

    size: int  # bytes
    depth: int  # containers inside each other
    items: int  # members of one array or map


def encode(value: Value) -> bytes:
    """The deterministic form: shortest numbers, definite lengths, map keys in the order of their bytes."""
    return cbor2.dumps(_sorted(value))


def decode(data: bytes, limits: Limits) -> Value:
    """The value of exactly these bytes. Raises MalformedSealError with the rule that was broken as its reason."""
    if len(data) > limits.size:
        raise MalformedSealError("size", f"{len(data)} bytes")
    end = _Walk(data, limits).item(0, 0)
    if end != len(data):
        raise MalformedSealError("trailing-bytes", f"{len(data) - end} of them")
    try:
        value: Value = cbor2.loads(data)
    except (cbor2.CBORError, ValueError, OverflowError) as error:
        raise MalformedSealError("cbor", str(error)) from error
    if encode(value) != data:
        raise MalformedSealError("not-deterministic")
    return value


def _sorted(value: Value) -> Value:
    if isinstance(value, dict):
        pairs = sorted((cbor2.dumps(key), key) for key in value)
        return {key: _sorted(value[key]) for _, key in pairs}
    if isinstance(value, list):
        return [_sorted(each) for each in value]
    return value


class _Walk:
    """One pass over the bytes that builds nothing. Each method takes a position and returns the one after its item."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits

    def item(self, at: int, depth: int) -> int:
        kind, argument, after = self._head(at)
        if kind in {_UNSIGNED, _NEGATIVE, _SIMPLE}:
            return after
        if kind in {_BYTES, _TEXT}:
            return self._string(kind, after, argument)
        if kind == _TAG:
            raise MalformedSealError("tag", f"at {at}")
        if depth >= self._limits.depth:
            raise MalformedSealError("depth", f"at {at}")
        if argument > self._limits.items:
            raise MalformedSealError("items", f"{argument} at {at}")
        return self._map(after, argument, depth) if kind == _MAP else self._array(after, argument, depth)

    def _head(self, at: int) -> tuple[int, int, int]:
        """Kind, argument and the position after them."""
        if at >= len(self._data):
            raise MalformedSealError("truncated", f"at {at}")
        kind, short = self._data[at] >> 5, self._data[at] & 31
        if kind == _SIMPLE and short not in _CONSTANTS:
            raise MalformedSealError("float-or-simple", f"at {at}")
        if short < 24:
            return kind, short, at + 1
        if short not in _WIDTHS:
            raise MalformedSealError("indefinite" if short == 31 else "cbor", f"at {at}")
        after = at + 1 + _WIDTHS[short]
        if after > len(self._data):
            raise MalformedSealError("truncated", f"at {at}")
        argument = int.from_bytes(self._data[at + 1 : after], "big")
        if argument < _LEAST[short]:
            raise MalformedSealError("not-shortest", f"at {at}")
        return kind, argument, after

    def _string(self, kind: int, at: int, length: int) -> int:
        end = at + length
        if end > len(self._data):
            raise MalformedSealError("truncated", f"at {at}")
        if kind == _TEXT:
            try:
                self._data[at:end].decode("utf-8")
            except UnicodeDecodeError as error:
                raise MalformedSealError("utf-8", f"at {at}") from error
        return end

    def _array(self, at: int, count: int, depth: int) -> int:
        for _ in range(count):
            at = self.item(at, depth + 1)
        return at

    def _map(self, at: int, count: int, depth: int) -> int:
        before = b""
        for _ in range(count):
            kind = self._head(at)[0]
            if kind not in {_UNSIGNED, _NEGATIVE, _TEXT}:
                raise MalformedSealError("key", f"at {at}")
            after = self.item(at, depth + 1)
            key = self._data[at:after]
            if key == before:
                raise MalformedSealError("duplicate-key", f"at {at}")
            if key < before:
                # A key that came before may come again out of order: either way it is not the sorted form.
                raise MalformedSealError("key-order", f"at {at}")
            before = key
            at = self.item(after, depth + 1)
        return at
