"""Lists of people for work on many: read from what an office has at hand, matched with whom the office knows.

Files are opened in a disposable process (`apart`); what stands in them is matched here, line by line, and told.
"""
