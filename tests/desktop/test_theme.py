"""The look: contrast by the figures of WCAG 2.2, sizes that grow, and pictures of icons made by the program itself."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QIcon
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.icons import icon, picture
from desktop.theme import TEXT_SIZES, Appearance, Look, Theme, Weight, style_sheet
from desktop.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Tokens, contrast
from desktop.widgets.buttons import Button, link, primary, secondary
from resources import path

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#0A5BA8", "#FFFFFF") == pytest.approx(6.83, abs=0.01)


@THEMES
def test_text_reaches_four_and_a_half_to_one(tokens: Tokens) -> None:
    names = tokens.as_names()
    poor = {(above, below): contrast(names[above], names[below]) for above, below in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@THEMES
def test_edges_of_controls_reach_three_to_one(tokens: Tokens) -> None:
    names = tokens.as_names()
    poor = {(above, below): contrast(names[above], names[below]) for above, below in SHAPE_PAIRS}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 3} == {}


def test_the_style_sheet_names_only_tokens_and_grows_with_the_text() -> None:
    sheet = path("styles", "chasqui.qss").read_text(encoding="utf-8")
    for tokens, size in product((LIGHT, DARK), TEXT_SIZES):
        made = style_sheet(sheet, tokens, size)
        assert "@" not in made
        assert not re.search(r"\d+u\b", made)
    assert "font-size: 44px" in style_sheet(sheet, LIGHT, 200)


def test_the_arrows_of_the_style_sheet_have_the_colours_of_their_theme() -> None:
    for folder, tokens in (("light", LIGHT), ("dark", DARK)):
        assert tokens.quiet in path("styles", folder, "chevron-down.svg").read_text()
        assert tokens.quiet in path("styles", folder, "chevron-up.svg").read_text()
        assert tokens.on_action in path("styles", folder, "check.svg").read_text()
        assert tokens.on_action in path("styles", folder, "dot.svg").read_text()


def test_the_bundled_face_is_used_and_its_figures_are_tabular(look: Theme) -> None:
    for weight in (Weight.Normal, Weight.DemiBold, Weight.Bold):
        font = look.font(14, weight)
        assert QFontInfo(font).family() == "Chasqui Sans"
        widths = {QFontMetrics(font).horizontalAdvance(figure * 8) for figure in "0123456789"}
        assert max(widths) - min(widths) <= 1


def test_a_choice_of_dark_or_light_wins_over_the_system(look: Theme) -> None:
    look.apply(Look(Appearance.DARK))
    assert look.dark
    assert look.color("paper") == QColor(DARK.paper)
    look.apply(Look(Appearance.LIGHT))
    assert not look.dark


def test_buttons_are_at_least_thirty_two_pixels_high_and_grow(look: Theme, qtbot: object) -> None:
    heights = []
    for size in (100, 200):
        look.apply(Look(Appearance.LIGHT, size))
        button = secondary("Texto")
        button.ensurePolished()
        heights.append(button.sizeHint().height())
    assert heights[0] >= 32
    assert heights[1] > heights[0] * 1.3


def test_an_icon_takes_the_colour_of_its_token_and_follows_the_theme(look: Theme) -> None:
    made = icon("check", "good")
    seen = []
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        look.apply(Look(appearance))
        image = made.pixmap(QSize(24, 24)).toImage()
        strongest = max((image.pixelColor(x, y) for x in range(24) for y in range(24)), key=lambda one: one.alpha())
        assert strongest.name() == look.color("good").name()
        seen.append(strongest.name())
    assert seen[0] != seen[1]


def test_an_icon_is_drawn_with_the_pixels_of_the_screen() -> None:
    assert picture("lock", 20, "ink", 2.0).size() == QSize(40, 40)
    assert icon("lock").pixmap(QSize(20, 20), 2.0, QIcon.Mode.Normal).size() == QSize(40, 40)


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.parametrize("make", [primary, secondary, link])
def test_a_focused_button_looks_different_from_one_without_focus(make: Callable[[str], Button], qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    button, other = make("Abrir"), QLineEdit()
    row.addWidget(other)
    row.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    calm = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    assert button.grab().toImage() != calm


def test_labels_never_read_markup(look: Theme) -> None:
    from desktop.plain import label, set_text

    shown = label("<b>A</b>", "strong")
    set_text(shown, '<img src="http://127.0.0.1/x.png"><a href="x">clic</a>')
    assert isinstance(shown, QLabel)
    assert shown.textFormat().name == "PlainText"
    assert shown.text().startswith("<img")
    assert not isinstance(shown, QPushButton)
