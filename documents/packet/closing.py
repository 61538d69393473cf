"""Draws the last page, "Qué hacer con este archivo": for the person, after the destination's rules. It has no folio.

Terms: TUO Ley 27444 (D.S. 004-2019-JUS): two business days to mend an observed writing (art. 136); terms run from the
business day after the *cargo de recepción*.
"""

from collections.abc import Iterator, Sequence

from documents.fonts import Face
from documents.packet import paper
from documents.packet.fut import Fut
from documents.packet.paper import BOTTOM, LEFT, Page
from documents.packet.profiles import MEGABYTE, Profile
from documents.sheet import Ink, Strip, Words, joined


def closing_pages(fut: Fut, profile: Profile, names: Sequence[str]) -> list[Page]:
    """Numbered steps. `names`: the files of the packet, in order."""
    head = paper.title_head("HOJA PARA USTED · NO LLEVA FOLIO", "Qué hacer con este archivo", profile.nombre)
    strips = [_step(at, title, said) for at, (title, said) in enumerate(_steps(fut, profile, names), start=1)]
    if profile.notas:
        strips.append(joined(paper.heading("Reglas que conocemos de este destino"), *_notes(profile)))
    return paper.pages_of(strips, head=head, next_head=head, bottom=BOTTOM, next_bottom=BOTTOM)


def _step(at: int, title: str, said: str) -> Strip:
    number = Words(LEFT + 8, 13, str(at), Face.SEMIBOLD, 13, Ink.STRONG)
    name = Words(LEFT + 34, 12.4, title, Face.SEMIBOLD, 11, Ink.STRONG)
    return joined(Strip(18, (number, name)), *paper.lines(said, 9.8, x=LEFT + 34), paper.gap(11))


def _notes(profile: Profile) -> Iterator[Strip]:
    for note in profile.notas:
        yield from paper.lines(f"· {note}", 9.4)
    yield from paper.lines(
        f"Fuente: {profile.fuente}. Confirme en su mesa de partes: las reglas cambian.", 8.2, ink=Ink.QUIET
    )


def _steps(fut: Fut, profile: Profile, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield (
        "Firme la solicitud",
        (
            "Imprima la primera hoja y fírmela a mano, o use la forma de firma que acepte la entidad. "
            "Si la escanea firmada, agréguela como primer documento y vuelva a armar el paquete."
        ),
    )
    yield "Revise los folios", "Pase las páginas: cada hoja debe verse completa y con su número arriba a la derecha."
    yield "Preséntelo en la mesa de partes", _where(profile, names)
    if profile.confirms_by_mail:
        yield (
            "Confirme desde su correo",
            "Le llegará un enlace. Mientras no lo abra, su pedido no ingresa. Mire también el correo no deseado.",
        )
    yield (
        "Guarde el cargo y el número de expediente",
        (
            "La constancia de presentación solo dice que usted envió. El cargo de recepción dice que lo recibieron: "
            "los plazos corren desde el día hábil siguiente al cargo."
        ),
    )
    yield "Si observan su pedido", "Tiene 2 días hábiles para completarlo. Si no lo hace, se tiene por no presentado."
    if fut.codigo_solicitud:
        yield (
            "Siga su solicitud en Mi legajo",
            (f"Este paquete sustenta la solicitud N° {fut.codigo_solicitud}. Anote con ella el expediente."),
        )


def _where(profile: Profile, names: Sequence[str]) -> str:
    limit = f"{profile.max_file_bytes / MEGABYTE:g} MB"
    if len(names) == 1:
        sentences = [f"Suba este archivo completo, en PDF. Aceptan hasta {limit}."]
    else:
        sentences = [f"Suba los {len(names)} archivos, en orden: {', '.join(names)}. Cada uno pesa menos de {limit}."]
    if profile.hours:
        sentences.append(f"Atención: {profile.hours}.")
    if profile.cut_off:
        sentences.append(f"Lo que llega después de las {profile.cut_off} cuenta desde el siguiente día hábil.")
    return " ".join(sentences)
