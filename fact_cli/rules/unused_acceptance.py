from fact_cli.model.acceptance import Acceptance, Trouble
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import contradicts, rule

_FR = {
    Trouble.UNUSED: "cette acceptation de {words} ne correspond à aucun constat",
    Trouble.UNUSED_ENTRY: "l’acceptation de {words} ne correspond plus à rien (factcheck accept --prune l’enlève)",
    Trouble.UNKNOWN_RULE: "règle inconnue dans une acceptation : {words}",
    Trouble.UNKNOWN_WORD: "annotation inconnue : {words} (connues : ignore, disable, enable)",
    Trouble.NO_RULE: "annotation sans nom de règle : {words}",
    Trouble.NOT_DISABLED: "enable sans disable avant lui : {words}",
}
_EN = {
    Trouble.UNUSED: "this acceptance of {words} matches no finding",
    Trouble.UNUSED_ENTRY: "the acceptance of {words} matches nothing any more (factcheck accept --prune removes it)",
    Trouble.UNKNOWN_RULE: "unknown rule in an acceptance: {words}",
    Trouble.UNKNOWN_WORD: "unknown mark: {words} (known: ignore, disable, enable)",
    Trouble.NO_RULE: "mark without the name of a rule: {words}",
    Trouble.NOT_DISABLED: "enable without disable before it: {words}",
}


@rule(
    on=Acceptance,
    severity=Severity.WARNING,
    title={
        "fr": "Acceptation qui ne correspond à aucun constat",
        "en": "Acceptance that matches no finding",
    },
    wrong=[
        "{{<!-- factcheck: ignore wrong-total -- chiffres arrondis -->}}\n\nLa promotion compte 88 élèves, 49 femmes et 39 hommes.",
        "Le marché rouvre lundi.\n\n{{<!-- factcheck: disable wrong-weekday -->}}\n\nIl fermera le mercredi 6 mars 2024.\n\n<!-- factcheck: enable wrong-weekday -->",
        "{{<!-- factcheck: ignore wrong-totl -->}}\n\nLe marché rouvre lundi à neuf heures.",
        "{{<!-- factcheck: ignore -- chiffres arrondis -->}}\n\nLe marché rouvre mardi à neuf heures.",
    ],
    right=[
        "<!-- factcheck: ignore wrong-total -- chiffres arrondis -->\n\nLa promotion compte 86 élèves, 49 femmes et 39 hommes.",
        "<!-- factcheck: disable impossible-date -->\n\nLe marché rouvrira le 31 avril.\n\n<!-- factcheck: enable impossible-date -->\n\nLes élèves du lycée partent en Italie le 30 juin.",
    ],
)
def check(acceptance: Acceptance) -> Verdict | None:
    """Un constat accepté puis corrigé laisse une acceptation qui couvrirait la faute suivante.

    Une acceptation est une annotation de Markdown ou de HTML (« ignore » pour le bloc qui
    suit, « disable » jusqu'à « enable ») ou une entrée de .factcheck-accepted.toml. Celle qui
    ne correspond plus à rien est signalée, si sa règle a été appliquée et si son fichier a
    été lu ; factcheck accept --prune enlève ces entrées. Un nom de règle inconnu est signalé
    ici aussi. « (sic) » après un chiffre n'est jamais signalé.
    """
    return contradicts(
        acceptance.at,
        [],
        "",
        fr=_FR[acceptance.trouble].format(words=acceptance.words),
        en=_EN[acceptance.trouble].format(words=acceptance.words),
        suggestions=acceptance.nearest,
    )
