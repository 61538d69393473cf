"""Which servers may be spoken to, and that every error has its code."""

import re
from pathlib import Path

import pytest

from sync import errors
from sync.address import check_server
from sync.errors import AddressError, Problem, SyncError, TlsError, error_of


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("https://central.pe", "https://central.pe"), (" https://central.pe/api/ ", "https://central.pe/api"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"), ("http://localhost:1/", "http://localhost:1"),
        ("http://[::1]:8000", "http://[::1]:8000"), ("https://central.pe:8443", "https://central.pe:8443"),
    ],
)  # fmt: skip
def test_https_and_this_computer_may_be_spoken_to(text: str, stored: str) -> None:
    assert check_server(text) == stored


@pytest.mark.parametrize(
    "text",
    [
        "http://central.pe", "http://10.0.0.1", "http://localhost.pe", "http://127.0.0.1.pe",
        "ftp://central.pe", "central.pe",
        "", "https://", "https://ana:clave@central.pe", "https://central.pe?x=1", "https://central.pe#x", "file:///etc/passwd",
        "https://central.pe:99999", "https://a b.pe", "https://[::1",
    ],
)  # fmt: skip
def test_anything_else_may_not(text: str) -> None:
    with pytest.raises(AddressError):
        check_server(text)


def test_every_error_has_its_code_in_the_tree_of_the_docstring() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SyncError)]
    leaves = {kind for kind in kinds if kind is not SyncError and kind.__name__ != "NetworkConditionError"}
    for kind in leaves:
        assert re.search(rf"{kind.__name__}\b", errors.__doc__ or ""), kind
        if kind is not errors.BusyError:
            assert kind.code in (errors.__doc__ or ""), kind
    kinds_of_their_own = leaves - {errors.UnpackError}  # leaves the client as what it is beneath
    assert len({kind.code for kind in kinds_of_their_own}) == len(kinds_of_their_own)


def test_our_clock_may_be_the_wrong_one() -> None:
    assert (TlsError().code, TlsError(flaw="dates").code) == ("certificate", "certificate-dates")


def test_a_problem_this_version_does_not_know_is_a_refusal_with_the_servers_sentence() -> None:
    error = error_of(Problem(422, "something-new", "Intente mañana.", retryable=True))
    assert (error.code, error.detail, error.retryable) == ("refused", "Intente mañana.", True)


def test_requests_is_not_imported_before_the_first_call() -> None:
    import subprocess
    import sys

    code = "import sys, sync.engine, sync.accounts; assert not {'requests', 'urllib3', 'truststore'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0
