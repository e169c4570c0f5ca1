from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.relation import Repetition
from fact_cli.rule import because, contradicts, rule

_PASSAGE = (
    "La commune a rouvert sa piscine lundi après deux ans de travaux qui auront coûté trois "
    "millions d'euros, et les nageurs de la vallée y ont retrouvé leurs lignes d'eau, leurs "
    "vestiaires repeints et un bassin chauffé par la chaufferie du lycée voisin."
)


@rule(
    on=Repetition,
    severity=Severity.WARNING,
    title={"fr": "Passage qui figure deux fois", "en": "Passage that stands twice"},
    wrong=[
        f"{_PASSAGE}\n\nLe maire s'en réjouit.\n\n{{{{{_PASSAGE[:-1]}}}}}.",
        f"{_PASSAGE[:80]}\n{_PASSAGE[81:]}\n\nUn nageur raconte.\n\n{{{{{_PASSAGE[:-1]}}}}}.",
        f"{_PASSAGE} Elle compte 25 mètres.\n\nUn nageur raconte.\n\n{_PASSAGE} Elle compte {{{{52}}}} mètres.",
    ],
    right=[
        f"{_PASSAGE}\n\nLe maire s'en réjouit.",
        "La piscine a rouvert lundi.\n\nLa piscine a rouvert lundi.",
    ],
)
def check(repetition: Repetition) -> Verdict | None:
    """Un passage collé deux fois se voit mal à l'écran et bien à l'impression.

    La règle compare des suites de mots, sans égard aux fins de ligne ni aux guillemets ; elle
    se tait en dessous de trente mots, longueur des légendes et des formules d'agence. Deux copies
    qui ne diffèrent que par un chiffre valent un avertissement : l'une des deux est fausse.
    """
    for first, again in repetition.differing[:1]:
        return contradicts(
            again,
            [because(first, fr="première fois", en="first time")],
            "",
            fr="le même passage figure plus haut avec un autre chiffre",
            en="the same passage stands above with another figure",
        )
    count = repetition.word_count
    return contradicts(
        repetition.passage.again,
        [because(repetition.passage.first, fr="première fois", en="first time")],
        "",
        fr=f"{count} mots figurent déjà plus haut",
        en=f"{count} words already stand above",
        ceiling=Severity.INFO,
    )
