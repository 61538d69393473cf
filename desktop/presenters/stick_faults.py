"""What keeps a memory stick from being written or taken in: what happened, what is safe, what to do. No Qt."""

from desktop.presenters.errors import Sentences, Told, explain
from desktop.words import translate
from sync.stick.errors import CarryError


def told(error: BaseException) -> Told:
    """The words for any error of a stick; whatever else went wrong as everywhere."""
    if not isinstance(error, CarryError):
        return explain(error)
    known = {**_of_the_stick(), **_of_the_packet(), **_of_its_way(), **_of_a_picture()}
    what, safe, todo = known.get(error.code) or known["damaged"]
    return Told(f"usb-{error.code}", what.replace("{who}", error.detail), safe, todo, error.detail)


def said(error: BaseException) -> str:
    """The same in one paragraph."""
    words = told(error)
    return " ".join(part for part in (words.what, words.safe, words.todo) if part)


def codes() -> frozenset[str]:
    """Every code that has sentences."""
    return frozenset({**_of_the_stick(), **_of_the_packet(), **_of_its_way(), **_of_a_picture()})


def _kept() -> str:
    return translate("StickFaults", "En esta computadora no ha cambiado nada.")


def _of_the_stick() -> dict[str, Sentences]:
    return {
        "stick-gone": (
            translate("StickFaults", "La memoria USB se retiró o dejó de responder."),
            translate("StickFaults", "No quedó nada a medias, ni en la memoria ni aquí."),
            translate("StickFaults", "Vuelva a conectarla, espere a que aparezca y repita la operación."),
        ),
        "stick-full": (
            translate("StickFaults", "No hay espacio suficiente en la memoria USB."),
            translate("StickFaults", "No se escribió nada en ella."),
            translate("StickFaults", "Borre de la memoria algo que ya no necesite, o use otra."),
        ),
        "stick-read-only": (
            translate("StickFaults", "La memoria USB no permite escribir en ella."),
            translate("StickFaults", "No se escribió nada en ella."),
            translate("StickFaults", "Quite la protección contra escritura, o use otra memoria u otra carpeta."),
        ),
        "stick-spoiled": (
            translate("StickFaults", "La memoria USB no guardó bien el paquete: al leerlo salió distinto."),
            translate("StickFaults", "El paquete defectuoso se borró de la memoria."),
            translate("StickFaults", "Esa memoria está fallando. Use otra."),
        ),
        "stick-file-too-big": (
            translate("StickFaults", "El paquete pasa de 4 GB, y en esta memoria no cabe un archivo así."),
            translate("StickFaults", "No se escribió nada en ella."),
            translate("StickFaults", "Elija menos personas cada vez."),
        ),
        "stick-trouble": (
            translate("StickFaults", "La memoria USB dio un error."),
            translate("StickFaults", "No quedó nada a medias."),
            translate("StickFaults", "Pruebe otra vez. Si se repite, use otra memoria."),
        ),
    }


def _of_the_packet() -> dict[str, Sentences]:
    return {
        "not-a-packet": (
            translate("StickFaults", "Ese archivo no es un paquete de Chasqui."),
            _kept(),
            translate("StickFaults", "Elija el archivo que le dio su UGEL; su nombre termina en .chasqui."),
        ),
        "newer": (
            translate("StickFaults", "El paquete es de una versión más nueva de Chasqui."),
            _kept(),
            translate("StickFaults", "Instale la versión más nueva y tráigalo otra vez; el paquete sigue sirviendo."),
        ),
        "damaged": (
            translate("StickFaults", "El paquete está dañado o incompleto."),
            _kept(),
            translate("StickFaults", "Cópielo otra vez en la memoria, o pida a su UGEL que lo escriba de nuevo."),
        ),
        "untrusted": (
            translate("StickFaults", "El paquete no lo firmó el servicio central."),
            _kept(),
            translate("StickFaults", "No lo use. Muéstrelo en su UGEL y diga quién se lo dio."),
        ),
        "no-keys": (
            translate("StickFaults", "Este equipo todavía no conoce la clave del servicio central."),
            _kept(),
            translate("StickFaults", "Conéctese a internet una vez, o instale la versión de Chasqui de su UGEL."),
        ),
        "too-large": (
            translate("StickFaults", "El paquete trae más de lo que un paquete puede traer."),
            _kept(),
            translate("StickFaults", "No lo use. Pida a su UGEL que lo escriba de nuevo."),
        ),
    }


def _of_its_way() -> dict[str, Sentences]:
    return {
        "foreign": (
            translate("StickFaults", "El paquete es para otra persona o para otra computadora."),
            _kept(),
            translate("StickFaults", "Pida a su UGEL uno para este equipo. Si no está vinculado, vincúlelo primero."),
        ),
        "other-profile": (
            translate("StickFaults", "El paquete es para el perfil «{who}» de esta computadora."),
            _kept(),
            translate("StickFaults", "Bloquee este perfil, abra el otro y tráigalo allí."),
        ),
        "own": (
            translate("StickFaults", "Este paquete lo escribió usted: va de aquí a la UGEL."),
            _kept(),
            translate("StickFaults", "Entréguelo en su UGEL. Lo que ellos le den es lo que se trae aquí."),
        ),
        "gap": (
            translate("StickFaults", "Falta un paquete anterior: este sigue a otro que no llegó."),
            translate("StickFaults", "No se trajo nada, para no mostrarle datos incompletos."),
            translate("StickFaults", "Use «Llevar a la UGEL…»: la memoria dirá qué le falta y se lo darán."),
        ),
        "passphrase-needed": (
            translate("StickFaults", "Es un paquete inicial: se abre con las palabras que le dieron en persona."),
            _kept(),
            translate("StickFaults", "Sirve para crear un perfil nuevo, desde la pantalla de ingreso."),
        ),
        "passphrase": (
            translate("StickFaults", "Con esas palabras no se abre."),
            _kept(),
            translate("StickFaults", "Revise las siete palabras y su orden. Las tildes y mayúsculas no importan."),
        ),
        "nothing-here": (
            translate("StickFaults", "No hay nada para llevar en ese archivo."),
            _kept(),
            translate("StickFaults", "Elija el que la persona escribió con «Llevar a la UGEL…»."),
        ),
        "no-certificate": (
            translate("StickFaults", "Esta computadora todavía no está registrada como de la oficina."),
            _kept(),
            translate("StickFaults", "Conéctese una vez y vuelva a abrir esta página."),
        ),
    }


def _of_a_picture() -> dict[str, Sentences]:
    nothing = translate("StickFaults", "No se registró ningún equipo.")
    typed = translate("StickFaults", "O escriba el código: empieza con CHASQUI1.")
    return {
        "picture-unreadable": (
            translate("StickFaults", "No se pudo abrir la imagen: no es PNG ni JPEG, o está dañada."), nothing,
            translate("StickFaults", "Pida otra foto o captura de pantalla.") + " " + typed,
        ),
        "picture-empty": (
            translate("StickFaults", "En la imagen no hay ningún código QR."), nothing,
            translate("StickFaults", "Elija la imagen donde se ve entero el código de «Vincular este equipo»."),
        ),
        "picture-blurred": (
            translate("StickFaults", "El código QR de la imagen no se lee: está borroso, cortado o muy pequeño."),
            nothing,
            translate("StickFaults", "Pida otra foto, de frente y con luz.") + " " + typed,
        ),
        "picture-other": (
            translate("StickFaults", "El código QR de la imagen no es de un equipo con Chasqui."), nothing,
            translate("StickFaults", "El que sirve se ve en «Vincular este equipo», en Sincronización de la persona."),
        ),
        "picture-several": (
            translate("StickFaults", "En la imagen hay códigos de varios equipos."), nothing,
            translate("StickFaults", "Elija una imagen con uno solo: el de la persona que tiene delante."),
        ),
        "clipboard-empty": (
            translate("StickFaults", "No hay ninguna imagen copiada."), nothing,
            translate("StickFaults", "Copie la foto o la captura de pantalla y pulse otra vez.") + " " + typed,
        ),
    }  # fmt: skip
