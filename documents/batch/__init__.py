"""Packets for many people: what is wanted for each (`recipe`), drawn and bound in disposable processes (`apart`).

Where the papers come from, and which people are done, is not known here.
"""
