"""``python -m inquit`` is the command ``inquit``."""

import sys

from inquit._cli import main

sys.exit(main())
