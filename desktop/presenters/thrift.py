"""Saving data, in words: what can be chosen, what that means now. No Qt."""

from desktop.presenters.formats import size
from desktop.words import translate
from storage.records import Traffic
from storage.thrift import MEGABYTE, Thrift

BUDGETS = (5, 10, 20, 50)  # megabytes a month


def choices() -> tuple[tuple[str, Thrift], ...]:
    """What the person can choose, from the freest to the most careful."""
    within = translate("Thrift", "Solos, hasta {n} MB al mes")
    return (
        (translate("Thrift", "Se traen solos"), Thrift()),
        *((within.format(n=number), Thrift(budget=number * MEGABYTE)) for number in reversed(BUDGETS)),
        (translate("Thrift", "Ahorro: solo si los pido"), Thrift(saver=True)),
    )


def used_words(chosen: Thrift, traffic: Traffic | None) -> str:
    """What stands beside the data of the month; "" when nothing is saved."""
    if chosen.saver:
        return translate("Thrift", "Ahorro de datos: los PDF vienen solo si los pide.")
    if chosen.budget is None:
        return ""
    used = traffic.received + traffic.sent if traffic else 0
    limit = size(chosen.budget)
    if used >= chosen.budget:
        return translate(
            "Thrift", "Llegó a su tope de {limit}: hasta fin de mes los PDF vienen solo si los pide."
        ).format(limit=limit)
    return translate("Thrift", "Los PDF se traen solos hasta {limit} al mes.").format(limit=limit)
