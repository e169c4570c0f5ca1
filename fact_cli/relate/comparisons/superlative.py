"""What is told to be the most or least of its kind, beside one of the same kind that goes further.

"La plus haute, la tour A, mesure 42 mètres, la tour B 51 mètres"; "Paris est la ville la plus
chère, à 9 400 euros. À Neuilly, le mètre carré se vend 10 300 euros".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeKind
from fact_cli.relate.comparisons.most_words import Most, most_in
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, sign_of, told_noun
from fact_cli.relate.passage import Passage

_CUES = ("plus ", "moins ", "mieux ")
_NAMED = (
    r"(?!(?:Ils?|Elles?|On|Ce|Cet|Cette|Ces|Les?|La|Une?|Des|Du|Son|Sa|Ses|Leurs?|Mais|Et|Il|Tous"
    r"|Toutes|Chacun|Chacune|Selon|Pour|Avec|En|Au|Aux|À|Dans|Chez|Sur|Puis|Ici|Là)\b)"
    r"[A-ZÀ-Þ][\w’-]*(?:['’][A-ZÀ-Þ][\w’-]*)?(?: (?:de |du |la |le |sur )?[A-ZÀ-Þ][\w’-]*){0,2}"
)
_OPENING = r"(?:^|[,;:(] |\. |\bet |\bpuis |\bmais |\bquand |\balors que |\btandis que |\bdevant )"
# Another thing by its name, ahead of its value: ", la tour B 51", "À Nice, il atteint".
_OTHER_NAME = re.compile(
    rf"{_OPENING}(?P<place>(?:À|à|Au|au|Aux|aux|En|en|Dans|dans|Chez|chez|Pour|pour) )?"
    rf"(?:[Ll][ea]s? |[Ll]['’]|[Cc]el(?:le|ui) d[eu'] ?)?(?:[a-zà-ÿ]+ )?(?P<name>{_NAMED})"
    r"(?P<rest>,? [^.;:()\dA-ZÀ-Þ]{2,45})?(?:,? \(|,? )$"
)
# Another one of them, by a pronoun.
_OTHER_ONE = re.compile(
    r"(?:^|[,;:] |\. |\bet |\bmais |\btandis que |\balors que |\bquand )"
    r"(?P<one>[Cc]el(?:le|ui)s?(?!-ci| pour) |[Ll]es (?:deux|trois|quatre|cinq) autres|[Ll]'autre"
    r"|[Ll][ea] (?:deuxième|seconde?|troisième|dernière?|suivante?))"
    r"[^.;:()\d]{0,50}$"
)
# "Il est de 12 euros à Roubaix": of the same thing in another place.
_GOES_ON = re.compile(r"(?:Ils?|Elles?|Celui-ci|Celle-ci|On) [^.;:()\d]{2,40}$")
_NEW_THING = re.compile(r"\b(?:[Uu]ne?|[Dd]es|[Ss]on|[Ss]a|[Ss]es) [a-zà-ÿ]")
_AT_NAME = re.compile(r"\b(?:à|de|du|d'|en) (?:l[ae] )?[A-ZÀ-Þ]")
_WIDE = re.compile(r"\b(?:département|région|pays|province|état)\b")
_PLACES = re.compile(
    r"\b(?:ville|commune|village|cité|bourg|département|région|pays|canton|quartier|province)\b"
)
_AND = re.compile(r" (?:et|ou) (?:de |d'|à )?$")
# The same told behind its value: "contre 51 mètres pour la tour B", "12 euros à Lens".
_OF_OTHER = re.compile(
    rf" (?:pour|à|au|aux|en|dans|chez) (?:l[ea]s? |l['’]|cel(?:le|ui) d[eu'] ?)?(?:[a-zà-ÿ]+ )?"
    rf"(?P<name>{_NAMED}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|cel(?:le|ui) d[eu])(?![\w])"
)
_CONTRASTED = re.compile(r"(?:,| et| puis|^|\.)[^.;:()\d]{0,40}$")
# Of another time, or no value of that thing at all.
_OTHERWISE = re.compile(
    r"\b(?:total\w*|ensemble|à (?:eux|elles) (?:deux|trois|quatre|tous|toutes)|cumul\w*|moyenne"
    r"|records?|objectif|prévu\w*|prévi\w*|ancien\w*|autrefois|jadis|auparavant|avant|naguère"
    r"|l'an (?:dernier|passé)|l'année (?:dernière|passée)|il y a|plus tôt|devrai\w*|pourrai\w*"
    r"|bientôt|futur\w*|projet\w*|hors|soit|dont|jusqu'\w*|limite|plafond|seuil|capacité"
    r"|après|depuis|sans compter|antenne|flèche|tous|toutes|chaque|chacun\w*|monde|europe"
    r"|ailleurs|voisin\w*|étranger|sera|seront|aura|auront|avait|avaient|était|étaient"
    r"|passée?s?|franchie?s?|jamais|aussi bien que|alentours|banlieue)\b"
)
# What the other is reserved to, or what it is measured by instead.
_RESERVED = re.compile(
    r",? (?:mais|rapporté\w*|pour(?: (?:les|des|l'|une?|la|le|deux|trois|quatre|dix))?"
    r"|en (?:front|première)|une fois"
    r"|avec (?:vue|option|les))\b"
)
_KINDS = re.compile(
    r"\b(?:neufs?|neuves?|ancien|appartements?|maisons?|studios?|villas?|meublée?s?|enfants?|adultes?"
    r"|étudiante?s?|seniors?|abonnée?s?|hommes?|femmes?|cadres?|ouvri(?:er|ère)s?|réduit|plein|brute?"
    r"|net|nette|hors taxes|ttc|nus?|nue|exception|prestige|luxe|terrains?|locations?|loyers?)\b"
)
_LED_BY_LESS = re.compile(r"\b(?:malgré|bien que|même si|pourtant|sauf|hormis|excepté)\b")
_BESIDE = re.compile(r",? ?\(?")  # "Bobo-Dédougou (170, la plus longue)"
_OTHERS = re.compile(r" autres\b|(?<=autres)")
_NO_KINDS = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS}
_TIMED = {"s", "min", "h", "jour", "mois", "an"}
WIDEST = Decimal(4)  # times one value, that the other is at most
NEAR = 90  # characters from the words to the value that they are told of


@dataclass(frozen=True, slots=True)
class _Told:
    most: Most
    value: Quantity


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(
        context, _passed, lambda one: (one.at or one.less).extent, cues=_CUES, figures=2
    )


def _passed(passage: Passage) -> Iterator[Comparison]:
    """The value told to be the most with each of another thing that goes further."""
    told = _told(passage)
    if told is None or _LED_BY_LESS.search(passage.told):
        return
    now, place = told.value, passage.figures.index(told.value)
    before, others = now, list[Quantity]()
    for one in passage.figures[place + 1 :]:
        if one.kind in NUMBERS and _OTHERS.match(passage.plain, one.extent.end):
            continue
        other = _alike(now, one)
        if other is None or not _is_of_another(passage, told, before, one):
            break
        before = one
        others.append(other)
    if others:
        ordered = sorted(others, key=lambda one: one.value or Decimal(0))
        other = ordered[-1] if told.most.high else ordered[0]
        pair = (now, other) if told.most.high else (other, now)
        yield Comparison(*pair, at=other, binding=Binding.INFERRED)


def _alike(now: Quantity, one: Quantity) -> Quantity | None:
    """A value that can be of another thing of the kind, in its unit where that is left out."""
    bare = one.kind in NUMBERS and told_noun(one) is None
    other = one if not bare else replace(one, kind=now.kind, unit=now.unit)
    nouns = {told_noun(now), told_noun(one)} - {None}
    ratio = quotient(other.value, now.value)
    if not same_thing(now, other) or len(nouns) > 1 or ratio is None:
        return None
    return other if 1 / WIDEST < ratio < WIDEST and one.kind not in _NO_KINDS else None


def _told(passage: Passage) -> _Told | None:
    """The only superlative of the passage with the value of which it is told."""
    found = [
        (sentence, most)
        for sentence in passage.sentences
        if (most := most_in(passage.plain, sentence.extent)) is not None
    ]
    if len(found) != 1:
        return None
    sentence, most = found[0]
    if sentence is not passage.sentences[0]:
        return None
    behind = [one for one in passage.figures if one.extent.start >= most.extent.end]
    before = [one for one in passage.figures if one.extent.end <= most.extent.start]
    can_be = [one for one in behind if _can_be_most(passage, one)]
    own = [one for one in can_be if sentence.extent.holds(one.extent)]
    if before and _BESIDE.fullmatch(passage.plain, end_of(before[-1]), most.extent.start):
        fits = most.closes and _can_be_most(passage, before[-1])
        return _Told(most, before[-1]) if fits else None
    if own and own[0].extent.start - most.extent.end <= NEAR:
        return _Told(most, own[0])
    if own:
        return None
    if before and _can_be_most(passage, before[-1]) and len(before) == 1:
        near = most.extent.start - before[-1].extent.end <= NEAR
        return _Told(most, before[-1]) if near and most.closes else None
    goes_on = behind and re.match(
        r"(?:Il|Elle|Celui-ci|Celle-ci|Ce dernier|Cette dernière)s? ",
        words_after(passage.plain, passage.sentences[-1].extent.start, 20),
    )
    return _Told(most, behind[0]) if goes_on and _can_be_most(passage, behind[0]) else None


def _can_be_most(passage: Passage, one: Quantity) -> bool:
    exact = one.value is not None and one.strict.holds(one.value) and one.hedge is None
    if one.kind in _NO_KINDS or one.unit in _TIMED or one.value == 1 or not exact:
        return False
    return not is_surplus(passage.plain, one) and sign_of(passage.plain, one) >= 0


def _is_of_another(passage: Passage, told: _Told, before: Quantity, one: Quantity) -> bool:
    """Whether a value is told of another thing of the kind, and of now."""
    sentence, plain = passage.sentence_of(one), passage.plain
    own = passage.sentence_of(told.value) is sentence
    start = max(end_of(before), sentence.extent.start)
    ahead, behind = plain[start : one.reach.start], words_after(plain, end_of(one), 60)
    clause = lower(ahead + re.split(r"[.;:()\d]", behind)[0])
    dated = any(time.kind not in {TimeKind.DURATION, TimeKind.DATE} for time in sentence.times)
    if _OTHERWISE.search(clause) or dated or re.search(r"\b(?:19|20)\d\d\b", ahead + behind):
        return False
    if not own and not told.most.open:
        return False
    if _is_of_other_kind(passage, told, clause, behind):
        return False
    known = plain[passage.sentences[0].extent.start : end_of(told.value)]
    of = _OF_OTHER.match(behind)
    if not own:
        return _is_across(ahead, known, of, listed=before is not told.value)
    named = _OTHER_NAME.search(ahead)
    if named is not None:
        placed = named["place"] is not None or named["rest"] is not None
        return named["name"] not in known and (told.most.open or not placed)
    if not told.most.open:
        return False
    if _OTHER_ONE.search(ahead):
        return True
    return of is not None and of["name"] not in known and bool(_CONTRASTED.search(ahead))


def _is_of_other_kind(passage: Passage, told: _Told, clause: str, behind: str) -> bool:
    """Whether the other value is told with a reserve, or for a kind that the first is not."""
    after = re.split(r"[.;:()\d]", behind)[0].replace(" le mètre carré", "")
    start, end = passage.sentences[0].extent.start, end_of(told.value)
    first = lower(passage.plain[start:end]) + words_after(passage.plain, end, 60).split(".")[0]
    kinds = [set(_KINDS.findall(one)) for one in (clause, first)]
    other = kinds[0] != kinds[1] if passage.sentences[1:] else kinds[0] - kinds[1]
    reserved = _RESERVED.match(after) is not None and _OF_OTHER.match(behind) is None
    return bool(other) or reserved


def _is_across(ahead: str, known: str, of: re.Match[str] | None, *, listed: bool) -> bool:
    """Whether the next sentence tells of another of them: "celle de samedi", "à Nice, il".

    Any other name can be of another town, or of no such thing. ``known`` is what leads to the
    first value, ``of`` what follows the other, ``listed`` whether a third stands between.
    """
    if _NEW_THING.search(ahead):
        return False
    if _OTHER_ONE.search(ahead):
        return _AT_NAME.search(ahead) is None
    named = _OTHER_NAME.search(ahead)
    if named is not None:
        wide = named["place"] is not None and lower(named["place"]) in {"en ", "dans "}
        head = (_WIDE if wide else _PLACES).search(lower(known))
        return head is not None and named["name"] not in known
    goes_on = listed and _AND.fullmatch(_OF_OTHER.sub("", ahead, count=1)) is not None
    if of is None:
        return goes_on
    return (goes_on or _GOES_ON.match(ahead) is not None) and of["name"] not in known
