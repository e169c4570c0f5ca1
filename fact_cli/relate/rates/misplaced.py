"""The same digits in two units, a power of ten apart: "4 500 hectares … 450 km²".

Two measures of one thing alone: the second points back, both tell of what a fire burnt, or a word
that means something stands beside both. "La piscine fait 25 mètres. Le parc en fait 2,5 kilomètres"
tells of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Conversion
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.twice.values.same_words import stems

_MULTIPLIED = re.compile(r"\bfois (?:plus|moins|autant|davantage|ce|cette|son|sa)\b")
_POINTS_BACK = re.compile(
    r"\b(?:ces|cet(?:te)? [^\W\d_]+ d(?:e |')|ce [^\W\d_]+ d(?:e |')"
    r"|c'est une (?:superficie|surface|étendue|distance|longueur|zone) d(?:e |'))"
    r" ?(?:près de |environ |quelque |plus de )?$"
)
_BURNT = re.compile(
    r"\b(?:feux?|flammes?|incendi\w*|brûl\w*|calcin\w*|carbonis\w*|cendres?|fum[ée]\w*|suie"
    r"|brasier|sinistre|tache noire|parcour\w+|ravag\w+|dévor\w+|noirci\w*)\b"
)
# Verbs of any measure say nothing of what is measured.
_ANY = (
    "s'étend étendue couvre couvrent occupe mesure mesurent compte atteint atteignent fait font"
    " dépasse pèse pèsent contient représente superficie surface total environ quelque"
)
# What one of the two alone is told with is of another thing, another place or another time.
_OF_ITS_OWN = re.compile(
    r"\b(?:dénivel\w*|altitude|profonde?u?r?s?|hauteurs?|hautes?|épaisseurs?|tunnels?|viaducs?"
    r"|voisine?s?|autres?|bébés?|nouveau-nés?|naissance|adultes?|jeunes?|mères?|pères?|miniatures?"
    r"|maquettes?|modèles? réduits?|répliques?|chaque|chacune?|moyenne"
    r"|neiges?|pluies?|grêle|depuis|au total|en tout|cumul\w*|régiona\w*|nationa\w*|locale?s?"
    r"|les? fumées?|la fumée|la suie|à \d+ ?%(?= |,)|(?:en|de) (?:19|20)\d\d"
    r"|l'an (?:dernier|passé)|l'année (?:dernière|passée))(?:\b|(?<=%))"
)
# "Un arbre donne 25 kilos", "un lac de 45 hectares": one of many.
_ONE = re.compile(r"(?:^|[.;:,] ?)une? [^\W\d_]+(?: [^\W\d_]+)? (?:donn|produi|fourni|contien|pès)")
_FOR_EACH = re.compile(r"[^.;:,()\d]{0,30}\bpar (?!an\b|(?:la|le|les) |l')[^\W\d_]+")
_NAME = re.compile(r"(?<=[^\W\d_][ '’])[A-ZÀ-Þ][\w-]{2,}|(?<=^À )[A-ZÀ-Þ][\w-]{2,}")
FAR_DIGITS = 3  # of two measures told anywhere in an article, which agree by no chance
BESIDE = 45  # characters around a measure in which its thing is named


def misplaced(context: Context) -> Iterator[Conversion]:
    units = lexicon().units
    precise = [_precise(one) for one in context.sentences]
    for here, there in combinations([at for at, told in enumerate(precise) if told], 2):
        before, sentence = context.sentences[here], context.sentences[there]
        near = there == here + 1 and before.sentence.block == sentence.sentence.block
        for first in precise[here]:
            for again in precise[there]:
                if not (near or min(map(_digits, (first, again))) >= FAR_DIGITS):
                    continue
                assert first.unit and again.unit and first.value and again.value
                one, other = units[first.unit], units[again.unit]
                if one == other or one.dimension is not other.dimension or one.offset:
                    continue
                factor = one.convert(Decimal(1), other) - one.convert(Decimal(0), other)
                apart = (first.value * factor / again.value).normalize()
                if apart.as_tuple().digits != (1,) or apart == 1:
                    continue
                if _is_of_one_thing(context, (before, first), (sentence, again)):
                    yield Conversion(first, again, factor, binding=Binding.INFERRED)


def _is_of_one_thing(
    context: Context,
    first: tuple[ScannedSentence, Quantity],
    again: tuple[ScannedSentence, Quantity],
) -> bool:
    plain = context.document.plain
    if _MULTIPLIED.search(lower(plain[first[1].extent.end : again[1].extent.start])):
        return False
    if _are_set_apart(plain, first, again):
        return False
    if _POINTS_BACK.search(lower(words_before(plain, again[1].reach.start, BESIDE))):
        return True
    told = [lower(sentence.extent.of(plain)) for sentence, _ in (first, again)]
    burnt = [_BURNT.search(one) is not None for one in told]
    if any(burnt):
        return all(burnt)
    around = [_stems_beside(plain, one) for _, one in (first, again)]
    return bool((around[0] & around[1]) - stems(_ANY))


def _are_set_apart(
    plain: str,
    first: tuple[ScannedSentence, Quantity],
    again: tuple[ScannedSentence, Quantity],
) -> bool:
    """Whether words beside one measure set it apart: a height, a year, a place of its own."""
    clauses = [_own_clause(plain, *one) for one in (first, again)]
    own = [frozenset(_OF_ITS_OWN.findall(lower(one))) for one in clauses]
    each = any(_FOR_EACH.match(plain, one.extent.end) for _, one in (first, again))
    if own[0] != own[1] or each or any(_ONE.search(lower(one)) for one in clauses):
        return True
    burnt = any(_BURNT.search(lower(one)) for one in clauses)
    names = [frozenset(_NAME.findall(one)) for one in clauses]
    return not burnt and bool(names[0] and names[1]) and not names[0] & names[1]


def _own_clause(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    """The words of a sentence between the stops around a figure."""
    ahead = plain[sentence.extent.start : figure.reach.start]
    behind = plain[figure.extent.end : sentence.extent.end]
    return re.split(r"[.;:!?]", ahead)[-1] + " 0 " + re.split(r"[.;:!?]", behind)[0]


def _stems_beside(plain: str, figure: Quantity) -> frozenset[str]:
    ahead = words_before(plain, figure.reach.start, BESIDE)
    behind = words_after(plain, figure.extent.end, BESIDE)
    own = re.split(r"[.;:!?]", ahead)[-1] + " " + re.split(r"[.;:!?]", behind)[0]
    return stems(lower(own))


def _precise(sentence: ScannedSentence) -> list[Quantity]:
    """Measures of two significant digits or more, which seldom agree by chance."""
    return [
        one
        for one in usable(sentence.quantities)
        if one.kind is QuantityKind.DIMENSION and _digits(one) >= 2
    ]


def _digits(one: Quantity) -> int:
    return digits_of(one.value or Decimal(0), one.step)
