from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import TwoRanks
from fact_cli.rule import because, contradicts, rule


@rule(
    on=TwoRanks,
    severity=Severity.WARNING,
    title={"fr": "Rangs qui s’excluent", "en": "Ranks that exclude each other"},
    wrong=[
        "Yverdon mène devant Aarau, deuxième avec le même capital de 31 points. Le peloton est compact, avec Thoune ({{2e}}, 29 pts) et Rapperswil (4e, 27 pts).",
        "Le Puy (2e, 43 points) signe sa cinquième victoire. Les Bretons, {{deuxièmes}} avec 41 points, devront réagir.",
        "Le Grand Est demeure la deuxième région exportatrice du pays. L'Allemagne achète. {{Troisième}} région de France par ses exportations, le Grand Est souffre.",
        "Le Casa Sport est deuxième avec le même total (23 points). Le leader est suivi par Guédiawaye ({{2e}}, 22 points).",
        "Bagnols, troisième ville du Gard, rouvre son cinéma. Pour la {{quatrième}} commune du Gard, Bagnols, c'est une fête.",
    ],
    right=[
        "Yverdon mène devant Aarau, deuxième avec le même capital de 31 points. Le peloton est compact, avec Thoune (3e, 29 pts) et Rapperswil (4e, 27 pts).",
        "Le Puy (2e, 43 points) signe sa cinquième victoire. Les Bretons, troisièmes avec 41 points, devront réagir.",
        "Le Havre est le deuxième port français. Pour les conteneurs, Le Havre devient le premier port français.",
        "Elle gagne douze places et pointe à la 33e place. Elle avait atteint la 29e place.",
        "Sixième de la première manche, il a pris la quatrième place de la course.",
    ],
)
def check(ranks: TwoRanks) -> Verdict | None:
    """Un rang ne se partage pas, et l'on n'en occupe qu'un : deuxième ou troisième ?

    La règle compare les rangs donnés à un même nom dans un même classement, et les points
    donnés à un même rang. Elle se tait dès qu'un autre classement, une autre date, une
    progression ou des ex æquo sont en vue.
    """
    return contradicts(
        ranks.again,
        [because(ranks.first, fr="autre rang dit", en="the other rank told")],
        "deux rangs",
        fr="ce rang ne s’accorde pas avec celui dit plus haut",
        en="this rank does not agree with the one told above",
    )
