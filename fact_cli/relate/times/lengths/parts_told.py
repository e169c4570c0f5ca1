"""What a length may be told of that is less than all that lies between two times."""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm

# "La première phase durera quatre mois": a part of the works that are dated.
_PART = re.compile(
    r"\b(?:l[ea]s? |l'|cette |cet |ce |ces |une? |chaque |sa |son |ses |leurs? )"
    r"(?:(?:\w+ )?(?:phases?|étapes?|parties?|volets?|tranches?|périodes?"
    r"|tronçons?|lots?|séquences?"
    r"|fouilles?|études?|sondages?|démolitions?|préparatifs?|essais?|portions?|segments?|moitiés?|mi-temps|sessions?|cycles?|chapitres?|épisodes?|stages?|ateliers?"
    r"|semaines?|journées?|modules?|manches?|sets?|tours?|plaidoiries|premi(?:er|ère)s?|seconde?s?"
    r"|deuxièmes?|troisièmes?|quatrièmes?|derni(?:er|ère)s?|hautes?|basses?)\b)"
    r"|\bchacune?\b|\b(?:par|chaque) "
)
# A deed inside what two times of day bound, unless what they bound is called so.
_ACT = re.compile(
    r"\b(?P<stem>(?:négoci|pourparler|tractation|discussion|débat|délib|échange|plaid|interrogat"
    r"|music|musique|marche|lutte|effort|recherch|conduite|concert|projection|film|fête|réunion"
    r"|incertitude|suspense|confusion|audition|séance))[^\W\d_]*"
)
_STEMS = {
    "négoci": "négoci|discussion|pourparler|tractation|rencontre|dialogue",
    "discussion": "négoci|discussion|pourparler|tractation|débat|rencontre|dialogue",
    "pourparler": "négoci|discussion|pourparler|tractation|rencontre|dialogue",
    "tractation": "négoci|discussion|pourparler|tractation|rencontre|dialogue",
    "débat": "débat|discussion|examen",
    "échange": "échange|discussion|débat|dialogue",
    "délib": "délib|retir|jurés",
    "interrogat": "interrogat|interrog|audition|garde à vue",
    "audition": "interrogat|interrog|audition|entend",
    "music": "music|musi|concert|récital",
    "musique": "musi|concert|récital",
    "marche": "march|randonn|défil|cortège",
}
# "Après trois heures de course, la moitié avait abandonné": at a time between the two.
_BY_THEN = re.compile(r"[^.;:]*\bavai(?:en)?t\b")
# "Pendant trois semaines, les bénévoles avaient monté …", "pendant deux heures encore, …".
_ANOTHER_TIME = re.compile(
    r"[^;:.]{0,60}\b(?:avaient|avait)\b| (?:encore|déjà|plus tard|auparavant)\b"
    r"|[^;:.,]{0,40} (?:plus tard|la veille)\b"
)
_MEAN = re.compile(
    r"[^.;:]{0,40}\b(?:en moyenne|au (?:plus|moins|maximum|minimum)|promis\w*|garanti\w*"
    r"|prévue?s?)\b"
)
# Two towns of a flight may lie in two time zones.
_FLIGHT = re.compile(
    r"\b(?:vols?|avions?|jets?|appareil|airbus|boeing|long-courrier|décoll\w+|atterri\w+)\b"
)
# By rail or ship to where clocks differ.
_OVERSEA = re.compile(
    r"\b(?:Londres|Douvres|Portsmouth|Newhaven|Folkestone|Plymouth|Poole|Eurostar|Lisbonne|Porto"
    r"|Dublin|Cork|Rosslare|Tanger|Alger)\b"
)
_TOWN = re.compile(r"\b(?:à|de|pour|vers|depuis|entre|et|sur|pour) [A-ZÀ-Þ]|\bd'[A-ZÀ-Þ]")

_PASSES = re.compile(
    r"\b(?:pass|ramen|rédui|tomb|descen|abaiss|écourt|raccourc|allong|mont)\w*(?: [^\W\d_]+){0,2} $"
)


def is_of_part(ahead: str) -> bool:
    """Whether what is told to have lasted, in lower case, is called a part of something."""
    return _PART.search(ahead) is not None


def is_act_within(plain: str, start: int, end: int, before: str) -> bool:
    """Whether a length from ``start`` to ``end`` is of a deed that ``before`` does not name."""
    behind = words_after(plain, end, 60)
    if _BY_THEN.match(behind) or _MEAN.match(behind):
        return True
    act = _ACT.search(f"{words_before(plain, start, 20)} {words_after(plain, end, 30)}")
    if act is None:
        return False
    stems = _STEMS.get(act["stem"], act["stem"])
    return re.search(rf"\b(?:{stems})", before) is None


def is_of_another_time(behind: str) -> bool:
    """Whether the words behind a length, in lower case, tell of what came before or after."""
    return _ANOTHER_TIME.match(behind) is not None


def is_flight(told: str) -> bool:
    """Whether a flight between two towns is told of: its times of day may be of two zones."""
    if _OVERSEA.search(told):
        return True
    return _FLIGHT.search(lower(told)) is not None and len(_TOWN.findall(told)) > 1


def is_shortened(plain: str, start: int) -> bool:
    """Whether two times from ``start`` are lengths: "le trajet passe de 2 h 10 à 1 h 45"."""
    return _PASSES.search(lower(words_before(plain, start, 40))) is not None


A_MONTH = Decimal("0.1")  # of a year


def is_of_full_years(length: TimeExpression, between: Bounds) -> bool:
    """ "Maire depuis mars 2001, il dirige la ville depuis dix-huit ans", in December 2019."""
    form, low, high = length.form, between.low, between.high
    if not isinstance(form, LengthForm) or low is None or high is None:
        return False
    return high - low < A_MONTH * 2 and low - 1 < form.duration.years <= low
