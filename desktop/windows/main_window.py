"""The main window: strip on top, navigation on the left, pages made when first visited, notices above the page.

It joins parts and passes wishes on (`Program` does what concerns the whole profile); it knows neither SQL nor HTTP.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.presenters.status import blocking, strip_words
from desktop.presenters.sync_progress import news_words
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.navigation import Navigation, Place
from desktop.widgets.page import Page
from desktop.widgets.reading_order import ReadingWindow
from desktop.widgets.seat import seat
from desktop.widgets.strip import StatusStrip
from desktop.words import translate
from resources import path
from sync.core.outcome import Updated

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.exchange import Exchange
    from sync.core.outcome import Outcome


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that the window can make: where it stands in the navigation, and how it is made."""

    place: Place
    make: Callable[[], Page]


class MainWindow(ReadingWindow):
    """`lock_wanted`, `leave_wanted`, `sign_in_wanted`, `help_wanted` are wishes; `closing` when the window goes."""

    help_wanted = Signal()
    lock_wanted = Signal()
    leave_wanted = Signal()
    sign_in_wanted = Signal()
    closing = Signal()

    def __init__(self, opened: "Opened", exchange: "Exchange", entries: Callable[[], tuple[PageEntry, ...]]) -> None:
        super().__init__()
        self.setWindowTitle(translate("Main", "Chasqui"))
        self.setWindowIcon(QIcon(str(path("icons", "chasqui.svg"))))
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(1024, 600)
        seat(self)
        self._opened, self._exchange, self._entries = opened, exchange, entries
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._notice_leads_to = ""  # the page that makes the notice superfluous
        self._waiting: dict[str, int] = {}  # figures beside the names of pages
        self._size = theme().look.text_size
        self._build()
        self._connect()
        self.go(next(iter(self._makers)))
        self.navigation.take_focus()  # or the first Enter would press the strip's button

    @property
    def current(self) -> str:
        """The key of the page that is shown."""
        return self.navigation.current

    @property
    def keys(self) -> tuple[str, ...]:
        """Of all pages, in the order of the navigation."""
        return tuple(self._makers)

    def page(self, key: str) -> Page:
        """The page of this key, made now if it was never visited."""
        if key not in self._pages:
            page = self._makers[key]()
            page.wants.connect(self.go)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def go(self, key: str, item: str = "") -> None:
        """Show a page and, perhaps, one item on it. A key that does not exist is left alone."""
        if key not in self._makers:
            return
        fresh = key not in self._pages
        page = self.page(key)
        self.navigation.select(key)
        leaves, focus = self.stack.currentWidget(), QApplication.focusWidget()
        left = leaves is not None and leaves is not page and focus is not None and leaves.isAncestorOf(focus)
        self.stack.setCurrentWidget(page)
        if left:  # the keyboard goes along, and a screen reader says where it is now
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.navigation.has_focus:  # after Ctrl and a figure
            self.navigation.take_focus()
        if key == self._notice_leads_to:  # the notice has done its work
            self.notice.hide()
        page.exchange(self._exchange.situation.progress)
        if not fresh:
            page.refresh()
        if item:
            page.open_item(item)

    def say_news(self, outcome: "Outcome") -> None:
        """The notice after an exchange that brought payslips."""
        words = news_words(outcome)
        if words:
            self._notice_leads_to = "payslips"
            self.notice.say(words, "good", translate("Main", "&Ver mis boletas"), lambda: self.go("payslips"))

    def say_request_news(self, words: str, tone: str) -> None:
        """The notice that the office answered a request."""
        self._notice_leads_to = "requests"
        self.notice.say(words, tone, translate("Main", "&Ver mis solicitudes"), lambda: self.go("requests"))

    def say_refused(self, words: str, request: str) -> None:
        """The notice that a decision of an office's person was not applied; one step leads to the request."""
        self._notice_leads_to = "tray"
        self.notice.say(words, "bad", translate("Main", "&Ver en la Bandeja"), lambda: self.go("tray", request))

    def show_waiting(self, key: str, number: int) -> None:
        """How many things wait behind a page."""
        self._waiting[key] = number
        if key in self._makers:
            self.navigation.show_waiting(key, number)

    def furnish(self) -> None:
        """Other pages than before: make everything anew, on the page where the person is."""
        current = self.current
        self._build()
        self.go(current if current in self._makers else next(iter(self._makers)))
        self._refresh_strip()

    def say_blocked(self) -> None:
        """The notice that what the person pressed for did not happen, and why; the page of it says the same."""
        sentences = blocking(self._exchange.situation, self._opened.clock.now())
        if sentences and self.current != "sync":
            self._notice_leads_to = "sync"
            words = " ".join(dict.fromkeys((*sentences[:2], sentences[-1])))  # what happened, what is safe, when again
            self.notice.say(words, "wait", translate("Main", "Ver &qué hacer"), lambda: self.go("sync"))

    def say_session_ended(self) -> None:
        """The notice that the person has to sign in again."""
        words = translate("Main", "Vuelva a ingresar para recibir novedades; todo lo guardado sigue aquí.")
        self._notice_leads_to = ""
        self.notice.say(words, "wait", translate("Main", "&Volver a ingresar"), self.sign_in_wanted.emit)

    def say_damage(self, words: str) -> None:
        """The notice that a file is damaged; it is mended when the person comes in again."""
        self._notice_leads_to = ""
        self.notice.say(words, "bad", translate("Main", "Bloquear y &reparar"), self.lock_wanted.emit)

    def warn_of_lock(self, seconds: int) -> None:
        """The last seconds before the lock."""
        words = translate("Main", "Por seguridad se bloqueará en {n} s. Mueva el ratón o pulse una tecla.")
        first = self.countdown.isHidden()  # a figure a second would drown everything else
        again = translate("Main", "&Seguir aquí")
        self.countdown.say(words.format(n=seconds), "wait", again, self.forget_lock, aloud=first)

    def forget_lock(self) -> None:
        """Somebody is here after all."""
        self.countdown.hide()

    def redress(self) -> None:
        """After another look. Another text size lays everything out again, on the page where the person is."""
        if theme().look.text_size == self._size:
            return
        self._size = theme().look.text_size
        self.furnish()

    def rename(self, alias: str) -> None:
        """Another name for the profile."""
        self.navigation.rename(alias)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit()

    def _connect(self) -> None:
        self._exchange.changed.connect(self._refresh_strip)
        self._exchange.facts_changed.connect(self._refresh_page)
        self._exchange.news.connect(self.say_news)
        self._exchange.session_needed.connect(self.say_session_ended)
        self._exchange.in_vain.connect(self.say_blocked)
        for place in range(9):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(lambda chosen=place: self._go_to(chosen))
        QShortcut(QKeySequence("F12"), self).activated.connect(self.lock_wanted)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._exchange.sync_for_person)
        self._refresh_strip()

    def _go_to(self, place: int) -> None:
        keys = list(self._makers)
        if place < len(keys):
            self.go(keys[place])
            # Into the page, where its own shortcuts work and the arrows walk through its list.
            self.page(keys[place]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refresh_strip(self) -> None:
        situation = self._exchange.situation
        self.strip.show_words(strip_words(situation, self._opened.clock.now()))
        if self._notice_leads_to == "sync" and isinstance(situation.outcome, Updated):  # nothing is in the way now
            self._notice_leads_to = ""
            self.notice.hide()
        if isinstance(page := self.stack.currentWidget(), Page):
            page.exchange(situation.progress)

    def _refresh_page(self) -> None:
        if isinstance(page := self.stack.currentWidget(), Page):
            page.refresh()

    def _build(self) -> None:
        if self._content is not None:
            self._whole.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        entries = self._entries()
        self._makers = {entry.place.key: entry.make for entry in entries}
        self._pages: dict[str, Page] = {}
        self.strip = StatusStrip()
        self.strip.sync_wanted.connect(self._exchange.sync_for_person)
        self.strip.cancel_wanted.connect(self._exchange.cancel)
        self.navigation = Navigation(tuple(entry.place for entry in entries), self._opened.vault.alias)
        self.navigation.chosen.connect(self.go)
        self.navigation.help_wanted.connect(self.help_wanted)
        self.navigation.lock_wanted.connect(self.lock_wanted)
        self.navigation.leave_wanted.connect(self.leave_wanted)
        for key, number in self._waiting.items():
            self.show_waiting(key, number)
        self.notice, self.countdown = Banner(), Banner()
        self.stack = QStackedWidget()
        self._content = self._lay_out()
        self._whole.addWidget(self._content)

    def _make_room(self, notices: QVBoxLayout) -> None:
        """The edge around the notices is there only with a notice."""
        edge = theme().px(26)
        shown = not (self.countdown.isHidden() and self.notice.isHidden())
        notices.setContentsMargins(edge, theme().px(12) if shown else 0, edge, 0)

    def _lay_out(self) -> QWidget:
        content = QWidget()
        content.setProperty("ground", "none")
        notices = QVBoxLayout()
        notices.setSpacing(theme().px(8))
        for banner in (self.countdown, self.notice):
            notices.addWidget(banner)
            banner.toggled.connect(lambda: self._make_room(notices))
        self._make_room(notices)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(notices)
        right.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.navigation)
        below.addLayout(right, 1)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addLayout(below, 1)
        return content
