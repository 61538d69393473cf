"""A real port: starting, stopping, starting again, and the commands around it."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import requests

from central.__main__ import main
from central.app import create_app
from central.faults import Faults, slow
from central.server import Server
from central.settings import Settings
from central.store import Store

ROOT = Path(__file__).parents[2]


def test_a_server_comes_back_on_the_port_it_had(server: Server) -> None:
    url = server.url
    with requests.Session() as session:  # a client that keeps its connection does not keep the port
        assert session.get(f"{url}/v1/health").status_code == 200
        server.stop()
        with pytest.raises(requests.exceptions.ConnectionError):
            session.get(f"{url}/v1/health")
        server.start()
        assert server.url == url
        assert session.get(f"{url}/v1/health").status_code == 200


def test_starting_and_stopping_twice_is_once(server: Server) -> None:
    server.start()
    server.stop()
    server.stop()
    server.start()
    assert requests.get(f"{server.url}/v1/health", timeout=10).status_code == 200


def test_stopping_cuts_an_answer_that_is_under_way(server: Server, faults: Faults) -> None:
    faults.add("health", slow(threading.Event(), piece=5))
    with requests.get(f"{server.url}/v1/health", stream=True, timeout=10) as answer:
        assert answer.raw.read(5) == b'{"sta'
        server.stop()
        with pytest.raises(requests.exceptions.RequestException):
            list(answer.iter_content(100))


def test_a_port_that_is_taken_is_refused(store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Server(create_app(Settings(), store), port=taken.getsockname()[1]).start()


def test_an_answer_names_no_software(server: Server) -> None:
    assert "server" not in requests.get(f"{server.url}/v1/health", timeout=10).headers


def test_a_new_epoch_is_printed_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'central.db'}"
    for _ in range(2):
        assert main(["new-epoch", "--database", url]) == 0
    first, second = capsys.readouterr().out.split()
    assert first != second


def test_serving_from_the_command_line_answers_and_ends_on_interrupt(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "central", "serve", "--port", "0", "--no-captcha"]
    command += ["--database", f"sqlite:///{tmp_path / 'central.db'}"]
    strict = os.environ | {"PYTHONWARNINGS": "error"}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=strict) as running:
        assert running.stdout is not None
        url = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
        assert requests.post(f"{url}/v1/captchas", timeout=60).json()["required"] is False
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 0  # a busy machine may take its time; it must end by itself all the same
