from calendar import monthrange

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.relation import NamedClock, NamedDay, NamedTime, NotFirst, StrayYear
from fact_cli.rule import because, contradicts, rule, show

HOURS = 24


@rule(
    on=NamedTime,
    severity=Severity.ERROR,
    title={"fr": "Date qui n’existe pas", "en": "Date that does not exist"},
    wrong=[
        "Le braquage s'est produit vers {{25 h 30}}, devant une station-service.",
        "Les secours sont arrivés peu après {{26 h}} sur les lieux.",
        "Le marché rouvrira le {{31 avril}}.",
        "La halle a fermé le {{30 février 2021}}.",
        "Le procès s'ouvrira {{jeudi 34 mars}}.",
        "Le marché sera fermé du {{31 juin}} au 2 juillet.",
        "Elle est née le {{29 février 2023}}.",
        "L'enquête a été menée du 31 août au {{4er}} septembre.",
        "Les 27, 28 et {{89 mai}}, la place sera fermée.",
        "Il a été pris en charge vers {{81 heures}}, devant la gare.",
        "{{45 juin 2018}}. – Le pont a rouvert dans la nuit.",
        ("Le dépôt des listes sera clos le {{29 février 2026}} à dix-huit heures.", "2026-01-11"),
        ("Le chantier a commencé en {{2109}}. Il avait été promis en 2019.", "2020-05-02"),
        ("Elle présente le journal depuis {{2036}}. Elle y est entrée en 2016.", "2020-09-17"),
        ("Il est né le 20 octobre {{9194}} à Tarbes.", "2020-09-17"),
        ("Le message du {{25 mars 1019}} a été effacé. En 2019, il était seul.", "2020-09-17"),
    ],
    right=[
        ("Le Giec écrit qu'en 2108 la mer pourrait avoir monté, contre 2018.", "2019-05-02"),
        ("La concession, signée en 2018, prendra fin en 2081.", "2019-05-02"),
        ("Le roi mourut en 1019. La fête a eu lieu en 2019.", "2019-05-02"),
        ("La ville a obtenu les Jeux de 2034. Ceux de 2014 l'avaient déçue.", "2019-05-02"),
        ("En 2047, Hong Kong perd son statut. En 2017, Pékin a durci le ton.", "2019-05-02"),
        ("La pièce se déroule en 2219, sur Mars. Elle date de 2019.", "2019-05-02"),
        ("Le canton compte 2108 fermes. En 2018, il en avait 2110.", "2019-05-02"),
        ("Un arrêté daté du « 31 juin 2016 » ne vaut rien : ce jour n'existe pas.", "2016-11-10"),
        "Le braquage s'est produit vers 23 h 30, devant une station-service.",
        "Les lumières s'éteignent vers 24 h, sauf le samedi.",
        "La grève a commencé peu après 35 h de négociations.",
        "Il a bouclé la traversée en 25 h 30.",
        "Le marché rouvrira le 30 avril.",
        "Elle est née le 29 février 2024.",
        "Il fête son anniversaire le 29 février.",
        "Du 30 au 2 février 2026, la route sera coupée.",
        "Le dossier 23/14/2021 est clos.",
        "Le salon se tient du 31 mars au 2 avril.",
        "Il a tenu vers 48 heures de rang.",
        "Le cahier 12 et 40 mai 1968.",
        "Le train compte 31 voitures en mars.",
        "Les 24 et 25 mars, la mairie sera fermée.",
    ],
)
def check(named: NamedTime) -> Verdict | None:
    """Un 31 avril ou un 29 février d'une année commune est toujours une faute.

    La règle s'applique à tout jour nommé par son quantième et son mois. Sans année, le 29
    février est admis. Elle relève aussi l'heure qu'aucune horloge ne montre : « vers 25 h 30 »,
    et l'année, à un chiffre près celle de l'article, où rien de ce qu'il dit n'a pu être.
    """
    match named:
        case NamedDay():
            return _day(named)
        case NamedClock():
            return _clock(named)
        case NotFirst():
            return contradicts(
                named.at,
                [],
                f"{named.day} ≠ 1",
                fr=f"seul le premier du mois s’écrit « 1er » : 1er ou {named.day} ?",
                en=f"only the first of a month is written “1er”: 1er or {named.day}?",
                suggestions=["1er", str(named.day)],
            )
        case StrayYear():
            return _year(named)
        case _:
            return None


def _clock(named: NamedClock) -> Verdict | None:
    if named.hour < HOURS or (named.hour == HOURS and named.minute == 0):
        return None
    return contradicts(
        named.time.extent,
        [],
        f"{named.hour} h > 24 h",
        fr=f"un jour n’a que 24 heures : {named.hour} h n’existe pas",
        en=f"a day has 24 hours: there is no {named.hour} o’clock",
    )


def _year(named: StrayYear) -> Verdict:
    told, meant = named.told, named.meant
    fr, en = f"{named.year} est hors du temps de l’article", f"{named.year} is out of its time"
    return contradicts(
        named.at,
        [] if told is None else [because(told, fr="année de l’article", en="year of the article")],
        f"{named.year} ≠ {meant}" if meant else str(named.year),
        fr=fr if meant is None else f"{fr} : {meant} ?",
        en=en if meant is None else f"{en}: {meant}?",
    )


def _day(named: NamedDay) -> Verdict | None:
    parts = named.parts
    if parts.exists() or parts.month is None or parts.day is None:
        return None
    last = monthrange(parts.year or 2000, parts.month)[1]
    if parts.month == 2 and parts.year is None:
        last = 29
    name = show.month(parts.month)
    of_year = f" {parts.year}" if parts.year is not None and parts.month == 2 else ""
    return contradicts(
        named.time.extent,
        [],
        f"{name}{of_year} compte {last} jours",
        fr=f"{name}{of_year} n’a que {last} jours",
        en=f"{name}{of_year} has only {last} days",
        suggestions=[show.day_of_month(last, parts.month)],
    )
