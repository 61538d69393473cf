"""The stations of Mi legajo, Mis solicitudes, the two dialogs of papers, Bandeja and Verificar, for `bench.shots`.

Each station is arranged anew for each look: another text size makes every page again.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from central.samples.cast import cast_career
from central.samples.legajo_folder import Evidence, draw_evidence
from desktop.dialogs.looks import LooksDialog
from desktop.dialogs.packet import PacketDialog
from desktop.dialogs.sustento import SustentoDialog
from desktop.pages.legajo_page import LegajoPage
from desktop.pages.requests_page import RequestsPage
from desktop.pages.tray_page import TrayPage
from desktop.pages.verify_page import VerifyPage
from desktop.presenters.requests_steps import Deed
from desktop.presenters.tray_case import Decision
from desktop.presenters.tray_words import question_of
from desktop.widgets.tray_dialogs import DecisionDialog
from documents.page_image import render
from storage import legajo
from storage.request_records import RequestState

if TYPE_CHECKING:
    from desktop.custody import Custody

Wait = Callable[[Callable[[], object]], None]
MAIN = ("", "-oscuro", "-200")
Station = tuple[str, tuple[str, ...], Callable[[], "QWidget | None"]]


class LegajoStations:
    """What a servant sees. A station arranges the window; the dialog it opens, if any, is its answer."""

    def __init__(self, custody: "Custody", wait: Wait, folder: Path) -> None:
        self._custody, self._wait, self._folder = custody, wait, folder

    def stations(self) -> tuple[Station, ...]:
        """Name, looks, arrangement."""
        return (
            ("legajo", MAIN, self.records),
            ("legajo-registro", MAIN, self.record),
            ("legajo-editor", MAIN, self.editor),
            ("legajo-confirmar", ("", "-200"), self.confirmation),
            ("legajo-tres-versiones", ("", "-200"), self.three_versions),
            ("legajo-hoja-de-vida", ("",), self.papers),
            ("quien-ha-visto", ("", "-200"), self.looks),
            ("solicitudes", MAIN, self.requests),
            ("agregar-sustento", ("", "-oscuro"), self.sustento),
            ("preparar-expediente", ("", "-200"), self.packet),
            ("verificar-resultados", MAIN, self.verdicts),
        )

    def records(self) -> None:
        """A section with several records."""
        self._legajo().sections.choose("II")

    def record(self) -> None:
        """One record, with a document."""
        page = self._legajo()
        self._open(page, "II")

    def editor(self) -> None:
        """A problem at a field."""
        page = self._change("I", "domicilio")
        self._write(page, telefono_celular="12345")
        assert page.editor.form is not None
        page.editor.form.complain_everywhere()

    def confirmation(self) -> QWidget:
        """Before and after."""
        page = self._change("I", "domicilio")
        self._write(page, domicilio="Jr. Los Queñuales 345, Azángaro", telefono_celular="999000222")
        return self._asked(page)

    def three_versions(self) -> QWidget:
        """The office changed the record meanwhile."""
        page = self._change("I", "domicilio")
        self._write(page, domicilio="Jr. Los Queñuales 345, Azángaro", correo="docente.nueva@correo.example")
        content = page.editor.content
        assert content is not None
        assert content.base is not None
        fields = {**content.base.fields, "domicilio": "Av. Túpac Amaru 120", "telefono_celular": "999000333"}
        page.editing.renew(replace(content.base, version=content.base.version + 1, fields=fields))
        return self._asked(page)

    def papers(self) -> None:
        """Hoja de vida and informe."""
        self._legajo().show_papers()

    def looks(self) -> QWidget:
        """Who of the office has seen it."""
        box = LooksDialog(self._custody.opened, self._legajo().window())
        self._wait(box.isVisible)
        return box

    def requests(self) -> None:
        """All of them, the observed one opened."""
        self._observed()

    def sustento(self) -> QWidget:
        """A photograph and a PDF, joined."""
        page = self._change("I", "domicilio")
        page.editor.add.click()
        dialog = self._dialog(SustentoDialog)
        dialog.ask_discard = lambda: True
        dialog.add(self._papers())
        self._wait(lambda: dialog.work.rests and dialog._sustento is not None)
        return dialog

    def packet(self) -> QWidget:
        """The packet of the observed request."""
        page = self._observed()
        assert page.opened is not None
        page.deeds.do(Deed.PACKET, page.opened)
        dialog = self._dialog(PacketDialog)
        self._wait(dialog.go.isEnabled)
        return dialog

    def verdicts(self) -> None:
        """A sealed paper, and two without a seal."""
        vault, hoja = self._custody.opened.vault, self._folder / "hoja_de_vida.pdf"
        with vault.cache() as db:
            content = legajo.document_bytes(db, legajo.papers(db)[0].sha256)
        assert content is not None
        hoja.write_bytes(content)
        files = (hoja, *self._papers())
        self._custody.window.go("verify")
        page: Any = self._custody.window.page("verify")
        assert isinstance(page, VerifyPage)
        if not page.verdicts:
            page.check(files)
        self._wait(lambda: len(page.verdicts) == len(files))

    # Ways there

    def leave(self) -> None:
        """Nothing of a station stays."""
        page = self._custody.window.page("legajo")
        if isinstance(page, LegajoPage) and page.editing.running:
            page.editing.ask_question = lambda *_words, **_options: True
            page.editing.discard()
            self._wait(lambda: not page.editing.running)

    def _legajo(self) -> LegajoPage:
        self._custody.window.go("legajo")
        page = self._custody.window.page("legajo")
        assert isinstance(page, LegajoPage)
        self._wait(lambda: page.reading is not None and page.reading.records)
        page.look.hide()
        page.banner.hide()
        return page

    def _open(self, page: LegajoPage, section: str, kind: str = "") -> None:
        assert page.reading is not None
        found = next(
            one.shown.id for one in page.reading.records
            if one.shown.section == section and kind in {"", one.shown.kind} and (kind or one.shown.documents)
        )  # fmt: skip
        page.sections.choose(section)
        page.open_record(found)
        self._wait(lambda: page.record is not None and page.record.shown.shown.id == found and page.view.isVisible())

    def _change(self, section: str, kind: str) -> LegajoPage:
        page = self._legajo()
        self._open(page, section, kind)
        page.deeds.change()
        self._wait(page.editor.isVisible)
        return page

    def _write(self, page: LegajoPage, **fields: str) -> None:
        assert page.editor.form is not None
        for code, text in fields.items():
            editor = page.editor.form.fields[code].editor
            editor.put(text)
            editor.edited.emit()
            editor.left.emit()

    def _asked(self, page: LegajoPage) -> QWidget:
        boxes: list[QDialog] = []

        def keep(box: QDialog) -> bool:
            boxes.append(box)
            box.show()
            return False

        page.editing.ask_box = keep
        page.editing.send()
        return boxes[0]

    def _observed(self) -> RequestsPage:
        self._custody.window.go("requests")
        page = self._custody.window.page("requests")
        assert isinstance(page, RequestsPage)
        self._wait(lambda: page.reading is not None)
        assert page.reading is not None
        wanted = next(one.uuid for one in page.reading.every if one.state is RequestState.OBSERVED)
        page.filter.setCurrentIndex(1)
        page.open_item(wanted)
        self._wait(lambda: page.opened is not None and page.opened.known.shown.uuid == wanted)
        return page

    def _dialog(self, kind: type[Any]) -> Any:
        def shown() -> list[QWidget]:
            return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

        self._wait(shown)
        return shown()[0]

    def _papers(self) -> tuple[Path, ...]:
        """A certificate as a PDF, and its photograph."""
        pdf, photo = self._folder / "certificado.pdf", self._folder / "IMG_2041.jpg"
        if not pdf.exists():
            who = cast_career(0).identity
            words = "Certificado de 120 horas: Niñas y niños que leen en quechua"
            pdf.write_bytes(draw_evidence(Evidence("certificado", "", "DRE Puno", date(2026, 7, 10), words), who))
            _photograph(pdf, photo)
        return pdf, photo


class TrayStations:
    """What an office's person sees."""

    def __init__(self, custody: "Custody", wait: Wait) -> None:
        self._custody, self._wait = custody, wait

    def stations(self) -> tuple[Station, ...]:
        """Name, looks, arrangement."""
        return (
            ("bandeja", MAIN, self.case),
            ("bandeja-documento", ("", "-200"), self.document),
            ("bandeja-observar", ("",), self.question),
        )

    def case(self) -> None:
        """The list, the first request opened."""
        self._tray()

    def document(self) -> None:
        """Its certificate beside it."""
        page = self._tray()
        page.papers.turn(1)
        self._wait(lambda: page.papers.pane.viewer.page_count > 0)

    def question(self) -> QWidget:
        """The reason for an observation."""
        page = self._tray()
        assert page.view.shown is not None
        assert page.found is not None
        codes, reasons = (page.view.shown.code,), page.found.reasons
        question = question_of(Decision.OBSERVE, codes, page.view.shown.who, reasons, paper=False)
        box = DecisionDialog(page.window(), question, dangerous=False)
        box.show()
        return box

    def leave(self) -> None:
        """No document stays open."""
        self._tray().papers.close()

    def _tray(self) -> TrayPage:
        self._wait(lambda: "tray" in self._custody.window.keys)
        self._custody.window.go("tray")
        page = self._custody.window.page("tray")
        assert isinstance(page, TrayPage)
        self._wait(lambda: page.view.shown is not None)
        with suppress(StopIteration):
            line = next(one for one in page.list.model.rows if "capacitación" in one.what)
            page.open_item(line.uuid)
            self._wait(lambda: page.view.shown is not None and page.view.shown.uuid == line.uuid)
        return page


def _photograph(pdf: Path, photo: Path) -> None:
    """A sheet on a table, a little askew."""
    from PIL import Image

    drawn = render(pdf.read_bytes(), 0, 1.6)
    sheet = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.bgrx, "raw", "BGRX", drawn.stride)
    table = Image.new("RGB", (drawn.width + 160, drawn.height + 160), (118, 104, 90))
    table.paste(sheet, (80, 80))
    table.rotate(1.5, fillcolor=(118, 104, 90)).save(photo, quality=85)
