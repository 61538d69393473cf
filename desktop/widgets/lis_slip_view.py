"""One old payslip: whose and of which file, its paper or, where there is none, its text; and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label, set_role, set_text
from desktop.presenters.lis_words import month_words, remark_words, seal_words, why_not_printed
from desktop.tasks.desk import Desk
from desktop.tasks.lis_readings import SlipReading
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.zoom_bar import ZoomBar
from desktop.words import translate

NAMED = 3  # remarks told here; all are in the report of the import


class LisSlipView(Card):
    """`save_wanted`, `print_wanted`, `constancia_wanted`, `back_wanted`."""

    save_wanted = Signal()
    print_wanted = Signal()
    constancia_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=14, spacing=8)
        self.reading: SlipReading | None = None
        self.back = link(translate("lis", "Volver a la lista"), self.back_wanted.emit, "arrow-left")
        self.who = label("", "heading", wrap=True)
        self.place = label("", "quiet", wrap=True)
        self.notice = label("", "small", wrap=True)
        self.viewer = PageViewer(desk)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(translate("lis", "Texto de la boleta en el archivo"))
        self.turn = link(translate("lis", "Ver el &texto del archivo"), self._turn, "file-text")
        self.save = secondary(translate("lis", "&Guardar PDF…"), self.save_wanted.emit, "download")
        self.print = secondary(translate("lis", "I&mprimir…"), self.print_wanted.emit, "printer")
        self.constancia = secondary(translate("lis", "&Constancia…"), self.constancia_wanted.emit, "file-check")
        self._sheet = QWidget()
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(theme().px(6))
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(ZoomBar(self.viewer))
        sheet.addLayout(bar)
        sheet.addWidget(self.viewer, 1)
        self.body.addWidget(self.back)
        self.stack = QStackedWidget()
        self._nothing = EmptyState(
            "receipt-text", translate("lis", "Elija una boleta"),
            translate("lis", "Aquí se ve la boleta transcrita, o su texto tal como está en el archivo."),
        )  # fmt: skip
        for widget in (self._nothing, self._sheet, self.text):
            self.stack.addWidget(widget)
        feet = FlowLayout(gap=theme().px(8))
        for button in (self.save, self.print, self.constancia, self.turn):
            feet.addWidget(button)
        for widget in (self.who, self.place, self.notice):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(feet)
        self.stand_alone(alone=False)
        self.show_nothing()

    def stand_alone(self, *, alone: bool) -> None:
        """Whether it has the page for itself, and so needs a way back."""
        self.back.setVisible(alone)

    def show_nothing(self) -> None:
        """No payslip is chosen."""
        self.reading = None
        self.viewer.clear()
        self.stack.setCurrentWidget(self._nothing)
        for widget in (self.who, self.place, self.notice, self.turn):
            widget.hide()
        for button in (self.save, self.print, self.constancia):
            button.hide()

    def show_slip(self, reading: SlipReading) -> None:
        """Show this one."""
        self.reading = reading
        row = reading.row
        set_text(self.who, f"{row.apellidos}, {row.nombres}")
        where = translate("lis", "{month} · {file}, línea {line}")
        set_text(self.place, where.format(month=month_words(row.periodo), file=row.file_name, line=f"{row.line:,}"))
        set_text(self.notice, _notice(reading))
        set_role(self.notice, "bad" if reading.pdf is None else "small")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        set_text(self.text, reading.text.replace("\f", "").replace("\r", "").rstrip())
        for widget in (self.who, self.place, self.notice):
            widget.show()
        self.turn.setVisible(reading.pdf is not None)
        for button in (self.save, self.print):
            button.setEnabled(reading.pdf is not None)
        for button in (self.save, self.print, self.constancia):
            button.show()
        self.constancia.setEnabled(bool(row.doc_numero))
        if reading.pdf is not None:
            self.viewer.show_pdf(reading.pdf)
        self._show(self._sheet if reading.pdf is not None else self.text)

    def _turn(self) -> None:
        self._show(self.text if self.stack.currentWidget() is self._sheet else self._sheet)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        sees_text = widget is self.text
        self.turn.say(
            translate("lis", "Ver la &boleta") if sees_text else translate("lis", "Ver el &texto del archivo")
        )


def _notice(reading: SlipReading) -> str:
    told = [
        why_not_printed(reading.row.state, reading.row.periodo) if reading.pdf is None else seal_words(reading.unsealed)
    ]
    told += [remark_words(remark) + "." for remark in reading.remarks[:NAMED]]
    return " ".join(part for part in told if part)
