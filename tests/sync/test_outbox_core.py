"""Single answers and single wishes, decided without any network. `test_outbox_machine` tries every order."""

from dataclasses import replace

import pytest

from sync.core.errands import (
    PIECE,
    Errand,
    ErrandDone,
    ErrandGone,
    ErrandsRead,
    ForgetUpload,
    GiveUp,
    OpenUpload,
    PendingFile,
    PutBack,
    Quarantine,
    ReadErrands,
    Send,
    SendPiece,
    UploadAt,
    WaitFor,
)
from sync.core.outbox import MOST_REWINDS, Sending, answered, failed, go_on, interrupted
from sync.errors import (
    BusyError,
    CutError,
    InterferenceError,
    PortalError,
    Problem,
    RefusedError,
    ServerTroubleError,
    SessionEndedError,
    StoppedError,
    SyncError,
)

A, B = "a" * 64, "b" * 64
LIGHT = Errand(uuid="light", task="file", section="I")
HEAVY = Errand(uuid="heavy", task="file", section="II", files=(PendingFile(A, 100_000), PendingFile(B, 10)))


def pass_with(*errands: Errand) -> Sending:
    return go_on(answered(Sending(), ErrandsRead(errands)))[0]


def refused(code: str, status: int = 422, *, retryable: bool = False, missing: tuple[str, ...] = ()) -> RefusedError:
    return RefusedError(Problem(status, code, "Frase.", retryable=retryable, missing=missing))


def test_it_looks_first_and_ends_when_nothing_waits() -> None:
    assert go_on(Sending())[1] == ReadErrands()
    assert go_on(answered(Sending(), ErrandsRead(())))[1] is None


def test_files_go_smallest_first_in_pieces_and_then_the_request() -> None:
    state, said = pass_with(HEAVY), []
    for event in (UploadAt(0), UploadAt(10), UploadAt(0), UploadAt(PIECE), UploadAt(100_000)):
        said.append(go_on(state)[1])
        state = answered(state, event)
    said.append(go_on(state)[1])
    kinds = [(type(call).__name__, call.file.sha256[0], getattr(call, "size", 0)) for call in said[:-1]]
    assert kinds == [
        ("OpenUpload", "b", 0), ("SendPiece", "b", 10), ("OpenUpload", "a", 0), ("SendPiece", "a", PIECE),
        ("SendPiece", "a", 100_000 - PIECE),
    ]  # fmt: skip
    assert isinstance(said[-1], Send)


def test_what_the_office_has_already_is_not_sent_again() -> None:
    state = answered(pass_with(HEAVY), UploadAt(10))
    call = go_on(answered(state, UploadAt(90_000)))[1]
    assert isinstance(call, SendPiece)
    assert (call.file.offset, call.size) == (90_000, 10_000)


def test_a_light_wish_goes_before_a_heavy_one_and_equals_in_their_order() -> None:
    other = replace(LIGHT, uuid="other", section="III")
    assert go_on(pass_with(HEAVY, LIGHT, other))[1] == Send(LIGHT)


def test_asked_twice_it_says_the_same() -> None:
    state = pass_with(HEAVY)
    assert go_on(state) == go_on(go_on(state)[0])


def test_after_each_wish_it_looks_again_and_does_not_try_the_same_twice() -> None:
    state = answered(pass_with(LIGHT, HEAVY), ErrandDone())
    assert (state.filed, go_on(state)[1]) == (1, ReadErrands())
    state = go_on(answered(state, ErrandsRead((LIGHT,))))[0]
    assert state.over
    assert go_on(answered(pass_with(LIGHT), ErrandGone()))[1] == ReadErrands()


@pytest.mark.parametrize(
    ("error", "note", "over"),
    [
        (CutError(), PutBack, True),
        (BusyError(503, 9.0), PutBack, True),
        (StoppedError(), PutBack, True),
        (PortalError(), WaitFor, True),
        (InterferenceError("schema"), WaitFor, False),
        (ServerTroubleError(500), PutBack, False),
        (SessionEndedError(), WaitFor, True),
        (refused("not-yours", 403), WaitFor, False),
        (refused("who-knows", 401), WaitFor, False),
        (refused("invalid-legajo"), Quarantine, False),
        (refused("other-body"), Quarantine, False),
        (refused("record-changed", 409), Quarantine, False),
        (refused("later", 409, retryable=True), PutBack, False),
        (refused("missing-attachments", missing=("c" * 64,)), Quarantine, False),
    ],
)
def test_each_answer_has_its_arrow(error: SyncError, note: type, over: bool) -> None:
    _, notes, ended = failed(pass_with(LIGHT), error)
    assert ([type(one) for one in notes], ended) == ([note], over)


def test_stopping_counts_as_no_failure_of_the_wish() -> None:
    assert failed(pass_with(LIGHT), StoppedError())[1] == (PutBack(LIGHT, None),)
    error = CutError()
    assert failed(pass_with(LIGHT), error)[1] == (PutBack(LIGHT, error),)
    assert interrupted(pass_with(LIGHT), error)[1] == (PutBack(LIGHT, error),)
    assert interrupted(Sending(over=True), error)[1] == ()


def test_a_session_that_ended_lets_all_wait_and_cancellations_stay_wanted() -> None:
    late = Errand(uuid="late", task="cancel")
    notes = failed(pass_with(late, LIGHT, HEAVY), SessionEndedError())[1]
    assert [note.errand.uuid for note in notes if isinstance(note, WaitFor)] == ["light", "heavy"]


@pytest.mark.parametrize("code", ["wrong-offset", "wrong-digest"])
def test_an_upload_that_went_wrong_is_asked_about_again(code: str) -> None:
    state = answered(answered(pass_with(HEAVY), UploadAt(10)), UploadAt(4096))
    state, notes, over = failed(state, refused(code, 409, retryable=True))
    assert (notes, over) == ((ForgetUpload((A,)),), False)
    call = go_on(state)[1]
    assert isinstance(call, OpenUpload)
    assert call.file == PendingFile(A, 100_000, 0)


def test_files_that_the_office_misses_go_again_but_not_for_ever() -> None:
    state = answered(pass_with(HEAVY), UploadAt(10))
    for _ in range(MOST_REWINDS):
        state = answered(state, UploadAt(100_000))
        assert isinstance(go_on(state)[1], Send)
        state, notes, _ = failed(state, refused("missing-attachments", missing=(A,)))
        assert notes == (ForgetUpload((A,)),)
    state, notes, over = failed(answered(state, UploadAt(100_000)), refused("missing-attachments", missing=(A,)))
    assert (notes, over, state.over) == ((WaitFor(state.current, "network", "interference"),), False, True)


def test_a_refused_cancellation_is_given_up() -> None:
    errand = Errand(uuid="late", task="cancel")
    for code, status in (("already-decided", 409), ("not-found", 404)):
        assert failed(pass_with(errand), refused(code, status))[1] == (GiveUp(errand, code),)


def test_the_second_trouble_ends_the_sending() -> None:
    state, _, over = failed(pass_with(LIGHT, HEAVY), ServerTroubleError(500))
    assert (state.over, over) == (False, False)
    state = go_on(answered(state, ErrandsRead((LIGHT, HEAVY))))[0]
    assert state.current == HEAVY
    state, _, over = failed(state, ServerTroubleError(502))
    assert (state.over, over, state.trouble.code) == (True, False, "server-trouble")
