"""That reading over a profile's files found damage, in one notice: what happened, what is safe, what to do. No Qt."""

from collections.abc import Collection

from desktop.words import translate


def damage_words(names: Collection[str], outbox: str) -> str:
    """`names`: of the damaged files; `outbox`: the name of the one with the requests."""
    if outbox in names:
        return translate(
            "Examined",
            "El archivo de sus solicitudes tiene una parte dañada. Lo que se pueda leer se copiará a un archivo nuevo "
            "y nada se borrará. Para repararlo, bloquee y vuelva a entrar.",
        )
    return translate(
        "Examined",
        "El archivo de sus boletas y su legajo tiene una parte dañada. Sus solicitudes están bien, y lo demás se "
        "descarga otra vez de la oficina. Para repararlo, bloquee y vuelva a entrar.",
    )
