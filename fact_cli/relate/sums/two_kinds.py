"""A whole and the two kinds that everybody in it is one of: "31 sont des femmes et 28 des hommes".

The whole stands in the same sentence ("Des 54 bénévoles, …", "Avec 31 femmes et 28 hommes, le club
compte 54 bénévoles") or in a sentence before ("Ils sont 54 bénévoles. Les femmes sont 31, …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import SMALL_NUMBERS, lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.sums.apart.wholes import made_of
from fact_cli.relate.sums.partition import TwoKinds, kinds_told
from fact_cli.relate.sums.set_aside import leaves_aside
from fact_cli.scan.times.ages import is_person

_BE = r"(?:sont|étaient|seront|seraient|ont été|étant|représentent|totalisent|forment)"
_COUNTED = (
    r"(?:(?:on (?:y |en )?(?:a )?|nous )"
    r"(?:compt|dénombr|recens|trouv|relèv|enregistr|not|observ)\w+"
    r"|il y a(?:vait|ura)?|il s'agi(?:t|ssait) de|ce (?:sont|furent|seront)|c'étaient|soit|à savoir"
    rf"|{_BE}|(?:se |s')?(?:répart|ventil|compos|constitu|form|divis|partag|décompos)\w* "
    r"(?:en|de|d'|entre))"
)
# "31 sont des femmes", "28 chez les garçons": what stands between a figure and its kind.
_BEHIND = (
    rf"(?P<be> (?:autres )?{_BE}(?: des| de| d')?)?(?: (?:des|de|du|chez les|les|jeunes|à|en|pour"
    r" les|autres|personnes|élèves|agents|salariés|postes|contrats|logements))*? (?:{kind})\b"
)
# "les femmes sont 31", "chez les garçons, 28"
_AHEAD = (
    rf"\b(?:les|chez les|côté|pour les|quant aux) (?:{{kind}})(?:,? (?:eux|elles),?)?"
    rf"(?P<be> {_BE})?(?: donc)?(?: au nombre)?(?: de| que| :|,)? ?$"
)
_LINK = re.compile(
    r"(?: \([^()]{1,20}\))?(?:,| et|, et| pour| contre| ;| ; et|,? tandis qu[e']| face à) "
    r"(?:les |chez les |côté )?[^.;:()\d]{0,40}"
)
_ENDS = re.compile(r"(?: \([^()]{1,20}\))? ?(?:[.;:!?)»,]| -|$)")
# Further parts may follow: "et neuf des enfants", "les autres ne l'ont pas dit".
_GOES_ON = re.compile(
    rf"\b\d|\b(?:{'|'.join([*SMALL_NUMBERS][2:])}|plusieurs|quelques|autres|le reste|indétermin\w*"
    r"|sous (?:la|les|l')|présid\w+|(?:men|dirig|emmen|command)ée?s? par|outre|sans compter"
    r"|inconnue?s?|binaires?|(?:pas|sans|non) (?:répon|préci|rensei)\w+)\b"
)
_REST = re.compile(r"[^.!?]*")
_BRACKET = re.compile(r"\([^()]{1,20}\)")
# What is told of some of them, or of others.
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|parmi (?:lesquel|ces)|après|auparavant|notamment|en moyenne|seule?s?"
    r"|autres|le reste|d'abord|au moins|plus d[e']|moins d[e']|plus que|moins que|chaque"
    r"|par (?:an|jour|mois))"
)
# How a clause of the same sentence goes over from the whole to its kinds.
_GOES_OVER = re.compile(
    rf"[^.;:(),\d]{{0,70}}?(?:(?:,| :| \(| -) ?(?:on y |parmi (?:eux|elles),? )?(?:{_COUNTED} )?"
    rf"| {_COUNTED} )(?:les [^\W\d_]+ (?:sont |étaient )?(?:au nombre de )?|des |les )?"
)
# What a sentence that tells of the kinds alone opens with.
_OPENS = re.compile(
    r"(?:(?:parmi|d'entre) (?:eux|elles|ceux-ci|celles-ci),? |par (?:sexe|genre),? )?"
    rf"(?:{_COUNTED} (?:donc )?)?"
    r"(?:(?:les|chez les|côté) [^\W\d_]+(?: [^\W\d_]+)? (?:sont |étaient )?(?:au nombre de )?)?"
)
# All of those whom an article is about: "L'assemblée compte 16 filles et 15 garçons".
_BODY = re.compile(
    r"(?:l'|l[ae] |notre |cette? |cet )(?:nouvel(?:le)? |jeune )?"
    r"(?:assemblée|conseil|promotion|classe|équipe|groupe|délégation|effectif|troupe|jury|ch[oœ]e?ur"
    r"|école|orchestre|équipage|escouade|peloton|brigade|cortège|convoi|cohorte|sélection|commission)"
    r"(?: [^\W\d_]+){0,3} (?:compte|comprend|réunit|rassemble|regroupe|accueille|est composée? de"
    r"|se compose de|est formée? de) (?:donc |ainsi |désormais )?"
)
# From the kinds to a whole behind them.
_CLOSES = re.compile(
    r",? (?:soit|pour un total de|(?:ils|elles) (?:sont|étaient|seront)|[^.;:()\d]{0,50} "
    r"(?:compt|rassembl|réuni|totalis|align|affich|regroup|accueill|emploi)\w*)"
    r"(?: donc| désormais| ainsi| aujourd'hui)?(?: au total| en tout)? ?(?:de )?"
    r"| (?::|-) (?:les|ces|nos|ses) (?P<noun>[^\W\d_]+)[^.;:()\d]{0,40} (?:sont|étaient|seront) "
)
# Nouns of things that each stand for one person.
_STAND_FOR_ONE = frozenset({
    "poste", "emploi", "contrat", "siège", "mort", "décès", "naissance", "licence", "inscription",
    "candidature", "embauche", "recrutement", "arrestation", "interpellation", "suicide",
    "admission", "hospitalisation", "agent", "victime", "personne", "membre",
})  # fmt: skip
BACK = 2  # sentences before, in which the whole may stand
NAMED = 60  # characters beside a figure in which its kind is told


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two figures that tell one kind each, ``are`` where words say so; ``end`` is behind both."""

    kinds: TwoKinds
    parts: tuple[Quantity, Quantity]
    are: bool
    end: int


def find(context: Context) -> Iterator[Total]:
    kinds = kinds_told(context)
    if not kinds:
        return
    plain, blocks = context.document.plain, context.document.blocks
    for index, sentence in enumerate(context.sentences):
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        for some, others in pairwise(_counts(sentence)):
            pair = _pair(plain, some, others, kinds)
            if pair is not None:
                yield from _total(context, index, pair)


@cache
def _pattern(form: str, kind: str) -> re.Pattern[str]:
    return re.compile(form.format(kind=kind))


def _counts(sentence: ScannedSentence) -> list[Quantity]:
    return [one for one in usable(sentence.quantities) if one.kind in NUMBERS]


def _pair(
    plain: str,
    some: Quantity,
    others: Quantity,
    kinds: Sequence[TwoKinds],
) -> _Pair | None:
    link = lower(plain[some.extent.end : others.reach.start])
    if some.hedge or others.hedge or _OTHERWISE.search(link):
        return None
    for both in kinds:
        for one, other in (both.names, both.names[::-1]):
            first, second = _kind_at(plain, some, one), _kind_at(plain, others, other)
            if first is None or second is None or first[0] != second[0]:
                continue
            behind, end = first[0], second[1]
            linked = plain[first[1] if behind else some.extent.end : others.reach.start]
            if _LINK.fullmatch(lower(linked)) and _ENDS.match(plain, end):
                return _Pair(both, (some, others), first[2], end)
    return None


def _kind_at(plain: str, figure: Quantity, kind: str) -> tuple[bool, int, bool] | None:
    """Whether a kind is named behind its figure, where the name ends, and whether "sont" ties."""
    behind = words_after(plain, figure.extent.end, NAMED)
    found = _pattern(_BEHIND, kind).match(behind)
    if found is not None:
        return True, figure.extent.end + found.end(), found["be"] is not None
    ahead = words_before(plain, figure.reach.start, NAMED)
    found = _pattern(_AHEAD, kind).search(ahead)
    return None if found is None else (False, figure.extent.end, found["be"] is not None)


def _total(context: Context, index: int, pair: _Pair) -> Iterator[Total]:
    plain, sentence = context.document.plain, context.sentences[index]
    largest = max(one.value or 0 for one in pair.parts)
    first = pair.parts[0].reach.start
    counts = [one for one in _counts(sentence) if (one.value or 0) > largest]
    before = [one for one in counts if one.extent.end <= first]
    if before:
        if _is_whole(plain, before[-1], pair):
            yield from _within(plain, before[-1], pair)
        return
    behind = next((one for one in counts if one.extent.start >= pair.end), None)
    if behind is not None and _closes(plain, behind, pair):
        yield Total(behind, pair.parts, complete=True, exclusive=True)
        return
    opening = lower(plain[sentence.extent.start : first])
    if pair.kinds.people and _BODY.fullmatch(opening) and _is_all(plain, pair):
        yield from made_of(context, pair.parts, frozenset({"#people"}), disjoint=True)
    ends = plain[pair.end : pair.end + 1] in {".", ";", ":", "!", "?", ""}
    if ends and _OPENS.fullmatch(opening) and not _OTHERWISE.search(opening):
        yield from _told_before(context, index, pair)


def _within(plain: str, whole: Quantity, pair: _Pair) -> Iterator[Total]:
    """The whole ahead in the same sentence: they are all of it where no verb tells otherwise."""
    over = lower(plain[end_of(whole) : pair.parts[0].reach.start])
    among = over.endswith(", dont ")
    if _OTHERWISE.search(over.removesuffix(", dont ")) or re.search(r"[.;!?]", over):
        return
    if among or pair.are or _GOES_OVER.fullmatch(over):
        complete = not among and _is_all(plain, pair)
        yield Total(whole, pair.parts, complete=complete, exclusive=True)


def _is_all(plain: str, pair: _Pair) -> bool:
    """Whether the sentence tells of no further part behind the two."""
    rest = _REST.match(plain, pair.end)
    if leaves_aside(plain, pair.end):
        return False
    return rest is None or not _GOES_ON.search(lower(_BRACKET.sub("", rest.group())))


def _closes(plain: str, whole: Quantity, pair: _Pair) -> bool:
    """Whether the words behind the kinds tell of ``whole`` as all of them."""
    closed = _CLOSES.fullmatch(lower(plain[pair.end : whole.reach.start]))
    if closed is None:
        return False
    noun = whole.of or closed["noun"]
    return noun is not None and _counts_them(noun, pair.kinds) and not is_surplus(plain, whole)


def _told_before(context: Context, index: int, pair: _Pair) -> Iterator[Total]:
    """The whole in the last sentence before that counts such things."""
    plain, sentences = context.document.plain, context.sentences
    block = sentences[index].sentence.block
    for sentence in reversed(up_to(sentences, index, BACK)[:-1]):
        if sentence.sentence.block != block:
            return
        largest = max(one.value or 0 for one in pair.parts)
        wholes = [one for one in _counts(sentence) if _is_whole(plain, one, pair)]
        totals = [
            Total(one, pair.parts, complete=True, exclusive=True, binding=Binding.INFERRED)
            for one in wholes
            if (one.value or 0) > largest
        ]
        holding = [one for one in totals if one.exact == one.whole.value]
        near = [one for one in totals if one.is_plausible]
        if holding or near:
            if holding or len(near) == len(wholes) == 1:
                yield (holding or near)[0]
            return


def _is_whole(plain: str, whole: Quantity, pair: _Pair) -> bool:
    if whole.hedge is not None or is_surplus(plain, whole) or whole.of is None:
        return False
    return _counts_them(whole.of, pair.kinds)


def _counts_them(noun: str, kinds: TwoKinds) -> bool:
    """Whether a noun counts what may be of either kind."""
    if any(_pattern(r"(?:{kind})", kind).fullmatch(noun) for kind in kinds.names):
        return False
    people = is_person(noun, lexicon().grammar) or noun in _STAND_FOR_ONE
    return people or not kinds.people
