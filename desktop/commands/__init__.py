"""The same program without a window. No Qt at import."""
