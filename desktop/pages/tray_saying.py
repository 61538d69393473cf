"""What the tray's banner says of decisions that came to their end since they were taken here."""

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.presenters.tray_refused import why_words
from desktop.presenters.tray_undo import arrived_words, refused_words
from storage.decision_records import DecisionState, OwnDecision, Wanted

if TYPE_CHECKING:
    from desktop.tasks.tray_readings import TrayReading
    from desktop.widgets.banner import Banner

Pending = dict[str, Wanted | OwnDecision]


def tell_ended(banner: "Banner", pending: Pending, reading: "TrayReading", now: datetime) -> Pending:
    """Refusals first: who was faster, and when. Then what the office has taken. What is left to be told of."""
    refused = [own for own in reading.own if own.state is DecisionState.QUARANTINE and own.uuid in pending]
    arrived = [own for uuid, own in pending.items() if uuid in reading.taken]
    if len(refused) == 1:
        banner.say(f"{refused[0].code}: {why_words(refused[0], me=reading.me, now=now)}", "bad")
    elif refused:
        banner.say(refused_words(refused), "bad")
    elif arrived:
        banner.say(arrived_words(arrived), "good")
    over = {own.uuid for own in (*refused, *arrived)}
    still = {own.uuid: own for own in reading.own if own.state is not DecisionState.QUARANTINE}
    return {uuid: own for uuid, own in pending.items() if uuid not in over} | still
