"""What the reference API keeps, and the only place that speaks SQL. Each module takes an open connection."""

from central.store.opening import Store

__all__ = ["Store"]
