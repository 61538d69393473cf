"""Figures: each script prints what it measured and against what floor, in the same run. Nothing here is a test."""
