from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import Unsourced
from fact_cli.rule import contradicts, rule


@rule(
    on=Unsourced,
    severity=Severity.INFO,
    by_default=False,
    title={"fr": "Chiffre sans source", "en": "Figure without a source"},
    wrong=[
        "La commune a voté son budget.\n\nLes travaux coûteront {{3 millions d'euros}} et dureront un an.",
        "Le festival a fermé.\n\nLe site a attiré {{12 000}} visiteurs en dix jours.",
    ],
    right=[
        "La commune a voté son budget.\n\nSelon le maire, les travaux coûteront 3 millions d'euros.",
        "La commune a voté son budget.\n\nLes trois adjoints étaient absents.",
        "Le site a attiré 12 000 visiteurs, a annoncé la mairie.",
    ],
)
def check(unsourced: Unsourced) -> Verdict | None:
    """Un chiffre vient de quelqu'un : la règle relève les paragraphes où personne ne le donne.

    Elle ne fait pas partie des règles courantes ; ``--select unsourced-figure`` la demande.
    """
    count = unsourced.count
    return contradicts(
        unsourced.at,
        [],
        f"{count} chiffres sans source" if count > 1 else "1 chiffre sans source",
        fr="aucune source dans le paragraphe",
        en="no source in the paragraph",
    )
