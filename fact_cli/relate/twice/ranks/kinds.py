"""In which rankings a rank can be, as the words before and behind it tell."""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.relate.twice.ranks.words import rank_words

_NOUN = re.compile(r" (?P<noun>[^\W\d_]{2,})")
# "Troisième du classement", "huitième mardi", "quatrième à 42 secondes": no noun of its own.
_BARE = re.compile(
    r" (?:du|de (?:la|l'|ce|cet|cette|ligue|nationale|top|pro|série|régionale)|des|d'|aux?|à|en"
    r"|après|ce|cette|hier|sur|lors|dans|derrière"
    r"|devant|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b| ?[.,;:()»]|$"
)
_BEARS = re.compile(
    r"(?:\b(?:est|sont|reste|restent|demeure|demeurent|termin\w+|fini\w*|arriv\w+|class\w+"
    r"|point\w+|couronn\w+|sacr\w+|[Tt]oujours|[Aa]ctuel\w*|[Dd]ésormais|figur\w+|s'install\w+"
    r"|conclu\w*|achev\w+"
    r"|(?!(?:L[ae]s?|Une?|Cet?(?:te)?|S[ao]n?|M[ao]n?|Leur) )[A-ZÀ-Þ][\w-]+)"
    r"(?: (?!et\b|l[ae]s?\b|une?\b)[^\W\d_]+)? |[,(«] ?)$|^[«\" ]*$"
)
_HOLDS = re.compile(
    r"\b(?:pris|prend|prenn\w*|occup\w+|décroch\w+|obt[ei]n\w+|arrach\w+|adjug\w+|hérit\w+"
    r"|content\w+|conserv\w+|gard\w+|ti(?:en|n)\w*|confort\w+|consolid\w+|partag\w+)"
    r"(?: (?!pas\b|une\b)[\w-]+){0,3}? (?:que )?(?:la |le |sa |son |de la |du )$"
    r"|\b(?:à la|en|au|à sa) $|\b[Cc]et?(?:te)? $"
)
_AREA = re.compile(
    r"\b(?:mondia|europ|franç|france|nationa|monde|pays|planèt|afri|suisse|belg|américa|du sud)"
)
# "3e avec 874 points": of a season, not of the day.
_WITH_POINTS = re.compile(r",? (?:avec|fort de|riche de) [\d ]+ ?(?:points?|pts|unités)\b")
_ITS = re.compile(r"\b(?:leur|sa|son|cette|ce|cet|notre|avec (?:une|un)) (?:[^\W\d_]+ )?$")
_NO_NOUN = re.compile(r"\b(?:[Uu]ne?|[Dd]eux|[Dd]es) $")


def kinds_of(ahead: str, behind: str, value: Decimal, *, ordinal: bool) -> frozenset[str]:
    """The kinds of ranking of a rank between the words ``ahead`` and ``behind``; often none."""
    text = lower(behind)
    if not ordinal:
        of = rank_words().standing.search(text)
        return frozenset({"standing" if of else "event"})
    found = _NOUN.match(text)
    noun = "" if found is None else singular_of(found["noun"], lexicon().grammar.invariable)
    counted = _counted(noun, text[found.end() :] if found else "", ahead)
    if counted is not None:
        return frozenset({counted})
    ranked = _ranked(noun)
    if ranked:
        area = value > 1 or _AREA.search(text) or "noun dauphin" in ranked
        return ranked if area and not _NO_NOUN.search(ahead) else frozenset()
    if noun in rank_words().players and value > 1:
        return frozenset({"world"} if rank_words().world.search(text) else ())
    if noun in rank_words().places:
        return (
            _placed(ahead, text[found.end() if found else 0 :])
            if _HOLDS.search(ahead)
            else frozenset()
        )
    if _BARE.match(text) and _BEARS.search(ahead):
        return _placed(ahead, text)
    return frozenset()


def _counted(noun: str, behind: str, ahead: str) -> str | None:
    """What has a number of its own: "sixième succès de rang", "leur dixième coupe"."""
    words = rank_words()
    if noun in words.counted and words.run.match(behind):
        return f"run {words.counted[noun]}"
    return f"one {noun}" if noun in words.alone and _ITS.search(lower(ahead)) else None


def _ranked(noun: str) -> frozenset[str]:
    groups = enumerate(rank_words().nouns)
    return frozenset(f"noun {min(row)}" for _, row in groups if noun in row)


def _placed(ahead: str, behind: str) -> frozenset[str]:
    """The rankings of a place told without the noun of what is ranked."""
    words = rank_words()
    if words.parts.search(behind):
        return frozenset()
    things = frozenset(
        f"noun {min(row)}" for row in words.nouns if any(_is_of(noun, behind) for noun in row)
    )
    if things:
        return things
    if words.general.search(behind) or words.general.search(lower(ahead)):
        return frozenset({"general", "standing"})
    if words.world.search(behind):
        return frozenset({"world"})
    in_standing = words.standing.search(behind) or _WITH_POINTS.match(behind)
    return frozenset({"standing"} if in_standing else {"event"})


def _is_of(noun: str, behind: str) -> bool:
    """Whether the words behind a place name what is ranked: "des ports", "de la production"."""
    stem = noun[:6] if len(noun) > 6 else noun
    return (
        re.search(rf"\b(?:des|de (?:la|cette|l')) ?(?:[^\W\d_]+ )?{re.escape(stem)}", behind)
        is not None
    )
