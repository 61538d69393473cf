"""The Formulario Único de Trámite as a record: what is asked, of whom, by whom, on what grounds.

The fields are those of the paper form, in its order. The list of attached documents and their folios is not here: it
follows from what the packet holds.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class PersonKind(StrEnum):
    """Who asks."""

    NATURAL = "Persona natural"
    JURIDICA = "Persona jurídica"
    INSTITUCION = "Institución educativa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """The one who asks. `razon_social` is of a legal person or a school, the surnames are of the one who signs."""

    apellido_paterno: str
    apellido_materno: str
    nombres: str
    doc_numero: str
    doc_tipo: str = "DNI"
    persona: PersonKind = PersonKind.NATURAL
    razon_social: str = ""
    codigo_modular: str = ""
    cargo: str = ""
    institucion: str = ""
    codigo_modular_ie: str = ""
    tipo_via: str = ""
    nombre_via: str = ""
    referencia: str = ""
    ubigeo: str = ""  # in words: distrito, provincia, departamento
    telefono: str = ""
    correo: str = ""

    @property
    def apellidos_y_nombres(self) -> str:
        """As printed under the signature."""
        surnames = " ".join(part for part in (self.apellido_paterno, self.apellido_materno) if part)
        return f"{surnames}, {self.nombres}"

    @property
    def domicilio(self) -> str:
        """Street and reference on one line."""
        street = f"{self.tipo_via} {self.nombre_via}".strip()
        return f"{street} ({self.referencia})" if self.referencia and street else street or self.referencia


@dataclass(frozen=True, slots=True, kw_only=True)
class Fut:
    """One request. `codigo_solicitud` is the code that Mi legajo gave: it ties the expediente to that request."""

    resumen: str
    dependencia: str
    solicitante: Applicant
    fundamentacion: str  # several paragraphs, parted by line ends
    lugar: str
    fecha: date
    numero_oficio: str = ""
    codigo_solicitud: str = ""


MAX_GROUNDS: Final = 20_000  # characters of fundamentación: five pages


def missing(fut: Fut) -> tuple[str, ...]:
    """Names of the fields without which no mesa de partes takes a request; "fundamentacion" also when it is endless."""
    person = fut.solicitante
    asked = {
        "resumen": fut.resumen,
        "dependencia": fut.dependencia,
        "apellidos": person.apellido_paterno or person.apellido_materno,
        "nombres": person.nombres,
        "doc_numero": person.doc_numero,
        "fundamentacion": fut.fundamentacion if len(fut.fundamentacion) <= MAX_GROUNDS else "",
        "lugar": fut.lugar,
    }
    return tuple(name for name, value in asked.items() if not value.strip())
