"""The disposable process: verdicts come back whole, whatever happens to the process, and the program goes on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, get_ident

import pytest

from documents.payslip import Payslip, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.seal import wire
from documents.seal.limits import Limits
from documents.seal.many import Checked, check_many, in_order
from documents.seal.verdict import ReasonCode, Verdict, VerdictCode
from documents.seal.worker import ARGUMENT, Checker, worker_command
from tests.documents.people import SAMPLES, TEACHER
from tests.seal.hostile import endless_drawing
from tests.seal.paper import NOW, TRUST, checked, sealed

PLAIN = draw_payslip(TEACHER, seal=reference_payload(TEACHER))


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker(TRUST) as checker:
        yield checker


@pytest.fixture
def impatient() -> Iterator[Checker]:
    roomy = 6 * 2**30  # such a drawing also eats memory; here its time is to end it
    with Checker(TRUST, Limits(killed_after=4, memory=roomy)) as checker:
        yield checker


@pytest.fixture
def boleta(tmp_path: Path) -> Path:
    return written(tmp_path, "boleta.pdf", sealed())


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def why(verdict: Verdict) -> str:
    assert verdict.code is VerdictCode.ARCHIVO_NO_LEGIBLE
    return verdict.reasons[0].found


class Synced:
    """Copies that remember on which thread they were asked."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def sha256_known(self, sha256: str) -> bool:
        self.threads.add(get_ident())
        return len(sha256) == 0

    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        self.threads.add(get_ident())
        return (TEACHER,) if (doc_numero, periodo) == (TEACHER.doc_numero, TEACHER.periodo) else ()


def test_the_verdict_is_the_one_that_is_reached_without_a_process(checker: Checker, boleta: Path) -> None:
    here = checked(sealed())
    there = checker.check_file(boleta, now=NOW)
    assert there.file.path == str(boleta)
    assert replace(there, milliseconds=0, file=here.file) == replace(here, milliseconds=0)


def test_copies_are_asked_on_the_calling_thread(checker: Checker, tmp_path: Path) -> None:
    copies = Synced()
    verdict = checker.check_file(written(tmp_path, "b.pdf", PLAIN), now=NOW, copies=copies)
    assert ReasonCode.COPY_AGREES in {reason.code for reason in verdict.reasons}
    assert copies.threads == {get_ident()}


@pytest.mark.parametrize(("data", "expected"), [(b"", "empty"), (b"hola", "not-a-pdf"), (sealed()[:3_000], "broken")])
def test_what_is_no_pdf_is_said_in_a_word(checker: Checker, tmp_path: Path, data: bytes, expected: str) -> None:
    assert why(checker.check_file(written(tmp_path, "b.pdf", data), now=NOW)) == expected


def test_what_is_no_file_is_said_in_a_word(checker: Checker, tmp_path: Path) -> None:
    assert why(checker.check_file(tmp_path, now=NOW)) == "not-a-file"
    assert why(checker.check_file(tmp_path / "none.pdf", now=NOW)) == "missing"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    with Checker(TRUST, Limits(file_bytes=1_000)) as checker:
        assert why(checker.check_file(written(tmp_path, "b.pdf", sealed()), now=NOW)) == "too-large"


def test_a_file_that_draws_for_ever_is_ended_and_the_next_one_is_checked(impatient: Checker, boleta: Path) -> None:
    before = impatient.process_id
    endless = written(boleta.parent, "endless.pdf", endless_drawing())
    assert why(impatient.check_file(endless, now=NOW)) == "timeout"
    assert impatient.check_file(boleta, now=NOW).code is VerdictCode.AUTENTICA
    assert impatient.process_id != before


def test_a_worker_that_dies_is_replaced(checker: Checker, boleta: Path) -> None:
    checker.check_file(boleta, now=NOW)
    assert checker.process_id is not None
    os.kill(checker.process_id, signal.SIGTERM)
    assert why(checker.check_file(boleta, now=NOW)) == "crashed"
    assert checker.check_file(boleta, now=NOW).code is VerdictCode.AUTENTICA


def test_a_worker_is_replaced_after_so_many_files(boleta: Path) -> None:
    with Checker(TRUST, Limits(documents_per_process=2)) as checker:
        processes = []
        for _ in range(3):
            assert checker.check_file(boleta, now=NOW).code is VerdictCode.AUTENTICA
            processes.append(checker.process_id)
    assert processes[0] == processes[1] != processes[2]


def test_a_worker_without_memory_says_so_or_dies_and_the_program_goes_on(boleta: Path) -> None:
    with Checker(TRUST, Limits(memory=1024)) as checker:
        verdict = checker.check_file(boleta, now=NOW)
    assert verdict.code is not VerdictCode.AUTENTICA


def test_a_worker_that_talks_nonsense_is_not_believed(boleta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nonsense = "import sys; sys.stdout.buffer.write(b'V' + (9).to_bytes(4, 'big') + b'{\"code\":1}')"
    monkeypatch.setattr("documents.seal.worker.worker_command", lambda: [sys.executable, "-c", nonsense])
    with Checker(TRUST) as checker:
        assert why(checker.check_file(boleta, now=NOW)) == "crashed"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[-2:] == ["-m", "documents.seal.worker_process"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, ARGUMENT]


def test_the_program_itself_loads_no_pdf_library() -> None:
    look = (
        "import sys, documents.seal.many; "
        "print([name for name in ('pypdfium2', 'pikepdf', 'zxingcpp', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_frame_longer_than_agreed_is_refused() -> None:
    reading, writing = os.pipe()
    try:
        wire.send(writing, wire.Kind.VERDICT, b"12345")
        with pytest.raises(wire.BrokenPipeToWorkerError):
            wire.receive(reading, 4)
    finally:
        os.close(reading)
        os.close(writing)


def test_many_files_come_back_each_with_its_own_verdict(tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{name}.pdf", sealed(name)) for name in SAMPLES]
    paths.insert(2, written(tmp_path, "nothing.pdf", b""))
    copies = Synced()
    verdicts = list(in_order(check_many(paths, trust=TRUST, now=NOW, copies=copies)))
    assert [verdict.file.path for verdict in verdicts] == [str(path) for path in paths]
    expected = [VerdictCode.AUTENTICA] * len(paths)
    expected[2] = VerdictCode.ARCHIVO_NO_LEGIBLE
    assert [verdict.code for verdict in verdicts] == expected


def test_copies_for_many_files_are_asked_on_the_iterating_thread(tmp_path: Path) -> None:
    copies = Synced()
    paths = [written(tmp_path, f"{number}.pdf", PLAIN) for number in range(4)]
    assert len(list(check_many(paths, trust=TRUST, now=NOW, copies=copies))) == 4
    assert copies.threads == {get_ident()}


def test_a_run_that_is_cancelled_ends_early(tmp_path: Path) -> None:
    cancelled = Event()
    paths = [written(tmp_path, f"{number}.pdf", sealed()) for number in range(200)]
    seen: list[Checked] = []
    for each in check_many(paths, trust=TRUST, now=NOW, cancelled=cancelled):
        seen.append(each)
        cancelled.set()
    assert len(seen) == 1


def test_a_run_that_is_given_up_leaves_no_worker(tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{number}.pdf", PLAIN) for number in range(50)]
    running = check_many(paths, trust=TRUST, now=NOW, copies=Synced())
    assert next(running).verdict.code is VerdictCode.QR_SIN_FIRMA
    running.close()
    with pytest.raises(StopIteration):
        next(running)
