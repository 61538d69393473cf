"""What a check says about a file: a closed union of verdicts, never a bool, with every reason that led there. Pure.

The verdict is the worst of the reasons; which leads where is a table in `documents.seal.outcomes`. Sentences for people
are written where a verdict is shown; here are codes and the values side by side.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from documents.seal.signed import SignedClaims


class Colour(StrEnum):
    """How a verdict is shown. Never alone: the words say the same."""

    GREEN = "green"
    GREY = "grey"
    AMBER = "amber"
    RED = "red"


class VerdictCode(StrEnum):
    """Everything a check can come to, worst first within its colour."""

    FIRMA_FALSA = "FIRMA_FALSA"
    ALTERADA = "ALTERADA"
    DOCUMENTO_ANULADO = "DOCUMENTO_ANULADO"
    CLAVE_REVOCADA = "CLAVE_REVOCADA"
    NO_COINCIDE_CON_COPIA = "NO_COINCIDE_CON_COPIA"
    EMISOR_DESCONOCIDO = "EMISOR_DESCONOCIDO"
    FIRMA_OK_CONTENIDO_NO_COMPROBADO = "FIRMA_OK_CONTENIDO_NO_COMPROBADO"
    FIRMA_OK_TEXTO_AGREGADO = "FIRMA_OK_TEXTO_AGREGADO"
    DOCUMENTO_VENCIDO = "DOCUMENTO_VENCIDO"
    ARCHIVO_NO_LEGIBLE = "ARCHIVO_NO_LEGIBLE"
    QR_ILEGIBLE = "QR_ILEGIBLE"
    QR_SIN_FIRMA = "QR_SIN_FIRMA"
    SIN_QR = "SIN_QR"
    COINCIDE_CON_COPIA = "COINCIDE_CON_COPIA"
    AUTENTICA = "AUTENTICA"


class ReasonCode(StrEnum):
    """Why. `expected` is what is signed (or synced), `found` is what the file shows."""

    # The seal itself
    SIGNATURE_BAD = "signature-bad"
    SEAL_MALFORMED = "seal-malformed"
    DOCUMENT_ANNULLED = "document-annulled"  # found: since when
    KEY_COMPROMISED = "key-compromised"  # found: since when
    KEY_REVOKED = "key-revoked"  # found: since when
    KEY_OUT_OF_TIME = "key-out-of-time"  # sealed before the key was good or after its end; found: when
    KEY_WRONG_TYPE = "key-wrong-type"  # a key that does not seal this type of document
    KEY_UNKNOWN = "key-unknown"
    # What the page says is not what is signed
    VALUE_DIFFERS = "value-differs"
    VALUE_MISSING = "value-missing"
    LINE_DIFFERS = "line-differs"
    LINE_MISSING = "line-missing"
    LINE_UNSIGNED = "line-unsigned"
    AMOUNT_UNSIGNED = "amount-unsigned"
    TEXT_CHANGED = "text-changed"
    ORDER_CHANGED = "order-changed"  # of a paper: the signed words, in another order
    PAGE_ADDED = "page-added"  # of a paper: a page without its seal that imitates it
    PAGE_MISSING = "page-missing"  # expected, found: numbers of pages
    SEALS_DISAGREE = "seals-disagree"  # two different seals on one page
    # What the eye sees is not what the page says
    VALUE_NOT_SEEN = "value-not-seen"  # covered, white, invisible, cut off
    VALUE_LOOKS_DIFFERENT = "value-looks-different"
    TEXT_NOT_SEEN = "text-not-seen"
    LAYER_CHANGES_VALUE = "layer-changes-value"
    ANNOTATION_CHANGES_VALUE = "annotation-changes-value"
    DOCUMENT_EXPIRED = "document-expired"  # found: its last day
    # Nothing to compare with
    NO_TEXT = "no-text"  # a scan, a photograph, or text as drawings
    PICTURE_OF_PAGE = "picture-of-page"  # an image covers the page
    TYPEFACE_UNKNOWN = "typeface-unknown"
    TEXT_UNREADABLE = "text-unreadable"  # the text layer makes no sense
    LABEL_NOT_FOUND = "label-not-found"
    PLACES_CHANGED = "places-changed"  # the signed words, but not beside the words they stood by
    NOT_ALL_LOOKED_AT = "not-all-looked-at"  # expected, found: numbers of pages
    SCHEMA_UNKNOWN = "schema-unknown"  # a seal of a later kind, well signed
    SEALS_SHARE_PAGE = "seals-share-page"  # several documents to a sheet, each well sealed: nothing was compared
    STRUCTURE_UNCLEAR = "structure-unclear"  # two readers see two documents, or one cannot read it
    FONT_NOT_EMBEDDED = "font-not-embedded"
    # Signed data intact, and something more
    TEXT_ADDED = "text-added"  # found: what
    INK_ADDED = "ink-added"
    ANNOTATION = "annotation"  # found: its kind
    LAYER = "layer"
    CODE_ADDED = "code-added"  # a second code beside the seal
    PAGE_WITHOUT_SEAL = "page-without-seal"
    ACTIVE_CONTENT = "active-content"  # scripts or forms that act
    # Without a seal
    SAME_AS_COPY = "same-as-copy"
    COPY_DIFFERS = "copy-differs"
    COPY_AGREES = "copy-agrees"  # the figures are those of the synced record; the file is another
    CODE_WITHOUT_SEAL = "code-without-seal"
    CODE_AGREES_WITH_TEXT = "code-agrees-with-text"
    CODE_NOT_IN_TEXT = "code-not-in-text"  # found: what the code says and the page does not
    CODE_UNREADABLE = "code-unreadable"
    NO_CODE = "no-code"
    FILE_UNREADABLE = "file-unreadable"  # found: a stable word
    # Remarks: they never change a verdict
    ISSUED_IN_FUTURE = "issued-in-future"
    TRUST_LIST_OLD = "trust-list-old"
    ATTACHMENT = "attachment"
    SHEET_NUMBERED = "sheet-numbered"  # found: its number, put there when documents were bound
    PAGES_LEFT_OUT = "pages-left-out"  # of a file without a seal; expected, found: numbers of pages


class Field(StrEnum):
    """Which signed thing a reason speaks of."""

    DOC_NUMERO = "doc_numero"
    CODIGO_MODULAR = "codigo_modular"
    APELLIDOS_Y_NOMBRES = "apellidos_y_nombres"
    PERIODO = "periodo"
    SECUENCIA = "secuencia"
    TOTAL_HABERES = "total_haberes"
    TOTAL_DESCUENTOS = "total_descuentos"
    LIQUIDO = "liquido"
    MONTO_IMPONIBLE = "monto_imponible"
    HABERES = "haberes"
    DESCUENTOS = "descuentos"
    OFFICE = "office"
    VALID_UNTIL = "valid_until"
    SPAN = "span"  # first and last month of a constancia
    PAGE = "page"
    CONTENT = "content"  # what only the digests of a paper speak for


class CodeKind(StrEnum):
    """What a QR holds."""

    SEAL = "seal"  # BP1
    REFERENCE = "reference"  # names a payslip, proves nothing: what this program prints without a key
    URL = "url"
    PATH = "path"  # a bare path, as one region prints
    DELIMITED = "delimited"  # fields with a mark between them, as payroll systems write
    DIGITS = "digits"  # one number
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding. Texts are as signed and as seen; `page` counts from 1, 0 is the whole file."""

    code: ReasonCode
    colour: Colour
    expected: str = ""
    found: str = ""
    page: int = 0
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class CodeMark:
    """One QR of the file. `host` only for a URL; nothing ever opens it."""

    kind: CodeKind
    text: str
    page: int
    host: str = ""


@dataclass(frozen=True, slots=True)
class TrustMark:
    """The trust list a verdict rests on."""

    version: int
    issued: datetime
    next_update: datetime
    age_days: int
    test: bool


@dataclass(frozen=True, slots=True)
class FileMark:
    """Which file this was."""

    path: str
    sha256: str  # 64 lower-case hex digits, "" when it could not be read
    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class KeyMark:
    """Who sealed, and what has become of the key."""

    issuer: str  # "PE/UGEL/210001"
    issuer_name: str
    kid: str
    status: str  # active, retired, revoked, compromised
    since: datetime | None
    reason: str  # as the office wrote it in the trust list


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPart:
    """One sealed payslip within the file: its pages (from 1) and what is signed. None where nothing may be shown."""

    pages: tuple[int, ...]
    code: VerdictCode
    colour: Colour
    claims: SignedClaims | None
    key: KeyMark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """About one file. `claims` and `key` are those of the only sealed payslip; None where there are none or several."""

    code: VerdictCode
    colour: Colour
    test_keys: bool  # it rests on keys of the demonstration: say PRUEBA
    reasons: tuple[Reason, ...]  # worst first
    parts: tuple[SealedPart, ...]
    claims: SignedClaims | None
    key: KeyMark | None
    codes: tuple[CodeMark, ...]
    trust: TrustMark
    file: FileMark
    checked: datetime
    milliseconds: float
