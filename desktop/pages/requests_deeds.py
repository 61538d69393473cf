"""What the person does with a request: asks what must be asked, then has it done on the pool. Words are presenters'."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.presenters.errors import explain
from desktop.presenters.requests_list import name_of
from desktop.presenters.requests_steps import Deed, cancel_question
from desktop.tasks import request_readings
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.widgets.requests_dialogs import ask_expediente
from desktop.words import translate
from storage.request_records import RequestState

if TYPE_CHECKING:
    from desktop.dialogs.packet import PacketDialog
    from desktop.opened import Opened
    from desktop.tasks.request_readings import PacketGrounds, RequestReading
    from storage.request_records import Expediente, ShownRequest


class RequestDeeds(QObject):
    """`done` when something was written; `told(words, tone)` for the banner; the rest are wishes to the window."""

    done = Signal()
    told = Signal(str, str)
    wants = Signal(str, str)
    sync_wanted = Signal()
    sign_in_wanted = Signal()

    def __init__(self, opened: "Opened", page: QWidget) -> None:
        super().__init__(page)
        self._opened = opened
        self._vault, self._desk, self._clock = opened.vault, opened.desk, opened.clock
        self.packet: PacketDialog | None = None
        self._page = page

    def do(self, deed: Deed, reading: "RequestReading") -> None:
        """Do this with that request."""
        acts = {
            Deed.CONTINUE: self._continue,
            Deed.RETRY: self._retry,
            Deed.SIGN_IN: lambda _reading: self.sign_in_wanted.emit(),
            Deed.CORRECT: self._correct,
            Deed.PACKET: self._prepare_packet,
            Deed.EXPEDIENTE: self._note_expediente,
            Deed.COPY_CODE: self._copy_code,
            Deed.CANCEL: self._cancel,
        }
        acts[deed](reading)

    def _continue(self, reading: "RequestReading") -> None:
        self.wants.emit("legajo", f"draft:{reading.known.shown.uuid}")

    def _retry(self, _reading: "RequestReading") -> None:
        self.told.emit(translate("requests", "Se intenta enviar ahora. Arriba se ve cómo va."), "info")
        self.sync_wanted.emit()

    def _correct(self, reading: "RequestReading") -> None:
        """The editor begins a draft that replaces this one."""
        self.wants.emit("legajo", f"correct:{reading.known.shown.uuid}")

    def _prepare_packet(self, reading: "RequestReading") -> None:
        shown = reading.known.shown
        self._desk.ask(self, partial(request_readings.read_packet, shown=shown), partial(self._show_packet, shown))

    def _show_packet(self, shown: "ShownRequest", grounds: "PacketGrounds") -> None:
        from desktop.dialogs.packet import PacketDialog

        if grounds.person is None:
            words = translate("requests", "Sincronice una vez: el expediente lleva sus datos y aún no están aquí.")
            self.told.emit(words, "wait")
            return
        self.packet = PacketDialog(self._opened, shown, grounds.person, grounds.files, self._page.window())
        self.packet.expediente_given.connect(partial(self._keep_expediente, shown))
        self.packet.begin()

    def _note_expediente(self, reading: "RequestReading") -> None:
        shown, now = reading.known.shown, self._clock.now()
        written = ask_expediente(self._page.window(), name_of(shown), shown.expediente, now.astimezone().date())
        if written is not None:
            self._keep_expediente(shown, written)

    def _keep_expediente(self, shown: "ShownRequest", written: "Expediente") -> None:
        words = translate("requests", "Anotado. Se enviará a la oficina con la próxima conexión.")
        work = partial(request_readings.note_expediente, self._vault, shown, written, self._clock.now())
        self._desk.start(self, lambda _job: work(), lambda _nothing: self._finish(words), self._fail)

    def _copy_code(self, reading: "RequestReading") -> None:
        code = reading.known.shown.code
        QGuiApplication.clipboard().setText(code)
        self.told.emit(translate("requests", "Código copiado: {code}").format(code=code), "info")

    def _cancel(self, reading: "RequestReading") -> None:
        shown = reading.known.shown
        question = cancel_question(shown)
        if not ask(self._page.window(), question.title, question.consequences, question.yes, dangerous=True):
            return
        if shown.state is RequestState.DRAFT:
            words = translate("requests", "Borrador descartado.")
            work = partial(request_readings.discard, self._vault, shown.uuid)
            self._desk.start(self, lambda _job: work(), lambda _nothing: self._finish(words), self._fail)
            return
        withdraw = partial(request_readings.cancel, self._vault, shown, self._clock.now())
        self._desk.start(self, lambda _job: withdraw(), self._cancelled, self._fail)

    def _cancelled(self, state: RequestState) -> None:
        if state is RequestState.CANCELLED:
            self._finish(translate("requests", "Solicitud anulada. La oficina no la recibió."))
            return
        self._finish(translate("requests", "Anulación pedida. Se avisará a la oficina con la próxima conexión."))
        self.sync_wanted.emit()

    def _finish(self, words: str) -> None:
        self.told.emit(words, "good")
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        tell_trouble(self._page.window(), explain(error))
        self.done.emit()
