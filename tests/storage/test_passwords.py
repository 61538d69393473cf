"""Which new passwords are refused, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.passwords import PROBLEMS, common_passwords, normalise, password_problem


@pytest.mark.parametrize(
    "password",
    [
        "papaya verde bajo la lluvia",
        "tres-vicuñas-cruzan-el-puente",
        "kT9#vLq2!xWz",
        "Mi gata Pelusa muerde lápices",
        "el docente come mangos en Juli",  # a known word among others is no reason
        "пароль из пяти слов",
        "ñandú con 12 sombreros",
        "á" * 5 + "bcdefgxyz lomas",
    ],
)
def test_a_long_uncommon_password_is_good(password: str) -> None:
    assert password_problem(password, ("Rosa",)) is None


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "short"),
        ("lluvia 12", "short"),
        ("x" * 129, "long"),
        ("9990001799", "digits"),
        ("15/05/1985", "digits"),
        ("99900017 99900017", "digits"),
        ("..........", "digits"),
        ("aaaaaaaaaa", "repeated"),
        ("abcabcabcabc", "repeated"),
        ("holahola hola", "repeated"),
        ("lunesluneslunes", "repeated"),
        ("abcdefghijkl", "sequence"),
        ("qwertyuiop1", "sequence"),
        ("zyxwvutsrqpo", "sequence"),
        ("Password123", "common"),
        ("contraseña2024", "common"),
        ("¡Contraseña!!", "common"),
        ("C0ntr4s3n4_2026", "common"),
        ("teamomucho1", "common"),
        ("jehovaesmipastor", "common"),
        ("docente2026", "personal"),
        ("UGEL Minedu 2025", "personal"),
        ("rosa elena 1985", "personal"),
        ("Rosa99900017", "personal"),
        ("D0cent3.minedu", "personal"),
    ],
)
def test_a_guessable_password_is_refused_with_its_reason(password: str, reason: str) -> None:
    assert password_problem(password, ("Rosa Elena", "99900017", "15/05/1985")) == reason
    assert reason in PROBLEMS


def test_the_length_is_counted_in_letters_and_not_in_bytes() -> None:
    assert password_problem("ñu ñu ñandú") is None
    assert password_problem("n\u0303u n\u0303u x") == "short"


def test_pasting_128_characters_is_accepted() -> None:
    assert password_problem("una frase larga que nadie diria jamas " * 3 + "y catorce mas.") is None


def test_the_bundled_list_is_there() -> None:
    assert len(common_passwords()) > 300
    assert "contrasena" in common_passwords()


@given(st.text(max_size=140), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_gets_an_answer(password: str, context: list[str]) -> None:
    assert password_problem(password, context) in {None, *PROBLEMS}


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(password: str) -> None:
    once = normalise(password)
    assert normalise(once.decode("utf-8", "surrogatepass")) == once
