"""`verify`: check PDFs and pictures on disk, without a connection and, if one likes, without a profile."""

import argparse
import threading
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from sync.clock import SystemClock

if TYPE_CHECKING:
    from desktop.commands.arguments import SpanishParser
    from documents.seal.trust import TrustList
    from documents.seal.verdict import Verdict
    from storage.profile import Vault

_EPILOG: Final = """\
Al terminar, el código de salida es el del peor archivo, en este orden:
  1   alguno no es aceptable (alterado, sello falso, anulado, no coincide...)
  2   alguno queda sin decidir (sin sello, sin QR, emisor desconocido, por comparar...)
  3   todos los demás están bien, pero alguno no se pudo leer, o no había ninguno
  0   todos están bien (auténticos, o idénticos a la copia que llegó de la oficina)
  64  la orden está mal escrita, o la lista de confianza indicada no se puede usar

De las carpetas se toman los PDF y las imágenes, también los de sus subcarpetas. No se usa la red.
Con --json: path, sha256, verdict, colour, reasons (code, expected, found, field, page), issuer, document
(montos en céntimos), parts, codes, trust_list (version, issued, age_days), checked, milliseconds."""


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser(
        "verify", help="comprueba boletas en PDF o en imagen, sin conexión",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("paths", type=Path, nargs="+", metavar="ARCHIVO", help="archivos o carpetas")
    parser.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    parser.add_argument(
        "--trust-list", type=Path, metavar="ARCHIVO", help="lista de confianza que usar, si es más nueva"
    )
    parser.add_argument(
        "--profile", type=Path, metavar="CARPETA", help="compara también con las boletas de este perfil"
    )
    parser.add_argument(
        "--password-fd", type=int, metavar="N",
        help="descriptor del que se lee la contraseña del perfil (si falta, se pregunta)",
    )  # fmt: skip
    parser.add_argument(
        "--report",
        type=Path,
        metavar="ARCHIVO",
        help="guarda además un informe para firmar (.pdf) o una tabla (.xlsx, .csv)",
    )
    parser.set_defaults(work=answering(_verify))


def _verify(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.verifying import find_files, verify
    from documents.seal.errors import TrustListError

    with opened(options) if options.profile else nullcontext() as vault:
        try:
            trust = _trust(vault, options.trust_list)
        except (TrustListError, OSError) as error:
            _complain_of_list(speech, error, options.trust_list)
            return Exit.USAGE
        files = tuple(find_files(options.paths))
        clock, tally = SystemClock(), Tally()
        kept: list[Verdict] = []
        verdicts = verify(files, trust, clock.now, cancelled=threading.Event(), vault=vault)
        with closing(verdicts):  # type: ignore[type-var]  # a generator, and annotated as an iterator
            for verdict in verdicts:
                tally.add(verdict)
                kept += [verdict] if options.report else []
                speech.progress_done()
                _tell(speech, verdict)
                speech.progress(f"{tally.done} de {len(files)}")
    speech.progress_done()
    if not speech.as_json:
        speech.tell(tally.words)
    if options.report and not _write_report(speech, options.report, kept, trust):
        return Exit.FAILED
    return tally.exit


def _write_report(speech: Speech, target: Path, verdicts: "list[Verdict]", trust: "TrustList") -> bool:
    """Whether it was written; a file that is there already stays as it is."""
    from desktop.tasks.exporting import ExportError, save_copy
    from desktop.tasks.verdict_reports import report_of_files

    content = report_of_files(verdicts, trust, SystemClock().now(), target.suffix)
    try:
        save_copy(content, target, overwrite=False)
    except ExportError as error:
        speech.complain(error.code, f"No se pudo guardar el informe en {error.path}.")
        return False
    return True


class Tally:
    """What came, counted; the exit code is that of the worst."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, bool], int] = {}

    def add(self, verdict: "Verdict") -> None:
        """Count one."""
        from documents.seal.verdict import VerdictCode

        kind = verdict.colour.value, verdict.code is VerdictCode.ARCHIVO_NO_LEGIBLE
        self._counts[kind] = self._counts.get(kind, 0) + 1

    @property
    def done(self) -> int:
        """How many came."""
        return sum(self._counts.values())

    @property
    def exit(self) -> Exit:
        """Red before undecided, undecided before unreadable; nothing at all is unreadable input."""
        colours = {colour for colour, unreadable in self._counts if not unreadable}
        if "red" in colours:
            return Exit.FAILED
        if colours & {"amber", "grey"}:
            return Exit.UNDECIDED
        good = bool(colours) and not any(unreadable for _, unreadable in self._counts)
        return Exit.GOOD if good else Exit.UNREADABLE

    @property
    def words(self) -> str:
        """The last line for people."""
        from desktop.presenters.verify_words import counted_words
        from documents.seal.verdict import Colour

        if not self.done:
            return "No había documentos que comprobar."
        counts: dict[Colour, int] = {}
        for (colour, _), number in self._counts.items():
            counts[Colour(colour)] = counts.get(Colour(colour), 0) + number
        return counted_words(counts)


def _tell(speech: Speech, verdict: "Verdict") -> None:
    from documents.seal.verdict_json import to_json

    speech.tell("" if speech.as_json else "\n".join(_lines(verdict)), **to_json(verdict))


def _lines(verdict: "Verdict") -> Iterator[str]:
    from desktop.presenters.verdict_reasons import one_line, told_words
    from desktop.presenters.verdicts import mark_of
    from documents.seal.verdict import Colour

    yield f"{mark_of(verdict).word:<30} {one_line(verdict.file.path, 400)}"
    if verdict.colour is not Colour.GREEN:
        yield from (f"    {words}" for words in told_words(verdict))


def _trust(vault: "Vault | None", file: Path | None) -> "TrustList":
    """The list of the profile or the program; with a file, that one if it is newer. Raises TrustListError, OSError."""
    from documents.seal.trust import bundled, newer, pinned_roots, read_trust_list
    from storage.trust import trust_in_use

    with nullcontext() if vault is None else vault.cache() as db:
        in_use = bundled() if db is None else trust_in_use(db)
    return in_use if file is None else newer(in_use, read_trust_list(file.read_bytes(), pinned_roots()))


def _complain_of_list(speech: Speech, error: Exception, file: Path) -> None:
    from desktop.presenters.trust_words import why_refused
    from documents.seal.errors import TrustListError

    if isinstance(error, TrustListError):
        speech.complain(f"trust-list-{error.code.value}", f"{file}: {why_refused(error)} ({error})")
    else:
        speech.complain("trust-list-unreadable", f"{file}: no se pudo leer la lista de confianza.")
