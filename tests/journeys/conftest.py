"""The scenery's fixtures, for every journey."""

from tests.journeys.scenery import central, chasqui

__all__ = ["central", "chasqui"]
