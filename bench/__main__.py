"""`python -m bench [NAME...]`: the machine, then every figure (or the named ones), one line each."""

import importlib
import platform
import sys
from pathlib import Path

NAMES = (
    "start",
    "first_sync",
    "payslip_pdf",
    "office_cache",
    "verify",
    "attacks",
    "sustento",
    "link",
    "payday",
    "lis",
    "packets_for_many",
    "office_papers",
    "usb",
    "office_tray",
    "batch",
)


def main(names: list[str]) -> int:
    """Run the named benches in processes' order; returns 64 for an unknown name."""
    unknown = set(names) - set(NAMES)
    if unknown:
        print(f"no bench is called {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}")
        return 64
    print(machine())
    for name in names or NAMES:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"bench.{name}").main()
    return 0


def machine() -> str:
    """Processor, cores, memory, system and Python, in one line."""
    import os

    model = next(
        (line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or platform.machine(),
    )
    memory = next((int(line.split()[1]) / 2**20 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
