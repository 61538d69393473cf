"""The integrity seal of a payslip: issuing it, and checking a PDF against it.

No Qt, no network, no database and no clock in here: the time is passed in. The format is docs/seal.md.
"""
