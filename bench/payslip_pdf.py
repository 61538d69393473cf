"""How long a payslip takes to draw, how large it is, and what one page costs to show. `python -m bench.payslip_pdf`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from subprocess import run
from sys import executable
from time import process_time

from documents.page_image import open_pages, render
from documents.payslip import Payslip
from documents.payslip_pdf import draw_payslip, reference_payload
from tests.documents.people import SAMPLES

COUNT = 100
SEAL = "BP1:" + "6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE$VK G2EP4J0BGJLFX3R3VHXK.PJ:2DPF6R" * 4
COLD = """
from time import perf_counter
from tests.documents.people import TEACHER
begun = perf_counter()
from documents.payslip_pdf import draw_payslip
draw_payslip(TEACHER, seal="X")
print((perf_counter() - begun) * 1000)
"""


def months(payslip: Payslip) -> Iterator[Payslip]:
    """Payslips that differ, so that no QR is remembered from the one before."""
    for index in range(COUNT):
        yield replace(payslip, id=f"{payslip.id[:-4]}{index:04d}", periodo=payslip.periodo.earlier(index))


def milliseconds(work: Callable[[Payslip], object], payslip: Payslip) -> float:
    """Median processor time of the work on different payslips: what else runs on the machine does not count."""
    times = []
    for month in months(payslip):
        begun = process_time()
        work(month)
        times.append((process_time() - begun) * 1000)
    return median(times)


def main() -> None:
    cold = run([executable, "-c", COLD], capture_output=True, text=True, check=True)
    print(f"first payslip of a process, imports included   {float(cold.stdout):7.1f} ms")
    for name, payslip in SAMPLES.items():
        plain = milliseconds(lambda each: draw_payslip(each, seal=reference_payload(each)), payslip)
        size = len(draw_payslip(payslip, seal=reference_payload(payslip)))
        count = len(payslip.haberes) + len(payslip.descuentos)
        print(f"{name:10} {count:3} lines  {plain:6.1f} ms  {size:6} bytes")
    teacher = SAMPLES["teacher"]
    sealed = milliseconds(lambda each: draw_payslip(each, seal=SEAL + each.id.upper()), teacher)
    size = len(draw_payslip(teacher, seal=SEAL + teacher.id.upper()))
    print(f"teacher with a seal of {len(SEAL) + 36} characters  {sealed:6.1f} ms  {size:6} bytes")
    pdf = draw_payslip(teacher, seal=reference_payload(teacher))
    print(f"open_pages                 {milliseconds(lambda _: open_pages(pdf), teacher):6.1f} ms")
    for dpi in (96, 150, 300):
        shown = milliseconds(lambda _, scale=dpi / 72: render(pdf, 0, scale), teacher)
        print(f"render at {dpi:3} dpi          {shown:6.1f} ms")


if __name__ == "__main__":
    main()
