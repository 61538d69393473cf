"""The disposable process of errands: what it answers is believed only when it is well made, and it leaves nothing."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.packet.apart import BOUNDS, ApartItem, PacketApartError, build_apart
from documents.packet.errands import free_stem
from documents.packet.errors import PacketCancelledError
from documents.packet.profiles import load
from documents.sustento.records import JoinAnswer, JoinRequest
from documents.worker.errands import ARGUMENT, Loss, Progress, Worker, WorkerLostError
from documents.worker.program import command_for
from tests.packet.papers import FUT, drawn

GENERAL = load().find("general", date(2026, 11, 23))


def test_an_errand_that_is_not_known_has_no_answer() -> None:
    with Worker() as worker, pytest.raises(WorkerLostError) as lost:
        worker.run("otra cosa", JoinRequest(()), [], JoinAnswer)
    assert lost.value.loss is Loss.CRASHED


def test_a_process_that_talks_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    nonsense = "import sys; sys.stdout.buffer.write(b'R' + bytes(4) + b'A' + (9).to_bytes(4, 'big') + b'{\"pages\":')"
    monkeypatch.setattr("documents.worker.errands.command_for", lambda *_: [sys.executable, "-c", nonsense])
    with Worker() as worker, pytest.raises(WorkerLostError):
        worker.run("sustento.join", JoinRequest(()), [], JoinAnswer)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command_for("documents.worker.process", ARGUMENT)[-2:] == ["-m", "documents.worker.process"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_for("documents.worker.process", ARGUMENT) == [sys.executable, ARGUMENT]
    main = Path(__file__).resolve().parents[2] / "main.py"
    assert f'"{ARGUMENT}"' in main.read_text(encoding="utf-8")


def test_the_program_itself_loads_no_pdf_library() -> None:
    look = (
        "import sys, documents.packet.apart, documents.packet.words, documents.sustento.words; "
        "import documents.sustento.workbench; "
        "print([name for name in ('pypdfium2', 'pikepdf', 'zxingcpp', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_packet_whose_process_dies_leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    worker = Worker(BOUNDS)

    def kill(told: Progress) -> None:
        if told.stage == "writing" and worker.process_id is not None:
            os.kill(worker.process_id, signal.SIGKILL)

    with worker, pytest.raises(PacketApartError) as lost:
        build_apart(worker, FUT, [ApartItem("Título", drawn(30))], GENERAL, folder=tmp_path, progress=kill)
    assert lost.value.failure.code == "crashed"
    assert list(tmp_path.iterdir()) == []


def test_a_packet_that_is_stopped_leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    worker = Worker(BOUNDS)

    def stop(told: Progress) -> None:
        if told.stage == "writing":
            threading.Thread(target=worker.stop).start()

    with worker, pytest.raises(PacketCancelledError):
        build_apart(worker, FUT, [ApartItem("Título", drawn(180))], GENERAL, folder=tmp_path, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_why_there_is_no_packet_comes_in_words(tmp_path: Path) -> None:
    with Worker(BOUNDS) as worker, pytest.raises(PacketApartError) as refused:
        build_apart(worker, FUT, [ApartItem("Título ñ", b"%PDF-1.4 nada")], GENERAL, folder=tmp_path)
    assert refused.value.failure.code == "ItemRefusedError"
    assert refused.value.failure.what == "«Título ñ» está dañado."
    with Worker(BOUNDS) as worker, pytest.raises(PacketApartError) as refused:
        build_apart(worker, replace(FUT, lugar=""), [], GENERAL, folder=tmp_path)
    assert "el lugar" in refused.value.failure.what


def test_a_name_that_is_taken_gets_the_next_number() -> None:
    assert free_stem("a_FUT", ()) == "a_FUT"
    assert free_stem("a_FUT", ("a_FUT.pdf",)) == "a_FUT_v2"
    assert free_stem("a_FUT", ("a_FUT_1-de-3.pdf", "a_FUT_v2.pdf")) == "a_FUT_v3"
