"""What people do, drawn from the seed: Ana at one of her computers, and whoever works at the office."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any

from central.contract_legajo import Decision
from central.legajo.archive import ArchiveError, living_record, next_version, read_record
from central.legajo.deciding import Deciding, decide
from central.legajo.moving import members_of
from central.legajo.people import Clerk
from central.problems import Problem
from central.publishing import PublishingError
from central.records import Concept, Oficina, Paper, PayDay
from central.store.requests import find_request
from documents.payslip import Period
from storage import attachments, drafts, legajo
from storage.errors import QueueRefusedError
from storage.request_records import OPEN_AT_OFFICE, QUEUED, Expediente, OwnRequest, RequestContent, RequestState
from tests.simulation.computer import Computer
from tests.simulation.ledger import Ledger
from tests.simulation.office import ANA, FEED, UGEL, Office, draw, make_payslip, pdf_of
from tests.simulation.wishes import about_record, file_of, new_content, record_uuid, wish_uuid

CLERK = Clerk(feed="99900099", name="CLERK", office=Oficina(codigo=UGEL, nombre="UGEL SAN ROMÁN"))
LIKELY = 0.7  # how often Ana does what makes sense, to what is not over yet
UNDECIDED = QUEUED | OPEN_AT_OFFICE
DEEDS = ("tomar", "soltar", "observar", "atender", "atender", "rechazar")


@dataclass
class Ana:
    """The person, at whichever computer."""

    rng: Random
    ledger: Ledger
    note: Callable[[str], None]

    def __post_init__(self) -> None:
        self.moods = [self.rng.choice((0.3, 1, 1, 3)) for _ in range(7)]

    def act(self, computer: Computer, wanted: Callable[[Computer], None] | None = None) -> None:
        """Does one thing, or this one."""
        deed = (
            wanted
            or self.rng.choices(
                (self.queue, self.draft, self.cancel, self.correct, self.expediente, self.change, self.want),
                [weight * mood for weight, mood in zip((8, 1, 5, 4, 3, 3, 1), self.moods, strict=True)],
            )[0]
        )
        self.note(f"{computer.name}: Ana {deed.__name__}")
        lives = computer.lives
        computer.act(lambda: deed(computer))
        if computer.lives != lives:
            self._look_again(computer)

    def _look_again(self, computer: Computer) -> None:
        """The program is open again after it died: what is in its queue, Ana sees before she asks for more."""
        with computer.facts() as db:
            for own in drafts.own_requests(db):
                if own.state is not RequestState.DRAFT:
                    self.ledger.confirm(computer.name, own)

    def meanwhile(self, computer: Computer) -> None:
        """Does something while the computer speaks with the office."""
        deed: Callable[[Computer], None] = self.rng.choice(
            (self.queue, self.cancel, self.cancel, self.expediente, self.draft, self.correct)
        )
        self.note(f"{computer.name}: meanwhile Ana {deed.__name__}")
        deed(computer)

    def queue(self, computer: Computer, content: RequestContent | None = None) -> None:
        """A new wish, from the first letter to En cola; or a draft that has lain about."""
        with computer.vault.outbox() as box:
            waiting = [own for own in drafts.own_requests(box) if own.state is RequestState.DRAFT]
            if waiting and content is None and self.rng.random() < 0.7:
                chosen = self.rng.choice(waiting)
                uuid, asked = chosen.uuid, chosen.content
            else:
                uuid, asked = wish_uuid(self.rng), content or new_content(self.rng)
                self._keep_files(box, asked)
                drafts.new_draft(box, uuid, asked, computer.clock.now())
            try:
                own = drafts.queue(box, uuid, asked, computer.clock.now())
            except QueueRefusedError as refusal:
                self.note(f"  not queued: {refusal}")
                return
            self.ledger.confirm(computer.name, own)
            self.note(f"  queued {own.uuid} {own.content.section}")

    def draft(self, computer: Computer) -> None:
        """Begins something, goes on with it or throws it away."""
        with computer.vault.outbox() as box:
            waiting = [own for own in drafts.own_requests(box) if own.state is RequestState.DRAFT]
            if not waiting:
                asked = new_content(self.rng)
                self._keep_files(box, asked)
                drafts.new_draft(box, wish_uuid(self.rng), asked, computer.clock.now())
            elif self.rng.random() < 0.5:
                drafts.discard_draft(box, waiting[0].uuid)
            else:
                changed = replace(waiting[0].content, note=f"nota {self.rng.randrange(1000)}")
                drafts.save_draft(box, waiting[0].uuid, changed, computer.clock.now())

    def cancel(self, computer: Computer) -> None:
        """Takes something back, wherever it is."""
        with computer.vault.outbox() as box:
            likely = self._one(box, lambda own: own.state in UNDECIDED) if self.rng.random() < LIKELY else None
            if own := likely or self._one(box, lambda own: own.state is not RequestState.DRAFT):
                after = drafts.cancel(box, own.uuid, computer.clock.now())
                if after.cancel_wanted:
                    self.ledger.cancelled.add(own.uuid)
                self.note(f"  {own.uuid} {own.state} -> {after.state} {after.cancel_wanted}")

    def correct(self, computer: Computer) -> None:
        """Mends what the office observed, rejected or could not take."""
        with computer.vault.cache() as db:
            facts = {shown.uuid: shown.state for shown in legajo.shown_requests(db)}
        with computer.vault.outbox() as box:
            own = self._one(box, lambda own: own.state is RequestState.QUARANTINE)
            if own is not None:
                again = drafts.edit_again(box, own.uuid, wish_uuid(self.rng), computer.clock.now())
                self.note(f"  {own.uuid} again as {again.uuid}")
                return
            mendable = {RequestState.OBSERVED, RequestState.REJECTED}
            own = self._one(box, lambda own: facts[own.uuid] in mendable and not own.cancel_wanted)
        if own is not None:
            self.queue(computer, replace(own.content, replaces=own.uuid, note=f"nota {self.rng.randrange(1000)}"))

    def expediente(self, computer: Computer) -> None:
        """Writes what the mesa de partes gave."""
        given = Expediente(f"MPD-{self.rng.randrange(1000)}", "clave", date(2026, 11, 16))
        with computer.vault.outbox() as box:
            over = {RequestState.DRAFT, RequestState.CANCELLED}
            likely = self._one(box, lambda own: own.state in OPEN_AT_OFFICE) if self.rng.random() < LIKELY else None
            if own := likely or self._one(box, lambda own: own.state not in over):
                drafts.set_expediente(box, own.uuid, given, computer.clock.now())
                self.note(f"  expediente of {own.uuid}")

    def change(self, computer: Computer) -> None:
        """Wants a record changed or gone."""
        with computer.vault.cache() as db:
            records = [shown.confirmed for shown in legajo.shown_records(db) if shown.confirmed and not shown.wish]
        if records:
            self.queue(computer, about_record(self.rng, self.rng.choice(records)))

    def want(self, computer: Computer) -> None:
        """Asks to see a document that the office has."""
        with computer.vault.cache() as db:
            names = sorted(row["sha256"] for row in db.rows("SELECT sha256 FROM document_file WHERE sha256 <> ''"))
            if names:
                legajo.want_file(db, self.rng.choice(names))

    def _one(self, box: Any, fits: Callable[[OwnRequest], bool]) -> OwnRequest | None:
        found = [own for own in drafts.own_requests(box) if fits(own)]
        return self.rng.choice(found) if found else None

    def _keep_files(self, box: Any, asked: RequestContent) -> None:
        for document in asked.documents:
            content = file_of(document.sha256)
            if content is not None:
                attachments.keep_file(box, document.sha256, content)


@dataclass
class Clerks:
    """Whoever works at the office, through its own pen."""

    rng: Random
    office: Office
    note: Callable[[str], None]
    slips: list[int] = field(default_factory=lambda: [1, 2, 3])

    def __post_init__(self) -> None:
        self.deeds = DEEDS + (self.rng.choice(DEEDS),) * self.rng.choice((0, 3, 9))  # no two offices are alike

    def act(self) -> None:
        """Does one thing; what is not possible any more is left."""
        deed: Callable[[], object] = self.rng.choices(
            (
                self.decide,
                self.pay,
                self.mend_slip,
                self.withdraw_slip,
                self.calendar,
                self.file,
                self.rename,
                self.paper,
            ),
            (8, 3, 2, 1, 1, 3, 1, 1),
        )[0]
        try:
            told = deed()
        except (Problem, ArchiveError, PublishingError) as refusal:
            told = f"not possible: {getattr(refusal, 'code', refusal)}"
        self.note(f"office {deed.__name__}: {told}")

    def decide(self) -> str:
        """About one of Ana's requests."""
        rows = self.office.raw.execute("SELECT uuid FROM request ORDER BY code").fetchall()
        if not rows:
            return "nothing to decide"
        uuid = self.rng.choice(rows)[0]
        action = self.rng.choice(self.deeds)
        with self.office.store.reading() as db:
            kept = find_request(db, uuid)
        assert kept is not None
        wanted = Decision.model_validate(
            {"action": action, "reason": "Falta firma", "seen": members_of(kept)["changed_at"]}
        )
        deciding = Deciding(
            clerk=CLERK, request=uuid, uuid=wish_uuid(self.rng), wanted=wanted,
            now=int(self.office.time.true.timestamp()), catalogue=self.office.settings.legajo_catalogue.catalogue,
        )  # fmt: skip
        decide(self.office.store, deciding, self.office.settings.make_paper)
        return f"{action} {uuid}"

    def pay(self) -> str:
        """One month, or what was owed for some."""
        first = max(self.slips) + 1
        numbers = range(first, first + self.rng.choice((1, 1, 3)))
        self.office.publisher.publish_payslips([make_payslip(number) for number in numbers], draw=draw)
        self.slips.extend(numbers)
        return str(list(numbers))

    def mend_slip(self) -> str:
        number = self.rng.choice(self.slips)
        self.office.publisher.replace_payslip(make_payslip(number, 300_000 + self.rng.randrange(9_000)), draw=draw)
        return str(number)

    def withdraw_slip(self) -> str:
        number = self.rng.choice(self.slips)
        self.office.publisher.withdraw_payslip(make_payslip(number).id)
        return str(number)

    def calendar(self) -> str:
        day = 1 + self.rng.randrange(28)
        if self.rng.random() < 0.3:
            self.office.publisher.withdraw_pay_day(Period(2026, 11))
        self.office.publisher.publish_pay_days([PayDay(periodo=Period(2026, 11), fecha=date(2026, 11, day))])
        concept = Concept(codigo="rim", nombre=f"RIM {day}", explicacion="x", norma="y", desde=Period(2020, 1))
        self.office.publisher.publish_concepts([concept])
        return str(day)

    def file(self) -> str:
        """Changes a record by itself, or takes it away."""
        record = record_uuid(self.rng.choice((1, 2)))
        if self.rng.random() < 0.15:
            self.office.archive.remove_record(FEED, record)
            return f"removed {record}"
        with self.office.store.reading() as db:
            living = living_record(db, FEED, record).document
        if living is None:
            return "gone already"
        before = read_record(living)
        changed = replace(before, fields={**before.fields, "descripcion": f"Acta {self.rng.randrange(99)}"})
        self.office.archive.file_records(FEED, [next_version(changed, before, self.office.time.true.date())])
        return record

    def rename(self) -> str:
        mail = f"ana{self.rng.randrange(9)}@correo.pe"
        self.office.publisher.replace_person(replace(ANA, correo=mail))
        return mail

    def paper(self) -> str:
        number = self.rng.randrange(3)
        made = Paper(id=record_uuid(90 + number), kind="constancia", titulo="Constancia", numero="",
                     emitido=date(2026, 11, 16), vigente_hasta=None)  # fmt: skip
        pdf = pdf_of(f"constancia {self.rng.randrange(5)}", 700)
        self.office.archive.publish_paper(FEED, made, pdf)
        return hashlib.sha256(pdf).hexdigest()[:8]
