"""The columns of "Verificación masiva": a row a file, or a row a person or an issuer. Words come from the presenter."""

from desktop.models.record_table import Column
from desktop.presenters.batch_list import Group, Grouping, weight_of
from desktop.presenters.batch_words import file_words, group_mark, group_words, mark_of_row, office_words
from desktop.presenters.formats import count
from desktop.presenters.verdict_detail import file_name
from desktop.presenters.verdict_reasons import one_line
from desktop.presenters.verdicts import COLOURS
from desktop.words import translate
from storage.check_records import BatchRow, OfficeWord

FILE, OFFICE, RESULT = range(3)
NAME, COUNT, WORST = range(3)
_TONES = {OfficeWord.DIFFERS: "bad", OfficeWord.NONE: "quiet"}


def file_columns() -> tuple[Column[BatchRow], ...]:
    """Which file, whose it is, what the office's data say, and the verdict."""
    return (
        Column(
            translate("batch", "Archivo"),
            lambda row: one_line(file_name(row.path)),
            lambda row: (file_name(row.path).casefold(), row.path),
            quiet=file_words,
        ),
        Column(
            translate("batch", "Oficina"),
            lambda row: office_words(row.office),
            lambda row: (tuple(OfficeWord).index(row.office), row.position),
            tone=lambda row: _TONES.get(row.office, ""),
        ),
        Column(
            translate("batch", "Resultado"),
            lambda row: mark_of_row(row).word,
            weight_of,
            tone=lambda row: mark_of_row(row).tone,
            sign=lambda row: mark_of_row(row).sign,
        ),
    )


def group_columns(by: Grouping) -> tuple[Column[Group], ...]:
    """Who, how many files, and the worst among them."""
    people = by is Grouping.PEOPLE
    return (
        Column(
            translate("batch", "Persona") if people else translate("batch", "Emisor"),
            lambda group: group_words(group, by)[0],
            lambda group: (not group.key[1], group.key[1], group.key[0]),
            strong=lambda _group: True,
            quiet=lambda group: group_words(group, by)[1],
        ),
        Column(
            translate("batch", "Archivos"), lambda group: count(group.files), lambda group: group.files, figure=True
        ),
        Column(
            translate("batch", "Lo peor"),
            lambda group: group_mark(group).word,
            lambda group: (COLOURS.index(group.colours[0][0]), -group.colours[0][1]) if group.colours else (9, 0),
            tone=lambda group: group_mark(group).tone,
            sign=lambda group: group_mark(group).sign,
        ),
    )
