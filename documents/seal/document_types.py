"""The types of sealed documents, by the numbers that seals and trust lists write."""

from enum import IntEnum
from typing import Final


class DocumentType(IntEnum):
    """What a sealed document is. Claims of schema 1 speak of the three payslips, those of schema 2 of the rest."""

    MONTHLY = 1
    ADDITIONAL = 2
    JUDICIAL = 3  # the payslip of the beneficiary of a retention
    CONSTANCIA = 4
    HOJA_DE_VIDA = 5
    INFORME_ESCALAFONARIO = 6


class SealContent:
    """What claims of every schema are, while the program runs: the wire reads no union of two records."""

    __slots__ = ()


PAYSLIPS: Final = frozenset({DocumentType.MONTHLY, DocumentType.ADDITIONAL, DocumentType.JUDICIAL})
PAPERS: Final = frozenset({DocumentType.CONSTANCIA, DocumentType.HOJA_DE_VIDA, DocumentType.INFORME_ESCALAFONARIO})
