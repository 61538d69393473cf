"""Data only: fonts, icons, styles, translations, catalogues, the API contract. This file says where they lie."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a bundled resource lies, in the source tree and in the packaged program alike."""
    return _ROOT.joinpath(*parts)
