"""What travels without a network, by the packaged program: memory sticks both ways, packets for many people."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook
from smoke_bench import LOCAL, Bench, require
from smoke_office import Office

from storage import cache
from storage.kdf import FLOOR
from storage.profile import new_profile
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.clock import SystemClock
from sync.stick.counter import StickCounter
from sync.stick.courier import device_of

WISH = {"action": "informe_escalafonario"}
RECIPE = {"name": "Boletas de 2012", "parts": ["boletas", "constancia"], "desde": "2012-09", "hasta": "2012-09"}
SEEN = "DNI a la vista"  # how the office knew the person


def try_sticks(bench: Bench, central: Office, servant: Path, clerk: Path) -> None:
    """A request goes to the office in a memory stick, and its answer comes back; a first packet makes a profile."""
    stick, wish = bench.home / "memoria", bench.home / "otra.json"
    own, office = (("--profile", whose, "--password-fd", "FD") for whose in (servant, clerk))
    stick.mkdir()
    wish.write_text(json.dumps(WISH), encoding="utf-8")
    bench.facts("legajo", "request", wish, *own, secrets=[LOCAL])
    [key] = bench.facts("usb", "key", *own, secrets=[LOCAL])
    [up] = bench.facts("usb", "up", stick, *own, secrets=[LOCAL])
    require(key["number"] and up["requests"] == 1, f"usb up: {up}")
    [part] = bench.facts("usb", "inspect", stick / up["file"])
    require(part["kind"] == "up", f"usb inspect: {part}")
    [taken] = bench.facts("usb", "take", stick / up["file"], *office, secrets=[LOCAL])
    require(taken["taken"] == 1, f"usb take: {taken}")
    with _counter(central) as counter:  # at another computer of the office
        counter.pair(device_of(stick / up["file"]), central.user, "PC de la escuela", SEEN)
        opening = counter.opening(central.user, SEEN)
    [handed] = bench.facts("usb", "hand", *office, secrets=[LOCAL])
    require((handed["done"], handed["waiting"]) == (1, 0), f"usb hand: {handed}")
    [ready] = bench.facts("usb", "prepare", "--people", central.user, *office, secrets=[LOCAL])
    require(ready["ready"] == 1, f"usb prepare: {ready}")
    [down] = bench.facts("usb", "write", stick, *office, secrets=[LOCAL])
    require(down["packets"] == 1, f"usb write: {down}")
    [brought] = bench.facts("usb", "import", stick / down["file"], *own, secrets=[LOCAL])
    require(brought["answers"] == 1, f"usb import: {brought}")
    _first_packet(bench, stick / "inicial.chasqui", opening.packet, opening.passphrase)
    print("a request went in a stick, its answer came back in it; a first packet made a profile")


def _first_packet(bench: Bench, file: Path, packet: bytes, words: str) -> None:
    """Seven words and a file: a profile for who never had a connection."""
    file.write_bytes(packet)
    made = bench.home / "perfil del paquete"
    given = ("--profile", made, "--words-fd", "FD", "--password-fd", "FD")
    bench.facts("usb", "open", file, *given, secrets=["una palabra falsa", LOCAL], codes=(3,))
    bench.facts("usb", "open", file, *given, secrets=[words, LOCAL])
    [status] = bench.facts("status", "--profile", made, "--password-fd", "FD", secrets=[LOCAL])
    require(status["payslips"], f"the profile of a first packet: {status}")


@contextmanager
def _counter(central: Office) -> Iterator[StickCounter]:
    """Where people show themselves: what has no subcommand is asked of the API from here."""
    with (
        tempfile.TemporaryDirectory() as folder,
        new_profile(Path(folder), "Mostrador", LOCAL, cost=FLOOR) as vault,
        vault.cache() as db,
        CentralClient(central.url, version="0", clock=SystemClock()) as line,
    ):
        cache.store_session(db, sign_in(line, central.clerk, central.password, None, None, "mostrador").session)
        yield StickCounter(line, db)


def try_packets(bench: Bench, profile: Path) -> None:
    """A workbook with people, a recipe: a packet each, looked at again; the report of the work."""
    people, recipe, out = (bench.home / name for name in ("lista.xlsx", "receta.json", "paquetes"))
    own = ("--profile", profile, "--password-fd", "FD")
    found = bench.facts("lis", "search", *own, secrets=[LOCAL])[:2]
    book = Workbook()
    for row in (("DNI", "Apellidos y nombres"), *((one["doc_numero"], "") for one in found)):
        book.worksheets[0].append(row)
    book.save(people)
    recipe.write_text(json.dumps(RECIPE), encoding="utf-8")
    words = ("build", "--people", people, "--recipe", recipe, "--out", out, "--office", "UGEL de prueba")
    made = bench.facts("packet", *words, *own, secrets=[LOCAL])
    files = sorted(out.iterdir())
    require(len(files) == len(found) == made[-1]["done"], f"packet build: {made}")
    for file in files:
        [checked] = bench.facts("packet", "inspect", file)
        require(checked["state"] == "same", f"packet inspect: {checked}")
    [job] = bench.facts("packet", "jobs", *own, secrets=[LOCAL])
    for ending in ("pdf", "csv", "xlsx"):
        report = bench.home / f"informe.{ending}"
        bench.facts("packet", "report", job["job"], "--to", report, *own, secrets=[LOCAL])
        require(report.stat().st_size, f"an empty report: {report.name}")
    print(f"{len(files)} packets from a workbook, each as it was made; their report")
