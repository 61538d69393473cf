"""Hands that know nothing of the program: they press, type and close whatever is there. Nothing may break."""
