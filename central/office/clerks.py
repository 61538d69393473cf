"""Who of an office is asking, and whether their roles allow it."""

from central.desk import Bearer, Desk
from central.legajo.people import Clerk, person_of, signature
from central.problems import Problem
from central.store.accounts import person_document


def clerk_of(desk: Desk, bearer: Bearer, *needed: str) -> Clerk:
    """Somebody of an office with one of the roles that are needed (none named: any). Problem `not-yours`."""
    feed = desk.whose(bearer)
    with desk.store.reading() as db:
        person = person_of(person_document(db, feed))
    if person.oficina is None or not person.roles or (needed and not set(needed) & set(person.roles)):
        raise Problem("not-yours")
    return Clerk(feed=feed, name=signature(person), office=person.oficina, roles=person.roles)
