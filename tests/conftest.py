"""The tests leave the user's cache alone, and none finds what another has put there."""

from __future__ import annotations

import os

os.environ["FACTCHECK_NO_CACHE"] = "1"
