"""Dialogs that do a whole piece of work: a supporting document, the packet for the mesa de partes."""
