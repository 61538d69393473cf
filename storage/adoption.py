"""Taking a new session into a profile. A profile belongs to one person for ever: facts of two would mix in one cache.

The feed's cursor names no person, so this is the only place that can notice.
"""

from storage.connection import Connection, transaction
from storage.errors import OtherPersonError
from storage.facts import apply_fact
from storage.marks import put_session
from storage.payslips import person
from storage.records import PersonFact, Session


def adopt_session(db: Connection, session: Session, whose: PersonFact) -> None:
    """Keep the session and whose it is. OtherPersonError, with nothing changed, when the profile is somebody else's."""
    with transaction(db):
        known = person(db)
        if known is not None and (known.doc_tipo, known.doc_numero) != (whose.doc_tipo, whose.doc_numero):
            raise OtherPersonError
        put_session(db, session)
        if known is None:
            apply_fact(db, whose, db.number("SELECT epoch_number FROM sync_mark"))
