"""Whole numbers in Spanish words, as some offices write beside a folio; and tomes in Roman figures."""

from typing import Final

_SMALL: Final = (
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
)
_TENS: Final = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS: Final = (
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
)
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def in_letters(number: int) -> str:
    """0 to 99,999. "veintiuno", not "veintiún": the number stands alone."""
    if not 0 <= number <= 99_999:
        raise ValueError(str(number))
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    many = "mil" if thousands == 1 else f"{_shortened(_below_thousand(thousands))} mil"
    return f"{many} {_below_thousand(rest)}" if rest else many


def _below_thousand(number: int) -> str:
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    if number < 30:
        return _SMALL[number]
    tens, rest = divmod(number, 10)
    return f"{_TENS[tens - 3]} y {_SMALL[rest]}" if rest else _TENS[tens - 3]


def _shortened(words: str) -> str:
    """Before "mil": veintiún mil, treinta y un mil."""
    if words.endswith("veintiuno"):
        return words[: -len("uno")] + "ún"
    return words[:-1] if words.endswith("uno") else words


def roman(number: int) -> str:
    """1 to 399: the number of a tome."""
    if not 1 <= number <= 399:
        raise ValueError(str(number))
    figures = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        figures += sign * count
    return figures
