"""The console script. Help is printed from a file: importing click alone costs three starts.

``help.txt`` is what click prints at 80 columns; a test compares the two, and
``python -m fact_cli.entry > fact_cli/help.txt`` writes it anew.
"""

import os
import sys


def main() -> None:
    """Runs the command line; plain requests for help are answered without loading it."""
    if sys.argv[1:] in (["--help"], ["-h"], []):
        print_help()
        return
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


def rendered_help() -> str:
    """The help as click renders it at 80 columns."""
    from fact_cli.cli import cli

    context = cli.make_context("factcheck", [], resilient_parsing=True, terminal_width=80)
    return cli.get_help(context) + "\n"


if __name__ == "__main__":
    sys.stdout.write(rendered_help())
