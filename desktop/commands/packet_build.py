"""The work of `packet build`: read the list and the recipe, tell every line, make the packets or go on with them."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.commands.exits import Exit
from desktop.commands.opening import opened
from desktop.commands.packet import job_facts
from desktop.commands.speech import Speech
from desktop.presenters.lis_words import key_words
from desktop.presenters.packet_people import fate_sentence, list_trouble, list_words
from desktop.presenters.packet_report import lacking_words, lacks
from desktop.presenters.packet_words import ended_words, recipe_trouble, step_words
from documents.batch.recipe import Recipe, RecipeError, read_recipe
from documents.people.apart import ListFileError
from documents.people.columns import read_columns
from documents.people.records import GOOD, Fate, PeopleList
from storage import packets
from storage.packet_records import JobPerson, PacketJob, PersonState
from sync.clock import SystemClock

if TYPE_CHECKING:
    from documents.seal.keys import IssuerKey
    from storage.profile import Vault


def build(options: argparse.Namespace, speech: Speech) -> int:
    """0: all is there. 1: stopped, or somebody's cannot be made. 2: something is missing, or a line means nobody.
    3: the list or the recipe cannot be read."""
    from desktop.tasks.packet_people import list_of_file, read_roster

    with opened(options) as vault:
        try:
            recipe = _recipe(options, vault)
        except (OSError, RecipeError) as error:
            trouble = error.trouble if isinstance(error, RecipeError) else "unreadable"
            speech.complain("packet-recipe", f"{options.recipe}: {recipe_trouble(trouble)}")
            return Exit.UNREADABLE
        try:
            columns = read_columns(options.columns) if options.columns else None
        except ValueError:
            speech.complain("packet-columns", "Escriba las columnas así: --columns dni=B,nombres=C+D,titulos=1")
            return Exit.USAGE
        try:
            listed = list_of_file(options.people, read_roster(vault), columns)
        except (OSError, ListFileError) as error:
            trouble = error.trouble if isinstance(error, ListFileError) else "unreadable"
            speech.complain("packet-people", f"{options.people}: {list_trouble(trouble)}")
            return Exit.UNREADABLE
        _tell_list(listed, speech)
        if listed.open_lines and not options.skip_unknown:
            speech.complain("packet-lines", "Corrija esas líneas, o repita la orden con --skip-unknown.")
            return Exit.UNDECIDED
        if not listed.people:
            speech.complain("packet-nobody", "La lista no lleva a ninguna persona.")
            return Exit.UNDECIDED
        return _make(options, speech, vault, recipe, listed)


def _recipe(options: argparse.Namespace, vault: "Vault") -> Recipe:
    """A file, or the name of a saved one. Raises OSError, RecipeError."""
    from pathlib import Path

    with vault.office() as db:
        saved = {recipe.name: recipe for recipe in packets.saved_recipes(db)}
    return saved.get(options.recipe) or read_recipe(Path(options.recipe).read_bytes())


def _tell_list(listed: PeopleList, speech: Speech) -> None:
    for line in listed.lines:
        if line.fate in GOOD and line.fate is not Fate.RESTORED:
            continue
        number = line.person.doc_numero if line.person else None
        speech.tell(
            f"Línea {line.number}: {line.text}. {fate_sentence(line)}",
            line=line.number, fate=line.fate.value, doc_numero=number, text=line.text,
        )  # fmt: skip
    speech.tell(list_words(listed)[0], people=len(listed.people), open=len(listed.open_lines))


def _make(options: argparse.Namespace, speech: Speech, vault: "Vault", recipe: Recipe, listed: PeopleList) -> int:
    from desktop.tasks.lis_papers import OfficeKeyError
    from desktop.tasks.packet_running import JobRunning, begin

    clock = SystemClock()
    try:
        key = _key(options, vault)
        options.out.mkdir(parents=True, exist_ok=True)
    except OfficeKeyError as error:
        speech.complain(error.code, key_words(error.code))
        return Exit.USAGE
    except OSError as error:
        speech.complain("export-denied", f"No se pudo usar {error.filename}: {error.strerror}.")
        return Exit.FAILED
    if options.papers is not None:
        recipe = replace(recipe, papers=str(options.papers.absolute()))
    job = begin(vault, recipe, listed.people, options.out, options.office or _office(vault), clock)
    running = JobRunning(vault, job, clock)
    ended = running.go(
        lambda step: speech.progress(step_words(step.done, step.total, step.name, step.seconds_left)), key
    )
    speech.progress_done()
    with vault.office() as db:
        people = packets.job_people(db, job.number)
    return _tell_end(speech, ended, people)


def _tell_end(speech: Speech, ended: PacketJob, people: tuple[JobPerson, ...]) -> int:
    for each in people:
        for file in each.files if each.state is PersonState.DONE else ():
            speech.tell(f"{each.person.doc_numero}  {file.name}", doc_numero=each.person.doc_numero, file=file.name,
                        pages=file.pages, sha256=file.sha256)  # fmt: skip
        if lacks(each):
            words = lacking_words(each)
            speech.tell(f"{each.person.doc_numero}  falta: {words}", doc_numero=each.person.doc_numero, lacking=words,
                        refusal=each.refusal)  # fmt: skip
    speech.tell(ended_words(ended)[0], **job_facts(ended))
    if ended.ended_at is None or any(each.state is PersonState.REFUSED for each in people):
        return Exit.FAILED
    return Exit.UNDECIDED if ended.lacking else Exit.GOOD


def _key(options: argparse.Namespace, vault: "Vault") -> "IssuerKey | None":
    """The office's key if one was given. Raises OfficeKeyError, OSError."""
    from desktop.commands.speech import read_secret
    from desktop.tasks.lis_papers import open_key
    from storage.trust import trust_in_use

    if options.key is None:
        return None
    with vault.cache() as db:
        trust = trust_in_use(db)
    password = read_secret("Contraseña de la clave de la oficina: ", options.key_password_fd)
    return open_key(options.key.read_bytes(), password, trust, SystemClock().now())


def _office(vault: "Vault") -> str:
    """The office that the profile's person works for."""
    from storage.payslips import person

    with vault.cache() as db:
        own = person(db)
    return own.oficina.nombre if own is not None and own.oficina is not None else "UGEL"
