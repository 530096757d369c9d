"""Ctrl-C is heard within 0.2 seconds, whatever is being done."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")

#: Says when it starts, does work without end, and says when the exception arrived.
SCRIPT = """
import itertools, signal, sys, time
import inquit

# A run that is started in the background may have interrupts ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

text = "“No,” said Mr Kent.\\n\\n" * {repeat}
document = inquit.Document("a1", text, max_document=1 << 30)
print("started", flush=True)
try:
    {work}
except KeyboardInterrupt:
    print(time.monotonic(), flush=True)
    sys.exit(0)
sys.exit("nothing was raised")
"""

WORK = {
    "many documents": (100, "inquit.annotate_all(itertools.repeat(document))"),
    "one thread": (100, "inquit.annotate_all(itertools.repeat(document), threads=1)"),
    "large documents": (50_000, "inquit.annotate_all(itertools.repeat(document))"),
    "nothing but failures": (1, "inquit.annotate_all(itertools.repeat(None), on_error='skip')"),
    "one huge document": (1_000_000, "inquit.annotate_all([document] * 99)"),
    "one document": (1_000_000, "[inquit.annotate(document) for _ in range(99)]"),
}


@pytest.mark.parametrize("name", WORK)
def test_interrupt(name: str) -> None:
    repeat, work = WORK[name]
    script = SCRIPT.format(repeat=repeat, work=work)
    delays = []
    # The machine may be busy; a handler that is not heard is late every time.
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"started\n"
            time.sleep(0.4)
            assert child.poll() is None, "the work is over before it can be interrupted"
            sent = time.monotonic()
            child.send_signal(signal.SIGINT)
            arrived = child.stdout.read()
            assert child.wait(timeout=20) == 0
        delays.append(float(arrived) - sent)
        if delays[-1] < 0.2:
            return
    pytest.fail(f"heard after {delays} seconds")
