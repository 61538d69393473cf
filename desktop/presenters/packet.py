"""What the packet dialog says: the request filled in from what is known, the rules of a destination, what was built.

No Qt. Everything filled in is a proposal: the person may write over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.presenters.requests_detail import read_day
from desktop.words import translate
from documents.identifiers import Trouble
from documents.identifiers_of_offices import read_expediente
from documents.legajo import SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_values import summarised
from documents.legajo_words import sentence
from documents.packet.folios import Direction
from documents.packet.profiles import MEGABYTE, Profile
from documents.packet.records import PacketResult
from documents.packet.words import megabytes, said
from documents.payslip import Payslip
from storage.records import PersonFact
from storage.request_records import Expediente, RequestAction, ShownRequest

_PARTICLES = frozenset({"DE", "DEL", "LA", "LAS", "LOS", "SAN", "SANTA", "Y", "VON", "VAN", "DA", "DI"})
_KEPT = frozenset({"UGEL", "DRE", "GRE", "DRELM"})
_LOW = frozenset({"de", "del", "la", "las", "los", "y", "el"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The text fields of the request, as they are first shown."""

    resumen: str
    dependencia: str
    paterno: str
    materno: str
    nombres: str
    doc_tipo: str
    doc_numero: str
    cargo: str
    institucion: str
    correo: str
    fundamentacion: str
    lugar: str


def propose(
    request: ShownRequest, person: PersonFact, catalogue: LegajoCatalogue, newest: Payslip | None, office: str
) -> Proposal:
    """From the request, the person and the newest payslip. `office`: name of the destination, or ""."""
    paterno, materno = split_surnames(person.apellidos)
    asked = asked_for(request, catalogue)
    return Proposal(
        resumen=translate("packet", "Solicito {asked}").format(asked=asked),
        dependencia=addressed(office),
        paterno=paterno,
        materno=materno,
        nombres=person.nombres,
        doc_tipo=person.doc_tipo,
        doc_numero=person.doc_numero,
        cargo=named(newest.cargo) if newest else "",
        institucion=newest.establecimiento if newest else "",
        correo=person.correo,
        fundamentacion=_grounds(request, catalogue, asked),
        lugar=place_of(office),
    )


def asked_for(request: ShownRequest, catalogue: LegajoCatalogue) -> str:
    """The wish in half a sentence: "incorporar en mi legajo personal: Título profesional"."""
    content = request.content
    kind = catalogue.kind(content.kind)
    what = kind.name if kind else content.kind
    match content.action:
        case RequestAction.NEW:
            return translate("packet", "incorporar en mi legajo personal: {what}").format(what=what)
        case RequestAction.CHANGE:
            return translate("packet", "modificar en mi legajo personal: {what}").format(what=what)
        case RequestAction.REMOVE:
            return translate("packet", "retirar de mi legajo personal: {what}").format(what=what)
        case RequestAction.HOJA_DE_VIDA:
            return translate("packet", "mi reporte de hoja de vida")
        case _:
            return translate("packet", "mi informe escalafonario")


def _grounds(request: ShownRequest, catalogue: LegajoCatalogue, asked: str) -> str:
    content = request.content
    lines = []
    if request.code:
        lines.append(
            translate("packet", "Que presenté en Mi legajo la solicitud N° {code}, con la que pido {asked}.").format(
                code=request.code, asked=asked
            )
        )
    else:
        lines.append(translate("packet", "Que pido {asked}.").format(asked=asked))
    kind = catalogue.kind(content.kind)
    named_by = summarised(kind, content.fields, catalogue.lists) if kind else ()
    if kind and named_by:
        lines.append(translate("packet", "Se trata de: {what}.").format(what=", ".join(named_by)))
    if content.documents:
        lines.append(translate("packet", "Adjunto los documentos que lo sustentan."))
    lines.append(translate("packet", "Por lo expuesto, pido a usted acceder a lo solicitado."))
    return "\n".join(lines)


def addressed(office: str) -> str:
    """Who the request is addressed to."""
    return translate("packet", "Director(a) de la {office}").format(office=named(office)) if office else ""


def place_of(office: str) -> str:
    """Where it is probably signed: the office's name without what it is. The person writes over it."""
    words = office.split()
    if not words or words[0].upper() not in _KEPT or any(sign.isdigit() for sign in office):
        return ""
    return named(" ".join(words[1:]))


def named(text: str) -> str:
    """ "UGEL SAN ROMÁN" as it is written: "UGEL San Román"."""
    words = [_cased(word) for word in text.split()]
    return " ".join(word if at else word[:1].upper() + word[1:] for at, word in enumerate(words))


def _cased(word: str) -> str:
    if word.upper() in _KEPT or not word.isupper():
        return word
    return word.lower() if word.lower() in _LOW else word.capitalize()


def split_surnames(surnames: str) -> tuple[str, str]:
    """Father's and mother's: particles belong to what follows them ("DE LA CRUZ QUISPE")."""
    words = surnames.split()
    end = 0
    while end < len(words) - 1 and words[end].upper() in _PARTICLES:
        end += 1
    return " ".join(words[: end + 1]), " ".join(words[end + 1 :])


def document_title(document: SupportingDocument, catalogue: LegajoCatalogue) -> str:
    """ "Resolución RD N° 1234-2013-UGEL-SR", or what its sumilla says."""
    rule = catalogue.support.field("tipo")
    codes = catalogue.code_list(rule) if rule else None
    choice = codes.choice(document.tipo) if codes else None
    kind = choice.label if choice else translate("packet", "Documento")
    rest = document.numero or document.sumilla
    return f"{kind}: {rest}" if rest else kind


def rules_words(profile: Profile) -> tuple[str, ...]:
    """What a destination takes, a sentence each."""
    limit = f"{profile.max_file_bytes / MEGABYTE:g} MB"
    if profile.max_files == 1:
        lines = [translate("packet", "Acepta un solo PDF de hasta {limit}.").format(limit=limit)]
    else:
        lines = [
            translate("packet", "Acepta hasta {count} archivos PDF de {limit} cada uno.").format(
                count=profile.max_files, limit=limit
            )
        ]
    if profile.hours:
        lines.append(translate("packet", "Atención: {hours}.").format(hours=profile.hours))
    if profile.cut_off:
        lines.append(
            translate("packet", "Lo que llega después de las {time} cuenta desde el siguiente día hábil.").format(
                time=profile.cut_off
            )
        )
    return (*lines, *profile.notas)


def direction_words(direction: Direction) -> str:
    """How folios run."""
    if direction is Direction.BACK_TO_FRONT:
        return translate("packet", "De atrás hacia adelante")
    return translate("packet", "De adelante hacia atrás")


def result_words(result: PacketResult, profile: Profile) -> tuple[str, ...]:
    """What lies in the folder now."""
    lines = [
        translate("packet", "{name}: {pages} páginas, {size} de {limit} que aceptan.").format(
            name=file.path.name, pages=file.pages, size=megabytes(file.size),
            limit=megabytes(profile.max_file_bytes),
        )
        for file in result.files
    ]  # fmt: skip
    if len(result.files) > 1:
        lines.append(
            translate("packet", "Son {count} archivos porque juntos pasan el límite: súbalos en orden.").format(
                count=len(result.files)
            )
        )
    lines.append(translate("packet", "Folios: {count}.").format(count=result.report.total_folios))
    return tuple(lines)


def remark_words(result: PacketResult) -> tuple[str, ...]:
    """What was done to the documents, or should be looked at."""
    return tuple(f"«{remark.title}»: {said(remark)}" for remark in result.report.remarks)


def next_steps(result: PacketResult, profile: Profile) -> tuple[str, ...]:
    """What to do now, in order."""
    steps = [
        translate("packet", "Abra el PDF y firme la primera hoja: impresa y escaneada, o como acepte la entidad."),
        translate("packet", "Revise que cada hoja se vea completa y con su folio arriba a la derecha."),
        translate("packet", "Súbalo a la mesa de partes: {name}.").format(name=profile.nombre)
        if len(result.files) == 1
        else translate("packet", "Suba los archivos, en orden, a la mesa de partes: {name}.").format(
            name=profile.nombre
        ),
    ]
    if profile.confirms_by_mail:
        steps.append(translate("packet", "Abra el enlace que le llega al correo: sin eso, su pedido no ingresa."))
    steps.append(translate("packet", "Guarde el cargo y escriba aquí abajo el número de expediente que le den."))
    return tuple(steps)


def read_receipt(numero: str, clave: str, fecha: str, today: date) -> Expediente | dict[str, str]:
    """What the mesa de partes gave, or what is wrong by field ("numero", "clave", "fecha")."""
    wrong: dict[str, str] = {}
    number = read_expediente(numero)
    if not numero.strip():
        wrong["numero"] = translate("packet", "Falta el número. Está en el cargo que le dio la mesa de partes.")
    elif isinstance(number, Trouble):
        wrong["numero"] = sentence(number.code, number.arguments)
    dated = read_day(fecha, today)
    if dated is None:
        wrong["fecha"] = translate("packet", "Escriba el día en que lo presentó, así: {example}. Hoy o antes.").format(
            example=f"{today:%d/%m/%Y}"
        )
    if len(clave.strip()) > 40:
        wrong["clave"] = translate("packet", "La clave es demasiado larga. Cópiela del cargo.")
    if wrong or isinstance(number, Trouble) or dated is None:
        return wrong
    return Expediente(number.value, clave.strip(), dated)


def missing_words(names: Sequence[str]) -> dict[str, str]:
    """A sentence for each field of the request that a mesa de partes asks for."""
    known = {
        "resumen": translate("packet", "Falta el pedido. Escríbalo en una línea."),
        "dependencia": translate("packet", "Falta a quién se dirige. Por ejemplo: Director(a) de la UGEL."),
        "apellidos": translate("packet", "Faltan sus apellidos."),
        "nombres": translate("packet", "Faltan sus nombres."),
        "doc_numero": translate("packet", "Falta el número de su documento."),
        "fundamentacion": translate("packet", "Falta por qué lo pide, o es demasiado largo (hasta 20,000 letras)."),
        "lugar": translate("packet", "Falta la ciudad donde firma."),
    }
    return {name: known[name] for name in names}
