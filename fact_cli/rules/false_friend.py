from decimal import Decimal

from fact_cli.model.figures import Amount
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import contradicts, rule, show

BEYOND_MONEY = Decimal(10) ** 15  # of any currency of weight: all wealth on earth is less
_STRONG = {"EUR", "USD", "GBP", "CHF", "CAD"}


@rule(
    on=Amount,
    severity=Severity.ERROR,
    title={"fr": "Trillion ou billion à l’anglaise", "en": "English trillion or billion"},
    wrong=[
        "Le krach a effacé {{1,2 trillion de dollars}} de valeur boursière.",
        "La dette atteint {{36 trillions de dollars}}.",
        "L'entreprise vaut {{2 trillions d'euros}}.",
        "Le milliardaire possède {{1 100 billions de dollars}}.",
    ],
    right=[
        "La firme promet d'investir « 2.1 trillions de dollars », entendez 2 100 milliards.",
        "Le krach a effacé 1 200 milliards de dollars de valeur boursière.",
        "La dette atteint 36 billions de dollars, soit 36 000 milliards de dollars.",
        "Le marché pèse 2 billions de dollars.",
        "La banque centrale a imprimé 100 trillions de dollars zimbabwéens.",
        "L'étoile est à 40 billions de kilomètres.",
        "Le calcul donne 100 billions de décimales.",
    ],
)
def check(amount: Amount) -> Verdict | None:
    """Un trillion français vaut un milliard de milliards : en dollars, c'est toujours l'anglais.

    La règle s'applique aux sommes en monnaie forte qui dépasseraient toute la richesse du
    monde. Le trillion anglais est le billion français, mille milliards.
    """
    quantity = amount.quantity
    value = quantity.value
    if value is None or value < BEYOND_MONEY or quantity.unit not in _STRONG:
        return None
    factor = Decimal(10) ** 6 if amount.multiplier == "trillion" else Decimal(10) ** 3
    meant = show.amount(value / factor, quantity)
    return contradicts(
        quantity.extent,
        [],
        f"1 {amount.multiplier} = {show.number(factor)} × ce que l’anglais appelle ainsi",
        fr=f"le {amount.multiplier} français vaut {show.number(factor)} fois l’anglais : {meant} ?",
        en=f"the French {amount.multiplier} is {show.number(factor)} English ones: {meant}?",
        suggestions=[meant],
    )
