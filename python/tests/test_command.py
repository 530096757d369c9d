"""The command line that the wheel carries."""

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest

import inquit

SCRIPT = shutil.which("inquit", path=sysconfig.get_path("scripts"))


def run(*args: str, text: str = "") -> subprocess.CompletedProcess[str]:
    assert SCRIPT is not None, "the package was installed without its command"
    return subprocess.run(
        [SCRIPT, *args], input=text, capture_output=True, encoding="utf-8", timeout=60
    )


def test_extract_is_annotate(tmp_path: Path) -> None:
    text = "“No 🙂,” said Mr Kent."
    article = tmp_path / "a1.txt"
    article.write_text(text, "utf-8")
    done = run("extract", str(article))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == inquit.annotate(inquit.Document("a1", text)).to_json() + "\n"


def test_a_record_is_read_back() -> None:
    document = {"id": "a1", "text": "“No 🙂,” said Mr Kent.", "outlet": "The Gull"}
    done = run("extract", "--with-text", "-", text=document["text"])
    found = inquit.Annotations.from_json(done.stdout)
    assert found.document.text == document["text"]
    assert json.loads(done.stdout)["quotes"][0]["text"] == found[0].text


def test_exit_codes() -> None:
    assert run("--version").stdout == f"inquit {inquit.__version__}\n"
    assert run("extract", "no such file").returncode != 0
    assert run("--no-such-flag").returncode == 2
    assert "Usage" in run("--help").stdout


def test_module() -> None:
    done = subprocess.run([sys.executable, "-m", "inquit", "--version"], capture_output=True)
    assert (done.returncode, done.stdout.split()[0]) == (0, b"inquit")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other pipes and signals")
def test_a_reader_that_leaves(tmp_path: Path) -> None:
    assert SCRIPT is not None
    file = tmp_path / "many.jsonl"
    line = json.dumps({"text": "“No,” said Mr Kent.\n\n" * 50}) + "\n"
    file.write_text(line * 500, "utf-8")
    with subprocess.Popen(
        [SCRIPT, "extract", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stderr
        assert child.stdout.read(10) == b'{"schema":'
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(timeout=60) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has other pipes and signals")
def test_ctrl_c_ends_it() -> None:
    assert SCRIPT is not None
    with subprocess.Popen([SCRIPT, "extract", "-"], stdin=subprocess.PIPE) as child:
        time.sleep(0.5)
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=5) == -signal.SIGINT
