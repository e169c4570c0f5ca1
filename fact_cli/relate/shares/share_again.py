"""A share told as a fraction and again in percent: "5,2 % des Espagnols, soit un sur douze".

Words say that one is the other ("soit", "cela représente", "cette proportion de"), or the second
stands apposed to the first, in a bracket, between commas or behind a colon, and is told of the
same people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import SameShare
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import is_surplus, sign_of
from fact_cli.relate.passage import Passage
from fact_cli.relate.shares.own_share import is_of_another

_SIZED = r"(?:représent|équiva|équivau|correspond|fai|donn|signifi|revien|veu)[^\W\d_]*"
_LINKING = r"(?: (?:à|dire|donc|ainsi|tout de même|quand même|près|au total|encore|que))*"
_ABOUT = (
    r"(?:(?:environ|près|quelque|presque|à peine|à peu près|pratiquement|quasiment|exactement"
    r"|très exactement|plus|un peu plus|moins|un peu moins|guère plus)(?: d['eu]s?)? ?)?"
    r"(?:l[ea]s? )?"
)
# "…, soit un sur douze", "…, ce qui représente un habitant sur douze"
_THAT_IS = re.compile(
    r"[^.;:()\d]{0,110}(?:,| –| —|^)? ?\b(?:soit|c'est-à-dire|autrement dit|en d'autres termes"
    rf"|à savoir|ou encore|(?:ce qui|cela|ça) {_SIZED}{_LINKING})(?: donc)?,? {_ABOUT}"
)
_BRACKET = re.compile(rf"[^.;:()\d]{{0,60}} ?\((?:soit |ou )?{_ABOUT}")
_APPOSED = re.compile(rf"(?: [^.;:(),\d]{{1,60}})?(?:, | [–—-] ){_ABOUT}")
_COLON = re.compile(rf"[^.;:()\d]{{0,70}} : (?:soit |c'est )?{_ABOUT}")
_NEXT = re.compile(
    r"[^.;:()\d]{0,90}\. (?:« ?)?(?:soit|c'est|cela|ça|autrement dit|en clair|en d'autres termes|ce"
    r" chiffre|ce taux|cette proportion|la proportion|le taux|ce pourcentage|la part)\b"
    rf",? ?(?:l[ae] )?(?:c'est |{_SIZED} )?{_LINKING} ?{_ABOUT}"
)
_TAKEN_UP = re.compile(
    r"(?:^|[.:;,] ?|« ?|\bet )(?:ils sont|elles sont"
    r"|cette (?:[^\W\d_]+ )?(?:proportion|part|majorité|minorité)(?: de|,)?"
    r"|ce (?:taux|pourcentage|score)(?: de|,)?"
    r"|(?:la proportion|la part|le taux) (?:exacte? )?(?:est|atteint|s'élève|ressort)(?: à| de)?"
    r"|soit|plus (?:précisément|exactement),?) $"
)
_CLOSED = re.compile(
    r"(?: (?:exactement|précisément|environ|au total|tout juste|à peine))? ?(?:[,.;:)!?»–—]|$)"
    r"| (?:des|de (?:ses|leurs|nos|ces)) [\d .]+(?: [^\W\d_]+){1,2}[,.;)]"
)
# "Un tiers d'entre eux, soit 15 % de la classe d'âge": of some of them, and of all.
_OF_THEM = re.compile(r" d'entre (?:eux|elles)\b")
_OF_ALL = re.compile(r" (?:de l(?:a |')|du |des |d(?:e |')(?:son|sa|ses|leurs?) )")
# "Cinq bureaux sur six dépouillés, elle arrive troisième (20,22 %)"
_NEW_CLAUSE = re.compile(r", (?:(?:ils?|elles?|on) |[A-ZÀ-Þ])")
_SO = re.compile(r"(?: [^\W\d_']+){1,3}?,? (?:donc|ainsi)\b")  # "Un sur douze aurait donc"
_COMMENT = re.compile(r" ?(?:, |: )(?:c'est|voilà|ce n'est|c’est)\b")
_OPENS = re.compile(r"[^.;:()\d]{0,90}\. (?:« ?)?")
_ELSEWHERE = re.compile(
    r" (?:à |en |dans (?!ce cas|cette situation)|aux? |des |du |chez |parmi |pour |sur "
    r"|l'an |il y a |contre |voici |hier\b)"
)
_OF = re.compile(
    r"(?: (?:seulement|à peine|environ|au total|tout juste))?"
    r" (?:de la |de l'|de |d'|du |des |d'entre )(?:l[ae] |les |l'|ses |ces |leurs |nos |sa |son )?"
    r"(?P<noun>[^\W\d_]{3,})"
)
# "38 % de ceux qui ont renoncé, soit un répondant sur huit": of some, and of all.
_OF_SOME = re.compile(r" (?:de|d'entre|chez|parmi) (?:ceux|celles|eux|elles|ces|cette)\b")
_ONE = re.compile(r"(?:une?|[\w-]+) (?P<noun>[^\W\d_]+)(?: [^\W\d_]+){0,2} sur ")
# "De ce groupe, 54 % invoquent le coût. Cela représente un tiers des sondés": two wholes.
_AMONG = re.compile(r"\b(?:parmi|d'entre|(?:de|sur|dans|chez) (?:ce|ces|cette))\b[^.;:()\d]{0,40}$")
_EXACTLY = re.compile(r" (?:très |plus )?(?:exactement|précisément)\b")
_SOME = re.compile(r"\b(?:dont|parmi|notamment|surtout|en particulier)\b")
# What any share can be told of, whatever the other is called.
_ANY = {
    "personne", "habitant", "individu", "cas", "effectif", "personnel", "population", "total",
    "ensemble", "sondé", "adulte", "citoyen", "eux", "elles", "fois", "gens",
    "promotion", "interrogée", "répondant", "corps", "monde", "pays", "concitoyen", "parc",
}  # fmt: skip
LONGEST = 110  # characters from the fraction to what takes it up


def find(context: Context) -> Iterator[SameShare]:
    if context.tells(("%", "pour cent", "pourcent", "p. 100", " sur ")):
        yield from in_passages(context, _told_again, lambda one: one.again.extent.start, figures=2)


def _told_again(passage: Passage) -> Iterator[SameShare]:
    if not any(one.kind is QuantityKind.RATIO for one in passage.figures):
        return  # of two shares that are told twice, one at least is a fraction
    plain = passage.plain
    shares = [one for one in passage.figures if _is_share(passage, one)]
    alone = len(shares) == 2
    for first, second in pairwise(passage.figures):
        if first not in shares or second not in shares or not _are_two_ways(plain, first, second):
            continue
        other = _NEW_CLAUSE.search(plain, first.extent.end, second.extent.start)
        if other or is_of_another(plain, first.extent.end, second):
            continue
        if _OF_THEM.match(plain, first.extent.end) and _OF_ALL.match(plain, second.extent.end):
            continue
        fraction, percentage = _sorted_by_kind(first, second)
        if _is_again(passage, first, second):
            yield SameShare(fraction, percentage)
        elif alone and (
            _is_beside(passage, first, second) or _takes_up(passage, fraction, percentage)
        ):
            yield SameShare(fraction, percentage, Binding.INFERRED)


def _sorted_by_kind(first: Quantity, second: Quantity) -> Sequence[Quantity]:
    return (first, second) if first.kind is QuantityKind.RATIO else (second, first)


def _are_two_ways(plain: str, first: Quantity, second: Quantity) -> bool:
    """A fraction and a percentage, or figures: "la moitié des logements, 420 sur 1 000"."""
    if first.kind is not second.kind:
        return True
    ratios = first.kind is QuantityKind.RATIO and " sur " not in first.extent.of(plain)
    return ratios and second.extent.of(plain)[:1].isdigit()


def _is_share(passage: Passage, one: Quantity) -> bool:
    plain, value = passage.plain, one.value
    if plain.startswith((" par an", " par mois", " l'an", " chaque année"), one.extent.end):
        return False
    if value is None or id(one) in passage.changes or is_surplus(plain, one):
        return False
    if one.kind is QuantityKind.RATIO:
        return 0 < value < 1 and not multiplies(plain, one)
    return one.kind is QuantityKind.PERCENT and one.unit == "%" and not sign_of(plain, one)


def _is_again(passage: Passage, first: Quantity, second: Quantity) -> bool:
    """Whether words or a bracket say that the second is the first again."""
    plain = passage.plain
    gap = lower(plain[first.extent.end : max(first.extent.end, second.reach.start)])
    if _SOME.search(gap) or _AMONG.search(words_before(plain, first.reach.start, 60)):
        return False
    alike = _are_alike(plain, first, second)
    if _EXACTLY.match(plain, second.extent.end) and _APPOSED.fullmatch(gap):
        return alike
    if _THAT_IS.fullmatch(gap):
        return alike
    if _NEXT.fullmatch(gap):
        return alike and _ELSEWHERE.match(plain, second.extent.end) is None
    closed = _CLOSED.match(plain, second.extent.end)
    return alike and bool(closed) and _BRACKET.fullmatch(gap) is not None


def _is_beside(passage: Passage, first: Quantity, second: Quantity) -> bool:
    """Whether the second stands between commas, behind a colon, or opens a comment."""
    plain = passage.plain
    gap = lower(plain[first.extent.end : max(first.extent.end, second.reach.start)])
    if _SOME.search(gap) or _AMONG.search(words_before(plain, first.reach.start, 60)):
        return False
    if not _are_alike(plain, first, second):
        return False
    comment = _COMMENT.match(plain, second.extent.end) or _SO.match(plain, second.extent.end)
    if _OPENS.fullmatch(gap) and comment:
        return True
    closed = _CLOSED.match(plain, second.extent.end) is not None
    return closed and bool(_APPOSED.fullmatch(gap) or _COLON.fullmatch(gap))


def _takes_up(passage: Passage, fraction: Quantity, percentage: Quantity) -> bool:
    """ "Trois foyers sur cinq … Cette proportion de 75 %"."""
    plain = passage.plain
    gap = lower(plain[fraction.extent.end : max(fraction.extent.end, percentage.reach.start)])
    other = _ELSEWHERE.match(plain, percentage.extent.end)
    return not other and len(gap) <= LONGEST and _TAKEN_UP.search(gap) is not None


def _are_alike(plain: str, first: Quantity, second: Quantity) -> bool:
    """Whether both are told of one thing, by the nouns behind or within them."""
    if _OF_SOME.match(plain, first.extent.end) and _ONE.match(lower(second.extent.of(plain))):
        return False
    nouns = [_noun(plain, one) for one in (first, second)]
    told = {noun for noun in nouns if noun is not None and noun not in _ANY}
    return len(told) < 2


def _noun(plain: str, share: Quantity) -> str | None:
    within = _ONE.match(lower(share.extent.of(plain)))
    named = within or _OF.match(words_after(plain, share.extent.end, 40))
    return None if named is None else singular_of(named["noun"], lexicon().grammar.invariable)
