"""An office's tray: 20,000 requests of 5,000 people. Receiving the feed, opening the list, searching, opening a case.

`python -m bench.office_tray [REQUESTS]`. The people are invented by a seed; the feed is stored page by page, as an
exchange does.
"""

import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

from bench.office_cache import FORENAMES, SURNAMES
from desktop.presenters.tray_views import Narrowing
from desktop.tasks.tray_readings import TrayAsked, count_views, read_case, read_tray
from documents.legajo import LegajoRecord, SupportingDocument
from storage import decisions
from storage.cache import store_page
from storage.decision_records import Deed, OfficeCase, OfficePage, Servant, TrayQuery, Wanted
from storage.kdf import FLOOR
from storage.office import store_office_page
from storage.office_tray import tray
from storage.profile import Vault, new_profile
from storage.records import FactPage, PersonFact
from storage.request_records import OfficeRequest, RequestAction, RequestContent, RequestEvent, RequestState

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)
PAGE, PEOPLE, LIMIT_MS = 100, 5_000, 100
STATES = (
    RequestState.FILED,
    RequestState.OBSERVED,
    RequestState.ATTENDED,
    RequestState.ATTENDED,
    RequestState.REJECTED,
)


def main(requests: int = 20_000) -> None:
    """Build, measure, print, remove."""
    chance = random.Random(3)  # noqa: S311 - seeded on purpose: the same people in every run
    people = [_servant(chance, number) for number in range(PEOPLE)]
    cases = [_case(chance, people[number % PEOPLE], number) for number in range(requests)]
    with (
        tempfile.TemporaryDirectory(prefix="tray-") as home,
        new_profile(Path(home), "Escalafón", "cuatro palabras bien sueltas", cost=FLOOR) as vault,
    ):
        with vault.cache() as db:
            me = PersonFact("DNI", "99999999", "QUISPE", "YO", "", ("escalafon",))
            facts: dict[str, Any] = {"facts": (me,), "server_time": NOW, "next_sync_after": None}
            page = FactPage(epoch="e", cursor="c", more=False, etag="e", **facts)
            store_page(db, page, etag="e")
        _receive(vault, people, cases)
        _decide(vault, cases)
        _measure(vault, people, cases)


def _receive(vault: Vault, people: list[Servant], cases: list[OfficeCase]) -> None:
    facts = [*cases, *people]
    times = []
    with vault.office() as db:
        for first in range(0, len(facts), PAGE):
            page = OfficePage(
                epoch="e", cursor=str(first), more=first + PAGE < len(facts), etag="", server_time=NOW, reasons=1,
                facts=tuple(facts[first : first + PAGE]),
            )  # fmt: skip
            times.append(_milliseconds(partial(store_office_page, db, page)))
    size = (vault.directory / "office.db").stat().st_size / 1e6
    print(
        f"feed of {len(cases):,} requests and {len(people):,} people: {sum(times) / 1000:.1f} s in pages of {PAGE}"
        f" (median {statistics.median(times):.1f} ms), {size:.0f} MB"
    )


def _decide(vault: Vault, cases: list[OfficeCase]) -> None:
    """A hundred decisions wait."""
    chosen = [case.request for case in cases if case.request.state is RequestState.FILED][:100]
    wanted = [
        Wanted(uuid=_key(9_000_000 + number), request=one.uuid, code=one.code, who="x", deed=Deed.TAKE, reason="",
               seen=one.changed_at)
        for number, one in enumerate(chosen)
    ]  # fmt: skip
    with vault.outbox() as box:
        took = _milliseconds(lambda: decisions.decide(box, wanted, batch=_key(1), at=NOW, ready_at=NOW))
    print(f"{len(wanted)} decisions at once, on disk: {took:.0f} ms")


def _measure(vault: Vault, people: list[Servant], cases: list[OfficeCase]) -> None:
    one, person = cases[len(cases) // 2].request, people[77]
    searches = {
        "no words": "", "DNI": person.doc_numero, "surname": "ñaupari", "name and surname": "quispe rosa",
        "code": one.code, "nothing found": "zzz",
    }  # fmt: skip
    with vault.office() as db:
        for what, text in searches.items():
            query = TrayQuery(text=text, me="YO")
            print(f"search, {what}: {_median(partial(tray, db, query), 9):.1f} ms (limit {LIMIT_MS})")
        narrow = TrayQuery(states=("en_solicitud",), sections=("II",), institution=person.institucion, me="YO")
        print(f"search, state, section and school: {_median(partial(tray, db, narrow), 9):.1f} ms (limit {LIMIT_MS})")
    asked = TrayAsked("waiting", "", Narrowing())
    reading = read_tray(vault, asked, NOW)
    listed, its_processor = _both(lambda: read_tray(vault, asked, NOW))
    print(f"the list, files opened anew: {listed:.0f} ms, {its_processor:.0f} of processor (limit {LIMIT_MS})")
    counted, its_processor = _both(lambda: count_views(vault, reading.views))
    print(f"then the counts of {len(reading.views)} views: {counted:.0f} ms, {its_processor:.0f} of processor")
    print(f"one request, files opened anew: {_median(lambda: read_case(vault, one.uuid), 9):.1f} ms")


def _servant(chance: random.Random, number: int) -> Servant:
    return Servant(
        doc_tipo="DNI", doc_numero=f"999{number:05d}",
        apellidos=f"{chance.choice(SURNAMES)} {chance.choice(SURNAMES)}", nombres=chance.choice(FORENAMES),
        codigo_modular=f"10999{number:05d}", cargo="PROFESOR", codigo_ie=f"{number % 300:07d}",
        institucion=f"IEP {70_000 + number % 300}", regimen="LEY 29944",
    )  # fmt: skip


def _case(chance: random.Random, who: Servant, number: int) -> OfficeCase:
    state = chance.choice(STATES)
    filed = NOW - timedelta(days=chance.randrange(200), minutes=chance.randrange(600))
    document = SupportingDocument(
        tipo="certificado", formato="copia_simple", numero="", entidad_emisora="DRE Puno", folios=2, pages=2,
        fecha_emision=date(2026, 7, 10), sumilla="Certificado del curso", sha256=f"{number:064x}", size=250_000,
    )  # fmt: skip
    content = RequestContent(
        action=RequestAction.NEW, section=chance.choice(("I", "II", "III")), kind="capacitacion",
        record=_key(2_000_000 + number), base=None, documents=(document,),
        fields={"centro": "DRE Puno", "materia": f"Curso {number}", "horas_lectivas": "120", "tipo": "capacitacion"},
    )  # fmt: skip
    request = OfficeRequest(
        uuid=_key(number + 1), code=f"SOL-2026-{number + 1:06d}", state=state, content=content, base_version=0,
        filed_at=filed, changed_at=filed, attended_by="", reason="", taken_by=chance.choice(("", "", "YO", "OTRO")),
        deadline=filed.date() + timedelta(days=14) if state in STATES[:2] else None,
        history=(RequestEvent(filed, RequestState.FILED, "", ""),),
    )  # fmt: skip
    person = PersonFact(who.doc_tipo, who.doc_numero, who.apellidos, who.nombres, "")
    record = LegajoRecord(id=content.record, section="II", kind="capacitacion", version=1, fields=content.fields)
    return OfficeCase(request=request, person=person, current=replace(record) if number % 3 == 0 else None)


def _key(number: int) -> str:
    return str(UUID(int=number))


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _both(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock, the median, and of processor time: what is left of it on a machine that others use too."""
    before = process_time()
    by_clock = _median(work, 9)
    return by_clock, (process_time() - before) * 1000 / 9


def _median(work: Callable[[], object], times: int) -> float:
    return statistics.median(_milliseconds(work) for _ in range(times))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
