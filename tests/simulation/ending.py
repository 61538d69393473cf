"""When the faults stop: in bounded time, by the plan alone, everything is where it belongs."""

from typing import TYPE_CHECKING

from storage.connection import Connection
from storage.request_records import OPEN_AT_OFFICE, SETTLED, OwnRequest, RequestState
from tests.simulation.checks import is_settled, look_at_wishes
from tests.simulation.computer import Computer
from tests.simulation.ledger import Violation
from tests.simulation.office import ANA, MARKER
from tests.simulation.watching import differences, waits

if TYPE_CHECKING:
    from tests.simulation.world import World

MOST_HOURS = 9  # the longest Retry-After that is believed is six
ROUNDS = 60
OURS = {"cache.db", "outbox.db", "lock", "cache.db-wal", "cache.db-shm", "outbox.db-wal", "outbox.db-shm"}
CLEAR = (MARKER, ANA.apellidos.encode(), b"UGEL SAN ROM", b"SQLite format 3", b"Acta de entrega")


def by_plan(world: "World", computer: Computer, hours: float) -> None:
    """So many hours as the program's own thread lives them: it sleeps as long as its plan says. I10."""
    end, tries = world.time.seconds + hours * 3600, 0
    while world.time.seconds < end:
        wait = computer.engine.wait_seconds()
        if wait is None:
            return
        if wait > 0:
            world.time.pass_seconds(min(wait, 3600.0) + 0.01)
            continue
        tries += 1
        world.exchange(computer, asked=False)
        if tries > 25 + 15 * hours:
            raise Violation("I10", f"{tries} tries in {hours} h without a line")


def settle(world: "World") -> None:
    """The weather is fine from now on. Raises Violation."""
    world.note("fine weather")
    world.weather.rate = 0.0
    while world.office.copies:
        world.copy_arrives(world.computers[0])
    for computer in world.computers:
        computer.hazards.clear()
    begun = world.time.seconds
    for _ in range(ROUNDS):
        for computer in world.computers:
            _goes_on(world, computer)
        world.look()
        if _is_quiet(world):
            break
        if world.time.seconds - begun > MOST_HOURS * 3600:
            break
        waits_left = [wait for one in world.computers if (wait := one.engine.wait_seconds()) is not None]
        world.time.pass_seconds(min(waits_left, default=60.0) + 0.01)
    else:
        raise Violation("I9", f"not settled after {ROUNDS} rounds")
    _is_settled(world)


def _goes_on(world: "World", computer: Computer) -> None:
    """One turn of the program's own thread; Ana signs in where the office made it necessary."""
    wait = computer.engine.wait_seconds()
    if wait is None:
        if world.has_session(computer):
            raise Violation("I9", f"{computer.name} will never try again by itself")
        if computer.name not in world.ledger.signed_out:
            raise Violation("I12", f"{computer.name} has no session, and the office did not end it")
        world.sign_in(computer)
    elif wait <= 0:
        world.exchange(computer, asked=False)


def _is_quiet(world: "World") -> bool:
    return all(
        not waits(one) and not differences(world.ledger, one) and not _lags(world, one) and one.engine.wait_seconds()
        for one in world.computers
    )


def _lags(world: "World", computer: Computer) -> bool:
    """Whether a process died between storing what became of a request and following it: the next exchange does."""
    with computer.facts() as db:
        shown = {row["uuid"]: row["state"] for row in db.rows("SELECT uuid, state FROM office_request")}
        owns = look_at_wishes(world.ledger, computer.name, db)
    return any(own.state in OPEN_AT_OFFICE and shown.get(own.uuid, own.state) != own.state for own in owns.values())


def _is_settled(world: "World") -> None:
    for computer in world.computers:
        if found := differences(world.ledger, computer):
            raise Violation("I6", f"{computer.name}: {'; '.join(found[:5])}")
        with computer.facts() as db:
            _pdfs_are_right(world, db)
            shown = {row["uuid"]: row["state"] for row in db.rows("SELECT uuid, state FROM office_request")}
            owns = look_at_wishes(world.ledger, computer.name, db)
        for filed in world.ledger.filed.values():
            if shown.get(filed.uuid) != filed.state:
                raise Violation("I8", f"{filed.code} is shown {shown.get(filed.uuid)} and is {filed.state}")
        for own in owns.values():
            if own.state is RequestState.DRAFT:
                continue
            if not is_settled(own):
                raise Violation("I9", f"{computer.name}: {own.uuid} is still {own.state} {own.cancel_wanted}")
            _is_at_office(world, own)
        _folder_is_tidy(computer)


def _is_at_office(world: "World", own: OwnRequest) -> None:
    filed = world.ledger.filed.get(own.uuid)
    if filed is None:
        decided = own.uuid in world.ledger.erased and own.state in SETTLED  # and then forgotten: not asked for again
        if not decided and own.state not in {RequestState.CANCELLED, RequestState.QUARANTINE}:
            raise Violation("I2", f"{own.uuid} is {own.state} here and not at the office")
        return
    if own.code != filed.code and own.state in OPEN_AT_OFFICE:
        raise Violation("I8", f"{own.uuid} is shown as {own.code} and is {filed.code}")
    if filed.state != own.state:
        raise Violation("I8", f"{own.uuid} is {own.state} here and {filed.state} at the office")
    if own.uuid in world.ledger.cancelled and own.state in OPEN_AT_OFFICE:
        raise Violation("I9", f"{own.uuid} was to be cancelled, and nobody thinks of it any more")
    written = own.expediente is not None and own.state in OPEN_AT_OFFICE
    if own.expediente and written and own.expediente.numero != filed.expediente:
        if world.ledger.expediente_may_wander(own.uuid):
            return
        raise Violation("I6", f"{own.uuid} has {own.expediente.numero} here and {filed.expediente} at the office")


def _pdfs_are_right(world: "World", db: Connection) -> None:
    for row in db.rows("SELECT sha256, content FROM pdf JOIN pdf_content ON pdf = number"):
        if bytes(row["content"]) != world.ledger.is_readable(row["sha256"]):
            raise Violation("I6", f"the PDF {row['sha256'][:8]} is not the office's")


def _folder_is_tidy(computer: Computer) -> None:
    for file in sorted(computer.folder.iterdir()):
        if file.name not in OURS:
            raise Violation("I16", f"{file.name} is left")
        content = file.read_bytes()
        if any(word in content for word in CLEAR):
            raise Violation("I15", f"{file.name} can be read without the key")
