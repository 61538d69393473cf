"""The legajos of the cast: ten sections of invented records, some with their papers. The same seed gives the same."""

from dataclasses import dataclass
from datetime import date
from random import Random

from central.samples.cast import CAST, cast_career
from central.samples.legajo_folder import LegajoFolder
from central.samples.legajo_person import file_identity, file_studies
from central.samples.legajo_rest import file_leaves, file_merits, file_others, file_sanctions
from central.samples.legajo_service import file_grants, file_service
from documents.legajo import LegajoRecord

WITHOUT = 7  # the beneficiary of a retention serves nowhere


@dataclass(frozen=True, slots=True)
class SampleLegajo:
    """What is filed of one person, the files by SHA-256, and which UGEL keeps it."""

    dni: str
    codigo_ugel: str
    records: tuple[LegajoRecord, ...]
    files: dict[str, bytes]


def sample_legajo(index: int, seed: int, today: date) -> SampleLegajo | None:
    """Of one of the cast, by place; None for whoever has none."""
    if index >= len(CAST) or index == WITHOUT:
        return None
    chance = Random(f"legajo {seed} {index}")  # noqa: S311 (no secret)
    folder = LegajoFolder(seed, cast_career(index), today, chance)
    for part in (
        file_identity,
        file_studies,
        file_service,
        file_grants,
        file_merits,
        file_sanctions,
        file_leaves,
        file_others,
    ):
        part(folder)
    return SampleLegajo(folder.person.dni, folder.place.codigo_ugel, tuple(folder.records), folder.files)
