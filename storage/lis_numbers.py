"""Numbers for what payslips have in common: people, kinds of payroll, places. A payslip's row is then small integers.

Only for storage.lis_import, which numbers and stores in one transaction.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from documents.lis.records import LisPerson, LisPlace
from storage.connection import Connection
from storage.search import searched_name

K = TypeVar("K")
_MOST_HELD = 100_000
POST = 2**32  # person * POST + place: both as one integer, for hundreds of thousands of pairs are held in memory


class Numbers(dict[K, int], Generic[K]):
    """What has a number already; what has none gets the next when asked for, and is `fresh` until it is stored."""

    def __init__(self, known: Iterable[tuple[K, int]]) -> None:
        super().__init__(known)
        self.fresh: list[tuple[K, int]] = []
        self.same: dict[int, int] = {}  # by id, of objects held below: no text is looked at to find a number again
        self._held: list[K] = []
        self._newest = max(self.values(), default=0)

    def __missing__(self, key: K) -> int:
        self._newest += 1
        self[key] = self._newest
        self.fresh.append((key, self._newest))
        return self._newest

    def of(self, key: K) -> int:
        """The number of an object that is not in `same`; from now on it is."""
        if len(self._held) >= _MOST_HELD:
            self.same.clear()
            self._held.clear()
        number = self.same[id(key)] = self[key]
        self._held.append(key)
        return number


class Commons:
    """All that payslips have in common in one index."""

    def __init__(self, db: Connection) -> None:
        people = db.rows("SELECT doc_numero, apellidos, nombres, codigo_modular, number FROM lis_person")
        places = db.rows("SELECT establecimiento, cargo, number FROM lis_place")
        kinds = db.rows("SELECT tipo_planilla, number FROM lis_kind")
        posts = db.rows("SELECT person, place FROM lis_post")
        self._db = db
        self.people: Numbers[LisPerson] = Numbers((LisPerson(*tuple(row)[:4]), int(row[4])) for row in people)
        self.places: Numbers[LisPlace] = Numbers((LisPlace(row[0], row[1]), int(row[2])) for row in places)
        self.kinds: Numbers[str] = Numbers((str(row[0]), int(row[1])) for row in kinds)
        self._posts = {int(row[0]) * POST + int(row[1]) for row in posts}

    def store(self, posts: set[int], months: set[int]) -> None:
        """Store what is new, in the transaction under way. `posts`: person * POST + place."""
        people, places, kinds = self.people.fresh, self.places.fresh, self.kinds.fresh
        self._db.run_many(
            "INSERT INTO lis_person (doc_numero, apellidos, nombres, codigo_modular, number, searched)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(*one, number, searched_name(one.apellidos, one.nombres)) for one, number in people],
        )
        self._db.run_many(
            "INSERT INTO lis_place (establecimiento, cargo, number, searched) VALUES (?, ?, ?, ?)",
            [(*one, number, searched_name(one.establecimiento, one.cargo)) for one, number in places],
        )
        self._db.run_many("INSERT INTO lis_kind (tipo_planilla, number) VALUES (?, ?)", kinds)
        new = posts - self._posts
        self._db.run_many("INSERT INTO lis_post (person, place) VALUES (?, ?)", [divmod(post, POST) for post in new])
        self._db.run_many("INSERT OR IGNORE INTO lis_month VALUES (?)", [(month,) for month in months])
        self._posts |= new
        for fresh in (people, places, kinds):
            fresh.clear()
