"""Languages: Spanish is in the code; other catalogues are files. Qt's own words come in Spanish from Qt's catalogue.

Qt knows no locale for Quechua or Aymara, so catalogues are loaded by file name and figures stay those of Peru.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import words
from desktop.words_of_qt import WordsOfQt
from resources import path

SPANISH = "es"
NAMES = {"es": "Español", "quz": "Runasimi (quechua)", "ay": "Aymar aru (aimara)"}

_kept: list[QTranslator] = []
_found: list[str] = [SPANISH]


def available() -> tuple[str, ...]:
    """The languages that can be chosen: Spanish, and every finished catalogue. Known after `install`."""
    return tuple(_found)


def install(app: QCoreApplication, language: str = SPANISH) -> None:
    """Peru's figures, Qt's buttons in Spanish, and the catalogue of the language where there is one."""
    files = sorted(file.stem.removeprefix("chasqui_") for file in path("translations").glob("chasqui_*.qm"))
    _found[:] = [SPANISH, *(code for code in files if code in NAMES)]
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Peru))
    while _kept:
        app.removeTranslator(_kept.pop())
    _load(app, "qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _add(app, WordsOfQt(app))  # asked first
    if language != SPANISH:
        _load(app, f"chasqui_{language}", str(path("translations")))
    words.install(QCoreApplication.translate)


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        _add(app, translator)


def _add(app: QCoreApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _kept.append(translator)
