from datetime import date

from fact_cli.model.dates import day_after
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.relation import (
    NthWeekday,
    WeekdayFact,
    WeekdayOfDate,
    WeekdaysApart,
    WeekdaysInMonth,
)
from fact_cli.model.times import CalendarForm
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=WeekdayFact,
    severity=Severity.ERROR,
    title={"fr": "Jour de la semaine qui n’est pas celui de la date", "en": "Wrong weekday"},
    wrong=[
        "Novembre 2017 compte {{cinq}} vendredis.",
        "Les séances ont lieu les samedis 3, 10 et {{18 mai}}.",
        ("Il est mort dans la nuit de {{mercredi 26}} à jeudi.", "2005-05-26"),
        ("Le bal a eu lieu le {{5 octobre}}, un jeudi.", "2012-10-09"),
        ("Le bal a lieu jeudi soir ({{12 octobre}}).", "2012-10-09"),
        "Le {{12 mai 2021}} était un lundi.",
        "La loi a été votée le {{6 mars 2024}}. C'était un mardi.",
        ("Le salon s'installe le week-end des {{11 et 12 octobre}}.", "2012-09-27"),
        (
            "L'audience s'est ouverte lundi 3 novembre ; suspendue le mercredi 5, elle a repris le {{mardi 10}}.",
            "2025-11-12",
        ),
        (
            "La foire se tiendra du vendredi 10 au dimanche 12 avril. Le défilé partira {{samedi 12}}, à dix heures.",
            "2026-03-10",
        ),
        "La loi a été votée le {{mardi 6 mars 2024}}.",
        "La brocante revient le premier dimanche du mois, le {{8}} septembre.",
        "Le {{6}} octobre, deuxième dimanche du mois, la brocante s'installe.",
        "Le dernier samedi de juin, le {{22}}, aura lieu la kermesse.",
        "Le pont a rouvert le {{lundi 12 mai 2021}}.",
        "Le salon se tient du {{mardi 6 mars}} au dimanche 10 mars 2024.",
        "La braderie ouvre le samedi 6 septembre. Elle se termine le {{lundi 9 septembre}}.",
        ("Le conseil s'est réuni {{vendredi 9 octobre}}.", "2024-10-11"),
        ("Le conseil s'est réuni hier {{jeudi}}.", "2024-10-09"),
        ("Le tribunal rendra sa décision {{jeudi 17 juin}}.", "2025-06-11"),
        ("Le tribunal rendra son jugement le {{jeudi 10 octobre}}.", "2025-05-20"),
        (
            "Le {{samedi 19 octobre}}, cinquante exposants attendront les familles. L'an dernier, elles étaient 800.",
            "2025-09-30",
        ),
        "Disparu le lundi 3 mars 2025, le randonneur a été retrouvé {{samedi 7 mars}} par un berger.",
        "Le salon ouvre vendredi 10 mai.\n\nLe montage débutera le {{mercredi 9}}.",
        ("Le préfet a convoqué les électeurs pour le {{dimanche 8 juin}}.", "2026-05-13"),
        ("La reprise est fixée au {{lundi 6 janvier}}.", "2025-12-23"),
        "En 2024, le carnaval s'ouvre le vendredi 9 février et se clôt le {{mercredi 13 février}}.",
        "Calendrier 2022 : première manche le samedi 7 mai, finale le {{samedi 5 juillet}}.",
        (
            "La mairie, élue en 2020, a annoncé {{jeudi 14 mai}} la fermeture du pont.",
            "2025-05-15",
        ),
    ],
    right=[
        (
            "Le marché aux fleurs revient les 8, 15, 22 et 29 août. Ces quatre samedis d'août, le pont sera fermé.",
            "2026-07-15",
        ),
        (
            "Il y aura quatre samedis en août avec bal, le 15 étant celui de la procession.",
            "2026-07-15",
        ),
        "Décembre 2017 compte cinq vendredis.",
        "Novembre 2017 compte déjà cinq vendredis pluvieux.",
        "La brocante revient le premier dimanche du mois, le 7 septembre.",
        "La brocante se tient le premier dimanche du mois, exceptionnellement le 8 septembre.",
        "Le dernier samedi de juin, le 28, aura lieu la kermesse.",
        "Les séances ont lieu les samedis 3, 10 et 17 mai.",
        ("Il est mort dans la nuit de mercredi 25 à jeudi.", "2005-05-26"),
        ("Le bal a eu lieu le 4 octobre, un jeudi, sous la pluie.", "2012-10-10"),
        ("Le 9 octobre, un lundi sur deux, le bal est complet.", "2012-10-10"),
        ("L'an prochain, le 9 octobre sera un mercredi.", "2012-10-10"),
        "Elle est née le 12 mai 2021. C'était un mercredi.",
        ("Le bal aura lieu après le week-end, les 11 et 12 octobre.", "2012-10-09"),
        ("Le salon s'installe le week-end des 13 et 14 octobre.", "2012-09-27"),
        ("En 2008, le week-end des 11 et 12 octobre avait été pluvieux.", "2012-09-27"),
        ("L'audience, ouverte lundi 6 mai, a repris mardi 14, et reprendra lundi 3.", "2024-05-16"),
        ("Les inscriptions ouvrent lundi 3 juin. La rentrée aura lieu lundi 2.", "2024-05-16"),
        ("La mairie, élue en 2020, a annoncé mercredi 14 mai la fermeture du pont.", "2025-05-15"),
        ("La mairie, élue en 2020, avait annoncé jeudi 14 mai la fermeture du pont.", "2025-05-15"),
        ("Le préfet, nommé en 2020, annonça jeudi 14 mai la fin du bal.", "2025-05-15"),
        (
            "Les attentats de 2015 hantent la ville. Le film montre Lise. Elle a vingt ans. Elle "
            "danse. Elle rit. Vendredi 13 novembre, elle ne revient pas.",
            "2025-11-13",
        ),
        "En 2024, le carnaval s'ouvre le vendredi 9 février et se clôt le mardi 13 février.",
        "En 2024, la fête tombait le samedi 15 juin et cette année le dimanche 15 juin.",
        "En 2024, la fête tombait le samedi 15 juin ; l'an prochain, ce sera le dimanche 15 juin.",
        "La loi a été votée le mercredi 6 mars 2024.",
        "La braderie ouvre le samedi 6 septembre. Elle se termine le mardi 9 septembre.",
        "Le stage va du lundi 28 février au jeudi 3 mars.",
        "Le stage va du lundi 28 février au vendredi 4 mars.",
        "Le pont a rouvert le mercredi 12 mai 2021.",
        ("Le conseil s'est réuni mercredi 9 octobre.", "2024-10-11"),
        ("Le conseil s'est réuni hier mardi.", "2024-10-09"),
        ("Le conseil se réunira demain, jeudi 10.", "2024-10-09"),
        "Le conseil s'est réuni vendredi 9 octobre.",
        ("Le tribunal rendra sa décision mardi 17 juin.", "2025-06-11"),
        ("L'an dernier, la fête avait été fixée au samedi 28 juin.", "2026-05-13"),
        ("Les électeurs sont convoqués pour le dimanche 7 juin.", "2026-05-13"),
        (
            "La livraison est prévue à la rentrée 2026. Les élèves entreront le mardi 1er septembre.",
            "2025-02-03",
        ),
        (
            "Commencée lundi 2 septembre, l'année scolaire s'achèvera samedi.",
            "2020-07-02",
        ),
        "Le salon ouvre vendredi 10 mai.\n\nLe montage débutera le mercredi 8.",
        "Le conseil s'est réuni lundi 3 juin.\n\nLe prochain est prévu mercredi 3.",
        ("Il y a dix ans, le vendredi 13 novembre, la ville pleurait.", "2025-11-13"),
        "Dans la nuit du mercredi 31 au jeudi 1er janvier 2026, la neige est tombée.",
        (
            "En 1993, un forcené retient une classe. Le jeudi 13 mai, il entre dans l'école.",
            "2018-05-15",
        ),
        (
            "Le village fut libéré un mardi 20 août, cinq ans après le début de la guerre.",
            "2024-03-02",
        ),
    ],
)
def check(fact: WeekdayFact) -> Verdict | None:
    """Le jour de la semaine et la date se contredisent : l'un des deux est faux.

    La règle s'applique quand l'année est écrite, ou quand la date est proche de la
    publication. Loin d'elle, ou quand l'article parle d'une autre année où le jour
    convient, l'année n'est pas sûre et la règle se tait. Sans date de publication, deux
    jours datés d'un même texte doivent encore s'accorder entre eux.
    """
    match fact:
        case WeekdayOfDate():
            return _dated(fact)
        case WeekdaysApart():
            return _apart(fact)
        case NthWeekday():
            return _nth(fact)
        case WeekdaysInMonth():
            return _counted(fact)
        case _:
            return None


def _apart(pair: WeekdaysApart) -> Verdict:
    first, second = pair.weekdays
    days = pair.days[0]
    at, other = pair.second.extent, pair.first.extent
    right = show.weekday((first + days) % 7)
    beside, nearby = ("après", "after") if days > 0 else ("avant", "before")
    count = abs(days)
    formula = f"{show.weekday(first)} {'+' if days > 0 else '-'} {count} {_days(count)} = {right}"
    if any((first + count) % 7 == second for count in pair.days):
        return holds(at, [other], formula)
    return contradicts(
        at,
        [because(other, fr="compté depuis ce jour", en="counted from this day")],
        formula,
        fr=f"{count} {_days(count)} {beside} un {show.weekday(first)} vient un {right}",
        en=f"{count} day{'s' * (count != 1)} {nearby} a {_english(first)} comes a {_english((first + days) % 7)}",
        suggestions=[right],
    )


def _nth(fact: NthWeekday) -> Verdict:
    low, high = ("1er" if day == 1 else str(day) for day in (fact.low, fact.high))
    formula = f"{low} – {high}"
    if fact.low <= fact.day <= fact.high:
        return holds(fact.at, [fact.told], formula)
    return contradicts(
        fact.at,
        [because(fact.told, fr="compté dans le mois", en="counted in the month")],
        formula,
        fr=f"ce jour-là du mois tombe entre le {low} et le {high}, pas le {fact.day}",
        en=f"that day of the month lies from the {fact.low} to the {high}, not on the {fact.day}",
        suggestions=[],
    )


def _days(count: int) -> str:
    return "jours" if count > 1 else "jour"


def _counted(fact: WeekdaysInMonth) -> Verdict:
    name, month = show.weekday(fact.weekday), f"{show.month(fact.first.month)} {fact.first.year}"
    formula = f"{month} : {fact.count} {name}s"
    if fact.said == fact.count:
        return holds(fact.at, [fact.month], formula)
    return contradicts(
        fact.at,
        [because(fact.month, fr="le mois compté", en="the month counted")],
        formula,
        fr=f"{month} compte {fact.count} {name}s, pas {fact.said}",
        en=f"{show.english_month(fact.first.month)} {fact.first.year} has {fact.count} "
        f"{_english(fact.weekday)}s, not {fact.said}",
        suggestions=[str(fact.count)],
    )


def _dated(named: WeekdayOfDate) -> Verdict | None:
    at = named.time.extent
    said = show.weekday(named.weekday)
    if named.day is None:
        return undecided(at, [], "l’année n’est pas connue")
    right = show.weekday(named.day.weekday())
    dated = show.day(named.day)
    formula = f"{dated} : {right}"
    if named.day.weekday() == named.weekday:
        return holds(at, [], formula)
    if not named.near:
        return undecided(at, [], "l’année n’est pas sûre")
    return contradicts(
        at,
        [],
        formula,
        fr=f"le {dated} est un {right}, pas un {said}",
        en=f"{named.day.isoformat()} is a {_english(named.day.weekday())}, not a {_english(named.weekday)}",
        suggestions=_mends(named, named.day),
    )


def _mends(named: WeekdayOfDate, day: date) -> list[str]:
    """The right weekday for the date, and the nearest date for the weekday."""
    form = named.time.form
    written = isinstance(form, CalendarForm) and form.parts.year is not None
    apart = isinstance(form, CalendarForm) and form.weekday is None
    offset = (named.weekday - day.weekday() + 3) % 7 - 3
    nearest = day_after(day, offset)
    if apart:  # "le 3 mars, un mardi": the weekday stands elsewhere
        return [show.day(nearest, year=written)]
    return [show.day(one, year=written, weekday_too=True) for one in (day, nearest)]


def _english(weekday: int) -> str:
    return show.english_weekday(weekday)
