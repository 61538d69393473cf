"""What the operating system says about the network, where it does. A hint to try, never proof of a connection."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject

Listen = Callable[[QObject, Callable[[bool | None], None]], None]


def listen(owner: QObject, tell: Callable[[bool | None], None]) -> None:
    """Call `tell` now and at every change: True, False, or None for "it does not say". Ends with `owner`."""
    from PySide6.QtNetwork import QNetworkInformation

    feature = QNetworkInformation.Feature.Reachability
    if not QNetworkInformation.loadBackendByFeatures(feature):
        tell(None)
        return
    network = QNetworkInformation.instance()
    known = {QNetworkInformation.Reachability.Online: True, QNetworkInformation.Reachability.Disconnected: False}

    def changed(_reachability: object = None) -> None:
        if shiboken6.isValid(owner):
            tell(known.get(network.reachability()))

    network.reachabilityChanged.connect(changed)
    if network.supports(QNetworkInformation.Feature.TransportMedium):  # from the school's Wi-Fi to a phone, say
        network.transportMediumChanged.connect(changed)
    changed()


def silent(_owner: QObject, tell: Callable[[bool | None], None]) -> None:
    """For tests and for systems where asking is unwanted: nobody says anything."""
    tell(None)
