#!/usr/bin/env python3
"""How fast names are found from Python, against other libraries; see the README beside.

Text and watch-list are those of `cargo run --release -p inquit-bench -- matcher`, with one call for
each article. All aliases are case-sensitive. Answers are compared before anything is timed: those
of inquit and of libraries that give all matches have to be right, of the others it is shown what
they miss and what they should not have found. CPU time of the process with all its threads,
interleaved rounds, the median.
"""

import argparse
import datetime
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from libraries import Find, Hit, installed

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve()
RECORDS = ROOT / "benches" / "records"
# A round that takes longer is not repeated.
LONG = 4.0

COLUMNS = "library use mb_per_s inquit_is build_s rss_mb matches missed extra".split()


@dataclass
class Row:
    case: str
    aliases: int
    library: str
    use: str
    mb_per_s: float
    build_s: float
    rss_mb: float
    matches: int
    missed: int
    extra: int


@dataclass
class Measured:
    library: str
    use: str
    # Searches every article.
    run: Callable[[], object]
    build_s: float
    rss_mb: float
    found: list[list[Hit]]
    times: list[float] = field(default_factory=list)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--aliases", type=int, default=100_000)
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument(
        "--news",
        type=Path,
        help="a folder that `inquit-bench write --case exact` has filled; without, one under target/",
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--library", action="append", help="only this one; may be given again")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each row")
    parser.add_argument("--record", action="store_true", help="also write to benches/records")
    parser.add_argument(
        "--venv",
        action="store_true",
        help="make an environment with all libraries and inquit under target/, and run in that",
    )
    return parser.parse_args()


def run_in_venv() -> None:
    """Builds the environment and starts anew in it; returns only if that is where we are."""
    folder = TARGET / "bench-venv"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if Path(sys.prefix) == folder:
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [python, "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "-r", Path(__file__).with_name("requirements.txt")], check=True)
    build = os.environ | {"PYO3_BUILD_EXTENSION_MODULE": "1", "CARGO_TARGET_DIR": str(TARGET)}
    subprocess.run(
        [*pip, "--force-reinstall", "--no-deps", ROOT / "python"], check=True, env=build
    )
    sys.exit(subprocess.run([python, *sys.argv]).returncode)


def written(aliases: int, megabytes: float) -> Path:
    """The text, the list and the right answer, made by the generator in Rust."""
    folder = TARGET / "bench-news"
    command = "cargo run --release --quiet -p inquit-bench -- write --case exact"
    words = [*command.split(), f"--aliases={aliases}", f"--megabytes={megabytes}", f"--to={folder}"]
    subprocess.run(words, cwd=ROOT, check=True)
    return folder


def lines(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text("utf-8").splitlines()]


def read(folder: Path, count: int) -> tuple[list[str], list[str], list[list[Hit]]]:
    """The aliases, the articles and what is to be found in each."""
    aliases = [name for _, name in lines(folder / f"exact-{count}.tsv")]
    text = (folder / "text.txt").read_bytes()
    hits = [tuple(map(int, hit)) for hit in lines(folder / f"exact-{count}.hits.tsv")]
    articles: list[str] = []
    expected: list[list[Hit]] = []
    at = 0
    for start, end in (map(int, line) for line in lines(folder / "articles.tsv")):
        article = text[start:end].decode()
        # The code point that begins at each byte.
        points, point = {}, start
        for number, character in enumerate(article):
            points[point] = number
            point += len(character.encode())
        points[point] = len(article)
        articles.append(article)
        expected.append([])
        while at < len(hits) and hits[at][0] < end:
            first, last, alias = hits[at]
            expected[-1].append((points[first], points[last], alias))
            at += 1
    return aliases, articles, expected


def memory() -> float:
    """What the process has in memory, in millions of bytes."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def built(build: Callable[[], Any]) -> tuple[Any, float, float]:
    before, start = memory(), time.process_time()
    library = build()
    return library, time.process_time() - start, memory() - before


def inquit_rows(aliases: list[str], articles: list[str]) -> list[Measured]:
    """The list of matches for each article, and, where there is one, the table for all of them."""
    try:
        import inquit
    except ImportError:
        sys.exit("the package inquit is not installed: run with --venv, or `pip install ./python`")
    entities = [
        inquit.Entity(str(number), alias, aliases=[(alias, inquit.CaseRule.EXACT)])
        for number, alias in enumerate(aliases)
    ]
    matcher, build_s, rss_mb = built(lambda: inquit.Matcher(inquit.Dictionary(entities)))
    find = matcher.find
    rows = [
        Measured(
            "inquit",
            "list of Match",
            lambda: [find(article) for article in articles],
            build_s,
            rss_mb,
            [
                [(hit.start, hit.end, int(hit.candidates[0])) for hit in find(article)]
                for article in articles
            ],
        )
    ]
    if hasattr(matcher, "find_batch"):

        def columns() -> tuple[object, ...]:
            table = matcher.find_batch(articles)
            return table.document, table.start, table.end, table.entity

        found: list[list[Hit]] = [[] for _ in articles]
        for document, *hit in zip(*columns()):
            found[document].append(tuple(hit))
        rows.append(Measured("inquit", "flat arrays", columns, build_s, rss_mb, found))
    return rows


def peer_row(
    name: str, use: str, build: Callable[[list[str]], Find], aliases: list[str], articles: list[str]
) -> Measured:
    find, build_s, rss_mb = built(lambda: build(aliases))

    def run() -> list[list[Hit]]:
        return [find(article) for article in articles]

    return Measured(name, use, run, build_s, rss_mb, run())


def differences(found: list[list[Hit]], expected: list[list[Hit]]) -> tuple[int, int]:
    """How many matches are missing, and how many are there that should not be."""
    pairs = [(set(map(tuple, a)), set(b)) for a, b in zip(found, expected, strict=True)]
    return sum(len(b - a) for a, b in pairs), sum(len(a - b) for a, b in pairs)


def time_all(rows: list[Measured], rounds: int) -> None:
    for number in range(rounds):
        for row in rows:
            if number and row.times[0] > LONG:
                continue
            start = time.process_time()
            row.run()
            row.times.append(time.process_time() - start)


def table(rows: list[Row]) -> str:
    first = rows[0].mb_per_s
    text = [COLUMNS, ["---"] * len(COLUMNS)]
    for row in rows:
        cells = asdict(row) | {"inquit_is": f"{first / row.mb_per_s:.2f}x"}
        text.append([str(cells[column]) for column in COLUMNS])
    widths = [max(map(len, column)) for column in zip(*text)]
    return "".join(
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(line, widths)) + " |\n"
        for line in text
    )


def record(rows: list[Row], shown: str) -> None:
    date = datetime.datetime.now(datetime.timezone.utc).date()
    git = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
    commit = subprocess.run(git, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    processor = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        names = [line for line in cpus.read_text().splitlines() if line.startswith("model name")]
        processor = names[0].split(":")[1].strip() if names else processor
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else "unknown"
    file, number = RECORDS / f"{date}-python-matcher.md", 1
    while file.exists():
        number += 1
        file = RECORDS / f"{date}-python-matcher-{number}.md"
    rows_as_json = "".join(json.dumps(asdict(row)) + "\n" for row in rows)
    file.write_text(
        f"# python-matcher of {date}\n\n"
        f"* machine: {processor}, {os.cpu_count()} threads, {platform.system()}; load {load} at the end\n"
        f"* Python: {platform.python_version()}\n"
        f"* commit: {commit}\n"
        f"* command: `python {' '.join(['benches/python/matcher.py', *sys.argv[1:]])}`\n"
        f"* {rows[0].aliases} aliases, case-sensitive; one call for each article\n\n"
        f"{shown}\n```json\n{rows_as_json}```\n",
        "utf-8",
    )
    print(f"written: {file}", file=sys.stderr)


def main() -> None:
    asked = arguments()
    if asked.venv:
        run_in_venv()
    news = asked.news or written(asked.aliases, asked.megabytes)
    aliases, articles, expected = read(news, asked.aliases)
    megabytes = sum(len(article.encode()) for article in articles) / 1e6
    measured = inquit_rows(aliases, articles)
    exact = len(measured) * [True]
    for name, use, build, is_exact in installed():
        if not asked.library or name in asked.library:
            measured.append(peer_row(name, use, build, aliases, articles))
            exact.append(is_exact)
    counts = [differences(row.found, expected) for row in measured]
    for row, is_exact, wrong in zip(measured, exact, counts, strict=True):
        if is_exact and wrong != (0, 0):
            sys.exit(f"{row.library} ({row.use}) misses {wrong[0]} and adds {wrong[1]} matches")
    time_all(measured, asked.rounds)
    rows = [
        Row(
            "exact-per-article",
            asked.aliases,
            row.library,
            row.use,
            round(megabytes / statistics.median(row.times), 1),
            round(row.build_s, 3),
            round(row.rss_mb, 1),
            sum(map(len, row.found)),
            *wrong,
        )
        for row, wrong in zip(measured, counts, strict=True)
    ]
    shown = table(rows)
    print("\n".join(json.dumps(asdict(row)) for row in rows) if asked.json else shown)
    if asked.record:
        record(rows, shown)


if __name__ == "__main__":
    main()
