"""Surnames, given names and school names, common in Peru, to combine at random. Every combination is invented."""

import json
from pathlib import Path

_LISTS: dict[str, list[str]] = json.loads(Path(__file__).with_name("names.json").read_text(encoding="utf-8"))

PATERNAL = tuple(_LISTS["paternal"])
MATERNAL = (*PATERNAL, *_LISTS["maternal_more"])
FEMALE = tuple(_LISTS["female"])
MALE = tuple(_LISTS["male"])
SCHOOLS = tuple(_LISTS["schools"])
