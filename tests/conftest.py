"""The tests leave the user's cache alone, and none finds what another has put there."""

from __future__ import annotations

import os
import signal

os.environ["FACTCHECK_NO_CACHE"] = "1"

# What runs in the background of a script ignores Ctrl-C, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
