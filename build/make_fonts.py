"""Make the two bundled faces from Inter's web fonts: Latin only, tabular digits as the default digits."""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2190, 0x2193),
          (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x25CF, 0x25CF), (0x2713, 0x2717), (0x2BC, 0x2BC), (0x21C5,0x21C5)]

def main(source: str, target: str) -> None:
    for style in ("Regular", "SemiBold", "Bold"):
        font = TTFont(Path(source) / f"Inter-{style}.woff2")
        cmap = font.getBestCmap()
        glyphs = font.getGlyphSet()
        # freeze tnum: a payslip's digits always stand under each other
        gsub = font["GSUB"].table
        swaps = {}
        for record in gsub.FeatureList.FeatureRecord:
            if record.FeatureTag == "tnum":
                for index in record.Feature.LookupListIndex:
                    for table in gsub.LookupList.Lookup[index].SubTable:
                        real = getattr(table, "ExtSubTable", table)
                        swaps.update(getattr(real, "mapping", {}))
        for table in font["cmap"].tables:
            for code, name in list(table.cmap.items()):
                if chr(code) in "0123456789.,+−":
                    table.cmap[code] = swaps.get(name, name)
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
        options.name_IDs = ["*"]
        options.hinting = False
        options.notdef_outline = True
        options.glyph_names = False
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
        subsetter.subset(font)
        weight = {"Regular": "Regular", "SemiBold": "SemiBold", "Bold": "Bold"}[style]
        for record in list(font["name"].names):
            if record.nameID in (1, 16): record.string = "Chasqui Sans" if record.nameID == 16 or style in ("Regular", "Bold") else "Chasqui Sans SemiBold"
            elif record.nameID == 4: record.string = f"Chasqui Sans {weight}"
            elif record.nameID == 6: record.string = f"ChasquiSans-{weight}"
            elif record.nameID == 3: record.string = f"ChasquiSans-{weight};Inter 4.1"
        font.flavor = None
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(Path(target) / f"ChasquiSans-{weight}.ttf")

main(sys.argv[1], sys.argv[2])
