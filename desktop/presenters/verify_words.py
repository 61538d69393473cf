"""A run of checks in words: how far it is, how it ended, how many of each. No Qt."""

from collections import Counter
from collections.abc import Iterable, Mapping

from desktop.presenters.formats import count, duration
from desktop.words import translate
from documents.seal.verdict import Colour, Verdict

COLOURS = (Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN)


def progress_words(done: int, total: int) -> str:
    """Comprobando 312 de 4,000"""
    if total == 0:
        return translate("verify", "Buscando los archivos…")
    return translate("verify", "Comprobando: {done} de {total}").format(done=count(done), total=count(total))


def ended_words(done: int, total: int, seconds: float, *, stopped: bool) -> str:
    """6 de 6 · 0.9 s"""
    if total == 0:
        return translate("verify", "No había documentos que comprobar.")
    spent = f"{seconds:.1f} s" if seconds < 9.95 else duration(seconds)
    words = translate("verify", "{done} de {total} · {time}").format(done=count(done), total=count(total), time=spent)
    return translate("verify", "{words} · usted la detuvo").format(words=words) if stopped else words


def colour_words(colour: Colour, number: int) -> str:
    """3 en rojo"""
    known = {
        Colour.RED: translate("verify", "{n} no aceptables"),
        Colour.AMBER: translate("verify", "{n} por comparar"),
        Colour.GREY: translate("verify", "{n} sin sello o ilegibles"),
        Colour.GREEN: translate("verify", "{n} auténticas"),
    }
    one = {
        Colour.RED: translate("verify", "1 no aceptable"),
        Colour.AMBER: translate("verify", "1 por comparar"),
        Colour.GREY: translate("verify", "1 sin sello o ilegible"),
        Colour.GREEN: translate("verify", "1 auténtica"),
    }
    return one[colour] if number == 1 else known[colour].format(n=count(number))


def tally_words(verdicts: Iterable[Verdict]) -> str:
    """1 no aceptable · 2 por comparar · 30 auténticas"""
    return counted_words(Counter(verdict.colour for verdict in verdicts))


def counted_words(found: Mapping[Colour, int]) -> str:
    """The same of what was counted already."""
    return " · ".join(colour_words(colour, found[colour]) for colour in COLOURS if found.get(colour))
