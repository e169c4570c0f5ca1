"""What checks documents, loaded once for all the processes of ``--jobs``.

To be imported by nothing but the process that they are forked from (`fact_cli.pool`).
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress

from fact_cli.pool import ONE_THREAD
from fact_cli.run import check

TEXT = "Le prix passe de 80 à 100 euros en mai 2024, soit une hausse de 25 %."

os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
with suppress(Exception):  # the processes meet it too, and tell it: here nobody listens
    check(TEXT)
# What is loaded is looked through by nobody, so that its pages stay shared.
gc.freeze()
