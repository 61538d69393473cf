"""1,000 people's packets, both ways: made, written on a stick's folder, read back and opened. `python -m bench.usb`.

The folder is on this disk; what counts is whether we are slower than a USB 2 stick (about 20 MB/s), which then decides.
"""

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.packet import peak
from central.desk import Desk
from central.publishing import Publisher
from central.records import Person
from central.settings import CHEAP, Settings
from central.stick.down import Aim, make_down
from central.stick.up import do_packet
from central.store import Store
from central.store.sticks import KeptDevice, add_device
from documents.payslip import Payslip
from documents.stick.body import pack_body
from documents.stick.header import MAGIC, Header, PacketKind
from documents.stick.keys import DeviceKey
from documents.stick.sealing import seal_part
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.stick import Carried, carried
from storage.vault import Vault
from sync.clock import SystemClock
from sync.stick import courier
from sync.stick.counter import StickPerson
from sync.stick.packets import for_this, prove
from sync.stick.packs import packing
from tests.sync.office import draw, make_payslip

PEOPLE = 1000
MONTHS = 3  # of news for each
ATTACHED = 120_000  # bytes of a sustento
UPS_DONE = 200
STICK = 20  # MB/s
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@contextmanager
def timed(what: str, size: list[int]) -> Iterator[None]:
    """Prints seconds and, over the bytes noted meanwhile, MB/s: by the clock, and of processor time of one core."""
    began, used = perf_counter(), process_time()
    yield
    took, worked = perf_counter() - began, process_time() - used
    megabytes = sum(size) / 1e6
    rates = f"{megabytes / took:6.1f} MB/s, of one core {megabytes / worked:6.1f}"
    print(f"{what:46} {took:6.1f} s  {megabytes:6.1f} MB  {rates}", flush=True)


def payslips(number: int) -> Iterator[Payslip]:
    """A few months of one person; 40 kB each that do not compress."""
    for month in range(MONTHS):
        yield make_payslip(
            month, id=f"{number:08d}-0000-4000-8000-{month:012d}", doc_numero=f"{60_000_000 + number}",
            fecha_pago=date(2026, 11, 13),
        )  # fmt: skip


def seeded(store: Store, desk: Desk) -> list[DeviceKey]:
    """People with payslips and a computer each."""
    publisher, keys = Publisher(store, cost=CHEAP), [DeviceKey(secrets.token_bytes(32)) for _ in range(PEOPLE)]
    publisher.publish_payslips((each for number in range(PEOPLE) for each in payslips(number)), draw=draw)
    for number, key in enumerate(keys):
        person = Person(
            doc_tipo="DNI", doc_numero=f"{60_000_000 + number}", apellidos="QUISPE", nombres=f"PERSONA {number}",
            correo=f"{number}@correo.pe",
        )  # fmt: skip
        publisher.add_person(person, f"u{number}", "cerro-laguna-7")
        with store.writing() as db:
            add_device(db, KeptDevice(
                kid=key.public.kid, feed=person.doc_numero, public=key.public.bytes, name="PC", paired_at=desk.now()
            ))  # fmt: skip
    return keys


def up_packet(desk: Desk, key: DeviceKey) -> bytes:
    """One request with a sustento, as a computer writes it."""
    seat = desk.settings.stick
    assert seat is not None
    manifest = b'{"v":1,"name":"PC","device":{"at":1},"commands":[]}'
    header = Header(
        kind=PacketKind.UP, packet=secrets.token_hex(16), sender=key.public.kid, recipient=seat.current.public.kid,
        ephemeral=b"", created=NOW, public=key.public.bytes,
    )  # fmt: skip
    out = io.BytesIO(MAGIC)
    out.seek(0, os.SEEK_END)
    content = b"%PDF-1.7\n" + secrets.token_bytes(ATTACHED)
    seal_part(out, header, pack_body(manifest, [content]), key, seat.current.public)
    return out.getvalue()


def down(desk: Desk, keys: list[DeviceKey], vault: Vault, folder: Path) -> None:
    """Made one by one, written as one file, and each person's part found in it and proven."""
    person = StickPerson("DNI", "60000000", "QUISPE", "PERSONA", "IE 70000", ())
    seat = desk.settings.stick
    assert seat is not None
    sizes: list[int] = []
    with vault.outbox() as box:
        with timed(f"{PEOPLE} packets for people made and kept", sizes), packing(vault, box) as pack:
            for number, key in enumerate(keys):
                made = make_down(desk, seat, Aim(f"{60_000_000 + number}", key.public))
                courier.add_ready(pack, made, person, NOW)
                sizes.append(len(made))
                if pack.size > courier.MOST_UNSETTLED:
                    pack.settle()
            pack.settle()
        ready: tuple[Carried, ...] = carried(box, "down")
    with timed("written in one file, fsynced, read back", sizes):
        written = courier.write_down(vault, folder, ready, "chasqui-de-la-ugel", lambda _done, _all: None)
    found: list[int] = []
    with timed("20 people's parts found in it and proven", found), written.path.open("rb") as file:
        for key in keys[:: PEOPLE // 20]:
            (part,) = for_this(file, key.public.kid, PacketKind.DOWN)
            prove(file, part, key, ())
            found.append(part.length)


def up(desk: Desk, keys: list[DeviceKey], vault: Vault, folder: Path) -> None:
    """One stick with everybody's packets taken in; some of them done by the central API."""
    seat, sizes, raws = desk.settings.stick, list[int](), list[bytes]()
    assert seat is not None
    with timed(f"{PEOPLE} packets with wishes sealed", sizes):
        for key in keys:
            raws.append(up_packet(desk, key))
            sizes.append(len(raws[-1]))
    for number, raw in enumerate(raws):
        (folder / f"{number}.chasqui").write_bytes(raw)
    with timed("taken in by a courier, fsynced", sizes):
        courier.take_all(vault, [folder / f"{number}.chasqui" for number in range(PEOPLE)], SystemClock())
    done = sizes[:UPS_DONE]
    with timed(f"{UPS_DONE} of them opened and done by the central API", done):
        states = {do_packet(desk, seat, io.BytesIO(raw), handed_by="").state for raw in raws[:UPS_DONE]}
    assert states == {"done"}


def main() -> None:
    """Every step, one line each."""
    with TemporaryDirectory() as name:
        root = Path(name)
        (root / "profile").mkdir()
        (root / "stick").mkdir()
        with Store(f"sqlite:///{root / 'central.db'}") as store:
            desk = Desk(Settings(password_cost=CHEAP, clock=lambda: NOW), store)
            keys = seeded(store, desk)
            lock = ProfileLock(root / "profile" / LOCK)
            with Vault(root / "profile", "Oficina", secrets.token_bytes(32), lock) as vault:
                vault.create_files()
                down(desk, keys, vault, root / "stick")
                up(desk, keys, vault, root / "stick")
    print(f"peak memory {peak():.0f} MB; a USB 2 stick moves about {STICK} MB/s")


if __name__ == "__main__":
    main()
