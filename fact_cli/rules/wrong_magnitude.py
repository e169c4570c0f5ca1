from decimal import Decimal

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import PRECISE, Slip, digits_of, slip_between
from fact_cli.model.totals import Total
from fact_cli.rule import because, contradicts, rule, show

FEW = 10  # of which no zero was lost or gained
LISTED = 3  # parts, which make a whole to the last digit but for its scale by no chance


@rule(
    on=Total,
    severity=Severity.ERROR,
    title={
        "fr": "Ordre de grandeur qui ne va pas avec la somme",
        "en": "Order of magnitude that does not fit the sum",
    },
    wrong=[
        "L'État verse 2 milliards d'euros, la région 1 milliard et la ville 1 milliard, soit un total de {{4 millions d'euros}}.",
        "Le barrage a coûté 300 millions d'euros, le tunnel 200 millions et le pont 100 millions, soit un total de {{600 milliards d'euros}}.",
        "La ville compte 1 200 écoliers, 800 collégiens et 500 lycéens, soit {{25 000}} élèves au total.",
        "Les dons font 410 euros, 230 euros et 160 euros, soit un total de {{80 euros}}.",
        "Le bilan est de {{302 940}} morts, dont 19 779 à l'hôpital et 10 515 en maison de retraite.",
        "Le pont coûte 5 milliards d'euros, dont la région ({{2,2 millions}}) et l'État (2,8 milliards) paient tout.",
    ],
    right=[
        "La ville dépense 48,5 millions d'euros : 31,2 millions pour le fonctionnement et 17,3 millions pour l'investissement, dont 6 millions pour l'école.",
        "Le syndicat arrive en tête avec 31 %, devant les trois autres (26 %, 19 % et 11 %).",
        "L'État verse 2 milliards d'euros, la région 1 milliard et la ville 1 milliard, soit un total de 4 milliards d'euros.",
        "Le barrage a coûté 300 millions d'euros, le tunnel 200 millions et le pont 100 millions, soit un total de 600 millions d'euros.",
        "La ville compte 1 200 écoliers, 800 collégiens et 500 lycéens, soit 2 500 élèves au total.",
        "Les dons font 410 euros, 230 euros et 160 euros, soit un total de 800 euros.",
        "L'État verse 1,26 milliard d'euros, la région 1,26 milliard et la ville 1 milliard, soit un total de 3,5 milliards d'euros.",
        "L'État verse 1,24 milliard d'euros, la région 1,24 milliard et la ville 1 milliard, soit un total de 3,5 milliards d'euros.",
    ],
)
def check(total: Total) -> Verdict | None:
    """Un million pour un milliard, un zéro de trop : la somme tombe juste à dix ou mille près.

    La règle s'applique à un total qui devient exact quand on le multiplie ou le divise par
    dix, cent, mille ou un million, faute que l'œil ne voit pas et que le lecteur paie.
    """
    whole, exact = total.whole, total.exact
    if exact is None or whole.value is None:
        return None
    if total.computed(loose=False).meets(whole.recomputed(loose=False)):
        return None
    if total.misscaled is not None:
        return _part(total, *total.misscaled)
    precise = digits_of(whole.value, whole.step) >= PRECISE
    listed = len(total.parts) >= LISTED and whole.value in {exact * 1000, exact / 1000}
    if not (total.complete or precise or listed) or whole.value < FEW:
        return None
    if slip_between(whole.value, exact, whole.step) is not Slip.FACTOR:
        return None
    terms = " + ".join(show.figure(part) for part in total.parts)
    computed = show.amount(exact, whole)
    return contradicts(
        whole.extent,
        [because(part.extent, fr="partie", en="part") for part in total.parts],
        f"{terms} = {computed}, pas {show.figure(whole)}",
        fr=f"les parties font {computed} : l’ordre de grandeur de {show.figure(whole)} est faux",
        en=f"the parts add up to {computed}: the magnitude of {show.figure(whole)} is wrong",
        suggestions=[computed],
    )


def _part(total: Total, part: Quantity, meant: Decimal) -> Verdict:
    """One part is a thousand times too large or too small."""
    shown = show.amount(meant, part)
    others = [one for one in total.parts if one is not part]
    terms = " + ".join(show.figure(one) for one in others)
    return contradicts(
        part.extent,
        [
            because(total.whole.extent, fr="le total", en="the total"),
            *(because(one.extent, fr="partie", en="part") for one in others),
        ],
        f"{show.figure(total.whole)} − ({terms}) = {shown}, pas {show.figure(part)}",
        fr=f"avec {shown} au lieu de {show.figure(part)}, la somme est juste",
        en=f"with {shown} instead of {show.figure(part)} the sum is right",
        suggestions=[shown],
    )
