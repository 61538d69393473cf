"""Peruvian identifiers: the published vectors, what people paste, and properties over all of them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import identifiers as person
from documents import identifiers_of_offices as office
from documents.identifiers import Identified, Reading, Trouble
from documents.identifiers import IdentifierProblem as Problem

READERS = [
    person.read_dni, person.read_ce, person.read_passport, person.read_ruc, person.read_cuspp,
    person.read_server_code, person.read_essalud, person.read_account, person.read_cci, person.read_mobile,
    person.read_phone, person.read_email, office.read_school_code, office.read_local_code, office.read_post,
    office.read_ubigeo, office.read_office, office.read_expediente, office.read_resolution,
]  # fmt: skip
DIGITS = "0123456789"
dnis = st.text(DIGITS, min_size=8, max_size=8).filter(lambda text: text != "00000000")


def code_of(reading: Reading) -> Problem | str:
    return reading.code.value if isinstance(reading, Trouble) else ""


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (person.read_dni, "10117410", "10117410"),
        (person.read_dni, " 10117410-2 ", "10117410"),
        (person.read_dni, "10117410 – G", "10117410"),
        (person.read_dni, "99.900.011", "99900011"),
        (person.read_dni, "\u200b99900011\ufeff", "99900011"),
        (person.read_dni, "00000123", "00000123"),
        (person.read_ruc, "20131370998", "20131370998"),
        (person.read_ruc, "20131312955", "20131312955"),
        (person.read_ruc, "20539889622", "20539889622"),
        (person.read_ruc, "20-53988962-2", "20539889622"),
        (person.read_ce, "000123456", "000123456"),
        (person.read_ce, "00012345678a", "00012345678A"),
        (person.read_passport, "ab123456", "AB123456"),
        (person.read_cuspp, "999000 czeau 0", "999000CZEAU0"),
        (person.read_server_code, "1099900011 - 1", "1099900011-1"),
        (person.read_server_code, "1099900011", "1099900011"),
        (person.read_essalud, "8505150dzfsa001", "8505150DZFSA001"),
        (person.read_account, "CTA- 04193284146", "04193284146"),
        (person.read_cci, "018 000 004193284146 55", "01800000419328414655"),
        (person.read_mobile, "+51 999 000 111", "999000111"),
        (person.read_mobile, "999-000-111", "999000111"),
        (person.read_phone, "(064) 200300", "064200300"),
        (person.read_phone, "999000111", "999000111"),
        (person.read_email, " Rosa.Quispe@Ejemplo.PE", "Rosa.Quispe@ejemplo.pe"),
        (office.read_school_code, "0512345 - 0", "0512345-0"),
        (office.read_school_code, "0512345", "0512345"),
        (office.read_local_code, "123456", "123456"),
        (office.read_post, "999000000001", "999000000001"),
        (office.read_post, "11ev01a23456", "11EV01A23456"),
        (office.read_ubigeo, "120101", "120101"),
        (office.read_ubigeo, "25 01 01", "250101"),
        (office.read_office, "120001", "120001"),
        (office.read_office, "070101", "070101"),
        (office.read_expediente, "mpt-fut2026-ext-123", "MPT-FUT2026-EXT-123"),
        (office.read_expediente, "00123-2026", "00123-2026"),
        (office.read_resolution, "RD 1234-2013", "RD N° 1234-2013"),
        (office.read_resolution, "r.d. nro 1234 - 2013 ugel huancayo", "RD N° 1234-2013-UGEL HUANCAYO"),
        (office.read_resolution, "Resolución Directoral N° 00123-2021-UGEL-H", "RD N° 00123-2021-UGEL-H"),
        (office.read_resolution, "Resolución Directoral Regional Nº 55-2020-DREJ", "RDR N° 55-2020-DREJ"),
        (office.read_resolution, "R.V.M. N.° 092-2020-MINEDU", "RVM N° 092-2020-MINEDU"),
        (office.read_resolution, "RM N.º 563 - 2015 - MINEDU", "RM N° 563-2015-MINEDU"),
        (office.read_resolution, "R. D. N° 12-2019-UGEL 04/TSE", "RD N° 12-2019-UGEL 04/TSE"),
    ],
)
def test_what_people_write_is_read_into_one_form(read: Callable[[str], Reading], typed: str, value: str) -> None:
    reading = read(typed)
    assert isinstance(reading, Identified), reading
    assert reading.value == value


@pytest.mark.parametrize(
    ("read", "typed", "code"),
    [
        (person.read_dni, "1011741", Problem.DNI_FORMAT),
        (person.read_dni, "00000000", Problem.DNI_FORMAT),
        (person.read_dni, "١٠١١٧٤١٠", Problem.DNI_FORMAT),
        (person.read_dni, "10117410-3", Problem.DNI_CHECK),
        (person.read_dni, "10117410-H", Problem.DNI_CHECK),
        (person.read_ce, "12345678", Problem.CE_FORMAT),
        (person.read_passport, "12345", Problem.PASSPORT_FORMAT),
        (person.read_ruc, "2013137099", Problem.RUC_FORMAT),
        (person.read_ruc, "30131370998", Problem.RUC_PREFIX),
        (person.read_ruc, "20131370997", Problem.RUC_CHECK),
        (person.read_cuspp, "999000000000", Problem.CUSPP_FORMAT),
        (person.read_server_code, "109990001", Problem.SERVER_CODE_FORMAT),
        (person.read_essalud, "8505152DZFSA001", Problem.ESSALUD_FORMAT),
        (person.read_essalud, "8513150DZFSA001", Problem.ESSALUD_DATE),
        (person.read_essalud, "8502300DZFSA001", Problem.ESSALUD_DATE),
        (person.read_account, "0419328414", Problem.ACCOUNT_FORMAT),
        (person.read_cci, "0180000041932841465", Problem.CCI_FORMAT),
        (person.read_mobile, "899000111", Problem.MOBILE_FORMAT),
        (person.read_phone, "12345", Problem.PHONE_FORMAT),
        (person.read_email, "rosa@ejemplo", Problem.EMAIL_FORMAT),
        (person.read_email, "rosa..q@ejemplo.pe", Problem.EMAIL_FORMAT),
        (office.read_school_code, "05123", Problem.SCHOOL_CODE_FORMAT),
        (office.read_local_code, "12345", Problem.LOCAL_CODE_FORMAT),
        (office.read_post, "99900000001", Problem.POST_FORMAT),
        (office.read_ubigeo, "260101", Problem.UBIGEO_DEPARTMENT),
        (office.read_ubigeo, "000101", Problem.UBIGEO_DEPARTMENT),
        (office.read_ubigeo, "120100", Problem.UBIGEO_FORMAT),
        (office.read_office, "12000", Problem.OFFICE_FORMAT),
        (office.read_office, "120013", Problem.OFFICE_UNKNOWN),
        (office.read_expediente, "sin numero", Problem.EXPEDIENTE_FORMAT),
        (office.read_resolution, "1234-2013", Problem.RESOLUTION_FORMAT),
        (office.read_resolution, "XX N° 1-2020", Problem.RESOLUTION_FORMAT),
        (office.read_resolution, "RD N° 0-2020", Problem.RESOLUTION_FORMAT),
        (office.read_resolution, "RD N° 12-1810", Problem.RESOLUTION_YEAR),
    ],
)
def test_what_is_no_identifier_has_a_code(read: Callable[[str], Reading], typed: str, code: Problem) -> None:
    assert code_of(read(typed)) == code


def test_the_published_dni_has_its_digit_and_letter() -> None:
    assert person.dni_verification("10117410") == ("2", "G")


@settings(deadline=None)
@given(dnis)
def test_the_digit_of_a_dni_is_that_of_its_ruc(dni: str) -> None:
    digit, letter = person.dni_verification(dni)
    assert person.ruc_check_digit("10" + dni) == digit
    for mark in (digit, letter):
        assert person.read_dni(f"{dni}-{mark}") == Identified(dni)


@settings(deadline=None)
@given(dnis, st.integers(0, 9), st.sampled_from(DIGITS))
def test_a_ruc_with_one_digit_changed_passes_only_where_two_rests_share_a_digit(
    dni: str, place: int, digit: str
) -> None:
    ruc = "10" + dni + person.ruc_check_digit("10" + dni)
    changed = ruc[:place] + digit + ruc[place + 1 :]
    if changed == ruc or not changed.startswith(("10", "15", "16", "17", "20")):
        return
    rests = {person._weighed(text[:10], (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) for text in (ruc, changed)}
    passes = isinstance(person.read_ruc(changed), Identified)
    assert not passes or rests == {0, 10}  # both give 1


@settings(deadline=None)
@given(dnis, st.sampled_from([" ", ".", "-", "\u00a0", "\u200b"]), st.integers(0, 8))
def test_blanks_points_and_hyphens_inside_a_dni_do_not_matter(dni: str, sign: str, place: int) -> None:
    typed = dni[:place] + sign + dni[place:]
    assert person.read_dni(typed) == Identified(dni)


@settings(deadline=None)
@given(st.sampled_from(READERS), st.text(max_size=60))
def test_no_text_breaks_a_reader_and_what_it_reads_reads_to_itself(read: Callable[[str], Reading], text: str) -> None:
    reading = read(text)
    if isinstance(reading, Identified):
        again = read(reading.value)
        assert isinstance(again, Identified)
        assert again.value == reading.value


@settings(deadline=None)
@given(
    st.sampled_from(sorted(office.RESOLUTION_KINDS)), st.integers(1, 999_999), st.integers(1950, 2030),
    st.sampled_from(["", "UGEL-H", "MINEDU", "DREJ", "UGEL 04/TSE"]), st.booleans(),
    st.sampled_from(["N°", "Nº", "N.°", "NRO.", ""]),
)  # fmt: skip
def test_a_resolution_is_the_same_however_it_is_written(
    kind: str, number: int, year: int, sigla: str, spelled: bool, sign: str
) -> None:
    name = office.RESOLUTION_KINDS[kind].title() if spelled else ".".join(kind) + "."
    reading = office.read_resolution(f"{name} {sign} {number} - {year}" + (f"-{sigla}" if sigla else ""))
    assert isinstance(reading, Identified)
    assert reading.value == f"{kind} N° {number}-{year}" + (f"-{sigla}" if sigla else "")
    assert office.resolution_key(reading.value) == (kind, year, number)


def test_zeros_before_the_number_make_no_other_resolution() -> None:
    keys = {office.resolution_key(f"RD N° {number}-2021-UGEL-H") for number in ("123", "00123", "000123")}
    assert keys == {("RD", 2021, 123)}


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (("CARLOS", "ZEVALLOS", "ESCUDERO"), "CZEAU"),
        (("Rosa Elena", "Quispe", "Ñaupari"), "RQNSP"),
        (("ÁNGEL", "RAMOS", "SALAS"), "ARSOA"),
    ],
)
def test_the_letters_of_a_cuspp_come_from_the_names(names: tuple[str, str, str], letters: str) -> None:
    assert person.cuspp_doubt(f"999000{letters}0", *names) is None
    doubt = person.cuspp_doubt("999000XXXXX0", *names)
    assert doubt == Trouble(Problem.CUSPP_LETTERS, {"expected": letters, "found": "XXXXX"})


@pytest.mark.parametrize("paterno", ["RÍO", "DE LA CRUZ", ""])
def test_short_and_compound_surnames_are_not_judged(paterno: str) -> None:
    assert person.cuspp_doubt("999000XXXXX0", "ROSA", paterno, "MAMANI") is None


def test_doubts_keep_the_value() -> None:
    account = person.read_account("12345678901")
    school = office.read_school_code("512345-1")
    assert account == Identified("12345678901", (Trouble(Problem.ACCOUNT_START),))
    assert school == Identified("0512345-1", (Trouble(Problem.SCHOOL_CODE_PADDED, {"value": "0512345-1"}),))


def test_every_office_of_the_table_is_read_and_lies_in_a_department() -> None:
    codes = office.offices()
    assert len(codes) == 26 + 224
    assert all(office.read_office(code) == Identified(code) for code in codes)
    assert {code[:2] for code in codes} == set(office.departments())
    assert len(office.departments()) == 25


def test_only_the_form_of_sinad_can_be_followed_with_a_key() -> None:
    assert office.is_sinad("MPT-FUT2026-EXT-123")
    assert not office.is_sinad("00123-2026")


def test_places_have_names_and_a_code_that_the_table_does_not_know_has_none() -> None:
    assert office.place_name("211101") == "Juliaca, San Román, Puno"
    assert office.place_name("120101") == "Huancayo, Huancayo, Junín"
    assert [office.place_name(code) for code in ("", "2111", "219999", "999999")] == [""] * 4
    every = {code for code in office._places() if len(code) == 6}
    assert len(every) > 1_800
    assert all(office.place_name(code).count(", ") == 2 for code in every)
