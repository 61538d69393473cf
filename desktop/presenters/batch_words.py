"""Words about a batch of checked documents: how far it is, what came of it, what its filters are called. No Qt."""

from collections.abc import Sequence
from datetime import datetime

from desktop.presenters.batch_list import Group, Grouping, Result, Special, Tally
from desktop.presenters.formats import count, duration, moment
from desktop.presenters.verdict_detail import issued_words
from desktop.presenters.verdict_reasons import one_line, reason_name
from desktop.presenters.verdicts import COLOURS, ORDER, SIGNS, TONES, TRIAL, Mark, part_mark
from desktop.presenters.verify_words import colour_words, counted_words
from desktop.words import translate
from documents.seal.verdict import ReasonCode
from storage.check_records import Batch, BatchRow, OfficeWord

SURE = 3.0  # seconds of a run before its rate says anything


def running_words(done: int, total: int, seconds: float) -> str:
    """Comprobando 312 de 2,000 · 21 por segundo · quedan 1 min 21 s"""
    words = translate("batch", "Comprobando {done} de {total}").format(done=count(done), total=count(total))
    if seconds < SURE or not done:
        return words
    rate = done / seconds
    shown = f"{rate:.0f}" if rate >= 9.5 else f"{rate:.1f}"
    told = translate("batch", "{rate} por segundo").format(rate=shown)
    left = translate("batch", "quedan {time}").format(time=duration((total - done) / rate))
    return " · ".join((words, told, left) if done < total else (words, told))


def ended_words(done: int, total: int, seconds: float) -> tuple[str, str]:
    """How a run ended, and its tone."""
    if done >= total:
        words = translate("batch", "Terminado: {n} archivos en {time}.")
        return words.format(n=count(done), time=duration(seconds)), "good"
    words = translate("batch", "En pausa con {done} de {total}. Lo comprobado queda guardado; siga cuando quiera.")
    return words.format(done=count(done), total=count(total)), "wait"


def half_done_words(batch: Batch) -> str:
    """Of a batch that was left in the middle."""
    return translate("batch", "Quedan {n} de {total} archivos por comprobar.").format(
        n=count(batch.files - batch.checked), total=count(batch.files)
    )


def batch_line(batch: Batch, now: datetime) -> str:
    """One batch in the list of batches."""
    name = one_line(batch.name, 40)
    if batch.checked < batch.files:
        told = translate("batch", "{done} de {total}").format(done=count(batch.checked), total=count(batch.files))
    else:
        told = count(batch.files)
    return f"{name} · {told} · {moment(batch.begun_at, now)}"


def summary_words(batch: Batch, tally: Tally) -> str:
    """Under the title: which folder, since when, how many."""
    begun = translate("batch", "{name}: {n} archivos, desde el {at}.").format(
        name=one_line(batch.name, 60), n=count(batch.files), at=issued_words(batch.begun_at)
    )
    return " ".join(part for part in (begun, tally_words(tally)) if part)


def tally_words(tally: Tally) -> str:
    """3 no aceptables · 12 por comparar · 2 no coinciden con la oficina"""
    parts = [counted_words(tally.colours)]
    if unchecked := tally.specials[Special.UNCHECKED]:
        parts.append(translate("batch", "{n} sin comprobar").format(n=count(unchecked)))
    if differs := tally.specials[Special.DIFFERS]:
        parts.append(translate("batch", "{n} no coinciden con los datos de la oficina").format(n=count(differs)))
    if twice := tally.specials[Special.REPEATED]:
        parts.append(translate("batch", "{n} repetidos").format(n=count(twice)))
    return " · ".join(part for part in parts if part)


def mark_of_row(row: BatchRow) -> Mark:
    """The tag of a row."""
    if row.code is None or row.colour is None:
        return Mark(translate("batch", "Sin comprobar"), "neutral", "circle-dashed")
    mark = part_mark(row.code, row.colour)
    return Mark(f"{mark.word} · {TRIAL}", mark.tone, mark.sign) if row.test else mark


def office_words(word: OfficeWord) -> str:
    """What the office's own data say of a file."""
    return {
        OfficeWord.NONE: translate("batch", "Sin dato"),
        OfficeWord.SAME: translate("batch", "Idéntico"),
        OfficeWord.AGREES: translate("batch", "Coincide"),
        OfficeWord.DIFFERS: translate("batch", "No coincide"),
    }[word]


def result_choices(tally: Tally) -> tuple[tuple[str, Result], ...]:
    """What can be chosen by result, with how many of each: colours first, then each verdict that there is."""
    every = translate("batch", "Todos ({n})").format(n=count(tally.files))
    colours = [(colour_words(one, tally.colours[one]), one) for one in COLOURS if tally.colours[one]]
    verdicts = sorted(tally.codes, key=lambda one: (COLOURS.index(one[1]), ORDER[one[0]]))
    named = [(f"{part_mark(*one).word} ({count(tally.codes[one])})", one) for one in verdicts]
    return ((every, None), *colours, *named)


def reason_choices(tally: Tally) -> tuple[tuple[str, ReasonCode | Special | None], ...]:
    """What can be chosen by reason: what no verdict names first, then the reasons, the most frequent first."""
    named = {
        Special.DIFFERS: translate("batch", "No coincide con los datos de la oficina"),
        Special.REPEATED: translate("batch", "Repetidos: el mismo archivo más de una vez"),
        Special.UNCHECKED: translate("batch", "Sin comprobar"),
    }
    specials = [(f"{named[one]} ({count(tally.specials[one])})", one) for one in named if tally.specials[one]]
    reasons = [(f"{reason_name(code)} ({count(number)})", code) for code, number in tally.reasons.most_common()]
    return ((translate("batch", "Cualquier motivo"), None), *specials, *reasons)


def grouping_choices() -> tuple[tuple[str, Grouping], ...]:
    """How the list is shown."""
    return (
        (translate("batch", "Archivos"), Grouping.FILES),
        (translate("batch", "Por persona"), Grouping.PEOPLE),
        (translate("batch", "Por emisor"), Grouping.ISSUERS),
    )


def group_words(group: Group, by: Grouping) -> tuple[str, str]:
    """A group's name and the quieter line below it."""
    if not group.key[1]:
        nobody = translate("batch", "Sin persona firmada")
        return (nobody if by is Grouping.PEOPLE else translate("batch", "Sin emisor conocido")), ""
    return one_line(group.key[1]), group.key[0]


def group_mark(group: Group) -> Mark:
    """The worst of a group as its tag."""
    if not group.colours:
        return Mark(translate("batch", "Sin comprobar"), "neutral", "circle-dashed")
    colour, number = group.colours[0]
    return Mark(colour_words(colour, number), TONES[colour], SIGNS[colour])


def file_words(row: BatchRow) -> str:
    """Below a file's name: who is signed in it, or else the folder that it lies in."""
    if row.person:
        return one_line(f"{row.person} · {row.doc_numero}")
    parts = row.path.replace("\\", "/").rstrip("/").split("/")
    return one_line(parts[-2]) if len(parts) > 1 else ""


def shown_words(shown: int, total: int) -> str:
    """Below the list, when something is left out."""
    if shown == total:
        return ""
    return translate("batch", "Se muestran {n} de {total}.").format(n=count(shown), total=count(total))


def folder_name(paths: Sequence[str]) -> str:
    """What a batch is called: the folder, or the first of several."""
    names = [path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path for path in paths]
    return (
        names[0] if len(names) == 1 else translate("batch", "{name} y {n} más").format(name=names[0], n=len(names) - 1)
    )
