"""The command ``inquit``."""

import signal
import sys

from inquit._native import cli_main


def main() -> int:
    """Run the command with the arguments of the process; returns the exit code."""
    # The command runs in Rust, where a handler of Python's would only be heard at its end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return cli_main(sys.argv)
