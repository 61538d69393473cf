"""What the operating system says about the network reaches the exchange, and a change of network wakes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6 import QtNetwork
from PySide6.QtCore import QObject, Signal

from desktop.tasks.exchange import Exchange
from desktop.tasks.reachability import listen
from sync.core.outcome import Blocked, UpToDate
from tests.desktop.scenes import NOW
from tests.desktop.script import Script

Real = QtNetwork.QNetworkInformation


class Network(QObject):
    """Stands where Qt's singleton stands: says what the test says. No container has a network manager to ask."""

    Feature = Real.Feature
    Reachability = Real.Reachability
    reachabilityChanged = Signal(object)  # noqa: N815 - Qt's name
    transportMediumChanged = Signal(object)  # noqa: N815 - Qt's name
    known = True
    features = frozenset({Real.Feature.Reachability, Real.Feature.TransportMedium})
    one: "Network"

    def __init__(self) -> None:
        super().__init__()
        self.says = Real.Reachability.Online

    @classmethod
    def loadBackendByFeatures(cls, _features: Any) -> bool:
        return cls.known

    @classmethod
    def instance(cls) -> "Network":
        return cls.one

    def supports(self, feature: Any) -> bool:
        return feature in self.features

    def reachability(self) -> Any:
        return self.says

    def becomes(self, reachability: Any) -> None:
        self.says = reachability
        self.reachabilityChanged.emit(reachability)


@pytest.fixture
def network(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> Network:
    Network.one = Network()
    monkeypatch.setattr(QtNetwork, "QNetworkInformation", Network)
    return Network.one


@pytest.fixture
def heard() -> list[bool | None]:
    return []


@pytest.fixture
def owner(heard: list[bool | None]) -> Callable[[], QObject]:
    def made() -> QObject:
        listener = QObject()
        listen(listener, heard.append)
        return listener

    return made


def test_it_tells_at_once_and_at_every_change(network: Network, heard: list[bool | None], owner: Any) -> None:
    listener = owner()
    for reachability in (Real.Reachability.Disconnected, Real.Reachability.Site, Real.Reachability.Online):
        network.becomes(reachability)
    network.transportMediumChanged.emit(None)
    assert heard == [True, False, None, True, True]
    del listener


def test_a_system_that_does_not_say_is_no_network_that_is_gone(
    network: Network, heard: list[bool | None], owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Network, "known", False)
    owner()
    assert heard == [None]


def test_a_system_that_knows_no_medium_is_listened_to_all_the_same(
    network: Network, heard: list[bool | None], owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Network, "features", frozenset({Real.Feature.Reachability}))
    listener = owner()
    network.transportMediumChanged.emit(None)
    assert heard == [True]
    del listener


def test_another_network_wakes_an_exchange_that_something_stood_in_the_way_of(
    exchange: Exchange,
    script: Script,
    network: Network,
    qtbot: Any,
) -> None:
    """From the Wi-Fi with its portal to the phone's data: the system never says that the network was gone."""
    listen(exchange, exchange._heard)
    script.outcomes.append(Blocked("portal", NOW + timedelta(minutes=15)))
    exchange.start()
    exchange.sync_now()
    qtbot.waitUntil(lambda: len(exchange.log) == 1)
    network.transportMediumChanged.emit(None)
    qtbot.waitUntil(lambda: len(exchange.log) == 2)
    assert isinstance(exchange.log[0].outcome, UpToDate)


def test_another_network_wakes_nothing_while_all_is_well(
    exchange: Exchange,
    script: Script,
    network: Network,
    qtbot: Any,
) -> None:
    listen(exchange, exchange._heard)
    exchange.start()
    exchange.sync_now()
    qtbot.waitUntil(lambda: len(exchange.log) == 1)
    network.transportMediumChanged.emit(None)
    assert not exchange._thread._wanted
    assert script.ran == [True]
