"""Which pages the main window has, in the order of the navigation. Their modules are imported at the first visit."""

from typing import TYPE_CHECKING

from desktop.widgets.navigation import Place
from desktop.windows.main_window import PageEntry
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.choices import Choices
    from desktop.opened import Opened
    from desktop.pages.settings_page import Custodian
    from desktop.tasks.exchange import Exchange
    from desktop.widgets.page import Page


PAYROLL_ROLES = frozenset({"escalafon", "planillas"})
OFFICE_ROLES = PAYROLL_ROLES | {"mesa_partes"}  # whoever takes in papers has to know which are good
STICK_ROLES = frozenset({"escalafon", "mesa_partes"})


def entries(
    opened: "Opened",
    exchange: "Exchange",
    choices: "Choices",
    custodian: "Custodian",
    *,
    roles: frozenset[str] = frozenset(),
) -> tuple[PageEntry, ...]:
    """The pages of an opened profile. `roles`: what its person does for an office, "escalafon" or "planillas"."""

    def home() -> "Page":
        from desktop.pages.home_page import HomePage

        return HomePage(opened)

    def payslips() -> "Page":
        from desktop.pages.payslips_page import PayslipsPage

        page = PayslipsPage(opened)
        page.wish.wanted.connect(exchange.sync_now)
        return page

    def verify() -> "Page":
        from desktop.pages.verify_page import VerifyPage

        return VerifyPage(opened.desk, opened.clock, opened.vault)

    def sync() -> "Page":
        from desktop.pages.sync_page import SyncPage

        page = SyncPage(opened, exchange)
        page.sign_in_wanted.connect(custodian.sign_in_again)
        return page

    def settings() -> "Page":
        from desktop.pages.settings_page import SettingsPage

        return SettingsPage(opened, choices, custodian)

    return (
        PageEntry(Place("home", translate("Navigation", "Inicio"), "house"), home),
        PageEntry(Place("payslips", translate("Navigation", "Mis boletas"), "receipt-text"), payslips),
        *_of_the_legajo(opened, exchange, custodian, roles=roles),
        PageEntry(Place("verify", translate("Navigation", "Verificar"), "shield-check"), verify),
        PageEntry(Place("sync", translate("Navigation", "Sincronización"), "arrow-up-down"), sync),
        PageEntry(Place("settings", translate("Navigation", "Ajustes"), "settings"), settings),
    )


def _of_the_legajo(
    opened: "Opened", exchange: "Exchange", custodian: "Custodian", *, roles: frozenset[str]
) -> tuple[PageEntry, ...]:
    """The legajo, the requests about it, and for an office's person the tray where they come in."""

    def legajo() -> "Page":
        from desktop.pages.legajo_page import LegajoPage

        return LegajoPage(opened, exchange)

    def requests() -> "Page":
        from desktop.pages.requests_page import RequestsPage

        page = RequestsPage(opened)
        page.sync_wanted.connect(exchange.sync_now)
        page.sign_in_wanted.connect(custodian.sign_in_again)
        page.deeds.done.connect(exchange.count)
        return page

    return (
        PageEntry(Place("legajo", translate("Navigation", "Mi legajo"), "scroll-text"), legajo),
        PageEntry(Place("requests", translate("Navigation", "Mis solicitudes"), "clipboard-list"), requests),
        *_of_an_office(opened, exchange, custodian, roles=roles),
    )


def _of_an_office(
    opened: "Opened", exchange: "Exchange", custodian: "Custodian", *, roles: frozenset[str]
) -> tuple[PageEntry, ...]:
    """What an office's people have besides, by what they do there."""

    def tray() -> "Page":
        from desktop.pages.tray_page import TrayPage

        page = TrayPage(opened)
        page.sync_wanted.connect(exchange.sync_now)
        page.sign_in_wanted.connect(custodian.sign_in_again)
        page.counted.connect(exchange.count)
        return page

    def lis() -> "Page":
        from desktop.pages.lis_page import LisPage

        return LisPage(opened)

    def packets() -> "Page":
        from desktop.pages.packets_page import PacketsPage

        return PacketsPage(opened)

    def sticks() -> "Page":
        from desktop.pages.sticks_page import SticksPage

        page = SticksPage(opened)
        page.sign_in_wanted.connect(custodian.sign_in_again)
        return page

    def batch() -> "Page":
        from desktop.pages.batch_page import BatchPage

        return BatchPage(opened)

    everything = (
        (OFFICE_ROLES, PageEntry(Place("tray", translate("Navigation", "Bandeja"), "inbox"), tray)),
        (PAYROLL_ROLES, PageEntry(Place("lis", translate("Navigation", "Planillas SUP"), "hard-drive"), lis)),
        (PAYROLL_ROLES, PageEntry(Place("packets", translate("Navigation", "Paquetes"), "folder-down"), packets)),
        (OFFICE_ROLES, PageEntry(Place("batch", translate("Navigation", "Verificación masiva"), "file-check"), batch)),
        (STICK_ROLES, PageEntry(Place("sticks", translate("Navigation", "Memorias USB"), "usb"), sticks)),
    )
    return tuple(entry for whose, entry in everything if roles & whose)
