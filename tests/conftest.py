"""The tests leave the user's cache alone, and none finds what another has put there."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

os.environ["FACTCHECK_NO_CACHE"] = "1"

# What runs in the background of a script ignores Ctrl-C, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A run that passed passes again. `--hypothesis-profile=search` looks for what none has met yet.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("same")
