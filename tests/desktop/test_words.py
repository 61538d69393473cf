"""Words: every error has its sentences, every text can be translated, nothing reaches a widget but through `plain`."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel

import storage.errors
import sync.errors
from desktop import catalogues, trouble
from desktop.presenters import formats
from desktop.presenters.errors import Told, explain, known_codes, tell_code, why_weak
from desktop.words import install, translate
from desktop.words_of_qt import WORDS
from documents.payslip import Period
from storage.passwords import PROBLEMS
from sync.errors import BusyError, Problem, TlsError, error_of

ROOT = Path(__file__).parents[2]
LIMA = timezone(timedelta(hours=-5))


def every_error() -> Iterator[type[Exception]]:
    """Both trees, whole."""
    waiting: list[type[Exception]] = [storage.errors.StorageError, sync.errors.SyncError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        yield kind


ABSTRACT = {"StorageError"}  # never raised itself
HERE = Path("perfil")
GIVEN: dict[str, tuple[object, ...]] = {
    "ThrottledError": (5.0,), "WeakPasswordError": ("short",), "DamagedFileError": (HERE,),
    "NewerFileError": (HERE, 2, 1),
    "ProfileMissingError": (HERE,), "ProfileExistsError": (HERE,), "FolderDeniedError": (HERE,),
    "InterferenceError": ("schema",), "UnpackError": ("digest",), "ServerTroubleError": (500,),
    "BusyError": (503, None),
    "RefusedError": (Problem(422, "other", "…", retryable=False),),
}  # fmt: skip


def made(kind: type[Exception]) -> Exception:
    """One error of this kind, as it is raised."""
    return kind(*GIVEN.get(kind.__name__, ()))


@pytest.mark.parametrize("kind", sorted(every_error(), key=lambda one: one.__name__), ids=lambda one: one.__name__)
def test_every_error_of_store_and_sync_has_its_own_sentences(kind: type[Exception]) -> None:
    told = explain(made(kind))
    assert told.what
    assert told.safe
    assert told.todo
    assert told.code != "internal" or kind.__name__ in ABSTRACT
    assert all(sentence.endswith((".", ")", "pe")) for sentence in (told.what, told.safe)), told


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_has_a_sentence_for_each_code(status: int) -> None:
    assert explain(BusyError(status, 30)).code == {429: "too-many-attempts", 503: "busy"}[status]


def test_wrong_dates_and_unknown_problems_are_told_apart() -> None:
    assert explain(TlsError(flaw="dates")).code == "certificate-dates"
    assert explain(error_of(Problem(422, "never-heard-of", "…", retryable=False))).code == "refused"


def test_what_nobody_foresaw_is_told_as_ours_with_its_technical_part() -> None:
    told = explain(KeyError("algo"))
    assert told.code == "internal"
    assert "no es culpa suya" in told.what
    assert "KeyError" in told.detail


def test_no_sentence_about_an_error_is_long_or_technical() -> None:
    for sentences in known_codes().values():
        for sentence in sentences:
            assert len(sentence.split()) <= 21, sentence
            assert not {"HTTP", "JSON", "SQL", "token", "cache"} & set(sentence.replace(",", " ").split()), sentence


def test_a_wait_is_put_into_figures() -> None:
    assert "Espere 30 s" in tell_code("throttled", seconds=29.2).todo
    assert "Espere un momento" in tell_code("throttled").todo


def test_every_reason_for_a_weak_password_is_explained() -> None:
    said = {why_weak(reason) for reason in PROBLEMS}
    assert len(said) == len(PROBLEMS)


def test_figures_days_and_sizes_are_those_of_peru() -> None:
    assert formats.soles(304618) == "S/\u00a03,046.18"
    assert formats.figures(-5) == "−0.05"
    assert formats.signed(7325) == "+\u00a073.25"
    assert formats.signed(-2675) == "−\u00a026.75"
    assert formats.signed(0) == "0.00"
    assert formats.period(Period(2026, 9)) == "setiembre 2026"
    assert formats.short_period(Period(2026, 9)) == "set. 2026"
    assert formats.weekday(date(2026, 12, 11)) == "viernes 11 de diciembre"
    assert formats.day(date(2026, 12, 11)) == "11 de diciembre de 2026"
    assert formats.short_day(date(2026, 2, 1)) == "01/02/2026"
    assert formats.count(1204) == "1,204"


def test_moments_are_told_as_people_do() -> None:
    now = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)
    assert formats.moment(now, now, LIMA) == "hoy 08:14"
    assert formats.moment(now - timedelta(hours=14), now, LIMA) == "ayer 18:14"
    assert formats.moment(now - timedelta(days=4), now, LIMA) == "jue. 19 nov., 08:14"
    assert formats.moment(now - timedelta(days=400), now, LIMA) == "19 oct. 2025, 08:14"
    assert formats.as_of(now, now, LIMA) == "de hoy 08:14"
    assert formats.as_of(now - timedelta(days=4), now, LIMA) == "al jue. 19 nov., 08:14"


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (83_000, "83 KB"),
        (420_000, "0.4 MB"),
        (12_300_000, "12 MB"),
        (1_240_000_000, "1.2 GB"),
    ],
)
def test_sizes_are_those_of_phone_plans(octets: int, words: str) -> None:
    assert formats.size(octets) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (7.1, "8 s"), (60, "1 min"), (125, "2 min 5 s"), (3900, "1 h 5 min"), (7200, "2 h")],
)
def test_durations_never_promise_too_little(seconds: float, words: str) -> None:
    assert formats.duration(seconds) == words


def test_translations_go_through_one_door() -> None:
    try:
        install(lambda context, text: f"{context}:{text}")
        assert translate("Strip", "Cancelar") == "Strip:Cancelar"
    finally:
        install(None)
    assert translate("Strip", "Cancelar") == "Cancelar"
    install(QCoreApplication.translate)


def test_qt_itself_speaks_spanish_and_counts_like_peru(qapp: QApplication) -> None:
    catalogues.install(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Yes | QDialogButtonBox.StandardButton.Cancel)
    words = {button.text().replace("&", "") for button in box.buttons()}
    assert words == {"Sí", "Cancelar"}
    assert QLocale().toString(3046.18, "f", 2) == "3,046.18"


def test_lupdate_finds_every_text_and_the_catalogues_are_current(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(file) for file in (ROOT / "desktop").rglob("*.py"))
    subprocess.run(
        [str(tool), *sources, "-ts", str(fresh), "-source-language", "es_PE", "-target-language", "quz", "-silent"],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    found = texts_of(fresh)
    assert ("Strip", "Sincronizar ahora") in found
    called = {call for file in sources for call in literal_calls(Path(file))}
    assert called - found == set()
    for language in ("quz", "ay"):
        missing = found - texts_of(ROOT / "resources" / "translations" / f"chasqui_{language}.ts")
        assert missing == set(), "run build/translations.sh"


def texts_of(catalogue: Path) -> set[tuple[str, str]]:
    root = ET.parse(catalogue).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") != "vanished"
    }


def literal_calls(file: Path) -> Iterator[tuple[str, str]]:
    """The arguments of every `translate(...)`. AssertionError for one that is no literal: nobody could translate it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
            given = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
            assert len(given) == 2, f"{file}:{node.lineno}"
            assert all(isinstance(one, str) for one in given), f"{file}:{node.lineno}"
            yield str(given[0]), str(given[1])


FORBIDDEN = {
    "setText",
    "setToolTip",
    "setHtml",
    "insertHtml",
    "appendHtml",
    "setWhatsThis",
    "setStatusTip",
    "setTextFormat",
}
PLAIN = ROOT / "desktop" / "plain.py"


def test_text_reaches_widgets_only_through_plain() -> None:
    wrong = []
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        if file == PLAIN:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_raw(node):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno}")
            if isinstance(node, ast.Attribute) and node.attr in ("RichText", "AutoText", "MarkdownText"):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def _is_raw(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute):
        # QClipboard.setText takes plain text only.
        return call.func.attr in FORBIDDEN and "clipboard" not in ast.unparse(call.func.value)
    if isinstance(call.func, ast.Name) and call.func.id in ("QLabel", "QMessageBox"):
        return any(isinstance(one, ast.Constant) or "text" in ast.unparse(one) for one in call.args)
    return False


def test_what_no_slot_caught_becomes_a_dialog_and_a_line_without_anything_personal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[Told] = []
    restore = trouble.install(shown.append)
    try:
        try:
            int("DNI 99900017")
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        restore()
    assert [told.code for told in shown] == ["internal"]
    assert "ValueError" in shown[0].detail
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "99900017" not in said


def test_a_fault_while_a_fault_is_shown_does_not_pile_up(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[Told] = []

    def show(told: Told) -> None:
        shown.append(told)
        error = ValueError()
        sys.excepthook(ValueError, error, None)

    restore = trouble.install(show)
    try:
        sys.excepthook(KeyError, KeyError(), None)
    finally:
        restore()
    assert len(shown) == 1
    assert capsys.readouterr().err.count("ValueError") == 1


def test_a_released_catalogue_becomes_a_language_that_can_be_chosen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (ROOT / "resources" / "translations" / "chasqui_quz.ts").read_text(encoding="utf-8")
    unfinished = '<source>Sin conexión</source>\n        <translation type="unfinished"></translation>'
    assert unfinished in source
    finished = "<source>Sin conexión</source>\n        <translation>Mana llika kanchu</translation>"
    catalogue = tmp_path / "chasqui_quz.ts"
    catalogue.write_text(source.replace(unfinished, finished), encoding="utf-8")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), str(catalogue)], check=True, capture_output=True, timeout=60)
    monkeypatch.setattr("desktop.catalogues.path", lambda *_parts: tmp_path)
    try:
        catalogues.install(qapp, "quz")
        assert catalogues.available() == ("es", "quz")
        assert translate("Strip", "Sin conexión") == "Mana llika kanchu"
        assert translate("Strip", "Cancelar") == "Cancelar"
    finally:
        monkeypatch.undo()
        catalogues.install(qapp)
    assert translate("Strip", "Sin conexión") == "Sin conexión"


def test_the_boxes_of_qt_speak_spanish_of_peru(qapp: QApplication) -> None:
    catalogues.install(qapp)
    for context, texts in WORDS.items():
        for source, ours in texts.items():
            assert QCoreApplication.translate(context, source) == ours
    box = QFileDialog()
    box.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = {label.text() for label in box.findChildren(QLabel)}
    assert {"&Buscar en:", "&Nombre de archivo:", "&Tipo de archivo:"} <= words
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"  # Qt's own go on being asked
