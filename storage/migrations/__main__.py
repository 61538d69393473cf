"""`python -m storage.migrations` writes the dumps anew after a step was added. A test compares them."""

import tempfile
from pathlib import Path
from typing import get_args

from storage.connection import DatabaseFile, open_database
from storage.envelope import new_key
from storage.migrating import Kind, migrate, schema_dump


def dump(kind: Kind) -> str:
    """The schema of a new file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        path.touch()
        with open_database(DatabaseFile(path, new_key())) as db:
            migrate(db, kind)
            return schema_dump(db)


if __name__ == "__main__":
    for kind in get_args(Kind):
        Path(__file__).with_name(f"{kind}_schema.sql").write_text(dump(kind), encoding="utf-8")
