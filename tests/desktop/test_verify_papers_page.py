"""Verificar documentos with sealed papers besides payslips: real PDFs, the real worker, what the page says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from central.papers import demo_sealer, seal_hoja_de_vida, seal_informe
from desktop.pages.verify_page import VerifyPage
from desktop.tasks.desk import Desk
from desktop.widgets.reconstruction import reconstruction_box
from documents.seal.issued_check import broken_promise
from tests.desktop.scenes import StillClock
from tests.documents.paper_people import OFFICE, ROSA, few_records
from tests.seal.sealed_papers import pages_of, with_pages

PATIENCE = 60_000  # milliseconds a slow machine may take


@cache
def files() -> dict[str, bytes]:
    """The sealed papers of one person; nothing here is about how they are made."""
    sealer = demo_sealer(datetime(2026, 11, 20, 17, 0, tzinfo=UTC), check=broken_promise)
    early = replace(sealer, now=datetime(2026, 3, 2, 17, 0, tzinfo=UTC))
    hoja = seal_hoja_de_vida(sealer, OFFICE, ROSA, few_records())
    return {
        "hoja.pdf": hoja,
        "hoja sin una página.pdf": with_pages(*pages_of(hoja, 0)),
        "informe vencido.pdf": seal_informe(early, OFFICE, ROSA, few_records(), number="0123-2026"),
    }


@pytest.fixture
def page(qtbot: Any, desk: Desk, clock: StillClock, tmp_path: Path) -> Iterator[VerifyPage]:
    """The page after it has checked the three files."""
    for name, data in files().items():
        (tmp_path / name).write_bytes(data)
    made = VerifyPage(desk, clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: made.run.trust is not None)
    with qtbot.waitSignal(made.run.ended, timeout=PATIENCE):
        made.check([tmp_path / name for name in files()])
    yield made
    made.run.stop()


def opened(page: VerifyPage, name: str) -> str:
    """Everything that is read once this file is chosen."""
    row = next(row for row, one in enumerate(page.list.model.rows) if Path(one.file.path).name == name)
    page.list.table.setCurrentIndex(page.list.model.index(row, 0))
    return "\n".join(label.text() for label in page.view.findChildren(QLabel) if label.isVisibleTo(page.view))


def test_papers_are_told_by_their_name_and_what_is_signed_in_them(page: VerifyPage) -> None:
    told = opened(page, "hoja.pdf")
    assert "Auténtica: lo que se ve en cada página es lo que se firmó" in told
    assert "UGEL SAN ROMÁN" in told
    assert page.view.detail is not None
    box = reconstruction_box(page, page.view.detail)
    sheet = "\n".join(label.text() for label in box.findChildren(QLabel))
    assert "Hoja de vida" in sheet
    assert "boleta" not in sheet
    lost = opened(page, "hoja sin una página.pdf")
    assert "Alterada: lo que se ve no es lo que se firmó" in lost
    assert "El sello es de 2 páginas y el archivo trae 1." in lost
    expired = opened(page, "informe vencido.pdf")
    assert "Vencido: es lo que se firmó, pero ya no tiene vigencia" in expired
    assert "El documento fue válido hasta el 02/09/2026: ya venció." in expired
    assert "02/09/2026" in expired
