"""Forms of French verbs: third persons, participles and infinitive, as the press uses them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_ER = ("e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient")
_ER_PARTICIPLES = ("é", "ée", "és", "ées", "er", "ant")
_IR = ("it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait", "iraient")
_IR_PARTICIPLES = ("i", "ie", "is", "ies", "ir", "issant")
_REFLEXIVE = ("se ", "s'")


def forms_of(infinitive: str, irregular: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """Every form of ``infinitive``; reflexive pronouns and auxiliaries are left out."""
    bare = infinitive
    for pronoun in _REFLEXIVE:
        bare = bare.removeprefix(pronoun)
    if infinitive in irregular:
        return {bare, *irregular[infinitive]}
    if bare.endswith("er"):
        return {_spelled(bare[:-2], ending) for ending in (*_ER, *_ER_PARTICIPLES)}
    if bare.endswith("ir"):
        return {bare[:-2] + ending for ending in (*_IR, *_IR_PARTICIPLES)}
    raise ValueError(f"{infinitive!r} is of the third group: list its forms under [irregular]")


def _spelled(stem: str, ending: str) -> str:
    """Stem and ending, with ç, ge, è and doubled l or t where the sound asks for them."""
    if ending[0] in "aâ":
        if stem.endswith("c"):
            stem = stem[:-1] + "ç"
        elif stem.endswith("g"):
            stem += "e"
    silent = ending in {"e", "ent", "era", "eront", "erait", "eraient"}
    if silent:
        stem = _opened(stem)
    return stem + ending


def _opened(stem: str) -> str:
    """The stem before a silent e: révél- → révèl-, appel- → appell-, relev- → relèv-."""
    if len(stem) < 3 or stem[-1] in "aeiouyéè":
        return stem
    if stem.endswith(("appel", "jet")):
        return stem + stem[-1]
    if stem[-2] in "eé" and stem[-1] not in "rx":
        return stem[:-2] + "è" + stem[-1]
    if stem[-2] == "é":
        return stem[:-2] + "è" + stem[-1]
    return stem
