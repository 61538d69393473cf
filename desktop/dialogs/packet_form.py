"""The form of the packet dialog: destination, request (FUT), documents, folios. Judges nothing but what is missing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.packet import (
    Proposal,
    addressed,
    direction_words,
    missing_words,
    place_of,
    rules_words,
)
from desktop.theme import theme
from desktop.widgets.card import Card
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.field_grid import FieldGrid
from desktop.widgets.fields import Field
from desktop.widgets.packet_items import PacketItems
from desktop.widgets.place_search import PlaceSearch
from desktop.widgets.text_field import TextField
from desktop.words import translate
from documents.packet.folios import Direction
from documents.packet.fut import Applicant, Fut, missing

if TYPE_CHECKING:
    from documents.packet.profiles import Profile


class PacketForm(QWidget):
    """`propose` fills it; `fut` and `profile` are what it says now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._profile: Profile | None = None
        self._proposed: dict[str, str] = {}
        self.place = PlaceSearch()
        self.rules = label("", "quiet", wrap=True)
        self.items = PacketItems()
        self.fields: dict[str, Field | TextField] = {
            "resumen": Field(translate("packet", "Qué pide, en una línea")),
            "dependencia": Field(translate("packet", "A quién se dirige")),
            "paterno": Field(translate("packet", "Apellido paterno")),
            "materno": Field(translate("packet", "Apellido materno")),
            "nombres": Field(translate("packet", "Nombres")),
            "doc_numero": Field(translate("packet", "Número de documento")),
            "cargo": Field(translate("packet", "Cargo")),
            "institucion": Field(translate("packet", "Institución educativa")),
            "domicilio": Field(translate("packet", "Dirección")),
            "ubigeo": Field(translate("packet", "Distrito, provincia y departamento")),
            "telefono": Field(translate("packet", "Celular")),
            "correo": Field(translate("packet", "Correo")),
            "fundamentacion": TextField(translate("packet", "Por qué lo pide")),
            "lugar": Field(translate("packet", "Ciudad donde firma")),
        }
        directions = [
            (each.value, direction_words(each)) for each in (Direction.BACK_TO_FRONT, Direction.FRONT_TO_BACK)
        ]
        self.direction = ChoiceField(
            translate("packet", "Sentido de los folios"), directions, empty=False,
            hint=translate("packet", "De atrás hacia adelante: el folio 1 es la última hoja."),
        )  # fmt: skip
        self.start = Field(
            translate("packet", "Empieza en el folio"), translate("packet", "El 1, salvo que continúe otro expediente.")
        )
        self.start.edit.setValidator(QIntValidator(1, 99_999, self.start))
        self._lay_out()
        self.place.chosen.connect(self._adopt_place)

    def propose(self, proposal: Proposal) -> None:
        """Fill what is known; what the person wrote already stays."""
        for code in self.fields.keys() & set(Proposal.__slots__):
            self._offer(code, getattr(proposal, code))
        self._doc_tipo = proposal.doc_tipo

    def follow(self, profile: "Profile") -> None:
        """Show the rules of a destination, and take over how it wants folios."""
        self._profile = profile
        set_text(self.rules, "\n".join(rules_words(profile)))
        self.direction.put(profile.foliation.direction.value)
        self.start.put(str(profile.foliation.start))

    @property
    def profile(self) -> "Profile | None":
        """The destination's rules with the folios as chosen."""
        if self._profile is None:
            return None
        direction = Direction(self.direction.text)
        foliation = replace(self._profile.foliation, direction=direction, start=max(1, int(self.start.text or 1)))
        return replace(self._profile, foliation=foliation)

    def fut(self, today: date, code: str) -> Fut:
        """The request as it is written. `code`: of the request in Mi legajo, or ""."""
        text = {name: field.text.strip() for name, field in self.fields.items()}
        return Fut(
            resumen=text["resumen"],
            dependencia=text["dependencia"],
            solicitante=self._applicant(text),
            fundamentacion=text["fundamentacion"],
            lugar=text["lugar"],
            fecha=today,
            codigo_solicitud=code,
        )

    def complain(self, fut: Fut) -> bool:
        """Say at its field what is missing, and lead to the first; False when nothing is."""
        words = missing_words(missing(fut))
        lacking = {("paterno" if name == "apellidos" else name): said for name, said in words.items()}
        for code, field in self.fields.items():
            field.complain(lacking.get(code, ""))
        first = next((field for code, field in self.fields.items() if code in lacking), None)
        if first is not None:
            first.setFocus()
        return bool(lacking)

    def _applicant(self, text: Mapping[str, str]) -> Applicant:
        return Applicant(
            apellido_paterno=text["paterno"],
            apellido_materno=text["materno"],
            nombres=text["nombres"],
            doc_numero=text["doc_numero"],
            doc_tipo=self._doc_tipo,
            cargo=text["cargo"],
            institucion=text["institucion"],
            nombre_via=text["domicilio"],
            ubigeo=text["ubigeo"],
            telefono=text["telefono"],
            correo=text["correo"],
        )

    def _adopt_place(self, _key: str, name: str) -> None:
        self._offer("dependencia", addressed(name))
        self._offer("lugar", place_of(name))

    def _offer(self, code: str, text: str) -> None:
        """Put a proposal where nothing stands but an earlier proposal."""
        field = self.fields[code]
        if field.text in {"", self._proposed.get(code, "")}:
            field.put(text)
            field.complain("")
            self._proposed[code] = text

    def _lay_out(self) -> None:
        self._doc_tipo = "DNI"
        fields = self.fields
        where = Card(translate("packet", "1. Dónde lo presenta"))
        where.body.addWidget(self.place)
        where.body.addWidget(self.rules)
        request = Card(translate("packet", "2. Su pedido (FUT)"), spacing=12)
        for code in ("resumen", "dependencia"):
            request.body.addWidget(fields[code])
        person = ("paterno", "materno", "nombres", "doc_numero", "cargo", "institucion", "domicilio", "ubigeo",
                  "telefono", "correo")  # fmt: skip
        request.body.addWidget(FieldGrid([fields[code] for code in person]))
        request.body.addWidget(fields["fundamentacion"])
        request.body.addWidget(FieldGrid([fields["lugar"]]))
        papers = Card(translate("packet", "3. Documentos, en este orden"))
        papers.body.addWidget(self.items)
        folios = Card(translate("packet", "4. Foliación"))
        folios.body.addWidget(FieldGrid([self.direction, self.start]))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, theme().px(6), 0)
        whole.setSpacing(theme().px(14))
        for card in (where, request, papers, folios):
            whole.addWidget(card)
        whole.addStretch(1)
