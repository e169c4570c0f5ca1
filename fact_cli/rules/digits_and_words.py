from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import TwoSpellings
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=TwoSpellings,
    severity=Severity.ERROR,
    title={"fr": "Nombre en lettres et en chiffres", "en": "Number in words and in digits"},
    wrong=[
        "L'arrêté est valable trente ({{40}}) jours.",
        "Le prêt est de douze millions cinq cent mille ({{12 050 000}}) euros.",
        "Le contrat porte sur 372 millions ({{trois cent vingt-sept millions}}) de doses.",
        "Le délai est de quatre-vingt-dix ({{80}}) jours.",
        "La revue versera vingt-cinq mille euros ({{35 000 €}}) à l'ancien maire.",
    ],
    right=[
        "L'arrêté est valable trente (30) jours.",
        "Le prêt est de douze millions cinq cent mille (12 500 000) euros.",
        "Le délai est de quatre-vingt-dix (90) jours.",
        "La revue versera vingt-cinq mille euros (25 000 €) à l'ancien maire.",
        "Elle devra mille deux cents (1.200) euros.",
        "Le jury a vu trois (2 hommes et 1 femme) candidats.",
        "L'école compte vingt-deux (3) élèves de plus.",
    ],
)
def check(spellings: TwoSpellings) -> Verdict | None:
    """Un nombre écrit en lettres puis en chiffres doit être le même : trente n'est pas 40.

    La règle lit les nombres dont l'un est entre parenthèses juste derrière l'autre. Elle se
    tait pour un petit chiffre entre parenthèses, qui peut appeler une note.
    """
    first, again = show.number(spellings.value), show.number(spellings.again_value)
    if spellings.value == spellings.again_value:
        return holds(spellings.again, [spellings.first], f"{first} = {again}")
    return contradicts(
        spellings.again,
        [because(spellings.first, fr="l’autre écriture", en="the other spelling")],
        f"{first} ≠ {again}",
        fr=f"{first} d’une façon, {again} de l’autre",
        en=f"{first} one way, {again} the other",
        suggestions=[first],
    )
