"""What an exchange costs over a bad line: the real program, the real server over TLS, a line that is slow or breaks.

`python -m bench link` prints each case against the floor and the goal. Bytes are at the level of IP as `bench.shaping`
reckons them, taken over a line without losses (they are the same in every run); times come from a line of 60 kbit/s
each way and 600 ms there and back, without and with 5 % of losses. Uploads over a line that breaks are carried at full
speed and their time at 60 kbit/s is reckoned: at that rate one run lasts five minutes.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench.link_world import Cost, Home, World, open_world
from bench.shaping import EDGE, FREE, QUIET_EDGE, Link
from sync.engine import Updated, UpToDate

MIB = 2**20
REPEATS = 9  # of a case without news
Rounds = list[tuple[Cost, ...]]  # for each time that it was tried: over a line without losses or rate, slow, lossy
PAY_DAYS = 3, 11  # months that are paid: over a first connection each, over a session that is kept


@dataclass(frozen=True, slots=True)
class Goal:
    """The row of a case in the cost table: bytes and seconds; None where the table names none."""

    floor_bytes: float
    floor_seconds: float | None
    bytes: float
    seconds: float | None
    requests: int | None = None


GOALS = {
    "nothing changed": Goal(3_600, 2.3, 4_000, 2.5, 1),
    "nothing changed, session kept": Goal(3_600, 2.3, 2_600, 2.5, 1),
    "nothing changed, connection kept": Goal(600, 0.6, 600, 1.0, 1),
    "one new payslip": Goal(47_700, 8.5, 8_000, 6.0, 2),
    "one new payslip, session kept": Goal(47_700, 8.5, 5_000, 3.0, 1),
    "first sync, 80 payslips": Goal(3_200_000, 427.0, 400_000, 70.0),
    "2 MiB up, cut every 64 KiB": Goal(2 * MIB * 1.06, None, 2 * MIB * 1.15, None),
    "2 MiB up, cut every 16 KiB": Goal(2 * MIB * 1.06, None, 2 * MIB * 1.45, None),
    "2 MiB up, cut every 8 KiB": Goal(2 * MIB * 1.06, None, 2 * MIB * 2.2, None),
}


def main() -> None:
    """Every case, the longest last."""
    _settled()
    _first_sync()


def _settled() -> None:
    """What happens to who has everything: nothing, pay day, a request with a sustento."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_world(Path(folder), 82 - sum(PAY_DAYS), sum(PAY_DAYS)) as world,
        world.home("settled") as home,
        world.home("slow") as slow,
        world.home("lossy") as lossy,
    ):
        for one in (home, slow, lossy):
            _done(one.exchange(FREE))
        pairs = _pairs(home, slow, lossy)
        tries = [partial(one.exchange, link) for one, link in pairs]
        _show("nothing changed", _rounds(tries, REPEATS))
        _show("one new payslip", _rounds(tries, PAY_DAYS[0], world.pay))
        _staying(world, pairs)
        for every in (64, 16, 8):
            home.ask_for(2 * MIB)
            _upload(f"2 MiB up, cut every {every} KiB", _done(home.exchange(Link(cut_every=every * 1024))))


def _first_sync() -> None:
    """In a world of its own: exactly so many payslips, and nothing else."""
    name = "first sync, 80 payslips"
    with (
        tempfile.TemporaryDirectory() as folder,
        open_world(Path(folder)) as world,
        world.home("free") as home,
        world.home("slow") as slow,
        world.home("lossy") as lossy,
    ):
        _show(name, _rounds([partial(one.exchange, link) for one, link in _pairs(home, slow, lossy)], 1))


def _staying(world: World, pairs: tuple[tuple[Home, Link], ...]) -> None:
    """The program is not closed between one exchange and the next."""
    with ExitStack() as stack:
        exchanges = [stack.enter_context(one.staying(link)) for one, link in pairs]
        for exchange in exchanges:
            _done(exchange("first"))
        live, resumed = ([partial(exchange, step) for exchange in exchanges] for step in ("live", "resumed"))
        _show("nothing changed, connection kept", _rounds(live, REPEATS))
        _show("nothing changed, session kept", _rounds(resumed, REPEATS))
        _show("one new payslip, session kept", _rounds(resumed, PAY_DAYS[1], world.pay))


def _rounds(tries: Sequence[Callable[[], Cost]], count: int, before: Callable[[], None] = lambda: None) -> Rounds:
    """Each line so many times, one after the other."""
    found: Rounds = []
    for _ in range(count):
        before()
        found.append(tuple(_done(one()) for one in tries))
    return found


def _pairs(home: Home, slow: Home, lossy: Home) -> tuple[tuple[Home, Link], ...]:
    return (home, FREE), (slow, QUIET_EDGE), (lossy, EDGE)


def _done(cost: Cost) -> Cost:
    assert isinstance(cost.outcome, (UpToDate, Updated)), f"the exchange ended as {cost.outcome}"
    return cost


def _show(name: str, rounds: Rounds) -> None:
    """The bytes of a line without losses and the seconds of the others: the median, and from the least to the most."""
    goal = GOALS[name]
    free, slow, lossy = zip(*rounds, strict=True)
    by_bytes = sorted(free, key=lambda cost: cost.tally.at_ip)
    print(f"{name}: {_bytes(by_bytes[len(free) // 2], goal)}", flush=True)
    print(f"    {len(free)} times, {by_bytes[0].tally.at_ip:,} to {by_bytes[-1].tally.at_ip:,} B")
    for line, costs in (("60 kbit/s, 600 ms", slow), ("the same with 5 % lost", lossy)):
        seconds = sorted(cost.seconds for cost in costs)
        middle, newest = median(seconds), costs[0].newest_three
        print(
            f"    {line}: {middle:.1f} s, {_against(middle, goal.floor_seconds, goal.seconds)}; "
            f"{len(seconds)} times, {seconds[0]:.1f} to {seconds[-1]:.1f} s"
            + (f"; newest three after {newest:.1f} s" if newest else "")
        )


def _upload(name: str, cost: Cost) -> None:
    """Bytes against the file's; the time of 60 kbit/s, with two round trips to begin each connection and one a call."""
    goal = GOALS[name]
    reckoned = cost.tally.at_ip / EDGE_RATE + EDGE.round_trip * (2 * cost.tally.connections + cost.requests)
    print(
        f"{name}: {cost.tally.at_ip / (2 * MIB):.3f}x the file, goal {goal.bytes / (2 * MIB):.2f}x; "
        f"{_bytes(cost, goal)}"
    )
    print(f"    at 60 kbit/s and 600 ms about {reckoned:.0f} s by reckoning, waits between tries not counted")


def _bytes(cost: Cost, goal: Goal) -> str:
    tally = cost.tally
    return (
        f"{tally.at_ip:,} B at IP ({tally.up:,} up, {tally.down:,} down), {cost.requests} requests, "
        f"{tally.connections} connections; {_against(tally.at_ip, goal.floor_bytes, goal.bytes)}"
    )


def _against(figure: float, floor: float | None, goal: float | None) -> str:
    parts = [f"{figure / floor:.2f}x the floor" if floor else "", _met(figure, goal) if goal else ""]
    return ", ".join(part for part in parts if part)


def _met(figure: float, goal: float) -> str:
    return f"goal {goal:,.8g} met" if figure <= goal else f"goal {goal:,.8g} missed by {figure / goal:.2f}x"


EDGE_RATE = EDGE.rate or 1.0

if __name__ == "__main__":
    sys.exit(main())
