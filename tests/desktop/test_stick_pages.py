"""Memory sticks on the screen: a servant without a connection, an office with one, each with their real page, and a
real central API that neither the servant nor the stick ever sees."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.pair_device import PairDeviceDialog
from desktop.dialogs.pairing import PairingDialog
from desktop.opened import Opened
from desktop.pages.sticks_page import SticksPage
from desktop.pages.sync_page import SyncPage
from desktop.presenters.requests_detail import detail_of
from desktop.tasks.desk import Desk as Pool
from desktop.tasks.exchange import Exchange
from desktop.tasks.reachability import silent
from desktop.tasks.request_readings import read_request
from desktop.tasks.sync_thread import SyncThread
from storage import cache, drafts
from storage.kdf import FLOOR
from storage.request_records import RequestState
from tests.desktop.scenes import PASSWORD as LOCAL
from tests.desktop.script import Script
from tests.stick.conftest import (  # noqa: F401 - fixtures
    BETO,
    Clerk,
    clerk,
    clock,
    desk,
    go_up,
    office,
    stick,
    vault,
)
from tests.sync.office import PASSWORD, Desk, Office, StillClock
from tests.sync.wishes import own, pdf, queue, state

if TYPE_CHECKING:
    from storage.vault import Vault

PATIENCE = 20_000


@pytest.fixture
def pages(
    desk: Desk, clerk: Clerk, clock: StillClock, stick: Path, qtbot: Any  # noqa: F811 - fixtures
) -> Iterator[tuple[SyncPage, SticksPage]]:  # fmt: skip
    servants, clerks = Opened(desk.vault, Pool(desk.vault), clock), Opened(clerk.vault, Pool(clerk.vault), clock)
    exchange = Exchange(servants, SyncThread(lambda: Script([])), silent)  # type: ignore[arg-type,return-value]
    servant, counter = SyncPage(servants, exchange), SticksPage(clerks)
    for page in (servant, counter):
        qtbot.addWidget(page)
        page.resize(1100, 720)
        page.show()
    servant.sticks.deeds.ask_folder = counter.deeds.ask_folder = lambda: stick
    yield servant, counter
    assert exchange.stop()
    servants.desk.close()
    clerks.desk.close()


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if not label.isHidden())


def told(qtbot: Any, page: SyncPage, part: str) -> None:
    qtbot.waitUntil(lambda: part in page.sticks.said.text() and not page.sticks.deeds.running, timeout=PATIENCE)


def said(qtbot: Any, page: SticksPage, part: str) -> None:
    qtbot.waitUntil(lambda: part in page.banner.text and not page.deeds.running, timeout=PATIENCE)


def find(qtbot: Any, page: SticksPage, text: str) -> None:
    page.search.put(text)
    page.look.click()
    qtbot.waitUntil(
        lambda: page.found is not None and len(page.found) == 1 and page.pair.isEnabled(), timeout=PATIENCE
    )  # fmt: skip


def carry(qtbot: Any, pages: tuple[SyncPage, SticksPage], path: Path) -> None:
    """From the servant's stick to the central API."""
    _servant, counter = pages
    counter.deeds.ask_packets = lambda: (path,)
    counter.take.click()
    said(qtbot, counter, "Se recibió 1 paquete")
    qtbot.waitUntil(counter.hand.isEnabled)
    counter.hand.click()


def test_the_copy_of_the_queue_follows_the_queue(
    pages: tuple[SyncPage, SticksPage], desk: Desk, qtbot: Any  # noqa: F811
) -> None:  # fmt: skip
    from desktop.tasks.queue_copy import QueueCopy
    from storage.layout import QUEUED

    servant, _counter = pages
    deeds, path = servant.sticks.deeds, desk.vault.directory / QUEUED
    watching = QueueCopy(deeds._opened, deeds._exchange, servant)
    deeds._exchange.count()
    name = queue(desk, 1, pdf(9_000))
    deeds._exchange.count()
    qtbot.waitUntil(lambda: path.exists() and not watching._running, timeout=PATIENCE)
    with desk.vault.outbox() as box:
        drafts.cancel(box, name, desk.clock.now())
    deeds._exchange.count()
    qtbot.waitUntil(lambda: not path.exists(), timeout=PATIENCE)


def fetch(qtbot: Any, pages: tuple[SyncPage, SticksPage], stick: Path) -> Path:  # noqa: F811
    """News onto the stick."""
    _servant, counter = pages
    counter.prepare.click()
    said(qtbot, counter, "1 paquetes listos")
    qtbot.waitUntil(counter.write.isEnabled)
    counter.write.click()
    said(qtbot, counter, "está en la memoria")
    return max(stick.glob("chasqui-de-la-ugel*.chasqui"), key=lambda path: path.stat().st_mtime_ns)


def test_a_request_travels_from_screen_to_screen_and_back_with_its_code(
    pages: tuple[SyncPage, SticksPage], desk: Desk, office: Office, stick: Path, qtbot: Any,  # noqa: F811
    grab: Callable[..., Path],
) -> None:  # fmt: skip
    servant, counter = pages
    name = queue(desk, 1, pdf(9_000))
    servant.sticks.up.click()
    told(qtbot, servant, "con 1 solicitud. Entréguela en su UGEL")
    assert state(desk, name) is RequestState.READY
    (up,) = stick.glob("chasqui-para-la-ugel*.chasqui")
    find(qtbot, counter, "ñaupari")
    counter.pair.click()
    box = counter.deeds.pairing
    assert isinstance(box, PairDeviceDialog)
    box._ask_packet = lambda: up
    box.file.click()
    qtbot.waitUntil(lambda: box.public is not None, timeout=PATIENCE)
    box.go.click()
    assert box.isVisible(), "nothing goes unchecked"
    box.same.setChecked(True)
    box.how.put("DNI a la vista")
    grab(box, "usb-vincular-oficina", 560, 470)
    box.go.click()
    said(qtbot, counter, "quedó vinculado")
    carry(qtbot, pages, up)
    said(qtbot, counter, "El servicio central recibió 1 paquete")
    (receipt,) = stick.glob("chasqui-recibo*.chasqui")
    servant.sticks.deeds.bring(receipt)
    told(qtbot, servant, "UGEL San Román confirma que recibió su memoria")
    assert state(desk, name) is RequestState.READY, "delivered is not filed"
    detail = desk.ask(lambda db: read_request(db, name))
    shown = detail_of(detail.known, detail.catalogue, detail.calendar, desk.clock.now())
    assert shown.next_step.startswith("Entregada a UGEL San Román hoy")
    office.publish(0)
    down = fetch(qtbot, pages, stick)
    servant.sticks.deeds.ask_packet = lambda: down
    servant.sticks.down.click()
    told(qtbot, servant, "La UGEL respondió a 1 solicitud")
    assert state(desk, name) is RequestState.FILED
    assert own(desk, name).code.startswith("SOL-")
    assert desk.held == {"2026-08", "2026-11"}
    qtbot.waitUntil(lambda: "Respondido" in " ".join(tag.accessibleName() for tag in _tags(servant)), timeout=PATIENCE)
    grab(servant, "usb-sincronizacion")
    grab(counter, "usb-oficina")


def test_trouble_is_told_in_three_sentences_and_nothing_changes(
    pages: tuple[SyncPage, SticksPage], desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any  # noqa: F811
) -> None:  # fmt: skip
    servant, _counter = pages
    faults: list[Any] = []
    monkeypatch.setattr("desktop.pages.stick_deeds.tell_trouble", lambda _window, words: faults.append(words))
    bad = stick / "foto.chasqui"
    bad.write_bytes(b"esto no es un paquete")
    servant.sticks.deeds.bring(bad)
    qtbot.waitUntil(lambda: len(faults) == 1, timeout=PATIENCE)
    servant.sticks.deeds.ask_folder = lambda: stick / "retirada"
    servant.sticks.up.click()
    qtbot.waitUntil(lambda: len(faults) == 2, timeout=PATIENCE)
    assert [words.code for words in faults] == ["usb-not-a-packet", "usb-stick-gone"]
    assert all(words.what and words.safe and words.todo for words in faults)
    assert servant.sticks.up.isEnabled()


def test_what_is_lacking_can_be_asked_for_on_the_same_stick(
    pages: tuple[SyncPage, SticksPage], desk: Desk, clerk: Clerk, office: Office, stick: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch, qtbot: Any,
) -> None:  # fmt: skip
    servant, _counter = pages
    faults: list[Any] = []
    monkeypatch.setattr("desktop.pages.stick_deeds.tell_trouble", lambda _window, words: faults.append(words))
    desk.run()
    clerk.pair(go_up(desk, stick))
    clerk.take_in(max(stick.iterdir()))
    clerk.hand_over()
    with desk.vault.cache() as db:
        cache.restart_walk(db)
    office.publish(0)
    down = clerk.bring(stick)
    servant.sticks.deeds.ask_request = lambda: True
    before = set(stick.iterdir())
    servant.sticks.deeds.bring(down)
    told(qtbot, servant, "pide sus novedades")
    assert [words.code for words in faults] == ["usb-gap"]
    (asked,) = [path for path in set(stick.iterdir()) - before if path.name.startswith("chasqui-para-la-ugel")]
    clerk.take_in(asked)
    clerk.hand_over()
    servant.sticks.deeds.bring(clerk.bring(stick))
    told(qtbot, servant, "Listo.")
    assert desk.held == {"2026-08", "2026-11"}


def test_a_revoked_computer_gets_another_key(
    pages: tuple[SyncPage, SticksPage], desk: Desk, qtbot: Any  # noqa: F811
) -> None:  # fmt: skip
    servant, _counter = pages
    keys: list[Any] = []
    servant.sticks.deeds.show_pairing = keys.append
    servant.sticks.pair.click()
    qtbot.waitUntil(lambda: len(keys) == 1, timeout=PATIENCE)
    box = PairingDialog(servant, keys[0], lambda: None)
    qtbot.addWidget(box)
    box.ask = lambda *_words: False
    with qtbot.assertNotEmitted(box.renewal_wanted):
        box._renew()
    box.ask = lambda *_words: True
    with qtbot.waitSignal(box.renewal_wanted):
        box._renew()
    assert servant.sticks.deeds.door.renew_key().kid != keys[0].kid
    assert (desk.vault.directory / "device.kid").read_text() != keys[0].kid


def test_this_computers_key_is_shown_as_a_code_a_number_and_text(
    pages: tuple[SyncPage, SticksPage], desk: Desk, qtbot: Any, grab: Callable[..., Path]  # noqa: F811
) -> None:  # fmt: skip
    servant, _counter = pages
    shown: list[Any] = []
    servant.sticks.deeds.show_pairing = shown.append
    servant.sticks.pair.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    box = PairingDialog(servant, shown[0], lambda: None)
    qtbot.addWidget(box)
    assert shown[0].number in words(box)
    assert box.code.text == shown[0].text
    image = box.code.grab().toImage()
    assert _read(image) == shown[0].text, "a reader reads what the screen shows"
    grab(box, "usb-vincular", 640, 520)


def test_a_picture_of_the_code_pairs_as_the_code_does(
    pages: tuple[SyncPage, SticksPage], desk: Desk, tmp_path: Path, qtbot: Any, grab: Callable[..., Path],  # noqa: F811
) -> None:  # fmt: skip
    from PySide6.QtGui import QGuiApplication, QImage, QPainter

    servant, counter = pages
    shown: list[Any] = []
    servant.sticks.deeds.show_pairing = shown.append
    servant.sticks.pair.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    pairing = PairingDialog(servant, shown[0], lambda: None)
    qtbot.addWidget(pairing)
    screen = pairing.code.grab().toImage()
    photograph, nothing = tmp_path / "foto.jpg", tmp_path / "vacía.png"
    page = QImage(900, 1200, QImage.Format.Format_RGB32)
    page.fill(0xFFE8E4DC)
    page.save(str(nothing))
    painter = QPainter(page)
    painter.drawImage(250, 400, screen)
    painter.end()
    page.save(str(photograph), "JPEG", 60)  # type: ignore[call-overload]
    box = PairDeviceDialog(counter, counter.deeds._opened.desk, "ANA ÑAUPARI", lambda: None)
    qtbot.addWidget(box)
    for path, wrong in ((nothing, "no hay ningún código QR"), (tmp_path / "no.png", "se retiró")):
        box.ask_picture = lambda path=path: path  # type: ignore[misc]
        box.picture.click()
        qtbot.waitUntil(lambda wrong=wrong: wrong in box.code.below, timeout=PATIENCE)
        assert box.public is None
    box.ask_picture = lambda: photograph
    box.picture.click()
    qtbot.waitUntil(lambda: box.public is not None, timeout=PATIENCE)
    assert box.public is not None
    assert (box.public.text, box.number.text()) == (shown[0].text, shown[0].number)
    assert not box.same.isChecked(), "the numbers are still to be compared"
    grab(box, "usb-vincular-imagen", 560, 520)
    QGuiApplication.clipboard().setText("CHASQUI1")
    box.paste.click()
    qtbot.waitUntil(lambda: "No hay ninguna imagen copiada" in box.code.below, timeout=PATIENCE)
    QGuiApplication.clipboard().setImage(screen)
    box.code.edit.setFocus()
    qtbot.keySequence(box.code.edit, "Ctrl+V")
    qtbot.waitUntil(lambda: box.public is not None, timeout=PATIENCE)
    assert box.public.text == shown[0].text


def test_a_first_packet_makes_a_profile_without_any_connection(
    pages: tuple[SyncPage, SticksPage], office: Office, stick: Path, tmp_path: Path, clock: StillClock,  # noqa: F811
    qtbot: Any, grab: Callable[..., Path],
) -> None:  # fmt: skip
    from desktop.windows.local_password_form import LocalPasswordForm
    from desktop.windows.opening_form import OpeningForm

    _servant, counter = pages
    office.publisher.add_person(BETO, "beto", PASSWORD)
    find(qtbot, counter, "99900001")
    told_words: list[Any] = []
    counter.deeds.ask_how = lambda _who: "DNI a la vista"
    counter.deeds.show_words = lambda _who, first: told_words.append(first)
    counter.first.click()
    qtbot.waitUntil(lambda: bool(told_words), timeout=PATIENCE)
    pool = Pool()
    form, protect = OpeningForm(pool), LocalPasswordForm(tmp_path / "perfiles", pool, "Mi perfil", FLOOR)
    for part in (form, protect):
        qtbot.addWidget(part)
    form.take(stick / told_words[0].name)
    form.words.put("fecha jaula danza")
    form.go.click()
    assert "siete palabras" in form.words.below
    form.words.put(" ".join(reversed(told_words[0].words.split())))
    form.go.click()
    qtbot.waitUntil(lambda: "no se abre" in form.wrong.text(), timeout=PATIENCE)
    grab(form, "usb-primer-paquete", 520, 420)
    form.words.put(told_words[0].words.upper())
    with qtbot.waitSignal(form.opened, timeout=PATIENCE) as opened:
        form.go.click()
    protect.begin_first(opened.args[0], clock)
    for field in (protect.password, protect.again):
        field.put(LOCAL)
    with qtbot.waitSignal(protect.made, timeout=PATIENCE) as made:
        protect.submit()
    new: Vault = made.args[0]
    with new:
        arrived = Desk.__new__(Desk)
        arrived.vault = new
        assert arrived.held == {"2026-08"}
    pool.close()


def _tags(page: SyncPage) -> list[Any]:
    from desktop.widgets.tag import Tag

    return page.sticks.findChildren(Tag)


def _read(image: Any) -> str:
    import zxingcpp
    from PIL import Image
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [bytes(plain.constScanLine(row))[: plain.width()] for row in range(plain.height())]
    (found,) = zxingcpp.read_barcodes(Image.frombytes("L", (plain.width(), plain.height()), b"".join(rows)))
    return str(found.text)
