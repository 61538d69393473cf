"""The columns of "Paquetes", as tables of functions: lines of a list, jobs, people of a job. Words: the presenters."""

from desktop.models.record_table import Column
from desktop.presenters.formats import count, short_day
from desktop.presenters.packet_people import fate_tag
from desktop.presenters.packet_report import ReportRow
from desktop.presenters.packet_words import job_tag
from desktop.words import translate
from documents.people.records import ListLine
from storage.packet_records import PacketJob

LINE_TEXT, LINE_PERSON, LINE_FATE = range(3)
JOB_NAME, JOB_PEOPLE, JOB_STATE = range(3)
WHO, STATE = range(2)


def line_columns() -> tuple[Column[ListLine], ...]:
    """What the line says, whom it means, and how well that is known."""
    return (
        Column(
            translate("packets", "En su lista"),
            lambda line: line.text,
            lambda line: line.number,
            quiet=lambda line: translate("packets", "Línea {n}").format(n=count(line.number)),
        ),
        Column(
            translate("packets", "Persona"),
            lambda line: line.person.apellidos_y_nombres if line.person else "—",
            lambda line: line.person.apellidos_y_nombres if line.person else "",
            strong=lambda _line: True,
            quiet=lambda line: line.person.doc_numero if line.person else "",
        ),
        Column(
            translate("packets", "Estado"),
            lambda line: fate_tag(line).word,
            lambda line: fate_tag(line).word,
            tone=lambda line: fate_tag(line).tone,
            sign=lambda line: fate_tag(line).sign,
        ),
    )


def job_columns() -> tuple[Column[PacketJob], ...]:
    """What it is called, for how many, how it stands."""
    return (
        Column(
            translate("packets", "Trabajo"),
            lambda job: job.recipe.name,
            lambda job: job.number,
            strong=lambda _job: True,
            quiet=lambda job: short_day(job.begun_at.astimezone().date()),
        ),
        Column(
            translate("packets", "Personas"), lambda job: count(job.people), lambda job: job.people, figure=True
        ),
        Column(
            translate("packets", "Estado"),
            lambda job: job_tag(job).word,
            lambda job: job_tag(job).word,
            tone=lambda job: job_tag(job).tone,
            sign=lambda job: job_tag(job).sign,
        ),
    )  # fmt: skip


def lacking_columns() -> tuple[Column[ReportRow], ...]:
    """Somebody for whom something is missing, and what."""
    return (
        Column(
            translate("packets", "A quién le falta algo"),
            lambda row: row.names or row.doc_numero,
            lambda row: row.place,
            strong=lambda _row: True,
            quiet=lambda row: row.lacking,
        ),
        Column(translate("packets", "Estado"), lambda row: row.state, lambda row: row.state),
    )
