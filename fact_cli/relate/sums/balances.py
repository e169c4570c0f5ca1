"""A balance and its two sides: "un déficit de 854 millions … les exportations s'établissent à
2,268 milliards, les importations à 3,059".

What the balance is told of names its sides, so that no word need set them against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Comparison, Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import is_large_and_bare, told_like
from fact_cli.relate.neighbours import in_unit_of, is_surplus, printed, told_noun, usable
from fact_cli.relate.sums.listing import without_times

_CUES = ("déficit", "excédent", "solde", "balance", "bénéfice", "perte")
_GAP = r"(?:(?!\b(?:contre|dont|soit|après|avec|vers|objectif|hors)\b)(?:[^.;:\d]|: )){0,70}$"
_BALANCE = r"\b(?:déficit|excédent|solde|balance|bénéfice|perte)\b(?: [^\W\d_]+){0,2} (?:"
_GAIN_OR_LOSS = re.compile(
    r"\b(?:excédent|bénéfice|déficit|perte|(?<=solde )positif|(?<=solde )négatif)\b"
)
_STEP = re.compile(
    r"\b(?:crû|augment\w+|progress\w+|recul\w+|baiss\w+|bond\w+|chut\w+|diminu\w+|hausse|baisse"
    r"|repli|creus\w+|rédui\w+|aggrav\w+|accr\w+|allég\w+) (?:[^\W\d_]+ )?(?:de|d') ?$"
)
_COMPARED = re.compile(
    r"\b(?:contre|après(?!-)|au lieu d[eu']|prév\w+|attend\w+|objectif|moyenne|dont|vers|hors"
    r"|en \d{4}"
    r"|plus de|plus d'|moins de)\b(?:[^.;:\d]|\d,\d){0,40}$"
)


@dataclass(frozen=True, slots=True)
class _Account:
    name: str
    plus: str
    minus: str


# "les exportations de phosphates" are some of them.
_OF_ALL = r"(?! (?:de |d')(?!biens\b|marchandises\b|la |l'|ce |son |notre |tous ))"
_ACCOUNTS = (
    _Account(
        r"commerciale?|de la balance commerciale|extérieure?|des échanges|du commerce extérieur",
        rf"exportations{_OF_ALL}|ventes à l'étranger|expéditions",
        rf"importations{_OF_ALL}|achats à l'étranger",
    ),
    _Account(
        r"budgétaire|public|du budget|de l'exercice|de fonctionnement|d'investissement|courant"
        r"|de|d'|atteint|est de|s'élève à|s'établit à",
        r"recettes|ressources|produits",
        r"dépenses|charges",
    ),
    _Account(r"naturel|démographique", r"naissances", r"décèss?|morts"),
    _Account(r"migratoire", r"arrivées|entrées|immigrants", r"départs|sorties|émigrants"),
    _Account(r"touristique|du tourisme|des services|des paiements", r"recettes", r"dépenses"),
)
_ADJUSTED = re.compile(
    r"\b(?:compte tenu|(?:y )?compris|corrig\w+|ajust\w+|hors|base (?:caisse|ordonnancement)"
    r"|dons|prêts|report\w*|net(?:te|tes|s)? d)\b"
)
# "les exportations ont progressé de 3,3 %, à": where they have come to.
_GROWN = re.compile(
    r" (?:de|d') ?\d+(?:,\d+)? ?%(?: [^\W\d_]+){0,3},?"
    r"(?= (?:à|et atteign\w+|et s'établi\w+ à|pour (?:atteindre|s'établir à|se fixer à|s'élever à))"
    r" (?:près de |environ |quelque )?$)"
)
_ANY_SIDE = re.compile("|".join(f"{one.plus}|{one.minus}" for one in _ACCOUNTS))
_STANDS_FOR_SIDE = {None, "personne", "habitant", "âme", "unité", "individu", "cas"}
_NO_AMOUNTS = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL}
BACK, AHEAD = 2, 2  # sentences around the balance in which its sides stand
NEARLY = Decimal("0.15")  # of the larger, by which a balance may be wrong


def find(context: Context) -> Iterator[Difference | Comparison]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        words = lower(sentence.extent.of(plain))
        if not any(cue in words for cue in _CUES):
            continue
        near = [
            one
            for one in context.sentences[max(0, index - BACK) : index + AHEAD + 1]
            if abs(one.sentence.block - sentence.sentence.block) <= 1
        ]
        for account in _ACCOUNTS:
            yield from _balance(plain, sentence, near, account)


def _balance(
    plain: str, sentence: ScannedSentence, near: Sequence[ScannedSentence], account: _Account
) -> Iterator[Difference | Comparison]:
    told = _named(plain, [sentence], f"{_BALANCE}{account.name}){_GAP}")
    plus, minus = (
        [one for one in _named(plain, near, rf"\b(?:{side})\b{_GAP}") if one not in told]
        for side in (account.plus, account.minus)
    )
    if not len(told) == len(plus) == len(minus) == 1:
        return
    (stated,) = told
    gained, spent = (_in_money(one, stated) for one in (*plus, *minus))
    low, high = sorted((gained, spent), key=lambda one: one.value or 0)
    sides = [in_unit_of(one, stated) for one in (low, high)]
    if None in sides or len({one.extent for one in (stated, low, high)}) < 3:
        return
    found = Difference(low, high, stated, 0, Binding.INFERRED)
    exact = found.exact
    if exact is None or stated.value is None or stated.value >= (high.value or 0):
        return
    if _is_adjusted(plain, near, stated, abs(exact)):
        return
    if found.computed(loose=False).meets(stated.recomputed(loose=False)):
        called = _called(plain, sentence, stated)
        if called and called * ((gained.value or 0) - (spent.value or 0)) < 0:
            two = (gained, spent) if called > 0 else (spent, gained)
            yield Comparison(*two, at=stated, binding=Binding.INFERRED)
    slip = slip_between(*_printed(stated, exact))
    if is_near(exact, stated.value, NEARLY) or slip is not None:
        yield found


def _in_money(figure: Quantity, stated: Quantity) -> Quantity:
    """A bare side of a balance that is told in money: "et les dépenses à 91 200"."""
    elided = stated.kind is QuantityKind.MONEY and is_large_and_bare(figure)
    return told_like(figure, stated) if elided else figure


def _called(plain: str, sentence: ScannedSentence, stated: Quantity) -> int:
    """1 where a balance is called a gain, -1 where a loss, 0 where it is only a balance."""
    told = _GAIN_OR_LOSS.findall(lower(plain[sentence.extent.start : stated.reach.start]))
    if not told:
        return 0
    return 1 if told[-1].startswith(("excéd", "bénéf", "positif")) else -1


def _is_adjusted(
    plain: str, near: Sequence[ScannedSentence], stated: Quantity, exact: Decimal
) -> bool:
    """Whether more goes into the balance: "compte tenu des fonds en route (+41 milliards)"."""
    if _ADJUSTED.search(lower(plain[near[0].extent.start : near[-1].extent.end])):
        return True
    others = [one.value for each in near for one in usable(each.quantities)]
    apart = abs(exact - (stated.value or exact))
    return any(value == apart for value in others if apart)


def _printed(stated: Quantity, exact: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    value, step = printed(stated)
    return value, exact, step


def _named(plain: str, near: Sequence[ScannedSentence], words: str) -> list[Quantity]:
    """The figures that ``words`` call, right before or as what is counted.

    Those told for comparison are left out.
    """
    form = re.compile(words)
    found: list[Quantity] = []
    for sentence in near:
        for one in usable(sentence.quantities):
            if one.kind in _NO_AMOUNTS or is_surplus(plain, one):
                continue
            start = sentence.extent.start
            ahead = lower(plain[start : one.reach.start])
            ahead = _GROWN.sub("", without_times(ahead, start, sentence.times))
            noun = f"{told_noun(one)}s "
            if told_noun(one) not in _STANDS_FOR_SIDE and not _ANY_SIDE.match(noun):
                continue  # "265 décès et 74 mariages"
            called = form.search(noun if _ANY_SIDE.match(noun) else ahead)
            if called and not _COMPARED.search(ahead) and not _STEP.search(ahead):
                found.append(one)
    return found
