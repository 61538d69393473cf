"""The colours by name, light and dark, and which of them lie on which. No Qt."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour of the program as "#RRGGBB". A name says what the colour is for, never what it looks like."""

    ink: str  # text
    quiet: str  # second-rank text
    paper: str  # the window
    card: str  # what lies on the window
    sunken: str  # a note inside a card, the desk under a page image
    border: str  # hair lines; never the only sign of a control
    field: str  # the edge of something that can be used
    hover: str
    selected: str
    navigation: str
    navigation_selected: str
    navigation_ink: str
    navigation_quiet: str
    navigation_line: str
    action: str  # links, primary buttons, the focus ring
    action_hover: str
    action_pressed: str
    on_action: str
    accent: str  # the brand's amber: marks and shapes, never text
    on_accent: str
    good: str
    good_tint: str
    wait: str
    wait_tint: str
    bad: str
    bad_tint: str
    bad_hover: str
    neutral: str
    neutral_tint: str
    info: str
    info_tint: str
    chart: str
    chart_quiet: str
    sheet: str  # a sheet of paper is white in both themes
    sheet_edge: str

    def as_names(self) -> dict[str, str]:
        """Name -> "#RRGGBB", for the style sheet."""
        return asdict(self)


LIGHT = Tokens(
    ink="#1B2430", quiet="#5B6675", paper="#F6F4F0", card="#FFFFFF", sunken="#F1EEE8",
    border="#E3DED5", field="#7E8896",
    hover="#F4F1EB", selected="#E6EFF9",
    navigation="#12263F", navigation_selected="#21426B", navigation_ink="#FFFFFF",
    navigation_quiet="#B9C6D8", navigation_line="#2C4565",
    action="#0A5BA8", action_hover="#084C8D", action_pressed="#063D72", on_action="#FFFFFF",
    accent="#E2A33B", on_accent="#1B2430",
    good="#146C2E", good_tint="#E3F2E6", wait="#7A4F00", wait_tint="#FBF0D9", bad="#9C1F14", bad_tint="#FBE6E3",
    bad_hover="#7F170E", neutral="#4A5564", neutral_tint="#ECEEF1", info="#0A5BA8", info_tint="#E3EEF9",
    chart="#0A5BA8", chart_quiet="#9DBEDF", sheet="#FFFFFF", sheet_edge="#D5CFC4",
)  # fmt: skip

DARK = Tokens(
    ink="#E8ECF2", quiet="#A6B1C0", paper="#10161F", card="#19222E", sunken="#131B25",
    border="#2C3847", field="#7A8798",
    hover="#212C3A", selected="#1F3957",
    navigation="#0B121B", navigation_selected="#1D3A5E", navigation_ink="#FFFFFF", navigation_quiet="#AEBBCC",
    navigation_line="#26364A",
    action="#7EB6EE", action_hover="#9AC6F3", action_pressed="#B3D4F6", on_action="#0B1C2E",
    accent="#E2A33B", on_accent="#1B2430",
    good="#7FD197", good_tint="#16321F", wait="#EFC36B", wait_tint="#372A10", bad="#F4A196", bad_tint="#411C18",
    bad_hover="#F7B8AF", neutral="#B7C1CE", neutral_tint="#283240", info="#8FC1F3", info_tint="#17324F",
    chart="#5E9EDD", chart_quiet="#34567A", sheet="#FFFFFF", sheet_edge="#05080C",
)  # fmt: skip

# (what lies above, what lies below): text needs 4.5 to 1, edges of controls 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        ("ink", ground)
        for ground in ("paper", "card", "sunken", "hover", "selected", "wait_tint", "info_tint", "bad_tint")
    ),
    *(("quiet", ground) for ground in ("paper", "card", "sunken", "hover", "selected")),
    *(("action", ground) for ground in ("paper", "card", "sunken", "hover", "selected")),
    *(("on_action", ground) for ground in ("action", "action_hover", "action_pressed")),
    *(("navigation_ink", ground) for ground in ("navigation", "navigation_selected")),
    *(("navigation_quiet", ground) for ground in ("navigation", "navigation_selected")),
    *((tone, f"{tone}_tint") for tone in ("good", "wait", "bad", "neutral", "info")),
    *(
        (tone, ground)
        for tone in ("good", "wait", "bad", "neutral", "info")
        for ground in ("card", "selected", "hover")
    ),
    ("bad", "paper"),
    ("on_action", "bad"),
    ("on_action", "bad_hover"),
    ("on_accent", "accent"),
)
SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    ("field", "card"),
    ("field", "paper"),
    ("field", "sunken"),
    ("action", "border"),
    ("accent", "navigation"),
    ("accent", "navigation_selected"),
    ("chart", "card"),
    ("neutral", "paper"),
)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two "#RRGGBB" colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
