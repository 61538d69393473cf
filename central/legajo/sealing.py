"""Papers that a request is granted with, sealed: `central.papers` behind the seam of `central.legajo.papers`."""

from collections.abc import Callable
from datetime import UTC, datetime

from central.legajo.papers import MadePaper, PaperMaker, PaperOrder
from central.papers import Sealer, demo_sealer, seal_constancia, seal_hoja_de_vida, seal_informe
from central.records import Paper
from central.samples.places import places
from documents.informe_escalafonario import latest_validity
from documents.paper import PaperOffice, PaperPerson

INFORME = "informe_escalafonario"


def sealed_papers(sealer_at: Callable[[datetime], Sealer]) -> PaperMaker:
    """Draws what is ordered and seals it as of the moment of the order."""

    def make(order: PaperOrder) -> MadePaper:
        sealer = sealer_at(datetime.fromtimestamp(order.now, UTC))
        office = PaperOffice(order.office.codigo, order.office.nombre, _dre(order))
        names = order.person
        person = PaperPerson(
            doc_tipo=names.doc_tipo, doc_numero=names.doc_numero, apellidos=names.apellidos, nombres=names.nombres
        )
        if order.span is not None:
            pdf = seal_constancia(
                sealer, office, person, order.payslips, desde=order.span[0], hasta=order.span[1], by_concept=True
            )
            return _made(order, sealer, "Constancia de haberes y descuentos", pdf)
        if order.kind == INFORME:
            pdf = seal_informe(sealer, office, person, order.records, number=order.number, reason=order.note)
            return _made(order, sealer, f"Informe escalafonario N° {order.number}", pdf)
        return _made(order, sealer, "Hoja de vida", seal_hoja_de_vida(sealer, office, person, order.records))

    return make


def demo_papers() -> PaperMaker:
    """With the demonstration's keys: every page says PRUEBA."""
    return sealed_papers(demo_sealer)


def _made(order: PaperOrder, sealer: Sealer, titulo: str, pdf: bytes) -> MadePaper:
    informe = order.kind == INFORME
    paper = Paper(
        id=order.id,
        kind=order.kind,
        titulo=titulo,
        numero=order.number if informe else "",
        emitido=sealer.today,
        vigente_hasta=latest_validity(sealer.today) if informe else None,
        request=order.request,
    )
    return MadePaper(paper, pdf)


def _dre(order: PaperOrder) -> str:
    found = (place.dre for place in places() if place.codigo_ugel == order.office.codigo)
    return next(found, order.office.nombre)
