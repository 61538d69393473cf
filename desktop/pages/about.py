"""What the program is, its version and the licences of what it is made of. The licence texts are read on the pool."""

from PySide6.QtWidgets import QWidget

from desktop.plain import label
from desktop.version import VERSION
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link
from desktop.widgets.card import Card
from desktop.widgets.dialogs import tell
from desktop.words import translate

# name, licence: what the packaged program carries
PARTS = (
    ("Python", "PSF-2.0"),
    ("Qt y PySide6", "LGPL-3.0"),
    ("SQLCipher, SQLite y sqlcipher3", "BSD-3-Clause, dominio público, zlib"),
    ("OpenSSL y cryptography", "Apache-2.0, BSD-3-Clause"),
    ("requests, urllib3, certifi, truststore", "Apache-2.0, MIT, MPL-2.0"),
    ("msgspec y platformdirs", "BSD-3-Clause, MIT"),
    ("ReportLab, qrcode, Pillow", "BSD, MIT-CMU"),
    ("PDFium y pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("pikepdf y QPDF", "MPL-2.0, Apache-2.0"),
    ("ZXing-C++", "Apache-2.0"),
    ("Inter (letra, con otro nombre)", "OFL-1.1"),
    ("Lucide (iconos)", "ISC"),
)


def about_card(parent: QWidget) -> Card:
    """Version, a sentence, and the way to the licences."""
    card = Card()
    card.body.addWidget(Brand())
    told = translate(
        "About",
        "Versión {version}. El chasqui llevaba las noticias de tambo en tambo; este programa trae sus boletas.",
    )
    card.body.addWidget(label(told.format(version=VERSION), "quiet", wrap=True))
    card.body.addWidget(link(translate("About", "&Licencias"), lambda: show_licences(parent), "scroll-text"))
    return card


def show_licences(parent: QWidget) -> None:
    """Which parts the program is made of and under which licence each is."""
    lines = "\n".join(f"{name}: {licence}" for name, licence in PARTS)
    tell(parent, translate("About", "Hecho con programas libres"), lines, icon="scroll-text")
