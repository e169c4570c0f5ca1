from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Order, Ordered, is_after
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import ClockOrder
from fact_cli.model.times import ClockForm
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Ordered,
    severity=Severity.ERROR,
    title={"fr": "Dates dans l’ordre impossible", "en": "Dates in an impossible order"},
    wrong=[
        "La loi a été votée en mai 2021 et promulguée en {{novembre 2020}}.",
        "Relaxé en {{novembre 2020}}, l'élu avait été mis en examen en mai 2021.",
        "Après avoir été suspendue en mai 2021, la cycliste a été blanchie en {{novembre 2020}}.",
        "Alertés à 14 h 35 par une voisine, les pompiers étaient sur place à {{14 h 22}} avec deux engins.",
        "Ouverte en {{2011}}, l'école a été bénie deux ans plus tard, en 2013, avant la pose de sa première pierre, en 2014.",
        "La construction du tunnel débute en 1971. L'ouvrage, mis en service en {{1968}}, est saturé.",
        "Condamné en appel en {{mars 2021}}, après un premier jugement rendu en octobre 2021, l'ex-banquier nie.",
        "La clinique, fermée en mars 2016, avait ensuite été rasée en {{juin 2014}}.",
        "La loi a été abrogée en {{1975}}. Elle était entrée en vigueur en 1982.",
        "Le compositeur, mort en 1904, écrit sa dernière symphonie en {{1911}}.",
        "Né en 1912, il entre à l'École des beaux-arts en {{1909}}.",
        "Il a été arrêté en {{juin 2015}}, après avoir été signalé par un voisin en août 2016.",
        "Elle a rejoint le groupe en 2012, avant d'en prendre la direction en {{2009}}.",
        "Le navire, lancé en {{1931}} à Saint-Nazaire, avait été mis en chantier en 1933.",
        "Née en 1961 à Lyon, elle est morte en {{1958}} à Paris.",
        "Le sculpteur Émile Bertaud (1887-{{1852}}) est à l'honneur.",
        "Le photographe, né le 4 mai 1924, est décédé le {{3 mars 1919}}.",
        "Le chantier, commencé en 1995, a été achevé en {{1992}}.",
        "Le pont, inauguré en {{1932}}, a été commencé en 1935.",
        "La médiathèque a été inaugurée en {{juin 2011}}. Les premiers coups de pioche avaient été donnés en 2012.",
        "Condamné en {{mars 2014}} à dix ans de prison pour un vol commis en novembre 2015, il nie.",
        (
            "Le syndicaliste a été libéré le {{11 juin}}, dix jours après son arrestation, survenue le 21 juin.",
            "2024-06-27",
        ),
        "Né en 1946, Jean Morel fonda la maison en {{1931}} avec deux associés.",
        "La romancière Claire Aubert (1902-1971) publie son premier recueil en {{1891}}.",
        "Jean Morel naît en 1946 à Dole. Il est élu député en {{1931}}.",
        "Créé en 1985, le club remporte son premier titre en {{1979}}.",
        "Le club a été fondé en 1985. Il est champion pour la première fois en {{1978}}.",
        ("Disparue le 3 février, l'adolescente a été retrouvée le {{28 janvier}}.", "2025-02-11"),
        "Le traité, signé en 2003, a été ratifié en {{2001}} par le Parlement.",
        "Le maire a été élu en 2014, deux ans avant la fermeture de l'usine, en {{2012}}.",
    ],
    right=[
        "Ouvert en 1983 au public, fermé en 1970 par son exploitant, le puits attire les curieux.",
        "Mis en service en 1983, fermé en 1970 aux marchandises, le tunnel sera élargi.",
        "La loi a été votée en mai 2020 et promulguée en novembre 2020.",
        "Nommée en 2021, la préfète avait été limogée en 2019 de son poste de Pau.",
        "Après avoir perdu en 2021, elle a retrouvé le titre conquis en 2019.",
        "Alertés à 23 h 52 par une voisine, les pompiers étaient sur place à 0 h 10 avec deux engins.",
        "Alertés à 14 h 22 par une voisine, les pompiers étaient sur place à 14 h 35 avec deux engins.",
        (
            "Mort lundi de Pâques à 81 ans, l'évêque émérite sera inhumé samedi à la cathédrale.",
            "2025-04-22",
        ),
        "La skieuse, sacrée en 2019 puis battue en 2018 par sa rivale, remet son titre en jeu.",
        "Ouverte en 2011 dans des locaux provisoires, l'école a été bénie en 2013, avant la pose de sa première pierre, en 2014.",
        "Ouverte en 2014, l'école a été bénie en 2010, avant la pose de sa première pierre, en 2011.",
        "Né en 1946, Jean Morel dirige la maison fondée en 1931 par un voisin.",
        "Né en 1946, Jean Morel publie un livre sur la vie à Dole en 1931.",
        "Fondé en 1985, le musée conserve les archives de la mine fermée en 1962.",
        "Le club a été fondé en 1985. Il est issu de la section ouverte en 1979 par la paroisse.",
        "Inauguré en 1990, le stade a été conçu en 1984 par un architecte danois.",
        ("Disparue le 3 février, l'adolescente a été retrouvée le 9 février.", "2025-02-11"),
        ("Arrêté le 12 mars, le suspect a été jugé le 3 mars.", "2025-03-05"),
        "Arrêté en 2023, il a été condamné en 2019 pour un vol.",
        (
            "L'opposant a été relâché le 21 juin, dix jours après son arrestation, survenue le 11 juin.",
            "2024-06-27",
        ),
        ("Il est rentré le 3 janvier, six jours après son départ, le 28 décembre.", "2024-01-05"),
        "Condamné en mars 2014 pour un vol, il est jugé pour un meurtre commis en novembre 2015.",
        "La médiathèque a été inaugurée en juin 2011. Les travaux d'extension avaient commencé en 2012.",
        "Le pont a été inauguré en 1932. Les travaux du tunnel ont commencé en 1935.",
        "La construction du tunnel débute en 1971. Le pont voisin, mis en service en 1968, est saturé.",
        "Condamné en appel en octobre 2021, après un premier jugement rendu en mars 2021, l'ex-banquier nie.",
        "L'ancien maire a été relaxé en appel en 2019. Il a été condamné en 2020 dans une autre affaire.",
        "Démolie en partie en 2011, la tour a fermé en 2013.",
        "L'ancien pont, démoli en 1944, a laissé place à un ouvrage ouvert en 1951.",
        "Mort en 1945, l'auteur entre dans le domaine public en 2016.",
        "Né en 1961, il dirige une maison fondée en 1890.",
        "Il a été limogé en novembre 2015, après l'échec des qualifications à l'Euro 2016.",
        (
            "Interpellé le 3 janvier, après avoir été reconnu par un témoin le 28 décembre, il nie.",
            "2020-02-19",
        ),
        "Elle a rejoint le groupe en 2009, avant d'en prendre la direction en 2012.",
        "Née en 1958 à Lyon, elle est morte en 1961 à Paris.",
        "Le sculpteur Émile Bertaud (1852-1887) est à l'honneur.",
        "Le photographe, né le 4 mai 1924, est décédé le 3 mars 1999.",
        "Le chantier, commencé en 1992, a été achevé en 1995.",
        "Fermée en 1990, l'usine a été créée en 1950.",
        "Né en 1961, il a perdu son père, mort en 1958.",
        "Le club, fondé en 1904, a fermé en 1904.",
    ],
)
def check(told: Ordered) -> Verdict | None:
    """On ne meurt pas avant de naître, et rien n'est achevé avant d'être commencé.

    La règle compare une naissance et un décès, ou un début et une fin, de la même phrase ou
    de deux phrases voisines, les étapes d'un chantier, d'une procédure ou d'une loi, et deux
    dates dont « après » ou « avant » dit l'ordre. Elle se tait quand deux personnes sont en jeu.
    """
    match told:
        case Order():
            return _dates(told)
        case ClockOrder():
            return _clocks(told)
        case _:
            return None


def _clocks(order: ClockOrder) -> Verdict:
    first, then = (_clock(one) for one in (order.first, order.then))
    at, other = order.then.extent, order.first.extent
    if not order.reversed:
        return holds(at, [other], f"{first} → {then}")
    before, after = order.names
    return contradicts(
        at,
        [because(other, fr=before, en=_ENGLISH[before])],
        f"{first} → {then}",
        fr=f"{after} ({then}) avant {before} ({first})",
        en=f"{_ENGLISH[after]} ({then}) before {_ENGLISH[before]} ({first})",
    )


def _clock(time: TimeExpression) -> str:
    form = time.form
    return show.clock(form.hour, form.minute) if isinstance(form, ClockForm) else ""


def _dates(order: Order) -> Verdict | None:
    first, then = order.first, order.then
    if first.extent is None or then.extent is None:
        return None
    shown = f"{show.span(first.interval)} → {show.span(then.interval)}"
    if not is_after(first.interval, then.interval):
        return holds(then.extent, [first.extent], shown)
    before, after = order.names
    if order.names == ("acte", "décès"):  # what is known of a life is its end
        return contradicts(
            first.extent,
            [because(then.extent, fr=after, en=_ENGLISH[after])],
            shown,
            fr=f"{before} ({show.span(first.interval)}) après {after} ({show.span(then.interval)})",
            en=f"{_ENGLISH[before]} ({show.span(first.interval)}) after {_ENGLISH[after]}"
            f" ({show.span(then.interval)})",
        )
    return contradicts(
        then.extent,
        [because(first.extent, fr=before, en=_ENGLISH[before])],
        shown,
        fr=f"{after} ({show.span(then.interval)}) avant {before} ({show.span(first.interval)})",
        en=f"{_ENGLISH[after]} ({show.span(then.interval)}) before {_ENGLISH[before]}",
    )


_ENGLISH = {
    "ce qui vient d’abord": "what comes first",
    "ce qui vient après": "what comes after",
    "naissance": "birth",
    "décès": "death",
    "obsèques": "burial",
    "début": "start",
    "fin": "end",
    "début des travaux": "start of works",
    "ouverture": "opening",
    "faits": "the acts",
    "jugement": "trial",
    "mise sur le marché": "launch",
    "retrait": "withdrawal",
    "adoption": "adoption",
    "entrée en vigueur": "entry into force",
    "arrestation": "arrest",
    "garde à vue": "custody",
    "mise en examen": "charge",
    "premier jugement": "first judgement",
    "appel": "appeal",
    "cassation": "final appeal",
    "dépôt du texte": "tabling",
    "promulgation": "promulgation",
    "abrogation": "repeal",
    "permis de construire": "building permit",
    "appel d’offres": "call for tenders",
    "attribution du marché": "award of the contract",
    "première pierre": "first stone",
    "fermeture": "closing",
    "démolition": "demolition",
    "tournage": "shooting",
    "sortie": "release",
    "écriture": "writing",
    "parution": "publication",
    "mise en chantier": "start of building",
    "lancement": "launching",
    "acte": "act",
    "élection": "election",
    "réélection": "re-election",
    "alerte": "the alarm",
    "arrivée": "arrival",
    "fin de l’intervention": "the end of the operation",
    "enlèvement": "abduction",
    "libération": "release",
    "disparition": "disappearance",
    "découverte": "discovery",
    "vol": "theft",
    "hospitalisation": "admission",
    "sortie de l’hôpital": "discharge",
    "dépôt de la plainte": "complaint",
    "suite donnée": "outcome",
    "signature": "signature",
    "ratification": "ratification",
    "commande": "order",
    "livraison": "delivery",
    "mariage": "wedding",
    "divorce": "divorce",
    "nomination": "appointment",
    "renvoi devant le juge": "committal for trial",
    "incarcération": "imprisonment",
    "évasion": "escape",
    "reprise": "recapture",
    "blessure": "injury",
    "opération": "operation",
    "demande": "request",
    "réponse": "answer",
    "sanction": "sanction",
    "levée de la sanction": "lifting of the sanction",
    "titre": "title",
    "faillite": "receivership",
    "liquidation": "liquidation",
    "achat": "purchase",
    "revente": "resale",
    "réouverture": "reopening",
    "destruction": "destruction",
    "reconstruction": "rebuilding",
    "construction": "construction",
    "négociation": "negotiation",
    "création": "making",
    "vente": "sale",
    "retrait du service": "decommissioning",
    "plantation": "planting",
    "abattage": "felling",
    "inhumation": "burial",
    "exhumation": "exhumation",
    "interruption": "interruption",
    "départ": "departure",
}
