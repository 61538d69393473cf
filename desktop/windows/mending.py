"""A profile with a damaged file: what happened, and a way on that throws nothing away."""

from PySide6.QtWidgets import QWidget

from desktop.presenters.salvaged import salvaged_words
from desktop.widgets.dialogs import ask, tell
from desktop.words import translate
from storage.salvage import Salvaged


def ask_to_mend(parent: QWidget | None) -> bool:
    """True when the person wants a new, empty cache; the damaged file is kept beside it."""
    return ask(
        parent,
        translate("Mending", "El archivo de sus boletas está dañado"),
        translate(
            "Mending",
            "Suele pasar cuando se va la luz o falla el disco. Sus boletas siguen en la oficina y se descargan otra "
            "vez cuando vuelva a ingresar. El archivo dañado se aparta sin borrarlo; "
            "lo que estaba por enviar no se toca.",
        ),
        translate("Mending", "&Empezar un archivo nuevo"),
    )


def tell_salvaged(parent: QWidget | None, found: Salvaged) -> None:
    """What was saved of a damaged outbox, what may be missing, what to do."""
    title, *paragraphs = salvaged_words(found)
    tell(parent, title, *paragraphs, icon="triangle-alert")


def tell_renewed(parent: QWidget | None, *, office: bool, checks: bool) -> None:
    """An office's files were begun anew: what comes again, what was kept, what was not touched."""
    told = []
    if office:
        told.append(
            translate(
                "Mending",
                "La copia de la bandeja tenía una parte dañada y se rehízo: llega otra vez con la próxima "
                "sincronización. Se conservó lo que se pudo leer de sus recetas, grupos y paquetes.",
            )
        )
    if checks:
        told.append(
            translate(
                "Mending",
                "Los resultados de la verificación masiva tenían una parte dañada. Se conservó lo que se pudo leer; "
                "lo que falte se comprueba otra vez.",
            )
        )
    safe = translate("Mending", "Sus boletas, sus solicitudes y sus decisiones por enviar no se tocaron.")
    tell(parent, translate("Mending", "Se reparó un archivo de la oficina"), *told, safe, icon="triangle-alert")
