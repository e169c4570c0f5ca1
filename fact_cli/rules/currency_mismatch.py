from decimal import Decimal

from fact_cli.model.bounds import Bounds, is_near
from fact_cli.model.currencies import worth, worth_by_name
from fact_cli.model.figures import Exchange, SameSum
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.slips import digits_of
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

# Between two conversions lie other days and roundings to "une centaine de": a rate moves by
# a quarter within the years of which one article speaks.
MOVES = Bounds(Decimal("0.75"), Decimal("1.33"))
# A single conversion has no other to be set against: only what is far off all rates since 1999
# is a mistake, and rates of other years may lie farther.
EVER = Bounds(Decimal("0.36"), Decimal("2.75"))
FAR = Bounds(Decimal("0.2"), Decimal(5))
SINCE = Bounds(Decimal("0.9"), Decimal("1.12"))  # the same for a sum of these years: its rounding
# A sum at a rate that a law fixes may be off as it is rounded: to one, two or three digits.
LATITUDE = (Decimal("0.5"), Decimal("0.12"), Decimal("0.05"))
WEAKLY = Decimal("1.7")  # times that, up to which it may still be rounded
SHOWN = 3  # digits of a computed sum behind its first
LEAST = Decimal("0.1")  # a smaller rate is shown the other way round


@rule(
    on=Exchange,
    severity=Severity.ERROR,
    title={
        "fr": "Conversions qui supposent deux cours différents",
        "en": "Conversions that imply two rates of exchange",
    },
    wrong=[
        "Le théâtre reçoit 12,4 millions de dirhams (1,15 million d'euros), dont 3,2 millions ({{2,97 millions d'euros}}) de la ville.",
        "Le port a coûté 15 milliards de FCFA (22,8 millions d'euros), contre 12 milliards ({{183 millions}}) prévus.",
        "Le film a coûté 40 millions de dollars (36 millions d'euros). Il a rapporté 200 millions de dollars ({{18 millions d'euros}}).",
        "Le fonds détient 79 000 bitcoins, soit 1,6 milliard de dollars. Les cinq autres totalisent 780 000 bitcoins, ce qui vaut environ {{16 400 milliards de dollars}}.",
        "Elle paie 300 dollars (270 euros) de loyer. Son frère paie 500 dollars ({{45 euros}}).",
        "Le groupe rachète la start-up pour 120 millions de dollars ({{111 milliards d'euros}}).",
        "Le stade vaut 12 millions de livres (14 millions d'euros), le club 90 millions de livres ({{105 milliards d'euros}}).",
        "La banque accorde un prêt de 65,6 milliards de francs CFA ({{100 000 euros}}) pour la route.",
        "Le plan de relance pèse 21 300 milliards de yens, soit environ {{117 millions d'euros}}.",
        "Le groupe rachète l'usine pour 46 milliards de riyals ({{31,2 milliards d'euros}}).",
        "La Lotus coûte 42 900 livres sterling ({{94 900 euros}}) à Londres.",
        "Le métro coûtera 1,2 milliard de dirhams ({{110 milliards d'euros}}).",
        "Le premier don, de 3 milliards de FCFA (4,57 millions d'euros), ira aux écoles ; le second, de 8,5 milliards de FCFA ({{9,2 millions d'euros}}), à l'eau.",
        "La commune a reçu 400 000 euros ({{162 millions FCFA}}) de la coopération.",
        "Le maire gagne 250 000 francs CFA par mois ({{580 euros}}).",
        "L'opérateur a été condamné à 5 millions de francs CFP ({{24 900 euros}}) d'amende.",
        "L'affiche valait alors 500 francs, soit {{67 euros}}.",
        "Sa mère gagnait 4 000 marks ({{1 645 euros}}) par mois.",
    ],
    right=[
        "Le chalet se loue 100 dollars (62 euros) la nuit à Banff.",
        "En 1985, la Rolls coûtait 42 900 livres sterling (84 900 euros).",
        "Il a vendu 900 livres, soit 400 euros.",
        "Le sac coûte 10 000 francs CFA (15 euros), le pain 150 FCFA (0,20 euro).",
        "L'opérateur a été condamné à 5 millions de francs CFP (41 900 euros) d'amende.",
        "En 1965, la place coûtait 5 francs, soit 7,50 euros d'aujourd'hui.",
        "La place coûtait 5 francs (8 euros).",
        "Le terrain valait 40 000 francs (991 euros) en Belgique.",
        "L'amende est de 10 000 francs (9 500 euros) à Genève.",
        "En 1985, le pays empruntait 10 milliards de FCFA (30 millions d'euros).",
        "La ville a versé 300 millions de FCFA sur les 900 millions de FCFA prévus, soit 457 000 euros.",
        "Il loue deux chambres à 50 000 et 75 000 FCFA, soit 190 euros en tout.",
        "Le loyer est de 30 000 FCFA par mois, soit 550 euros par an.",
        "Il a reçu 100 000 FCFA (300 euros par couple).",
        "Le théâtre reçoit 12,4 millions de dirhams environ (1,15 million d'euros), dont 3,2 millions (297 000 euros) de la ville.",
        "Le port a coûté 15 milliards de FCFA (22,8 millions d'euros), contre 12 milliards (18,3 millions) prévus.",
        "Le tunnel a coûté 40 millions de livres (46 millions d'euros) et 1,2 million (8 euros chacun) y passent.",
        "La banque accorde un prêt de 65,6 milliards de francs CFA (100 millions d'euros) pour la route.",
        "Le plan de relance pèse 21 300 milliards de yens, soit environ 117 milliards d'euros.",
        "Le métro coûtera 1,2 milliard de dirhams (110 millions d'euros).",
        "La mine rapporte 4 milliards de francs (400 000 euros) à la commune.",
        "Le loyer est de 150 000 francs CFA, soit 20 euros de plus.",
        "Le kilo se vend entre 600 – 1480 FCFA (1,3 – 3,2 dollars). Le budget atteint 1,3 milliard de FCFA (2,8 millions de dollars).",
        "Le film a coûté 40 millions de dollars (36 millions d'euros). Il a rapporté 200 millions de dollars (180 millions d'euros).",
        "Elle paie 300 dollars (270 euros) de loyer. Son frère paie 500 dollars (environ 440 euros).",
        "Le stade vaut 12 millions de livres (14 millions d'euros), le club 90 millions de livres (105 millions d'euros).",
        "En 2008, il gagnait 1 000 dollars (630 euros). Il gagne 2 000 dollars (1 800 euros).",
        "Le groupe rachète la start-up pour 120 millions de dollars (111 millions d'euros).",
        "Le billet coûte 300 dollars (270 euros). Le visa coûte 50 livres (58 euros).",
        "Elle paie 300 dollars (270 euros) de loyer. Son frère paie 1 dollar (1 euro).",
    ],
)
def check(exchange: Exchange) -> Verdict | None:
    """Deux conversions d'un même article supposent le même cours, à peu de chose près.

    La règle compare chaque conversion à la première des deux mêmes monnaies. Elle admet que
    le cours ait bougé d'un quart ; au-delà elle avertit, et parle d'erreur quand il faut un
    facteur de plus de cinq. Une conversion seule n'est fausse que loin de tous les cours que
    les deux monnaies ont eus depuis 1999 : un million pour un milliard. Entre l'euro et une
    monnaie dont la loi fixe le cours (franc CFA, franc Pacifique, monnaies remplacées par
    l'euro), la conversion se recalcule ; un euro de plus qu'un franc d'autrefois peut en être
    le pouvoir d'achat d'aujourd'hui.
    """
    first, again = exchange.first, exchange.again
    if exchange.fixed is not None:
        return _by_law(again, exchange.fixed)
    if first is None:
        return _alone(again, recent=exchange.recent)
    told, at = again.other.extent, [first.one.extent, first.other.extent, again.one.extent]
    if first.exact is None or again.exact is None:
        return undecided(told, at, "une des valeurs reste ouverte")
    small = first.exact < LEAST
    formula = f"{_rate(first, small=small)} ; {_rate(again, small=small)}"
    if (first.rate * MOVES).meets(again.rate):
        return holds(told, at, formula)
    return contradicts(
        told,
        [
            because(again.one.extent, fr="même somme", en="same sum"),
            because(first.one.extent, fr="ailleurs", en="elsewhere"),
            because(first.other.extent, fr="vaut", en="is worth"),
        ],
        formula,
        fr=f"les deux conversions supposent des cours différents : {formula}",
        en=f"the two conversions imply different rates: {formula}",
        ceiling=Severity.WARNING if (first.rate * FAR).meets(again.rate) else Severity.ERROR,
    )


def _by_law(same: SameSum, fixed: Decimal) -> Verdict | None:
    """One conversion between two currencies whose rate a law fixes."""
    one, other = same.one, same.other
    if one.value is None or not other.value:
        return None
    exact = one.value * fixed
    shown = Decimal(round(exact, SHOWN - exact.adjusted())) if exact >= 1 else exact
    computed = show.amount(show.rounded(shown, 0 if exact >= 100 else 2), other)
    formula = f"{show.figure(one)} = {computed}"
    latitude = LATITUDE[min(digits_of(other.value, other.step), len(LATITUDE)) - 1]
    hedged = one.hedge is not None or other.hedge is not None
    latitude *= 2 if hedged else 1
    bounds = one.recomputed(loose=True) * Bounds.exactly(fixed)
    near = is_near(exact, other.value, latitude)
    if near or bounds.meets(other.recomputed(loose=True)):
        return holds(other.extent, [one.extent], formula)
    return contradicts(
        other.extent,
        [because(one.extent, fr="même somme", en="same sum")],
        formula,
        fr=f"au cours fixé par la loi, {show.figure(one)} font {computed}, pas {show.figure(other)}",
        en=f"at the rate fixed by law, {show.figure(one)} is {computed}, not {show.figure(other)}",
        suggestions=[computed],
        ceiling=Severity.WARNING
        if is_near(exact, other.value, latitude * WEAKLY)
        else Severity.ERROR,
    )


def _alone(same: SameSum, *, recent: bool) -> Verdict | None:
    """One conversion by itself, which may be a thousandfold off."""
    units = same.one.unit or "", same.other.unit or ""
    known, named = worth(*units), worth_by_name(*units)
    if same.exact is None or known is None or named is None:
        return None
    weak = same.rate.meets(known * EVER)
    if weak and (not recent or same.rate.meets(named * SINCE)):
        return None
    formula = _rate(same, small=same.exact < LEAST)
    return contradicts(
        same.other.extent,
        [because(same.one.extent, fr="même somme", en="same sum")],
        formula,
        fr=f"aucun cours ne fait de {show.figure(same.one)} {show.figure(same.other)}",
        en=f"no rate of exchange makes {show.figure(same.other)} of {show.figure(same.one)}",
        ceiling=Severity.WARNING if weak else Severity.ERROR,
    )


def _rate(same: SameSum, *, small: bool = False) -> str:
    """What the first unit is worth in the second, or the second in the first where it is little."""
    one, other, exact = same.one, same.other, same.exact or Decimal(0)
    if small and exact:
        one, other, exact = other, one, 1 / exact
    shown = show.number(show.rounded(exact, 0 if exact >= 100 else 2))
    return f"{show.figure(other)} ÷ {show.figure(one)} = {shown}"
