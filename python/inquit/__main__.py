"""``python -m inquit`` is the command ``inquit``."""

import sys

from inquit._cli import main

if __name__ == "__main__":
    sys.exit(main())
