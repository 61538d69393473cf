"""What FastAPI's own OpenAPI document does not say: problem documents, ranges, 304, our header."""

from fastapi import FastAPI


def describe(app: FastAPI) -> None:
    """Replace the application's OpenAPI document by an honest one."""
