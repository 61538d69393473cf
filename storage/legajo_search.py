"""What is found of a record: every value as it is stored and as it is read, every document. Pure.

Words are compared from their beginning, without tildes, like names in storage.search.
"""

from collections.abc import Iterator, Mapping

from documents.legajo import LegajoRecord, RecordKind, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_values import printed
from storage.search import fold


def searched_record(record: LegajoRecord, catalogue: LegajoCatalogue) -> str:
    """Folded text with a space before each word."""
    kind = catalogue.kind(record.kind)
    said = [] if kind is None else [kind.name, *_read(kind, record.fields, catalogue)]
    said += record.fields.values()
    for document in record.documents:
        said += _document(document, catalogue)
    return " " + fold(" ".join(said))


def words(text: str) -> tuple[str, ...]:
    """The words of a search, folded; each has to be found."""
    return tuple(" " + word for word in fold(text[:200]).split()[:8])


def _read(kind: RecordKind, values: Mapping[str, str], catalogue: LegajoCatalogue) -> Iterator[str]:
    for code, value in values.items():
        rule = kind.field(code)
        if rule is not None:
            yield printed(rule, value, catalogue.code_list(rule))


def _document(document: SupportingDocument, catalogue: LegajoCatalogue) -> Iterator[str]:
    texts = {
        "tipo": document.tipo, "formato": document.formato, "numero": document.numero,
        "entidad_emisora": document.entidad_emisora, "sumilla": document.sumilla,
        "fecha_emision": document.fecha_emision.isoformat() if document.fecha_emision else "",
    }  # fmt: skip
    yield from texts.values()
    yield from _read(catalogue.support, {code: text for code, text in texts.items() if text}, catalogue)
