"""Whether a configuration file holds, and one line for a person where it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from fact_cli.config.toml import ConfigFile
from fact_cli.errors import ConfigError, LexiconError
from fact_cli.lang.additions import added_for, additions
from fact_cli.lang.lexicon import lexicon, read

Problem = tuple[int | None, str, str]  # the line, and the message in French and English

_UNKNOWN = {
    "rule": ("règle inconnue", "unknown rule"),
    "severity": ("gravité inconnue", "unknown severity"),
    "dimension": ("grandeur inconnue", "unknown dimension"),
    "choice": ("valeur inconnue", "unknown value"),
}
_SHOULD_BE = {
    "list_type": ("une liste", "a list"),
    "string_type": ("une chaîne", "a string"),
    "dict_type": ("une table", "a table"),
    "model_type": ("une table", "a table"),
    "decimal_type": ("un nombre", "a number"),
    "decimal_parsing": ("un nombre", "a number"),
    "finite_number": ("un nombre fini", "a finite number"),
    "greater_than": ("un nombre positif", "a positive number"),
}
_QUOTED = re.compile(r"'([^']+)'")


def check(file: ConfigFile) -> None:
    """Raises `ConfigError` with the first problem of ``file``, and how many others there are."""
    from pydantic import ValidationError

    from fact_cli.config.schema import Factcheck

    try:
        Factcheck.model_validate(file.table)
    except ValidationError as error:
        found = [_problem(file, one) for one in error.errors(include_url=False)]
        raise _told(file, found) from None
    words = file.table.get("lexicon", {})
    problems = list(_of_units(file, words.get("units", {})))
    if problems:
        raise _told(file, problems)
    if words:
        _build(file, words)


def _told(file: ConfigFile, problems: Sequence[Problem]) -> ConfigError:
    (line, fr, en), *others = sorted(problems, key=lambda one: (one[0] is None, one[0] or 0))
    if others:
        fr += f" ; autres erreurs : {len(others)}"
        en += f"; other errors: {len(others)}"
    return ConfigError(file.name, line, fr, en)


def _problem(file: ConfigFile, error: Mapping[str, Any]) -> Problem:
    """What pydantic found, in the words of the file: its keys, never the names of types."""
    kind, given, extra = error["type"], error["input"], error.get("ctx", {})
    place = [str(part) for part in error["loc"] if isinstance(part, str) and part != "[key]"]
    line = file.line_of(place, given)
    key = ".".join(place)
    if kind == "extra_forbidden":
        fr, en = _guess(place[-1], _known_keys(place[:-1]))
        return line, f"clé inconnue : {key}{fr}", f"unknown key: {key}{en}"
    if kind in _UNKNOWN:
        fr, en = _guess(given, extra["known"])
        return line, f"{_UNKNOWN[kind][0]} : {given}{fr}", f"{_UNKNOWN[kind][1]}: {given}{en}"
    if kind in _SHOULD_BE:
        fr, en = _SHOULD_BE[kind]
        if isinstance(error["loc"][-1], int):
            return line, f"un élément de {key} doit être {fr}", f"an item of {key} must be {en}"
        return line, f"{key} doit être {fr}", f"{key} must be {en}"
    if kind == "pattern":
        return line, f"motif illisible : {given}", f"unreadable pattern: {given}"
    if kind == "template":
        at = extra["at"]
        wanted = "{year}, {month}, {day}"
        return (
            line,
            f"modèle de chemin illisible : {given} ({at} ; attendu : {wanted})",
            f"unreadable template of paths: {given} ({at}; expected {wanted})",
        )
    shown = repr(given) if isinstance(given, str) else str(given)
    return line, f"{key} : valeur refusée : {shown}", f"{key}: value refused: {shown}"


def _guess(given: str, known: Sequence[str]) -> tuple[str, str]:
    """What was meant, in brackets; where nothing is near, a few names to choose from."""
    near = get_close_matches(given.lower().replace("_", "-"), known, 1, 0.6)
    if near:
        return f" (vouliez-vous dire « {near[0]} » ?)", f" (did you mean “{near[0]}”?)"
    if len(known) > 12:
        return "", ""
    names = ", ".join(known)
    return f" (connues : {names})", f" (known: {names})"


def _known_keys(place: Sequence[str]) -> list[str]:
    """The keys of the table ``place``, as the JSON Schema has them."""
    from fact_cli.config.schema import json_schema

    schema = json_schema()
    table: Mapping[str, Any] = schema
    for name in place:
        inside = table.get("properties", {}).get(name)
        if inside is None:  # a table of names that the file chooses
            rest = table.get("additionalProperties")
            inside = rest or next(iter(table.get("patternProperties", {}).values()), {})
        reference = inside.get("$ref") if isinstance(inside, dict) else None
        table = schema["$defs"][reference.rpartition("/")[2]] if reference else inside
    return list(table.get("properties", {}))


def _of_units(file: ConfigFile, units: Mapping[str, Mapping[str, Any]]) -> Sequence[Problem]:
    known, taken = read("units")["units"], set(lexicon().units) if units else set()
    problems: list[Problem] = []
    for name, entry in units.items():
        line = file.line_of(("lexicon", "units", name))
        key = f"lexicon.units.{name}"
        if name not in known:
            missing = [part for part in ("measures", "signs") if not entry.get(part)]
            sign = next(iter(entry.get("signs", ())), "")
            if missing:
                fr, en = f"{key} : {missing[0]} manque", f"{key}: {missing[0]} is missing"
                problems.append((line, fr, en))
            elif sign in taken:
                fr, en = (
                    f"{key} : {sign} désigne déjà une unité",
                    f"{key}: {sign} is a unit already",
                )
                problems.append((line, fr, en))
            taken.add(sign)
        elif other := sorted(entry.keys() - {"words", "signs"}):
            problems.append((
                line,
                f"{key} : unité déjà connue, {other[0]} ne change pas (words, signs seulement)",
                f"{key}: a known unit, {other[0]} cannot change (words, signs only)",
            ))  # fmt: skip
    return problems


def _build(file: ConfigFile, words: Mapping[str, Any]) -> None:
    """Tries whether a lexicon can be made with ``words``; a run with them needs it anyway."""
    try:
        with added_for(additions(words)):
            lexicon()
    except LexiconError as error:
        named = _QUOTED.search(error.en)
        lines = file.text.split("\n")
        hits = [n for n, line in enumerate(lines, 1) if named and f'"{named.group(1)}"' in line]
        line = hits[0] if hits else file.line_of(("lexicon",))
        reason = error.en.removeprefix("language data: ")
        raise ConfigError(file.name, line, f"lexique : {reason}", f"lexicon: {reason}") from error
