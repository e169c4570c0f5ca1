"""The tense in which a sentence tells, from its verb forms, as far as a date needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.scan.times.context import Tense

_WORD = re.compile(r"[^\W\d_]+")
# A plan is about a day to come, told in whichever tense: "est prévu mardi".
_PLANNED = re.compile(
    r"\b(?:prévue?s?|fixée?s?|attendue?s?|annoncée?s?|programmée?s?|reportée?s?|convoquée?s?)\b"
)
_TO_COME = re.compile(
    r"\b(?:va|vont|doit|doivent|devrait|devraient|pourrait|pourraient|s'apprêtent?|compte|comptent"
    r"|prévoit|prévoient|espère|espèrent) (?:être |se |s'|pas |toujours |encore |bientôt |en )?"
    r"[a-zà-ÿ]+(?:er|ir|re)\b"
    r"|\b(?:est|sont) (?:[a-zà-ÿ]+ )?(?:prévue?s?|attendue?s?|programmée?s?|convoquée?s?)\b"
    r"|\b(?:aura|auront) lieu\b"
)
_CLAUSE_END = re.compile(r"[,;:()«»\"]| (?:et|mais|alors que|tandis que|avant|après) ")
BOUNDARY = 25  # characters that a clause boundary counts for between a date and a verb


@dataclass(frozen=True, slots=True)
class TensedVerb:
    """A verb form that tells a tense; offsets count in the sentence."""

    start: int
    end: int
    tense: Tense


@per_lexicon
def _compound() -> re.Pattern[str]:
    """An auxiliary and a participle, with adverbs between: "ont été progressivement rendus"."""
    auxiliary, moving_auxiliary, moving, adverb, never, short, ending = (
        "|".join(lexicon().compound[key])
        for key in (
            "auxiliaries", "moving_auxiliaries", "moving", "between", "never", "short", "endings"
        )
    )  # fmt: skip
    adverbs = rf"(?: (?:{adverb}|\w+ment))*"
    return re.compile(
        rf"\b(?:{auxiliary}){adverbs} (?!(?:{never})\b)(?:(?:{short})|\w{{2,}}(?:{ending}))"
        r"(?![\w'])"
        rf"|\b(?:{moving_auxiliary}){adverbs} (?:{moving})e?s?(?!\w)"
    )


def tensed_verbs(plain: str) -> Sequence[TensedVerb]:
    """The forms of ``plain``, a sentence, that tell past or future, in text order."""
    return sorted(_found(lower(plain)), key=lambda verb: verb.start)


def _found(text: str) -> Iterator[TensedVerb]:
    forms = lexicon()
    to_come = list(_TO_COME.finditer(text))
    for found in to_come:
        yield TensedVerb(*found.span(), Tense.FUTURE)
    for found in _compound().finditer(text):
        if not any(one.start() < found.end() and found.start() < one.end() for one in to_come):
            yield TensedVerb(*found.span(), Tense.PAST)
    for found in _WORD.finditer(text):
        word = found.group()
        if len(word) > 3 and forms.future.match(word):
            yield TensedVerb(*found.span(), Tense.FUTURE)
        elif forms.past.match(word) and not forms.conditional.match(word):
            yield TensedVerb(*found.span(), Tense.PAST)


def tense_at(plain: str, verbs: Sequence[TensedVerb], start: int, end: int) -> Tense | None:
    """The tense of the verb nearest to the words from ``start`` to ``end`` of the sentence.

    A verb of the same clause is nearer than one behind a comma.
    """

    def distance(verb: TensedVerb) -> int:
        first, last = (verb.end, start) if verb.end <= start else (end, verb.start)
        between = plain[first : max(first, last)]
        return len(between) + BOUNDARY * len(_CLAUSE_END.findall(between))

    nearest = min(verbs, key=distance, default=None)
    return None if nearest is None else nearest.tense


def tense_of(plain: str) -> Tense | None:
    """Past or future where every verb of ``plain`` that tells a tense tells the same one."""
    tenses = {verb.tense for verb in tensed_verbs(plain)}
    if len(tenses) != 1 or _PLANNED.search(lower(plain)):
        return None
    return next(iter(tenses))
