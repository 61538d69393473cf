"""The buttons of the viewer: closer, further, the width, the whole page, and how large it is now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.plain import label, set_text, set_tooltip
from desktop.theme import theme
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.page_layout import LARGEST, SMALLEST, Fit
from desktop.widgets.page_viewer import PageViewer
from desktop.words import translate


class ZoomBar(QWidget):
    """Belongs to one viewer and follows it."""

    def __init__(self, viewer: PageViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.further = icon_button("minus", translate("viewer", "Alejar"), viewer.zoom_out)
        self.closer = icon_button("plus", translate("viewer", "Acercar"), viewer.zoom_in)
        self.width_button = icon_button(
            "fit-width", translate("viewer", "Ajustar al ancho"), lambda: viewer.fit_to(Fit.WIDTH)
        )
        self.page_button = icon_button(
            "maximize", translate("viewer", "Página completa"), lambda: viewer.fit_to(Fit.PAGE)
        )
        self.share = label("", "small")
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.share.setMinimumWidth(theme().px(42))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.further, self.share, self.closer, self.width_button, self.page_button):
            row.addWidget(widget)
        for button, keys in ((self.further, "Ctrl+−"), (self.closer, "Ctrl++")):
            set_tooltip(button, f"{button.accessibleName()} ({keys})")
        viewer.zoom_changed.connect(self._follow)
        viewer.opened.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        viewer = self._viewer
        shown = viewer.page_count > 0
        set_text(self.share, f"{round(viewer.zoom * 100)} %" if shown else "–")
        self.share.setAccessibleName(translate("viewer", "Tamaño: {share}").format(share=self.share.text()))
        self._allow(self.further, shown and viewer.zoom > SMALLEST * 1.001)
        self._allow(self.closer, shown and viewer.zoom < LARGEST * 0.999)
        self._allow(self.width_button, shown)
        self._allow(self.page_button, shown)

    @staticmethod
    def _allow(button: Button, allowed: bool) -> None:
        button.setEnabled(allowed)
