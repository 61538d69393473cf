"""Disposable processes: where foreign bytes are opened. Frames, starting and ending, confinement, and errands.

`documents.seal` runs a process of its own on these parts; everything else runs errands (`errands.Worker`).
"""
