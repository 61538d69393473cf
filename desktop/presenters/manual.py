"""The manual as chapters, and which of them speak of something. Pure; `desktop.windows.help` knows where it lies."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One heading of the second level and what follows it, in Markdown."""

    title: str
    body: str


def chapters(manual: str) -> tuple[Chapter, ...]:
    """In their order; what stands before the first heading is a chapter under the manual's own name."""
    head, *parts = re.split(r"^## +", manual, flags=re.MULTILINE)
    name, _, words = head.strip().removeprefix("# ").partition("\n")
    split = [part.partition("\n") for part in parts]
    found = [Chapter(name.strip(), words.strip()), *(Chapter(title.strip(), body.strip()) for title, _, body in split)]
    return tuple(chapter for chapter in found if chapter.body)


def speaking_of(manual: tuple[Chapter, ...], text: str) -> tuple[Chapter, ...]:
    """The chapters that hold every word of the text, with or without tildes; all of them for none."""
    wanted = _plain(text).split()
    return tuple(one for one in manual if all(word in _plain(f"{one.title} {one.body}") for word in wanted))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
