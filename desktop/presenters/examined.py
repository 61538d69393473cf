"""That reading over a profile's files found damage, in one notice: what happened, what is safe, what to do. No Qt."""

from collections.abc import Collection

from desktop.words import translate


def damage_words(names: Collection[str], outbox: str, cache: str) -> str:
    """`names`: of the damaged files; `outbox`, `cache`: the names of those with the requests and the payslips."""
    if outbox in names:
        return translate(
            "Examined",
            "El archivo de sus solicitudes tiene una parte dañada. Lo que se pueda leer se copiará a un archivo nuevo "
            "y nada se borrará. Para repararlo, bloquee y vuelva a entrar.",
        )
    if cache not in names:
        return translate(
            "Examined",
            "Un archivo de la oficina tiene una parte dañada. Sus boletas, sus solicitudes y lo que está por enviar "
            "están bien. Se rehace con lo que se pueda leer y nada se borra: bloquee y vuelva a entrar.",
        )
    return translate(
        "Examined",
        "El archivo de sus boletas y su legajo tiene una parte dañada. Sus solicitudes están bien, y lo demás se "
        "descarga otra vez de la oficina. Para repararlo, bloquee y vuelva a entrar.",
    )
