"""The calls about computers and packets: who may, who may not, what is kept of a line that breaks."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from central.faults import lost_answer
from central.records import Oficina
from central.store.facts import find_fact
from central.store.sticks import find_device
from documents.stick.keys import DeviceKey
from storage import cache
from storage.device import own_device
from storage.kdf import FLOOR
from storage.stick import carried
from sync.accounts import sign_in
from sync.errors import RefusedError
from sync.stick.counter import DEVICE, REVOKE, StickCounter
from sync.stick.departing import write_up
from sync.stick.opening import make_profile, open_first
from tests.stick.conftest import BETO, CLERK, Clerk, go_up, nobody
from tests.sync.office import ANA, PASSWORD, Desk, Office, StillClock
from tests.sync.wishes import at_office, pdf, queue

KEY = DeviceKey(bytes([3]) * 32)


def counting(clerk: Clerk, office: Office, user: str) -> StickCounter:
    """The calls of somebody else, from the clerk's computer."""
    client = clerk.client()
    db = clerk.vault.cache()
    cache.store_session(db, sign_in(client, user, PASSWORD, None, None, "prueba").session)
    return StickCounter(client, db)


def code_of(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return error.value.problem.code


def test_only_an_office_and_only_for_its_own_people(desk: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    elsewhere = replace(CLERK, doc_numero="99900077", oficina=Oficina("080001", "UGEL Cusco"))
    office.publisher.add_person(elsewhere, "otra", PASSWORD)
    clerk.pair(go_up(desk, stick))
    with desk.vault.outbox() as box:
        kid = own_device(box, desk.clock.now()).key.public.kid
    for user, expected in (("otra", "not-found"), ("ana", "not-yours")):
        counter = counting(clerk, office, user)
        for call in (
            lambda counter=counter: counter.pair(KEY.public, ANA.doc_numero, "PC", "DNI a la vista"),
            lambda counter=counter: counter.packet(kid),
            lambda counter=counter: counter.opening(ANA.doc_numero, "DNI a la vista"),
            lambda counter=counter: counter.revoke(kid),
        ):
            with pytest.raises(RefusedError) as refused:
                call()
            assert code_of(refused) == expected
        if user == "otra":
            assert counter.people("")[0] == ()


def test_nobody_at_an_office_pairs_for_themselves_and_no_key_changes_hands(
    desk: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    clerk.pair(go_up(desk, stick))
    with desk.vault.outbox() as box:
        mine = own_device(box, desk.clock.now()).key.public
    office.publisher.add_person(BETO, "beto", PASSWORD)
    counter = counting(clerk, office, "rosa")
    with pytest.raises(RefusedError) as refused:
        counter.pair(KEY.public, CLERK.doc_numero, "PC", "yo misma")
    assert code_of(refused) == "not-found"
    beto = counting(clerk, office, "beto")
    with pytest.raises(RefusedError) as refused:
        beto._said("PUT", f"/v1/devices/{mine.kid}", DEVICE, _body(mine.bytes))
    assert code_of(refused) == "not-yours"


def _body(public: bytes) -> dict[str, str]:
    import base64

    return {"public": base64.b64encode(public).decode(), "name": "PC"}


def test_a_signed_in_computer_registers_itself_and_a_revoked_one_never_again(
    desk: Desk, clerk: Clerk, office: Office
) -> None:
    with desk.client(office.server.url) as client, desk.vault.cache() as db, desk.vault.outbox() as box:
        counter, device = StickCounter(client, db), own_device(box, desk.clock.now())
        counter.register(box, device, "Laptop", 5)
        counter.register(box, device, "Laptop nueva", 6)
        (known,) = counter.own_devices()
        assert (known.name, known.by_office, known.revoked) == ("Laptop nueva", False, False)
        assert own_device(box, desk.clock.now()).registered == office.server.url
        assert own_device(box, desk.clock.now()).certificate is None
        counter._ask("DELETE", f"/v1/devices/{known.kid}", REVOKE)
        with pytest.raises(RefusedError) as refused:
            counter.register(box, device, "Laptop", 7)
    assert code_of(refused) == "device-revoked"
    assert clerk.fetch() == 0


def test_an_old_packet_does_not_set_back_what_the_office_knows_of_a_computer(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    early = go_up(paired, stick)
    paired.run()
    paired.clock.pass_seconds(100)
    office.publish(0)
    paired.run()
    late = go_up(paired, stick)
    for path in (late, early):
        clerk.take_in(path)
        clerk.hand_over()
    with office.store.reading() as db, paired.vault.outbox() as box:
        known = find_device(db, own_device(box, paired.clock.now()).key.public.kid)
    assert known is not None
    assert known.cursor == paired.ask(cache.sync_mark).cursor


def test_the_person_reads_who_made_packets_and_paired_computers(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    with office.store.reading() as db:
        from sqlalchemy import select

        from central.store.schema import Fact

        looks = [json.loads(text) for text in db.scalars(select(Fact.document).where(Fact.kind == "look")) if text]
        assert find_fact(db, "person", ANA.doc_numero) is not None
    assert {(look["why"], look["who"]) for look in looks} == {("usb", "ROSA PÁUCAR LUNA")}
    assert {look["what"] for look in looks} == {"Equipo vinculado: DNI a la vista", "Paquete para una memoria USB"}


def test_a_packet_goes_on_where_the_line_broke_and_is_done_once(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    name = queue(paired, 1, pdf(700_000))
    clerk.take_in(go_up(paired, stick))
    office.faults.forget()
    office.faults.add("office_arrival_piece", lost_answer)
    with pytest.raises(Exception, match=r"(?i)cut|remote|closed|connection"):
        clerk.hand_over()
    assert at_office(office, name) is None
    assert clerk.hand_over() == 1
    offsets = [seen.status for seen in office.faults.of("office_arrival_piece")]
    assert len(offsets) == 3, "the piece whose answer was lost is not sent again"
    assert at_office(office, name).state == "en_solicitud"
    with clerk.vault.outbox() as box:
        (newest, *_older) = carried(box, "up")
    assert newest.state == "done"
    assert not list(clerk.vault.directory.glob(f"carried-{newest.sha256}*"))


def test_two_couriers_with_one_packet_are_one(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    name = queue(paired, 1)
    raw = go_up(paired, stick).read_bytes()
    office.publisher.add_person(replace(CLERK, doc_numero="99900078"), "otra", PASSWORD)
    states = []
    for user in ("rosa", "otra"):
        counter = counting(clerk, office, user)
        arrival = counter.hand_over(hashlib.sha256(raw).hexdigest(), len(raw), io.BytesIO(raw), lambda _at: None)
        states.append((arrival.state, arrival.commands, arrival.at))
    assert states[0] == states[1]
    assert states[0][:2] == ("done", 1)
    assert at_office(office, name).code.endswith("000001")


def test_what_is_no_packet_or_not_for_us_is_said_and_forgotten(paired: Desk, clerk: Clerk, stick: Path) -> None:
    counter = counting(clerk, clerk.office, "rosa")
    down = clerk.bring(stick).read_bytes()
    good = go_up(paired, stick).read_bytes()
    spoiled = good[:-20] + bytes(20)
    for raw, expected in ((b"hola", "damaged"), (down, "not-for-us"), (spoiled, "damaged"), (good, "done")):
        sha256 = hashlib.sha256(raw).hexdigest()
        assert counter.hand_over(sha256, len(raw), io.BytesIO(raw), lambda _at: None).state == expected


def test_nobody_gets_files_of_others_by_naming_them(
    paired: Desk, clerk: Clerk, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The computer says that it lacks a PDF that is somebody else's."""
    from tests.sync.office import draw, make_payslip

    other = make_payslip(40, id="11111111-0000-4000-8000-000000000040", doc_numero="99900002")
    office.publisher.publish_payslips([other], draw=draw)
    foreign = hashlib.sha256(draw(other)).hexdigest()
    real = write_up.__globals__["device_state"]
    monkeypatch.setitem(write_up.__globals__, "device_state", lambda *given: real(*given) | {"wants": [foreign]})
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    from documents.stick.header import PacketKind
    from sync.stick.packets import files_of, for_this, prove

    with clerk.bring(stick).open("rb") as file, paired.vault.outbox() as box:
        key = own_device(box, paired.clock.now()).key
        (part,) = for_this(file, key.public.kid, PacketKind.DOWN)
        names = [name for name, _content in files_of(file, prove(file, part, key, ()), key, ())]
    assert foreign not in names


def test_the_words_pair_one_computer_once(clerk: Clerk, office: Office, stick: Path, clock: StillClock) -> None:
    opening = counting(clerk, office, "rosa").opening(ANA.doc_numero, "DNI a la vista")
    path = stick / "inicial.chasqui"
    path.write_bytes(opening.packet)
    first = open_first(path, opening.passphrase)
    assert first.person.doc_numero == ANA.doc_numero
    done = []
    for number in range(2):
        home = stick.parent / f"casa {number}"
        home.mkdir()
        with make_profile(home, "Mi perfil", "la vicuña cruza el puente", first, clock, cost=FLOOR) as vault:
            up = write_up(vault, stick, clock, name=f"PC {number}").place
            clerk.take_in(stick / up)
            done.append(clerk.hand_over())
    assert done == [1, 0]
    assert not any("Mi perfil" in path.name for path in stick.iterdir())
    assert opening.passphrase.encode() not in path.read_bytes()
    assert nobody(0, 0) is None


def test_an_api_without_keys_says_so(clerk: Clerk, office: Office) -> None:
    import requests

    object.__setattr__(office.settings, "stick", None)
    answer = requests.get(f"{office.server.url}/v1/stick-keys", timeout=10)
    assert (answer.status_code, answer.json()["code"]) == (404, "no-sticks")
    with pytest.raises(RefusedError) as refused:
        counting(clerk, office, "rosa").opening(ANA.doc_numero, "DNI a la vista")
    assert code_of(refused) == "no-sticks"
