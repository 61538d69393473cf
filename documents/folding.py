"""Names made comparable: upper case, no tildes, no signs. Payroll prints names with tildes and without."""

import unicodedata


def fold(text: str) -> str:
    """Upper case, no accents, a single space for what is neither letter nor digit: "Núñez-Ríos" -> "NUNEZ RIOS"."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare.upper()).split())
