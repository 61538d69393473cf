"""What each mesa de partes accepts."""

import json
from datetime import date, time

import pytest

import resources
from documents.packet.folios import Direction
from documents.packet.profiles import MEGABYTE, load, read

DAY = date(2026, 11, 23)
TEXT = resources.path("catalogues", "mesa_de_partes.json").read_text(encoding="utf-8")


def test_an_unknown_destination_gets_one_pdf_of_eight_megabytes_numbered_from_the_back() -> None:
    profile = load().find("999999", DAY)
    assert (profile.clave, profile.max_file_bytes, profile.max_files) == ("general", 8 * MEGABYTE, 1)
    assert (profile.foliation.direction, profile.foliation.start) == (Direction.BACK_TO_FRONT, 1)


@pytest.mark.parametrize(
    ("code", "megabytes", "cut_off", "mail"),
    [
        ("200005", 50, "16:00", False),
        ("200006", 50, "15:30", True),
        ("110002", 30, "17:00", True),
        ("210012", 10, "", False),
    ],
)
def test_what_is_published_is_found_by_the_code_of_the_ugel(
    code: str, megabytes: int, cut_off: str, mail: bool
) -> None:
    profile = load().find(code, DAY)
    assert (profile.max_total_bytes, profile.cut_off, profile.confirms_by_mail) == (megabytes * MEGABYTE, cut_off, mail)


def test_codes_are_those_of_the_list_of_ugel() -> None:
    known = resources.path("catalogues", "ugel.csv").read_text(encoding="utf-8")
    assert [
        each.clave for each in load().profiles if each.codigo and f",{each.codigo},{each.nombre.upper()}" not in known
    ] == []


def test_every_entry_says_where_it_was_read_and_hours_are_hours() -> None:
    for profile in load().profiles:
        assert profile.fuente
        assert profile.max_file_bytes <= profile.max_total_bytes
        if profile.cut_off:
            time.fromisoformat(profile.cut_off)


def test_rules_change_on_their_day() -> None:
    rows = json.loads(TEXT)
    old = next(row for row in rows["destinos"] if row["clave"] == "ugel-chincha")
    rows["destinos"].append({**old, "desde": "2027-01-01", "max_mb_total": 12, "max_mb_archivo": 12})
    changed = read(json.dumps(rows))
    assert changed.find("110002", date(2026, 12, 31)).max_total_bytes == 30 * MEGABYTE
    assert changed.find("110002", date(2027, 1, 1)).max_total_bytes == 12 * MEGABYTE


@pytest.mark.parametrize(("name", "value"), [("max_mb_total", 0), ("max_archivos", True), ("max_archivos", 1.5)])
def test_a_catalogue_without_sense_is_refused(name: str, value: object) -> None:
    rows = json.loads(TEXT)
    rows["destinos"][0][name] = value
    with pytest.raises(ValueError, match=r"megabytes|positive"):
        read(json.dumps(rows))


def test_a_catalogue_without_a_default_is_refused() -> None:
    with pytest.raises(ValueError, match="general"):
        read('{"destinos": []}')
