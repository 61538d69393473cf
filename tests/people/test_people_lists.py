"""Lists as offices have them: pasted, CSV in three encodings, workbooks; every line told."""

import io

import openpyxl
import pytest

from documents.people.apart import ListFileError, read_apart
from documents.people.columns import find_columns, read_columns
from documents.people.matching import Roster, answered, list_of, read_list
from documents.people.records import Columns, Fate, ListedPerson
from documents.people.tables import pasted, read_csv

ROSA = ListedPerson(
    doc_numero="02345678", apellidos="QUISPE MAMANI", nombres="ROSA ELENA", codigo_modular="1002345678-1"
)
JUAN = ListedPerson(doc_numero="99900017", apellidos="NUÑEZ APAZA", nombres="JUAN", establecimiento="IE 70001")
ANA = ListedPerson(doc_numero="99900018", apellidos="QUISPE MAMANI", nombres="ANA", establecimiento="IE 70001")
ROSA_II = ListedPerson(doc_numero="99900019", apellidos="QUISPE MAMANI", nombres="ROSA ELENA")
KNOWN = Roster((ROSA, JUAN, ANA))


def fates(text: str, roster: Roster = KNOWN) -> list[Fate]:
    return [line.fate for line in read_list(pasted(text), roster).lines]


def test_a_pasted_table_is_read_by_its_titles() -> None:
    text = "N°\tD.N.I.\tApellidos y nombres\n1\t2345678\tQuispe Mamani Rosa\n2\t99900017\tNúñez Apaza, Juan\n"
    found = read_list(pasted(text), KNOWN)
    assert [line.fate for line in found.lines] == [Fate.RESTORED, Fate.FOUND]
    assert found.people == (ROSA, JUAN)
    assert found.lines[0].number == 2


def test_a_list_without_titles_is_read_by_what_stands_in_it() -> None:
    assert fates("99900017\n99900018\n02345678") == [Fate.FOUND] * 3
    assert fates("QUISPE MAMANI, ROSA ELENA\nNUÑEZ APAZA, JUAN") == [Fate.BY_NAME] * 2
    assert fates("1002345678-1\n1099900017") == [Fate.BY_CODE, Fate.NOBODY]
    assert fates("99900017\nQUISPE MAMANI ANA\n1002345678") == [Fate.FOUND, Fate.BY_NAME, Fate.BY_CODE]


def test_the_code_of_a_school_is_not_taken_for_a_person_s() -> None:
    table = pasted("Código modular\tDNI\n0573345\t99900017\n0573346\t99900018")
    columns = find_columns(table)
    assert (columns.code, columns.dni) == (None, 1)


def test_doubts_are_told_and_nothing_is_guessed() -> None:
    roster = Roster((ROSA, JUAN, ANA, ROSA_II))
    text = (
        "DNI\tNombres\n99900017\tFLORES ROQUE PEDRO\n40000001\tNUEVO PEREZ LUIS\n1234\t\n"
        "\tQUISPE MAMANI ROSA ELENA\n99900018\tQUISPE ANA\n99900018\tQUISPE ANA"
    )
    found = read_list(pasted(text), roster)
    told = [Fate.NAMES_DIFFER, Fate.NOT_KNOWN, Fate.NOBODY, Fate.AMBIGUOUS, Fate.FOUND, Fate.REPEATED]
    assert [line.fate for line in found.lines] == told
    assert found.lines[3].candidates == (ROSA, ROSA_II)
    assert found.lines[5].first == 6
    assert [line.number for line in found.open_lines] == [4, 5]


def test_a_line_is_corrected_or_left_out() -> None:
    found = read_list(pasted("99900018\n99900018\nnadie"), KNOWN)
    without = answered(found, 1, None)
    assert [line.fate for line in without.lines] == [Fate.LEFT_OUT, Fate.FOUND, Fate.NOBODY]
    chosen = answered(without, 3, JUAN)
    assert chosen.people == (ANA, JUAN)
    assert not chosen.open_lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_of_every_make(encoding: str, sign: str) -> None:
    rows = [("DNI", "Apellidos", "Nombres"), ("99900017", "NUÑEZ APAZA", "JUAN"), ("02345678", "QUISPE MAMANI", "ROSA")]
    content = "\r\n".join(sign.join(row) for row in rows).encode(encoding)
    assert read_list(read_csv(content), KNOWN).people == (JUAN, ROSA)


def test_a_comma_inside_names_parts_no_columns() -> None:
    assert pasted("QUISPE MAMANI, ANA\nNUÑEZ APAZA, JUAN").rows[0] == ("QUISPE MAMANI, ANA",)


def test_a_school_and_a_group_are_lists_too() -> None:
    assert KNOWN.schools() == ("IE 70001",)
    assert list_of(KNOWN.of_school("IE 70001")).people == (JUAN, ANA)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Portada"
    sheet = book.create_sheet("Relación")
    sheet.append(["UGEL de prueba"])
    sheet.append([])
    sheet.append(["N.º", "Documento", "Apellidos y nombres"])
    sheet.append([1, 2345678, "Quispe Mamani, Rosa Elena"])
    sheet.append([2, "99900017", "Nuñez Apaza, Juan"])
    sheet.append([3, 99900018.0, None])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_workbook_is_opened_in_a_process_of_its_own() -> None:
    table = read_apart(workbook())
    assert (table.sheet, table.sheets) == ("Relación", ("Portada", "Relación"))
    found = read_list(table, KNOWN)
    assert found.people == (ROSA, JUAN, ANA)
    assert found.lines[0].fate is Fate.RESTORED
    assert found.lines[0].number == 4


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"\xd0\xcf\x11\xe0rest", "old-excel"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04rest", "unreadable"),
        (b"\n\n", "empty"),
    ],
)
def test_what_is_no_list_is_told(content: bytes, trouble: str) -> None:
    with pytest.raises(ListFileError) as caught:
        read_apart(content)
    assert caught.value.trouble == trouble


def test_columns_are_typed_as_a_spreadsheet_names_them() -> None:
    assert read_columns("dni=B, nombres=C+D,modular=AA,titulos=2") == Columns(heading=1, dni=1, code=26, names=(2, 3))
    assert read_columns("NOMBRES=a") == Columns(None, None, None, (0,))
    for wrong in ("", "titulos=1", "dni", "dni=", "dni=7", "correo=B", "dni=ABC"):
        with pytest.raises(ValueError, match="no columns"):
            read_columns(wrong)


def test_a_list_is_read_by_the_columns_that_were_chosen() -> None:
    read = pasted("Nro\tClave\n1\t99900017\n2\t99900025")
    listed = read_list(read, Roster(()), read_columns("dni=B,titulos=1"))
    assert [line.person.doc_numero for line in listed.lines if line.person] == ["99900017", "99900025"]
