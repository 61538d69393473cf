"""The file of a supporting document (documento de sustento): chosen PDFs and pictures made into one clean PDF.

The door is `workbench.Workbench`, which opens no foreign byte itself: `errands` does, in a disposable process.
Knows no window, no network, no database. What the paper says of itself is `documents.legajo.SupportingDocument`.
"""
