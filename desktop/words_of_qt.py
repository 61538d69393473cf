"""What Qt's own Spanish catalogue lacks, or says as in Spain: the boxes for files and for printing on Linux.

Windows brings its own boxes. The texts are Qt's (contexts and sources as in its code), so lupdate is not asked.
"""

from typing import Final

from PySide6.QtCore import QTranslator
from typing_extensions import override

_FILES: Final = {
    "&Look in:": "&Buscar en:",
    "Files of &type:": "&Tipo de archivo:",
    "File &name:": "&Nombre de archivo:",
    "All Files (*)": "Todos los archivos (*)",
    "Show &hidden files": "Mostrar los archivos &ocultos",
    "Go to the parent directory": "Ir a la carpeta que la contiene",
    "Parent Directory": "Carpeta que la contiene",
    "Directory:": "Carpeta:",
    "Directories": "Carpetas",
    "%1 already exists.\nDo you want to replace it?": "El archivo %1 ya existe.\n¿Desea reemplazarlo?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nNo se encontró el archivo.\nRevise que el nombre esté bien escrito."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nNo se encontró la carpeta.\nRevise que el nombre esté bien escrito."
    ),
}
_KINDS: Final = {
    "Drive": "Unidad",
    "File": "Archivo",
    "%1 File": "Archivo %1",
    "File Folder": "Carpeta",
    "Folder": "Carpeta",
    "Alias": "Acceso directo",
    "Shortcut": "Acceso directo",
    "Unknown": "Desconocido",
}
_PRINTING: Final = {
    "Double Sided Printing": "Impresión por las dos caras",
    "Off": "No",
    "Long side binding": "Se voltea por el lado largo",
    "Short side binding": "Se voltea por el lado corto",
    "Page &Set:": "&Páginas:",
    "Pages": "Páginas",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Escriba páginas o tramos separados por comas. Un tramo son dos números con un guion. "
        "Por ejemplo, 3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9."
    ),
}
WORDS: Final = {
    "QFileDialog": _FILES,
    "QAbstractFileIconProvider": _KINDS,
    "QFileSystemModel": {"Invalid filename": "Ese nombre de archivo no se puede usar"},
    "QPrintSettingsOutput": _PRINTING,
    "QPrintWidget": {"Output &file:": "&Archivo de salida:"},
}


class WordsOfQt(QTranslator):
    """A catalogue over the table above; for everything else it is empty, and the next catalogue is asked."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:  # None becomes Qt's null, which asks the next catalogue; "" would be shown as it is
        words = WORDS.get(context)
        return words.get(source) if words is not None else None
