"""What was saved of a damaged file of requests, in words: a title, what happened, what is safe, what to do. No Qt."""

from desktop.words import translate
from storage.salvage import Salvaged


def salvaged_words(found: Salvaged) -> tuple[str, ...]:
    """The title, then a paragraph each."""
    return (
        translate("Salvaged", "El archivo de sus solicitudes estaba dañado"),
        " ".join((translate("Salvaged", "Suele pasar cuando se va la luz o falla el disco."), _came(found))),
        translate(
            "Salvaged",
            "Lo que ya tiene código de la oficina está en la oficina y se verá otra vez al sincronizar. "
            "El archivo dañado se guardó aparte: no se borró nada.",
        ),
        *_missing(found),
    )


def _came(found: Salvaged) -> str:
    if found.requests == 0:
        return translate("Salvaged", "No se pudo recuperar ninguna solicitud ni borrador.")
    if found.requests == 1:
        return translate("Salvaged", "Se recuperó 1 solicitud o borrador.")
    return translate("Salvaged", "Se recuperaron {count} solicitudes y borradores.").replace(
        "{count}", str(found.requests)
    )


def _missing(found: Salvaged) -> tuple[str, ...]:
    said = []
    if found.lost_requests is None:
        said.append(
            translate(
                "Salvaged",
                "No se puede saber cuántas había: revise «Mis solicitudes» y escriba de nuevo lo que falte.",
            )
        )
    elif found.lost_requests == 1:
        said.append(translate("Salvaged", "Puede faltar 1: revise «Mis solicitudes» y escríbala de nuevo."))
    elif found.lost_requests > 1:
        said.append(
            translate(
                "Salvaged",
                "Pueden faltar hasta {count}: revise «Mis solicitudes» y escriba de nuevo lo que falte.",
            ).replace("{count}", str(found.lost_requests))
        )
    if found.lost_files == 1:
        said.append(translate("Salvaged", "1 archivo adjunto no se pudo leer: adjúntelo otra vez."))
    elif found.lost_files > 1:
        said.append(
            translate("Salvaged", "{count} archivos adjuntos no se pudieron leer: adjúntelos otra vez.").replace(
                "{count}", str(found.lost_files)
            )
        )
    return tuple(said)
