from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.listed import CountedList, DoubledItem, Listed
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Listed,
    severity=Severity.WARNING,
    title={"fr": "Liste qui n’a pas le nombre dit", "en": "List that is not as long as told"},
    wrong=[
        "{{Quatre}} villes sont candidates : Nantes, Brest et Vannes.",
        "La banque ouvre {{quatre}} agences, à Agen, Périgueux et Mont-de-Marsan, pour deux millions d'euros.",
        "Le lycée abritera {{deux}} espaces : un laboratoire de biologie, un amphithéâtre et une salle informatique.",
        "Le club annonce {{cinq}} recrues : le meneur serbe Marko Ilic, l'ailier Thomas Bardet, l'intérieur Deon Wells et le jeune pivot Ousmane Sarr.",
        "Six communes changent de tournée : Issoire, Thiers, Ambert, Billom, Riom et {{Thiers}}.",
        "La Turquie a gagné 108 médailles (45 ors, 26 bronzes et 37 {{bronzes}}).",
        "Le tribunal juge {{cinq}} suspects : deux frères de 22 et 25 ans, un garagiste et une employée.",
        "Les {{trois}} lignes déviées sont la 2, la 5, la 7 et la 11.",
        "{{Cinq}} États, à savoir la France, la Belgique, les Pays-Bas et l'Irlande, ont signé.",
        "Le Mali en ramène dix (4 en or, 3 en bronze et 3 {{en bronze}}).",
        "Le parc compte 18 bus diesel, 15 hybrides et 9 {{hybrides}} ; il sera étendu.",
        "Le {{trio}} de tête – Anne Gillet, Sarah Roux, Lucie Morel et Maude Petit – s'est détaché au 30e kilomètre.",
        "{{Six}} pays ont voté contre la résolution : le Mali, le Tchad, le Niger, la Russie et le Bélarus.",
        "La préfecture a placé {{cinq}} départements (la Manche, l'Orne, le Calvados et l'Eure) en alerte.",
        "{{Quatre}} candidats en lice\n\nIl y aura du choix. Sont sur les rangs la céréalière Odile Castéran, le viticulteur Luc Dupouy et le maraîcher Antoine Marsan.",
        "{{Trois}} lycéens primés\n\nIls ont travaillé. Léa Morel, Tom Vuillemin, Inès Bakri et Malik Diallo ont reçu un chèque.",
        "Il a cité {{quatre}} priorités. La première est la lutte contre la corruption. La deuxième concerne l'hôpital. La troisième, enfin, porte sur l'eau.",
        "{{Trois}} raisons l'expliquent. La première est le gel. La deuxième tient au mildiou. La troisième est la sécheresse. La quatrième est le manque de bras.",
        "{{Quatre}} mesures sont prévues :\n- une prime pour tous\n- un gel des loyers\n- un fonds d'aide\n\nLe maire est content.",
        "Les {{trois}} suspects ont été déférés : un lycéen de 17 ans, déjà connu de la justice, et deux frères de 19 et 23 ans, ainsi qu'un mécanicien.",
        "Parmi ces produits, {{cinq}} seulement restent soumis au contrôle : la farine, le riz, le lait et le savon.",
        "Les arrivées des {{six}} étapes seront jugées, dans l'ordre, à Laguiole, Saint-Flour, Marvejols, Espalion et Rodez.",
        "Les villes participantes sont Vitré, Fougères, Redon, Janzé, Dinard, {{Fougères}} et Combourg.",
        "Le théâtre choisit parmi les {{sept}} pièces lues (Médée, Phèdre, Tartuffe, Électre et Andromaque).",
        "Elle a signé {{quatre}} romans : « L'Écluse » (Corti), « Le Gué » (Minuit) et « La Crue » (Seuil), suite du premier.",
        "Les {{onze}} pays visés sont le Pérou, Cuba, les Bahamas, l'Inde, l'Égypte, Oman, la Serbie, le Kenya et la Libye.",
        "Le débat a porté sur {{cinq}} sujets : la dette, le prix de l'eau et l'accueil des élèves entre midi et le soir.",
    ],
    right=[
        "Les trois suspects sont Belge et Français.",
        "Cinq villes (Nantes, Brest, Lens, etc.) ont voté.",
        "Deux des quatre villes (Nantes et Brest) ont voté pour.",
        "Le jury a retenu trois films : « Le Vent », de Paul Roux, « La Mer » et « Le Feu ».",
        "Quatre enfants sont nés : Anne, Paul, et les jumeaux Luc et Marie.",
        "Cinq personnes sont mortes : un couple, ses deux enfants et un voisin.",
        "Les trois élus sont Anne Roux, la maire, Paul Petit et Luc Blanc.",
        "Quatre épreuves sont au programme : le slalom masculin (samedi), féminin (dimanche), la descente et le combiné.",
        "Le préfet retient deux solutions : un accord ou un report, la grève et la fermeture étant exclues.",
        "Trois candidats en lice\n\nAnne Roux, Paul Petit et Luc Blanc ont déposé leur dossier.",
        "Deux ministres limogés\n\nAnne Roux, Paul Petit et Luc Blanc ont été nommés.",
        "Six départements du Nord sont en alerte. Les Hautes-Alpes, les Alpes-Maritimes, la Savoie, l'Isère et la Drôme sont placées en vigilance.",
        "Trois raisons l'expliquent. La première est le gel. La deuxième tient au mildiou. Les prix montent.",
        "Trois mesures sont prévues :\n- une prime pour tous\n- un gel des loyers\n- un fonds d'aide\n\nLe maire est content.",
        "Les quatre suspects ont été déférés : un lycéen de 17 ans, déjà connu de la justice, et deux frères de 19 et 23 ans, ainsi qu'un mécanicien.",
        "Deux suspects ont été arrêtés : un lycéen de 17 ans, un récidiviste, et son frère.",
        "L'enquête compare les cinq tribunaux siégeant à Nîmes, Rouen, Bourg-en-Bresse, Pau et Colmar.",
        "Le groupe compte 10 hommes adultes, 5 femmes adultes et 3 enfants.",
        "Le Mali en ramène dix (4 en or, 3 en argent et 3 en bronze).",
        "Il a gagné 4 titres à Rome, 3 à Madrid et 2 à Paris.",
        "Le duo – Paul et Marc Petit – a été arrêté.",
        "Le trio de tête – Anne Gillet, Sarah Roux et Lucie Morel – s'est détaché au 30e kilomètre.",
        "Trois villes sont candidates : Nantes, Brest et Vannes.",
        "Le lycée abritera trois espaces : un laboratoire de biologie, un amphithéâtre et une salle informatique.",
        "Il a deux défauts : la lenteur et le prix.",
        "Quatre villes, dont Nantes, Brest et Vannes, sont candidates.",
        "Vingt-deux pays sont représentés, notamment le Québec, le Sénégal, la Belgique et Haïti.",
        "Cinq départements sont en alerte : le Haut-Rhin, le Bas-Rhin, la Seine-et-Marne, la Meurthe-et-Moselle et l'Eure-et-Loir.",
        "Six habitants sont décorés : Jean Vasseur, éleveur ; Anne et René Delattre ; Sophie Leroy ; Ahmed Kaci ; Paul Roussel.",
        "Ils ont marqué quatre buts : Durand (12e, 45e), Martin et Petit.",
        "La Turquie a gagné 108 médailles (45 ors, 26 argents et 37 bronzes).",
        "Les 12 communes du canton votent : Issoire, Thiers et Ambert.",
    ],
)
def check(listed: Listed) -> Verdict | None:
    """Quatre villes annoncées et trois nommées : l'une manque, ou le nombre est faux.

    La règle compte les noms propres d'une liste close (« A, B et C »), les lignes à puces ou
    les rangs (« la première… la troisième, enfin ») derrière un nombre, et relève le même nom
    dit deux fois. Des noms sont aussi tenus contre le nombre annoncé par le titre. Elle se tait pour une liste d'exemples (« dont »,
    « notamment »), des noms groupés ou suivis d'une apposition, et un écart de plus de deux.
    """
    match listed:
        case CountedList():
            return _counted(listed)
        case DoubledItem():
            return contradicts(
                listed.again,
                [because(listed.first, fr="déjà dit", en="told already")],
                f"{listed.name} × 2",
                fr=f"« {listed.name} » figure deux fois dans la liste",
                en=f"“{listed.name}” stands twice in the list",
            )
        case _:
            return None


def _counted(listed: CountedList) -> Verdict:
    told, found = show.figure(listed.count), str(listed.named)
    at, items = listed.count.extent, list(listed.items)
    if told == found:
        return holds(at, items, f"{found} noms")
    return contradicts(
        at,
        [because(items[0].until(items[-1]), fr="la liste", en="the list")],
        f"{found} noms, pas {told}",
        fr=f"la liste a {found} noms, pas {told}",
        en=f"the list has {found} names, not {told}",
        suggestions=[found],
    )
