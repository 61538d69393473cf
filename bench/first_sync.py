"""First sync of 82 sealed payslips, then no news, then one payslip over loopback, against a bare floor in the same run.

The floor asks the same server for the same pages and PDFs over one kept connection and stores nothing. Bytes are what
the program counts: request lines, headers and bodies; neither TLS nor TCP.
"""

import http.client
import json
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from urllib.parse import quote, urlsplit

from central.app import create_app
from central.keys.demo import draw_sealed
from central.publishing import Publisher
from central.samples.population import generate
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import Payslip, Period
from storage import cache, payslips
from storage.kdf import FLOOR
from storage.payslips import PayslipQuery
from storage.profile import Vault, new_profile
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.clock import SystemClock
from sync.engine import Engine, Progress
from sync.identifiers import SystemChance

NEWEST = Period(2026, 11)


def main() -> None:
    """Publish one teacher's payslips, then fetch them barely and with the program."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/central.db")
        one = next(iter(generate(1, seed=7, until=NEWEST)))
        publisher = Publisher(store, cost=CHEAP)
        publisher.add_person(one.person, user=one.user, password=one.password)
        count = publisher.publish_payslips(one.payslips, draw=draw_sealed)
        with Server(create_app(Settings(captcha=False, password_cost=CHEAP), store)) as server:
            vault = new_profile(Path(folder), "Medida", "cuatro palabras bien sueltas", cost=FLOOR)
            client = CentralClient(server.url, version="bench", clock=SystemClock())
            signed = sign_in(client, one.user, one.password, None, None, "bench")
            with vault.cache() as db:
                cache.store_session(db, signed.session)
            floor_seconds, floor_bytes, floor_requests = fetch_barely(server.url, signed.session.access_token)
            print(
                f"payslips {count}; floor: {floor_seconds:.2f} s, {floor_bytes / 1e3:.0f} kB, {floor_requests} requests"
            )
            exchange("first sync", vault, floor_seconds, floor_bytes)
            exchange("nothing changed", vault, None, None)
            publisher.publish_payslips([next_month(one.payslips)], draw=draw_sealed)
            exchange("one new payslip", vault, None, None)
            vault.close()
        store.close()


def next_month(payslips: Sequence[Payslip]) -> Payslip:
    """The newest payslip again, a month later."""
    newest = max(payslips, key=lambda payslip: payslip.periodo)
    following = Period(newest.periodo.year + newest.periodo.month // 12, newest.periodo.month % 12 + 1)
    return replace(newest, id="00000000-0000-4000-8000-000000000001", periodo=following, numero_boleta="000777-01")


def fetch_barely(url: str, token: str) -> tuple[float, int, int]:
    """Seconds, bytes received and requests of the bare loop."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    headers = {"Authorization": f"Bearer {token}"}
    received = requests = 0
    began = perf_counter()
    since, more = "", True
    while more:
        connection.request("GET", "/v1/sync" + since, headers=headers)
        body = connection.getresponse().read()
        page = json.loads(body)
        received, requests, more = received + len(body), requests + 1, page["more"]
        since = f"?since={quote(page['cursor'])}"
        for change in page["changes"]:
            if change["kind"] == "payslip":
                connection.request("GET", f"/v1/blobs/{change['payslip']['pdf']['sha256']}", headers=headers)
                received, requests = received + len(connection.getresponse().read()), requests + 1
    return perf_counter() - began, received, requests


def exchange(name: str, vault: Vault, floor_seconds: float | None, floor_bytes: int | None) -> None:
    """Run the engine once and print what it cost."""
    meters: list[CentralClient] = []

    def connect(address: str) -> CentralClient:
        meters.append(CentralClient(address, version="bench", clock=SystemClock()))
        return meters[-1]

    first_three: list[float] = []

    def report(progress: Progress) -> None:
        if progress.pdfs_done >= 3 and not first_three:
            first_three.append(perf_counter() - began)

    began = perf_counter()
    outcome = Engine(vault, connect, SystemClock(), SystemChance()).run(
        report=report, cancelled=threading.Event(), asked=True
    )
    seconds = perf_counter() - began
    meter = meters[-1].meter
    with vault.cache() as db:
        held = payslips.count_payslips(db, PayslipQuery()).held
    ratios = ""
    if floor_seconds and floor_bytes:
        size = (meter.received + meter.sent) / floor_bytes
        ratios = f" ({seconds / floor_seconds:.2f}x the floor's time, {size:.2f}x its bytes)"
    newest = f", newest three after {first_three[0]:.2f} s" if first_three else ""
    print(
        f"{name}: {type(outcome).__name__}, {held} held, {seconds:.2f} s{newest}, received {meter.received} B, "
        f"sent {meter.sent} B, {meter.requests} requests{ratios}"
    )


if __name__ == "__main__":
    sys.exit(main())
