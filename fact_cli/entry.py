"""The console script. Help is printed from a file: importing click alone costs three starts.

``help.txt`` is what click prints at 80 columns; a test compares the two, and
``python -m fact_cli.entry > fact_cli/help.txt`` writes it anew.
"""

from __future__ import annotations

import os
import sys

from fact_cli.errors import FactcheckError


def main() -> None:
    """Runs the command line; plain requests for help are answered without loading it."""
    try:
        if sys.stdout is None:
            from fact_cli.failures import ClosedOutput

            sys.stdout = ClosedOutput()
        _run()
    except (FactcheckError, OSError, KeyboardInterrupt) as error:
        from fact_cli.failures import exit_status

        sys.exit(exit_status(error))


def _run() -> None:
    completing = "_FACTCHECK_COMPLETE" in os.environ  # a shell asks by calling without arguments
    if sys.argv[1:] in (["--help"], ["-h"], []) and not completing:
        print_help()
        return
    from fact_cli.interrupt import interruptible

    with interruptible():
        from fact_cli.cli import cli

        cli(prog_name="factcheck")


def print_help() -> None:
    path = os.path.join(os.path.dirname(__file__), "help.txt")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.write(text.encode("ascii", "replace").decode())
    sys.stdout.flush()


def rendered_help() -> str:
    """The help as click renders it at 80 columns."""
    from fact_cli.cli import cli

    context = cli.make_context("factcheck", [], resilient_parsing=True, terminal_width=80)
    return cli.get_help(context) + "\n"


if __name__ == "__main__":
    sys.stdout.write(rendered_help())
