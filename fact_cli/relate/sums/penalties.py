"""A term of prison and its two parts, firm and suspended: "trois ans dont un avec sursis".

The two make the term, whether both are told behind it or the firm one further on: "… Ce sont dix
mois ferme qu'il devra effectuer".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.scan.scanner import scanner

_CUES = ("sursis",)
_PARTS = ("sursis", "ferme", "exécuter")
_PRISON = (
    r"(?: (?:de |d')(?:prison|emprisonnement|réclusion|détention|incarcération|peine)"
    r"(?: criminelle)?)?"
)
_SUSPENDED = re.compile(
    rf"(?: mois| ans?)?{_PRISON} (?:avec|assortie?s? d[eu']|de|en) ?(?:un |le )?sursis\b"
)
_FIRM = re.compile(rf"(?: mois| ans?)?{_PRISON} (?:fermes?|sans sursis|à exécuter)\b")
_OF_WHICH = re.compile(rf"(?: mois| ans?)?{_PRISON}(?: ferme)?,? ?\(?dont (?:au moins )?$")
_AND = re.compile(r"[^.;:\d]{0,40}(?:,| et|,? dont|,? mais|,? plus) (?:les |les autres )?$")
_FRACTIONS = {
    "la moitié": Decimal(1) / 2, "un tiers": Decimal(1) / 3, "deux tiers": Decimal(2) / 3,
    "un quart": Decimal(1) / 4, "trois quarts": Decimal(3) / 4,
}  # fmt: skip
# What takes a term told before up again, and what is another one's, or was asked for.
_TAKES_UP = re.compile(
    r"\b(?:ce sont|soit|ses|restera|reste|restent|devra|effectuera"
    r"|purgera|purger|passera|exécutera|accomplira|fera)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:requi\w+|réquisitoire|réquisitions?|réclam\w+|demand\w+|première instance|en appel"
    r"|encour\w+|risqu\w+|autres?|complices?|co-?prévenus?|co-?accusés?|frère|sœur|fils|père"
    r"|épouse|compagne|associée?s?|celui|celle|ceux|second|seconde|déjà|précédemment|avait|avaient"
    r"|aussi|supplémentaires?|ajout\w+|à l'encontre|infligée?s?|prononcée?s?|plus que|levée?"
    r"|tombée?s?|antérieur\w*|meneur|voisins?|affaire|s'il|si elle|à défaut|dans le cas|en cas"
    r"|révo\w+|confusion|aménag\w+|cumul\w+|contre|quant)\b"
)
_ASKED = re.compile(r"\b(?:requis|requise|requises|demandée?s?|réclamée?s?|encourue?s?)\b")
BEHIND = 60  # characters behind a length in which words tell that it is firm or suspended


@dataclass(frozen=True, slots=True)
class _Term:
    """A length in months, where it is told, and which part of a penalty it is, if any."""

    months: Quantity
    role: str


@dataclass(frozen=True, slots=True)
class _Penalty:
    """A term and what of it is suspended; ``firm`` where that is told right beside it."""

    term: Quantity
    suspended: Quantity
    firm: Quantity | None


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    told = [(one, _terms(plain, one)) for one in context.sentences]
    penalties = [
        (sentence, penalty) for sentence, terms in told for penalty in _penalties(plain, terms)
    ]
    for _, one in penalties:
        if one.firm is not None:
            yield Total(one.term, [one.firm, one.suspended], complete=True)
    if len({(one.term.value, one.suspended.value) for _, one in penalties}) != 1:
        return
    own, penalty = penalties[0]
    if penalty.firm is not None or _is_asked_for(plain, own, penalty):
        return
    firms = [
        (sentence, one.months) for sentence, terms in told for one in terms if one.role == "firm"
    ]
    if len(firms) != 1:
        return  # of several people
    ((sentence, firm),) = firms
    near = sentence.sentence.block - own.sentence.block in (0, 1)
    behind = firm.extent > penalty.suspended.extent and near
    if behind and _takes_up(plain, sentence, own, penalty, firm):
        parts = [firm, penalty.suspended]
        yield Total(penalty.term, parts, complete=True, binding=Binding.INFERRED)


def _is_asked_for(plain: str, own: ScannedSentence, penalty: _Penalty) -> bool:
    """Whether a penalty is another one's, or what a prosecutor asked for."""
    ahead = lower(plain[own.extent.start : penalty.term.extent.start])
    behind = lower(plain[penalty.suspended.extent.end : own.extent.end])
    return _OF_ANOTHER.search(ahead) is not None or _ASKED.search(behind) is not None


def _takes_up(
    plain: str, sentence: ScannedSentence, own: ScannedSentence, penalty: _Penalty, firm: Quantity
) -> bool:
    """Whether a firm term is told as what is left of the penalty."""
    start = penalty.suspended.extent.end if sentence is own else sentence.extent.start
    words = lower(plain[start : sentence.extent.end])
    ahead = lower(plain[start : firm.extent.start])
    return _TAKES_UP.search(ahead) is not None and _OF_ANOTHER.search(words) is None


def _terms(plain: str, sentence: ScannedSentence) -> Sequence[_Term]:
    """The lengths of a sentence in months, bare numbers in the unit of the one before them."""
    if not any(
        word in lower(sentence.extent.of(plain)) for word in ("sursis", "ferme", "barreaux")
    ):
        return []
    found: list[_Term] = []
    unit = Unit.MONTHS
    times = {
        time.extent.start: time
        for time in sentence.times
        if isinstance(time.form, LengthForm)
        and unit_of(time.form.duration) in {Unit.YEARS, Unit.MONTHS}
    }
    for number in scanner().numbers(plain, sentence.extent):
        time = times.get(number.extent.start)
        if time is not None and isinstance(time.form, LengthForm):
            unit = unit_of(time.form.duration) or unit
            months = in_unit(time.form.duration, Unit.MONTHS)
            found.append(_term(plain, time.extent, months))
        elif found and not number.ordinal:
            months = number.value * (12 if unit is Unit.YEARS else 1)
            found.append(_term(plain, number.extent, months))
    return found


def _term(plain: str, extent: Extent, months: Decimal) -> _Term:
    behind = lower(words_after(plain, extent.end, BEHIND))
    role = "suspended" if _SUSPENDED.match(behind) else "firm" if _FIRM.match(behind) else ""
    exact = Bounds.exactly(months)
    kind = QuantityKind.DIMENSION
    return _Term(Quantity(extent, extent, kind, months, Decimal(1), exact, exact, "mois"), role)


def _penalties(plain: str, terms: Sequence[_Term]) -> Iterator[_Penalty]:
    """Each term of which the next length is told to be a part of."""
    for index, one in enumerate(terms):
        end = one.months.extent.end
        behind = terms[index + 1 : index + 3]
        fraction = _suspended_fraction(plain, one.months)
        if fraction is not None:
            yield _Penalty(one.months, fraction, None)
            continue
        if not behind or not _OF_WHICH.fullmatch(lower(plain[end : behind[0].months.extent.start])):
            continue
        roles = {part.role: part.months for part in behind[:1]}
        if len(behind) == 2 and behind[1].role and behind[1].role not in roles:
            link = plain[behind[0].months.extent.end : behind[1].months.extent.start]
            if _AND.fullmatch(lower(link)):
                roles[behind[1].role] = behind[1].months
        if "suspended" in roles:
            yield _Penalty(one.months, roles["suspended"], roles.get("firm"))


def _suspended_fraction(plain: str, term: Quantity) -> Quantity | None:
    """ "Quatre ans dont la moitié avec sursis": the part of a term that is suspended."""
    assert term.value is not None
    words = lower(words_after(plain, term.extent.end, BEHIND))
    for name, share in _FRACTIONS.items():
        at = words.find(name)
        if (
            at >= 0
            and _OF_WHICH.fullmatch(words[:at])
            and _SUSPENDED.match(words[at + len(name) :])
        ):
            start = term.extent.end + at
            extent = Extent(start, start + len(name))
            return _term(plain, extent, term.value * share).months
    return None
