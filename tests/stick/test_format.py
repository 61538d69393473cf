"""The sealed format: opened by one key alone, and no byte of it can be another."""

import io
import struct
from datetime import UTC, datetime
from typing import BinaryIO

import pytest
import zstandard

from documents.stick import body, passphrase
from documents.stick.body import BodyReader, CarriedFile, pack_body
from documents.stick.errors import (
    DamagedPacketError,
    NewerPacketError,
    NotAPacketError,
    PacketLimitError,
    StickError,
    UntrustedPacketError,
)
from documents.stick.header import MAGIC, Header, Lock, PacketKind, Part, parts
from documents.stick.keys import DeviceKey, read_text
from documents.stick.sealing import CHUNK, OpenPart, SenderKey, seal_part

ANA, CENTRAL, OTHER = (DeviceKey(bytes([number]) * 32) for number in (1, 2, 3))
MANIFEST = b'{"pages":[]}'
FILES = (b"%PDF-1.7\n" + bytes(range(256)) * 40, b"%PDF-1.7\notro")


def header(sender: DeviceKey = CENTRAL, recipient: DeviceKey = ANA) -> Header:
    return Header(
        kind=PacketKind.DOWN, packet="ab" * 16, sender=sender.public.kid, recipient=recipient.public.kid,
        ephemeral=b"", created=datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip


def sealed(manifest: bytes = MANIFEST, files: tuple[bytes, ...] = FILES, *, signer: DeviceKey = CENTRAL) -> bytes:
    out = io.BytesIO()
    out.write(MAGIC)
    seal_part(out, header(), pack_body(manifest, files), signer, ANA.public)
    return out.getvalue()


def of_central(_header: Header) -> bytes:
    return CENTRAL.public.sign


def opened(raw: bytes, key: DeviceKey = ANA, sender: SenderKey = of_central) -> tuple[bytes, list[CarriedFile]]:
    file: BinaryIO = io.BytesIO(raw)
    (part,) = parts(file)
    return read(OpenPart(file, part, key, sender))


def read(part: OpenPart) -> tuple[bytes, list[CarriedFile]]:
    reader = BodyReader(part.pieces())
    return reader.manifest(), list(reader.files())


def test_what_was_sealed_is_what_is_opened() -> None:
    manifest, files = opened(sealed())
    assert manifest == MANIFEST
    assert [file.content for file in files] == list(FILES)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 64, CHUNK, 3 * CHUNK + 5])
def test_any_length_of_stream_comes_back(size: int) -> None:
    import hashlib

    content = hashlib.shake_256(b"x").digest(size)
    assert [file.content for file in opened(sealed(files=(content,)))[1]] == [content]


def test_no_byte_can_be_another() -> None:
    """Every byte of header, lengths and sealed stream in turn; each is noticed before the end is believed."""
    raw = sealed(files=(b"%PDF-1.7\nun archivo",))
    for at in range(len(raw)):
        spoiled = bytearray(raw)
        spoiled[at] ^= 0x40
        with pytest.raises(StickError):
            opened(bytes(spoiled))


def test_no_length_but_its_own() -> None:
    raw = sealed()
    for size in (*range(0, len(raw), 97), len(raw) - 1):
        with pytest.raises(StickError):
            opened(raw[:size])
    with pytest.raises(StickError):
        list(parts(io.BytesIO(raw + b"\0")))


def test_another_key_opens_nothing() -> None:
    with pytest.raises(DamagedPacketError):
        opened(sealed(), OTHER)


def test_what_somebody_else_signed_is_not_believed() -> None:
    with pytest.raises(UntrustedPacketError):
        opened(sealed(signer=OTHER))


def test_what_was_signed_for_one_proves_nothing_to_another() -> None:
    """Ana cannot seal what central signed for her to somebody else: the signature is over the header too."""
    file = io.BytesIO(sealed())
    (part,) = parts(file)
    stream = b"".join(OpenPart(file, part, ANA, of_central).pieces())
    out = io.BytesIO()
    out.write(MAGIC)
    seal_part(out, header(recipient=OTHER), [stream], ANA, OTHER.public)
    with pytest.raises(UntrustedPacketError):
        opened(out.getvalue(), OTHER)


def test_a_file_of_many_parts_is_read_past_those_of_others() -> None:
    out = io.BytesIO()
    out.write(MAGIC)
    for recipient in (OTHER, ANA, CENTRAL):
        seal_part(out, header(recipient=recipient), pack_body(MANIFEST, FILES), CENTRAL, recipient.public)
    found = list(parts(out))
    mine = next(part for part in found if part.header.recipient == ANA.public.kid)
    assert (len(found), read(OpenPart(out, mine, ANA, of_central))[0]) == (3, MANIFEST)


def test_other_files_and_later_versions_are_told_apart() -> None:
    with pytest.raises(NotAPacketError):
        list(parts(io.BytesIO(b"%PDF-1.7 no es un paquete")))
    with pytest.raises(NotAPacketError):
        list(parts(io.BytesIO(b"")))
    with pytest.raises(NewerPacketError):
        list(parts(io.BytesIO(b"CHQPKT2\n" + bytes(100))))


def test_a_packet_has_no_more_inside_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "LARGEST_BODY", 20_000)
    with pytest.raises(PacketLimitError):
        opened(sealed(files=(bytes(30_000),)))
    monkeypatch.setattr(body, "LONGEST_MANIFEST", 5)
    with pytest.raises(PacketLimitError):
        opened(sealed())


def test_a_bomb_is_cut_short_and_not_swallowed() -> None:
    huge = struct.pack(">I", 20) + bytes(20) + struct.pack(">B32sQ", 1, bytes(32), 2**40)
    for stream in (
        zstandard.compress(body.MAGIC + huge + bytes(64 * 2**20)),
        zstandard.compress(body.MAGIC + struct.pack(">I", 2**31) + bytes(2**20)),
    ):
        with pytest.raises(PacketLimitError):
            opened(_around(stream))


def test_what_is_no_body_is_damaged() -> None:
    good = body.MAGIC + struct.pack(">I", 2) + b"{}\0"
    wrong_file = good[:-1] + struct.pack(">B32sQ", 1, bytes(32), 3) + b"pdf\0"
    for plain in (b"", b"CHQBODY2" + good[8:], good + b"x", wrong_file, good[:-1]):
        with pytest.raises(DamagedPacketError):
            opened(_around(zstandard.compress(plain)))
    with pytest.raises(DamagedPacketError):
        opened(_around(b"no es zstd"))
    with pytest.raises(DamagedPacketError):
        opened(_around(zstandard.compress(good) + zstandard.compress(b"more")))


def test_nothing_personal_can_be_read_from_outside() -> None:
    raw = sealed(b'{"dni":"99900001","apellidos":"QUISPE"}')
    assert b"99900001" not in raw
    assert b"QUISPE" not in raw


def test_a_key_travels_as_text_however_it_is_typed() -> None:
    text = ANA.public.text
    assert read_text(text) == ANA.public
    assert read_text(" ".join(text[at : at + 4] for at in range(0, len(text), 4)).lower()) == ANA.public
    assert read_text(text[:-1] + ("A" if text[-1] != "A" else "E")) is None
    assert read_text("CHASQUI1:") is None
    assert read_text("") is None
    assert len(ANA.public.number.replace(" ", "")) == 20


def test_words_open_what_was_sealed_to_them() -> None:
    lock = Lock(bytes(16), 64, 1)
    key = passphrase.key_of("fecha jaula danza", lock)
    assert passphrase.key_of("  Fecha, JAULA;  dánza ", lock).public == key.public
    assert passphrase.key_of("fecha jaula oro", lock).public != key.public
    with pytest.raises(DamagedPacketError):
        passphrase.key_of("fecha", Lock(bytes(16), 2**24, 3))


def test_words_are_many_and_different() -> None:
    words = passphrase.word_list()
    assert (len(words), len(set(words))) == (512, 512)
    assert all(passphrase.tidy(word) == word for word in words)
    assert len(passphrase.new_passphrase().split()) == passphrase.WORDS
    assert passphrase.unknown_words("fecha xilofon") == ("xilofon",)


def _around(stream: bytes) -> bytes:
    out = io.BytesIO()
    out.write(MAGIC)
    seal_part(out, header(), [stream], CENTRAL, ANA.public)
    return out.getvalue()


def test_a_part_says_where_it_lies() -> None:
    raw = sealed()
    (part,) = parts(io.BytesIO(raw))
    assert isinstance(part, Part)
    assert part.start + part.length == len(raw)
