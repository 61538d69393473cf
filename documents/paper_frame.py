"""What every page of a paper carries: office and title on top, whom it is about, the QR and the page's number below.

The person stands on each page under the same labels: a page of another person's paper says whose it is.
"""

from documents.figures import printed_date
from documents.fonts import Face, fitting, printable, width, wrap
from documents.paper import Field, Paper
from documents.paper_blocks import field_rows
from documents.payslip_frame import COLUMN, LEFT, RIGHT, WIDE, SealNote, code_footer
from documents.qr import QrBars
from documents.sheet import Ink, Item, Rule, Strip, Words, ending_at, joined

SEAL_TITLE = "Sello de integridad"
_UNSEALED = "El código solo nombra el documento. No prueba que sea auténtico: vale con la firma de la oficina."
_MEANING = "Permite comprobar, sin internet, que cada página de {what} es la que emitió la entidad."


def header(paper: Paper) -> Strip:
    """The first page's: the office on the left, the title on the right, the person and the paper's facts below."""
    left = joined(
        *_lines(paper.office.dre, Face.SEMIBOLD, 8.4, Ink.QUIET),
        *_lines(paper.office.nombre, Face.SEMIBOLD, 13, Ink.STRONG),
        *_lines(f"Código {paper.office.codigo}", Face.REGULAR, 8.4, Ink.QUIET),
    )
    title = printable(paper.title)
    size = max(12.0, fitting(title, Face.SEMIBOLD, 18, COLUMN))
    pieces = wrap(title, Face.SEMIBOLD, size, COLUMN)
    right: list[Item] = [
        ending_at(RIGHT, 9.4, paper.kind.value[0].upper(), Face.SEMIBOLD, 8.4, Ink.QUIET),
        *(
            ending_at(RIGHT, 29 + size * 1.15 * row, piece, Face.SEMIBOLD, size, Ink.STRONG)
            for row, piece in enumerate(pieces)
        ),
    ]
    height = max(left.height + 9, 36 + size * 1.15 * (len(pieces) - 1))
    return joined(Strip(height, (*left.items, *right)), _person(paper))


def _lines(text: str, face: Face, size: float, ink: Ink) -> list[Strip]:
    height = size * 0.9 + 4.4
    pieces = wrap(printable(text), face, size, COLUMN)
    return [Strip(height, (Words(LEFT, 0.78 * height, piece, face, size, ink),)) for piece in pieces]


def continued_header(paper: Paper) -> Strip:
    """The running head of a later page: office and title in one line, and whom it is about again."""
    office, title = printable(paper.office.nombre), printable(paper.title)
    room = WIDE - 24
    size = min(9.0, 9.0 * room / max(width(office + title, Face.SEMIBOLD, 9.0), 1.0))
    head = Strip(
        15,
        (
            Words(LEFT, 10, office, Face.SEMIBOLD, size, Ink.STRONG),
            ending_at(RIGHT, 10, title, Face.SEMIBOLD, size, Ink.STRONG),
        ),
    )
    return joined(head, _person(paper))


def _person(paper: Paper) -> Strip:
    """Labels and values between two rules: the person on the left, the paper on the right."""
    rows = field_rows(_alternating(_person_fields(paper), _paper_fields(paper)))
    top = Strip(5, (Rule(LEFT, 0, WIDE, 0.8, Ink.STRONG),))
    bottom = Strip(4, (Rule(LEFT, 2.5, WIDE, 0.8, Ink.RULE),))
    return joined(top, *rows, bottom)


def _person_fields(paper: Paper) -> list[Field]:
    person = paper.person
    return [
        ("Apellidos", person.apellidos),
        ("Nombres", person.nombres),
        ("Documento de Identidad", f"{person.doc_tipo} {person.doc_numero}"),
        *([("Cod. Modular", person.codigo_modular)] if person.codigo_modular else []),
    ]


def _paper_fields(paper: Paper) -> list[Field]:
    fields = [("Oficina emisora", paper.office.nombre), ("Fecha de emisión", printed_date(paper.issued))]
    if paper.valid_until:
        fields.append(("Válido hasta", printed_date(paper.valid_until)))
    if paper.span:
        fields += [("Desde", paper.span[0].printed), ("Hasta", paper.span[1].printed)]
    return [*fields, *paper.facts]


def _alternating(left: list[Field], right: list[Field]) -> list[Field]:
    """One from each side in turn, so that they stand in two columns; blanks keep the columns where one is shorter."""
    length = max(len(left), len(right))
    blank = [("", "")]
    padded = zip(left + blank * (length - len(left)), right + blank * (length - len(right)), strict=True)
    return [field for pair in padded for field in pair]


def footer(paper: Paper, qr: QrBars, *, page: int, pages: int, note: SealNote | None) -> Strip:
    """The QR, what it is for, and the number of the page. Raises SealTooLongError."""
    if note is None:
        return code_footer(qr, "Sin sello", _UNSEALED, f"Página {page} de {pages}", None)
    meaning = _MEANING.format(what=paper.kind.value[1])
    return code_footer(qr, SEAL_TITLE, meaning, f"Página {page} de {pages}", note)
