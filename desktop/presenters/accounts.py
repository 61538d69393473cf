"""The words around accounts: advice for a local password, the letter for who has no user, names for profiles. No Qt."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from desktop.presenters.errors import why_weak
from desktop.presenters.formats import day
from desktop.words import translate
from storage.passwords import password_problem
from sync.address import check_server
from sync.errors import AddressError


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say below a new password while it is typed. `tone`: quiet, wait, good."""

    text: str
    tone: str
    acceptable: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """What the person fills in for the solicitud simple. Empty fields stay as dotted lines."""

    names: str = ""
    document: str = ""
    post: str = ""
    school: str = ""
    ugel: str = ""
    email: str = ""
    phone: str = ""


def prepare_advice() -> None:
    """Read the list of common passwords. For the pool: advice is given on the UI thread, letter by letter."""
    from storage.passwords import common_passwords

    common_passwords()


def advise(password: str, context: tuple[str, ...] = ()) -> Advice:
    """Judge a new local password. `context`: words that others know about the person."""
    if not password:
        text = translate(
            "Accounts", "Al menos 10 letras. Lo mejor: cuatro palabras sueltas, como en una frase sin sentido."
        )
        return Advice(text, "quiet", acceptable=False)
    problem = password_problem(password, context)
    if problem is not None:
        return Advice(why_weak(problem), "wait", acceptable=False)
    if len(password.split()) >= 4 or len(password) >= 16:
        return Advice(
            translate("Accounts", "Muy buena. Difícil de adivinar y fácil de recordar."), "good", acceptable=True
        )
    return Advice(translate("Accounts", "Sirve. Con una o dos palabras más sería mejor."), "good", acceptable=True)


def free_alias(taken: tuple[str, ...]) -> str:
    """A name for a new profile that no other profile here has, and that tells nobody who it is."""
    wanted = translate("Accounts", "Mi perfil")
    used = {_folded(alias) for alias in taken}
    if _folded(wanted) not in used:
        return wanted
    number = next(number for number in range(2, len(used) + 3) if _folded(f"{wanted} {number}") not in used)
    return f"{wanted} {number}"


def server_problem(address: str) -> str:
    """What is wrong with the address of the service; empty when nothing is."""
    try:
        check_server(address)
    except AddressError:
        return translate("Accounts", "Escriba la dirección completa, por ejemplo https://servicio.gob.pe")
    return ""


def requirements() -> tuple[str, ...]:
    """What the UGEL asks for to make a user (gob.pe, "Solicitar usuario en el sistema Ayni")."""
    return (
        translate("Accounts", "Una solicitud simple o FUT dirigido al director o directora de su UGEL."),
        translate("Accounts", "Copia de su DNI."),
        translate("Accounts", "Su resolución de nombramiento o de contrato (o de cese, si ya cesó)."),
        translate("Accounts", "Un correo electrónico suyo que revise seguido, y su número de celular."),
    )


def letter_text(letter: Letter, today: date) -> str:
    """The solicitud simple, ready to copy, print or save. The order of its parts is that of a FUT."""
    gap = "……………………"
    return "\n".join((
        translate("Letter", "SOLICITO: Usuario y contraseña para Mi boleta y Mi legajo (AYNI)"),
        "",
        translate("Letter", "SEÑOR(A) DIRECTOR(A) DE LA {ugel}").format(ugel=letter.ugel.upper() or f"UGEL {gap}"),
        "",
        translate("Letter", "Yo, {names}, con DNI N.º {document}, correo electrónico {email} y celular {phone}, "
                  "{post} de {school}, ante usted me presento y expongo:").format(
            names=letter.names or gap, document=letter.document or gap, email=letter.email or gap,
            phone=letter.phone or gap, post=letter.post.lower() or translate("Letter", "servidor(a)"),
            school=letter.school or gap),
        "",
        translate("Letter", "Que no cuento con usuario en el sistema AYNI y lo necesito para consultar mis boletas de "
                  "pago y mi legajo personal. Por ello solicito que se me genere y se me comunique al correo dado."),
        "",
        translate("Letter", "Adjunto: copia de mi DNI y copia de mi resolución."),
        "",
        translate("Letter", "POR LO EXPUESTO: ruego a usted acceder a mi solicitud."),
        "",
        translate("Letter", "{place}, {day}").format(place=gap, day=day(today)),
        "", "", "",
        "______________________________",
        letter.names or gap,
        translate("Letter", "DNI N.º {document}").format(document=letter.document or gap),
        "",
    ))  # fmt: skip


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()
