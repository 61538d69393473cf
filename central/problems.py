"""Everything that can go wrong, as RFC 9457 problem documents. The words are for people; the codes are the contract."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger("central")


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem: its status, a short title, a sentence (Spanish), whether trying again may help."""

    status: int
    title: str
    detail: str
    retryable: bool = False


KINDS: Mapping[str, Kind] = {
    "wrong-credentials": Kind(
        401,
        "Usuario o contraseña incorrectos",
        "El usuario o la contraseña no son correctos. Revíselos e intente otra vez.",
    ),
    "session-ended": Kind(401, "La sesión terminó", "Su sesión terminó. Ingrese otra vez con su usuario y contraseña."),
    "token-expired": Kind(
        401, "El permiso venció", "El permiso de esta sesión venció y debe renovarse.", retryable=True
    ),
    "wrong-captcha": Kind(
        422, "El código de la imagen no coincide", "El código no coincide con la imagen o ya venció. Pida otra imagen."
    ),
    "invalid-request": Kind(422, "Pedido no válido", "El pedido no tiene la forma que se esperaba."),
    "bad-cursor": Kind(422, "Marca de avance no válida", "La marca de avance no es de este servicio."),
    "weak-password": Kind(
        422,
        "Contraseña débil",
        "La contraseña debe tener entre 10 y 128 caracteres variados y no contener su usuario, nombre o documento.",
    ),
    "too-many-attempts": Kind(
        429, "Demasiados intentos", "Hubo demasiados intentos con este usuario. Espere un momento.", retryable=True
    ),
    "busy": Kind(503, "Servicio ocupado", "El servicio está ocupado. Intente más tarde.", retryable=True),
    "unknown-blob": Kind(404, "Documento no encontrado", "El documento no existe o no es suyo."),
    "not-found": Kind(404, "No encontrado", "Lo que se pidió no existe en este servicio."),
    "method-not-allowed": Kind(405, "Operación no admitida", "Esta dirección no admite esa operación."),
    "range-not-satisfiable": Kind(416, "Tramo fuera del documento", "El tramo pedido está fuera del documento."),
    "reset-link-spent": Kind(
        410, "Enlace vencido", "El enlace ya se usó o venció. Pida otro con «Generar contraseña»."
    ),
    "other-body": Kind(
        422,
        "La solicitud ya existe con otro contenido",
        "Ya hay una solicitud con esta identificación y otro contenido. La primera no ha cambiado.",
    ),
    "missing-attachments": Kind(
        422, "Faltan archivos", "Faltan archivos de sustento. La solicitud se registra cuando todos hayan llegado."
    ),
    "record-changed": Kind(
        409,
        "El registro cambió",
        "El registro del legajo cambió después de que se preparó la solicitud. Revíselo y prepárela otra vez.",
    ),
    "request-open": Kind(
        409,
        "Hay otra solicitud pendiente",
        "Ya hay una solicitud pendiente sobre lo mismo. Espere su atención o anúlela antes de enviar otra.",
    ),
    "invalid-legajo": Kind(
        422, "Datos que corregir", "La solicitud tiene datos que deben corregirse antes de registrarla."
    ),
    "already-decided": Kind(
        409, "La solicitud ya no está pendiente", "La solicitud ya fue atendida, rechazada o anulada y no cambia más."
    ),
    "changed-meanwhile": Kind(
        409,
        "La solicitud cambió",
        "Otra persona tomó o cambió la solicitud mientras usted la veía. Revise cómo está ahora.",
    ),
    "reason-missing": Kind(422, "Falta el motivo", "Escriba el motivo: la persona debe saber qué corregir o por qué."),
    "last-administrator": Kind(
        409,
        "Es el último administrador",
        "La oficina quedaría sin administrador. Dé primero ese rol a otra persona.",
    ),
    "not-yours": Kind(403, "Sin permiso", "Su usuario no tiene permiso para esta operación de la oficina."),
    "too-large": Kind(413, "Archivo muy grande", "El archivo pasa del tamaño que se admite. Redúzcalo o divídalo."),
    "quota-exceeded": Kind(
        413,
        "Demasiados archivos",
        "Los archivos que envió en los últimos meses llegan al límite por persona. Consulte con su UGEL.",
    ),
    "wrong-offset": Kind(
        409, "El archivo va por otra parte", "El envío del archivo sigue desde otro punto.", retryable=True
    ),
    "wrong-digest": Kind(
        422,
        "El archivo llegó alterado",
        "El archivo llegó distinto de como salió. El envío comienza de nuevo.",
        retryable=True,
    ),
    "not-a-pdf": Kind(422, "El archivo no es un PDF", "Solo se admiten archivos PDF. El archivo no se guardó."),
    "device-revoked": Kind(
        409, "Equipo dado de baja", "Este equipo fue dado de baja para las memorias USB. Vincúlelo de nuevo."
    ),
    "too-many-devices": Kind(
        409, "Demasiados equipos", "Ya hay 20 equipos vinculados. Dé de baja los que no usa e intente otra vez."
    ),
    "no-sticks": Kind(404, "Sin memorias USB", "Este servicio no intercambia datos por memoria USB."),
    "internal": Kind(500, "Error del servicio", "El servicio tuvo un error. Intente más tarde.", retryable=True),
}


class Problem(Exception):  # noqa: N818 -- the RFC's own word
    """Raise it anywhere in a call; the answer is its document."""

    def __init__(
        self,
        code: str,
        *,
        headers: Mapping[str, str] | None = None,
        status: int | None = None,
        members: Mapping[str, object] | None = None,
    ) -> None:
        """`status` only when it is not the code's own; `members` are what the document says besides."""
        super().__init__(code)
        self.code = code
        self.headers = dict(headers or {})
        self.members = dict(members or {})
        self.status = status or KINDS[code].status


def problem_members(problem: Problem) -> dict[str, object]:
    """The document."""
    kind = KINDS[problem.code]
    return {
        "type": f"urn:chasqui:problem:{problem.code}",
        "title": kind.title,
        "status": problem.status,
        "code": problem.code,
        "detail": kind.detail,
        "retryable": kind.retryable,
        **problem.members,
    }


def write_problem(problem: Problem) -> Response:
    """The document as an answer."""
    content = json.dumps(problem_members(problem), ensure_ascii=False, separators=(",", ":")).encode()
    return Response(content, problem.status, problem.headers, MEDIA_TYPE)


def handle_problems(app: FastAPI) -> None:
    """Make every error that the framework knows a problem document. What nobody foresaw is caught in `answers`."""

    async def known(_request: Request, error: Exception) -> Response:
        return write_problem(cast("Problem", error))

    async def invalid(_request: Request, error: Exception) -> Response:
        # Where, never what: neither answer nor log of a mistyped request may repeat a password.
        places = ["/".join(map(str, fault["loc"])) for fault in cast("RequestValidationError", error).errors()]
        log.info("invalid request: %s", places)
        return write_problem(Problem("invalid-request"))

    async def by_status(_request: Request, error: Exception) -> Response:
        bare = cast("HTTPException", error)
        return write_problem(problem_of_status(bare.status_code, bare.headers))

    app.add_exception_handler(Problem, known)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, by_status)


def problem_of_status(status: int, headers: Mapping[str, str] | None = None) -> Problem:
    """The problem that a bare status means. Statuses below 500 that the contract has no code for become 422."""
    named = {401: "session-ended", 404: "not-found"}.get(status)
    code = named or next((code for code, kind in KINDS.items() if kind.status == status), None)
    if code is None:
        return Problem("internal", headers=headers, status=status) if status >= 500 else Problem("invalid-request")
    return Problem(code, headers=headers)
