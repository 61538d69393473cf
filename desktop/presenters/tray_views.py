"""The views of an office's tray: those of the program, those that the person named, and what narrows them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.decision_records import DECIDING, Deed, SavedView, TrayQuery
from storage.request_records import RequestState

SOON = 2  # working days
OPEN = (RequestState.FILED.value, RequestState.OBSERVED.value)


@dataclass(frozen=True, slots=True)
class View:
    """One entry of the list of views. `saved`: the person made it."""

    key: str
    name: str
    query: TrayQuery
    saved: bool = False


def views(
    saved: Sequence[SavedView], today: date, calendar: Calendar, *, me: str, may: frozenset[Deed] = DECIDING
) -> tuple[View, ...]:
    """From what is waiting to what is over, then the person's own. `may`: what they may do with requests."""
    own = (View(f"saved:{one.name}", one.name, replace(one.query, me=me), saved=True) for one in saved)
    receiving = _receiving(me) if Deed.RECEIVE in may else ()
    known = (*receiving, *_deciding(today, calendar, me))
    if not may & DECIDING:  # who decides on nothing takes nothing either
        known = tuple(one for one in known if one.key not in {"mine", "free", *(() if may else ("refused",))})
    return (*known, *own)


def _receiving(me: str) -> tuple[View, ...]:
    """What a mesa de partes looks for."""
    return (
        View("unreceived", translate("tray", "Por recibir"), TrayQuery(states=OPEN, receptions=("no",), me=me)),
        View("received", translate("tray", "Recibidas"), TrayQuery(receptions=("done", "lacking"), me=me)),
        View("lacking", translate("tray", "Les falta algo"), TrayQuery(states=OPEN, receptions=("lacking",), me=me)),
    )


def _deciding(today: date, calendar: Calendar, me: str) -> tuple[View, ...]:
    waiting = TrayQuery(states=(RequestState.FILED.value,), me=me)
    soon = calendar.after(today, SOON)
    return (
        View("waiting", translate("tray", "Por atender"), waiting),
        View("soon", translate("tray", "Por vencer"), replace(waiting, due_until=soon)),
        View("mine", translate("tray", "A mi cargo"), TrayQuery(states=OPEN, mine=True, me=me)),
        View("free", translate("tray", "Sin tomar"), replace(waiting, free=True)),
        View("observed", translate("tray", "Observadas"), TrayQuery(states=(RequestState.OBSERVED.value,), me=me)),
        View("refused", translate("tray", "No aplicadas"), TrayQuery(refused=True, me=me)),
        View("attended", translate("tray", "Atendidas"), TrayQuery(states=(RequestState.ATTENDED.value,), me=me)),
        View("rejected", translate("tray", "Rechazadas"), TrayQuery(states=(RequestState.REJECTED.value,), me=me)),
        View("all", translate("tray", "Todas"), TrayQuery(me=me)),
    )


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the person adds to a view: "" and False let everything pass."""

    section: str = ""
    kind: str = ""
    institution: str = ""
    due: str = ""  # "over", "soon", "week"
    mine: bool = False

    @property
    def count(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.section, self.kind, self.institution, self.due, self.mine)))


def narrowed(query: TrayQuery, by: Narrowing, text: str, today: date, calendar: Calendar) -> TrayQuery:
    """The view with the person's filters and words."""
    until = query.due_until
    if by.due:
        limit = {
            "over": today - timedelta(days=1),
            "soon": calendar.after(today, SOON),
            "week": calendar.after(today, 5),
        }
        until = limit[by.due] if until is None else min(until, limit[by.due])
    return replace(
        query,
        sections=(by.section,) if by.section else query.sections,
        kinds=(by.kind,) if by.kind else query.kinds,
        institution=by.institution or query.institution,
        due_until=until, mine=query.mine or by.mine, text=text,
    )  # fmt: skip


def dues() -> tuple[tuple[str, str], ...]:
    """Choices of the filter by deadline."""
    return (
        ("", translate("tray", "Cualquier plazo")),
        ("over", translate("tray", "Vencidas")),
        ("soon", translate("tray", "Hasta 2 días hábiles")),
        ("week", translate("tray", "Hasta 5 días hábiles")),
    )


def sections(catalogue: LegajoCatalogue) -> tuple[tuple[str, str], ...]:
    """Choices of the filter by section."""
    every = ("", translate("tray", "Todas las secciones"))
    return (every, *((one.code, f"{one.code} {one.short_name}") for one in catalogue.sections if one.filed))


def kinds(catalogue: LegajoCatalogue, section: str) -> tuple[tuple[str, str], ...]:
    """Choices of the filter by kind: the records of a section, or of all of them, and papers."""
    found = [(kind.code, kind.name) for one in catalogue.sections if section in ("", one.code) for kind in one.kinds]
    papers = [
        ("hoja_de_vida", translate("tray", "Hoja de vida")),
        ("informe_escalafonario", translate("tray", "Informe escalafonario")),
    ]  # fmt: skip
    return (("", translate("tray", "Todo tipo")), *found, *([] if section else papers))
