"""Builds the package into a fresh virtual environment and checks everything about it.

``python3 python/check.py`` does it all; ``python3 python/check.py --stubs`` only writes
``inquit/_native.pyi`` anew. Needs Python 3.10 and cargo; everything else is installed below the
``target`` folder of cargo.
"""

import argparse
import difflib
import os
import subprocess
import sys
import venv
from pathlib import Path

PYTHON = Path(__file__).resolve().parent
ROOT = PYTHON.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve()
ENVIRONMENT = TARGET / "venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
STUB = PYTHON / "inquit" / "_native.pyi"


def run(command: str, *args: object) -> None:
    """Run a command of the virtual environment from the root, where `inquit` is no folder."""
    print(f"\n$ {command} {' '.join(map(str, args))}", flush=True)
    # Nothing of the caller's Python may stand in for what is installed.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run([SCRIPTS / command, *map(str, args)], cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(f"python/check.py: {command} failed")


def generated_stub() -> str:
    """What the native module says about itself."""
    folder = TARGET / "stubs"
    manifest = ROOT / "crates" / "inquit-python" / "Cargo.toml"
    # The profile of the wheel, so that nothing is built twice.
    run("maturin", "generate-stubs", "--quiet", "--profile=release", "-m", manifest, "-o", folder)
    return (folder / "_native" / "__init__.pyi").read_text("utf-8")


def check_stub() -> None:
    """Fail where the committed stub is not the generated one."""
    committed, generated = STUB.read_text("utf-8"), generated_stub()
    difference = difflib.unified_diff(
        committed.splitlines(), generated.splitlines(), "committed", "generated", lineterm=""
    )
    if committed != generated:
        print("\n".join(difference))
        sys.exit("python/check.py: the stub is stale; write it with python/check.py --stubs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stubs", action="store_true", help="only write the stub anew")
    arguments = parser.parse_args()
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    if arguments.stubs:
        run("pip", "install", "--quiet", "maturin>=1.16,<2")
        STUB.write_text(generated_stub(), "utf-8")
        return
    run("pip", "install", "--quiet", "--disable-pip-version-check", f"{PYTHON}[test]")
    run("pytest", "--quiet", "-o", f"cache_dir={TARGET / 'pytest'}", PYTHON / "tests")
    check_stub()
    run("python", "-m", "mypy.stubtest", "inquit._native")
    mypy = ("--strict", "--cache-dir", TARGET / "mypy")
    run("mypy", *mypy, "-p", "inquit")
    run("mypy", *mypy, PYTHON / "tests")


if __name__ == "__main__":
    main()
