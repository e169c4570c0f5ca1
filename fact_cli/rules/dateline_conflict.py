from collections.abc import Sequence
from datetime import date, timedelta

from fact_cli.model.dates import PartialDate
from fact_cli.model.finding import Evidence, Severity, Verdict
from fact_cli.model.relation import Clue, Dateline
from fact_cli.rule import contradicts, holds, rule, show


@rule(
    on=Dateline,
    severity=Severity.ERROR,
    title={
        "fr": "Jour du récit contredit par le reste de l’article",
        "en": "Day of telling contradicted by the rest of the article",
    },
    wrong=[
        "Le maire l'a confirmé {{ce 3 mai}} : les travaux ont été achevés cet été. "
        "Le chantier a été inspecté en octobre.",
        ("La direction l'a annoncé {{ce 4 juin}}.", "2025-12-04"),
        ("Le préfet a signé l'arrêté {{ce 12 janvier}}.", "2024-07-12"),
        ("{{18 mars 2019}}. – Le pont a rouvert dans la nuit.", "2019-03-11"),
        ("DIJON, {{7 mai 2012}} (AFP) - La cour a confirmé la peine.", "2021-05-07"),
        "Selon la chaîne, {{ce 2 avril}}, l'acteur avait tourné cet automne à Lyon. "
        "Le film a été monté en novembre.",
    ],
    right=[
        "Le maire l'a confirmé ce 3 novembre : les travaux ont été achevés cet été. "
        "Le chantier a été inspecté en octobre.",
        ("La direction l'a annoncé ce 4 décembre.", "2025-12-04"),
        ("Le préfet a signé l'arrêté ce 12 janvier.", "2024-01-13"),
        ("11 mars 2019. – Le pont a rouvert dans la nuit.", "2019-03-14"),
        ("7 mai 1945 – À Reims, le Reich capitule.", "2021-05-07"),
        ("18 mars 2019 – Réouverture du pont.\n2 avril 2019 – Fête du quartier.", "2019-03-11"),
        ("La loi entrera en vigueur ce 1er septembre.", "2025-07-10"),
        ("Ce 12 juillet-là, la foule envahit la place.", "2026-03-02"),
        ("Il revient sur sa colère, comme ce 6 novembre 2007 au port.", "2020-07-23"),
        ("Le préfet signera l'arrêté ce 31 décembre.", "2024-12-30"),
        "Le maire l'a confirmé ce 3 mai : les travaux s'achèveront cet été.",
        "Le festival ouvre ce 4 juin. Il avait été annulé en mars.",
        "« Ce 4 juin restera dans les mémoires », a-t-il dit. Il a été élu en octobre.",
    ],
)
def check(dateline: Dateline) -> Verdict | None:
    """« Ce 4 juin » dit quel jour l'article est raconté ; tout le reste doit s'y accorder.

    Contre la date de publication, l'écart est une erreur. Sans elle, « cet été » raconté au
    passé, « en novembre » raconté au passé ou « ce même mois » laissent chacun une fenêtre,
    par usage plutôt que par nécessité : un seul désaccord est une information, deux qu'une
    même date réparerait font un avertissement.
    """
    at = dateline.time.extent
    told = show.day(dateline.day, year=dateline.year_known)
    evidence = [Evidence(clue.at, clue.role) for clue in dateline.clues]
    if not dateline.against:
        return holds(at, [one.extent for one in evidence], f"raconté le {told}")
    if dateline.published is not None:
        return _against_publication(dateline, dateline.published, told)
    return _against_clues(dateline, told)


def _against_publication(dateline: Dateline, published: date, told: str) -> Verdict:
    distance = abs((published - dateline.day).days)
    day = show.day(published)
    return contradicts(
        dateline.time.extent,
        [],
        f"du {told} au {day} : {distance} jours",
        fr=f"l’article est daté du {day}, à {distance} jours de là",
        en=f"the article is dated {published.isoformat()}, {distance} days away",
        suggestions=_days_like(dateline.day, published - timedelta(15), published),
    )


def _against_clues(dateline: Dateline, told: str) -> Verdict:
    words = [f"« {clue.words} »" for clue in dateline.against]
    agreed = dateline.agreed
    span = (
        ""
        if agreed is None
        else (f"du {show.day(agreed[0], year=False)} au {show.day(agreed[1], year=False)}")
    )
    other = f" ; les autres indications s’accordent {span}" if span else ""
    also = f"; the other clues agree on {_english(agreed)}" if agreed is not None else ""
    mends = [] if agreed is None else _days_like(dateline.day, *agreed)
    return contradicts(
        dateline.time.extent,
        [Evidence(clue.at, clue.role) for clue in dateline.against],
        f"{told}, attendu {span}" if span else f"{told} contre {', '.join(words)}",
        fr=f"le {told} ne s’accorde pas avec {', '.join(words)}{other}",
        en=f"{told} does not agree with {', '.join(words)}{also}",
        suggestions=mends,
        ceiling=_weight(dateline.against, agreed is not None),
    )


def _weight(against: Sequence[Clue], repairable: bool) -> Severity:
    """Two clues of their own that one re-dating repairs weigh more than a habit of speech."""
    own = [clue for clue in against if not clue.follows]
    return Severity.WARNING if len(own) >= 2 and repairable else Severity.INFO


def _days_like(day: date, first: date, last: date) -> list[str]:
    """The days between two others that have the same number in their month."""
    found: list[str] = []
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            like = PartialDate(year, month, day.day).interval().begin
            if like is not None and first <= like <= last:
                found.append(show.day(like, year=False))
    return found


def _english(agreed: tuple[date, date]) -> str:
    return " to ".join(f"{one.day} {show.english_month(one.month)}" for one in agreed)
