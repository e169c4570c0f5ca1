"""The claims of one article as a table, as wide as the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table

_RATIOS = (6, 9, 6, 6)  # of the widths of the first columns


def claims_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], width: int, *, colors: bool
) -> str:
    """``rows`` of cells under ``heads``; the last column holds numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0), expand=True)
    for name, ratio in zip(heads, _RATIOS, strict=False):
        table.add_column(name, ratio=ratio)
    table.add_column(heads[-2], min_width=8)
    table.add_column(heads[-1], justify="right", no_wrap=True)
    for cells in rows:
        table.add_row(*cells)
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colors,
        no_color=not colors,
        color_system="standard" if colors else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(table)
    return out.getvalue()
