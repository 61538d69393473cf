"""The table models: native sorting, small moves on refresh, and the crash of PySide6 that a release brought."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from desktop.models.line_table import change_table, detail_table
from desktop.models.payslip_table import MONTH, NET, STATE, payslip_columns, payslip_table
from desktop.models.record_table import RECORD_ROLE, SIGN_ROLE, SORT_ROLE, STRONG_ROLE, TONE_ROLE, Column, RecordTable
from desktop.presenters.payslip_detail import SECTION, detail
from documents.concepts import load
from documents.payslip import PayslipClass, Period
from storage.records import PayslipRow, PdfReference, PdfState
from tests.desktop.filling import NEWEST, payslip_of

DESCENDING, ASCENDING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def row(number: int, *, net: int = 304618, state: PdfState = PdfState.HELD) -> PayslipRow:
    periodo = NEWEST.earlier(number)
    return PayslipRow(
        id=f"{number:05d}", periodo=periodo, secuencia=0, clase=PayslipClass.MONTHLY, doc_numero="99900017",
        apellidos_y_nombres="MAMANI ÑAUPARI, ROSA", codigo_modular_servidor="1099900017-1", cargo="PROFESOR",
        numero_boleta="1", fecha_pago=None, total_haberes=415070, total_descuentos=110452, liquido=net,
        pdf=PdfReference("a" * 64, 10), pdf_state=state, pdf_received=0, seen=True,
    )  # fmt: skip


def texts(model: QAbstractItemModel, column: int) -> list[str]:
    return [model.index(place, column).data() for place in range(model.rowCount())]


def test_the_table_passes_qts_own_tester(qapp: object) -> None:
    model = payslip_table()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace([row(number) for number in range(8)])
    model.replace([row(number) for number in (0, 2, 3, 9, 7)])
    model.sort(NET, ASCENDING)
    model.replace(())
    assert tester.model() is model


def test_cells_print_figures_and_carry_native_values(qapp: object) -> None:
    model = payslip_table()
    model.replace([row(0, state=PdfState.AWAITED)])
    cells = [model.index(0, column) for column in range(model.columnCount())]
    printed = [cell.data() for cell in cells]
    assert printed == ["Noviembre 2026", "Mensual", "4,150.70", "1,104.52", "3,046.18", "Por descargar"]
    assert cells[NET].data(SORT_ROLE) == 304618
    assert cells[MONTH].data(SORT_ROLE) == (Period(2026, 11), 0)
    assert (cells[STATE].data(TONE_ROLE), cells[STATE].data(SIGN_ROLE)) == ("info", "download")
    assert cells[NET].data(STRONG_ROLE) is True
    assert cells[NET].data(RECORD_ROLE) == model.rows[0]
    assert cells[NET].data(int(Qt.ItemDataRole.AccessibleTextRole)) == "Líquido: 3,046.18"
    assert Qt.AlignmentFlag(cells[NET].data(int(Qt.ItemDataRole.TextAlignmentRole))) & Qt.AlignmentFlag.AlignRight


def test_sorting_compares_amounts_and_not_their_text(qapp: object) -> None:
    model = payslip_table()
    model.replace([row(0, net=90000), row(1, net=1000000), row(2, net=304618)])
    model.sort(NET, DESCENDING)
    assert texts(model, NET) == ["10,000.00", "3,046.18", "900.00"]
    model.sort(NET, ASCENDING)
    assert texts(model, NET) == ["900.00", "3,046.18", "10,000.00"]
    model.replace([*model.rows, row(3, net=200000)])
    assert texts(model, NET) == ["900.00", "2,000.00", "3,046.18", "10,000.00"]


def test_new_payslips_do_not_move_the_selection(qapp: object) -> None:
    model = payslip_table()
    model.replace([row(number) for number in range(1, 60)])
    view = QTableView()
    view.setModel(model)
    view.setCurrentIndex(model.index(30, 0))
    told: list[Any] = []
    view.selectionModel().currentRowChanged.connect(lambda *given: told.append(given))
    model.replace([row(0), *(replace(row(number), pdf_received=number) for number in range(1, 60))])
    assert view.currentIndex().row() == 31
    assert view.currentIndex().data(RECORD_ROLE).id == "00031"
    assert told == []


def test_another_order_keeps_the_current_row_through_a_sort(qapp: object) -> None:
    model = payslip_table()
    model.replace([row(number, net=1000 * number) for number in range(10)])
    chosen = QItemSelectionModel(model)
    chosen.setCurrentIndex(model.index(3, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
    model.sort(NET, DESCENDING)
    assert chosen.currentIndex().data(RECORD_ROLE).id == "00003"


@dataclass(frozen=True)
class Thing:
    key: int
    value: int


def things() -> RecordTable[Thing]:
    columns = (Column[Thing]("Valor", lambda thing: str(thing.value), lambda thing: thing.value),)
    return RecordTable(columns, lambda thing: thing.key)


some = st.builds(Thing, st.integers(0, 30), st.integers(0, 3))
lists = st.lists(some, unique_by=lambda thing: thing.key, max_size=25)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=lists, after=lists)
def test_replacing_shows_exactly_the_new_records_and_persistent_places_follow(
    qapp: object, before: list[Thing], after: list[Thing]
) -> None:
    model = things()
    model.replace(before)
    kept = [QPersistentModelIndex(model.index(place, 0)) for place in range(len(before))]
    in_order = [thing.key for thing in before if thing.key in {one.key for one in after}]
    survives = in_order == [thing.key for thing in after if thing.key in {one.key for one in before}]
    model.replace(after)
    assert model.rows == tuple(after)
    for thing, place in zip(before, kept, strict=True):
        if survives and thing.key in in_order:
            assert model.record(place.row()) == next(one for one in after if one.key == thing.key)


@pytest.mark.parametrize("answer", [None, True, False])
def test_a_model_may_answer_none_true_and_false_a_hundred_thousand_times(qapp: object, answer: bool | None) -> None:
    # PySide6 6.12.0 on Python 3.11 dropped a reference at each such answer and died after some thousands.
    column = Column[Thing]("x", lambda _thing: "x", lambda _thing: answer, strong=lambda _thing: bool(answer))
    model = RecordTable([column], lambda thing: thing.key)
    model.replace([Thing(1, 1)])
    index = model.index(0, 0)
    asked = index.data
    for _ in range(50_000):
        asked(SORT_ROLE)
        asked(int(Qt.ItemDataRole.DecorationRole))  # no answer: None through Qt
    assert index.data(SORT_ROLE) is answer
    assert index.data(int(Qt.ItemDataRole.DecorationRole)) is None


def test_columns_can_be_told_anew_but_not_change_in_number(qapp: object) -> None:
    model = payslip_table()
    model.replace([row(0)])
    model.set_columns(payslip_columns(("1099900017-1",), syncing=True))
    with pytest.raises(ValueError, match="number of columns"):
        model.set_columns(payslip_columns()[:2])


def test_headings_of_the_detail_cannot_be_selected(qapp: object) -> None:
    model = detail_table()
    model.replace(detail(payslip_of(NEWEST), load().explain).lines)
    flags = {line.kind == SECTION: model.flags(model.index(place, 0)) for place, line in enumerate(model.rows)}
    assert not flags[True] & Qt.ItemFlag.ItemIsSelectable
    assert flags[False] & Qt.ItemFlag.ItemIsSelectable


def test_the_table_of_changes_is_empty_without_changes(qapp: object) -> None:
    assert change_table().rowCount() == 0
