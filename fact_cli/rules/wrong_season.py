"""Days that lie outside the season in the name."""

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.periods import SeasonDays
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=SeasonDays,
    severity=Severity.ERROR,
    title={"fr": "Dates d'une autre saison", "en": "Days of another season"},
    wrong=[
        "Les vacances de printemps de la zone B auront lieu {{du samedi 20 février au lundi 8 mars 2021}}.",
        "Les soldes d'hiver iront du 10 janvier au 6 février, ceux d'été {{du 10 janvier au 6 février}}.",
        "Quant aux vacances de la Toussaint, elles s'étaleront {{du 18 avril au 3 mai}}.",
        "Les vacances de Noël courent {{du 23 novembre au 7 décembre}}.",
        "C'est en plein hiver, le {{3 juillet 1962}}, que la digue a cédé.",
    ],
    right=[
        "Les vacances de printemps de la zone B auront lieu du samedi 24 avril au lundi 10 mai 2021.",
        "Les vacances d'hiver auront lieu du 25 décembre au 5 janvier, celles de détente du 26 février au 8 mars.",
        "Les inscriptions aux vacances de printemps auront lieu du 20 janvier au 8 février.",
        "Les vacances de printemps seront programmées du 20 janvier au 8 février.",
        "À la Réunion, les soldes d'été iront du 3 février au 2 mars.",
        "Les vacances de la Toussaint vont du 19 octobre au 4 novembre.",
        "Les vacances d'été durent du 6 juillet au 1er septembre.",
        "C'est en plein hiver, le 3 mars 1962, que la digue a cédé.",
        "C'est en plein hiver, le 3 juillet 1962, que la digue chilienne a cédé.",
    ],
)
def check(named: SeasonDays) -> Verdict | None:
    """Des vacances de printemps ne sont pas en février : une ligne d'un autre tableau a été reprise.

    La règle s'applique aux vacances et aux soldes qu'une saison ou une fête nomme, quand leurs
    dates suivent dans la phrase, et à un jour « en plein hiver » ou « au cœur de l'été ». Les limites sont larges, pour convenir à tous les calendriers
    scolaires de l'hémisphère Nord ; un texte qui parle de l'outre-mer ou du Sud n'est pas vérifié.
    """
    first, last = named.low, named.high
    begin, end = show.day_of_month(first[1], first[0]), show.day_of_month(last[1], last[0])
    shown = f"{begin} – {end}"
    if all(_is_within(day, first, last) for day in named.days):
        return holds(named.time.extent, [named.season], shown)
    if any(_is_within(day, first, last) for day in named.days):
        return None
    return contradicts(
        named.time.extent,
        [because(named.season, fr="la saison nommée", en="the season named")],
        shown,
        fr=f"la saison nommée va tout au plus du {begin} au {end}",
        en="the season named lies between "
        f"{first[1]} {show.english_month(first[0])} and {last[1]} {show.english_month(last[0])}",
    )


def _is_within(day: tuple[int, int], first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a day of the year lies between two others, which may lie about the new year."""
    return first <= day <= last if first <= last else day >= first or day <= last
