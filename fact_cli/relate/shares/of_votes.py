"""Shares of votes, which are no shares of seats."""

from __future__ import annotations

import re

from fact_cli.model.mention import Quantity

_OF_VOTES = re.compile(r" (?:des |de |d')(?:voix|suffrages|votes|bulletins|électeurs)\b")
_SEATS = {
    "siège", "élu", "député", "sénateur", "conseiller", "mandat", "fauteuil", "échevin",
    "eurodéputé",
}  # fmt: skip


def is_of_votes(plain: str, share: Quantity, *figures: Quantity) -> bool:
    """Whether a share of votes stands beside seats: "54 % des voix, soit 13 sièges sur 23"."""
    if _OF_VOTES.match(plain, share.extent.end) is None:
        return False
    return any(one.of in _SEATS for one in figures)
