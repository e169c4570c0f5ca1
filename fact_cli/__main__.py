"""``python -m fact_cli`` is ``factcheck``."""

from fact_cli.entry import main

main()
