"""The office's pen: how people, payslips, pay days and concepts come into the store. No HTTP.

A payslip belongs to the person whose document number it prints. Publishing for somebody who has no account yet is
fine: what was published waits for them.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from central.legajo.people import person_of
from central.objects import write_payslip, write_person, write_record
from central.office.feed import keep_person, take_seat
from central.passwords import hash_password
from central.records import Concept, Oficina, PayDay, Person
from central.settings import PasswordCost
from central.store import Store
from central.store.accounts import add_account
from central.store.blobs import Drawing, keep_blobs, release_blobs
from central.store.facts import Draft, find_fact, keep_facts, known_ids
from central.store.opening import open_feed
from central.store.schema import COMMONS
from central.store.stick_people import note_school
from documents.payslip import Payslip, Period
from documents.thin import find_cut

Draw = Callable[[Payslip], bytes]
DrawAll = Callable[[Sequence[Payslip]], Iterable[bytes]]
BATCH = 500  # payslips in one transaction: bounds memory, keeps a month of a school whole


class PublishingError(Exception):
    """What was asked for does not fit what is published. Nothing was changed."""


class Publisher:
    """Writes what the office decides. Every call is whole or not at all (`publish_payslips`: every batch)."""

    def __init__(self, store: Store, *, cost: PasswordCost | None = None) -> None:
        """`cost` is what hashing a new account's password may take."""
        self._store = store
        self._cost = cost or PasswordCost()

    def add_person(self, person: Person, user: str, password: str, email: str | None = None) -> None:
        """A person with an account. `email` receives reset mails; by default the person's own.

        PublishingError when the user name is taken or the person has an account.
        """
        hashed = hash_password(password, self._cost)
        try:
            with self._store.writing() as db:
                open_feed(db, person.doc_numero)
                keep_facts(db, person.doc_numero, [_person_draft(person)])
                keep_person(db, person.doc_numero)
                add_account(db, feed=person.doc_numero, user=user, email=email or person.correo, password=hashed)
        except IntegrityError as error:
            raise PublishingError("the user name is taken, or the person has an account") from error

    def replace_person(self, person: Person) -> None:
        """Correct a person's names or mail address. What they do for an office stays as it is: that is `appoint`'s and
        the administrator's to say. PublishingError when unknown."""
        with self._store.writing() as db:
            known = _known_person(db, person.doc_numero)
            _replace_person(db, replace(person, oficina=known.oficina, roles=known.roles))

    def appoint(self, doc_numero: str, oficina: Oficina | None, roles: tuple[str, ...] = ()) -> None:
        """Somebody works for an office in these roles and no others; None: for no office any more. How an office gets
        its first administrator, who gives roles from then on. PublishingError when unknown."""
        with self._store.writing() as db:
            known = _known_person(db, doc_numero)
            _replace_person(db, replace(known, oficina=oficina, roles=roles if oficina else ()))

    def publish_payslips(
        self, payslips: Iterable[Payslip], *, draw: Draw | None = None, draw_all: DrawAll | None = None
    ) -> int:
        """New payslips and, with `draw` or `draw_all` (a batch at a time, in its order), their PDFs. Returns how many.

        PublishingError when an id is already published; the batches before it stay.
        """
        count = 0
        for batch in _batches(payslips, BATCH):
            contents = _drawings(batch, draw, draw_all)
            drawn = [(payslip, _drawing(payslip, each)) for payslip, each in zip(batch, contents, strict=True)]
            with self._store.writing() as db:
                ids = [payslip.id for payslip in batch]
                known = known_ids(db, "payslip", ids)
                if known or len(set(ids)) < len(ids):
                    raise PublishingError(f"already published: {sorted(known) or 'an id twice in one batch'}")
                _keep_payslips(db, drawn)
            count += len(batch)
        return count

    def replace_payslip(self, payslip: Payslip, *, draw: Draw | None = None) -> None:
        """Publish again under a known id, withdrawn or not.

        The PDF before it stays readable: a download may be under way. PublishingError when the id is unknown or the
        payslip would change hands.
        """
        drawing = _drawing(payslip, draw(payslip) if draw else None)
        with self._store.writing() as db:
            _require(db, payslip.id, feed=payslip.doc_numero)
            _keep_payslips(db, [(payslip, drawing)])

    def withdraw_payslip(self, payslip_id: str) -> None:
        """Take a payslip back, and its PDFs with it. PublishingError when unknown; once is enough."""
        with self._store.writing() as db:
            release_blobs(db, payslip_id)
            _withdraw(db, "payslip", payslip_id)

    def publish_pay_days(self, pay_days: Iterable[PayDay]) -> None:
        """New or changed days of the calendar; what is published already in the same words is left alone."""
        self._publish_commons([Draft("pay_day", day.id, day.id, write_record(day)) for day in pay_days])

    def publish_concepts(self, concepts: Iterable[Concept]) -> None:
        """New or changed texts; what is published already in the same words is left alone."""
        self._publish_commons([Draft("concept", text.id, text.id, write_record(text)) for text in concepts])

    def withdraw_pay_day(self, periodo: Period) -> None:
        """Take a day of the calendar back."""
        with self._store.writing() as db:
            _withdraw(db, "pay_day", str(periodo))

    def withdraw_concept(self, concept_id: str) -> None:
        """Take a text back, by "codigo@desde"."""
        with self._store.writing() as db:
            _withdraw(db, "concept", concept_id)

    def _publish_commons(self, drafts: Sequence[Draft]) -> None:
        with self._store.writing() as db:
            keep_facts(db, COMMONS, [draft for draft in drafts if _is_news(db, draft)])


def _drawings(batch: Sequence[Payslip], draw: Draw | None, draw_all: DrawAll | None) -> Iterable[bytes | None]:
    if draw_all is not None:
        return draw_all(batch)
    return (draw(payslip) if draw else None for payslip in batch)


def payslip_rank(payslip: Payslip) -> str:
    """The place of a payslip in the first walk: by period, then the number of the payroll."""
    return f"{payslip.periodo} {payslip.secuencia:03d} {payslip.id}"


def _known_person(db: Connection, doc_numero: str) -> Person:
    found = find_fact(db, "person", doc_numero)
    if found is None or not found[1].document:
        raise PublishingError(f"no person has the document {doc_numero}")
    return person_of(found[1].document)


def _replace_person(db: Connection, person: Person) -> None:
    keep_facts(db, person.doc_numero, [_person_draft(person)])
    keep_person(db, person.doc_numero)


def _person_draft(person: Person) -> Draft:
    return Draft("person", person.doc_numero, person.doc_numero, write_person(person))


def _is_news(db: Connection, draft: Draft) -> bool:
    found = find_fact(db, draft.kind, draft.id)
    return found is None or found[1].document != draft.document


def _require(db: Connection, payslip_id: str, *, feed: str) -> None:
    found = find_fact(db, "payslip", payslip_id)
    if found is None:
        raise PublishingError(f"payslip {payslip_id} was never published")
    if found[0] != feed:
        raise PublishingError(f"payslip {payslip_id} is another person's: withdraw it and publish a new one")


def _withdraw(db: Connection, kind: str, id_: str) -> None:
    found = find_fact(db, kind, id_)
    if found is None:
        raise PublishingError(f"{kind} {id_} was never published")
    feed, fact = found
    if fact.document is not None:
        keep_facts(db, feed, [Draft(kind, id_, fact.rank, None)])


def _drawing(payslip: Payslip, content: bytes | None) -> Drawing | None:
    if content is None:
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    return Drawing(sha256, content, payslip.doc_numero, payslip.id, find_cut(content))


def _keep_payslips(db: Connection, drawn: Sequence[tuple[Payslip, Drawing | None]]) -> None:
    drafts = defaultdict[str, list[Draft]](list)
    drawings = [drawing for _, drawing in drawn if drawing is not None]
    for payslip, drawing in drawn:
        pdf = (drawing.sha256, len(drawing.content)) if drawing else None
        document = write_payslip(payslip, pdf=pdf)
        drafts[payslip.doc_numero].append(Draft("payslip", payslip.id, payslip_rank(payslip), document))
    for feed in sorted(drafts):  # always in one order: two publishers can not wait for each other
        open_feed(db, feed)
        keep_facts(db, feed, drafts[feed])
        newest = max((each for each, _ in drawn if each.doc_numero == feed), key=lambda each: each.periodo)
        take_seat(db, feed, newest.codigo_ugel, str(newest.periodo))
        note_school(db, feed, newest.establecimiento, str(newest.periodo))
    keep_blobs(db, drawings)


def _batches(payslips: Iterable[Payslip], size: int) -> Iterator[list[Payslip]]:
    rest = iter(payslips)
    while batch := list(islice(rest, size)):
        yield batch
