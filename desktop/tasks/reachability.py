"""What the operating system says about the network, where it says anything. A hint to try, never proof of a connection."""

from collections.abc import Callable

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

    def changed() -> None:
        tell(known.get(network.reachability()))

    network.reachabilityChanged.connect(owner, changed)
    changed()


def silent(_owner: QObject, tell: Callable[[bool | None], None]) -> None:
    """For tests and for systems where asking is unwanted: nobody says anything."""
    tell(None)
