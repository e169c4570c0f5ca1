"""A number told first, and the list of what it counts in sentences or lines of their own.

"Trois candidats … Sont en lice A, B, C et D"; "quatre priorités. La première … La troisième,
enfin"; "trois mesures :" above four dashes; "deux suspects ont été déférés : un lycéen de
17 ans, déjà connu, deux frères et un mécanicien".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.listed import CountedList, Listed
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.neighbours import end_of, is_surplus
from fact_cli.relate.sums.names.closed_list import closed_list
from fact_cli.relate.sums.names.listed import APART, NAMES, is_exact, is_hedged, names_of_list
from fact_cli.relate.sums.names.loose_list import loose_list

_INVERTED = re.compile(
    r"(?:(?:Sont|Seront|Étaient|Ont été|Ont ainsi été|Ont|Se sont|Figurent|Siègent|Restent)"
    r"|Il s'agit|Ce sont|Il y a là)\b[^.;:()!?]{0,60}? (?:de |d'|: )?$"
    r"|(?:Les voici|La liste|Voici (?:la liste|leurs noms|les noms|lesquel(?:le)?s)|Leurs noms"
    r"|La sélection|Les noms)(?: complète| définitive| finale| officielle)? ?: $"
    r"|(?:Les|Ces) [^\W\d_]+ suivante?s (?:ont|sont|seront|avaient|iront)\b[^.;:()!?]{0,50} : $"
    r"|(?:Les|Ces) (?:heureux )?(?:retenu|sélectionné|nommé|élu|lauréat|finaliste|candidat|nominé"
    r"|postulant|prétendant|promu|qualifié|recrue|admis)e?s? (?:sont|seront) $"
)
# "Les villes touchées sont Nantes, Brest et Vannes": of the noun that was counted.
_THE_SAME = re.compile(
    r"(?:Les|Ces) (?P<noun>[^\W\d_]+) (?:ainsi |ayant )?(?:concern|touch|vis|reten|sélectionn|priv"
    r"|sinistr|qualifi|prim|nomm|él|désign|invit|engag|impliqu|bless|interpell|arrêt|condamn"
    r"|signatair|participant|en lice|affect|class|récompens|choisi|ferm|inculp|écrou)[^\W\d_]*"
    r" (?:sont|seront|étaient) "
)
_COLON_BEHIND = re.compile(r" : (?:les |ces |voilà |ce sont |au total, |en tout, )?", re.IGNORECASE)
_ARE = re.compile(
    r"(?: [^\W\d_]+){0,2}? (?:ont|sont|seront|avaient|étaient|[^\W\d_]{3,}(?:ent|ront|aient))\b"
    r"|(?: [^\W\d_]+)? ?[.!?]"
)
_AS_SUBJECT = re.compile(
    r" (?:ont|sont|seront|avaient|étaient|se sont|s'étaient|forment|composent|n'ont|auront|iront)\b"
)
_LED_IN = re.compile(r"(?:Pour|À|Au|Aux|En|Avec|Chez|Contre|De|Du|Dans|Les|Le|La) |L'")
_ENDS = re.compile(r" ?(?:[.;)!?]|$)|, (?:qui|tou(?:te)?s)\b")
_COLON = re.compile(r"[^.;:()!?]{0,140}? ?: ")
_ONLY = re.compile(r" (?:seulement|d'entre (?:eux|elles))\b[^.;:()!?]{0,110} : ")
# What sets those named against those announced.
_OTHERS = re.compile(
    r"\b(?:limog|démission|évinc|licenci|exclu|absent|batt|remplac|mort|tué|décéd|bless|forfait"
    r"|autres?|nouveaux?|nouvelles?)"
)
_ANNOUNCED = {
    "candidat", "candidate", "lauréat", "lauréate", "lycéen", "lycéenne", "élève", "collégien",
    "étudiant", "finaliste", "nominé", "suspect", "accusé", "prévenu", "recrue", "joueur",
    "joueuse",
    "conseiller", "adjoint", "ministre", "maire", "alpiniste", "médaillé", "jeune", "artiste",
    "prétendant", "postulant", "élu", "victime", "rescapé", "nageur", "coureur", "auteur", "ville",
    "banque", "hôpital", "école", "entreprise", "société", "quartier", "aéroport", "gare", "lycée",
    "collège", "université", "député", "sénateur", "parti", "syndicat", "marque", "modèle", "homme",
    "femme", "province", "cité", "état", "stade", "musée", "film", "groupe", "chanteur", "pilote",
    "commune", "village", "pays", "département", "région", "club", "équipe", "station", "canton",
}  # fmt: skip
# "Une défaite en sept matchs : deux victoires et quatre nuls complètent la série".
_IN_PART = re.compile(r"\b(?:complèt(?:e|ent)|s'(?:y )?ajout\w+|entre autres|notamment)\b")
_RANKED = re.compile(
    r"(?:La |Le |L'|Sa |Son )(?P<rank>première?|deuxième|seconde?|troisième|quatrième|cinquième"
    r"|sixième|septième|huitième|dernière?)(?:, (?P<end>enfin|la dernière|le dernier))?"
    r"(?= (?:est|sont|concerne|porte|tient|vise|consiste|prévoit|sera|a|se|s'|touche|relève"
    r"|découle|s'attaque|serait|réside|naît|vient|: )|,|\b :)"
)
_RANKS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
}  # fmt: skip
_REASONS = {
    "raison", "priorité", "mesure", "axe", "objectif", "point", "étape", "condition", "question",
    "piste", "argument", "défi", "facteur", "scénario", "volet", "phase", "solution", "option",
    "chantier", "proposition", "engagement", "hypothèse", "explication", "cause", "exigence",
    "critère", "thème", "pilier", "enjeu", "revendication", "demande", "règle", "leçon", "motif",
    "homme", "femme", "suspect", "victime", "projet", "cas", "site", "lot", "vague", "grief",
}  # fmt: skip
_ASKS = re.compile(
    r"(?:Ils?|Elles?|On|L[ae]s? [^\W\d_]+|L'[^\W\d_]+|Ce sont|Il s'agit|À savoir) ?"
    r"(?:(?:exig|réclam|demand|propos|souhait|invoqu|avanc|cit|évoqu|annonc|pos|impos|vis|list"
    r"|énumèr|recommand|suggèr|préconis)(?:e|ent|ait|aient)|prévoi(?:t|ent)|veu(?:t|lent)"
    r"|compren(?:d|nent)|: )?(?: ainsi| en effet| d'abord)? "
)
_ALSO = re.compile(
    r"\b(?:aussi|également|enfin|en outre|de plus|autres?|troisième|quatrième|dernière?|encore"
    r"|s'y ajoute\w*|ensuite|par ailleurs|veut|veulent|exige\w*|demande\w*|réclame\w*|prévoit"
    r"|propose\w*)\b"
)
_BULLET = re.compile(r"^(?:[-–—•*▪■►]|\d{1,2}[.)]) ?")
FEWEST = 3  # names or lines of a list


def find(context: Context) -> Iterator[Listed]:
    plain = context.document.plain
    sentences = every_sentence(context)
    for sentence in context.sentences:
        if plain.find(":", sentence.extent.start, sentence.extent.end) < 0:
            continue
        yield from _behind_colon(plain, sentence)
        yield from _a_few(plain, sentence)
        yield from _names_first(plain, sentence)
        yield from _lines(context, sentence)
    for index, sentence in enumerate(sentences):
        if not sentence.quantities:
            continue
        yield from _one_by_one(plain, sentence, sentences[index + 1 : index + 9])
        yield from _asked_next(plain, sentence, sentences[index + 1 : index + 3])
    yield from _named_elsewhere(context, sentences)


def _behind_colon(plain: str, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Les trois suspects ont été déférés : un lycéen, deux frères et un mécanicien"."""
    counts = [one for one in sentence.quantities if is_exact(one) and not is_hedged(plain, one)]
    if not counts:
        return
    opened = _COLON.match(plain, end_of(counts[0]), sentence.extent.end)
    if opened is None or is_surplus(plain, counts[0]):
        return
    inside = [one for one in counts[1:] if one.extent.start < opened.end()]
    if inside or closed_list(plain, opened.end(), sentence.extent.end) is not None:
        return  # `listed_names` reads it
    found = loose_list(plain, opened.end(), sentence.extent.end)
    if found is None or _IN_PART.search(plain, opened.end(), sentence.extent.end):
        return
    items, many = found
    if abs((counts[0].value or Decimal(0)) - many) <= APART:
        yield CountedList(counts[0], items, many)


def _a_few(plain: str, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Parmi ces produits, cinq seulement restent soumis au contrôle : la farine, …"."""
    for one in sentence.quantities:
        opened = _ONLY.match(plain, one.extent.end, sentence.extent.end)
        if one.value is None or opened is None or one.hedge is not None:
            continue
        found = closed_list(plain, opened.end(), sentence.extent.end)
        if found is not None and found.form == "thing" and abs(one.value - found.count) <= APART:
            yield CountedList(one, [item.extent for item in found.items], found.count)


def _names_first(plain: str, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Nantes, Brest et Vannes : quatre villes ont signé l'accord"."""
    found = NAMES.match(plain, sentence.extent.start, sentence.extent.end)
    colon = found and _COLON_BEHIND.match(plain, found.end(), sentence.extent.end)
    if not found or not colon:
        return
    items = names_of_list(plain, found)
    for one in sentence.quantities:
        counted = one.reach.start == colon.end() and is_exact(one) and one.of in _ANNOUNCED
        counted = counted and _ARE.match(plain, end_of(one)) and not is_hedged(plain, one)
        if counted and len(items) >= FEWEST and abs((one.value or 0) - len(items)) <= APART:
            yield CountedList(one, items, len(items))


def _lines(context: Context, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Trois mesures sont prévues :" and the lines with a dash or a number under it."""
    plain, blocks = context.document.plain, context.document.blocks
    counts = [one for one in sentence.quantities if is_exact(one) and not is_hedged(plain, one)]
    if len(counts) != 1 or not sentence.extent.of(plain).rstrip().endswith(":"):
        return
    lines: list[Extent] = []
    for block in blocks[sentence.sentence.block + 1 :]:
        text = block.extent.of(plain)
        if block.kind is not BlockKind.LIST_ITEM and not _BULLET.match(text):
            break
        lines.append(block.extent)
    if len(lines) >= FEWEST - 1 and abs((counts[0].value or 0) - len(lines)) <= APART:
        yield CountedList(counts[0], lines, len(lines))


def _one_by_one(
    plain: str, sentence: ScannedSentence, behind: Sequence[ScannedSentence]
) -> Iterator[CountedList]:
    """ "Quatre priorités. La première … La deuxième … La troisième, enfin, …"."""
    counts = [
        one for one in sentence.quantities
        if is_exact(one) and one.of in _REASONS and not is_hedged(plain, one)
    ]  # fmt: skip
    if len(counts) != 1:
        return
    told: list[tuple[int, re.Match[str]]] = []
    ended = False
    for each in behind:
        found = _RANKED.match(plain, each.extent.start, each.extent.end)
        if found is None:
            continue
        rank = _RANKS.get(lower(found["rank"]))
        if rank is None:  # "la dernière"
            rank, ended = len(told) + 1, True
        ended = ended or found["end"] is not None
        if rank != len(told) + 1:
            return
        told.append((rank, found))
    value = counts[0].value or Decimal(0)
    if len(told) >= 2 and (len(told) > value or (ended and len(told) < value)):
        items = [Extent(*found.span("rank")) for _, found in told]
        yield CountedList(counts[0], items, len(told))


def _asked_next(
    plain: str, sentence: ScannedSentence, behind: Sequence[ScannedSentence]
) -> Iterator[CountedList]:
    """ "Deux conditions. Il exige le paiement …, la réintégration … et la signature …"."""
    counts = [
        one for one in sentence.quantities
        if is_exact(one) and one.of in _REASONS and not is_hedged(plain, one)
    ]  # fmt: skip
    if len(counts) != 1 or not behind:
        return
    asked = _ASKS.match(plain, behind[0].extent.start, behind[0].extent.end)
    found = asked and closed_list(plain, asked.end(), behind[0].extent.end)
    if not found or found.form != "thing":
        return
    more = len(behind) > 1 and _ALSO.search(lower(behind[1].extent.of(plain)))
    short = found.count < (counts[0].value or 0)
    if abs((counts[0].value or 0) - found.count) <= APART and not (more and short):
        yield CountedList(counts[0], [one.extent for one in found.items], found.count)


def _named_elsewhere(
    context: Context, sentences: Sequence[ScannedSentence]
) -> Iterator[CountedList]:
    """ "Quatre candidats en lice", and the only list of names, which are five."""
    plain = context.document.plain
    counts = [
        (sentence, one)
        for sentence in sentences
        for one in sentence.quantities
        if one.of in _ANNOUNCED and is_exact(one) and not is_hedged(plain, one)
        if not _OTHERS.search(sentence.extent.of(context.told))
    ]
    if not counts:
        return
    lists = [
        (sentence, items)
        for sentence in sentences
        if (items := _whole_list(plain, sentence)) is not None
    ]
    if len(lists) != 1:
        return
    listing, items = lists[0]
    head = [
        one
        for sentence, one in counts
        if sentence is not listing and _announces(context, sentence, listing)
        if _is_of_noun(plain, listing, one)
    ]
    every = [one for each in context.sentences for one in each.quantities]
    told = any(one.value == len(items) and one.kind is QuantityKind.COUNT for one in every)
    apart = [one for one in head if abs((one.value or 0) - len(items)) == 1]
    if len({one.value for one in head}) == 1 and apart and not told:
        yield CountedList(apart[0], items, len(items))


def _is_of_noun(plain: str, listing: ScannedSentence, count: Quantity) -> bool:
    """Whether a list names no noun of its own, or the one that is counted."""
    named = _THE_SAME.match(plain, listing.extent.start, listing.extent.end)
    if named is None or count.of is None:
        return True
    return lower(named["noun"]) in {count.of, f"{count.of}s", f"{count.of}x"}


def _announces(context: Context, sentence: ScannedSentence, listing: ScannedSentence) -> bool:
    """Whether a sentence is the title, or stands before the list in the article's opening."""
    number = sentence.sentence.block
    titled = context.document.blocks[number].kind is BlockKind.TITLE
    return titled or (number <= 1 and sentence.extent < listing.extent)


def _whole_list(plain: str, sentence: ScannedSentence) -> Sequence[Extent] | None:
    """The names of three or more whom a sentence tells of as a whole."""
    start, end = sentence.extent.start, sentence.extent.end
    for found in NAMES.finditer(plain, start, end):
        items = names_of_list(plain, found)
        if len(items) < FEWEST:
            continue
        ahead = plain[start : found.start()]
        led = _INVERTED.fullmatch(ahead) or _THE_SAME.fullmatch(ahead)
        inverted = led and _ENDS.match(plain, found.end())
        people = all(" " in item.of(plain) for item in items)
        people = people and not _LED_IN.match(plain, found.start())
        subject = people and not ahead and _AS_SUBJECT.match(plain, found.end())
        if inverted or subject:
            return items
    return None
