"""What deriving a key may cost, and choosing it."""

import pytest

from storage.kdf import CEILING, FLOOR, KdfCost, derive_key, physical_memory_kib, seconds_for

PLENTY = 16 * 1024 * 1024  # KiB


def machine(seconds_per_mebibyte_and_pass: float):
    return lambda cost: cost.memory_kib / 1024 * cost.iterations * seconds_per_mebibyte_and_pass


@pytest.mark.parametrize("speed", [0.0003, 0.0008, 0.002, 0.004, 0.0075])
def test_a_calibrated_cost_takes_half_a_second_to_a_second(speed: float) -> None:
    measure = machine(speed)
    cost = KdfCost.calibrated(measure=measure, physical_kib=PLENTY)
    assert 0.5 <= measure(cost) <= 1.0
    assert cost.acceptable


def test_a_slow_machine_gives_up_memory_but_never_goes_below_the_floor() -> None:
    slow = KdfCost.calibrated(measure=machine(0.012), physical_kib=PLENTY)
    assert FLOOR.memory_kib < slow.memory_kib < KdfCost().memory_kib
    assert KdfCost.calibrated(measure=machine(1.0), physical_kib=PLENTY) == FLOOR


def test_a_machine_beyond_all_measure_stays_within_the_ceiling() -> None:
    assert KdfCost.calibrated(measure=lambda _: 0.0, physical_kib=PLENTY).iterations == CEILING.iterations


def test_no_more_than_a_quarter_of_the_memory_is_taken() -> None:
    cost = KdfCost.calibrated(measure=machine(0.002), physical_kib=128 * 1024)
    assert cost.memory_kib == 32 * 1024


def test_a_tiny_machine_still_gets_the_floor() -> None:
    assert KdfCost.calibrated(measure=machine(0.002), physical_kib=32 * 1024).memory_kib == FLOOR.memory_kib


def test_this_machine_tells_its_memory_and_measures_itself() -> None:
    assert physical_memory_kib() > 256 * 1024
    assert 0 < seconds_for(FLOOR) < 30


def test_default_and_floor_are_what_was_decided() -> None:
    assert KdfCost() == KdfCost(64 * 1024, 3, 1)
    assert KdfCost(19 * 1024, 2, 1) == FLOOR


def test_every_input_changes_the_key() -> None:
    keys = {
        derive_key(secret, salt, cost)
        for secret, salt, cost in (
            (b"a", bytes(16), FLOOR),
            (b"b", bytes(16), FLOOR),
            (b"a", bytes(15) + b"1", FLOOR),
            (b"a", bytes(16), KdfCost(FLOOR.memory_kib, 3)),
            (b"a", bytes(16), KdfCost(20 * 1024, 2)),
        )
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


@pytest.mark.parametrize(
    "cost", [KdfCost(8), KdfCost(iterations=1), KdfCost(lanes=2), KdfCost(2**30), KdfCost(iterations=65)]
)
def test_costs_out_of_bounds_are_not_acceptable(cost: KdfCost) -> None:
    assert not cost.acceptable
