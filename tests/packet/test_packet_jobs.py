"""Jobs of packets for many people: real payrolls, real processes, cut off and gone on with."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.tasks.packet_folder import digest
from desktop.tasks.packet_run import Means, PacketRun, PacketStep
from desktop.tasks.packet_sources import FolderSource, LisSource
from documents.batch.recipe import Arrangement, Part, Recipe, RecipeError, read_recipe, write_recipe
from documents.batch.words import months_told
from documents.packet.checking import check_packet
from documents.packet.records import PacketState
from documents.page_text import page_texts
from documents.payslip import Period
from documents.people.records import ListedPerson
from storage import packets
from storage.kdf import FLOOR
from storage.lis_import import Importer
from storage.packet_records import JobPerson, PacketJob, PersonState
from storage.profile import Vault, new_profile
from sync.clock import SystemClock
from sync.identifiers import new_document_id, new_id
from tests.lis.files import PEOPLE, month
from tests.storage.people import NOW, PASSWORD

MONTHS = (3, 4)
YEAR = Recipe(name="Boletas de 2015", parts=(Part.PAYSLIPS,), desde=Period(2015, 1), hasta=Period(2015, 12))


def listed(*places: int) -> list[ListedPerson]:
    return [
        ListedPerson(doc_numero=who.dni, apellidos=f"{who.paterno} {who.materno}", nombres=who.nombres)
        for who in (PEOPLE[place] for place in places)
    ]


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A profile with two months of payrolls; one payslip does not add up."""
    folder = tmp_path_factory.mktemp("paquetes")
    with new_profile(folder / "home", "Planillas", PASSWORD, cost=FLOOR) as opened:
        with opened.lis() as db:
            for number in MONTHS:
                path = folder / f"{number}.lis"
                path.write_bytes(month(number=number, **({"WRONG_SUM": 2} if number == 4 else {})))
                Importer(db).take(path, at=NOW)
        yield opened


def begin(vault: Vault, recipe: Recipe, people: list[ListedPerson], folder: Path) -> PacketJob:
    folder.mkdir(exist_ok=True)
    with vault.office() as db:
        return packets.begin_job(db, new_id(), recipe, people, folder=str(folder), office="UGEL DE PRUEBA", at=NOW)


def go_on(
    vault: Vault, job: PacketJob, *, stop_after: int = 0, folder: Path | None = None
) -> tuple[PacketJob, tuple[JobPerson, ...]]:
    """One run; stopped from its own report once so many people are settled."""
    with vault.office() as db, vault.lis() as lis:
        sources = (LisSource(lis), *((FolderSource(folder),) if folder else ()))
        run = PacketRun(db, packets.packet_job(db, job.uuid), Means(sources, new_document_id), SystemClock())

        def watch(step: PacketStep) -> None:
            if stop_after and step.done >= stop_after:
                run.stop()

        ended = run.run(watch)
        return ended, packets.job_people(db, job.number)


def files_in(folder: Path) -> dict[str, str]:
    return {path.name: digest(path) for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


def test_one_pdf_a_person_with_cover_index_folios_and_what_is_lacking(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "salida"
    nobody = ListedPerson(doc_numero="00000001", apellidos="NADIE", nombres="NUNCA")
    job, people = go_on(vault, begin(vault, YEAR, [*listed(0, 2), nobody], folder))
    assert job.ended_at is not None
    assert [each.state for each in people] == [PersonState.DONE, PersonState.DONE, PersonState.NOTHING]
    assert [lack.code for lack in people[1].lacking] == ["sums", "month"]
    assert people[1].lacking[0].months == ("2015-04",)
    assert (job.settled, job.lacking) == (3, 3)
    first = folder / people[0].files[0].name
    assert first.name.startswith(f"{PEOPLE[0].dni}_")
    assert check_packet(first).state is PacketState.SAME
    texts = page_texts(first.read_bytes())
    assert "Boletas: no hay de enero, febrero y mayo a diciembre de 2015" in " ".join(texts[0].split())
    with pikepdf.open(first) as pdf:
        assert [str(label) for label in (each.P for each in pdf.Root.PageLabels.Nums[1::2])] == [
            "Carátula",
            "3",
            "2",
            "1",
        ]
        titles = [item.title for item in pdf.open_outline().root]
    assert titles == [
        "Carátula", "Índice (folios 3)", "Boleta de marzo de 2015 (folios 2)", "Boleta de abril de 2015 (folios 1)",
    ]  # fmt: skip
    assert sorted(files_in(folder)) == sorted(each.files[0].name for each in people[:2])


def test_stopped_and_gone_on_with_nothing_is_written_twice(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "salida"
    begun = begin(vault, YEAR, listed(*range(8)), folder)
    stopped, _ = go_on(vault, begun, stop_after=3)
    assert stopped.ended_at is None
    assert 3 <= stopped.settled < 8
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pdf")}
    ended, people = go_on(vault, begun)
    assert ended.ended_at is not None
    assert len(files_in(folder)) == 8
    assert {name: (folder / name).stat().st_mtime_ns for name in before} == before
    assert all(digest(folder / each.files[0].name) == each.files[0].sha256 for each in people)
    assert not list(folder.glob(".chasqui*"))


CUT = """
import sys
from pathlib import Path
from desktop.tasks.packet_run import Means, PacketRun
from desktop.tasks.packet_sources import LisSource
from storage import packets
from storage.profile import open_profile
from sync.clock import SystemClock
from sync.identifiers import new_document_id
from tests.storage.people import NOW, PASSWORD
with open_profile(Path(sys.argv[1]), PASSWORD, now=NOW) as vault, vault.office() as db, vault.lis() as lis:
    run = PacketRun(db, packets.packet_job(db, sys.argv[2]), Means((LisSource(lis),), new_document_id), SystemClock())
    run.run(lambda step: print(step.done, flush=True))
"""


@pytest.mark.parametrize("arrangement", [Arrangement.EACH, Arrangement.TOGETHER])
def test_after_a_power_cut_it_goes_on(arrangement: Arrangement, tmp_path: Path, vault: Vault) -> None:
    """Killed with SIGKILL again and again, each time further on, in a process of its own, on a profile of its own."""
    folder = tmp_path / "salida"
    with new_profile(tmp_path / "home", "Planillas", PASSWORD, cost=FLOOR) as own:
        with own.lis() as db:
            (tmp_path / "marzo.lis").write_bytes(month())
            Importer(db).take(tmp_path / "marzo.lis", at=NOW)
        job = begin(own, replace(YEAR, arrangement=arrangement), listed(*range(12)), folder)
        place = own.directory
    for reached in (2, 6, 10):
        child = subprocess.Popen([sys.executable, "-c", CUT, str(place), job.uuid], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        with child.stdout:
            assert any(int(line) >= reached for line in child.stdout)
            os.kill(child.pid, signal.SIGKILL)
        child.wait()
    before = {name: sha256 for name, sha256 in files_in(folder).items() if name.endswith(".pdf")}
    from storage.profile import open_profile

    with open_profile(place, PASSWORD, now=NOW) as own:
        ended, people = go_on(own, job)
    assert ended.ended_at is not None
    assert {each.state for each in people} == {PersonState.DONE}
    after = files_in(folder)
    assert before.items() <= after.items()
    assert len(after) == (12 if arrangement is Arrangement.EACH else 1)
    assert not list(folder.glob(".*"))


def test_all_in_common_files_whose_folios_go_on(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.tasks.packet_volumes.MOST_PAGES", 6)
    folder = tmp_path / "salida"
    recipe = replace(YEAR, arrangement=Arrangement.TOGETHER)
    job, _people = go_on(vault, begin(vault, recipe, listed(0, 1, 3, 4, 5), folder))
    assert job.ended_at is not None
    with vault.office() as db:
        made = packets.volumes(db, job.number)
    assert [file.name for volume in made for file in volume.files] == [
        "Boletas_de_2015_1-de-2.pdf", "Boletas_de_2015_2-de-2.pdf",
    ]  # fmt: skip
    assert [volume.folios for volume in made] == [7, 5]
    with pikepdf.open(folder / made[1].files[0].name) as pdf:
        labels = [str(each.P) for each in pdf.Root.PageLabels.Nums[1::2]]
        names = [item.title for item in pdf.open_outline().root]
    assert labels == ["Carátula", "12", "11", "10", "9", "8"]
    assert PEOPLE[4].dni in names[2]


def test_a_folder_a_person_keeps_every_document_as_it_came(vault: Vault, tmp_path: Path) -> None:
    folder, disk = tmp_path / "salida", tmp_path / "disco"
    disk.mkdir()
    sealed = (Path(__file__).parents[2] / "resources" / "selftest").glob("*.pdf")
    original = next(iter(sorted(sealed))).read_bytes()
    (disk / f"{PEOPLE[0].dni} hoja de vida.pdf").write_bytes(original)
    (disk / f"boleta_{PEOPLE[0].dni}_2015-06.pdf").write_bytes(original)
    recipe = replace(YEAR, arrangement=Arrangement.FOLDERS, parts=(Part.HOJA_DE_VIDA, Part.PAYSLIPS))
    job, people = go_on(vault, begin(vault, recipe, listed(0), folder), folder=disk)
    made = folder / people[0].files[0].name
    assert [path.name for path in sorted(made.iterdir())] == [
        f"01_{PEOPLE[0].dni}_hoja_de_vida.pdf", "02_Boleta_de_marzo_de_2015.pdf", "03_Boleta_de_abril_de_2015.pdf",
        "04_Boleta_de_junio_de_2015.pdf",
    ]  # fmt: skip
    assert (made / "04_Boleta_de_junio_de_2015.pdf").read_bytes() == original
    assert job.ended_at is not None


def test_what_a_destination_does_not_take_is_refused_and_told(vault: Vault, tmp_path: Path) -> None:
    disk = tmp_path / "disco"
    disk.mkdir()
    noise = pikepdf.new()
    noise.add_blank_page()
    noise.pages[0].Contents = noise.make_stream(b"%" + os.urandom(9_000_000).hex().encode() + b"\n")
    noise.save(disk / f"{PEOPLE[0].dni}.pdf", compress_streams=False)
    (disk / f"{PEOPLE[1].dni}.pdf").write_bytes(b"no es un PDF")
    recipe = replace(YEAR, parts=(Part.SUSTENTOS,), destination="general")
    _job, people = go_on(vault, begin(vault, recipe, listed(0, 1), tmp_path / "salida"), folder=disk)
    assert [each.state for each in people] == [PersonState.REFUSED] * 2
    assert people[0].refusal.startswith("PacketTooLargeError:")
    assert people[1].refusal.startswith("ItemRefusedError:")


def test_a_folder_that_is_gone_stops_the_job_and_it_goes_on_when_it_is_back(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "memoria"
    begun = begin(vault, YEAR, listed(0), folder)
    folder.rmdir()
    stopped, people = go_on(vault, begun)
    assert (stopped.trouble, people[0].state) == ("export-gone", PersonState.WAITING)
    folder.mkdir()
    ended, _people = go_on(vault, begun)
    assert (ended.trouble, ended.settled) == ("", 1)


def test_a_file_of_that_name_is_never_replaced(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "salida"
    _job, people = go_on(vault, begin(vault, YEAR, listed(0), folder))
    (folder / people[0].files[0].name).write_bytes(b"otro")
    _job, again = go_on(vault, begin(vault, YEAR, listed(0), folder))
    assert (folder / people[0].files[0].name).read_bytes() == b"otro"
    assert again[0].files[0].name == people[0].files[0].name.replace(".pdf", " (2).pdf")


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda told: {**told, "parts": []}, "parts"),
        (lambda told: {**told, "desde": "2016-01"}, "span"),
        (lambda told: {**told, "months": [13]}, "months"),
        (lambda told: {**told, "name": ""}, "name"),
        (lambda told: {**told, "arrangement": "pila"}, "unreadable"),
    ],
)
def test_recipes_are_read_back_and_bad_ones_refused(
    change: Callable[[dict[str, object]], dict[str, object]], trouble: str
) -> None:
    import json

    assert read_recipe(write_recipe(YEAR)) == YEAR
    told = {"name": "Boletas", "parts": ["boletas"], "desde": "2015-01", "hasta": "2015-12"}
    assert read_recipe(json.dumps(told)).periods[-1] == Period(2015, 12)
    with pytest.raises(RecipeError) as caught:
        read_recipe(json.dumps(change(dict(told))))
    assert caught.value.trouble == trouble


def test_months_are_told_as_people_say_them() -> None:
    months = [Period(2015, number) for number in (1, 2, 5, 6, 7)] + [Period(2016, number) for number in range(1, 13)]
    assert months_told(months) == "enero, febrero y mayo a julio de 2015; todo 2016"


def test_a_constancia_is_of_all_months_or_is_not_made(vault: Vault, tmp_path: Path) -> None:
    recipe = replace(YEAR, parts=(Part.CONSTANCIA, Part.PAYSLIPS), months=(3,), arrangement=Arrangement.FOLDERS)
    namesake = replace(listed(3)[0], apellidos="OTRO APELLIDO", nombres="DISTINTO")
    _job, people = go_on(vault, begin(vault, recipe, [*listed(0, 2), namesake], tmp_path / "salida"))
    made = [path.name for path in sorted((tmp_path / "salida" / people[0].files[0].name).iterdir())]
    assert made == ["01_Constancia_de_haberes_y_descuentos.pdf", "02_Boleta_de_marzo_de_2015.pdf"]
    text = " ".join(page_texts((tmp_path / "salida" / people[0].files[0].name / made[0]).read_bytes()))
    assert "Abril 2015" in text
    assert "Haberes por concepto" in text
    wrong = {(each.part, each.code, each.months) for each in people[1].lacking}
    assert ("constancia", "sums", ("2015-04",)) in wrong
    assert people[1].count == 1
    assert people[2].state is PersonState.NOTHING
    assert people[2].lacking[0].code == "names"
