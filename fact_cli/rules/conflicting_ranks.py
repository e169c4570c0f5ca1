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
        "Ski : Anne Martin troisième à Davos\n\nLa Jurassienne a frappé fort. Anne Martin a pris la {{deuxième}} place du sprint de Davos.",
        "Rugby : Clermont s'incline\n\nAu classement, le club auvergnat est quatrième après cette journée. {{Sixième}} du championnat, Clermont recevra Castres.",
        "Éric Perrineau a terminé troisième du rallye. « Finir {{au pied du podium}} laisse un goût amer », a commenté Perrineau.",
        "Van Hecke occupe la troisième place du général. {{Quatrième}} du général à 42 secondes, il peut encore rêver du podium.",
        "Basket : Strasbourg signe une septième victoire d'affilée\n\nLe public a chanté. Ce {{sixième}} succès consécutif ravit le club.",
        "La Jurassienne Anne Martin est en bronze à Tokyo. « Une {{médaille d'argent}} mondiale, je n'y crois pas », dit la Jurassienne, Anne Martin.",
        "Le tirage n'a pas gâté Manon Rouvier, 48e joueuse mondiale. {{84e}} au classement mondial, Manon Rouvier reste calme.",
        "Luc Darbon, troisième de l'épreuve, sourit. Classement : 1. Paul Renard ; {{2}}. Luc Darbon ; 3. Tim Aerts ; 4. Jo Holm",
        "L'équipe est en forme. En 2015, lors de la 11e édition, elle avait fini troisième. À Maputo, en 2011 ({{11}}e édition), elle avait été cinquième.",
        "En 2019, la 31e édition du festival de Bourges a attiré 80 000 personnes. La {{31}}e édition, en 2018, avait été un échec.",
        "L'Algérie est quatrième, alors que la Tunisie et la Côte d'Ivoire pointent respectivement aux {{quatrième}} et cinquième rangs.",
        "Arrivée quatrième dimanche du départ groupé, la Jurassienne a mis du temps à réaliser. Avec cette {{cinquième}} place, elle remonte.",
    ],
    right=[
        "L'équipe est deuxième derrière l'Oural (70 titres), devant la Baltique (41) et l'Altaï (27).",
        "En 2019, la 31e édition du festival de Bourges a attiré 80 000 personnes. La 30e édition, en 2018, avait été un échec.",
        "En 2019, lors de la 31e édition du festival, il a plu. La 31e édition du salon, en 2018, avait été un échec.",
        "En 2015, lors de la 12e édition, elle avait fini troisième. À Maputo, en 2011 (11e édition), elle avait été cinquième.",
        "Le 12e congrès des maires s'est tenu en 2015. Le 12e congrès des notaires (2014) avait eu lieu à Lille.",
        "L'Espagne est troisième, alors que la France et l'Italie sont respectivement aux quatrième et cinquième places.",
        "Arrivée quatrième dimanche du départ groupé, la Jurassienne sourit. Avec cette quatrième place, elle remonte.",
        "Le club a terminé sixième du championnat. Cette cinquième place en cinq ans sur le podium européen est un record.",
        "La Savoyarde Claire Morel est sortie en première position devant Julie Petit. Petit termine deuxième en 2 min 6 s et Morel troisième.",
        "Le Norvégien Lucas Braathen, 7e dimanche, reste premier avec 466 points. Il devance son compatriote Henrik Kristoffersen, le champion du monde en titre, 5e en Californie, qui en compte 434. Kristoffersen pointe au 3e rang avec 874 points.",
        "Yverdon mène devant Aarau, deuxième avec le même capital de 31 points. Le peloton est compact, avec Thoune (3e, 29 pts) et Rapperswil (4e, 27 pts).",
        "Le Puy (2e, 43 points) signe sa cinquième victoire. Les Bretons, troisièmes avec 41 points, devront réagir.",
        "Le Havre est le deuxième port français. Pour les conteneurs, Le Havre devient le premier port français.",
        "Elle gagne douze places et pointe à la 33e place. Elle avait atteint la 29e place.",
        "Descente : Pinet deuxième\n\nPinet, troisième à l'entraînement, a cédé pour 4 centièmes.",
        "Anne Martin est quatrième de l'étape. Dans le classement par points, Anne Martin est deuxième.",
        "La 4e place revient à Neita. Sixième jeudi, Anne Martin est troisième du général.",
        "La Chine, premier producteur mondial de riz, exporte. La Chine, deuxième importateur mondial de riz, achète.",
        "La France, deuxième économie européenne, recule. La France, septième économie mondiale, investit.",
        "Ski : Anne Martin troisième à Davos\n\nSa coéquipière Julie Roux a pris la cinquième place de l'épreuve.",
        "Anne Martin a terminé troisième du super-G vendredi. Anne Martin a pris la deuxième place de la descente samedi.",
        "Luc Darbon, troisième du général, sourit. Classement de l'étape : 1. Paul Renard ; 2. Luc Darbon ; 3. Tim Aerts",
        "Pour deux raisons. La première : il pleut. La seconde, plus étrange, le vent.",
        "Nantes signe un cinquième succès consécutif. Rennes aussi : c'est la troisième victoire d'affilée des Rennaises.",
        "« Finir deuxième, c'est rageant », dit son rival Aerts. Paul Renard, troisième, sourit.",
        "Metz est septième du championnat. Une victoire ferait de Metz le quatrième du championnat.",
        "Sixième de la première manche, il a pris la quatrième place de la course.",
    ],
)
def check(ranks: TwoRanks) -> Verdict | None:
    """Un rang ne se partage pas, et l'on n'en occupe qu'un : deuxième ou troisième ?

    La règle compare les rangs donnés à un même nom dans un même classement, titre et tableau
    compris (« au pied du podium » vaut quatrième, une médaille d'argent deuxième), ce qui se
    compte d'affilée, et les points donnés à un même rang. Elle se tait dès qu'un autre
    classement, une autre épreuve ou date, une progression ou des ex æquo sont en vue.
    """
    return contradicts(
        ranks.again,
        [because(ranks.first, fr="autre rang dit", en="the other rank told")],
        "deux rangs",
        fr="ce rang ne s’accorde pas avec celui dit plus haut",
        en="this rank does not agree with the one told above",
    )
