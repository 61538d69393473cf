"""Paquetes, what is chosen by hand: which column is which, months by mouse and keyboard, names, and taking back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.list_columns import ListColumnsDialog, letter_of
from desktop.opened import Opened
from desktop.pages.packets_page import PacketsPage
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.month_field import MonthField
from desktop.widgets.packet_maker import RECIPE, TARGET
from documents.payslip import Period
from documents.people.columns import find_columns
from documents.people.records import ColumnKind, Columns
from documents.people.tables import pasted
from storage import packets
from tests.desktop.test_packets_page import begin, filled, march, opened, paste, visit, words
from tests.lis.files import PEOPLE

__all__ = ["filled", "opened"]  # fixtures
Grab = Callable[..., Path]


def choose(page: PacketsPage, button: QPushButton, qtbot: QtBot) -> None:
    """Press, and wait until what was kept is known again."""
    with qtbot.waitSignal(
        page.lists.kept if button in page.maker.people.findChildren(QPushButton) else page.deeds.kept
    ):
        button.click()


def undo(page: PacketsPage) -> None:
    next(each for each in page.maker.banner.findChildren(QPushButton) if each.text() == "Deshacer").click()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")  # of a popup, offscreen
def test_a_month_is_typed_stepped_and_picked(qtbot: QtBot, grab: Grab) -> None:
    field = MonthField("&Desde")
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "set-2019")
    assert field.month == Period(2019, 9)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text == "setiembre 2019"
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    QTest.keyClick(field.edit, Qt.Key.Key_PageDown)
    assert field.text == "octubre 2018"
    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup is not None
    assert QApplication.focusWidget() is field.popup.buttons[9]
    QTest.keyClick(field.popup.buttons[9], Qt.Key.Key_Down)  # past December: January of the next year
    assert (field.popup.year, QApplication.focusWidget()) == (2019, field.popup.buttons[0])
    QTest.keyClick(field.popup.buttons[0], Qt.Key.Key_Return)
    assert field.month == Period(2019, 1)
    field.button.click()
    popup = field.popup
    grab(popup, "packets-months", popup.sizeHint().width(), popup.sizeHint().height())
    popup.before.click()
    popup.buttons[2].click()
    assert field.text == "marzo 2018"
    field.put("trece 2018")
    assert field.month is None


def test_which_column_is_which_is_chosen_by_hand(qtbot: QtBot, grab: Grab) -> None:
    table = pasted("Orden\tReg\tQuien\n1\t40000001\tQUISPE MAMANI ROSA\n2\t40000002\tFLORES RUIZ PEDRO")
    box = ListColumnsDialog(table, Columns(heading=0), None)
    qtbot.addWidget(box)
    box.show()
    assert list(box.choices) == [0, 1, 2]
    assert box.choices[1].below == "40000001, 40000002"
    box.decide()
    assert "Elija al menos una columna" in box.wrong.text()
    assert box.isVisible()
    box.choices[1].put(ColumnKind.DNI.value)
    box.choices[2].put(ColumnKind.NAMES.value)
    assert box.columns == Columns(heading=0, dni=1, code=None, names=(2,))
    box.titled.setChecked(False)
    assert box.columns.heading is None
    grab(box, "packets-columns", box.width(), box.height())
    box.decide()
    assert not box.isVisible()
    assert [letter_of(number) for number in (0, 25, 26, 59)] == ["A", "Z", "AA", "BH"]


def test_a_list_whose_columns_nobody_knows_is_asked_about_and_read_again(qtbot: QtBot, filled: Opened) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    asked: list[Columns] = []

    def answer(_table: object, columns: Columns) -> Columns:
        asked.append(columns)
        return Columns(None, 1, None, ())

    page.lists.ask_columns = answer
    rows = [f"x{number}\tN-{who.dni}" for number, who in enumerate(PEOPLE[:2])]
    assert not find_columns(pasted("\n".join(rows))).useful
    paste(qtbot, page, "\n".join(rows))
    people = page.maker.people
    assert people.listed is not None
    assert (len(asked), len(people.listed.lines)) == (1, 2)
    with qtbot.waitSignal(people.changed, timeout=10_000):
        people.columns.click()
    assert asked[1] == Columns(None, 1, None, ())


def test_groups_are_renamed_and_taken_away_and_both_taken_back(qtbot: QtBot, filled: Opened) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, PEOPLE[0].dni)
    people = page.maker.people
    assert not people.drop.isVisible()
    page.lists.ask_name = lambda _title, _now: "Cesantes"
    choose(page, people.keep, qtbot)
    assert people.group == "Cesantes"
    page.lists.ask_name = lambda _title, now: f"{now} de 2015"
    choose(page, people.rename, qtbot)
    assert people.group == "Cesantes de 2015"
    with qtbot.waitSignal(page.lists.kept):
        undo(page)
    assert people.group == "Cesantes"
    with filled.vault.office() as db:
        packets.save_group(db, packets.saved_groups(db)[0].__class__("Otro", ()), filled.clock.now())
    page.lists.ask_name = lambda _title, _now: "Otro"
    people.rename.click()
    qtbot.waitUntil(lambda: "Ya hay otro con ese nombre" in page.maker.banner.text)
    choose(page, people.drop, qtbot)
    assert (people.group, people.listed is not None) == ("", True)
    with qtbot.waitSignal(page.lists.kept):
        undo(page)
    with filled.vault.office() as db:
        assert {group.name: len(group.people) for group in packets.saved_groups(db)} == {"Cesantes": 1, "Otro": 0}


def test_recipes_are_renamed_and_taken_away_and_both_taken_back(qtbot: QtBot, filled: Opened) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, PEOPLE[0].dni)
    page.maker.next.click()
    recipe = page.maker.recipe
    march(page)
    choose(page, recipe.save, qtbot)
    qtbot.waitUntil(recipe.rename.isEnabled)
    page.deeds.ask_name = lambda _title, now: f"{now} y abril"
    choose(page, recipe.rename, qtbot)
    qtbot.waitUntil(lambda: recipe.name.text == "Boletas de marzo y abril")
    with qtbot.waitSignal(page.deeds.kept):
        undo(page)
    qtbot.waitUntil(lambda: recipe.choice.text == "Boletas de marzo")
    choose(page, recipe.drop, qtbot)
    qtbot.waitUntil(lambda: not recipe.drop.isEnabled())
    with qtbot.waitSignal(page.deeds.kept):
        undo(page)
    qtbot.waitUntil(lambda: recipe.choice.text == "Boletas de marzo")
    assert page.maker.step == RECIPE


def test_a_span_is_one_press_and_a_bad_month_is_told_where_it_is(
    qtbot: QtBot, filled: Opened, grab: Grab, look: Theme
) -> None:
    look.apply(Look(Appearance.DARK, 100))
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, PEOPLE[0].dni)
    page.maker.next.click()
    recipe = page.maker.recipe
    year = filled.clock.now().year
    next(button for button in recipe.spans if button.text() == "El año pasado").click()
    assert (recipe.since.text, recipe.until.text) == (f"enero {year - 1}", f"diciembre {year - 1}")
    recipe.until.put("quincena")
    page.maker.next.click()
    assert page.maker.step == RECIPE
    assert "por ejemplo marzo 2015" in recipe.until.below
    grab(page, "packets-recipe-dark", 1154, 690)
    grab(recipe, "packets-recipe-whole", 1090, 960)


def test_the_folder_of_other_documents_is_remembered_by_the_job(qtbot: QtBot, filled: Opened, tmp_path: Path) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, PEOPLE[0].dni)
    page.maker.next.click()
    march(page)
    page.maker.next.click()
    assert page.maker.step == TARGET
    out, papers = tmp_path / "salida", tmp_path / "memoria"
    out.mkdir()
    page.maker.target.show_folder(out)
    page.maker.target.show_papers(papers)  # the stick was pulled out meanwhile
    with qtbot.waitSignal(page.running.ended, timeout=60_000) as ended:
        page.maker.next.click()
    assert ended.args[0].trouble == "papers-gone"
    again = visit(qtbot, filled)  # as after a restart
    qtbot.waitUntil(lambda: again.view.reading is not None and again.view.go_on.isVisible(), timeout=10_000)
    assert "la carpeta con otros PDF ya no está" in words(again.view)
    papers.mkdir()
    with qtbot.waitSignal(again.running.ended, timeout=60_000) as ended:
        again.view.go_on.click()
    assert (ended.args[0].settled, ended.args[0].recipe.papers) == (1, str(papers))


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_with_its_buttons_fits(qtbot: QtBot, filled: Opened, grab: Grab, look: Theme, percent: int) -> None:
    look.apply(Look(Appearance.LIGHT, percent))
    page = visit(qtbot, filled, 1140, 640)
    begin(qtbot, page)
    paste(qtbot, page, PEOPLE[0].dni)
    page.maker.people.belong_to("Cesantes")
    grab(page, f"packets-group-{percent}", 1140, 640)
    assert page.minimumSizeHint().width() <= 1140
