"""One real run of each subcommand of the packaged program, and something small of those that have no run here yet."""

import json
from pathlib import Path

from smoke_bench import LOCAL, Bench, require
from smoke_carried import try_packets, try_sticks
from smoke_office import Office

from central.samples.lis import LisMonth, lis_file
from central.samples.lis_people import lis_people
from desktop.commands.arguments import every_subcommand

WISH = {"action": "hoja_de_vida"}
CLERK = "perfil de la oficina"
CONTRACT = (0, 1, 2, 3, 64)  # what a subcommand may leave with


def try_the_ways(bench: Bench, central: Office) -> None:
    """What a person does, in the order in which it is done, on a profile that begins empty."""
    profile = bench.home / "perfil de ñusta"
    own = ("--profile", profile, "--password-fd", "FD")
    account = ("--server", central.url, "--user", central.user, "--account-password-fd", "FD")
    [signed] = bench.facts("login", *own, *account, secrets=[LOCAL, central.password])
    require(signed["signed_in"], "not signed in")
    require(bench.facts("sync", *own, secrets=[LOCAL])[-1]["outcome"] == "updated", "nothing came")
    _payslips(bench, own)
    _legajo(bench, own)
    _lis(bench, own)
    _office(bench, central)
    try_sticks(bench, central, profile, bench.home / CLERK)
    try_packets(bench, profile)
    bench.facts("sync", *own, secrets=[LOCAL])
    require(bench.facts("legajo", "looks", *own, secrets=[LOCAL]), "nobody is said to have looked")
    [doctor] = bench.facts("doctor", "--profile", profile, "--password-fd", "FD", secrets=[LOCAL])
    require(doctor["program"]["packaged"] and doctor["workers"]["seal_ms"], f"doctor: {doctor}")
    require(not any("error" in facts for facts in doctor.values()), f"doctor: {doctor}")


def _payslips(bench: Bench, own: tuple[object, ...]) -> None:
    copies = bench.home / "copias"
    listed = bench.facts("payslips", "list", *own, secrets=[LOCAL])
    require(listed and all(one["pdf"] == "held" for one in listed), f"payslips: {listed}")
    bench.facts("payslips", "export", "--to", copies, *own, secrets=[LOCAL])
    require(len(list(copies.rglob("*.pdf"))) == len(listed), "not every payslip was copied")
    [status] = bench.facts("status", *own, secrets=[LOCAL])
    require(status["held"] == len(listed), f"status: {status}")
    verdicts = bench.facts("verify", copies, *own, secrets=[LOCAL])
    require(len(verdicts) == len(listed), f"verify: {verdicts}")
    bundled = bench.program.parent / "_internal" / "resources" / "selftest"
    bench.facts("verify", bundled / "autentica.pdf")
    bench.facts("verify", bundled / "alterada.pdf", codes=(1,))
    print(f"{len(listed)} payslips signed in for, listed, copied and verified; a forged one is called so")


def _legajo(bench: Bench, own: tuple[object, ...]) -> None:
    require(bench.facts("legajo", "show", *own, secrets=[LOCAL]), "no legajo")
    wish = bench.home / "solicitud.json"
    wish.write_text(json.dumps(WISH), encoding="utf-8")
    bench.facts("legajo", "request", wish, *own, secrets=[LOCAL])
    [asked] = bench.facts("requests", "list", *own, secrets=[LOCAL])
    bench.facts("requests", "cancel", asked["number"], *own, secrets=[LOCAL])
    bench.facts("legajo", "request", wish, *own, secrets=[LOCAL])
    bench.facts("sync", *own, secrets=[LOCAL])
    states = {one["state"] for one in bench.facts("requests", "list", *own, secrets=[LOCAL])}
    require(len(states) == 2, f"of two requests one was taken back and one was sent: {states}")
    bench.facts("legajo", "paper", "list", *own, secrets=[LOCAL])
    bench.facts("legajo", "paper", "export", "--to", bench.home / "papeles", *own, secrets=[LOCAL])
    print("the legajo shown; a request taken back, another sent")


def _office(bench: Bench, central: Office) -> None:
    """Who attends requests, on a profile of her own."""
    own = ("--profile", bench.home / CLERK, "--password-fd", "FD")
    account = ("--server", central.url, "--user", central.clerk, "--account-password-fd", "FD")
    bench.facts("login", *own, *account, secrets=[LOCAL, central.password])
    bench.facts("sync", *own, secrets=[LOCAL])
    [waiting] = bench.facts("office", "tray", "list", *own, secrets=[LOCAL])
    code = waiting["code"]
    require(bench.facts("office", "tray", "show", code, *own, secrets=[LOCAL]), f"{code} is not shown")
    bench.facts("office", "tray", "decide", "tomar", code, *own, secrets=[LOCAL])
    bench.facts("sync", *own, secrets=[LOCAL])
    require(len(bench.facts("office", "roles", "list", *own, secrets=[LOCAL])) == 1, "the office has one person")
    told = bench.facts("office", "roles", "set", central.user, "--role", "planillas", *own, secrets=[LOCAL])
    require(len(told) == 2, f"office roles: {told}")
    print("the request seen and taken by the office; a role given")


def _lis(bench: Bench, own: tuple[object, ...]) -> None:
    file, printed = bench.home / "planilla-2012-09.lis", bench.home / "impresas"
    file.write_bytes(lis_file(LisMonth("junin", 2012, 9, lis_people(12, 5))))
    [taken] = bench.facts("lis", "import", file, *own, secrets=[LOCAL])
    require(taken["payslips"] == 12, f"lis import: {taken}")
    found = bench.facts("lis", "search", *own, secrets=[LOCAL])
    require(len(found) == 12, f"lis search: {found}")
    require(len(bench.facts("lis", "files", *own, secrets=[LOCAL])) == 1, "one file was taken in")
    bench.facts("lis", "remarks", *own, secrets=[LOCAL])
    bench.facts("lis", "print", found[0]["doc_numero"], "--folder", printed, *own, secrets=[LOCAL])
    require(len(list(printed.glob("*.pdf"))) == 1, "lis print made no PDF")
    print("12 old payslips taken in, found, one printed")


def try_the_rest(bench: Bench) -> None:
    """Subcommands that are younger than this file: with what no file is, they leave as agreed and without a stack."""
    commands = every_subcommand()
    leaves = [one for one in commands if not any(other[: len(one)] == one != other for other in commands)]
    rest = [one for one in leaves if not any(run[: len(one)] == one and "--help" not in run for run in bench.tried)]
    for command in rest:
        told = bench.run(*command, "--json", Path("no hay"), codes=CONTRACT, spoken=None)
        require("Traceback" not in told, f"{command}: {told}")
    if rest:
        print("tried with nothing to do: " + ", ".join(" ".join(one) for one in rest))
