"""Writes the two papers that the self-test checks: a sealed payslip and the same with a figure painted over.

Run from the root after the payslip's layout or the seal changed: `PYTHONPATH=. python build/make_self_test_papers.py`.
"""

import io
from dataclasses import replace

import pikepdf
from reportlab.pdfgen.canvas import Canvas

import resources
from central.keys.demo import draw_sealed
from central.samples.places import places
from desktop.selftest import sample_payslip


def main() -> None:
    """Both files, the same bytes each time."""
    place = next(place for place in places() if place.ugel.endswith("PUNO"))
    payslip = replace(sample_payslip(), ugel=place.ugel, dre=place.dre, codigo_ugel=place.codigo_ugel)
    sealed = draw_sealed(payslip)
    folder = resources.path("selftest")
    folder.mkdir(exist_ok=True)
    (folder / "autentica.pdf").write_bytes(sealed)
    (folder / "alterada.pdf").write_bytes(painted_over(sealed))


def painted_over(sealed: bytes) -> bytes:
    """Another net, painted on a white patch: what a forger does first."""
    patch = io.BytesIO()
    canvas = Canvas(patch, pagesize=(595.28, 841.89), invariant=True)
    canvas.setFillGray(1)
    canvas.rect(400, 560, 150, 16, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 10)
    canvas.drawRightString(545, 564, "9,823.27")
    canvas.save()
    with pikepdf.open(io.BytesIO(sealed)) as pdf, pikepdf.open(io.BytesIO(patch.getvalue())) as over:
        pdf.pages[0].add_overlay(over.pages[0])
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
