"""What the title tells of a change, recomputed from the body's two values.

"Les cambriolages ont triplé", of 214 after 105; "deux fois moins de faits", of 287 after 412;
"les loyers bondissent de 40 %", of 640 euros after 590; "le chômage recule de 1,1 point", of
9,6 % after 10,3 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.changes.pairs_apart import pairs_apart
from fact_cli.relate.changes.topics import counts, names
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.neighbours import NUMBERS, told_noun, usable
from fact_cli.relate.twice.headlines.body import body_pairs, opening_of, told_in, topic_of
from fact_cli.relate.twice.headlines.part_told import is_part_told, without_start, without_term
from fact_cli.relate.twice.headlines.same_scope import is_of_part
from fact_cli.relate.twice.headlines.title_changes import TitleChange, title_changes
from fact_cli.relate.twice.headlines.words import grown
from fact_cli.relate.twice.values.same_words import stems, words

# Those of whom a body tells beside any other thing.
_STAFF = {"salarié", "employé", "emploi", "poste", "collaborateur", "agent", "habitant", "an"}
_OF_MONEY = re.compile(
    r"\b(?:bénéfices?|profits?|pertes?|prix|tarifs?|coûts?|loyers?|salaires?|primes?|budgets?"
    r"|dettes?|déficits?|excédents?|recettes|dépenses?|impôts?|taxes?|chiffre d'affaires|facture)\b"
)
_A_YEAR = re.compile(
    r"\b(?:l'an (?:dernier|passé)|l'année (?:dernière|passée|précédente|d'avant)"
    r"|(?:un an|une année) (?:plus tôt|auparavant|avant)|sur un an)\b"
)
_APART = re.compile(
    r"\b(?:comparable|constante?s?|organique|corrigée?s?|hors|prévoi|d'ici|objectif)"
)
_BY_THEN = re.compile(r"\bd'ici (?:à |aux? |l'|la |le |les )")
# What a title tells of a plan, the body tells by when: "songe à supprimer 50 % de ses lits".
_PLANS = re.compile(
    r"\b(?:vers (?:une?|la|le) |song|envisag|projett|étudi|réfléchi|souhait|comptent |compte )"
)
_TO_COME = re.compile(
    r"[^\W\d_]{2}(?:[eid]ra|[eid]ront|[eid]rait|[eid]raient)\b|\b(?:d'ici|va|vont|prévoi\w*"
    r"|prévu\w*|projet\w*|plan|objectif|à terme|doit|doivent|serait|seraient|sera|seront|verra\w*"
    r"|proch\w+)\b"
)
_MANY_KINDS = re.compile(
    r"\b(?:en moyenne|(?:les|des|ses|leurs|aux) (?:prix|tarifs|loyers|salaires|coûts|billets"
    r"|tickets|abonnements|factures|taxes|impôts|primes)"
    r"|(?:les|des|aux) (?:ventes|recettes|dépenses)|jusqu'à|depuis|au total)\b"
)
_AREA = re.compile(r"\b(?:espace|surface|superficie|emprise|agrandi\w*|plus grande?)\b")
_AREAS = {"m²", "ha", "km²"}
# What an article opens with: "À Quimper, la collecte …", "Dans le 6e arrondissement, …".
_AT_A_PLACE = re.compile(
    r"(?:À|Au|Aux|En|Dans|Entre|Chez|Pour|Côté) (?:l[ae]s? |l['’])?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+|\d+e (?:arrondissement|canton)|quartier|canton)[^,;:.]{0,40},"
)
# "Moitié moins de visiteurs étrangers": of one kind of them.
_OF_A_KIND = re.compile(r"\b(?:moins|plus) (?:de |d')[^\W\d_]{4,} (?P<kind>[a-zà-ÿ]{4,}[sx])\b")
_MEAN = re.compile(r"\b(?:moyens?|moyennes?|médian\w*|indice|total\w*)\b")
_NAME = re.compile(r"(?<=[\w,:] )[A-ZÀ-Þ][\w'’-]*")
STEM = 5  # letters of a word that its forms share
MANY = 60  # values of a body, of which any two are tried
LEAST_RISE, LEAST_FALL = Decimal("1.03"), Decimal("0.97")


def find(context: Context) -> Iterator[TitleWords]:
    blocks = context.document.blocks
    if all(one.kind is not BlockKind.TITLE for one in blocks):
        return
    titles = [
        one for one in every_sentence(context) if blocks[one.sentence.block].kind is BlockKind.TITLE
    ]
    told = [found for title in titles for found in title_changes(context, title)]
    if len(told) != 1:
        return
    body = [one for one in context.sentences if one not in titles]
    if told[0].figure is None and any(True for one in titles for _ in grown(context, one, body)):
        return  # `words` tells it
    topic = topic_of(context, titles)
    planned = told[0].of is not None or _PLANS.search(lower(topic)) is not None
    every = [one for one in body_pairs(context) if _can_be_told(context, told[0], one)]
    named = [two for two in every if is_named(context, topic, two, planned=planned)]
    if not named:
        apart = [one for one in pairs_apart(context) if _can_be_told(context, told[0], one)]
        named = [two for two in apart if is_named(context, topic, two, planned=planned)]
    if len(named) != 1 and len(every) == 1:
        (two,) = every
        if _opens_with(context, titles, two) or _is_of_those_years(context, told[0], two):
            named = every
    if len(named) != 1 or _is_borne_out(context, told[0], named[0], body):
        return
    (two,) = named
    opening, pair = opening_of(context), told_in(context, two)
    kind = _OF_A_KIND.search(topic)
    if kind is not None and kind["kind"][:STEM] not in lower(pair):
        return
    if pair in opening:
        if told[0].figure is not None and _is_of_some(context, topic, two):
            return
    elif is_of_part(without_start(topic), opening, without_term(pair)):
        return
    change = _change(told[0], two.before, two.after)
    if change is not None and _is_belied(told[0], two, change):
        yield TitleWords(told[0].words, two.after.extent)


def _is_of_some(context: Context, topic: str, two: Pair) -> bool:
    """Whether an article opens with an example: "Les dons chutent. À Quimper, …", one price."""
    place = _AT_A_PLACE.match(told_in(context, two))
    if place is not None and place["name"] not in topic:
        return True
    many = two.after.kind is QuantityKind.MONEY and _MANY_KINDS.search(lower(topic))
    return bool(many) and _MEAN.search(lower(told_in(context, two))) is None


def _can_be_told(context: Context, told: TitleChange, pair: Pair) -> bool:
    """Whether two values have a change such as is told: points or multiples of percentages.

    Of what is planned they must be told as to come.
    """
    own = lower(told_in(context, pair))
    if told.planned and not _TO_COME.search(own):
        return False
    nouns = {told_noun(pair.before), told_noun(pair.after)} - {None}
    named = told.of is None or names(told.of, pair, told.of)
    named = named or re.search(rf"\bnombre (?:de |d'){re.escape(told.of or '')}[sx]?\b", own)
    if not named and not any(_are_one(told.of or "", noun) for noun in nouns if noun):
        return False
    percentages = pair.after.kind is QuantityKind.PERCENT
    return percentages if told.points else told.figure is None or not percentages


def _are_one(one: str, other: str) -> bool:
    """Whether two nouns can count one thing: "emploi" and "salarié", "lit" and "place"."""
    things = words().things
    staff = one in _STAFF and other in _STAFF - {"habitant", "an"}
    shared = things.get(one, frozenset()) & things.get(other, frozenset())
    return one == other or staff or bool(shared)


def _change(told: TitleChange, before: Quantity, after: Quantity) -> Decimal | None:
    """What the later value is of the first, or how much more, as the title tells it."""
    if before.value is None or after.value is None:
        return None
    return after.value - before.value if told.points else quotient(after.value, before.value)


def _is_belied(told: TitleChange, two: Pair, change: Decimal) -> bool:
    """Whether a value went the way that is told, and not so far; else it is another thing's."""
    if told.change.holds(change) or told.change.low is None or told.change.high is None:
        return False
    if told.points:
        steps = (two.before.step + two.after.step) / 2
        off = not (told.change + Bounds(-steps, steps)).holds(change)
        return off and (change > 0) == (told.change.high > 0)
    return change > LEAST_RISE if told.change.high > 1 else change < LEAST_FALL


def is_named(context: Context, topic: str, two: Pair, *, planned: bool = False) -> bool:
    """Whether ``topic``, the words of the title, names what two values of the body are of.

    Of what is ``planned`` the body may tell by when.
    """
    told = lower(told_in(context, two))
    if _APART.search(_BY_THEN.sub("", told) if planned else told):
        return False
    if names(lower(topic), two, told):
        return True
    if _AREA.search(lower(topic)) and two.after.unit in _AREAS:
        return True
    nouns = {told_noun(two.before), told_noun(two.after)} - {None}
    named = stems(lower(_NAME.sub("", topic)))
    if nouns:
        said = "|".join(re.escape(noun) for noun in nouns if noun is not None)
        again = re.search(rf"\b(?:{said})[sx]?\b", lower(topic)) is not None
        return again or any(not stems(noun or "").isdisjoint(named) for noun in nouns)
    return not named.isdisjoint(stems(told)) or counts(lower(topic), told)


def _opens_with(context: Context, titles: Sequence[ScannedSentence], two: Pair) -> bool:
    """Whether the body opens with two values that can be what the title is about."""
    own = context.sentence_at(two.after.extent)
    staff = told_noun(two.before) in _STAFF or told_noun(two.after) in _STAFF
    topic = lower(topic_of(context, titles))
    paid = two.after.kind is not QuantityKind.MONEY and _OF_MONEY.search(topic)
    end = titles[-1].extent.end
    opens = own is not None and not context.document.plain[end : own.extent.start].strip()
    return opens and not staff and not paid


def _is_of_those_years(context: Context, told: TitleChange, two: Pair) -> bool:
    """Whether as many years lie between two values as the title tells: "triplé en cinq ans"."""
    return told.years is not None and told.years > 1 and told.years == _years_apart(context, two)


def _is_borne_out(
    context: Context, told: TitleChange, two: Pair, body: Sequence[ScannedSentence]
) -> bool:
    """Whether the body repeats the change, any two of its values make it, or the times differ.

    What is repeated is still belied by two values of the very years that are told.
    """
    figures = [one for sentence in body for one in usable(sentence.quantities)]
    apart = _years_apart(context, two)
    years = apart if apart is not None or told.years != 1 else told.years
    if told.years is not None and told.years != years:
        return True
    if any(_repeats(told, one) for one in figures):
        again = _is_told_in_opening_alone(context, told, two, body)
        if not again and (told.years is None or apart is None):
            return True
    values = [one for one in figures if one.value][:MANY]
    return any(
        (change := _change(told, _in_its_scale(one, other), _in_its_scale(other, one))) is not None
        and told.change.holds(change)
        for other, one in permutations(values, 2)
        if _can_be_one(context, one, other)
        and ({one.kind, other.kind} & {two.after.kind} or {one.kind, two.after.kind} <= NUMBERS)
    )


def _in_its_scale(one: Quantity, other: Quantity) -> Quantity:
    """A bare figure in the millions of the other: "de 3 à 6 millions, puis à 9"."""
    bare = one.unit is None and one.noun is None and one.scale == 1 < other.scale
    return one.scaled(Decimal(other.scale), other.unit) if bare else one


def _is_told_in_opening_alone(
    context: Context, told: TitleChange, two: Pair, body: Sequence[ScannedSentence]
) -> bool:
    """Whether only the opening repeats the change, which two values further on can belie.

    Not of prices or things of many kinds, of which the two may be those of one.
    """
    blocks = context.document.blocks
    first = next((at for at, one in enumerate(blocks) if one.kind is not BlockKind.TITLE), None)
    later = [one for one in body if one.sentence.block != first]
    own = [context.sentence_at(one.extent) for one in two.both]
    if any(one not in later for one in own):
        return False
    if any(_repeats(told, one) for sentence in later for one in sentence.quantities):
        return False
    heads = " ".join(one.extent.of(context.document.plain) for one in blocks[: (first or 0) + 1])
    return _MANY_KINDS.search(lower(heads)) is None and not is_part_told(context, two)


def _years_apart(context: Context, two: Pair) -> Decimal | None:
    """How many years lie between two values, as their sentences tell."""
    both = [context.sentence_at(one.extent) for one in two.both]
    times = {time.extent: time for one in both if one is not None for time in one.times}
    years = {time.interval.begin.year for time in times.values() if time.interval.begin}
    if len(years) == 2 and None not in years:
        first, last = sorted(year for year in years if year is not None)
        return Decimal(last - first)
    return Decimal(1) if _A_YEAR.search(lower(told_in(context, two))) else None


def _repeats(told: TitleChange, one: Quantity) -> bool:
    """Whether a figure of the body tells the change of the title."""
    value = one.value or Decimal(0)
    if one.kind is QuantityKind.RATIO and value > 0:
        return told.change.holds(value) or told.change.holds(1 / value)
    same = told.figure is not None and told.figure.unit == one.unit
    return same and told.figure is not None and told.figure.value == value


def _can_be_one(context: Context, one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be one thing then and now: one unit, or one noun or sentence.

    A bare figure of the same sentence has the unit of the others: "de 4 à 8 MW, puis à 12".
    """
    if QuantityKind.RATIO in {one.kind, other.kind}:
        return False
    if one.unit != other.unit or one.scale != other.scale:
        bare = any(each.unit is None and each.noun is None for each in (one, other))
        return bare and context.sentence_at(one.extent) is context.sentence_at(other.extent)
    if one.unit is not None:
        return True
    bare = one.of is None or other.of is None
    return (bare and context.sentence_at(one.extent) is context.sentence_at(other.extent)) or (
        one.of == other.of and not bare
    )
