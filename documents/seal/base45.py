"""Base45 (RFC 9285), strictly: one text for each string of bytes, nothing else is read."""

from documents.seal.errors import MalformedSealError

_ALPHABET = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}


def encode(data: bytes) -> str:
    """Three characters for two bytes, two for a last one."""
    text = bytearray()
    for start in range(0, len(data) - 1, 2):
        high, rest = divmod(data[start] * 256 + data[start + 1], 45 * 45)
        text += bytes((_ALPHABET[rest % 45], _ALPHABET[rest // 45], _ALPHABET[high]))
    if len(data) % 2:
        text += bytes((_ALPHABET[data[-1] % 45], _ALPHABET[data[-1] // 45]))
    return text.decode("ascii")


def decode(text: str) -> bytes:
    """The bytes of a text. Raises MalformedSealError("base45"): lower case, a foreign character, a value too large."""
    if len(text) % 3 == 1:
        raise MalformedSealError("base45", f"{len(text)} characters")
    try:
        values = [_VALUES[ord(letter)] for letter in text]
    except KeyError as error:
        raise MalformedSealError("base45", "a character outside the alphabet") from error
    data = bytearray()
    for start in range(0, len(values), 3):
        group = values[start : start + 3]
        number = sum(value * 45**power for power, value in enumerate(group))
        size = len(group) - 1
        if number >= 256**size:
            raise MalformedSealError("base45", f"group at {start} is too large")
        data += number.to_bytes(size, "big")
    return bytes(data)
