"""``python -m relations`` is the command ``relations``."""

from __future__ import annotations

import sys

from relations.cli.main import main

sys.exit(main())
