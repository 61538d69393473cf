"""How much of a foreign file the checker is willing to look at. One record, so that a test can make it small."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one file. Sizes in bytes, times in seconds."""

    file_bytes: int = 64 * 1024 * 1024
    pages: int = 300  # pages after these are not looked at, and the verdict says so
    page_points: float = 3 * 842.0  # the longest side that is still a sheet of paper; larger pages are shrunk
    pixels: int = 36_000_000  # of one rendering or picture; an A4 at 450 dpi is 20 million
    glyphs: int = 60_000  # of one page; a full payslip has 3,000
    annotations: int = 2_000  # of one page
    eye: float = 240.0  # dots per inch at which a page is held against its clean copy, in greys
    eye_for_colours: float = 100.0  # and where pale or coloured ink is looked for
    seconds: float = 40.0  # between pages the checker stops by itself after so long
    started_within: float = 60.0  # the process loads its libraries in half a second, on a cold slow disk in twenty
    killed_after: float = 60.0  # the process is ended from outside after so long
    memory: int = 1_536 * 1024 * 1024  # address space of the process, where the system can bound it
    documents_per_process: int = 500  # then a fresh process takes over


DEFAULT = Limits()
