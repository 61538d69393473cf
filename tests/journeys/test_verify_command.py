"""`verify` as a process: folders, exit codes, JSON, trust lists, a profile's copies; no Qt and no network."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from central.keys.demo import demo_list, demo_root
from documents.seal.trust import bundled, write_trust_list
from tests.desktop.sealed_papers import PAPERS, payslip, write_papers
from tests.journeys.scenery import ACCOUNT_PASSWORD, CAPTCHA, LOCAL_PASSWORD, ROOT, Central, Command, draw

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write_papers(tmp_path / "papeles" / "2026")
    return tmp_path / "papeles"


def test_a_folder_is_checked_to_its_depths_one_object_a_line(chasqui: Command, papers: Path) -> None:
    answer = chasqui("verify", papers)
    assert answer.code == 1, "one is altered"
    found = {Path(line["path"]).name: line["verdict"] for line in answer.lines}
    assert found == {name: code for name, (_, code) in PAPERS.items()}
    assert [line["path"] for line in answer.lines] == sorted((line["path"] for line in answer.lines), key=str.casefold)


def test_a_line_says_what_issue_three_asks_for(chasqui: Command, papers: Path) -> None:
    (line,) = chasqui("verify", papers / "2026" / "boleta prestamo.pdf").lines
    assert {
        "path",
        "sha256",
        "verdict",
        "colour",
        "reasons",
        "issuer",
        "document",
        "trust_list",
        "milliseconds",
    } <= set(line)
    assert (line["verdict"], line["colour"], line["test_keys"]) == ("ALTERADA", "red", True)
    reason = line["reasons"][0]
    assert (reason["code"], reason["expected"], reason["found"]) == ("value-differs", "3,046.18", "5,046.18")
    assert line["issuer"]["code"] == "PE/UGEL/210011"
    assert line["document"]["liquido"] == payslip().liquido
    assert line["trust_list"]["version"] == bundled().version
    assert line["trust_list"]["age_days"] >= 0
    assert datetime.fromisoformat(line["checked"]).utcoffset() is not None
    assert len(line["sha256"]) == 64
    assert line["milliseconds"] > 0


def test_a_false_seal_tells_nothing_of_its_content(chasqui: Command, papers: Path) -> None:
    for as_json in (True, False):
        answer = chasqui("verify", papers / "2026" / "falsa.pdf", as_json=as_json)
        assert answer.code == 1
        for secret in ("MAMANI", payslip().doc_numero, "304618", "3,046.18", "BP1:"):
            assert secret not in answer.text


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("auténtica.pdf", "tres.pdf"), 0),
        (("auténtica.pdf", "dañada.pdf"), 3),
        (("dañada.pdf",), 3),
        (("auténtica.pdf", "desconocida.pdf", "dañada.pdf"), 2),
        (("auténtica.pdf", "con sello.pdf", "boleta prestamo.pdf"), 1),
    ],
)
def test_the_worst_file_decides_the_exit_code(
    chasqui: Command, papers: Path, names: tuple[str, ...], code: int
) -> None:
    answer = chasqui("verify", *(papers / "2026" / name for name in names))
    assert answer.code == code
    assert len(answer.lines) == len(names)


def test_what_is_not_there_is_unreadable_and_an_empty_folder_too(chasqui: Command, tmp_path: Path) -> None:
    answer = chasqui("verify", tmp_path / "no está.pdf")
    assert (answer.code, answer.lines[0]["reasons"][0]["found"]) == (3, "missing")
    (tmp_path / "vacía").mkdir()
    assert chasqui("verify", tmp_path / "vacía").code == 3


def test_a_report_is_written_beside_and_never_over_another(chasqui: Command, papers: Path, tmp_path: Path) -> None:
    target = tmp_path / "informe.pdf"
    assert chasqui("verify", papers / "2026" / "auténtica.pdf", "--report", target).code == 0
    assert target.read_bytes().startswith(b"%PDF")
    table = tmp_path / "tabla.csv"
    assert chasqui("verify", papers / "2026" / "auténtica.pdf", "--report", table).code == 0
    assert len(table.read_text("utf-8-sig").splitlines()) == 2
    assert chasqui("verify", papers / "2026" / "auténtica.pdf", "--report", table).code == 1


def test_people_read_a_word_a_path_and_why(chasqui: Command, papers: Path) -> None:
    answer = chasqui("verify", papers, as_json=False)
    assert "Alterada · PRUEBA" in answer.text
    assert "Líquido: la hoja no dice lo que se firmó." in answer.text
    assert "firma digital" not in answer.text.lower()
    assert (
        answer.text.rstrip().splitlines()[-1]
        == "2 no aceptables · 2 por comparar · 2 sin sello o ilegibles · 2 auténticas"
    )


def test_a_name_that_would_steer_the_terminal_is_printed_harmless(
    chasqui: Command, tmp_path: Path, papers: Path
) -> None:
    odd = tmp_path / "mala\x1b[2J\u202efdp.pdf"
    odd.write_bytes((papers / "2026" / "auténtica.pdf").read_bytes())
    answer = chasqui("verify", odd, as_json=False)
    assert answer.code == 0
    assert "\x1b" not in answer.text
    assert "\u202e" not in answer.text
    assert chasqui("verify", odd).lines[0]["path"] == str(odd)


def signed(version: int) -> bytes:
    return write_trust_list(replace(demo_list(), version=version), demo_root(1))


def test_a_newer_trust_list_is_used_and_an_older_or_false_one_refused(
    chasqui: Command, papers: Path, tmp_path: Path
) -> None:
    paper, file = papers / "2026" / "auténtica.pdf", tmp_path / "lista.cbor"
    file.write_bytes(signed(9))
    answer = chasqui("verify", paper, "--trust-list", file)
    assert (answer.code, answer.lines[0]["trust_list"]["version"]) == (0, 9)
    good = signed(9)
    file.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    answer = chasqui("verify", paper, "--trust-list", file)
    assert (answer.code, answer.lines[0]["error"]) == (64, "trust-list-bad-signature")
    other = write_trust_list(replace(demo_list(), version=bundled().version, revoked_documents=()), demo_root(2))
    file.write_bytes(other)
    assert chasqui("verify", paper, "--trust-list", file).lines[0]["error"] == "trust-list-rollback"
    assert chasqui("verify", paper, "--trust-list", tmp_path / "no").lines[0]["error"] == "trust-list-unreadable"


def test_nothing_to_check_is_wrong_usage_and_the_help_tells_the_codes(chasqui: Command) -> None:
    assert chasqui("verify", as_json=False).code == 64
    told = chasqui("verify", "--help", as_json=False)
    assert told.code == 0
    for code in ("  1 ", "  2 ", "  3 ", "  0 ", "  64 "):
        assert code in told.text


def test_the_copies_of_a_profile_are_compared(central: Central, chasqui: Command, tmp_path: Path) -> None:
    profile, copies = tmp_path / "perfil", tmp_path / "copias"
    chasqui(
        "login", "--profile", profile, "--server", central.url, "--user", central.user,
        "--captcha-to", tmp_path / "codigo.png", "--password-fd", "FD", "--captcha-fd", "FD",
        "--account-password-fd", "FD", secrets=(LOCAL_PASSWORD, CAPTCHA, ACCOUNT_PASSWORD),
    )  # fmt: skip
    assert chasqui("sync", "--profile", profile, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,)).code == 0
    central.server.stop()
    copies.mkdir()
    newest = central.payslips[0]
    (copies / "a.pdf").write_bytes(draw(newest))
    raised = replace(
        newest, total_haberes=newest.total_haberes + 100_000, liquido=newest.liquido + 100_000,
        haberes=(replace(newest.haberes[0], monto=newest.haberes[0].monto + 100_000), *newest.haberes[1:]),
    )  # fmt: skip
    (copies / "b.pdf").write_bytes(draw(raised))
    alone = chasqui("verify", copies)
    assert ([line["verdict"] for line in alone.lines], alone.code) == (["QR_SIN_FIRMA", "QR_SIN_FIRMA"], 2)
    known = chasqui("verify", copies, "--profile", profile, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,))
    assert [line["verdict"] for line in known.lines] == ["COINCIDE_CON_COPIA", "NO_COINCIDE_CON_COPIA"]
    assert known.code == 1


def test_neither_qt_nor_the_network_nor_a_pdf_library_is_loaded(papers: Path) -> None:
    script = (
        "import sys, json; from desktop.commands import run; code = run(['verify', '--json', sys.argv[1]]);"
        "heavy = ('PySide6', 'shiboken6', 'requests', 'pypdfium2', 'pikepdf', 'zxingcpp', 'reportlab', 'sqlcipher3');"
        "print(json.dumps([name for name in heavy if name in sys.modules])); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(papers / "2026" / "auténtica.pdf")],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert set(loaded) <= {"sqlcipher3"}, loaded


def test_the_hidden_argument_is_the_worker_and_ends_with_its_pipe() -> None:
    from documents.seal.worker import ARGUMENT

    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), ARGUMENT],
        input=b"", capture_output=True, check=False, timeout=60, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_results_come_while_it_works(tmp_path: Path, papers: Path) -> None:
    many = tmp_path / "muchas"
    many.mkdir()
    content = (papers / "2026" / "auténtica.pdf").read_bytes()
    for number in range(60):
        (many / f"{number:03d}.pdf").write_bytes(content)
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "verify", "--json", str(many)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        first = json.loads(running.stdout.readline())
        assert running.poll() is None, "there is a line before the last file is checked"
        rest = [json.loads(line) for line in running.stdout]
    assert first["path"].endswith("000.pdf")
    assert len(rest) == 59
    assert running.returncode == 0
