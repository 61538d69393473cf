"""Each kind of payslip as a fixture; the people are invented in `people`."""

import pytest

from documents.payslip import Payslip
from tests.documents.people import DIRECTOR, SAMPLES, TEACHER


@pytest.fixture(params=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Payslip:
    """Each kind of payslip in turn."""
    return SAMPLES[request.param]


@pytest.fixture
def teacher() -> Payslip:
    return TEACHER


@pytest.fixture
def director() -> Payslip:
    return DIRECTOR
