from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.mention import Quantity
from fact_cli.model.shares import SameShare, in_percent
from fact_cli.rule import because, contradicts, holds, rule, show

FAR = Decimal("1.5")  # times the fraction that "plus d'un quart" reaches, and by which less
WIDE = Bounds(Decimal(-6), Decimal(6))  # percent points by which some round a fraction


@rule(
    on=SameShare,
    severity=Severity.ERROR,
    title={
        "fr": "Fraction et pourcentage qui ne s’accordent pas",
        "en": "Fraction and percentage that disagree",
    },
    wrong=[
        "La moitié des élus, soit {{27 %}}, ont voté.",
        "Un quart ({{35 %}}) des élèves mangent à la cantine.",
        "Plus d'un quart ({{71 %}}) des élèves mangent à la cantine.",
        "Un foyer sur six, soit {{25 %}}, n'est pas raccordé.",
        "La moitié ({{62 %}}) des communes ont répondu.",
        "Une majorité ({{47 %}}) des sondés approuve le projet.",
        "Deux tiers ({{76 %}}) des lits sont occupés.",
        "Un salarié sur quatre, {{35 %}} des 800 employés, est passé à temps partiel.",
        "Seuls {{5,2 %}} des Portugais ont été vaccinés, soit un sur douze.",
        "À peine un cycliste sur quinze ({{12 %}}) porte un gilet.",
        "{{48 %}} des Bretons, près d'un sur trois, souhaitent son départ.",
        "La part des élèves boursiers est de {{20 %}} : un élève sur quatre.",
        "{{20 %}} des élèves ont échoué. Cela représente un élève sur quatre.",
        "Un parent sur 57 siège au conseil, ce qui représente {{8 %}} du total.",
    ],
    right=[
        "Le prix a augmenté de 8 %, soit un quart de la hausse prévue.",
        "20 % des salariés, un cadre sur deux, sont en télétravail.",
        "De ce groupe, 54 % invoquent le coût. Cela représente environ un tiers des sondés.",
        "Un enfant sur cinq est en surpoids (6 % sont obèses).",
        "La pauvreté touche un enfant sur trois. La proportion est de 20 % en Flandre.",
        "Le vote blanc atteint 4,6 %, soit un votant sur vingt-deux.",
        "Cinq régions sur dix dépassent la moyenne, de la Côte (62,4 %) au Plateau (54,5 %).",
        "Un département sur quatre fait moins bien que la Creuse (61 %).",
        "Trois villes sur quatre progressent, surtout Oran (12,4 %).",
        "Deux tiers des bureaux placent en tête la maire sortante (48,1 %).",
        "La maire sortante arrive en tête avec 38,2 % des suffrages exprimés, soit un quart seulement des inscrits.",
        "La banque s'en tenait à 0,9 %, soit trois dixièmes de plus qu'en mars.",
        "Deux élèves sur dix portent des lunettes. Parmi eux, 54 les ont reçues cette année, soit 62,8 %.",
        "Après le dépouillement de cinq bureaux sur six, elle arrive en troisième position (20,2 %).",
        "La holding cède 2,7 % du capital du groupe, soit la moitié de sa participation.",
        "Douze départements font à eux seuls la moitié de la hausse au niveau national (+11 %).",
        "Un quart (25 %) des élèves mangent à la cantine.",
        "Un foyer sur six, soit 17 %, n'est pas raccordé.",
        "La moitié (51 %) des communes ont répondu.",
        "Deux tiers (65 %) des lits sont occupés.",
        "Un tiers (34,8 %) des lits sont occupés.",
        "Une large majorité des sondés (62 %) approuve le projet.",
        "Plus de la moitié (69,4 %) des enfants n'ont aucun symptôme.",
        "Près de la moitié (47 %) des communes ont répondu.",
        "La production a été divisée par cinq (80 %).",
    ],
)
def check(same: SameShare) -> Verdict | None:
    """Une même part dite deux fois, en fraction et en pour cent, doit être la même part.

    La règle s'applique quand l'une suit l'autre entre parenthèses ou derrière « soit ». Une
    fraction en mots est approximative : la moitié va de 47 à 53 %, le tiers de 31 à 35 %.
    """
    fraction = same.first
    first, again = in_percent(fraction, loose=False), in_percent(same.again, loose=False)
    if fraction.value is not None:
        first = _opened(first, fraction)
    told = "plus de 50 %" if fraction.value is None else show.percent(fraction.value * 100)
    formula = f"{told} et {show.figure(same.again)}"
    if first.meets(again):
        return holds(same.again.extent, [same.first.extent], formula)
    close = fraction.value is not None and (first + WIDE).meets(again)
    return contradicts(
        same.again.extent,
        [because(same.first.extent, fr="la fraction", en="the fraction")],
        formula,
        fr=f"la fraction vaut {told}, pas {show.figure(same.again)}",
        en=f"the fraction is {told.replace('plus de', 'more than')}, not {show.figure(same.again)}",
        suggestions=[] if fraction.value is None else [told],
        ceiling=Severity.WARNING if close else Severity.ERROR,
    )


def _opened(bounds: Bounds, fraction: Quantity) -> Bounds:
    """The bounds of "plus de la moitié", which can be far more, but not three quarters."""
    percent = (fraction.value or Decimal(0)) * 100
    if fraction.strict.high is None:  # the other end stands: less than half is not "plus de"
        return Bounds(percent - 1, percent * FAR)
    if fraction.strict.low is None:
        return Bounds(percent / FAR, percent + 1)
    return bounds
