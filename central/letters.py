"""Mails in Spanish, and their copies as .eml files. Nothing here sends anything."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from central.store.accounts import KeptAccount
from central.store.resets import Letter

SENDER = "Chasqui <no-responder@chasqui.invalid>"


def write_reset_letter(account: KeptAccount, link: str, seconds: int) -> Letter:
    """The mail with the link; `seconds` is how long it holds."""
    body = (
        "Se pidió una contraseña nueva para su cuenta de boletas y legajo.\n\n"
        f"Usuario: {account.user}\n"
        f"Enlace: {link}\n\n"
        f"El enlace sirve una sola vez y vence en {seconds // 60} minutos. Al usarlo, su cuenta se cierra en todos\n"
        "los equipos donde estaba abierta; sus boletas guardadas no se pierden.\n\n"
        "Si usted no lo pidió, no haga nada: su contraseña sigue siendo la misma.\n"
    )
    return Letter(account.email, "Genere su contraseña", body)


def file_letter(letter: Letter, number: int, folder: Path | None, written: datetime) -> None:
    """Leave a copy in the folder, if there is one."""
    if folder is None:
        return
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = SENDER, letter.recipient, letter.subject
    message["Date"] = format_datetime(written)
    message.set_content(letter.body)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number:06d}.eml").write_bytes(message.as_bytes())
