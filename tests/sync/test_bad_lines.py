"""An upload over a line that breaks again and again: it finishes, and costs little more than the file."""

import pytest

from sync.client import CentralClient
from sync.engine import Updated
from tests.sync.cutting import CuttingLine
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, own, pdf, queue


@pytest.mark.parametrize(("every", "dearest"), [(64 * 1024, 1.15), (16 * 1024, 1.45)])
def test_an_upload_cut_again_and_again_finishes_within_its_price(
    desk: Desk, office: Office, every: int, dearest: float
) -> None:
    size = 2 * 1024 * 1024 if every > 20_000 else 256 * 1024
    name = queue(desk, 1, pdf(size))
    with CuttingLine(office.server.port, cut_after=every) as line:
        desk.engine._client_factory = lambda _server: CentralClient(line.url, version="0", clock=desk.clock)
        for _ in range(size // every * 2):
            desk.clock.pass_seconds(3)
            if isinstance(desk.run(asked=False), Updated):
                break
    assert own(desk, name).code == at_office(office, name).code
    assert line.connections > size // every
    assert line.carried / size <= dearest
