"""Two figures that somebody adds or subtracts aloud, and what comes of it.

"Prenez les 26 000 logements vides, ajoutez les 9 000 meublés : vous arrivez à 35 000"; "prenez
les 640 élèves, retirez-en 118 : il en reste 522"; "on avait 34 familles, on en a inscrit neuf de
plus, on en est donc à 43". Who says so names both operands and what they make, so that they are
bound by the words, however many figures follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Difference
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.set_aside import leaves_aside

_CUES = ("ajout", "additionn", "avai", "étai", "compt",
         "retranch", "soustray", "déduis", "retir", "ôt", "enlev")  # fmt: skip
_TAKE = re.compile(
    r"\b(?:pren(?:ez|ons|ds|ds donc)|part(?:ez|ons) (?:de|des)|additionn(?:ez|ons|e)"
    r"|ajout(?:ez|ons|e)(?:-y)? (?:aux?|à)|à)(?: [^\W\d_]+){0,2} $"
)
_ADD = re.compile(
    r"[^.;:()\d]{0,70}\b(?:r?ajout(?:ez|ons|e)(?:-(?:y|leur|lui))?|r?ajouter"
    r"|additionn(?:ez|ons)(?:-y)?)\b[^.;:()\d]{0,30}"
)
# "Prenez 640 élèves, enlevez les 118 internes", "sur 640, retirez-en 118".
_FROM = re.compile(
    r"\b(?:pren(?:ez|ons|ds)|part(?:ez|ons) (?:de|des)|sur|de|des)(?: [^\W\d_]+){0,2} $"
)
_TAKE_AWAY = re.compile(
    r"[^.;:()\d]{0,70}\b(?:retranch(?:ez|ons)|soustray(?:ez|ons)|déduis(?:ez|ons)|retir(?:ez|ons)"
    r"|ôt(?:ez|ons)|enlev(?:ez|ons))(?:-(?:en|y|leur|lui))?\b[^.;:()\d]{0,30}"
)
_LEAVES = re.compile(
    r"[^.;:()\d]{0,70}(?: :|,|\.| et) (?:et )?(?:il (?:vous |nous )?(?:en )?reste(?:ra)?|restent"
    r"|(?:vous|on|nous) (?:arriv\w+ à|obten\w+|obtien\w+|tomb\w+ à)|cela (?:fait|donne|laisse))"
    r"(?: (?:encore|donc|toujours))?(?: (?:les|quelque))? $"
)
# "Additionnez les 320 places du nord et les 145 du sud", "ajoutez aux 7 400 chômeurs 2 300 …".
_BOTH = re.compile(r"\b(?:additionn(?:ez|ons|e)|r?ajout(?:ez|ons|e)(?:-y)? (?:aux?|à))\b")
_AND = re.compile(r"[^.;:()\d]{0,60}(?: et|,) [^.;:,()\d]{0,20}|(?: [^\W\d_'-]+){1,6} ")
_HAD = re.compile(
    r"\b(?:on|nous|ils|elles|l'association|le club)(?: en| y)? (?:avait|avions|avaient|comptait"
    r"|comptions|comptaient|était|étions|étaient)(?: donc| déjà| à)? $"
)
_CAME = re.compile(
    r"[^.;:()\d]{0,60}, (?:puis )?(?:on|nous|ils|elles)(?: y| en)* (?:a|avons|ont)"
    r" (?:depuis |encore |ensuite )?(?:ajouté|inscrit|recruté|accueilli|reçu|engagé|embauché)e?s? "
    r"|[^.;:()\d]{0,60}, "
)
_JOINED_US = re.compile(
    r"[^.;:,()\d]{0,30} (?:nous |les )?(?:ont rejoints?|se sont ajoutée?s|sont (?:arriv|ven)\w+"
    r"|s'y sont ajoutée?s)\b"
)
_SO = r"(?:donc |ainsi |alors |désormais |déjà |du coup |maintenant )*"
_IS = re.compile(
    r"[^.;:()\d]{0,70}(?: :|,|\.| et) "
    rf"(?:et )?{_SO}(?:"
    rf"(?:vous|on|nous|tu)(?: en)? (?:arriv\w+|parv\w+) {_SO}à"
    rf"|(?:vous|on|nous|tu) (?:obten\w+|obtien\w+|atteign\w+|attein\w+) {_SO}"
    rf"|(?:on|nous|vous) (?:en )?(?:est|sommes|êtes) {_SO}à"
    rf"|(?:nous |vous |les )?(?:re)?voilà {_SO}à"
    rf"|(?:cela|ça) (?:nous |vous |en )?(?:fait|donne) {_SO}"
    r")(?: (?:un total de|quelque|les))? ?$"
)
_WITH_MORE = re.compile(
    r"[^.;:()]{0,60}\b(?:par (?:an|mois|jour|tête|personne|habitant|heure)|chacune?|de plus"
    r"|supplémentaires?|avec (?:les?|la|l'|ceux|celles|moi|toi|lui|elle|nous|vous)|dont|hors|sans"
    r"|si (?:on|l'on))\b"
)
_LOST = re.compile(
    r"\b(?:perdu\w*|partis?|départs?|retir\w+|enlev\w+|ôt\w+|moins|quitt\w+|sur un an|par an"
    r"|sur l'année|multipli\w+|désist\w+|démission\w+|décès|décéd\w+)\b"
)
# "Ajoutez 300 grammes de sucre, laissez cuire", "2 pommes et de la farine": more goes in or out.
_OF_A_RECIPE = re.compile(
    r"\b(?:cui(?:re|sez|t|sson)|mélang\w+|fouett\w+|pétri\w+|rédui\w+|égoutt\w+|sécher|mijot\w+)\b"
    r"|(?:,| et) (?:du |de la |de l'|des )"
)
AHEAD = 45  # characters before the first figure in which it is taken


def find(context: Context) -> Iterator[Total | Difference]:
    return in_passages(context, _aloud, _place, cues=_CUES, figures=3)


def _place(found: Total | Difference) -> Sequence[int]:
    if isinstance(found, Total):
        return found.places
    return tuple(one.extent.start for one in (found.before, found.after, found.stated))


def _aloud(passage: Passage) -> Iterator[Total | Difference]:
    figures = passage.figures
    for first, second, whole in zip(figures, figures[1:], figures[2:], strict=False):
        if not _alike(first, second) or not _alike(second, whole) or None in _values(first, whole):
            continue
        if _are_added(passage, first, second) and _is_sum(passage, second, whole):
            total = Total(whole, [first, second], complete=True, exclusive=True)
            if total.is_plausible:
                yield total
        elif _is_taken_away(passage, first, second, whole):
            yield Difference(second, first, whole, 0)


def _values(*figures: Quantity) -> list[object]:
    return [one.value for one in figures]


def _are_added(passage: Passage, first: Quantity, second: Quantity) -> bool:
    plain = passage.plain
    start = passage.sentence_of(first).extent.start
    ahead = lower(words_before(plain, first.reach.start, min(AHEAD, first.reach.start - start)))
    link = lower(plain[end_of(first) : max(end_of(first), second.reach.start)])
    if _LOST.search(link):
        return False
    if _TAKE.search(ahead) and _ADD.fullmatch(link):
        return True
    if _BOTH.search(ahead) and _AND.fullmatch(link):
        return True
    if _HAD.search(ahead) is None or _CAME.fullmatch(link) is None:
        return False
    told_so = "ajouté" in link or re.search(r", (?:puis )?(?:on|nous|ils|elles)\b", link)
    return told_so is not None or _JOINED_US.match(plain, second.extent.end) is not None


def _is_taken_away(passage: Passage, first: Quantity, second: Quantity, left: Quantity) -> bool:
    """ "Prenez les 640 élèves, enlevez les 118 internes : il en reste 522"."""
    plain = passage.plain
    start = passage.sentence_of(first).extent.start
    links = [
        lower(plain[end_of(one) : max(end_of(one), other.reach.start)])
        for one, other in ((first, second), (second, left))
    ]
    return (
        _FROM.search(lower(plain[start : first.reach.start])) is not None
        and _TAKE_AWAY.fullmatch(links[0]) is not None
        and _LEAVES.fullmatch(links[1]) is not None
        and not is_surplus(plain, left)
    )


def _is_sum(passage: Passage, second: Quantity, whole: Quantity) -> bool:
    plain, end = passage.plain, end_of(second)
    link = lower(plain[end : max(end, whole.reach.start)])
    if _IS.fullmatch(link) is None or _LOST.search(link) or is_surplus(plain, whole):
        return False
    if "obt" in link and told_noun(whole) not in {
        None,
        *(told_noun(one) for one in passage.figures[:2]),
    }:
        return False
    if _OF_A_RECIPE.search(link) or leaves_aside(plain, whole.extent.end):
        return False
    return _WITH_MORE.match(lower(words_after(plain, whole.extent.end, 90))) is None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are counts, of whatever there is, or sums of one currency or measure."""
    if one.kind in NUMBERS and other.kind in NUMBERS:
        return one.scale == other.scale
    measured = {QuantityKind.MONEY, QuantityKind.DIMENSION}
    return one.kind in measured and same_thing(one, other)
