"""Every fault of store and exchange as three short sentences: what happened, what is safe, what to do. No Qt.

Not for where they are shown. `Told.code` and `Told.detail` are for the help desk, behind "Detalles".
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.presenters.formats import duration
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

Sentences = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in plain words."""

    code: str  # stable, for support
    what: str  # what happened
    safe: str  # what is safe
    todo: str  # what to do
    detail: str = ""  # technical


def explain(error: BaseException) -> Told:
    """The words for any error; one that nobody foresaw is told as ours."""
    known = known_codes()
    code = next((code for code in _codes(error) if code in known), "internal")
    return tell_code(code, detail=_detail(error), seconds=getattr(error, "seconds", None))


def tell_code(code: str, *, detail: str = "", seconds: float | None = None) -> Told:
    """The words for a code, as `Outcome.Blocked` carries it. `seconds`: how long to wait, where that is known."""
    what, safe, todo = known_codes().get(code) or _ours()["internal"]
    wait = translate("Errors", "un momento") if seconds is None else duration(seconds)
    return Told(code, what, safe, todo.replace("{wait}", wait), detail)


def tell_blocked(code: str, *, detail: str = "", seconds: float | None = None) -> Told:
    """The words for what stopped an exchange. A 429 is the office's plea there, and no fault of the person's."""
    return tell_code("asked-to-wait" if code == "too-many-attempts" else code, detail=detail, seconds=seconds)


def known_codes() -> dict[str, Sentences]:
    """Every code that has sentences of its own."""
    return {**_network(), **_account(), **_storage(), **_ours()}


def why_weak(reason: str) -> str:
    """What is wrong with a new password, by the code of `storage.errors.WeakPasswordError`."""
    known = {
        "short": translate("Errors", "Es muy corta: use al menos 10 letras, números o espacios."),
        "long": translate("Errors", "Es muy larga: el máximo son 128 letras."),
        "digits": translate("Errors", "Solo números se adivina rápido. Agregue palabras."),
        "repeated": translate("Errors", "No repita la misma letra o el mismo grupo de letras."),
        "sequence": translate("Errors", "No use letras o números seguidos del teclado."),
        "common": translate("Errors", "Es de las que se prueban primero. Cuatro palabras sueltas son mejores."),
        "personal": translate("Errors", "No use su nombre, su DNI ni palabras como docente o ugel."),
    }
    return known.get(reason, translate("Errors", "Es fácil de adivinar. Pruebe con cuatro palabras sueltas."))


def _codes(error: BaseException) -> "Iterator[str]":
    own = getattr(error, "code", "")
    if isinstance(own, str) and own:
        yield own
    for kind in type(error).__mro__:
        yield re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__.removesuffix("Error")).lower()


def _detail(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _kept() -> str:
    return translate("Errors", "Todo lo guardado en esta computadora sigue aquí.")


def _alone() -> str:
    return translate("Errors", "No tiene que hacer nada: se intentará de nuevo solo.")


def _network() -> dict[str, Sentences]:
    kept, alone = _kept(), _alone()
    return {
        "offline": (translate("Errors", "No hay conexión a internet."), kept,
                    translate("Errors", "Puede seguir trabajando. Se sincronizará solo cuando haya señal.")),
        "timeout": (translate("Errors", "La conexión está muy lenta y no llegó la respuesta."), kept, alone),
        "portal": (translate("Errors", "La red pide algo antes de dejar pasar (como aceptar condiciones)."), kept,
                   translate("Errors", "Abra el navegador, acepte lo que pide la red y pulse «Sincronizar ahora».")),
        **_impostors(kept),
        "interference": (translate("Errors", "Algo en la red cambió la respuesta, y por eso no se aceptó."), kept,
                         translate("Errors", "Se intentará de nuevo solo. Si se repite, pruebe con otra red.")),
        "cut": (translate("Errors", "La conexión se cortó a la mitad."),
                translate("Errors", "Lo que ya había llegado quedó guardado y no se vuelve a descargar."), alone),
        "server-trouble": (translate("Errors", "El servicio central no funciona bien en este momento."), kept, alone),
        "busy": (translate("Errors", "El servicio central está muy ocupado."), kept, alone),
        "too-many-attempts": (translate("Errors", "Hubo demasiados intentos seguidos."), kept,
                              translate("Errors", "Espere {wait} y vuelva a intentar.")),
        "asked-to-wait": (translate("Errors", "El servicio central pide esperar: atiende a muchas personas a la vez."),
                          kept, translate("Errors", "Se intentará solo en {wait}; insistir antes no ayuda.")),
        "network-condition": (translate("Errors", "La red no dejó completar la sincronización."), kept, alone),
        "cancelled": (translate("Errors", "La sincronización se detuvo porque usted lo pidió."),
                      translate("Errors", "Lo que ya había llegado quedó guardado."),
                      translate("Errors", "Pulse «Sincronizar ahora» cuando quiera continuar.")),
        "address": (translate("Errors", "La dirección del servicio no es válida."), kept,
                    translate("Errors", "Escríbala completa, por ejemplo https://servicio.gob.pe")),
        "sync": (translate("Errors", "No se pudo sincronizar."), kept, alone),
    }  # fmt: skip


def _impostors(kept: str) -> dict[str, Sentences]:
    """Somebody stands between, or the clock makes it look so. Nothing was sent to them."""
    nothing = translate("Errors", "No se envió nada: ni su contraseña ni sus datos. Todo lo guardado sigue aquí.")
    return {
        "certificate": (translate("Errors", "No se pudo comprobar que quien responde sea el servicio oficial."), kept,
                        translate("Errors", "No se envió nada. Pruebe con otra red; si sigue igual, avise a soporte.")),
        "certificate-issuer": (
            translate("Errors", "Algo en esta red o en esta computadora abre las conexiones cifradas."), nothing,
            translate("Errors", "Suele ser un antivirus o el filtro de una institución. "
                                "Pruebe con otra red, como los datos del celular.")),
        "certificate-name": (
            translate("Errors", "Contestó otra computadora en lugar del servicio oficial."), nothing,
            translate("Errors", "Si la red es pública, abra el navegador y acepte lo que pide. Si no, use otra red.")),
        "certificate-early": (
            translate("Errors", "La fecha de esta computadora está atrasada: así no se comprueba quién responde."),
            kept, translate("Errors", "Corrija la fecha y la hora de la computadora y pulse «Sincronizar ahora».")),
        "certificate-dates": (
            translate("Errors", "La fecha de esta computadora está adelantada, o venció el certificado del servicio."),
            kept, translate("Errors", "Corrija la fecha y la hora. Si están bien, espere: "
                                      "lo arregla la oficina, y se intentará de nuevo solo.")),
        "proxy": (
            translate("Errors", "Esta computadora sale a internet por un proxy, y el proxy no dejó pasar."), kept,
            translate("Errors", "Si no está donde siempre, quite el proxy en la configuración de red. "
                                "Si está, avise a quien la administra.")),
        "proxy-password": (
            translate("Errors", "La red pide usuario y contraseña de su proxy para salir a internet."), kept,
            translate("Errors", "Pida a quien administra la red que deje pasar a Chasqui, o use otra red.")),
    }  # fmt: skip


def _account() -> dict[str, Sentences]:
    kept = _kept()
    again = translate("Errors", "Vuelva a ingresar con su usuario y contraseña del servicio.")
    return {
        "token-expired": (translate("Errors", "El permiso para sincronizar venció."), kept, again),
        "session-ended": (translate("Errors", "Su ingreso al servicio venció o se cerró."), kept, again),
        "wrong-credentials": (translate("Errors", "El usuario o la contraseña del servicio no son correctos."),
                              translate("Errors", "No se cambió nada."),
                              translate("Errors", "Revíselos, escriba el texto de la nueva imagen y reintente.")),
        "wrong-captcha": (translate("Errors", "El texto de la imagen no coincide o ya venció."),
                          translate("Errors", "Su usuario y contraseña siguen escritos."),
                          translate("Errors", "Escriba el texto de la nueva imagen.")),
        "refused": (translate("Errors", "El servicio no aceptó el pedido."), kept,
                    translate("Errors", "Intente más tarde. Si se repite, avise a soporte con los detalles.")),
    }  # fmt: skip


def _storage() -> dict[str, Sentences]:
    return {
        "wrong-password": (translate("Errors", "La contraseña de esta computadora no es correcta."),
                           translate("Errors", "No se perdió nada."),
                           translate("Errors", "Revise las mayúsculas e intente otra vez.")),
        "throttled": (translate("Errors", "Hubo varios intentos con una contraseña incorrecta."),
                      translate("Errors", "Sus datos no se borran por equivocarse."),
                      translate("Errors", "Espere {wait} y vuelva a intentar.")),
        "damaged-file": (translate("Errors", "Un archivo de este perfil está dañado y no se puede abrir."),
                         translate("Errors", "Sus boletas siguen en la oficina y se pueden volver a descargar."),
                         translate("Errors", "No borre nada todavía: muestre los detalles a soporte.")),
        "newer-file": (translate("Errors", "Este perfil fue usado con una versión más nueva de Chasqui."),
                       translate("Errors", "Sus datos están completos."),
                       translate("Errors", "Instale la versión más nueva de Chasqui y ábralo con ella.")),
        "profile-busy": (translate("Errors", "Este perfil ya está abierto en otra ventana de Chasqui."),
                         translate("Errors", "Sus datos están completos."),
                         translate("Errors", "Use la otra ventana, o ciérrela y vuelva a intentar.")),
        "request-open": (translate("Errors", "Ya tiene una solicitud en curso sobre este mismo registro."),
                         translate("Errors", "Lo que escribió sigue guardado como borrador."),
                         translate("Errors", "Espere la respuesta de la oficina, o anule esa solicitud y envíe esta.")),
        "missing-file": (translate("Errors", "Falta el archivo de uno de los documentos de sustento."),
                         translate("Errors", "Lo que escribió sigue guardado como borrador."),
                         translate("Errors", "Adjunte otra vez el archivo y vuelva a enviar.")),
        "disk-full": (translate("Errors", "No hay espacio en el disco."),
                      translate("Errors", "Lo que ya estaba guardado sigue completo."),
                      translate("Errors", "Libere espacio en el disco y vuelva a intentar.")),
        "disk-trouble": (
            translate("Errors", "El disco o la memoria USB falló al leer o escribir."),
            translate("Errors", "Lo que ya estaba guardado no se tocó."),
            translate("Errors", "Revise que la memoria siga conectada y vuelva a intentar."),
        ),
        "memory-short": (
            translate("Errors", "Esta computadora no tiene memoria libre suficiente para abrir el perfil."),
            translate("Errors", "Sus datos están completos."),
            translate("Errors", "Cierre otros programas y vuelva a intentar."),
        ),
        "profile-exists": (
            translate("Errors", "En esa carpeta ya hay un perfil."),
            translate("Errors", "No se cambió nada."),
            translate("Errors", "Ábralo con su contraseña, o elija otra carpeta."),
        ),
        "other-person": (
            translate("Errors", "Ese usuario es de otra persona, y este perfil guarda los datos de una sola."),
            translate("Errors", "Los datos de este perfil no se tocaron."),
            translate("Errors", "Cierre este perfil y elija «Otra persona» para crear el suyo."),
        ),
        "folder-denied": (translate("Errors", "La computadora no permite escribir en la carpeta de Chasqui."),
                          translate("Errors", "Lo que ya estaba guardado sigue completo."),
                          translate("Errors", "Pida a quien administra la computadora permiso sobre esa carpeta.")),
        "profile-missing": (translate("Errors", "La carpeta de este perfil ya no está."),
                            translate("Errors", "Sus boletas siguen en la oficina y se pueden volver a descargar."),
                            translate("Errors", "Si estaba en una memoria USB, conéctela. Si no, cree otro perfil.")),
        "weak-password": (translate("Errors", "Esa contraseña es fácil de adivinar."),
                          translate("Errors", "No se cambió nada."),
                          translate("Errors", "Pruebe con cuatro palabras sueltas que solo usted una.")),
        "world": (translate("Errors", "La computadora no dejó completar la operación."),
                  translate("Errors", "Lo que ya estaba guardado sigue completo."),
                  translate("Errors", "Vuelva a intentar; si se repite, muestre los detalles a soporte.")),
    }  # fmt: skip


def _ours() -> dict[str, Sentences]:
    ours = (translate("Errors", "Chasqui tuvo una falla propia: no es culpa suya."), _kept(),
            translate("Errors", "Cierre Chasqui y ábralo otra vez. Si se repite, muestre los detalles."))  # fmt: skip
    return {"internal": ours, "bug": ours}
