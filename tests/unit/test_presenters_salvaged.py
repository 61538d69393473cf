"""What is told after a damaged outbox was salvaged."""

import pytest

from desktop.presenters.salvaged import salvaged_words
from storage.salvage import Salvaged


@pytest.mark.parametrize(
    ("found", "told", "not_told"),
    [
        (Salvaged(5, 2, 0, 0), ("Se recuperaron 5 solicitudes",), ("falta", "adjúnte")),
        (Salvaged(1, 0, 1, 1), ("Se recuperó 1 ", "Puede faltar 1:", "1 archivo adjunto"), ("{count}",)),
        (Salvaged(9, 0, 3, 2), ("hasta 3:", "2 archivos adjuntos"), ("{count}",)),
        (Salvaged(0, 0, None, 0), ("ninguna solicitud", "No se puede saber"), ("hasta",)),
    ],
)
def test_what_came_and_what_may_be_missing_is_told(
    found: Salvaged, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    words = " ".join(salvaged_words(found))
    assert all(one in words for one in (*told, "no se borró nada"))
    assert not any(one in words for one in not_told)
