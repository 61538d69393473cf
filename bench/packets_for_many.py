"""1,000 people x 12 old payslips into packets. `python -m bench.packets_for_many [PEOPLE [WAY...]]`.

The payroll files are made and taken in first and do not count. The run itself goes in a child process, so that its
memory, and that of its own children, which draw and bind, are its own. Goals: under 10 minutes on two cores, under 500
MB of memory of all processes together.
"""

import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from central.keys.demo import demo_key
from central.samples.lis import LisMonth, lis_file
from central.samples.lis_people import lis_people
from desktop.tasks.packet_keys import plain_key
from desktop.tasks.packet_run import Means, PacketRun, PacketStep
from desktop.tasks.packet_sources import LisSource
from documents.batch.recipe import Arrangement, Part, Recipe
from documents.payslip import Period
from documents.people.records import ListedPerson
from storage import packets
from storage.kdf import FLOOR
from storage.lis_import import Importer
from storage.profile import new_profile, open_profile
from sync.clock import SystemClock
from sync.identifiers import new_document_id, new_id

NOW = datetime(2026, 12, 1, tzinfo=UTC)
PASSWORD = "cuatro palabras bien sueltas"
PEOPLE = 1_000
WAYS = ("each", "sealed", "together", "folders")


def main() -> None:
    """Every way in a process of its own."""
    count = int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdecimal() else PEOPLE
    ways = sys.argv[2:] or WAYS
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        profile = take_in(root, count)
        for way in ways:
            people = count if way != "sealed" or sys.argv[2:] else count // 5  # whole when asked for by name
            print(run([str(profile), way, str(people), str(root / way)]), end="", flush=True)


def run(words: list[str]) -> str:
    """One way, measured inside its process."""
    command = [sys.executable, "-m", "bench.packets_for_many", "--way", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def take_in(root: Path, count: int) -> Path:
    """A profile with twelve months of payrolls in it."""
    people = lis_people(count, 1)
    with new_profile(root / "home", "Banco", PASSWORD, cost=FLOOR) as vault, vault.lis() as db:
        importer = Importer(db)
        for month in range(1, 13):
            path = root / f"planilla_{month:02d}.lis"
            path.write_bytes(lis_file(LisMonth("junin", 2015, month, people)))
            importer.take(path, at=NOW)
            path.unlink()
        return vault.directory


def measure(profile: Path, way: str, count: int, folder: Path) -> None:
    """One job from its beginning to its end, figures to the output."""
    folder.mkdir()
    arrangement = {"together": Arrangement.TOGETHER, "folders": Arrangement.FOLDERS}.get(way, Arrangement.EACH)
    recipe = Recipe(
        name="Boletas de 2015", parts=(Part.PAYSLIPS,), desde=Period(2015, 1), hasta=Period(2015, 12),
        arrangement=arrangement,
    )  # fmt: skip
    people = [
        ListedPerson(doc_numero=who.dni, apellidos=f"{who.paterno} {who.materno}", nombres=who.nombres)
        for who in lis_people(count, 1)
    ]
    clock, peaks = SystemClock(), [0.0]
    key = plain_key(demo_key("PE/UGEL/120001"), new_id()) if way == "sealed" else None
    with open_profile(profile, PASSWORD, now=NOW) as vault, vault.office() as db, vault.lis() as lis:
        began = perf_counter()
        job = packets.begin_job(db, new_id(), recipe, people, folder=str(folder), office="UGEL DE PRUEBA", at=NOW)

        def watch(step: PacketStep) -> None:
            if step.done % 5 == 0:
                peaks.append(memory_of_all())

        done = PacketRun(db, job, Means((LisSource(lis),), new_document_id, key), clock).run(watch)
        took = perf_counter() - began
    peaks.append(memory_of_all())
    files = list(folder.rglob("*.pdf"))
    size = sum(path.stat().st_size for path in files) / 1e6
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    print(
        f"{way:9} {done.settled:5} people, {12 * count:6,} payslips, {len(files):6,} files, {size:6.1f} MB"
        f" in {took:5.0f} s ({12 * count / took:4.0f} payslips/s, {cpu:4.0f} s of processor), all processes"
        f" {max(peaks):3.0f} MB at most, over: {done.ended_at is not None}"
    )


def memory_of_all() -> float:
    """Resident memory of this process and its children, in MB (Linux; shared pages count once for each)."""
    me = str(Path("/proc/self").resolve().name)
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue  # it ended meanwhile
        if me in (status.parent.name, told["PPid"].strip()) and "VmRSS" in told:
            total += int(told["VmRSS"].split()[0])
    return total / 1_000


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        measure(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        main()
