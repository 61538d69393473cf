"""The person's wishes. This is the base; writing requests comes with the legajo."""

from storage.connection import Connection
from storage.errors import DamagedFileError


def pending_count(db: Connection) -> int:
    """Wishes that have not reached the office: queued, on the way, waiting, or in quarantine. Drafts do not count.

    Takes a connection to the cache or to the outbox. Raises DamagedFileError when the outbox cannot be read.
    """
    if db.missing is not None:
        raise DamagedFileError(db.missing)
    return db.number(
        "SELECT count(*) FROM update_request WHERE state IN"
        " ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red', 'cuarentena')"
    )
