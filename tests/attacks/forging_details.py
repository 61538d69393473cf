"""Forgeries of what the seal does not sign by name: only the digest of all words speaks for it, or not even that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from documents.payslip import Payslip
from tests.attacks.cases import ADDED, RED, Base, Case, add, case
from tests.attacks.forging_text import redrawn

_DETAILS: dict[str, Callable[[Payslip], Payslip]] = {
    "bank_account": lambda p: replace(p, cuenta="CTA- 04198765432"),
    "post": lambda p: replace(p, cargo="DIRECTORA"),
    "school": lambda p: replace(p, establecimiento="IE N° 70999 OTRO LUGAR"),
    "labour_regime": lambda p: replace(p, regimen_laboral="LEY 24029"),
    "scale": lambda p: replace(p, nivel_magisterial="8"),
    "time_of_service": lambda p: replace(p, tiempo_servicio="29-11-00"),
    "date_of_payment": lambda p: replace(p, fecha_pago=date(2026, 6, 17)),
    "date_of_birth": lambda p: replace(p, fecha_nacimiento=date(1956, 2, 3)),
    "pension_regime": lambda p: replace(p, regimen_pensionario="D.L. 20530"),
    "message": lambda p: replace(p, mensajes=(*p.mensajes, "PAGO DE DEUDA SOCIAL PENDIENTE")),
    "office": lambda p: replace(p, ugel="UGEL LIMA 01"),
}


_FIELDS = {"post": "cargo", "scale": "nivel_magisterial", "pension_regime": "regimen_pensionario"}


def _forge(name: str, change: Callable[[Payslip], Payslip]) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        if name in _FIELDS and not getattr(base.payslip, _FIELDS[name]):  # what is not printed cannot be forged
            return redrawn(base, replace(base.payslip, cuenta="CTA- 04198765432"))
        forged = change(base.payslip)
        if forged == base.payslip:  # it says so already
            forged = replace(forged, cuenta="CTA- 04198765432")
        return redrawn(base, forged)

    return make


for _name, _change in _DETAILS.items():
    add(
        Case(
            f"unsigned_{_name}",
            "attack",
            "unsigned field",
            _forge(_name, _change),
            ADDED if _name == "message" else RED,
            "only the digest speaks for it",
        )
    )

_PERMUTED = "the digest is a multiset of words: the same words in another place give the same digest"


@case("attack", "words moved", ADDED, why=_PERMUTED)
def dates_swapped(base: Base) -> bytes:
    """Date of birth and date of entry change places: a longer career. Every word of the page stays."""
    sheet, payslip = base.sheet(), base.payslip
    born, entered = payslip.fecha_nacimiento, payslip.fecha_registro_ingreso
    if born and entered and born != entered:
        return redrawn(base, replace(payslip, fecha_nacimiento=entered, fecha_registro_ingreso=born))
    one, two = sheet.find("Estado"), sheet.find("Tipo")
    sheet.rewrite(one, two.text, keep="left")
    sheet.rewrite(two, one.text, keep="left")
    return sheet.save()


@case("attack", "words moved", ADDED, why=_PERMUTED)
def words_of_a_message_swapped(base: Base) -> bytes:
    """CUOTA 18 DE 24 becomes CUOTA 24 DE 18; or the first and last word of any other line."""
    sheet, messages = base.sheet(), base.payslip.mensajes
    text = next((line for line in messages if len(line.split()) > 2), "DOCENTE NOMBRADO")
    run = next((run for run in sheet.runs if run.text == text), sheet.find(base.payslip.tipo_servidor.split()[0]))
    words = run.text.split()
    sheet.rewrite(run, " ".join((words[-1], *words[1:-1], words[0])) if len(words) > 1 else "X", keep="left")
    return sheet.save()


@case("attack", "words moved", ADDED, why=_PERMUTED)
def entry_becomes_end(base: Base) -> bytes:
    """Ingr.: 01/03/2015 Termino: becomes Ingr.: Termino: 01/03/2015."""
    sheet = base.sheet()
    run = next((run for run in sheet.runs if run.text.startswith("Ingr.: ") and run.text.endswith("Termino:")), None)
    if run is None:
        return words_of_a_message_swapped(base)
    day = run.text.split()[1]
    sheet.rewrite(run, f"Ingr.: Termino: {day}", keep="left")
    return sheet.save()


@case("attack", "words moved", RED)
def labels_of_totals_swapped(base: Base) -> bytes:
    """The figures stay where they are; T-DSCTO and T-LIQUI change places, with their explanations."""
    sheet = base.sheet()
    pairs = (("T-DSCTO", "T-LIQUI"), ("total de descuentos", "líquido a pagar"))
    for one, two in pairs:
        first, second = sheet.find(one), sheet.find(two)
        sheet.rewrite(first, second.text, keep="left")
        sheet.rewrite(second, first.text, keep="left")
    return sheet.save()
