"""What finders of lists share: how one part follows another."""

from __future__ import annotations

import re

from fact_cli.model.mention import Quantity

# Between two parts of a list: words about the first, then a comma or "et".
NEXT = re.compile(r"[^.;:()!?]{0,70}?(?:,| et| ;|;|\+| ainsi que| puis) ?[^.;:()!?]{0,25}")


def is_bigger(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and whole.value is not None and part.value > whole.value
