"""Where the packets go: the folder, whose limits count, what seals them; and what is about to be made, in words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import breakable, label, set_text
from desktop.presenters.export import copy_warning
from desktop.theme import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, note
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.batch.recipe import NO_LIMITS
from documents.packet.profiles import Profile


class TargetStep(QWidget):
    """`folder` and `papers` are chosen by `folder_wanted` and `papers_wanted`; `destination` is the profile's key."""

    folder_wanted = Signal()
    papers_wanted = Signal()
    key_wanted = Signal()

    def __init__(self, profiles: Sequence[Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.folder: Path | None = None
        self.papers: Path | None = None
        none = translate("packets", "Sin límite: carpeta, memoria USB o impresora")
        self.place = ChoiceField(
            translate("packets", "&Para qué mesa de partes"),
            [(f"={NO_LIMITS}", none), *((f"={each.clave}", each.nombre) for each in profiles)],
            translate("packets", "Sus límites de tamaño y su manera de foliar se respetan."), empty=False,
        )  # fmt: skip
        self.choose = secondary(translate("packets", "&Elegir carpeta…"), self.folder_wanted.emit, "folder-open")
        self.chosen = label("", wrap=True)
        self.choose_papers = secondary(translate("packets", "Carpeta con &otros PDF…"), self.papers_wanted.emit)
        self.papers_words = label("", "small", wrap=True)
        self.key = secondary(translate("packets", "Clave de la o&ficina…"), self.key_wanted.emit, "key-round")
        self.key_words = label("", "small", wrap=True)
        self.summary = label("", wrap=True)
        self._lay_out()
        self.show_folder(None)
        self.show_papers(None)
        self.show_key("")
        self.setFocusProxy(self.choose)

    @property
    def destination(self) -> str:
        """The key of the profile."""
        return self.place.text.removeprefix("=")

    def show_folder(self, folder: Path | None) -> None:
        """Where the files will be."""
        self.folder = folder
        words = translate("packets", "Todavía no eligió la carpeta.")
        set_text(self.chosen, breakable(str(folder)) if folder else words)

    def show_papers(self, papers: Path | None) -> None:
        """One more place where documents are looked for."""
        self.papers = papers
        words = translate(
            "packets", "Opcional: PDF de la oficina, con el DNI en el nombre del archivo (y el mes: 2015-03)."
        )
        set_text(self.papers_words, breakable(str(papers)) if papers else words)

    def show_key(self, office: str) -> None:
        """Whose seal the old payslips get, "" for none."""
        sealed = translate("packets", "Las boletas antiguas y constancias llevan el sello de {office}.").format(
            office=office
        )
        plain = translate("packets", "Sin clave, las boletas antiguas y sus constancias salen sin sello, y lo dicen.")
        set_text(self.key_words, sealed if office else plain)

    def show_summary(self, lines: Sequence[str]) -> None:
        """What is about to be made."""
        set_text(self.summary, "\n".join(lines))

    def _lay_out(self) -> None:
        where = Card(translate("packets", "Dónde se guardan"), spacing=12)
        for button, words in (
            (self.choose, self.chosen), (self.choose_papers, self.papers_words), (self.key, self.key_words)
        ):  # fmt: skip
            row = FlowLayout()
            row.addWidget(button)
            where.body.addLayout(row)
            where.body.addWidget(words)
        what = Card(translate("packets", "Lo que se va a armar"), spacing=12)
        what.body.addWidget(self.summary)
        what.body.addWidget(note(copy_warning()))
        limits = Card(translate("packets", "Destino"), spacing=12)
        limits.body.addWidget(self.place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, theme().px(6), 0)
        whole.setSpacing(theme().px(14))
        for card in (where, limits, what):
            whole.addWidget(card)
        whole.addStretch(1)
