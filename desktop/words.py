"""The door to the catalogues, without Qt: presenters and widgets ask here for every sentence that a person reads.

The texts in the code are Spanish of Peru. Arguments must be literals, so that `pyside6-lupdate` finds them
(`build/translations.sh`); figures go in afterwards: `translate("Strip", "{n} por enviar").format(n=2)`.
"""

from collections.abc import Callable

_door: list[Callable[[str, str], str]] = []


def translate(context: str, text: str) -> str:
    """The text in the person's language; itself when no catalogue has it."""
    return _door[-1](context, text) if _door else text


def install(door: Callable[[str, str], str] | None) -> None:
    """Where translations come from (`QCoreApplication.translate`); None puts the plain text back."""
    _door.clear()
    if door is not None:
        _door.append(door)
