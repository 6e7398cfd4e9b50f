"""Measures Noticeboard and its peers side by side on what `content.py` wrote, and prints tables in Markdown.

Each round measures all of them, one after the other, so that a machine that slows down slows all of them; medians of the rounds
are printed. Posters are made by as many processes or threads at a time as there are cores. Of what keeps running between posters, many and
few are measured, and the difference is divided by the posters between: that leaves out what it costs to start.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FEW = 8
MANY = {"typst": 320, "weasyprint": 20, "typst-cli": 32}
CORES = os.cpu_count() or 1
HERE = Path(__file__).resolve().parent


@dataclass
class Cost:
    """What something took, in seconds: on the clock, and of the processors."""

    clock: float
    processor: float

    def less(self, other: "Cost", share: int) -> "Cost":
        """What is left without another cost, for each of so many."""
        return Cost((self.clock - other.clock) / share, (self.processor - other.processor) / share)


def spent(commands: list[list], folder: Path) -> Cost:
    """Runs commands, as many at a time as there are cores."""

    def run(command: list) -> float:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{command[0]} failed")
        return used.ru_utime + used.ru_stime

    began = time.monotonic()
    if len(commands) == 1:
        processor = run(commands[0])
    else:
        with ThreadPoolExecutor(CORES) as pool:
            processor = sum(pool.map(run, commands))
    return Cost(time.monotonic() - began, processor)


class Peers:
    """What there is to measure, and where it lies."""

    def __init__(self, content: Path, noticeboard: Path, python: Path, typst: Path | None, hugo: Path | None):
        self.content, self.noticeboard, self.python, self.typst, self.hugo = content, noticeboard, python, typst, hugo
        self.names = sorted((content / "typst" / "posters").glob("*/*.json"))

    def build(self, pack: str, only: str) -> Cost:
        """The real command, into an empty folder."""
        output = self.content / "output"
        shutil.rmtree(output, ignore_errors=True)
        command = [self.noticeboard, "build", "--quiet", "--no-previews", "--only", only, "--content", pack, "--output", output]
        return spent([command], self.content)

    def posters_of_noticeboard(self) -> Cost:
        """One more poster of a build, with its share of the sets and archives."""
        few = self.build("one", "posters")
        less = self.posters_there()
        many = self.build("pack", "posters")
        return many.less(few, self.posters_there() - less)

    def posters_there(self) -> int:
        """How many single posters the last build made."""
        return sum(1 for path in (self.content / "output").glob("*/posters/*.pdf") if path.name != "all.pdf")

    def in_python(self, peer: str) -> Cost:
        """One more poster of a peer that keeps running."""
        few, many = (
            spent([[self.python, HERE / "posters.py", peer, self.content, str(count), str(CORES)]], self.content) for count in (FEW, MANY[peer])
        )
        return many.less(few, min(MANY[peer], len(self.names)) - FEW)

    def one_process_each(self) -> Cost:
        """One poster of Typst's own command, which starts anew for each."""
        root = self.content / "typst"
        commands = [
            [self.typst, "compile", "--root", root, "--font-path", root / "fonts", "--ignore-system-fonts", "--pdf-standard", "ua-1"]
            + ["--input", f"poster=posters/{name.parent.name}/{name.name}", "poster.typ", self.content / "made" / "typst-cli.pdf"]
            for name in self.names[: MANY["typst-cli"]]
        ]
        # Each writes a file of its own.
        for number, command in enumerate(commands):
            command[-1] = command[-1].with_name(f"typst-cli-{number}.pdf")
        return spent(commands, root).less(Cost(0, 0), len(commands))

    def pages_of_noticeboard(self) -> Cost:
        """The websites of all councils."""
        return self.build("pack", "site")

    def pages_of_hugo(self) -> Cost:
        """One site with the pages of all councils."""
        shutil.rmtree(self.content / "hugo-output", ignore_errors=True)
        command = [self.hugo, "--quiet", "--source", self.content / "hugo", "--destination", self.content / "hugo-output"]
        return spent([command], self.content)


def size(folder: Path, pattern: str) -> tuple[int, float]:
    """How many files of a kind a folder has, and how large they are on average, in KB."""
    sizes = [path.stat().st_size for path in folder.glob(pattern) if path.name != "all.pdf"]
    return len(sizes), sum(sizes) / max(len(sizes), 1) / 1000


def median(costs: list[Cost]) -> Cost:
    """The middle one of several costs, of the clock and of the processors each."""
    return Cost(statistics.median(cost.clock for cost in costs), statistics.median(cost.processor for cost in costs))


def ratio(cost: float, own: float) -> str:
    """How many times as long as Noticeboard."""
    return f"{cost / own:.2g}" if cost / own < 10 else f"{cost / own:.0f}"


def version(command: list) -> str:
    """The first line that a program says of itself."""
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return text.splitlines()[0] if text else "?"


def main() -> None:
    """Measures, and prints."""
    arguments = argparse.ArgumentParser(description="Measures Noticeboard and its peers side by side.")
    arguments.add_argument("--content", type=Path, required=True, help="what content.py wrote")
    arguments.add_argument("--noticeboard", type=Path, required=True, help="the program")
    arguments.add_argument("--python", type=Path, required=True, help="the Python that has the peers")
    arguments.add_argument("--typst", type=Path, help="Typst's own command, if it is there")
    arguments.add_argument("--hugo", type=Path, help="Hugo, if it is there")
    arguments.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    chosen = arguments.parse_args()
    peers = Peers(chosen.content, chosen.noticeboard, chosen.python, chosen.typst, chosen.hugo)
    packages = {
        name: version([chosen.python, "-c", f"import importlib.metadata as m; print(m.version('{name}'))"]) for name in ("typst", "weasyprint")
    }
    made = chosen.content / "made"
    made.mkdir(exist_ok=True)

    posters = {"Noticeboard, whole command": peers.posters_of_noticeboard}
    posters[f"Typst inside Python (package {packages['typst']})"] = lambda: peers.in_python("typst")
    if chosen.typst:
        posters[f"Typst, one process each ({version([chosen.typst, '--version']).split(' (')[0]})"] = peers.one_process_each
    posters[f"WeasyPrint {packages['weasyprint']} inside Python"] = lambda: peers.in_python("weasyprint")
    pages = {"Noticeboard": peers.pages_of_noticeboard}
    if chosen.hugo:
        number = version([chosen.hugo, "version"]).split()[1].split("-")[0]
        pages[f"Hugo {number}"] = peers.pages_of_hugo

    costs: dict[str, list[Cost]] = {}
    sizes: dict[str, tuple[int, float]] = {}
    for _ in range(chosen.rounds):
        for name, measure in (posters | pages).items():
            costs.setdefault(name, []).append(measure())
            if name == "Noticeboard, whole command":
                sizes[name] = size(chosen.content / "output", "*/posters/*.pdf")
            elif name == "Noticeboard":
                sizes[name] = size(chosen.content / "output", "**/*.html")
    for name in posters | pages:
        if name.startswith("Typst inside"):
            sizes[name] = size(made, "typst-council*.pdf")
        elif name.startswith("Typst, one"):
            sizes[name] = size(made, "typst-cli-*.pdf")
        elif name.startswith("WeasyPrint"):
            sizes[name] = size(made, "weasyprint-*.pdf")
        elif name.startswith("Hugo"):
            sizes[name] = size(chosen.content / "hugo-output", "**/*.html")

    print(f"{date.today()}, {CORES} cores ({platform.machine()}), {version([chosen.noticeboard, '--version'])}, medians of {chosen.rounds} rounds\n")
    own = median(costs["Noticeboard, whole command"])
    print("| one more poster | clock | processor | file | times as long (clock) |\n|---|---|---|---|---|")
    for name in posters:
        cost = median(costs[name])
        print(f"| {name} | {cost.clock * 1000:.1f} ms | {cost.processor * 1000:.1f} ms | {sizes[name][1]:.0f} KB | {ratio(cost.clock, own.clock)} |")
    own = median(costs["Noticeboard"])
    rate = sizes["Noticeboard"][0] / own.clock
    print("\n| pages of all councils | pages | of KB | clock | processor | pages a second | times as many |\n|---|---|---|---|---|---|---|")
    for name in pages:
        cost, (count, each) = median(costs[name]), sizes[name]
        print(
            f"| {name} | {count} | {each:.1f} | {cost.clock:.2f} s | {cost.processor:.2f} s | {count / cost.clock:.0f} | {ratio(count / cost.clock, rate)} |"
        )
    for name, there in (("Typst's own command", chosen.typst), ("Hugo", chosen.hugo)):
        if not there:
            print(f"\n{name} is left out: it could not be installed.")
    print("\nZola is left out: neither crates.io, the index of Python packages, npm nor Debian has it.")


if __name__ == "__main__":
    main()
