"""Draws quotations out of a corpus, each with the text around it, to be read by hand.

    speakers.py CORPUS [--bin PATH] [--seed N] [--count N]

Of every fifth text of the folder, by a hash of its name, so that the same texts are read each time
and the others stay unread. Around a quotation: « » its content, ⟦ ⟧ the words that name the source.
A quotation counts as right where the speaker is right, or where none is named and the text tells
none.
"""

import argparse
import hashlib
import json
import random
import subprocess
from pathlib import Path
from typing import Any

BEFORE, AFTER = 350, 120


def shown(record: dict[str, Any], quote: dict[str, Any]) -> str:
    """A quotation with its text around it, on one line."""
    text = record["text"]
    first, last = quote["content"][0][0], quote["content"][-1][1]
    marks = [(first, "«"), (last, "»")]
    if quote["source"]:
        start, end = quote["source"]
        marks += [(start, "⟦"), (end, "⟧")]
    places = [at for at, _ in marks]
    start, end = max(0, min(places) - BEFORE), max(places) + AFTER
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return " ".join(text[start : end + len(marks)].split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--bin", default="target/release/inquit")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    args = parser.parse_args()

    files = sorted(args.corpus.glob("*.txt"))
    fifth = [it for it in files if hashlib.sha1(it.name.encode()).digest()[0] % 5 == 0]
    command = [args.bin, "extract", "--with-text", *map(str, fifth)]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    records = [json.loads(line) for line in output.splitlines()]
    quotes = [(it, quote) for it in records for quote in it["quotes"] if quote["kind"] != "indirect"]
    drawn = sorted(random.Random(args.seed).sample(range(len(quotes)), args.count))
    for number, (record, quote) in enumerate((quotes[at] for at in drawn), 1):
        names = ", ".join(speaker["name"] for speaker in quote["speakers"]) or "(none)"
        print(f"{number}. {record['id']}: {names}\n   {shown(record, quote)}\n")


if __name__ == "__main__":
    main()
