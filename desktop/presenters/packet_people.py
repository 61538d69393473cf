"""Lists of people in words: what became of each line, how the whole stands, what a file that is no list is. Pure."""

from collections import Counter

from desktop.presenters.formats import count
from desktop.presenters.payslip_list import StateTag
from desktop.words import translate
from documents.people.records import DOUBTFUL, STOPPED, Fate, ListedPerson, ListLine, PeopleList


def fate_tag(line: ListLine) -> StateTag:
    """A sign and a word for a line."""
    if line.fate in STOPPED:
        return StateTag("circle-x", fate_word(line.fate), "bad")
    if line.fate in DOUBTFUL:
        return StateTag("triangle-alert", fate_word(line.fate), "wait")
    if line.fate in {Fate.REPEATED, Fate.LEFT_OUT}:
        return StateTag("minus", fate_word(line.fate), "neutral")
    return StateTag("circle-check", fate_word(line.fate), "good")


def fate_word(fate: Fate) -> str:
    """One or two words."""
    return {
        Fate.FOUND: translate("packets", "Encontrada"),
        Fate.RESTORED: translate("packets", "Ceros repuestos"),
        Fate.BY_CODE: translate("packets", "Por código modular"),
        Fate.BY_NAME: translate("packets", "Por su nombre"),
        Fate.CHOSEN: translate("packets", "Elegida por usted"),
        Fate.NAMES_DIFFER: translate("packets", "Nombre distinto"),
        Fate.NOT_KNOWN: translate("packets", "DNI sin datos aquí"),
        Fate.AMBIGUOUS: translate("packets", "Varias posibles"),
        Fate.NOBODY: translate("packets", "No se encontró"),
        Fate.REPEATED: translate("packets", "Repetida"),
        Fate.LEFT_OUT: translate("packets", "Fuera de la lista"),
    }[fate]


def fate_sentence(line: ListLine) -> str:
    """What it means, and what may be done."""
    person = person_words(line.person) if line.person else ""
    return {
        Fate.FOUND: translate("packets", "Su DNI es de {person}."),
        Fate.RESTORED: translate(
            "packets", "La hoja de cálculo había quitado los ceros del comienzo del DNI; con ellos es de {person}."
        ),
        Fate.BY_CODE: translate("packets", "Su código modular es de {person}."),
        Fate.BY_NAME: translate("packets", "La línea no trae DNI; por el nombre completo es {person}."),
        Fate.CHOSEN: translate("packets", "Usted dijo que es {person}."),
        Fate.NAMES_DIFFER: translate(
            "packets",
            "Ese DNI es de {person}, y la lista trae otro nombre. Va como está; corríjala si no es quien busca.",
        ),
        Fate.NOT_KNOWN: translate(
            "packets",
            "Aquí no hay nada con ese DNI. Va como está, y el informe dirá si no se encontró ningún documento.",
        ),
        Fate.AMBIGUOUS: translate("packets", "Puede ser más de una persona. Elija cuál, o déjela fuera."),
        Fate.NOBODY: translate("packets", "Ni número ni nombre llevan a nadie. Escriba su DNI, o déjela fuera."),
        Fate.REPEATED: translate("packets", "Es la misma persona de la línea {first}: se hace una vez."),
        Fate.LEFT_OUT: translate("packets", "Usted la dejó fuera."),
    }[line.fate].format(person=person, first=line.first)


def person_words(person: ListedPerson) -> str:
    """QUISPE MAMANI, ROSA ELENA (DNI 99900017)"""
    if not person.apellidos_y_nombres:
        return translate("packets", "DNI {number}").format(number=person.doc_numero)
    words = translate("packets", "{names} (DNI {number})")
    return words.format(names=person.apellidos_y_nombres, number=person.doc_numero)


def list_words(listed: PeopleList) -> tuple[str, str]:
    """How the list stands, and its tone."""
    fates = Counter(line.fate for line in listed.lines)
    people = len(listed.people)
    told = [_counted(people, translate("packets", "1 persona"), translate("packets", "{n} personas"))]
    restored = fates[Fate.RESTORED]
    if restored:
        told.append(_counted(restored, translate("packets", "a 1 DNI se le repusieron sus ceros"),
                             translate("packets", "a {n} DNI se les repusieron sus ceros")))  # fmt: skip
    if fates[Fate.REPEATED]:
        told.append(_counted(fates[Fate.REPEATED], translate("packets", "1 línea repetida"),
                             translate("packets", "{n} líneas repetidas")))  # fmt: skip
    doubts = sum(fates[fate] for fate in DOUBTFUL)
    if doubts:
        told.append(_counted(doubts, translate("packets", "1 por revisar"), translate("packets", "{n} por revisar")))
    waiting = len(listed.open_lines)
    if waiting:
        told.append(_counted(waiting, translate("packets", "1 sin resolver"), translate("packets", "{n} sin resolver")))
    if listed.cut:
        told.append(translate("packets", "la lista es más larga de lo que se lee"))
    return "; ".join(told) + ".", "bad" if waiting or listed.cut else "wait" if doubts else "good"


def list_trouble(trouble: str) -> str:
    """Why no list came out of a file."""
    return {
        "too-large": translate(
            "packets",
            "El archivo es demasiado grande para ser una lista. Guárdela sola, en un archivo aparte."
        ),
        "old-excel": translate("packets", "Es un Excel de los antiguos (.xls). Ábralo y guárdelo como .xlsx o .csv."),
        "pdf": translate(
            "packets",
            "Es un PDF. Abra la lista en su hoja de cálculo y guárdela como .xlsx o .csv, o cópiela y"
            " péguela aquí."
        ),
        "empty": translate("packets", "El archivo no tiene ninguna fila."),
        "columns": translate("packets", "No se reconoce ninguna columna con DNI, código modular o nombres."),
        "unreadable": translate(
            "packets",
            "No se pudo leer el archivo. Puede estar dañado o tener contraseña: guárdelo como .csv."
        ),
    }.get(trouble, translate("packets", "No se pudo leer el archivo."))  # fmt: skip


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(n=count(number))
