"""`doctor`: what a help desk needs to know of this computer, and nothing about the person."""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from sync.clock import SystemClock

if TYPE_CHECKING:
    from desktop.commands.arguments import SpanishParser

_TITLES = {
    "program": "Programa", "computer": "Computadora", "screen": "Pantalla", "libraries": "Bibliotecas",
    "folder": "Carpeta de los perfiles", "profiles": "Perfiles", "trust": "Lista de confianza",
    "workers": "Procesos para abrir archivos", "profile": "Perfil abierto",
}  # fmt: skip
_WORDS = {
    "version": "versión", "packaged": "instalado del paquete", "python": "Python", "system": "sistema",
    "release": "edición", "machine": "procesador", "processors": "núcleos", "memory_mb": "memoria (MB)",
    "language": "idioma", "utc_offset": "hora respecto de UTC", "qt": "Qt", "qt_platform": "ventanas por",
    "display": "hay pantalla", "locale": "formatos de", "style": "estilo", "screens": "pantallas",
    "sqlcipher": "SQLCipher", "sqlite": "SQLite", "sqlcipher_openssl": "su OpenSSL",
    "cryptography_openssl": "OpenSSL del sello", "tls": "OpenSSL de la conexión", "exists": "existe",
    "usual_place": "en el lugar habitual", "writable": "se puede escribir", "free_mb": "espacio libre (MB)",
    "count": "cuántos", "unreadable": "ilegibles", "each": "cada uno", "text_size": "tamaño de letra (%)",
    "appearance": "aspecto", "lock_minutes": "minutos hasta bloquear",
    "server_known": "dirección del servicio guardada",
    "age_days": "antigüedad (días)", "out_of_date": "vencida", "issuers": "emisores", "test": "de prueba",
    "shipped_version": "versión que vino con el programa", "seal_ms": "verificar un documento (ms)",
    "documents_ms": "mostrar un documento (ms)", "synced_days_ago": "días desde la última sincronización",
    "blocked_by": "detenido por", "session": "sesión abierta", "payslips": "boletas", "held": "con su PDF",
    "pending": "solicitudes por enviar", "damaged": "archivos dañados", "error": "no se pudo saber",
    "exit": "código", "pixels": "píxeles", "ratio": "escala", "dpi": "ppp", "cache_mb": "caché (MB)",
    "outbox_mb": "por enviar (MB)", "untouched_days": "días sin cambios", "waiting": "solicitudes",
}  # fmt: skip


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser(
        "doctor", help="dice lo que soporte necesita saber de esta computadora, sin datos personales"
    )
    parser.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    parser.add_argument("--home", type=Path, metavar="CARPETA", help="carpeta de los perfiles, si no es la habitual")
    parser.add_argument("--profile", type=Path, metavar="CARPETA", help="mira también dentro de este perfil")
    parser.add_argument(
        "--password-fd", type=int, metavar="N",
        help="descriptor del que se lee la contraseña del perfil (si falta, se pregunta)",
    )  # fmt: skip
    parser.add_argument("--screens", action="store_true", help=argparse.SUPPRESS)  # what `desktop.examination` asks
    parser.set_defaults(work=answering(_doctor))


def _doctor(options: argparse.Namespace, speech: Speech) -> int:
    if options.screens:
        from desktop.screens import main

        return main()
    from desktop.examination import examine
    from storage.listing import default_home

    with opened(options) if options.profile else nullcontext() as vault:
        groups = examine(options.home or default_home(), SystemClock().now(), vault)
    if speech.as_json:
        speech.tell("", **groups)
    else:
        for name, facts in groups.items():
            speech.tell(_TITLES[name])
            for line in _lines(facts):
                speech.tell(f"  {line}")
        speech.tell("No contiene nombres, documentos, direcciones ni carpetas: puede enviarlo a soporte.")
    return Exit.FAILED if any("error" in facts for facts in groups.values()) else Exit.GOOD


def _lines(facts: Mapping[str, object]) -> Iterator[str]:
    for name, value in facts.items():
        yield f"{_WORDS[name]}: {_said(value)}"


def _said(value: object) -> str:
    if value is None:
        return "no se sabe"
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, dict):
        return ", ".join(_lines(value))
    if isinstance(value, list):
        return " | ".join(map(_said, value)) or "ninguno"
    return str(value)
