"""What a person reads of each problem code: what is wrong and what to write. The only place with these sentences.

Plain Spanish of Peru, usted. Braces take the arguments of the problem; a test keeps the table whole.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from documents.identifiers import IdentifierProblem as Number
from documents.legajo_dates import DateProblem
from documents.legajo_validation import RecordProblem as Record
from documents.legajo_values import ValueProblem as Value

SENTENCES: Mapping[StrEnum, str] = MappingProxyType(
    {
        Number.DNI_FORMAT: "El DNI tiene 8 números y aquí hay {count} caracteres. Escriba los 8, también los ceros "
        "del inicio.",
        Number.DNI_CHECK: "El DNI no corresponde a su dígito de verificación. Revise los 8 números y el carácter que "
        "está después del guion.",
        Number.CE_FORMAT: "El carné de extranjería tiene de 9 a 12 letras o números y aquí hay {count}. Cópielo tal "
        "como figura en el carné.",
        Number.PASSPORT_FORMAT: "El pasaporte tiene de 6 a 12 letras o números y aquí hay {count}. Cópielo tal como "
        "figura en la primera hoja.",
        Number.RUC_FORMAT: "El RUC tiene 11 números y aquí hay {count} caracteres. Escriba los 11, sin guiones.",
        Number.RUC_PREFIX: "El RUC empieza con 10, 15, 16, 17 o 20. Revise los dos primeros números.",
        Number.RUC_CHECK: "Algún número del RUC está cambiado. Cópielo otra vez, número por número.",
        Number.CUSPP_FORMAT: "El CUSPP tiene 12 caracteres: 6 números, 5 letras y 1 número; aquí hay {count}. Figura "
        "en su boleta, después del nombre de la AFP.",
        Number.CUSPP_LETTERS: "Las letras del CUSPP ({found}) no parecen las de su nombre ({expected}). Si así figura "
        "en su boleta, déjelo como está.",
        Number.SERVER_CODE_FORMAT: "El código modular tiene 10 números y, si corresponde, un guion y el número de "
        "cargo. Escríbalo como figura en su boleta: 1099900011-1.",
        Number.SCHOOL_CODE_FORMAT: "El código modular de la IE tiene 7 números y, si corresponde, un guion y el anexo. "
        "Escríbalo así: 0512345-0.",
        Number.SCHOOL_CODE_PADDED: "El código modular de la IE tiene 7 números; se agregó un cero al inicio: {value}. "
        "Revise que sea el de su institución.",
        Number.LOCAL_CODE_FORMAT: "El código del local tiene 6 números. Escriba los 6, también los ceros del inicio.",
        Number.POST_FORMAT: "El código de plaza tiene 12 caracteres y aquí hay {count}. Cópielo tal como figura en su "
        "resolución.",
        Number.UBIGEO_FORMAT: "El ubigeo tiene 6 números: dos del departamento, dos de la provincia y dos del "
        "distrito. Escriba los 6, también los ceros.",
        Number.UBIGEO_DEPARTMENT: "Ningún departamento tiene el código {found}. Los dos primeros números del ubigeo "
        "van de 01 a 25.",
        Number.OFFICE_FORMAT: "El código de la DRE o UGEL tiene 6 números. Escriba los 6, también los ceros.",
        Number.OFFICE_UNKNOWN: "No hay una DRE o UGEL con el código {found}. Revíselo o elíjala por su nombre.",
        Number.ESSALUD_FORMAT: "El autogenerado de EsSalud tiene 15 caracteres: 7 números, 5 letras y 3 números. "
        "Figura en su boleta, después de ESSALUD.",
        Number.ESSALUD_DATE: "Los 6 primeros números del autogenerado son su fecha de nacimiento (año, mes y día) y "
        "no forman una fecha. Cópielo otra vez.",
        Number.ACCOUNT_FORMAT: "La cuenta del Banco de la Nación tiene 11 números y aquí hay {count} caracteres. "
        "Escriba los 11, sin guiones.",
        Number.ACCOUNT_START: "Las cuentas de ahorro del Banco de la Nación suelen empezar con 04. Si la suya no, "
        "déjela como está.",
        Number.CCI_FORMAT: "El código de cuenta interbancario (CCI) tiene 20 números y aquí hay {count} caracteres. "
        "Escriba los 20, sin guiones.",
        Number.EXPEDIENTE_FORMAT: "El número de expediente lleva por lo menos un número, y solo letras, números y "
        "guiones. Cópielo del cargo que le dio mesa de partes.",
        Number.RESOLUTION_FORMAT: "No se reconoce la resolución. Escriba el tipo, el número, el año y las siglas, así: "
        "RD N° 1234-2013-UGEL-H.",
        Number.RESOLUTION_YEAR: "El año de la resolución ({year}) no puede ser. Revise el año que está después del "
        "número.",
        Number.MOBILE_FORMAT: "El celular tiene 9 números y empieza con 9. Escríbalo así: 999000111.",
        Number.PHONE_FORMAT: "El teléfono no está completo. Escriba el celular con sus 9 números, o el fijo con el "
        "código de su ciudad: 064200300.",
        Number.EMAIL_FORMAT: "El correo no está completo. Escríbalo así: nombre@ejemplo.pe, sin espacios ni tildes.",
        DateProblem.UNREADABLE: "No se entiende la fecha. Escriba día, mes y año, así: {example}.",
        DateProblem.SHORT_YEAR: "Escriba el año de la fecha con sus cuatro números, así: {example}.",
        DateProblem.IMPOSSIBLE: "Esa fecha no existe en el calendario. Revise el día y el mes; escríbala así: "
        "{example}.",
        Value.TOO_LONG: "Es demasiado largo: caben {maximum} caracteres y hay {count}. Escríbalo más corto.",
        Value.NAME_LETTERS: "Un nombre no lleva «{found}». Escriba solo letras, como figuran en el documento.",
        Value.MASK: "No tiene la forma esperada. Escríbalo así: {example}.",
        Value.NOT_A_NUMBER: "Escriba solo números, sin letras ni comas.",
        Value.TOO_SMALL: "El número es muy pequeño. Escriba {minimum} o más.",
        Value.TOO_LARGE: "El número es muy grande. Escriba {maximum} o menos.",
        Value.MONEY: "No se entiende el monto. Escriba los soles y los céntimos, así: 3200.50.",
        Value.YEAR: "Escriba el año con sus cuatro números, así: 2012.",
        Value.FUTURE: "La fecha no puede ser después de hoy ({today}). Escriba la que figura en el documento.",
        Value.FUTURE_YEAR: "El año no puede ser después de este ({year}). Escriba el que figura en el documento.",
        Value.TOO_EARLY: "No puede ser de hace tanto tiempo. Escriba lo que figura en el documento; si no lo sabe, "
        "pregunte en su UGEL.",
        Value.TOO_FAR: "El año {year} está demasiado lejos. Revise el año.",
        Value.CHOICE: "Elija una opción de la lista.",
        Value.CHOICE_EXPIRED: "«{choice}» no estaba vigente en esa fecha. Elija otra opción o revise la fecha.",
        Value.YES_NO: "Responda sí o no.",
        Record.READ_ONLY: "Esta sección solo la registra la UGEL. Si algo no es correcto, presente su reclamo por mesa "
        "de partes.",
        Record.UNKNOWN_KIND: "Este programa todavía no conoce este tipo de registro. Sincronice, o actualice el "
        "programa, e inténtelo otra vez.",
        Record.EXPIRED_KIND: "La UGEL ya no recibe este tipo de registro. Elija otro de la misma sección.",
        Record.UNKNOWN_FIELD: "El dato «{field}» no pertenece a este formulario. Sincronice y llénelo otra vez.",
        Record.NOT_ASKED: "Este dato no corresponde con lo demás que escribió y no se enviará. Revise si está bien.",
        Record.REQUIRED: "Falta este dato. {help}",
        Record.ORDER: "«{later}» no puede ser antes que «{earlier}». Revise los dos datos.",
        Record.DAYS: "Entre las dos fechas hay {expected} días, contando el primero y el último, y usted escribió "
        "{found}. Corrija los días o las fechas.",
        Record.SAME: "Es igual que «{other}». Revise si así lo dice la resolución.",
        Record.MINOR: "Con esa fecha tendría menos de {years} años. Revise el año.",
        Record.ESSALUD_BIRTH: "Los 6 primeros números del autogenerado no son su fecha de nacimiento. Si así figura en "
        "su boleta, déjelo como está.",
        Record.INCONSISTENT: "A «{choice}» le corresponde {other}: {allowed}. Corrija uno de los dos.",
        Record.NO_DOCUMENT: "Todavía no adjunta el documento de sustento. Puede enviarlo después, por mesa de partes.",
        Record.NO_FILE: "Falta el archivo del documento. Elija el PDF o la foto.",
        Record.FILE_TOO_LARGE: "El archivo pesa más de {maximum} MB. Escanéelo con menos calidad o divídalo en partes.",
        Record.TOO_MANY_FILES: "Puede adjuntar hasta {maximum} documentos. Junte varios en un solo PDF.",
        Record.TOO_MANY_PAGES: "El archivo tiene más de {maximum} páginas. Divídalo en partes.",
        Record.FOLIOS: "El archivo tiene {pages} páginas y usted escribió {folios} folios. Revise si falta una hoja.",
    }
)


def sentence(code: StrEnum, arguments: Mapping[str, str]) -> str:
    """The sentence of a problem, its arguments in place."""
    return SENTENCES[code].format_map(arguments)
