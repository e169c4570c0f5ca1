"""A day told to lie so long after the facts, which another sentence dates.

"Les faits remontent au vendredi 7 février. … Il a été interpellé le 5 février, deux jours après le
hold-up".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Order, elapsed, is_after
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import is_dated, stated_length
from fact_cli.relate.times.moments import lengths, moment, names_year, nominal

_CUES = (" après l", " après le", " plus tard")
# What happens once in an article about it.
_FAMILIES = (
    {"hold-up", "braquage", "vol", "cambriolage", "casse"},
    {"meurtre", "assassinat", "tuerie", "fusillade", "attentat", "attaque"},
    {"agression", "attaque", "rixe", "bagarre", "viol"},
    {"accident", "collision", "crash", "chute", "naufrage"},
    {"incendie", "sinistre", "explosion"},
    {"séisme", "tremblement de terre", "avalanche", "effondrement"},
    {"enlèvement", "rapt"},
    {"évasion"},
)
_ANY = {"faits", "drame", "crime", "catastrophe"}  # may stand for each of them
_FACTS = rf"(?:{'|'.join(sorted(_ANY.union(*_FAMILIES), key=len, reverse=True))})s?"
_AFTER = re.compile(rf" après (?:l'|la |le |les |ce |cet |cette |ces )(?P<what>{_FACTS})\b")
_HAPPENED = (
    r"(?:remont\w+|s(?:e|') ?(?:est|sont|était|étaient)? ?(?:produi\w+|déroul\w+|passée?s?)"
    r"|(?:a|ont|avait|avaient) eu lieu|(?:est|sont|était|étaient) (?:survenue?s?|intervenue?s?)"
    r"|dat\w+|survien\w+|survin\w+|survenue?s?|perpétrée?s?|commise?s?)"
)
_DATED_AT_ALL = re.compile(rf"\b(?P<what>{_FACTS})\b[^.;:()\d]{{0,80}}(?:au|le|du|de) $")
_HAPPENED_THEN = re.compile(
    rf"\b{_FACTS}\b[^.;:()\d]{{0,60}}\b{_HAPPENED}\b|\b{_FACTS} (?:du|de) $"
)
_BESIDE = re.compile(r",? (?:soit |c'est-à-dire )?(?:seulement |à peine |tout juste |près de )?")
_SEVERAL = re.compile(
    r"\b(?:second|deuxième|nouve(?:au|lle)|autre|précédent\w*|premi(?:er|ère)) "
    rf"{_FACTS}\b|\bune série\b"
)
_NAMES = ("ce qui vient d’abord", "ce qui vient après")
BACK = 100  # characters before a date in which stands that the facts happened then


def find(context: Context) -> Iterator[Lasting | Order]:
    if not context.tells(_CUES) or _SEVERAL.search(context.told):
        return
    plain = context.document.plain
    facts = [(one, *told) for one in context.sentences for told in _facts(plain, one)]
    if len({time.interval.begin for _, time, _ in facts}) != 1:
        return
    told_in, fact, what = facts[0]
    for sentence in context.sentences:
        if sentence is told_in:
            continue
        for stated in lengths(sentence):
            after = _AFTER.match(words_after(plain, stated.extent.end, 40))
            if after is not None and _can_be_one(what, after["what"]):
                yield from _apart(plain, sentence, stated, fact)


def _can_be_one(one: str, other: str) -> bool:
    """Whether two nouns can name one event: "le hold-up", "le braquage", "les faits"."""
    first, again = (word if word in _ANY else word.removesuffix("s") for word in (one, other))
    return bool({first, again} & _ANY) or any({first, again} <= family for family in _FAMILIES)


def _facts(plain: str, sentence: ScannedSentence) -> Iterator[tuple[TimeExpression, str]]:
    """The days on which a sentence tells that the facts happened."""
    for time in sentence.times:
        form = time.form
        if not isinstance(form, CalendarForm) or form.parts.day is None or not form.parts.month:
            continue
        back = min(BACK, time.extent.start - sentence.extent.start)
        ahead = words_before(plain, time.extent.start, back)
        told = _DATED_AT_ALL.search(ahead)
        if told is not None and _HAPPENED_THEN.search(ahead):
            yield time, told["what"]


def _apart(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, fact: TimeExpression
) -> Iterator[Lasting | Order]:
    told = [time for time in sentence.times if time.kind is TimeKind.DATE and is_dated(time)]
    ahead = [time for time in told if time.extent.end <= stated.extent.start]
    length = stated_length(plain, stated)
    if not ahead or length is None:
        return
    last = ahead[-1]
    if not _BESIDE.fullmatch(lower(plain[last.extent.end : stated.extent.start])):
        return
    spans = nominal(fact, last)
    if is_after(*spans):
        order = Order(moment(fact), moment(last), _NAMES, Binding.INFERRED)
        first, then = order.first, order.then
        known = first.year == then.year and is_after(first.interval, then.interval)
        if known or (names_year(fact) and names_year(last)):
            yield order
        return
    between = elapsed(*spans, length[0])
    if between is not None and between.high is not None and between.high > 0:
        at = (fact.extent, last.extent)
        yield Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)
