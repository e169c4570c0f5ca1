"""Time expressions beyond the proofs in times.toml: context, tense, and no false dates."""

from __future__ import annotations

import pytest

from tests.helpers import times

NONE = [
    "Le pays a été rassuré.",
    "Sam Altman discute.",
    "Du contenu de tiers.",
    "La hausse est de 2,3 points.",
    "Il a vendu 2 100 euros de livres.",
    "La sonde vise la planète rouge.",
    "Gemini 3 est sorti.",
    "Il a pris 2019 photos.",
    "Le journal 20 Minutes l'affirme.",
    "Il a couru les 24 Heures du Mans.",
    "Avril Lavigne chante.",
    "La planète Mars est loin.",
    "Noël Mamère est venu.",
    "Les printemps arabes ont échoué.",
    "L'émission « Quotidien » l'a reçu.",
    "La présentatrice regarde la mer.",
    "Il a gagné 3-0.",
    "Le vol 11-2345 est parti.",
    "Appelez le 06-12-34-56-78.",
    "La fraction est de 11/20.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_time(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Il l'a vu mardi.", "mardi", "2024-06-11"),
        ("Il le verra mardi.", "mardi", "2024-06-18"),
        ("Les accords ont été publiés en novembre.", "novembre", "2023-11"),
        ("Les accords seront publiés en novembre.", "novembre", "2024-11"),
        ("Il a gagné le 4 juillet.", "4 juillet", "2023-07-04"),
        ("Il jouera le 4 juillet.", "4 juillet", "2024-07-04"),
        ("Un lancement en 2027 est prévu.", "2027", "2027"),
        ("Il a été libéré l’été dernier.", "été dernier", "2023-SU"),
        ("C'est plus que les 80 millions de l'an passé.", "an passé", "2023"),
        ("Le plan court au cours des huit prochaines années.", "huit prochaines années", "P8Y"),
        ("Le DIMANCHE 9 JUIN 2024.", "DIMANCHE 9 JUIN 2024", "2024-06-09"),
        ("Rendez-vous le 3 fevrier 2024.", "3 fevrier 2024", "2024-02-03"),
        ("Il viendra le 31 novembre 2024.", "31 novembre 2024", "2024-11-31"),
        ("Le train part à 25 h 70.", "25 h 70", "T25:70"),
        ("Il sera absent du 28 décembre au 3 janvier.", "du 28 décembre au 3 janvier", "2024-12-28/2025-01-03"),
        ("Il a plu dans la nuit de samedi à dimanche.", "nuit de samedi à dimanche", "2024-06-08/2024-06-09"),
        ("Le texte doit être voté vendredi.", "vendredi", "2024-06-14"),
        ("La réunion est prévue lundi.", "lundi", "2024-06-17"),
        ("Il y a vingt ans, il vivait ici.", "Il y a vingt ans", "2004"),
        ("Il est mort deux ans après sa femme.", "deux ans", "P2Y"),
        ("Il est né le 4 juin deux mille douze.", "4 juin deux mille douze", "2012-06-04"),
        ("Elle a vendu en juin deux mille exemplaires.", "juin", "2024-06"),
        ("Elle est là après dix ans passés au Mali.", "dix ans", "P10Y"),
        ("Le score a changé au début des années 1980.", "début des années 1980", "1980-01-01/1983-04-30"),
        ("Le salon ouvre tous les mardis et jeudis.", "tous les mardis et jeudis", "P1W"),
        ("Il part vers trois heures et demie.", "trois heures et demie", "T03:30"),
        ("Il part vers huit heures et quart.", "huit heures et quart", "T08:15"),
        ("Le décret n° 2015-12 le dit.", "2015", "2015"),
        ("À midi trente personnes sont là.", "midi", "T12:00"),
        ("Les 4 et 11 mai 2024, il a joué.", "4 et 11 mai 2024", "2024-05-04/2024-05-11"),
        ("L'index date du 11-01-2017.", "11-01-2017", "2017-01-11"),
        ("Il est revenu le lundi 25 fév. 2019 au port.", "lundi 25 fév. 2019", "2019-02-25"),
        ("Il a gagné de deux centièmes de seconde.", "deux centièmes de seconde", "PT0.02S"),
        ("Il est venu en sept 2017.", "sept 2017", "2017-09"),
        ("Il a mis une demi-heure.", "une demi-heure", "PT30M"),
        ("Un quinquagénaire a été blessé.", "quinquagénaire", "P50Y/P59Y"),
        ("Un Soudanais de 27 ans a été blessé.", "27 ans", "P27Y"),
        ("Il purge une peine de cinq ans.", "cinq ans", "P5Y"),
        ("Du 28 mai au 2 juin 2015, la ville dort.", "Du 28 mai au 2 juin 2015", "2015-05-28/2015-06-02"),
    ],
)  # fmt: skip
def test_a_time_is_read(sentence: str, words: str, value: str) -> None:
    (time,) = times(sentence)
    assert (time.extent.of(sentence), time.timex) == (words, value)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Il viendra ce 4 juin.", "XXXX-06-04"),
        ("Il a discuté cet été.", "XXXX-SU"),
        ("Il l'a vu mardi.", "XXXX-WXX-2"),
        ("Il viendra demain.", "XXXX-XX-XX"),
        ("Il l'a dit l'an dernier.", "XXXX"),
        ("Il viendra dans 20 ans.", "P20Y"),
    ],
)
def test_without_publication_date_nothing_is_guessed(sentence: str, value: str) -> None:
    (time,) = times(sentence, published=None)
    assert (time.timex, time.interval.known) == (value, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le texte a été voté en novembre. Il a parlé ce même mois.", "XXXX-11"),
        ("Le match a eu lieu le 3 mai 2023. Le lendemain, il pleuvait.", "2023-05-04"),
        ("Le match a eu lieu le 1er mai 2023. La veille, il pleuvait.", "2023-04-30"),
        ("Il est né en 1960. Elle est morte la même année.", "1960"),
        ("Le match a eu lieu le 3 mai 2023. Trois jours plus tard, il pleuvait.", "2023-05-06"),
        ("Il est né en 1960. Il perd son père l'année suivante.", "1961"),
        ("La Coupe du monde de 2018 se tient du 14 juin au 15 juillet.", "2018-06-14/2018-07-15"),
        ("Il arrive le 3 mars 2015. Le 5 mars, il repart.", "2015-03-05"),
    ],
)
def test_an_expression_names_an_earlier_one(text: str, value: str) -> None:
    *_, last = times(text, published=None)
    assert last.timex == value


@pytest.mark.parametrize(
    ("published", "value"),
    [("2025", "2024"), ("2025-06", "2024"), ("2025-06-04", "2024"), (None, "XXXX")],
)
def test_a_partial_publication_date_is_used_as_far_as_it_goes(
    published: str | None, value: str
) -> None:
    (time,) = times("Il a gagné l'an dernier.", published=published)
    assert time.timex == value


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Les attentats de janvier et novembre 2015.", ["2015-01", "2015-11"]),
        ("Rendez-vous samedi 1er et dimanche 2 juin 2024.", ["2024-06-01", "2024-06-02"]),
        ("Les suspectes, âgées de 14, 17 et 19 ans.", ["P14Y", "P17Y", "P19Y"]),
        ("Il a fermé lundi, il rouvrira jeudi.", ["2024-06-10", "2024-06-13"]),
    ],
)
def test_times_of_one_sentence(sentence: str, values: list[str]) -> None:
    assert [time.timex for time in times(sentence)] == values


def test_an_impossible_date_stays_a_mention() -> None:
    (time,) = times("Il viendra le 31 novembre 2024.")
    assert (time.timex, time.interval.known) == ("2024-11-31", False)


@pytest.mark.parametrize(
    ("sentence", "value", "begin", "end"),
    [
        ("La saison 2019-20 est finie.", "2019/2020", "2019-01-01", "2020-12-31"),
        ("La saison 1999-00 est finie.", "1999/2000", "1999-01-01", "2000-12-31"),
        ("Du 5 au 6 mai 2024, il dort.", "2024-05-05/2024-05-06", "2024-05-05", "2024-05-06"),
        ("Du 5 au 5 mai 2024, il dort.", "2024-05-05/2024-05-05", "2024-05-05", "2024-05-05"),
        ("Du 30 au 2 mai 2024, il dort.", "2024-04-30/2024-05-02", "2024-04-30", "2024-05-02"),
        ("Mars 2024 est froid.", "2024-03", "2024-03-01", "2024-03-31"),
        ("Dans les années 1980, il dort.", "1980/1989", "1980-01-01", "1989-12-31"),
        ("Dans les années 80, il dort.", "1980/1989", "1980-01-01", "1989-12-31"),
        ("Début 2024, il dort.", "2024-01-01/2024-04-30", "2024-01-01", "2024-04-30"),
        ("Fin mars 2024, il dort.", "2024-03-21/2024-03-31", "2024-03-21", "2024-03-31"),
        ("La première semaine d'octobre 2024.", "2024-W40", "2024-09-30", "2024-10-06"),
        ("La deuxième semaine d'octobre 2024.", "2024-W41", "2024-10-07", "2024-10-13"),
        ("Les trois derniers mois de 2019.", "2019-10-01/2019-12-31", "2019-10-01", "2019-12-31"),
        ("Le dernier vendredi de juillet 2024.", "2024-07-26", "2024-07-26", "2024-07-26"),
        ("Le premier vendredi de juillet 2024.", "2024-07-05", "2024-07-05", "2024-07-05"),
        ("Le deuxième trimestre 2024.", "2024-Q2", "2024-04-01", "2024-06-30"),
        ("Au XIXe siècle, il dort.", "1800/1899", "1800-01-01", "1900-12-31"),
        ("Dans trois siècles, il dormira.", "2324", "2324-01-01", "2324-12-31"),
        ("Il y a deux décennies, il dormait.", "2004", "2004-01-01", "2004-12-31"),
    ],
)
def test_the_days_that_are_meant(sentence: str, value: str, begin: str, end: str) -> None:
    (time,) = times(sentence)
    assert (time.timex, str(time.interval.begin), str(time.interval.end)) == (value, begin, end)
