"""A short run of the fuzzer on every test run; `python -m tests.seal.fuzz_decoder` goes on for as long as asked."""

from tests.seal.fuzz_decoder import TARGETS, fuzz


def test_only_known_refusals_leave_the_decoder() -> None:
    met = fuzz(60, seed=20261112, most=4000)
    assert met.total() == 4000
    assert {outcome.partition(":")[0] for outcome in met} == {target.name for target in TARGETS}
