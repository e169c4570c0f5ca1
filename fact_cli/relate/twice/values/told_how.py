"""How a figure is told: as known, as pointed at, as a base, beside another value."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.twice.values.first_told import is_first_named, is_told_before
from fact_cli.relate.twice.values.kinds import words_ahead, words_behind
from fact_cli.relate.twice.values.same_words import stems, words

DEFINING = 3  # words behind a noun that say which ones
BESIDE = 60  # characters before a figure in which its owner is named

_OF_WHICH = re.compile(
    r"[^\W\d_]{2,}[sx] (?:de|à|(?:ayant|qui (?:ont|auront|avaient)) [^\W\d_]+(?:é|i|u|is|it|ert)"
    r"|[^\W\d_]+ant|qui [^\W\d_]+(?:ent|ont)) $"
)
_KNOWN = re.compile(
    r"\b(?:les|ces|ses|leurs|nos|vos|des|aux|du|au|le|la|cette|cet|ce|son|sa)"
    r"(?: quelque| près de| plus de| environ)? $"
    r"|\b(?:les|ces|ses|leurs|nos|vos|des|aux) [^\W\d_]+ $"
    r"|\b(?:l'|cet?(?:te)? [^\W\d_]+ de )$"
)
_PLAIN = re.compile(r"(?<!\bdans )(?<!\bsur )(?<!\bparmi )\b(?:les|ces|ses|leurs|nos) $")
_OTHER = re.compile(r"\b(?:autres|premi\w+|derni\w+|nouve\w+|supplémentaires|seconde?s)\b")
_NEW = re.compile(r"\bnouve\w+")  # in a title it is the news: "36 nouveaux logements"
_LEFT = re.compile(r" (?:autres|derni(?:ers|ères)) ")  # "les sept autres décès"
_TOGETHER = re.compile(r"^ (?:hospitalis|bless|tu[ée]|ont (?:été|perdu)|sont )")
_PART_OF = re.compile(
    r" (?:des|de (?:ses|ces|leurs)|d'entre|sur(?: les| ses| un total de)?) ?\d"
    r"| (?:de (?:ces|ceux|celles)|d'entre (?:eux|elles)|parmi (?:eux|elles|ces))\b"
)
# "38 % d'entre eux": a percentage is always of somebody.
_PART_OF_PERCENT = re.compile(r" (?:des|d'entre|sur(?: les| ses| un total de)?) ?\d")
_OF_NAME = re.compile(r" (?:de |d'|du |des |à |en |au |aux )(?:la |l')?(?P<name>[A-ZÀ-Þ][\w'-]+)")
# "Dix-sept personnes ont été blessées, deux grièvement": so many of them.
_HOW_BADLY = re.compile(r" (?:très |assez |plus )?(?:grièvement|gravement|légèrement)\b")
# "Dix enfants sont légèrement blessés": others are hurt otherwise.
_LIGHTLY = re.compile(
    r" (?:(?!tou(?:s|tes)\b)[^\W\d_]+ )?(?:sont |ont été )?(?:plus )?légèrement\b"
)
# In a title the year is that of the news: "41 200 visiteurs en 2025", "avant la reprise".
_DATED = re.compile(r"[^.;:()\d]{0,12}?\b(?:en (?:19|20)\d\d|avant l)")
_RANGE_START = re.compile(
    r" à (?:près de |plus de |environ )?(?:\d|[a-zà-ÿ-]+ (?:millions?|milliards?|%|euros?|ans)\b)"
)
# What ends a noun and all that defines it: a stop, a verb, what became of people.
_BARE = re.compile(
    r" ?(?:[,.;:!?»\")\n]|$)"
    r"| (?:tué|mort|bless|dispar|décéd|hospitalis)[^\W\d_]*\b(?! (?:dans|à|en|par|sur|lors)\b)"
    r"| (?:se |s'|n'|ne |n'y |y |en (?=[^\W\d_]*(?:ont|ent) )"
    r"|doivent|peuvent|vont|sont|ont|font|avaient|étaient"
    r"|[a-zà-ÿ]{2,}(?:ent|aient|ront) |(?:sera|est|a|était|avait) |[a-zà-ÿ]{4,}ra )"
)
# "avoisiner les 38 degrés": the article is no sign of something told before.
_REACHES = re.compile(
    r"\b(?:au-dess|au-del|dessous|avoisin|dépass|frôl|approch|attei|franchi|passe|sous|vers\b"
    r"|autour|barre|seuil|cap|plafond)\w*(?: de)? (?:les?|des) $"
)
# "Sur les 298 passagers, trois …": all that were told of, where nothing says which others.
_ENDS_CLAUSE = re.compile(r" ?,")
_OUT_OF_ALL = re.compile(r"^(?:sur|parmi) (?:les|ces|ses) $")
_SUMS = {QuantityKind.MONEY, QuantityKind.DIMENSION, QuantityKind.NUMBER}
_OUT_OF = re.compile(r"\b(?:sur|par rapport|contre|que|face) (?:l|a)(?:es?|ux?) $")
_DEFINED = re.compile(
    r" (?!tu|bless|dispar|déc|mort)(?:d'[^\W\d_]+ |de [^\W\d_]+ )?"
    r"(?:[^\W\d_]{3,}(?:ée?s|ue?s|ise?s)|qui|que|dont|en lice|où)\b"
)
# "les 36 bêtes rescapées", "les 68 voyageurs du vol suivant": others than those told before.
_ANOTHER_SET = re.compile(
    r"(?:(?! (?:ont|sont|étaient|avaient|seront|peuvent|doivent) )[^.;:,()\d]){0,30}"
    r" (?:voisine?s?|d'alors|de l'époque|d'antan|d'autrefois"
    r"|suivante?s?|féminine?s?|masculine?s?|juniors?|rescapée?s?"
    r"|restante?s?|survivante?s?|indemnes?|valides?|d'à côté|d'en face|étrangère?s?|adultes?"
    r"|majeure?s?|mineure?s?|graves?|légers?|grièvement|légèrement"
    r"|[^\W\d_]{3,}(?:ée?s|ue?s|ise?s) (?:elles|eux))\b"
)
# "devant le Pas-de-Calais avec ses 169 100 hectares": known of that name alone.
_OF_ANOTHER = re.compile(
    r"[A-ZÀ-Þ][\w'-]+(?: \([^()]*\))?,? (?:avec|et|à) (?:ses|son|sa|leurs?)"
    r"(?: quelque| près de| plus de| environ)? $"
)
_TOPIC = re.compile(
    r"(?:Pour|En|À|A|Dans|Au|Aux|Chez|Côté|Sur|Quant (?:à|aux?)) (?:la |le |les |l')?"
    r"(?:[a-zà-ÿ]{4,} )?(?P<name>[A-ZÀ-Þ][\w'-]*)[^.;:,\d]{0,30}, "
)
_LISTED = re.compile(r" ?\([^()]*\d| ?:")
_DEMONSTRATIVE = re.compile(
    r"\b(?:ces|cette|ce|cet)(?: quelque| près de)? $|\bcet?(?:te)? [^\W\d_]+ d(?:e |')$"
)


# What a figure is compared with belongs to another time: ", soit le double de l'an dernier".
_BESIDE = re.compile(
    r",? (?:soit|contre|ce qui (?:fait|représente)"
    r"|en (?:nette |légère |forte )?(?:hausse|baisse|recul|progression))"
    r"\b[^.;:]{0,60}?\b(?:année|édition|saison|exercice|mois|trimestre|semestre|millésime"
    r"|bilan|rentrée)s? (?:précédente?|dernière?|passée?|écoulée?|d'avant)\b"
    r"|,? (?:soit|contre)\b[^.;:]{0,60}?\b(?:auparavant|plus tôt|l'an (?:dernier|passé|d'avant))\b"
)
_FIRM = re.compile(r"^ (?:de prison |d'emprisonnement )?(?:fermes?|avec sursis)\b")


def is_fresh(context: Context, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether the article names what a figure is of, or its place, for the first time."""
    plain = context.document.plain
    start = sentence.extent.start + plain.startswith(('"', "«"), sentence.extent.start)
    places = _OF_NAME.match(plain, end_of(figure)), _TOPIC.match(plain, start)
    return any(one is not None and is_first_named(context, one["name"], start) for one in places)


def is_pointed(plain: str, figure: Quantity, ahead: str) -> bool:
    """Whether "ces" points back; "ces 5 médailles (2 d'or, …)" tells for the first time."""
    if _LISTED.match(plain, end_of(figure)):
        return False
    return bool(_DEMONSTRATIVE.search(ahead) or words().events.search(ahead))


def is_bare(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """ "Les 43 occupants ont …": not "les 43 occupants du foyer", nor "les deux blessés graves"."""
    other = _OTHER.search(lower(plain[figure.extent.start : end_of(figure)]))
    end = end_of(figure)
    ends = end >= sentence.extent.end or _BARE.match(plain, end) is not None
    return other is None and ends


def is_base(figure: Quantity, ahead: str, *, known: bool) -> bool:
    """Whether a word calls a figure another value: "contre 840", "avait requis les dix ans"."""
    if known:
        return words().asked.search(ahead) is not None
    return bool(words().bases.search(ahead) or is_class(figure, ahead))


def is_asked(figure: Quantity, ahead: str, behind: str) -> bool:
    """Whether words say that a figure was asked for: a sum or a term by what follows it, too.

    "Les 2 480 signataires demandent un débat": they ask, nobody asks for them.
    """
    after = "" if figure.kind is QuantityKind.COUNT else behind.partition(",")[0]
    return words().asking.search(f"{ahead.rpartition(',')[2]} {after}") is not None


def is_updated(told: str) -> bool:
    """Whether words tell of a newer count, or one of another time, than those told before."""
    return words().updates.search(_BESIDE.sub("", told)) is not None


def sentenced(figure: Quantity, behind: str) -> frozenset[str]:
    """The head of penalties for a length that can be nothing else: "sept mois ferme"."""
    firm = figure.kind is QuantityKind.DIMENSION and _FIRM.match(behind) is not None
    return frozenset({"=peine"}) if firm else frozenset()


def is_class(figure: Quantity, ahead: str) -> bool:
    """Whether a limit tells of which size things are: "les villes de plus de 5 000 habitants"."""
    return figure.hedge is not None and _OF_WHICH.search(ahead) is not None


def is_known(context: Context, sentence: ScannedSentence, figure: Quantity, ahead: str) -> bool:
    """Whether the article "les" tells of what was told before, not of what a clause defines.

    "Sur les 143 candidats" is the base of a share, and "dans les 39 centres retenus" they are
    defined by what follows, unless the article has told that before; and "Les 60 pompiers
    engagés ont …" opens its sentence with them.
    """
    plain = context.document.plain
    inside = lower(plain[figure.extent.start : end_of(figure)])
    if _ANOTHER_SET.match(plain, end_of(figure)) or _LEFT.search(inside):
        return False
    if _OUT_OF_ALL.match(ahead) and _ENDS_CLAUSE.match(plain, end_of(figure)):
        return figure.kind in _SUMS or figure.noun is not None
    if not _KNOWN.search(ahead) or _REACHES.search(ahead) or _OUT_OF.search(ahead):
        return False
    if _OF_ANOTHER.search(plain, max(0, figure.reach.start - BESIDE), figure.reach.start):
        return False
    opens = ahead.strip() in {"les", "ces", "ses"}
    if opens or not _DEFINED.match(plain, end_of(figure)):
        return True
    others = _OTHER.search(lower(plain[figure.extent.start : end_of(figure)]))
    if others or (figure.kind is QuantityKind.COUNT and not _PLAIN.search(ahead)):
        return False
    defining = stems(" ".join(words_behind(plain, sentence, figure).split()[:DEFINING]))
    return is_told_before(context, defining, sentence.extent.start)


def is_aside(
    plain: str, sentence: ScannedSentence, figure: Quantity, *, title: bool = False
) -> bool:
    """Whether a figure is a part, a base, a plan, a record: told beside another value."""
    told = words()
    ahead, behind = words_ahead(plain, sentence, figure), words_behind(plain, sentence, figure)
    inside = lower(plain[figure.extent.start : end_of(figure)])
    of_them = _PART_OF_PERCENT if figure.unit == "%" else _PART_OF
    opens_range = ahead.endswith((" de ", " d'")) and _RANGE_START.match(plain, end_of(figure))
    ends = (figure.extent.end, end_of(figure))
    if figure.noun is None and _HOW_BADLY.match(plain, figure.extent.end):
        return True
    if _LIGHTLY.match(plain, end_of(figure)):
        return True
    if opens_range or any(of_them.match(plain, end) for end in ends):
        return True
    others = _OTHER.search(_NEW.sub("", inside) if title else inside)
    others = others and not _TOGETHER.search(behind)
    after = told.after.match(behind) and not (title and _DATED.match(behind))
    return bool(after or told.before.search(ahead) or others)
