"""A page as a forger edits it: its content stream as instructions, its runs of text with their places.

Made for pages drawn by `documents.payslip_pdf` (one text object, a Tm before each string). Places are points from the
bottom left corner, as in the file.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Operator, Stream

from documents.fonts import Face

Instruction = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """One string of a page: which instructions set it, where it stands and in what."""

    place: int  # index of its Tm
    show: int  # index of its Tj
    text: str
    font: str
    face: Face
    size: float
    x: float
    y: float
    wide: float
    ink: tuple[float, float, float]

    @property
    def right(self) -> float:
        return self.x + self.wide

    def box(self, margin: float = 0.6) -> tuple[float, float, float, float]:
        """x, y, width, height of what the run covers."""
        return (self.x - margin, self.y - 0.24 * self.size, self.wide + 2 * margin, 1.05 * self.size)


class Letters:
    """What the codes of one embedded font mean and how wide they are."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.face = Face.SEMIBOLD if "SemiBold" in str(font.BaseFont) else Face.REGULAR
        self.text = _to_unicode(font.ToUnicode.read_bytes())
        self.codes = {letter: code for code, letter in self.text.items()}
        first = int(font.FirstChar)
        self.widths = {first + index: float(wide) for index, wide in enumerate(font.Widths)}

    def read(self, codes: bytes) -> str:
        return "".join(self.text.get(code, "?") for code in codes)

    def wide(self, codes: bytes, size: float) -> float:
        return sum(self.widths.get(code, 0) for code in codes) * size / 1000

    def write(self, text: str) -> bytes | None:
        """The codes of a text; None when the subset lacks a letter."""
        if all(letter in self.codes for letter in text):
            return bytes(self.codes[letter] for letter in text)
        return None


class Sheet:
    """One page of an opened PDF, to be changed and saved."""

    def __init__(self, data: bytes, page: int = 0) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.page = self.pdf.pages[page]
        self.code: list[Instruction] = [
            (each.operands, each.operator) for each in pikepdf.parse_content_stream(self.page)
        ]
        self.letters = {name: Letters(font) for name, font in self.page.Resources.Font.items() if "/ToUnicode" in font}

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(self._read_runs())

    def _read_runs(self) -> list[Run]:
        found: list[Run] = []
        font, size, x, y, ink, place = "", 0.0, 0.0, 0.0, (0.0, 0.0, 0.0), 0
        for index, (operands, operator) in enumerate(self.code):
            match str(operator):
                case "rg":
                    ink = tuple(map(float, operands))  # type: ignore[assignment]
                case "Tm":
                    x, y, place = float(operands[4]), float(operands[5]), index
                case "Tf":
                    font, size = str(operands[0]), float(operands[1])
                case "Tj":
                    letters, codes = self.letters[font], bytes(operands[0])
                    text, wide = letters.read(codes), letters.wide(codes, size)
                    found.append(Run(place, index, text, font, letters.face, size, x, y, wide, ink))
        return found

    def find(self, text: str, nth: int = 0) -> Run:
        """The nth run of exactly this text; without one, the nth that contains it."""
        exact = [run for run in self.runs if run.text == text]
        return (exact or [run for run in self.runs if text in run.text])[nth]

    def beside(self, label: str) -> Run:
        """The value that stands to the right of a label."""
        mark = self.find(label)
        row = [run for run in self.runs if abs(run.y - mark.y) < 2 and run.x > mark.right]
        return min(row, key=lambda run: run.x)

    def rewrite(self, run: Run, text: str, *, keep: str = "right") -> None:
        """Other words in the same face at the same place; the font is fetched anew where its subset lacks a letter."""
        letters = self.letters[run.font]
        codes = letters.write(text)
        if codes is None:
            self._borrow(run, text, keep)
            return
        x = run.right - letters.wide(codes, run.size) if keep == "right" else run.x
        self._move(run, x)
        self.code[run.show] = ([pikepdf.String(codes)], Operator("Tj"))

    def _borrow(self, run: Run, text: str, keep: str) -> None:
        from tests.attacks.faces import text_width

        x = run.right - text_width(text, run.face, run.size) if keep == "right" else run.x
        self._move(run, x)
        self.replace_show(run, self.shown_in_own_font(run, text))

    def shown_in_own_font(self, run: Run, text: str, *, reads: str | None = None, swaps: tuple[str, ...] = ()) -> bytes:
        """Operators that show a text in a font the forger brings; `reads` is what its ToUnicode claims."""
        from tests.attacks.faces import own_font

        name, codes = own_font(self.pdf, self.page, run.face, text, reads=reads, swaps=swaps)
        back = f"{run.font} {run.size} Tf".encode()
        return name + f" {run.size} Tf <{codes.hex()}> Tj ".encode() + back

    def _move(self, run: Run, x: float) -> None:
        operands = [*list(self.code[run.place][0])[:4], Decimal(f"{x:.2f}"), Decimal(f"{run.y:.2f}")]
        self.code[run.place] = (operands, Operator("Tm"))

    def replace_show(self, run: Run, operators: bytes) -> None:
        """Other operators instead of the string of a run. The runs found before stay valid."""
        self.code[run.show] = ([], operators)

    def remove(self, run: Run) -> None:
        self.replace_show(run, b"")

    def wrap(self, run: Run, before: bytes, after: bytes) -> None:
        """Operators around the string of a run."""
        codes = bytes(self.code[run.show][0][0]).hex()
        self.replace_show(run, before + f" <{codes}> Tj ".encode() + after)

    def append(self, operators: bytes) -> None:
        """Paints over all that is there."""
        self.code.append(([], b"q " + operators + b" Q"))

    def prepend(self, operators: bytes) -> None:
        """Paints under all that is there."""
        self.code.insert(0, ([], b"q " + operators + b" Q"))
        self.__dict__.pop("runs", None)

    def qr(self) -> tuple[int, int]:
        """First and last instruction of the code that the page bears."""
        flipped = (i for i, (operands, op) in enumerate(self.code) if str(op) == "cm" and float(operands[3]) < 0)
        middle = next(flipped)
        start = max(i for i in range(middle) if str(self.code[i][1]) == "q")
        end = next(i for i in range(middle, len(self.code)) if str(self.code[i][1]) == "Q")
        return start, end

    def qr_operators(self) -> bytes:
        start, end = self.qr()
        return unparse(self.code[start : end + 1])

    def drop_qr(self) -> None:
        start, end = self.qr()
        for index in range(start, end + 1):
            self.code[index] = ([], b"")

    def qr_box(self) -> tuple[float, float, float]:
        """x, y of the lower left corner and the side, in points."""
        start, end = self.qr()
        places = [operands for operands, op in self.code[start:end] if str(op) == "cm"]
        bars = [list(map(float, operands)) for operands, op in self.code[start:end] if str(op) == "re"]
        module, x, top = float(places[0][0]), float(places[0][4]), float(places[0][5])
        side = module * max(bar[0] + bar[2] for bar in bars)
        return x, top - side, side

    def resource(self, kind: str, name: str, value: Any) -> None:
        """Puts an object under Resources."""
        resources = self.page.Resources
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        resources[kind][name] = value

    def form(self, name: str, operators: bytes, **entries: Any) -> pikepdf.Object:
        """A form XObject with the page's own resources."""
        box = self.page.MediaBox
        stream = Stream(self.pdf, operators, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)
        stream.Resources = self.page.Resources
        made = self.pdf.make_indirect(stream)
        self.resource("/XObject", name, made)
        return made

    def content(self) -> bytes:
        return unparse(self.code)

    def write(self) -> None:
        """Puts the instructions back into the page."""
        self.page.Contents = self.pdf.make_stream(self.content())

    def save(self, **options: Any) -> bytes:
        self.write()
        return saved(self.pdf, **options)


def unparse(code: list[Instruction]) -> bytes:
    """Instructions as bytes; those whose operator is bytes are raw."""
    parts = []
    for operands, operator in code:
        if isinstance(operator, bytes):
            parts.append(operator)
        else:
            parts.append(pikepdf.unparse_content_stream([(operands, operator)]))
    return b"\n".join(parts)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of an opened PDF, the same each time."""
    written = BytesIO()
    pdf.save(written, deterministic_id="encryption" not in options, **options)
    return written.getvalue()


def _to_unicode(cmap: bytes) -> dict[int, str]:
    """The codes of a ToUnicode as reportlab writes it: one bfchar a code."""
    pairs = re.findall(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", cmap, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(word.decode()).decode("utf-16-be") for code, word in pairs}
