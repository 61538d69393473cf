"""What the shapes of the contract are made of. See `central.contract`."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _a_day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("not YYYY-MM-DD")
    return text


PeriodText = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", examples=["2026-11"])]
DayText = Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2026-11-13"]), AfterValidator(_a_day)]
InstantText = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Centimos = Annotated[int, Field(description="céntimos")]


class Shape(BaseModel):
    """What all shapes share: members that are not known are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Pdf(Shape):
    sha256: Sha256
    size: Annotated[int, Field(description="bytes", ge=1)]
