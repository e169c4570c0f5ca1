"""Digits without unit or noun: a figure, or the number of a page, a channel, a law?"""

from __future__ import annotations

import re

from fact_cli.lang.tables import Grammar
from fact_cli.lang.words import in_brackets, lower
from fact_cli.model.mention import QuantityKind
from fact_cli.model.text import Extent
from fact_cli.scan.quantities.figures import Figure

_WORD_BEFORE = re.compile(r"(?<![\w'.°-])([\w'.°-]+) $")  # each run is read once
_OPENS = re.compile(r"(?:^|[(\[«\":;,] ?|[-+=×] )$")
_NOTHING_ELSE = re.compile(r" ?[!?]*")
_BESIDE_DIGITS = re.compile(r"\d $")
_ADDRESS_AFTER = re.compile(
    r",? (?:bis |ter )?(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse)\b| \d"
)
_NAMED_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'-]*(?: \d+)? ?\($")  # "Porsche 911 (991)", "Savoie (73)"
# "la France (5), l'Italie (4) et l'Espagne (3)"; ": Lyon 91, Brest 88 et Pau 74".
_BRACKETED_NAMES = re.compile(r"\b([A-ZÀ-Þ][\w'-]*) \((\d{1,3})\)")
_LISTED_NAMES = re.compile(r"\b([A-ZÀ-Þ][\w'-]*) (\d{1,3})(?=[,;.]| et |$)")
_GOALS_AFTER = re.compile(r" à \d{1,2}(?!\d|,\d| ?%| [^\W\d_]{3})")  # "7 à 0", "6 buts à 1"
_GOALS_BEFORE = re.compile(r"(?<![\w,.])\d{1,2}(?: buts| points)? à $")
_TOGETHER = r"(?: à (?:elles?|eux|lui) (?:toutes|tous|seule?s?|deux|trois|quatre|cinq|six))"
_ENDS = rf"(?={_TOGETHER}?(?:,| et |[.;)]|$))"
# ", la pinède 95 et le vignoble 45", ", l'usine de Valenciennes 280"; not ", la Peugeot 208".
_GAPPED = re.compile(
    r"(?:,| et| ;) (?:l'|la |le |les |cel(?:le|ui) |ceux )"
    r"(?:(?:[^\W\d_]+[ '-]){0,3}(?:de |d'|du |des |à |en )[A-ZÀ-Þ]?[\w'-]*?(?P<word>[^\W\d_]+)"
    r"|(?:[^\W\d_]+ ){0,2}(?P<noun>[a-zà-ÿ]+)) (?P<digits>\d{1,3}(?: \d{3})*)"
    rf"{_ENDS}"
)
# "Rennes perd 110 postes, Niort 75 et Pau 45", ", à Niort 75 et à Pau 45".
_NAME = r"[A-ZÀ-Þ][^\W\d_]+(?:[ -](?:(?:de|du|la|le|les|sur|en|sous)[ -])?[A-ZÀ-Þ][^\W\d_]+)*"
_GAPPED_NAME = re.compile(
    r"(?:,| et| ;|, et| :|\(| soit| savoir| dont)(?: ?à| au| aux| en| dans les?)? "
    rf"(?:la |le |les |l')?{_NAME},? "
    rf"(?P<digits>\d{{1,3}}(?: \d{{3}})*){_ENDS}"
)
# "Morel a 412 voix et Petit 388", "Auxerre (62 points) devance Caen (51)": the second of two.
_HELD = (
    r"(?:voix|suffrages|votes|bulletins|points|pts|unités|longueurs|buts|essais|paniers|sièges|élus"
    r"|mandats|délégués|députés|médailles|victoires|titres|cas|décès|morts|habitants|postes|emplois"
    r"|salariés|licenciés|adhérents|abonnés|visiteurs|spectateurs|entrées|élèves|étudiants"
    r"|logements|naissances|interventions|signatures|parrainages|demandes|plaintes)"
)
_SECOND_OF_TWO = re.compile(
    rf"\d {_HELD}\b(?:[^.:()\d]{{0,50}}(?:,| et| ;| devant| quand| tandis que| alors que)"
    r" (?:la |le |les |l'|cel(?:le|ui) (?:de |d'|du )|ceux (?:de |d'|du ))?"
    rf"(?:{_NAME}|seconde?|deuxième|autre),? "
    rf"|\) [^.:()\d]{{1,50}} (?:la |le |l')?(?:{_NAME}|seconde?) \("
    rf"| ?; (?:la |le |l')?(?:{_NAME}|seconde?) : )"
    r"(?P<digits>\d{1,3}(?: \d{3})*)(?=,| et |[.;:)]| \(|$)"
)
LEAST_GAPPED = 2
LEAST_LISTED = 3  # names with figures that make a list of values
_ADJECTIVE_ENDINGS = ("el", "elle", "al", "ale", "if", "ive", "ien", "ienne", "aire", "ique")
_TIES = frozenset("-/:'\"’″′")  # scores, and times such as 3'30"65
_OTHERS_AFTER = re.compile(r" (?:autres|restante?s|derni(?:ers|ères))\b(?! [^\W\d_]+s\b)")
_DO_AFTER = re.compile(  # a verb of many, but neither "souvent" nor "seulement"
    r" (?:autres )?(?:(?:(?:se|en|y|ne) |[lns]')?(?!souvent|dont)(?:(?:[^\W\d_]*r|s|f|v)?ont"
    r"|[^\W\d_]*(?:[^\W\d_m]|rm|om?m|im)ent)|furent|d'entre|des|sur)\b"
)
_ARE_AFTER = re.compile(  # "onze plus légèrement touchés"
    r" (?:(?:plus|moins|très) )?[^\W\d_]+ment [^\W\d_]+(?:é|i|u|t)e?s\b"
)
# ", dont sept en panne, douze seulement sont aptes au vol"
_ONLY_AFTER = re.compile(r" seulement (?:sont|étaient|seront|ont|restent|\w+ent)\b")
# "neuf d'or, six d'argent", "six parmi les enfants et cinq chez les adultes"
_MEDALS_AFTER = re.compile(r" (?:(?:d'|en )(?:or|argent|vermeil)|(?:de|en) bronze)\b")
_GROUP_AFTER = re.compile(r" (?:parmi|chez|du côté) (?:les|des|nos|leurs)\b")
# "huit étapes de montagne, neuf de plat": the noun is told once, what follows it each time.
_ITEM_BEFORE = re.compile(
    r"\b(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingt) (?:[^\W\d_]+ ){0,2}?(?P<link>d(?=e |')|en |à |aux? |chez |pour |sur |dans )"
    r"[^.;:()\d]{1,30}(?:,| et) $"
)
_LISTED_BEFORE = re.compile(r"(?:,| et| :) $")
# "l'a soulevée six fois, Delémont cinq et Franches-Montagnes trois"
_GAPPED_WORD = re.compile(
    r"(?:,| et| ;) (?:et )?(?:l'|la |le |les )?[A-ZÀ-Þ][\w'-]+"
    r"(?: (?:de |du |d'|la |le )?[A-ZÀ-Þ][\w'-]+)?"
    r" (?P<word>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|dix-sept|dix-huit|dix-neuf)(?=,| et | ?[.;)]|$)"
)
_ALL_BEFORE = re.compile(r"\b(?:tous|toutes)(?: les)? $", re.IGNORECASE)
_NAME_AFTER = re.compile(r" [A-ZÀ-Þ]")
_ONE_THING_BEFORE = re.compile(r"\b(?:le|la|du|au|un|une|l'|âgée?s? de)\s?$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"\b(?:les|tous|toutes|à|en|aux|des|par|de|ces|nos|leurs|d'eux) $")
# "qui en compte 54", "l'opposition en obtient 12": the pronoun stands for what is counted.
_OF_IT = (
    r"\ben (?:a|ont|avait|avaient|compt|obt|total|recens|emplo|dénombr|accueil|occup|poss|détien"
    r"|revendiqu|reste|affich|gagn|perd|fourn|produi|val|vau|coût|pai|inscri|livr|vend"
    r"|fabriqu|accord|remport|élimin|retir|enlèv|laiss|supprim|ajout"
    r"|désign|nomm|élir|élis|envoie|enverr|débours|touch|pès|pes|mesur|dépens|consomm|vers|récolt"
    r"|réclam|demand|conserv|gard|rafl|décroch|arrach|empoch|recueill|enregistr|relèv|relev"
    r"|export|import|transport|réun|rassembl|héberg|abrit|parcour|couvr|brass|soign)"
    r"[^\W\d_]*(?: (?:déjà |ainsi )?[^\W\d_]+(?:é|u|i|is|it|ert)s?)?"
    r"(?: (?:plus|désormais|aujourd'hui|maintenant|à présent|encore|alors|même|seulement|déjà))?"
    r"(?: que)? "
)
_OF_IT_BEFORE = re.compile(
    rf"{_OF_IT}$"
    r"|\b(?:les|en) (?:voilà|voici)(?: (?:désormais|maintenant|aujourd'hui|à))? $"
)
_COUNTED = re.compile(rf"\d [a-zà-ÿ]{{3,}}|{_OF_IT}\d")
_SO_BEFORE = re.compile(r"\b(?:soit|autrement dit|c'est-à-dire|à savoir),? $")
_OF_MANY_AFTER = re.compile(r" (?:pour|sur) (?:100 000|10 000|1 000|mille|cent mille)\b")


def is_figure(plain: str, sentence: Extent, figure: Figure, grammar: Grammar) -> bool:
    """Whether a figure says how many. What cannot be told apart is left out."""
    number = figure.number
    if number.ordinal:
        return not figure.bare
    if figure.bare and _stands_alone(plain, sentence, number.extent):
        return True
    if "/" in number.digits and figure.bare:
        return False
    before = plain[sentence.start : number.extent.start]
    word = _WORD_BEFORE.search(before)
    named = word is not None and word.group(1)[0].isupper() and word.start() > 0
    named = named and word is not None and lower(word.group(1)) not in grammar.function_words
    if not number.digits and _ALL_BEFORE.search(before):
        return False
    ours = not figure.bare and before[-4:].lower() == "nos "  # "nos 24 élus", not "nos 5 et 6"
    paid = figure.quantity.kind is QuantityKind.MONEY  # "il porte 6 millions d'euros de dette"
    if _named_by_identifier(before, grammar) and not (ours or paid):
        return False
    if not figure.bare:
        name = named and figure.quantity.kind is QuantityKind.COUNT and bool(number.digits)
        return not name or number.grouped or number.scale > 1
    if number.digits and _is_listed(plain, sentence, number.extent, grammar):
        return True
    if number.digits and _is_second_of_two(plain, sentence, number.extent):
        return True
    if _is_code(plain, sentence, number.extent, number.digits):
        return False
    if number.digits and _is_gapped(plain, sentence, number.extent, grammar):
        return True
    if number.vague is not None or number.grouped or number.scale > 1:
        return True
    if _is_score(plain, number.extent) or _is_result(plain, sentence, number.extent):
        return False
    if not number.whole:
        return not named and not _is_version(plain, number.extent)
    if not number.digits and _stands_for_things(plain, sentence, number.extent):
        return True
    if not number.digits and _OF_IT_BEFORE.search(before) and number.value > 1:
        return True
    if not number.digits:
        elided = figure.quantity.kind is QuantityKind.COUNT
        return (elided or number.value >= 20) and not _PRONOUN_BEFORE.search(before)
    if _NAME_AFTER.match(plain, number.extent.end) or _ONE_THING_BEFORE.search(before):
        return False
    if _BESIDE_DIGITS.search(before) or _ADDRESS_AFTER.match(plain, number.extent.end):
        return False
    if _SO_BEFORE.search(before) and plain.startswith(" d'entre", number.extent.end):
        return True
    if _OF_IT_BEFORE.search(before) or _OF_MANY_AFTER.match(plain, number.extent.end):
        return True
    listed = plain.startswith((" en ", " d'", " pour ", " à ", " dans "), number.extent.end)
    known = word is not None and lower(word.group(1)) in grammar.function_words
    known = known or (listed and _SO_BEFORE.search(before) is not None)
    return known or bool(_OPENS.search(before)) or (number.value >= 100 and not named)


def _stands_alone(plain: str, sentence: Extent, extent: Extent) -> bool:
    """Whether a block or cell holds the figure and nothing else; "2." and "1)" are headings."""
    after = plain[extent.end : sentence.end]
    return sentence.start == extent.start and _NOTHING_ELSE.fullmatch(after) is not None


def _stands_for_things(plain: str, sentence: Extent, extent: Extent) -> bool:
    """ "les neuf autres", "Trois ont été blessés": a number in words without its noun."""
    if _MEDALS_AFTER.match(plain, extent.end) or _is_gapped_word(plain, sentence, extent):
        return True
    item = _ITEM_BEFORE.search(plain, max(sentence.start, extent.start - 70), extent.start)
    if item is not None and plain.startswith(f" {item['link']}", extent.end):
        return True
    ahead = _LISTED_BEFORE.search(plain, sentence.start, extent.start)
    nested = in_brackets(plain, sentence.start, extent.start)
    if ahead and not nested and _GROUP_AFTER.match(plain, extent.end):
        return True
    listed = plain[extent.start - 2 : extent.start] == ", "
    if _OTHERS_AFTER.match(plain, extent.end) or (
        listed and (_ARE_AFTER.match(plain, extent.end) or _ONLY_AFTER.match(plain, extent.end))
    ):
        return True
    return extent.start == sentence.start and _DO_AFTER.match(plain, extent.end) is not None


def _is_gapped_word(plain: str, sentence: Extent, extent: Extent) -> bool:
    """Whether two names or more have a number each, of which the verb is told once."""
    found = list(_GAPPED_WORD.finditer(plain, sentence.start, sentence.end))
    here = any(one.start("word") == extent.start for one in found)
    return here and len(found) >= LEAST_GAPPED


def _named_by_identifier(before: str, grammar: Grammar) -> bool:
    """ "article 12", "décret présidentiel 13769": the thing named may have an adjective."""
    words = (
        [lower(word).rstrip(".") for word in before[-60:].split()[-2:]]
        if before.endswith(" ")
        else []
    )
    if words and words[-1] in grammar.identifiers:
        return True
    adjective = len(words) == 2 and words[1].endswith(_ADJECTIVE_ENDINGS)
    return adjective and words[0] in grammar.identifiers


def _is_code(plain: str, sentence: Extent, extent: Extent, digits: str) -> bool:
    """ "Ain (01)", "[1]", "2. Qui paie ?": the number of a place, a note, a heading."""
    after = plain[extent.end : extent.end + 1]
    note = plain[extent.start - 1 : extent.start] == "[" and after == "]"
    heading = extent.start == sentence.start and after in {".", ")", ""} and 0 < len(digits) < 3
    if note or heading:
        return True
    alone = (
        plain[extent.start - 1 : extent.start] == "(" and plain[extent.end : extent.end + 1] == ")"
    )
    coded = len(digits) > 1 and digits.startswith("0")
    alone = alone and "," not in extent.of(plain)  # "Région (3,1)" is of millions told before
    name = _NAMED_BEFORE.search(plain, sentence.start, extent.start) if alone else None
    model = name is not None and " " in name.group().rstrip(" (")
    return coded or model or (name is not None and len(digits) < 3)


def _is_listed(plain: str, sentence: Extent, extent: Extent, grammar: Grammar) -> bool:
    """Whether a figure stands in a list of three names or more, each with its own.

    Not so the numbers of départements, of which one tells the others.
    """
    for form, opened in ((_BRACKETED_NAMES, False), (_LISTED_NAMES, True)):
        start = plain.rfind(":", sentence.start, extent.start) + 1 if opened else sentence.start
        if opened and not start:
            continue
        found = list(form.finditer(plain, start, sentence.end))
        pairs = [(lower(name), digits) for name, digits in (one.groups() for one in found)]
        coded = any(lower(grammar.departements.get(digits, "")).endswith(n) for n, digits in pairs)
        here = any(one.start(2) <= extent.start < one.end(2) for one in found)
        if here and len({name for name, _ in pairs}) >= LEAST_LISTED and not coded:
            return True
    return False


def _is_gapped(plain: str, sentence: Extent, extent: Extent, grammar: Grammar) -> bool:
    """ "la garrigue a perdu 210 hectares, la pinède 95 et Niort 45": the verb is told once.

    Two such places at least, each of a thing that bears no number as its name. Names alone
    follow one that has its noun, or what stands for it.
    """
    names = list(_GAPPED_NAME.finditer(plain, sentence.start, sentence.end))
    things = [
        one
        for one in _GAPPED.finditer(plain, sentence.start, sentence.end)
        if lower(one["word"] or one["noun"]) not in grammar.identifiers
    ]
    if things and extent.start in {one.start("digits") for one in (*things, *names)}:
        return len({one.start("digits") for one in (*things, *names)}) >= LEAST_GAPPED
    here = extent.start in {one.start("digits") for one in names}
    if not here or len(names) < LEAST_GAPPED:
        return False
    return _COUNTED.search(plain, sentence.start, names[0].start()) is not None


def _is_second_of_two(plain: str, sentence: Extent, extent: Extent) -> bool:
    """Whether a name stands beside another that is told with its figure and its noun."""
    if not plain.endswith((" ", "("), sentence.start, extent.start):
        return False
    found = _SECOND_OF_TWO.finditer(plain, sentence.start, sentence.end)
    return any(one.start("digits") == extent.start for one in found)


def _is_version(plain: str, extent: Extent) -> bool:
    """ "les enquêteurs 2.0": a figure would be written 2."""
    return extent.of(plain).endswith(".0")


def _is_result(plain: str, sentence: Extent, extent: Extent) -> bool:
    """ "remporté 7 à 0", "battu 6 buts à 1": two bare figures, not presented as a range."""
    if len(extent) > 2:
        return False
    other = _GOALS_BEFORE.search(plain, sentence.start, extent.start)
    start = extent.start if other is None else other.start()
    presented = plain.endswith(("de ", "des ", "entre ", "à ", "passé "), sentence.start, start)
    return not presented and (other is not None or bool(_GOALS_AFTER.match(plain, extent.end)))


def _is_score(plain: str, extent: Extent) -> bool:
    """ "3-0", "6/4", "15:30": digits tied to other digits."""
    after, before = (
        plain[extent.end : extent.end + 2],
        plain[max(0, extent.start - 2) : extent.start],
    )
    tied_after = after[:1] in _TIES and after[1:].isdigit()
    return tied_after or (before[-1:] in _TIES and before[:1].isdigit())
