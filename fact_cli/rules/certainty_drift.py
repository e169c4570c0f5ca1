from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import Drift
from fact_cli.rule import because, contradicts, rule


@rule(
    on=Drift,
    severity=Severity.INFO,
    title={"fr": "Titre plus sûr que l’article", "en": "Headline surer than the article"},
    wrong=[
        "{{Le ministre complote pour investir la mairie}}\n\nLe ministre aurait comploté mardi avec deux élus pour investir la mairie de Lyon. Il nie.",
        "{{Le groupe Vaurin rachète la chaîne Delta}}\n\nLe groupe Vaurin aurait racheté la chaîne Delta pour 20 millions d'euros. Rien n'est confirmé.",
    ],
    right=[
        "Le groupe Vaurin aurait racheté la chaîne Delta\n\nLe groupe Vaurin aurait racheté la chaîne Delta pour 20 millions d'euros.",
        "Le groupe Vaurin rachète la chaîne Delta\n\nLe groupe Vaurin a racheté la chaîne Delta. Il aurait payé 20 millions d'euros.",
        "Selon la presse, le groupe Vaurin rachète Delta\n\nLe groupe Vaurin aurait racheté la chaîne Delta pour 20 millions d'euros.",
    ],
)
def check(drift: Drift) -> Verdict | None:
    """Un titre qui affirme ce que l'article dit au conditionnel engage le journal seul.

    La règle cherche dans le corps un conditionnel de presse (« aurait discuté ») dont le verbe
    et deux mots au moins sont ceux du titre, et que rien d'autre n'affirme. Elle se tait quand
    le titre cite, interroge, dit « selon » ou emploie lui-même le conditionnel. Elle informe
    seulement : le reste de l'article peut porter la certitude.
    """
    return contradicts(
        drift.title,
        [because(drift.hearsay, fr="au conditionnel", en="in the conditional")],
        "titre affirmatif, corps au conditionnel",
        fr="le titre affirme ce que le corps dit au conditionnel",
        en="the headline asserts what the body tells in the conditional",
    )
