"""Make the two bundled faces from Inter's web fonts: Latin only, tabular digits as the default digits."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
    (0x25CF, 0x25CF),
    (0x2713, 0x2717),
    (0x2BC, 0x2BC),
    (0x21C5, 0x21C5),
]


STYLES = ("Regular", "SemiBold", "Bold")


def main(source: str, target: str) -> None:
    """`source` holds Inter's .woff2 files; three .ttf files go to `target`."""
    for style in STYLES:
        font = TTFont(Path(source) / f"Inter-{style}.woff2")
        freeze_tabular_digits(font)
        cut(font)
        rename(font, style)
        font.flavor = None
        font.recalcTimestamp = False
        font.save(Path(target) / f"ChasquiSans-{style}.ttf")


def freeze_tabular_digits(font: TTFont) -> None:
    """A payslip's digits always stand under each other: the feature's glyphs become the characters' own."""
    gsub = font["GSUB"].table
    swaps: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        for index in record.Feature.LookupListIndex if record.FeatureTag == "tnum" else ():
            for table in gsub.LookupList.Lookup[index].SubTable:
                swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        for code, name in list(table.cmap.items()):
            if chr(code) in "0123456789.,+\u2212":
                table.cmap[code] = swaps.get(name, name)


def cut(font: TTFont) -> None:
    """Latin letters and the signs that we use; no hinting."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)


def rename(font: TTFont, style: str) -> None:
    """A name of its own, so that an installed Inter is not taken for it."""
    family = "Chasqui Sans" if style in ("Regular", "Bold") else f"Chasqui Sans {style}"
    names = {
        1: family,
        3: f"ChasquiSans-{style};Inter 4.1",
        4: f"Chasqui Sans {style}",
        6: f"ChasquiSans-{style}",
        16: "Chasqui Sans",
    }
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.string)


main(sys.argv[1], sys.argv[2])
